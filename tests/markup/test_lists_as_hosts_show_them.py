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
        ("* א\n  + [ ] ב", "<ul><li>א<ul><li>☐ ב</li></ul></li></ul>"),
        ("1) א\n2) ב\n   1) ג", "<ol><li>א</li><li>ב<ol><li>ג</li></ol></li></ol>"),
        ("0. א\n1. ב", '<ol start="0"><li>א</li><li>ב</li></ol>'),
        ("פסקה\n1) א", "<p>פסקה</p><ol><li>א</li></ol>"),
        ("1. א\n- ב", "<ol><li>א</li></ol><ul><li>ב</li></ul>"),
        ("1. א\n  - ב\n2. ג", '<ol><li>א</li></ol><ul><li>ב</li></ul><ol start="2"><li>ג</li></ol>'),
        ("- א\n\n  - ב\n- ג", "<ul><li><p>א</p><ul><li>ב</li></ul></li><li><p>ג</p></li></ul>"),
        ("- א\n  > ב\n- ג", "<ul><li><p>א</p><blockquote><p>ב</p></blockquote></li><li><p>ג</p></li></ul>"),
    ],
)
def test_a_list_is_nested_where_its_text_begins(markdown: str, html: str) -> None:
    """A host shows two levels, the site showed one, and nothing said so."""
    assert page(markdown) == html


def test_code_belongs_to_the_item_whose_text_it_stands_below() -> None:
    """Code of an inner item stood in the outer one, and the number after it began anew."""
    assert page("- א\n  - ב\n    ```\n    קוד\n    ```\n- ג") == (
        "<ul><li><p>א</p><ul><li><p>ב</p><pre><code>קוד</code></pre></li></ul></li><li><p>ג</p></li></ul>"
    )


@pytest.mark.parametrize("markdown", ["נוסדה בשנת\n1948. קמה.", "- נוסדה בשנת\n  1948. קמה."])
def test_a_year_at_the_beginning_of_a_line_is_no_item(markdown: str) -> None:
    """A sentence that an editor has broken into lines became a list that begins at 1948."""
    assert "<ol" not in page(markdown)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("> - א\n>   - ב", "<ul><li>א<ul><li>ב</li></ul></li></ul>"),
        ("> פסקה\n> 1) א", "<p>פסקה</p><ol><li>א</li></ol>"),
        ("> ```\n> קוד\n> ```", "<pre><code>קוד</code></pre>"),
        ("> ### כותרת\n> א", "<p><strong>כותרת</strong></p><p>א</p>"),
        ("> > - א\n> >   - ב", "<blockquote><ul><li>א<ul><li>ב</li></ul></li></ul></blockquote>"),
        ("> א\nהמשך", "<p>אהמשך</p>"),
    ],
)
def test_a_quotation_holds_what_a_body_holds(markdown: str, html: str) -> None:
    """Hashes, bars and dashes were printed as they are, in quotations alone."""
    assert page(markdown) == f"<blockquote>{html}</blockquote>"


def test_a_list_after_a_quotation_is_no_part_of_it() -> None:
    """The site said that an office's own list had been quoted."""
    assert page("> א\n- ב") == "<blockquote><p>א</p></blockquote><ul><li>ב</li></ul>"


def test_a_table_of_a_quotation_is_one() -> None:
    """It was shown as bars and dashes."""
    assert page("> א\n> | ב | ג |\n> | - | - |\n> | 1 | 2 |").count("<td>") == 2


def test_a_bar_in_the_code_of_a_cell_is_shown_without_what_keeps_it_there() -> None:
    """A command that is copied from the table did not run."""
    html = page("| א | ב |\n| - | - |\n| `a \\| b` | c \\| d |")
    assert "<td><code>a | b</code></td><td>c | d</td>" in html


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
