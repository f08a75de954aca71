#!/usr/bin/env bash
# A cell's `_xHHHH_`, by which a workbook writes a character by its number: calamine reads those up to 00FF and no other.
#
# Version: python-calamine 0.9.1; beside it openpyxl 3.1.5, which also writes the file.
# Expected: each of the three cells is one letter between a and b, as ECMA-376 says of ST_Xstring, and as Excel shows it.
# Seen: `a_x00E9_b` is "aéb", and `a_x200F_b` (a mark of direction) and `a_x05D0_b` (alef) stay as they are written;
#       openpyxl leaves all three as they are. In a Hebrew or Arabic list names keep "_x200F_".
# In Sikum: what is above 00FF is read in `importing/lists/workbook.py`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5
cd "$folder"
seen=$("$folder/venv/bin/python" -c '
import openpyxl
from python_calamine import CalamineWorkbook
book = openpyxl.Workbook()
for text in ("a_x00E9_b", "a_x200F_b", "a_x05D0_b"):
    book.active.append([text])
book.save("list.xlsx")
calamine = [row[0] for row in CalamineWorkbook.from_path("list.xlsx").get_sheet_by_index(0).to_python()]
other = [row[0].value for row in openpyxl.load_workbook("list.xlsx").active.iter_rows()]
print(ascii(calamine), ascii(other))')
echo "expected: ['a\\xe9b', 'a\\u200fb', 'a\\u05d0b'] from both"
echo "seen:     $seen (calamine, openpyxl)"
[ "$seen" = "['a\\xe9b', 'a_x200F_b', 'a_x05D0_b'] ['a_x00E9_b', 'a_x200F_b', 'a_x05D0_b']" ]
