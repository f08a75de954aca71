"""A real browser on a real folder: what the search tests share."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.pipeline.assets import published_script

SCRIPTS = Path(__file__).parents[2] / "generator" / "assets" / "js"
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:"


def write_site(folder: Path, files: Iterable[tuple[str, bytes]], pages: dict[str, str]) -> None:
    """The index, the search's scripts in `assets/js/`, and pages by uri, as one folder."""
    for uri, content in (*files, *((uri, page.encode()) for uri, page in pages.items())):
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "assets/js").mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS.glob("search*.js"):
        (folder / "assets/js" / script.name).write_text(published_script(script), encoding="utf-8")


class _Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "max-age=3600")  # as many hosts say of every file
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing: the tests' own output is what counts."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a plain static server on the folder, with the site's Content-Security-Policy."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
