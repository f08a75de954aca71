"""`sikum check --links` against a server on this machine: the one rule that a folder alone cannot show."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.rules.conftest import SMALLEST


class Pages(BaseHTTPRequestHandler):
    """`/report` is there, `/shy` refuses to be asked without being read, and nothing else is."""

    def do_HEAD(self) -> None:
        """What a check asks first."""
        self._answer({"/report": 200, "/shy": 405}.get(self.path, 404))

    def do_GET(self) -> None:
        """What it asks where the first is refused."""
        self._answer({"/report": 200, "/shy": 200}.get(self.path, 404))

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives
        """Nothing: the tests' own output is enough."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server that answers as `Pages` says."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def checked(content: Path, text: str, *options: str) -> tuple[int, str]:
    """Exit status and findings of the smallest process with this text as its content."""
    copytree(SMALLEST, content)
    (content / "example" / "content.md").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(sikum, ["check", str(content), "--format", "concise", "--lang", "he", *options])
    return result.exit_code, result.stdout


def test_a_link_that_does_not_answer_is_a_warning_at_each_place(host: str, tmp_path: Path) -> None:
    """Sources vanish; who checks before publishing wants every place that leads to one, and no other."""
    text = f"לפי [הדוח]({host}/report) ו[הסקר]({host}/gone),\nולפי [הפרוטוקול]({host}/shy).\n\nעוד ב[סקר]({host}/gone#2).\n"
    status, found = checked(tmp_path / "processes", text, "--links")
    second = text.splitlines()[0].index(f"{host}/gone") + 1
    message = f"warning L010 unreachable-link: הכתובת אינה עונה: {host}/gone"
    assert found == f"example/content.md:1:{second}: {message}\nexample/content.md:4:12: {message}\n"
    assert status == 0


def test_no_other_host_is_asked_unless_it_is_wished(host: str, tmp_path: Path) -> None:
    """A check in an office without the network must not fail, nor tell another site who is writing what."""
    assert checked(tmp_path / "processes", f"לפי [הסקר]({host}/gone).\n", "--strict") == (0, "")
