"""What is spared WeasyPrint: the file stays as it was, and each line is laid out once."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

TEXTS = {
    "he": "עיריית חיפה שאלה 312 תושבים (מהם 40 נשים) על רחוב Main Street, והשיבה לכולם. ",
    "ar": "سألت البلدية 312 من السكان (منهم 40 امرأة) عن شارع Main Street وأجابت الجميع. ",
    "en": "The city asked 312 residents (40 of them women) about the street, and answered all. ",
}
DRAW = """
import json, sys
import weasyprint
from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout import inline
from generator.editions import spared_work

texts, spared = json.loads(sys.argv[1])

def html(text, direction):
    return f'''<html dir="{direction}" lang="he"><style>
.side {{ float: right; width: 20% }} .note {{ float: footnote }} .start {{ float: inline-start; width: 30% }}
</style><h1><a href="#end">{text}</a></h1><p>{text * 90}</p><div class="side">{text}</div><p>{text * 30}<b>{text}</b></p>
<ul><li><span class="start">{text}</span>{text * 4}</ul><p>{text}<span class="note">{text}</span></p>
<table><tr><th>{text}<td>{text * 3}</table><p id="end" style="text-indent: 2em">{text * 60}</p></html>'''
if spared:
    spared_work.spare_work()
counts = {"lines": 0, "layouts": 0}
split, lines = inline.split_inline_box, inline.get_next_linebox

def count_layout(context, box, *rest):
    counts["layouts"] += isinstance(box, LineBox) and not context.excluded_shapes
    return split(context, box, *rest)

def count_line(context, *rest):
    counts["lines"] += not context.excluded_shapes
    return lines(context, *rest)

inline.split_inline_box, inline.get_next_linebox = count_layout, count_line
finisher = (lambda document, pdf: spared_work.write_once(pdf)) if spared else None
drawn = {}
for language, text in texts.items():
    counts.update(lines=0, layouts=0)
    document = weasyprint.HTML(string=html(text, "ltr" if language == "en" else "rtl"))
    pdf = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"one", finisher=finisher)
    drawn[language] = (pdf.hex(), counts["lines"], counts["layouts"])
print(json.dumps(drawn))
"""
Drawn = dict[str, tuple[str, int, int]]
"""By language: the file in hexadecimal digits, how many lines it has, and how often one was laid out."""


def _drawn(is_spared: bool) -> Drawn:
    given = json.dumps([TEXTS, is_spared])
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    run = subprocess.run(
        [sys.executable, "-c", DRAW, given], check=True, capture_output=True, text=True, env=environment
    )
    drawn: Drawn = json.loads(run.stdout)
    return drawn


@pytest.fixture(scope="module")
def drawn() -> tuple[Drawn, Drawn]:
    """As WeasyPrint comes, and spared; each in a process of its own, since what it is spared is so for good."""
    return _drawn(is_spared=False), _drawn(is_spared=True)


@pytest.mark.parametrize("language", TEXTS)
def test_the_file_is_the_same_to_the_byte_and_no_line_is_laid_out_twice(
    drawn: tuple[Drawn, Drawn], language: str
) -> None:
    """Whoever takes up a new WeasyPrint learns here that what it is spared has changed, and not from a broken document."""
    as_it_comes, spared = (each[language] for each in drawn)
    assert spared[0] == as_it_comes[0]
    assert spared[1] == spared[2], "a line was laid out more than once where no float stands"
    assert spared[1] > 30
