"""What axe-core (WCAG 2.2 AA and its best practice) finds on a page that is open: wide and narrow, light and dark."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from tests.browser.sites import HARD, HERE

EVERYTHING = "axe.run({resultTypes: ['violations']})"
COLOURS = "axe.run({runOnly: ['color-contrast'], resultTypes: ['violations']})"
BUT_COLOURS = "axe.run({rules: {'color-contrast': {enabled: false}}, resultTypes: ['violations']})"
Looks = tuple[tuple[int, str, str], ...]
"""Widths and colour schemes in which a page is asked about, and what is asked."""

LOOKS: Looks = ((1280, "light", EVERYTHING), (360, "dark", EVERYTHING))
CROSSED: Looks = (*LOOKS, (360, "light", COLOURS), (1280, "dark", COLOURS))
"""What depends on the colours alone is asked of all four on a page of each layout. That the colours of the style sheet
can be told apart in both schemes, whoever puts them together, is held by `tests/theme/test_look.py`."""
FEWER: Looks = ((1280, "light", EVERYTHING), (360, "dark", COLOURS))
"""Long pages have the markup of short ones."""
ONCE: Looks = ((1280, "light", BUT_COLOURS),)
"""The Arabic and the English site have the styles of the Hebrew one, and other words: the names of things and languages."""
LAYOUTS = ("catalogue", "ministries", "ministry", "process", "chapter", "participants", "promises", "meeting", "guide")
"""Of each layout one page, with what is shown in a narrow or a wide window alone: menu, facets, contents, tables."""
IN_COLOUR = ("catalogue", "process", "participants")
"""Opened as long pages are in Arabic and English, too: a style for one language alone would show on these."""
FEW_ROWS = "document.querySelectorAll('tbody tr:nth-child(n+41)').forEach(row => row.remove())"
"""All rows of a table are made alike, and axe takes ten times as long for five hundred."""


def looks(language: str, kind: str) -> Looks:
    """How often a page of this kind is asked about in the site of this language."""
    if language == "he" and kind not in HARD:
        return CROSSED if kind in LAYOUTS else LOOKS
    return FEWER if language == "he" or kind in IN_COLOUR else ONCE


def violations(page: Page, asked: Looks) -> tuple[tuple[int, str, str, str], ...]:
    """Width, colour scheme, rule and element of all that is found. Long tables are short afterwards."""
    page.evaluate(FEW_ROWS)
    page.evaluate(_axe())
    found = set()
    for width, scheme, question in asked:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        for violation in page.evaluate(question)["violations"]:
            found |= {(width, scheme, violation["id"], node["html"][:200]) for node in violation["nodes"]}
    page.emulate_media(color_scheme="light")
    return tuple(sorted(found))


@cache
def _axe() -> str:
    return (HERE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
