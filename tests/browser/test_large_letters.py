"""Letters twice as large as usual, which many readers set once in their browser, on a phone of 360 pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import KINDS, kinds_in
from tests.browser.visits import FITS
from tests.conftest import CHROMIUM

pytestmark = pytest.mark.browser

FEW = ("catalogue", "process", "participants", "promises", "closing", "lessons")
"""Opened in Arabic and in English; their other pages have the markup of the Hebrew ones."""


@pytest.fixture(scope="module")
def large(chromium: Browser) -> Iterator[Page]:
    """A phone whose letters are 32 pixels by the browser's own setting, as against its zoom."""
    options = CHROMIUM | {"args": [*CHROMIUM["args"], "--blink-settings=defaultFontSize=32"]}
    browser = chromium.browser_type.launch(**options)
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.set_content("<p>")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    yield page
    browser.close()


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_no_page_scrolls_sideways(large: Page, sites: Callable[[str], str], language: str) -> None:
    """Each line would have to be pulled into view by the readers who see least."""
    outside = {}
    for kind in kinds_in(language) if language == "he" else FEW:
        large.goto(sites(language) + KINDS[kind])
        if "?" in KINDS[kind]:
            large.locator("[data-sikum-status]:not(:empty)").wait_for()
        outside[kind] = large.evaluate(FITS)
    assert {kind: found for kind, found in outside.items() if found} == {}


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_what_a_list_is_sorted_by_can_be_read(large: Page, sites: Callable[[str], str], language: str) -> None:
    """Between two buttons the field was squeezed to its arrow: nobody could see what it was for."""
    large.goto(sites(language))
    sort = large.locator("select[name=sort]")
    widths = sort.evaluate("it => [it.clientWidth, parseFloat(getComputedStyle(it).fontSize)]")
    assert widths[0] >= 5 * widths[1]
