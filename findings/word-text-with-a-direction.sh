#!/usr/bin/env bash
# Text in a Word file that is put into a direction is no text to three readers of four.
#
# Versions: mammoth 1.13.0, python-docx 1.2.0, docx2python 3.7.1, pandoc 3.9 (pypandoc-binary 1.17).
# Expected: `w:dir` and `w:bdo` (ECMA-376, 17.3.2.3 and 17.3.2.8) say in which direction the runs within them go, as <bdi> and <bdo> do in
#           HTML; the words within are read like those around them. Likewise the result that a simple field (`w:fldSimple`) shows.
# Seen: mammoth, python-docx and pandoc leave all three out and give "before after"; docx2python gives the word between them.
#       mammoth says "an unrecognised element was ignored" among its messages, the other two say nothing.
# In Sikum: a paragraph's text is read from the XML before mammoth sees it, whatever element it stands in (`generator/importing/word/inline.py`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 python-docx==1.2.0 docx2python==3.7.1 pypandoc-binary==1.17
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import docx
import docx2python
import mammoth
import pypandoc
from docx.oxml import parse_xml

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>בתוך</w:t></w:r>"
wrapped = {
    "w:dir": f'<w:dir {SPACE} w:val="rtl">{RUN}</w:dir>',
    "w:bdo": f'<w:bdo {SPACE} w:val="rtl">{RUN}</w:bdo>',
    "w:fldSimple": f'<w:fldSimple {SPACE} w:instr=" TITLE ">{RUN}</w:fldSimple>',
    "w:ins": f'<w:ins {SPACE} w:id="1" w:author="a">{RUN}</w:ins>',
}
seen = {}
for element, xml in wrapped.items():
    document = docx.Document()
    paragraph = document.add_paragraph("לפני ")
    paragraph._p.append(parse_xml(xml))
    paragraph.add_run(" אחרי")
    document.save("report.docx")
    with open("report.docx", "rb") as file:
        by_mammoth = mammoth.extract_raw_text(file).value
    with docx2python.docx2python("report.docx") as read:
        by_docx2python = read.text
    texts = {
        "mammoth": by_mammoth,
        "python-docx": docx.Document("report.docx").paragraphs[0].text,
        "pandoc": pypandoc.convert_file("report.docx", "plain"),
        "docx2python": by_docx2python,
    }
    seen[element] = [reader for reader, text in texts.items() if "בתוך" in text]
print("expected: the word within is read by each of the four")
for element, readers in seen.items():
    print(f"seen:     {element:12} read by", ", ".join(readers))
lost = ["docx2python"]
sys.exit(seen != {"w:dir": lost, "w:bdo": lost, "w:fldSimple": lost, "w:ins": ["mammoth", "pandoc", "docx2python"]})
PYTHON
