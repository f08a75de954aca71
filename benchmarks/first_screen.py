"""How a page comes up on a phone: how far it jumps (CLS) and when its largest part is drawn (LCP), on a slow network.

    python -m benchmarks.first_screen SITE URL…

prints a JSON object: by address the median of the rounds of `cls` (a share of the screen; good is at most 0.1),
`lcp_ms` (good is at most 2,500) and `least_lcp_ms`, the round in which the machine did least else; `moved_bytes` of page,
styles, scripts, fonts and pictures as they go over the line, zipped as hosts do; and what no load of the machine changes:
`blocking_bytes` and `blocking_requests` that must be there before anything is drawn, the page itself among them. `line_ms`:
when the last of these had come, in the round with the least: what the network alone takes, and little of the machine's load.
The phone: 360 × 740 pixels, a quarter of this machine's speed, 1.6 Mbit/s, 150 ms; an empty cache each time.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.browser import chromium
from benchmarks.first_search import served

ROUNDS = 3
SLOWER = 4
USUAL, SLOW = (1_600_000 / 8, 150), (400_000 / 8, 400)
"""Bytes a second, and milliseconds before the first of them."""
SETTLE_MS = 4_000
"""How long after loading a jump still counts: fonts that come late make it."""
_OBSERVE = """
window.seen = {cls: 0, lcp: 0};
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.seen.cls += e.value; })
  .observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => { for (const e of list.getEntries()) window.seen.lcp = e.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
"""
_LINE = """
Math.max(...performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource")
  .filter(each => each.renderBlockingStatus === "blocking")).map(each => each.responseEnd))
"""
_BLOCKING = """
performance.getEntriesByType("resource").filter(each => each.renderBlockingStatus === "blocking").map(each => each.name)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstScreen:
    """One address on a phone with an empty cache."""

    cls: float
    lcp_ms: float
    moved_bytes: int
    blocking_bytes: int
    blocking_requests: int
    line_ms: float
    least_lcp_ms: float = 0


def first_screen(browser: Browser, address: str, line: tuple[float, int] = USUAL) -> FirstScreen:
    """The medians of a few visits."""
    visits = [_visit(browser, address, line) for _ in range(ROUNDS)]
    return FirstScreen(
        cls=round(median(each.cls for each in visits), 3),
        lcp_ms=round(median(each.lcp_ms for each in visits)),
        moved_bytes=int(median(each.moved_bytes for each in visits)),
        blocking_bytes=int(median(each.blocking_bytes for each in visits)),
        blocking_requests=int(median(each.blocking_requests for each in visits)),
        line_ms=round(min(each.line_ms for each in visits)),
        least_lcp_ms=round(min(each.lcp_ms for each in visits)),
    )


def _visit(browser: Browser, address: str, line: tuple[float, int]) -> FirstScreen:
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    context.add_init_script(_OBSERVE)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    addresses: dict[str, str] = {}
    moved: dict[str, float] = {}
    devtools.on(
        "Network.requestWillBeSent", lambda event: addresses.update({event["requestId"]: event["request"]["url"]})
    )
    devtools.on(
        "Network.loadingFinished",
        lambda event: moved.update({addresses[event["requestId"]]: event["encodedDataLength"]}),
    )
    devtools.send("Network.enable")
    speed, latency = line
    conditions = {"offline": False, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed / 2}
    devtools.send("Network.emulateNetworkConditions", conditions)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(SETTLE_MS)
    seen = page.evaluate("window.seen")
    blocking = {page.url, *page.evaluate(_BLOCKING)}
    line_ms = page.evaluate(_LINE)
    context.close()
    return FirstScreen(
        cls=seen["cls"],
        lcp_ms=seen["lcp"],
        moved_bytes=int(sum(moved.values())),
        blocking_bytes=int(sum(size for address, size in moved.items() if address in blocking)),
        blocking_requests=len(blocking),
        line_ms=line_ms,
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--slow", action="store_true", help="400 kbit/s and 400 ms: an old network in a valley")
    parser.add_argument("site", type=Path)
    parser.add_argument("urls", nargs="+", help="addresses of pages, relative to the site's root; / for the front page")
    arguments = parser.parse_args()
    line = SLOW if arguments.slow else USUAL
    with served(arguments.site, zipped=True) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        found = {url: asdict(first_screen(browser, f"{root}/{url.lstrip('/')}", line)) for url in arguments.urls}
        browser.close()
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
