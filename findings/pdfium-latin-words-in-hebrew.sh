#!/usr/bin/env bash
# PDFium, Chromium's reader, turns the words of a Latin phrase around when it stands within a Hebrew line: "Health of Ministry".
#
# Version: pypdfium2 5.15.2, weasyprint 70.0, pydyf 0.13.0, and pdftotext of poppler for comparison.
# Expected: who copies a line gets it in the order in which it is read; the phrase is one run from left to right.
# Seen: "פגשנו את Health of Ministry בירושלים ודיברנו", each word whole and their order reversed; poppler gives "Ministry of Health".
# In Sikum: words are found by search, one by one; a phrase in Latin letters is found in poppler's readers, not in Chromium's.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2
cd "$folder"
venv/bin/python - <<'PY'
from weasyprint import HTML
HTML(string='<html lang="he" dir="rtl"><title>x</title><p>פגשנו את Ministry of Health בירושלים ודיברנו על הכול</p>').write_pdf("line.pdf")
PY
pdftotext line.pdf poppler.txt
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path
from pypdfium2 import PdfDocument

with PdfDocument("line.pdf") as pdf:
    pdfium = pdf[0].get_textpage().get_text_range().strip()
poppler = Path("poppler.txt").read_text(encoding="utf-8").strip()
print("pypdfium2", version("pypdfium2"))
print('expected: both give "Ministry of Health" within the line')
print(f"seen: PDFium {pdfium!r}, poppler {poppler!r}")
sys.exit(0 if "Health of Ministry" in pdfium and "Ministry of Health" in poppler else 1)
PY
