#!/usr/bin/env bash
# LibreOffice's plain text of a Word file holds the words that a tracked change has deleted.
#
# Versions: LibreOffice of Debian (libreoffice-writer), python-docx 1.2.0, mammoth 1.13.0.
# Expected: of "The ministry will [deleted: not] [inserted: soon] publish", `--convert-to txt` writes the text as it reads with the
#           change accepted, or as it read before; python-docx's `paragraph.text` likewise.
# Seen: LibreOffice writes both, one after the other ("will not soon publish"); python-docx writes neither ("will publish").
#       mammoth writes the text with the change accepted.
# In Sikum: the import takes the text as accepted and lists every open change with both wordings; and neither tool is used to
#           check that no word is lost.
set -euo pipefail
command -v soffice >/dev/null || { echo "this needs LibreOffice (Debian: apt install libreoffice-writer)" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import docx
from docx.oxml import parse_xml

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MARK = 'w:id="{}" w:author="reviewer" w:date="2026-01-01T00:00:00Z"'
document = docx.Document()
paragraph = document.add_paragraph("The ministry will ")
deleted, inserted = MARK.format(1), MARK.format(2)
paragraph._p.append(
    parse_xml(f'<w:del {SPACE} {deleted}><w:r><w:delText xml:space="preserve">not </w:delText></w:r></w:del>'))
paragraph._p.append(
    parse_xml(f'<w:ins {SPACE} {inserted}><w:r><w:t xml:space="preserve">soon </w:t></w:r></w:ins>'))
paragraph.add_run("publish")
document.save("report.docx")
PYTHON
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to 'txt:Text (encoded):UTF8' report.docx >/dev/null 2>&1
"$folder/venv/bin/python" - <<'PYTHON'
import pathlib
import sys

import docx
import mammoth

office = pathlib.Path("report.txt").read_text(encoding="utf-8-sig").strip()
python = docx.Document("report.docx").paragraphs[0].text
with open("report.docx", "rb") as file:
    reader = mammoth.extract_raw_text(file).value.strip()
print("expected: one of the two wordings from each")
print(f"seen:     LibreOffice {office!r} · python-docx {python!r} · mammoth {reader!r}")
sys.exit(
    (office, python, reader)
    != ("The ministry will not soon publish", "The ministry will publish", "The ministry will soon publish")
)
PYTHON
soffice --version | head -1
