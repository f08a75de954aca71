"""`mkdocs serve` on a small site: nothing raises, faults stand in the page, and a save is seen."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.plugin.small import ENVIRONMENT, configure, small_site

RECORD = "processes/example/index.md"
SECONDS = 40


class Preview:
    """A running `mkdocs serve`, and what a browser gets from it."""

    def __init__(self, site: Path, **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._address = f"127.0.0.1:{probe.getsockname()[1]}"
        self._log = open(site / "serve.log", "wb")  # noqa: SIM115 - as long as the server runs
        self._server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self._address],
            cwd=site,
            env=ENVIRONMENT | environment,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def get(self, url: str) -> str:
        """The page; empty while there is none."""
        try:
            with urllib.request.urlopen(f"http://{self._address}/{url}", timeout=SECONDS) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait(self, url: str, holds: Callable[[str], bool]) -> str:
        """The page as soon as it holds. Raises AssertionError when it does not in time, or the server ends."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            assert self._server.poll() is None, "mkdocs serve ended"
            if (page := self.get(url)) and holds(page):
                return page
            time.sleep(0.05)
        raise AssertionError(f"/{url} did not come to hold what was waited for:\n{self.get(url)[:2000]}")

    def wait_gone(self, url: str) -> None:
        """Until there is no such page. Raises AssertionError when there still is one in time."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and self.get(url):
            time.sleep(0.05)
        assert self._server.poll() is None, "mkdocs serve ended"
        assert not self.get(url), f"/{url} is still there"

    def reloads(self, page: str) -> Callable[[], str]:
        """What the reload script of the page asks the server; the answer comes when there is something new."""
        found = re.search(r"livereload\((\d+), (\d+)\)", page)
        assert found is not None, "the page does not ask to be reloaded"
        return lambda: self.get(f"livereload/{found[1]}/{found[2]}")

    def kill(self) -> None:
        """As the system does it when memory runs out: nothing of it runs any more."""
        self._server.kill()
        self._server.wait(SECONDS)

    def stop(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(SECONDS)
        self._log.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with an error in it."""
    small_site(tmp_path)
    write_ministry(tmp_path, "nobody")
    return tmp_path


@pytest.fixture
def preview(site: Path) -> Iterator[Preview]:
    """Its preview, from the first moment on."""
    running = Preview(site)
    yield running
    running.stop()


def write_ministry(site: Path, ministry: str) -> None:
    """Save the record with this ministry."""
    record = site / RECORD
    text = re.sub(r"^ministry: .*$", f"ministry: {ministry}", record.read_text("utf-8"), flags=re.MULTILINE)
    record.write_text(text, encoding="utf-8")


def test_a_fault_stands_in_the_page_until_it_is_mended(site: Path, preview: Preview) -> None:
    """An editor starts with a broken file, sees what is wrong where it is, mends it, and sees it go, all in one sitting."""
    broken = preview.wait("example/", lambda page: 'data-sikum-finding="' in page)
    assert "nobody" in broken
    assert 'data-sikum-finding="F021"' in preview.get(""), "the first page shows what is wrong anywhere"
    reloaded = preview.reloads(broken)
    write_ministry(site, "health")
    answer = reloaded()
    assert re.fullmatch(r"\d+", answer), "the browser was not told to load the page again"
    preview.wait("example/", lambda page: "unknown-ministry" not in page and "nobody" not in page)
    write_ministry(site, "nobody-else")
    preview.wait("example/", lambda page: "nobody-else" in page)


def test_a_slip_in_the_configuration_is_no_end(site: Path, preview: Preview) -> None:
    """`mkdocs.yml` is saved half-written sometimes; the preview waits for the next save."""
    preview.wait("", lambda page: "קטלוג" in page)
    (site / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    time.sleep(1)
    configure(site, "copyright: x\n")
    (site / RECORD).write_text((site / RECORD).read_text("utf-8").replace("title: ", "title: אחרת "), "utf-8")
    preview.wait("example/", lambda page: "אחרת" in page)
