#!/usr/bin/env bash
# XlsxWriter leaves a cell empty when its text is an address that is too long for a link.
#
# Versions: xlsxwriter 3.3.1, openpyxl 3.1.5.
# Expected: an address of more than 2,079 characters (a Hebrew one, percent-encoded, is soon that long) is written as plain text, with a
#           warning that it is no link.
# Seen: the warning, and an empty cell: the text is lost. The same string is whole when written by `write_string`.
# In Sikum: tables for spreadsheets are written as strings, never by a method that guesses.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check xlsxwriter==3.3.1 openpyxl==3.1.5
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import openpyxl
import xlsxwriter

address = "https://www.example.org/" + "%D7%AA" * 400
with xlsxwriter.Workbook("links.xlsx") as workbook:
    sheet = workbook.add_worksheet()
    returned = sheet.write(0, 0, address)
    sheet.write_string(1, 0, address)
sheet = openpyxl.load_workbook("links.xlsx").active
guessed, string = sheet["A1"].value, sheet["A2"].value
print("xlsxwriter", xlsxwriter.__version__, "· address of", len(address), "characters ·", "write() returned", returned)
print("expected: the address in both cells")
print("seen:     write():", guessed, "· write_string(): whole" if string == address else "· write_string(): changed")
sys.exit(guessed is not None or string != address)
PYTHON
