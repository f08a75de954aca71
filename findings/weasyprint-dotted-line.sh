#!/usr/bin/env bash
# A dotted border in a PDF by WeasyPrint is drawn dot by dot, each with curves: forty lines are 1.4 MB instead of 4 KB.
#
# Version: weasyprint 70.0, pydyf 0.13.0.
# Expected: PDF has dashed lines with round ends, so dotted lines cost a few hundred bytes more than solid ones.
# Seen: 4,437 bytes with solid lines, 1,413,146 with dotted ones.
# In Sikum: lines of a PDF's contents are ruled with a thin solid line.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet weasyprint==70.0 pydyf==0.13.0
"$folder/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version
from weasyprint import HTML

def size(style: str) -> int:
    lines = "".join(f'<p style="border-bottom: .4pt {style} #777; margin: 0">{number}</p>' for number in range(40))
    return len(HTML(string=f"<html lang=en><title>Contents</title><body>{lines}").write_pdf())

solid, dotted = size("solid"), size("dotted")
print("weasyprint", version("weasyprint"))
print("expected: PDF has dashed lines with round ends, so forty dotted lines cost a few hundred bytes more than solid ones")
print(f"seen: solid {solid} bytes, dotted {dotted} bytes")
sys.exit(0 if dotted > 5 * solid else 1)
PY
