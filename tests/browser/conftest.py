"""A window on the small catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=360, height=740)


@pytest.fixture
def root(sites: Callable[[str], str]) -> str:
    """The address of the Hebrew site."""
    return sites("he")


@pytest.fixture(scope="module")
def desk(chromium: Browser) -> Iterator[Page]:
    """One window for all tests of a module: a new one costs more than a page does."""
    with chromium.new_context(viewport=DESK) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def mobile(chromium: Browser) -> Iterator[Page]:
    """One phone for all tests of a module."""
    with chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        yield context.new_page()


@pytest.fixture
def page(desk: Page) -> Iterator[Page]:
    """A reader's window on a desk, as if it had just been opened."""
    yield desk
    _as_opened(desk, DESK)


@pytest.fixture
def phone(mobile: Page) -> Iterator[Page]:
    """A reader's phone, as if it had just been switched on."""
    yield mobile
    _as_opened(mobile, PHONE)


def _as_opened(page: Page, size: ViewportSize) -> None:
    """Take away what a test left: what the site remembers, what was asked of the window, and other windows."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.unroute_all()
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.context.clear_cookies()
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference", forced_colors="none")
    page.set_viewport_size(size)
