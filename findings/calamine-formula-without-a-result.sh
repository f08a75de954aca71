#!/usr/bin/env bash
# python-calamine shows a formula without a stored result, and an error, as the empty text of an empty cell.
#
# Versions: python-calamine 0.9.1, openpyxl 3.1.5 (which writes the workbook).
# Expected: three things that differ in the file – an empty cell, a formula that nobody has computed yet, #N/A – can be told apart,
#           by a None, an error value or an exception.
# Seen: all three are '', so that a consent column by formula reads like one that nobody has filled in.
# In Sikum: formulas without results and errors are looked up in the sheet's XML; what hangs on one is only counted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import openpyxl
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
sheet = book.active
sheet["A1"] = "kept"
sheet["B1"] = '=IF(TRUE,"no","")'
sheet["C1"] = "#N/A"
sheet["C1"].data_type = "e"
sheet["E1"] = "end"
book.save("list.xlsx")
(row,) = CalamineWorkbook.from_path("list.xlsx").get_sheet_by_index(0).to_python()
print("python-calamine 0.9.1 · a formula without a result, an error, an empty cell")
print("expected: three values that differ")
print("seen:    ", row[1:4])
sys.exit(row[1:4] != ["", "", ""])
PYTHON
