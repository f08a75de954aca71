"""Lists, tables and links as editors see them on their git host, where most of them write."""

from __future__ import annotations

import pytest

from generator.markup import plain_text, render, scan_body, unsafe_html


def page(markdown: str) -> str:
    """The HTML of a body."""
    return render(scan_body("", markdown, 1, ()), lambda target: target).html.replace("\n", "")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("- א\n  - ב\n  - ג", "<ul><li>א<ul><li>ב</li><li>ג</li></ul></li></ul>"),
        ("1. א\n   - ב\n2. ג\n   1. ד", "<ol><li>א<ul><li>ב</li></ul></li><li>ג<ol><li>ד</li></ol></li></ol>"),
        ("- א\n    - ב\n        - ג", "<ul><li>א<ul><li>ב<ul><li>ג</li></ul></li></ul></li></ul>"),
        ("- א\n  - ב\n    - ג\n- ד", "<ul><li>א<ul><li>ב<ul><li>ג</li></ul></li></ul></li><li>ד</li></ul>"),
        ("- [ ] א\n- [x] ב", "<ul><li>☐ א</li><li>☒ ב</li></ul>"),
    ],
)
def test_a_list_is_nested_where_its_text_begins(markdown: str, html: str) -> None:
    """A host shows two levels, the site showed one, and nothing said so."""
    assert page(markdown) == html


def test_a_paragraph_of_an_item_needs_two_spaces_as_well() -> None:
    """It fell out of the list."""
    assert page("- א\n\n  המשך\n- ב") == "<ul><li><p>א</p><p>המשך</p></li><li><p>ב</p></li></ul>"


def test_a_table_may_follow_a_paragraph() -> None:
    """It was shown as bars and dashes."""
    html = page("להלן הנתונים:\n| א | ב |\n|---|---|\n| 1 | 2 |")
    assert html.startswith("<p>להלן הנתונים:</p>")
    assert plain_text(html.replace("<tr>", "\n<tr>")).split() == ["להלן", "הנתונים:", "א", "ב", "1", "2"]
    assert "<th" in html


@pytest.mark.parametrize(
    "markdown", ["[א](<appendices/דוח סופי.pdf>)", "[א](<appendices/x.pdf>)", "[ק]: <appendices/x.pdf>"]
)
def test_the_target_of_a_link_is_no_tag(markdown: str) -> None:
    """The importer writes it, every editor's help shows it, and it stopped the build."""
    assert list(unsafe_html(scan_body("", markdown, 1, ()))) == []
    assert [found for found, _ in unsafe_html(scan_body("", "(<script>)", 1, ()))] == ["<script>"]
