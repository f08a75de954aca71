"""Definitions of links, `[x]: target`, in every form in which people and importers write them."""

from __future__ import annotations

import pytest

from generator.markup import scan_body
from generator.reading.unsafe_markup import check_markdown
from tests.markup.test_render import page

FORMS = {
    "in brackets with blanks": "[ק]: <appendices/דוח סופי.pdf>",
    "with a title": "[ק]: <appendices/דוח סופי.pdf> 'כותרת'",
    "target in the next line": "[ק]:\n    <appendices/דוח סופי.pdf>",
    "title in the next line": '[ק]: <appendices/דוח סופי.pdf>\n   "כותרת"',
    "with parentheses": "[ק]: <appendices/דוח סופי.pdf> (כותרת)",
}


@pytest.mark.parametrize("written", FORMS.values(), ids=list(FORMS))
def test_a_name_of_a_file_with_blanks_is_a_target(written: str) -> None:
    """The link stood in the page as brackets, and its definition under it, in pieces."""
    text = f"ראו [את הדוח][ק].\n\n{written}\n\nסוף.\n"
    made = page(text).html
    assert 'href="/x/appendices/דוח סופי.pdf"' in made
    assert made.count("ק") == made.count("קובץ"), "the definition is in the page"
    assert [link.target for link in scan_body("p/c.md", text, 1, ()).links] == ["appendices/דוח סופי.pdf"]


@pytest.mark.parametrize("written", ["( <a b.pdf> )", "(\n<a b.pdf>)", "(<a b.pdf>\n'כותרת')"])
def test_blanks_around_a_target_make_no_tag_of_it(written: str) -> None:
    """It was taken for unsafe HTML, and stopped the build."""
    text = f"[את הדוח]{written}\n"
    assert 'href="/x/a b.pdf"' in page(text).html
    body = scan_body("p/c.md", text, 1, ())
    assert [link.target for link in body.links] == ["a b.pdf"]
    assert list(check_markdown(body)) == []


def test_what_only_looks_like_a_definition_stays_a_text() -> None:
    """A sentence that ends with a colon and goes on in the next line is nobody's link."""
    made = page("לפי [התקנון]: ראו להלן את הפירוט\nוגם <b>כאן</b>.\n").html
    assert "<b>כאן</b>" in made
    assert "התקנון" in made


def test_a_line_of_many_brackets_is_read_at_once() -> None:
    """Whoever pastes a log into a chapter must not stop the build of everybody."""
    text = "[א]:\n" + "<" * 200_000
    assert scan_body("p/c.md", text, 1, ()).links == ()
