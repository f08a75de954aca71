#!/usr/bin/env bash
# The copy of a Hebrew sheet is no Hebrew sheet: it runs from left to right and its head scrolls away, but what was hidden stays hidden.
#
# Version: openpyxl 3.1.5, Workbook.copy_worksheet; its docs name images and charts as what is not copied.
# Expected: right to left, frozen head and filter are copied with the widths and hidden rows.
# Seen: none of the three; a hidden row and a hidden column are.
# In Sikum: the sheets of `sikum export tables` and of the blanks are each made anew.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
seen=$("$folder/venv/bin/python" -c '
import openpyxl
book = openpyxl.Workbook()
sheet = book.active
for row in ((1, 2), (3, 4), (5, 6)):
    sheet.append(row)
sheet.sheet_view.rightToLeft = True
sheet.freeze_panes = "A2"
sheet.auto_filter.ref = "A1:B3"
sheet.row_dimensions[3].hidden = sheet.column_dimensions["B"].hidden = True
copy = book.copy_worksheet(sheet)
print(copy.sheet_view.rightToLeft, copy.freeze_panes, copy.auto_filter.ref, copy.row_dimensions[3].hidden, copy.column_dimensions["B"].hidden)')
echo "expected: right to left, frozen at, filter, hidden row, hidden column: True A2 A1:B3 True True"
echo "openpyxl 3.1.5:                                                        $seen"
[ "$seen" = "None None None True True" ]
