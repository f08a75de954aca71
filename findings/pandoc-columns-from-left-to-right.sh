#!/usr/bin/env bash
# A Hebrew document that pandoc writes for Word runs from right to left, and the columns of its tables from left to right.
#
# Version: pandoc 3.9 (pypandoc-binary 1.17).
# Expected: with `dir: rtl` every part of the .docx is right to left: paragraphs (w:bidi), runs (w:rtl), tables (w:bidiVisual, ECMA-376,
#           17.4.1), so that the first column stands at the right, as it does in the HTML that pandoc writes of the same text.
# Seen: the first two and not the third: in Word the first column of each table stands at the left, behind the last one for its readers.
# In Sikum: the blanks for Word have no tables; no guide makes Word files by pandoc.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys
import zipfile

import pypandoc

text = "---\ndir: rtl\nlang: he\n---\n\nסיכום\n\n| מה | מתי |\n|----|-----|\n| מפגש | אביב |\n"
pypandoc.convert_text(text, "docx", format="markdown", outputfile="summary.docx")
document = zipfile.ZipFile("summary.docx").read("word/document.xml").decode()
styles = zipfile.ZipFile("summary.docx").read("word/styles.xml").decode()
seen = {mark: f"<w:{mark}" in document for mark in ("bidi ", "rtl", "tbl>", "bidiVisual")}
print("pandoc", pypandoc.get_pandoc_version())
print("expected: w:bidi, w:rtl and w:bidiVisual")
print("seen:    ", *(f"w:{mark.strip()}" for mark, is_there in seen.items() if is_there))
sys.exit(seen != {"bidi ": True, "rtl": True, "tbl>": True, "bidiVisual": False} or "bidiVisual" in styles)
PYTHON
