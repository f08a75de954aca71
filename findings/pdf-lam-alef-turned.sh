#!/usr/bin/env bash
# "No" becomes "the": three readers of PDFs turn lam and alef around where one glyph draws both.
#
# Version: pypdfium2 5.15.2, PyMuPDF 1.26.5, pdftotext of Debian's poppler-utils 22.12.0, pypdf 7.1.1, on a page by weasyprint 70.0 with
#          the font DejaVu Sans (matplotlib 3.10.7 carries it), which has one glyph for lam and alef.
# Expected: "قال لا" (he said no) and "السلام" (peace) come out as they were written: the file says of the glyph that it is lam, then alef.
# Seen: "قال ال" and "السالم" in PDFium, MuPDF and poppler, which turn a line of right-to-left glyphs around letter by letter; pypdf, which
#       moves numbers in Hebrew, is right here. With a font that draws them by two glyphs, PDFium and poppler are right.
# In Sikum: PDFs are set in Noto Sans Arabic, which draws lam and alef by two glyphs; `tests/editions/test_pdf_words.py` holds it.
set -euo pipefail
command -v pdftotext >/dev/null || { echo "this needs pdftotext (Debian: apt install poppler-utils)" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2 pypdf==7.1.1 PyMuPDF==1.26.5 matplotlib==3.10.7
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import re
import subprocess
import sys
from pathlib import Path

import matplotlib
import pymupdf
import pypdf
import pypdfium2
from weasyprint import HTML

font = Path(matplotlib.get_data_path(), "fonts/ttf/DejaVuSans.ttf").as_uri()
style = f"@font-face {{ font-family: Drawn; src: url({font}) }} p {{ font-family: Drawn }}"
written = "قال لا في السلام"
page = f'<html lang="ar" dir="rtl"><title>x</title><style>{style}</style><p>{written}</p>'
HTML(string=page).write_pdf("page.pdf")
poppler = subprocess.run(["pdftotext", "page.pdf", "-"], capture_output=True, text=True, check=True).stdout
seen = {
    "PDFium": pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range().strip(),
    "MuPDF": pymupdf.open("page.pdf")[0].get_text().strip(),
    "poppler": re.sub("[\u202a-\u202e]", "", poppler).strip(),
    "pypdf": pypdf.PdfReader("page.pdf").pages[0].extract_text().strip(),
}
print("expected:", written)
for reader, text in seen.items():
    print(f"{reader + ':':9}", text)
turned = "قال ال في السالم"
sys.exit(seen != {"PDFium": turned, "MuPDF": turned, "poppler": turned, "pypdf": written})
PYTHON
