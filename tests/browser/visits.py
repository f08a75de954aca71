"""What a browser saw and told when it opened a page once: faults, languages, whether it fits, what is heard, what axe finds.

One visit serves many tests, in whatever worker they run.
"""

from __future__ import annotations

import fcntl
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import Looks, violations

WIDTHS = (1280, 360, 320)
"""A desk, a phone, and a 1280 px window at 400 % zoom (WCAG 1.4.10)."""

ALSO_IN_FULL = ("catalogue", "process", "participants", "promises", "all-promises", "closing", "lessons")
"""Heard, and tried with large letters, in Arabic and English too; the other pages have the markup of the Hebrew ones, and
mostly the authors' words."""
USUAL, LARGE = 16, 32
"""Pixels of a letter, as browsers come, and as many readers set it once."""

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

CUT = """() => {
  const shown = e => e.checkVisibility() && !e.closest(".vh, .on-desk, .sheet:not([open])");
  const pen = document.createElement("canvas").getContext("2d");
  const tooNarrow = e => {
    const style = getComputedStyle(e);
    pen.font = style.font;
    const words = e.matches("select") ? e.selectedOptions[0]?.text ?? "" : e.value || e.placeholder;
    const room = e.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
    return pen.measureText(words.trim()).width > room + 1;
  };
  const hides = e => /hidden|clip/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && !e.matches("svg *");
  // in a row of boxes a sentence with a number set apart in it is three boxes with gaps between them
  const torn = e => {
    if (!/flex|grid/.test(getComputedStyle(e).display)) return false;
    const parts = [...e.childNodes].filter(n => n.nodeType === 3 ? n.data.trim() : n.nodeName === "BDI");
    return parts.length > 1 && parts.some(n => n.nodeType === 1);
  };
  const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  const crossed = svg => {
    const boxes = [...svg.querySelectorAll("text")].filter(shown).map(t => t.getBoundingClientRect());
    return boxes.some((a, i) => boxes.slice(i + 1).some(b => meets(a, b)));
  };
  const all = (selector, fault) => [...document.querySelectorAll(selector)].filter(e => shown(e) && fault(e))
    .map(e => `${fault.name}: ${e.outerHTML.slice(0, 160)}`);
  return [...all("select, input[type=search]", tooNarrow), ...all("body *", hides), ...all("body *", torn),
    ...all(".chart > svg", crossed)].slice(0, 5);
}"""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen at an address."""

    address: str
    """Where the browser was in the end."""
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
    cut: dict[int, list[str]]
    """By width of the window: fields too narrow for their words, hidden ends, sentences in pieces, words upon words in charts."""
    overflow_large: tuple[str, ...]
    """What stands outside a phone's window when letters are twice as large as usual, of pages that are visited in full."""
    heard: str
    """The page's tree of roles, names and states, as Playwright writes it, of pages that are visited in full."""
    violations: tuple[tuple[int, str, str, str], ...]
    """What axe finds: width, colour scheme, rule and element."""


def visit_once(kept: Path, chromium: Browser, root: str, url: str, asked: Looks, *, in_full: bool) -> Visit:
    """What `visit` returns, kept in a file: the first worker to ask opens the page, the others read what it saw."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        if seen := file.read():
            return msgspec.json.decode(seen, type=Visit)
        found = visit(chromium, root, url, asked, in_full=in_full)
        file.write(msgspec.json.encode(found))
        return found


def visit(chromium: Browser, root: str, url: str, asked: Looks, *, in_full: bool) -> Visit:
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
    wait_for_scripts(page, url)
    heard = page.locator("body").aria_snapshot() if in_full else ""
    overflow, cut = {}, {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        overflow[width] = page.evaluate(FITS)
        cut[width] = page.evaluate(CUT)
    overflow_large = _overflow_large(page) if in_full else ()
    seen = page.evaluate(READ)
    faults += seen.pop("violations")
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return Visit(
        address=page.url,
        **{name: tuple(value) if isinstance(value, list) else value for name, value in seen.items()},
        strangers=tuple(strangers),
        faults=tuple(fault for fault in faults if not _is_the_missing_page(fault, url)),
        overflow=overflow,
        cut=cut,
        overflow_large=overflow_large,
        heard=heard,
        violations=violations(page, asked),
    )


def _overflow_large(page: Page) -> tuple[str, ...]:
    page.set_viewport_size({"width": 360, "height": 740})
    with_letters(page, LARGE)
    found = tuple(page.evaluate(FITS))
    with_letters(page, USUAL)
    return found


def wait_for_scripts(page: Page, url: str) -> None:
    """Until the scripts of a page have drawn what they draw: results with their excerpts, and the facets."""
    if "?" in url:
        page.locator("[data-sikum-status]:not(:empty)").wait_for()
        # each result has its excerpt, which comes when it is on the screen
        count = page.locator("[data-sikum-results]").get_attribute("data-count")
        expect(page.locator(".search-excerpt")).to_have_count(int(count or 0))
    if page.locator("form[data-sikum-search]").count():
        page.locator("#facets input").first.wait_for()


def with_letters(page: Page, pixels: int) -> None:
    """Letters of this size by the browser's own setting, as against its zoom."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels}})
    session.detach()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{pixels}px"


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
