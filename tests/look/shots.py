"""Pictures of pages by the three engines: Chromium takes all of them, the other two those that are drawn most."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterable, Sequence
from glob import glob
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.engines import Engine, firefox, until, webkit
from tests.conftest import CHROMIUM

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
TALLEST = 6000
"""Pixels of a page that a picture shows; what lies below is more of the same."""
FEWER = {
    "catalogue", "catalogue-found", "process", "process-in-english", "process-in-arabic", "participants", "promises",
    "responses", "all-promises", "closing", "ministries", "lessons", "brief",
}  # fmt: skip
"""What Firefox and WebKit take: the kinds with charts, states, tables and sheets of their own."""
_SETTLED = """Promise.race([
  Promise.all([document.fonts.ready, ...[...document.images].map(i => { i.loading = "eager"; return i.decode().catch(() => 0); })]),
  new Promise(done => setTimeout(done, 3000)),
]).then(() => new Promise(done => {
  setTimeout(done, 500, 1); requestAnimationFrame(() => requestAnimationFrame(() => done(1)));
}))"""
"""Fonts are there, pictures are drawn, and so is what changed last; what takes longer is shown as it is."""
_FOUND = "document.querySelector('[data-sikum-status]:not(:empty)')"

Target = tuple[str, str, str]
"""Language of the site, kind, and address."""


def name_of(engine: str, language: str, kind: str, width: int, scheme: str) -> str:
    """The file of a picture, without its ending."""
    return f"{kind}.{language}.{width}.{scheme}.{engine}"


def by_chromium(pages: Sequence[Target], folder: Path, _: Path) -> str:
    """Every page at every width in both schemes."""
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        page = browser.new_context(has_touch=True).new_page()
        for language, kind, address in pages:
            _open(page, address)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800 if width < 1000 else 900})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    page.evaluate(_SETTLED)
                    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                    page.screenshot(
                        path=folder / f"{name_of('chromium', language, kind, width, scheme)}.jpg",
                        type="jpeg", quality=72, full_page=True,
                        clip={"x": 0, "y": 0, "width": width, "height": height},
                    )  # fmt: skip
                    count += 1
        browser.close()
    return f"{count} pictures"


def _open(page: Page, address: str) -> None:
    page.goto(address)
    if "?" in address:
        page.locator("[data-sikum-status]:not(:empty)").wait_for()


def by_firefox(pages: Sequence[Target], folder: Path, scratch: Path) -> str:
    """The shorter list, whole pages; a line that says so where Firefox is not installed."""
    if not shutil.which("firefox-esr"):
        return "not installed"
    count = 0
    with firefox(scratch / "firefox") as engine:
        for name in _walked(engine, pages, SCHEMES):
            (folder / f"{name}.png").write_bytes(base64.b64decode(engine.shot()))
            count += 1
    return f"{count} pictures"


def by_webkit(pages: Sequence[Target], folder: Path, scratch: Path) -> str:
    """The shorter list, the first screen of each: WebKitGTK's driver takes no whole pages, and its narrowest window is 447 px."""
    if not shutil.which("WebKitWebDriver") or not glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser"):
        return "not installed"
    count = 0
    with webkit(scratch / "webkit") as engine:
        for name in _walked(engine, pages, SCHEMES):
            (folder / f"{name}.png").write_bytes(base64.b64decode(engine.shot()))
            count += 1
    return f"{count} pictures"


def _walked(engine: Engine, pages: Sequence[Target], schemes: Iterable[str]) -> Iterable[str]:
    """Opens each page of the shorter list at a phone's and a desk's width; the name of the picture to take."""
    for language, kind, address in pages:
        if kind not in FEWER:
            continue
        for width in (WIDTHS[0], WIDTHS[-1]):
            engine.resize(width, 900)
            engine.open(address)
            if "?" in address:
                until(engine, _FOUND)
            for scheme in schemes:
                engine.ask(f"document.documentElement.dataset.theme = '{scheme}'")
                engine.ask(f"return {_SETTLED}")
                yield name_of(engine.name, language, kind, width, scheme)
