"""What holds for every test: how hard the property tests try, one browser, and the sites it opens."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from generator.collector import tune_garbage_collector
from tests.browser.axe import looks
from tests.browser.sites import KINDS, built_folder, served, shared_folder
from tests.browser.visits import ALSO_IN_FULL, Visit, visit_once

# A shell that starts the tests in the background lets them ignore SIGINT, and so would every preview that they start and
# end by it. A handler, unlike "ignore", is not handed down: what is started gets the system's own way of ending.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# As a build does: nine thousand tests live to the end, and looking through them again and again is half of collecting them.
tune_garbage_collector()

# `make test` gives the same answer every time, on any machine however busy; `make soak` looks for what it has not seen.
settings.register_profile("test", deadline=None, derandomize=True, database=None)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile("soak" if os.environ.get("SIKUM_SOAK") else "test")

CHROMIUM = {
    "executable_path": shutil.which(os.environ.get("CHROMIUM", "chromium-headless-shell")) or "/usr/bin/chromium",
    "args": [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
}
"""Chromium's engine without a window around it, which takes half of the time; the whole browser where this is not there."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One for all, since Playwright cannot be started twice at once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """From a language to the address of the small catalogue in it; built when first asked for, once for all workers."""
    with ExitStack() as servers:
        addresses: dict[str, str] = {}

        def address(language: str) -> str:
            if language not in addresses:
                addresses[language] = servers.enter_context(served(built_folder(tmp_path_factory, language)))
            return addresses[language]

        yield address


@pytest.fixture(scope="session")
def visited(
    tmp_path_factory: pytest.TempPathFactory, chromium: Browser, sites: Callable[[str], str]
) -> Callable[[str, str], Visit]:
    """From a site's language and a kind of page to what a browser saw there; opened once for all workers."""
    folder = shared_folder(tmp_path_factory, "visits")

    @cache
    def seen(language: str, kind: str) -> Visit:
        return visit_once(
            folder / f"{kind}.{language}.json",
            chromium,
            sites(language),
            KINDS[kind],
            looks(language, kind),
            in_full=language == "he" or kind in ALSO_IN_FULL,
        )

    return seen
