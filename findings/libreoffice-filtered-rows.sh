#!/usr/bin/env bash
# LibreOffice writes the rows that a filter hides into a CSV, and leaves the same rows out of HTML and PDF.
#
# Versions: LibreOffice of Debian (libreoffice-calc), openpyxl 3.1.5.
# Expected: a list filtered to those who agreed, saved as CSV with "cell content as shown", holds those who agreed, as its PDF does.
# Seen: the CSV holds everybody. HTML holds those who are shown.
# In Sikum: `sikum import participants` looks hidden rows up in the workbook; of a CSV nobody can know, and the guide says so:
#           give the workbook, not a CSV saved from it.
set -euo pipefail
command -v soffice >/dev/null || { echo "this needs LibreOffice (Debian: apt install libreoffice-calc)" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import openpyxl

workbook = openpyxl.Workbook()
sheet = workbook.active
for row in (["name", "agreed"], ["first", "yes"], ["second", "no"], ["third", "yes"]):
    sheet.append(row)
sheet.auto_filter.ref = "A1:B4"
sheet.auto_filter.add_filter_column(1, ["yes"])
sheet.row_dimensions[3].hidden = True
workbook.save("list.xlsx")
PYTHON
as_shown='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
for format in "$as_shown" html; do
    soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to "$format" list.xlsx >/dev/null 2>&1
done
csv=$(cut -d, -f1 list-Sheet.csv | tail -n +2 | tr '\n' ' ')
html=$(grep -oE 'first|second|third' list.html | tr '\n' ' ')
soffice --version | head -1
echo "expected: first third · first third"
echo "seen:     $csv· $html"
[ "$csv" = "first second third " ] && [ "$html" = "first third " ]
