#!/usr/bin/env bash
# WeasyPrint knows no `dir="auto"`, nor that <bdi> has a direction of its own: an English sentence in a Hebrew PDF ends at its beginning.
#
# Version: weasyprint 70.0, pydyf 0.13.0, pypdfium2 5.15.2.
# Expected: <p dir="auto">9 dots.</p> and <bdi>9 dots.</bdi> in a right-to-left page read "9 dots.", as in every browser (HTML, "auto
#           directionality"); of what it does not know WeasyPrint otherwise says a word in its log.
# Seen: both are laid out from right to left: the full stop stands before the words and the number behind them (".dots 9"), and the log is
#       empty. With dir="ltr" they are right.
# In Sikum: the direction of such elements is worked out before a PDF is drawn (`generator/editions/directions.py`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import io
import logging
import sys

import pypdfium2
from weasyprint import HTML

log = io.StringIO()
logging.getLogger("weasyprint").handlers = [logging.StreamHandler(log)]


def drawn(paragraph: str) -> str:
    """The characters of the line as they stand on the sheet, from left to right."""
    made = HTML(string=f'<html lang="he" dir="rtl"><title>א</title>{paragraph}').write_pdf()
    text = pypdfium2.PdfDocument(made)[0].get_textpage()
    places = [(text.get_charbox(index)[0], text.get_text_range(index, 1)) for index in range(text.count_chars())]
    return "".join(character for _, character in sorted(places) if not character.isspace())


cases = ['<p dir="ltr">9 dots.</p>', '<p dir="auto">9 dots.</p>', "<p><bdi>9 dots.</bdi></p>"]
seen = [drawn(case) for case in cases]
print("expected: 9dots. three times, from left to right")
for case, line in zip(cases, seen, strict=True):
    print("seen:    ", line, "of", case)
print("log:     ", log.getvalue().strip() or "empty")
sys.exit(seen != ["9dots.", ".dots9", ".dots9"] or "dir" in log.getvalue())
PYTHON
