#!/usr/bin/env bash
# WeasyPrint lays out every line of right-to-left text twice, and every line of left-to-right text once.
#
# Version: weasyprint 70.0, pydyf 0.13.0.
# Expected: the direction of a paragraph decides on which side its lines begin, not how often they are laid out.
# Seen: 423 lines of English and 423 layouts; 357 lines of Hebrew and 714 layouts. The test that a line needs no second layout
#   compares the right edge of a right-to-left line with its left edge and its width, and never holds.
# In Sikum: `generator/editions/spared_work.py`; PDFs in Hebrew and Arabic are the same to the byte, and cost a fifth less.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet weasyprint==70.0 pydyf==0.13.0
"$folder/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

from weasyprint import HTML
from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout import inline

counts = {}
lines, split = inline.get_next_linebox, inline.split_inline_box

def count_line(*given):
    counts["lines"] += 1
    return lines(*given)

def count_layout(context, box, *given):
    counts["layouts"] += isinstance(box, LineBox)
    return split(context, box, *given)

inline.get_next_linebox, inline.split_inline_box = count_line, count_layout

def layouts_a_line(direction: str, words: str) -> float:
    counts.update(lines=0, layouts=0)
    HTML(string=f'<html dir="{direction}"><body>' + f"<p>{words * 50}</p>" * 20).render()
    return counts["layouts"] / counts["lines"]

ltr, rtl = layouts_a_line("ltr", "hello world this is some text "), layouts_a_line("rtl", "שלום עולם זה טקסט כלשהו ")
print("weasyprint", version("weasyprint"))
print("expected: a line of text is laid out as often in one direction as in the other")
print(f"seen: layouts a line, left to right {ltr:.2f}, right to left {rtl:.2f}")
sys.exit(0 if ltr < 1.1 and rtl > 1.9 else 1)
PY
