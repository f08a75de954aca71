"""Letters twice as large as usual, which many readers set once in their browser, on a phone of 360 pixels.

That every page fits is held with all else that holds on every page (`test_every_page.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import LARGE, with_letters

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def large(chromium: Browser) -> Iterator[Page]:
    """A phone whose letters can be made large, and which nobody else uses."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_what_a_list_is_sorted_by_can_be_read(large: Page, sites: Callable[[str], str], language: str) -> None:
    """Between two buttons the field was squeezed to its arrow: nobody could see what it was for."""
    large.goto(sites(language))
    with_letters(large, LARGE)
    sort = large.locator("select[name=sort]")
    widths = sort.evaluate("it => [it.clientWidth, parseFloat(getComputedStyle(it).fontSize)]")
    assert widths[0] >= 5 * widths[1]
