#!/usr/bin/env bash
# pypdf takes the words of a Hebrew line with numbers in another order than they are read, where PDFium keeps it.
#
# Version: pypdf 7.1.1, pypdfium2 5.15.2, on a page by weasyprint 70.0.
# Expected: "took part 57 people in 2019" in Hebrew comes out in the order it is read, or wholly in the order it is drawn.
# Seen: neither. Letters are in reading order, but the numbers have gone to other words ("the debate57"), and the full stop
#       comes first. PDFium gives the line as it was written.
# In Sikum: tests read PDFs by Poppler and PDFium, and the page on editions says which to take for text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdf==7.1.1 pypdfium2==5.15.2
"$folder/venv/bin/python" - "$folder/page.pdf" <<'PYTHON'
import sys

import pypdfium2
from pypdf import PdfReader
from weasyprint import HTML

written = "בשנת 2019 השתתפו 57 אנשים בדיון."
HTML(string=f'<html lang="he" dir="rtl"><title>א</title><p>{written}</p>').write_pdf(sys.argv[1])
by_pypdf = PdfReader(sys.argv[1]).pages[0].extract_text().strip()
by_pdfium = pypdfium2.PdfDocument(sys.argv[1])[0].get_textpage().get_text_range().strip()
print("expected:", written)
print("pdfium:  ", by_pdfium)
print("pypdf:   ", by_pypdf)
drawn = " ".join(word if word.isdigit() else word[::-1] for word in reversed(written.split()))
sys.exit(by_pdfium != written or by_pypdf in (written, drawn) or "בדיון57" not in by_pypdf.replace(" ", ""))
PYTHON
