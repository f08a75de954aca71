"""How many bytes a reader's first search moves, counted in a real browser on a built site.

    python -m benchmarks.first_search SITE WORDS

prints a JSON object: `query`, `found`, `moved_bytes`, and `files` with the bytes of each.
"""

from __future__ import annotations

import argparse
import json
import os
import threading
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from playwright.sync_api import Response, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_SEARCH = {"document", "stylesheet", "font", "image"}
"""What a visit without a search loads as well."""
WAIT_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSearch:
    """One search with an empty cache."""

    query: str
    found: int
    moved_bytes: int
    """Scripts, indexes and whatever they fetch, uncompressed; without the page, its styles, fonts and pictures."""
    files: dict[str, int]
    """Each of them by its path."""


def first_search(site: Path, query: str, *, chromium: str) -> FirstSearch:
    """Open `/?q=<query>` of the site in the folder `site`, and wait until the results are counted."""
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        try:
            page = browser.new_page()
            responses: list[Response] = []
            # A listener is marked by Playwright, and a built-in method takes no mark.
            page.on("response", lambda response: responses.append(response))  # noqa: PLW0108
            page.goto(f"{address}/?q={quote(query)}")
            results = page.wait_for_selector("[data-sikum-results][data-count]", state="attached", timeout=WAIT_MS)
            page.wait_for_load_state("networkidle")
            found = int((results.get_attribute("data-count") if results else None) or 0)
            files = {
                response.url.removeprefix(address): len(response.body())
                for response in responses
                if response.ok and response.request.resource_type not in NOT_SEARCH
            }
        finally:
            browser.close()
    return FirstSearch(query=query, found=found, moved_bytes=sum(files.values()), files=files)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has in the base class
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    """The command line; the browser is `CHROMIUM`, or Debian's."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.first_search", description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("query")
    arguments = parser.parse_args()
    search = first_search(arguments.site, arguments.query, chromium=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
    print(json.dumps(asdict(search), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
