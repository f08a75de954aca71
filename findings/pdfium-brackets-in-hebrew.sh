#!/usr/bin/env bash
# In Hebrew text that is copied from Chromium's reader every bracket is turned round, and the hyphen before a number goes behind it.
#
# Version: pypdfium2 5.15.2, weasyprint 70.0, pydyf 0.13.0, and pdftotext of Debian's poppler-utils 22.12.0 for comparison.
# Expected: a line comes out as it is read, brackets and hyphens too, since PDFium puts letters and words into that order.
# Seen: "פגישה )ראשונה( ]שתיים[ גדלה ב25%-": what is drawn for an opening bracket is the glyph of a closing one, and PDFium turns the order
#       around without the brackets (L4 of Unicode's UAX #9); and "by 25%" ends in a minus, in poppler too, which has the brackets right.
# In Sikum: the page on editions says so; the Hebrew hyphen (ב־25%) stays in its place in both.
set -euo pipefail
command -v pdftotext >/dev/null || { echo "this needs pdftotext (Debian: apt install poppler-utils)" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import re
import subprocess
import sys

import pypdfium2
from weasyprint import HTML

written = "פגישה (ראשונה) [שתיים] גדלה ב-25%"
HTML(string=f'<html lang="he" dir="rtl"><title>א</title><p>{written}</p>').write_pdf("page.pdf")
by_pdfium = pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range().strip()
by_poppler = subprocess.run(["pdftotext", "page.pdf", "-"], capture_output=True, text=True, check=True).stdout.strip()
by_poppler = re.sub("[\u202a-\u202e]", "", by_poppler)
print("expected:", written)
print("pdfium:  ", by_pdfium)
print("poppler: ", by_poppler)
brackets = ["".join(re.findall(r"[][()]", text)) for text in (written, by_pdfium, by_poppler)]
sys.exit(brackets != ["()[]", ")(][", "()[]"] or "ב25%-" not in by_pdfium)
PYTHON
