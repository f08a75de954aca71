#!/usr/bin/env bash
# Poppler gives the ActualText of a Hebrew word backwards, where PDFium gives it as it stands in the file.
#
# Version: Debian's poppler-utils 22.12.0 (apt install poppler-utils), pypdfium2 5.15.2, on a page by pikepdf 10.18.0.
# Expected: ActualText (ISO 32000-1, 14.9.4) is text in reading order that replaces what is drawn; both give it unchanged.
# Seen: an English word is the same in both. A Hebrew one comes out of pdftotext with its last letter first: the replacement
#       is laid out from left to right like glyphs, and the line is then turned round.
# In Sikum: pointed Hebrew is not put into PDFs as replaced text; each point is a glyph that stands in its place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0 pypdfium2==5.15.2
pdftotext -v 2>&1 | sed -n 1p
"$folder/venv/bin/python" - "$folder/page.pdf" <<'PYTHON'
import subprocess
import sys

import pikepdf
import pypdfium2

MARKS = "\u202a\u202b\u202c"


def read(word):
    """The word by poppler and by PDFium, from a page that draws four Latin letters in its stead."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 100))
    name = pikepdf.Name
    face = pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica)
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=face))
    span = f"/Span <</ActualText <feff{word.encode('utf-16-be').hex()}>>> BDC (wxyz) Tj EMC"
    pdf.pages[0].Contents = pdf.make_stream(f"BT /F 20 Tf 50 50 Td {span} ET".encode())
    pdf.save(sys.argv[1])
    poppler = subprocess.run(["pdftotext", sys.argv[1], "-"], check=True, capture_output=True, text=True).stdout
    pdfium = pypdfium2.PdfDocument(sys.argv[1])[0].get_textpage().get_text_range()
    return poppler.strip(MARKS + "\n\f"), pdfium.strip()


english, hebrew = "peace", "שלום"
print("expected:", (english, english), (hebrew, hebrew))
print("seen:    ", read(english), read(hebrew))
sys.exit(read(english) != (english, english) or read(hebrew) != (hebrew[::-1], hebrew))
PYTHON
