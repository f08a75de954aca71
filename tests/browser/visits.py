"""What a browser saw when it opened a page once: faults, languages, whether it fits, and what axe finds.

One visit serves many tests.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.axe import Looks, violations

WIDTHS = (1280, 360, 320)
"""A desk, a phone, and a 1280 px window at 400 % zoom (WCAG 1.4.10)."""

VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", e => window.violations.push(`${e.violatedDirective} ${e.blockedURI}`));
"""

READ = """() => {
  const html = document.documentElement, article = document.querySelector("article.page__main");
  return {
    site: [html.lang, html.dir], article: [article.lang, article.dir],
    mains: document.querySelectorAll("main").length,
    headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter(h => h.checkVisibility()).map(h => Number(h.tagName[1])),
    pictures: [...document.images].filter(i => !i.hasAttribute("alt")).map(i => i.src),
    heads: [...document.querySelectorAll("table")].filter(t => !t.querySelector("th")).map(t => t.outerHTML.slice(0, 200)),
    charts: [...document.querySelectorAll("figure.chart")].filter(f =>
      !f.querySelector("figcaption")?.innerText.trim() || !f.matches(".timescale, .document *") && !f.querySelector("table, .tally")
      || ![...f.querySelectorAll("svg")].every(s => ["aria-label", "aria-labelledby", "aria-hidden"].some(a => s.getAttribute(a)))
    ).map(f => f.outerHTML.slice(0, 300)),
    violations: window.violations,
  };
}"""

FITS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll("*")].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width && (box.right > width + 1 || box.left < -1);
  }).slice(0, 5).map(e => e.outerHTML.slice(0, 120));
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    site: tuple[str, str]
    """`lang` and `dir` of the whole page."""
    article: tuple[str, str]
    """`lang` and `dir` of what it says."""
    mains: int
    headings: tuple[int, ...]
    """Levels of the headings shown, in order."""
    pictures: tuple[str, ...]
    """Pictures without a text in their place."""
    heads: tuple[str, ...]
    """Tables without a heading cell."""
    charts: tuple[str, ...]
    """Charts without a sentence, a name or the numbers in words; the sentence of a time scale says its one number, and
    the document for print has the numbers beside its charts."""
    strangers: tuple[str, ...]
    """Requests to other hosts."""
    faults: tuple[str, ...]
    """What the console complained of, scripts that failed, files that were not there, policies broken."""
    overflow: dict[int, list[str]]
    """By width of the window: what stands outside it."""
    violations: tuple[tuple[int, str, str, str], ...]
    """What axe finds: width, colour scheme, rule and element."""


@functools.cache
def visit(chromium: Browser, root: str, url: str, asked: Looks) -> Visit:
    """Opens `root + url` with the site's own Content-Security-Policy in force; `asked`: of axe."""
    page = _window(chromium)
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    host = root.split("/")[2]
    strangers: list[str] = []
    faults: list[str] = []
    listeners: dict[str, Callable[[Any], None]] = {
        "request": lambda request: None if _is_own(request.url, host) else strangers.append(request.url),
        "pageerror": lambda error: faults.append(str(error)),
        "console": lambda said: faults.append(said.text) if said.type in ("error", "warning") else None,
        "response": lambda response: (
            faults.append(f"{response.status} {response.url}") if response.status >= 400 else None
        ),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    page.goto(root + url)
    if "?" in url:
        page.locator("[data-sikum-status]:not(:empty)").wait_for()
    overflow = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        overflow[width] = page.evaluate(FITS)
    seen = page.evaluate(READ)
    faults += seen.pop("violations")
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return Visit(
        **{name: tuple(value) if isinstance(value, list) else value for name, value in seen.items()},
        strangers=tuple(strangers),
        faults=tuple(fault for fault in faults if not _is_the_missing_page(fault, url)),
        overflow=overflow,
        violations=violations(page, asked),
    )


@functools.cache
def _window(chromium: Browser) -> Page:
    """One for all visits: a new one costs as much as a page. It ends with the browser."""
    context = chromium.new_context()
    context.add_init_script(VIOLATIONS)
    return context.new_page()


def _is_own(address: str, host: str) -> bool:
    return address.startswith((f"http://{host}/", "data:", "blob:"))


def _is_the_missing_page(fault: str, url: str) -> bool:
    """The 404 page is asked for by an address that is not there: the browser says so, rightly."""
    return url.startswith("no/") and "404" in fault


def keep(page: Page, name: str) -> None:
    """A picture of the window, for a person to look at: `artefacts/reader/`."""
    from tests.browser.sites import HERE

    folder = HERE / "artefacts" / "reader"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png")
