"""What an editor wrote, found without building a page."""

import time

import pytest

from generator.diagnostics import Text
from generator.markup import scan_body, slow_markdown, unsafe_html
from generator.model.content import Body
from generator.structure import PartSpec, load_structure, parts_of

REFLECTION = parts_of(load_structure(), "reflection")


def scan(text: str) -> Body:
    """A chapter of the element `reflection`, whose body begins on line 5."""
    return scan_body("p/reflection.md", text, 5, REFLECTION)


@pytest.mark.parametrize(
    "heading",
    ["## מה עבד", "# מָה עָבַד?", "#### 2.1. מה עבד:", "### ב. מה עבד ###", "## **מה עבד**", "מה עבד\n======", "## What worked",
     "## ما الذي نجح", "## 2.1 מה עבד", "## 3 מה עבד", "## ג – מה עבד", "## סיכום הביניים {#worked}", "##מה עבד"],
)  # fmt: skip
def test_a_part_is_known_however_its_heading_is_dressed(heading: str) -> None:
    """Offices number, point and emphasise their headings; the part would be called missing."""
    assert [each.part for each in scan(f"{heading}\n\nעבדנו יחד.\n").headings] == ["worked"]


@pytest.mark.parametrize(
    "text",
    [
        "```\n## מה עבד\n```",
        "    ## מה עבד",
        "<!--\n## מה עבד\n-->",
        "#מה_עבד",
        "\\## מה עבד",
        "~~~\n## מה עבד",
        "<div>\n## מה עבד\n</div>",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    """A part that stands in an example or a comment is not on the page, so it must not satisfy the structure."""
    assert scan(f"{text}\n").headings == ()


def test_a_heading_with_nothing_under_it_has_no_text() -> None:
    """A skeleton of headings would pass for a chapter."""
    body = scan("## מה עבד\n\n<!-- להשלים -->\n\n## מה עבד פחות\n\nהזמן.\n")
    assert [heading.has_text for heading in body.headings] == [False, True]


def test_anchors_are_in_the_headings_own_script_and_never_twice() -> None:
    """`_1`, `_2` move when a heading is added, and a link in a letter then leads elsewhere."""
    body = scan("## בית־הספר שלנו\nא\n## בית הספר שלנו\nב\n## מה עבד\nג\n## עוד {#worked}\nד\n## Worked\nה\n")
    assert [heading.id for heading in body.headings] == [
        "בית-הספר-שלנו", "בית-הספר-שלנו-2", "worked", "worked-2", "worked-3"
    ]  # fmt: skip


def test_links_stand_where_their_target_is_written() -> None:
    """The caret has to be under the target: that is what the editor has to mend."""
    text = (
        "ראו [בהקדמה](foreword.md#use), ו[קובץ](<a b.pdf>)\n"
        'וגם ![מפה](media/map.png "כותרת") `[לא](x.md)`\n\n[שם]: c.md\n\n[שם][]\n'
    )
    lines = text.split("\n")
    links = scan(text).links
    assert [(link.target, link.is_image) for link in links] == [
        ("foreword.md#use", False), ("a b.pdf", False), ("media/map.png", True), ("c.md", False)
    ]  # fmt: skip
    for link in links:
        assert lines[link.span.line - 5][link.span.column - 1 : link.span.end_column - 1] == link.target


def test_unsafe_html_is_named_and_placed() -> None:
    """The cleaner would take it out without a word; the editor has to hear of it first."""
    text = (
        "טקסט <b onclick='x()'>מודגש</b>\n\n<script>alert(1)</script>\n\n"
        "[לחצו](javascript:x) ו<a href='data:text/html,x'>כאן</a>\n\n`<script>`\n"
    )
    found = [(what, span.line, span.column) for what, span in unsafe_html(scan(text))]
    assert found == [("onclick", 5, 9), ("<script>", 7, 1), ("javascript:", 9, 8), ("data:", 9, 32)]


def test_ordinary_html_is_no_fault() -> None:
    """A warning nobody has to act on teaches not to read warnings."""
    text = "שורה<br>חדשה, H<sub>2</sub>O, <details><summary>עוד</summary>טקסט</details> 3 < 5 ו־<https://example.org>\n"
    assert list(unsafe_html(scan(text))) == []


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "](" * 100_000, "`" * 100_000, "*a **b " * 30_000, "> " * 50_000, "<a " * 60_000, "<div>" * 40_000,
     "\n\n".join(f'<b lang="{n}">x' for n in range(5_000)), "[^1]" * 50_000, "# a\n" * 50_000, "<!--" * 50_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_text_that_is_slow_on_purpose_holds_nobody_up(text: str) -> None:
    """One chapter could stop the site of all ministries."""
    start = time.process_time()
    body = scan(text)
    list(unsafe_html(body))
    list(slow_markdown(body))
    assert time.process_time() - start < 3


def test_a_part_of_another_element_is_an_ordinary_heading() -> None:
    """`רקע` is a part of the background only: in a content chapter it is just a word."""
    part = PartSpec(id="development", title=Text(he="פיתוח", ar="التطوير", en="Development"))
    assert scan_body("p/model.md", "## רקע\nטקסט\n", 1, (part,)).headings[0].part is None
