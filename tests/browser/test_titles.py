"""Two rules of type for Hebrew titles, held by where each letter stands, in a card and at the head of a page, at many widths.

1. A range of years or figures stands in one line and reads from left to right.
2. Latin in a Hebrew title reads from left to right where the sentence has it, and what is joined to it by a maqaf stays with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.rendering.templates import isolated

pytestmark = pytest.mark.browser

WIDTHS = range(180, 620, 22)
PLACES = ("article.page__main h1", ".card h3 a")
_BOXES = """([place, html, widths]) => {
  const title = document.querySelector(place);
  title.innerHTML = html;
  return widths.map(width => {
    title.style.cssText = `display: block; inline-size: ${width}px; max-inline-size: none; text-wrap: wrap`;
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT), boxes = [];
    for (let node; (node = walker.nextNode());) {
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        boxes.push([node.data[at], box ? Math.round(box.top + box.height / 2) : null, box ? box.left : null]);
      }
    }
    return boxes;
  });
}"""

Letters = Callable[[str, str, int], list[tuple[int, float]]]


@pytest.fixture(scope="module")
def window(chromium: Browser, sites: Callable[[str], str]) -> Iterator[Page]:
    """The catalogue on a desk: one for all titles, each of which is written over the one before."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(sites("he"))
    yield page
    context.close()


@pytest.fixture(params=PLACES, ids=["page", "card"])
def letters(request: pytest.FixtureRequest, window: Page) -> Letters:
    """Line and left edge of each letter of a part of a title, spaces left out, in the order of reading, at a width."""

    @cache
    def boxes(title: str) -> dict[int, list[Any]]:
        found: list[list[Any]] = window.evaluate(_BOXES, [request.param, str(isolated(title)), list(WIDTHS)])
        return dict(zip(WIDTHS, found, strict=True))

    def of(title: str, part: str, width: int) -> list[tuple[int, float]]:
        letters = boxes(title)[width]
        start = "".join(box[0] for box in letters).index(part)
        return [(box[1], box[2]) for box in letters[start : start + len(part)] if box[0].strip() and box[1] is not None]

    return of


@pytest.mark.parametrize(
    ("title", "ranges"),
    [
        ("התוכנית הלאומית לצמיחה ירוקה, 2012–2020", ["2012–2020"]),
        ("תוכנית החומש (2023–2027) לקידום החינוך, 10–15 צעדים", ["2023–2027", "10–15"]),
        ("דרך בטוחה לבית הספר – שלב ראשון, 2018-2019", ["2018-2019"]),
    ],
)
def test_a_range_stands_in_one_line_from_left_to_right(letters: Letters, title: str, ranges: list[str]) -> None:
    """ "2020–" at the end of a line and "2012" on the next say that the plan ended before it began."""
    for width in WIDTHS:
        for part in ranges:
            found = letters(title, part, width)
            assert len({line for line, _ in found}) == 1, (width, part)
            assert all(left < after for (_, left), (_, after) in pairwise(found)), (width, part)


@pytest.mark.parametrize(
    ("title", "latin", "joined"),
    [
        ("השותפות לממשל פתוח Open Government Partnership בישראל", "Open Government Partnership", ""),
        ("מעבר ל־OECD ול־G20: מדיניות פתוחה", "OECD", "ל־OECD"),
        ("היערכות ל־2030 בערים הגדולות", "", "ל־2030"),
        ("שימוש ב־Wikidata ובכלי AI בשירות הציבורי", "Wikidata", "ב־Wikidata"),
    ],
)
def test_latin_reads_from_left_to_right_and_keeps_its_prefix(
    letters: Letters, title: str, latin: str, joined: str
) -> None:
    """A preposition alone at the end of a line belongs to nothing; Latin words in the order of Hebrew are another name."""
    for width in WIDTHS:
        found = letters(title, latin, width) if latin else []
        lines = [line for line, _ in found]
        assert lines == sorted(lines), width
        for (line, left), (next_line, after) in pairwise(found):
            assert left < after or line != next_line, width
        if joined:
            whole = letters(title, joined, width)
            prefix, word = whole[:2], whole[2:]
            assert {line for line, _ in prefix} == {word[0][0]}, width
            assert min(left for _, left in prefix) > max(left for line, left in word if line == prefix[0][0]), width
