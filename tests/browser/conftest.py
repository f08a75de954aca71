"""A window on the small catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def root(sites: Callable[[str], str]) -> str:
    """The address of the Hebrew site."""
    return sites("he")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A reader's window on a desk."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A reader's phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()
