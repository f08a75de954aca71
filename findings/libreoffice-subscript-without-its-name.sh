#!/usr/bin/env bash
# LibreOffice saves the subscript of a web page as a Word file in which nothing is a subscript.
#
# Versions: LibreOffice of Debian (libreoffice-writer), mammoth 1.13.0, python-docx 1.2.0.
# Expected: `H<sub>2</sub>O` opened and saved as .docx has a run with `<w:vertAlign w:val="subscript"/>`, as Word writes it, so that
#           python-docx says `font.subscript` is True and mammoth writes `<sub>2</sub>`; the same for `m<sup>2</sup>`.
# Seen: the run is shifted and made smaller (`w:position`, `w:sz`); it looks the same in Word, python-docx says None, and mammoth writes
#       "H2O" and "m2".
# In Sikum: letters that are both shifted and smaller than those around them are taken as raised or lowered.
set -euo pipefail
command -v soffice >/dev/null || { echo "this needs LibreOffice (Debian: apt install libreoffice-writer)" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0
cd "$folder"
echo '<html><body><p>H<sub>2</sub>O m<sup>2</sup></p></body></html>' > page.html
soffice -env:UserInstallation="file://$folder/profile" --headless --infilter='HTML (StarWriter)' \
  --convert-to 'docx:MS Word 2007 XML' page.html >/dev/null 2>&1
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import docx
import mammoth

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
runs = [run for run in docx.Document("page.docx").paragraphs[0].runs if run.text == "2"]
named = [(run.font.subscript, run.font.superscript) for run in runs]
is_shifted = all(run._r.rPr.find(f"{W}position") is not None for run in runs)
with open("page.docx", "rb") as file:
    html = mammoth.convert_to_html(file).value
print("expected: a subscript and a superscript, <p>H<sub>2</sub>O m<sup>2</sup></p>")
print(f"seen:     python-docx (subscript, superscript) {named} · shifted {is_shifted} · mammoth {html}")
sys.exit((named, is_shifted, html) != ([(None, None), (None, None)], True, "<p>H2O m2</p>"))
PYTHON
soffice --version | head -1
