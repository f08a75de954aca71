"""How many bytes a reader's first search moves, counted in a real browser on a built site.

    python -m benchmarks.first_search SITE WORDS

prints a JSON object: `query`, `found`, `moved_bytes`, and `files` with the bytes of each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import threading
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from playwright.sync_api import Response, sync_playwright

from benchmarks.browser import chromium

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


def first_search(site: Path, query: str) -> FirstSearch:
    """Open `/?q=<query>` of the site in the folder `site`, and wait until the results are counted."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
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


class _Zipping(_Quiet):
    """Sends pages, styles, scripts and drawings as gzip."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in (".html", ".css", ".js", ".svg", ".json"):
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(site: Path, *, zipped: bool = False) -> Iterator[str]:
    """The address of a plain server on the folder; `zipped`: what is text goes over the line as gzip."""
    handler = _Zipping if zipped else _Quiet
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
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
    search = first_search(arguments.site, arguments.query)
    print(json.dumps(asdict(search), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
