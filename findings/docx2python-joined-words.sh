#!/usr/bin/env bash
# docx2python drops the non-breaking hyphen, so the two words around it become one.
#
# Versions: docx2python 3.7.1, python-docx 1.2.0, mammoth 1.13.0.
# Expected: "תל<w:noBreakHyphen/>אביב" reads תל-אביב or תל‑אביב (U+2011) in each of the three.
# Seen: docx2python gives תלאביב. python-docx gives a plain hyphen, mammoth U+2011: three readers, three texts of one word.
# In Sikum: words are counted after every kind of hyphen is made one, and the counter walks the XML itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import docx
import docx2python
import mammoth
from docx.oxml import parse_xml

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
document = docx.Document()
paragraph = document.add_paragraph()
paragraph._p.append(parse_xml(f"<w:r {SPACE}><w:t>תל</w:t><w:noBreakHyphen/><w:t>אביב</w:t></w:r>"))
document.save("city.docx")
with docx2python.docx2python("city.docx") as read:
    first = read.text.strip()
second = docx.Document("city.docx").paragraphs[0].text
with open("city.docx", "rb") as file:
    third = mammoth.extract_raw_text(file).value.strip()
print("expected: two words with a hyphen between them, three times")
print(f"seen:     docx2python {first} · python-docx {second!a} · mammoth {third!a}")
sys.exit((first, second, third) != ("תלאביב", "תל-אביב", "תל‑אביב"))
PYTHON
