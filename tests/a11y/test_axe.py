"""axe-core (WCAG 2.2 AA and its best practice) finds nothing on any kind of page: wide and narrow, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import HARD, KINDS, LANGUAGES, kinds_in

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
EVERYTHING = "axe.run({resultTypes: ['violations']})"
COLOURS = "axe.run({runOnly: ['color-contrast'], resultTypes: ['violations']})"
BUT_COLOURS = "axe.run({rules: {'color-contrast': {enabled: false}}, resultTypes: ['violations']})"
LOOKS = ((1280, "light", EVERYTHING), (360, "dark", EVERYTHING), (360, "light", COLOURS), (1280, "dark", COLOURS))
"""What depends on the colours alone is asked of all four; the rest once wide and once narrow."""
FEWER = ((1280, "light", EVERYTHING), (360, "dark", COLOURS))
"""Long pages have the markup of short ones."""
ONCE = ((1280, "light", BUT_COLOURS),)
"""The Arabic and the English site have the styles of the Hebrew one, and other words: the names of things and languages."""
IN_COLOUR = ("catalogue", "process", "participants")
"""Opened as long pages are in Arabic and English, too: a style for one language alone would show on these."""
FEW_ROWS = "document.querySelectorAll('tbody tr:nth-child(n+41)').forEach(row => row.remove())"
"""All rows of a table are made alike, and axe takes ten times as long for five hundred."""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One window for all pages."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("language", "kind"),
    [(language, kind) for language in LANGUAGES for kind in kinds_in(language)],
)
def test_axe_finds_nothing(page: Page, sites: Callable[[str], str], language: str, kind: str) -> None:
    """A reader with a screen reader, a keyboard or low vision would meet a page that was not made for them."""
    page.goto(sites(language) + KINDS[kind])
    if "?" in KINDS[kind]:
        page.locator("[data-sikum-status]:not(:empty)").wait_for()
    page.evaluate(FEW_ROWS)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    faults = set()
    for width, scheme, question in looks(language, kind):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        for violation in page.evaluate(question)["violations"]:
            faults |= {(width, scheme, violation["id"], node["html"][:200]) for node in violation["nodes"]}
    assert faults == set()


def looks(language: str, kind: str) -> tuple[tuple[int, str, str], ...]:
    """Widths and colour schemes in which a page is asked about, and what is asked."""
    if language == "he" and kind not in HARD:
        return LOOKS
    return FEWER if language == "he" or kind in IN_COLOUR else ONCE
