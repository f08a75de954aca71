"""Words that came from Word or an archive are shown as they were written, whatever Markdown would make of them."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.markdown import joined, to_markdown
from generator.markup import render, scan_body

OPENING = (
    "# not a heading",
    "- not a list",
    "12) nor this",
    "1. nor this",
    "+ a",
    "> no quotation",
    ">nor this",
    "~~~",
    "---",
    "===",
    "--",
    "-",
)
WITHIN = (
    "a | b",
    "*stars* and _lines_",
    "2*3*4",
    "a_b_c",
    "__two__ and ___three___",
    "[words](not a link)",
    "`code`",
    "<b>",
    "&amp;",
    "{#id}",
    "{ a list , }",
    "\\",
)
OTHERS = (": no definition", "![x](y)", "שלום #עולם", "[^1]", "C:\\new", "* a")


def shown(markdown: str) -> str:
    """The words of a page made of the text."""
    body = scan_body("x.md", markdown, 1, ())
    page = render(body, lambda target: target).html
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())


@pytest.mark.parametrize("text", OPENING + WITHIN + OTHERS)
@pytest.mark.parametrize(
    "form",
    ["<p>{}</p>", "<p>א<br>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><td>א</td></tr><tr><td>{}</td></tr></table>"],
)
def test_words_are_shown_as_they_were_written(text: str, form: str) -> None:
    """A paragraph of a report that begins with a number or a dash must not turn into something else."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    words = shown(joined(to_markdown(form.format(escaped))))
    assert words.removeprefix("א").strip() == text


@pytest.mark.parametrize("text", ["שפת C#", "סולמית #", "###"])
def test_a_heading_keeps_the_signs_at_its_end(text: str) -> None:
    """Markdown drops them: "C#" was "C"."""
    assert shown(joined(to_markdown(f"<h2>{text}</h2>"))) == text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_something_keeps_its_words_alone(address: str) -> None:
    """A report may come from anybody."""
    assert joined(to_markdown(f'<p><a href="{address}">כאן</a></p>')) == "כאן"


def test_a_table_in_a_note_is_a_line() -> None:
    """Its frame stood in the note as strokes and dashes."""
    table = "<table><tr><td>א</td><td>ב*</td></tr><tr><td>1</td><td>2</td></tr></table>"
    text = to_markdown(f'<p>x</p><ol><li id="footnote-1">{table}<p>סוף</p></li></ol>')
    assert text.notes == {"1": "א; ב\\*. 1; 2 סוף"}


def test_lists_within_lists_and_marks_are_kept() -> None:
    """Structure is meaning."""
    html = "<ol><li>א<ul><li><strong>ב </strong>ג</li></ul></li><li>ד</li></ol>"
    assert joined(to_markdown(html)) == "1. א\n    - **ב** ג\n2. ד"


def test_cells_that_span_stay_one_cell() -> None:
    """Markdown has no such cells; a table with them is kept as HTML."""
    html = '<table><tr><td colspan="2"><p>א</p><p>ב</p></td></tr><tr><td>1</td><td>2</td></tr></table>'
    assert '<th colspan="2"><p>א</p><p>ב</p></th>' in joined(to_markdown(html))


@given(st.text(alphabet="<>/abpult i12=\"'&;#*\\|\n", max_size=80))
def test_any_html_whatever_gives_markdown(html: str) -> None:
    """An archive's page may be cut off anywhere."""
    assert isinstance(joined(to_markdown(html)), str)
