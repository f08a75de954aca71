"""From saving a chapter to the reloaded page, as an editor with a browser open would wait for it."""

from __future__ import annotations

import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

START_SECONDS = 600
"""The longest wait for the preview's first build, and for any reload."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a preview took: its start, and each save."""

    start_seconds: float
    reload_seconds: tuple[float, ...]
    """From the save until the browser is told to reload and has the page with the new text."""


def preview(
    command: Sequence[str], *, cwd: Path, url_path: str, edit: Callable[[str], None], edits: int, log: Path
) -> Preview:
    """Serve with `command` (the address is added), call `edit(mark)` some times, and wait for each mark on the page.

    `url_path` is the edited page's; `edit` saves its source with the mark in the text.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    with log.open("wb") as output:
        started = time.perf_counter()
        server = subprocess.Popen([*command, "-a", address], cwd=cwd, stdout=output, stderr=subprocess.STDOUT)
        try:
            page = f"http://{address}{url_path}"
            text = _wait_for(page, "</html>", server)
            start_seconds = time.perf_counter() - started
            reloads = []
            for number in range(edits):
                time.sleep(1.5)  # the watcher has to be at rest, or two saves are taken for one
                mark = f"mark{number}x{int(started)}"
                saved = time.perf_counter()
                edit(mark)
                _wait_for_reload(address, text)
                text = _wait_for(page, mark, server)
                reloads.append(time.perf_counter() - saved)
        finally:
            server.terminate()
            server.wait()
    return Preview(start_seconds=start_seconds, reload_seconds=tuple(reloads))


def _wait_for_reload(address: str, text: str) -> None:
    """Ask what MkDocs' script in the page asks, until the answer would make the browser reload."""
    call = re.search(r"livereload\((\d+), (\d+)\);", text)
    if call is None:
        raise RuntimeError("the page carries no live-reload script")
    epoch, request = call.groups()
    while int(_get(f"http://{address}/livereload/{epoch}/{request}")) <= int(epoch):
        continue


def _wait_for(url: str, mark: str, server: subprocess.Popen[bytes]) -> str:
    deadline = time.perf_counter() + START_SECONDS
    while time.perf_counter() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"the preview ended by itself with status {server.returncode}")
        try:
            text = _get(url)
        except (urllib.error.URLError, ConnectionError):
            text = ""
        if mark in text:
            return text
        time.sleep(0.01)
    raise TimeoutError(f"{mark} did not appear at {url}")


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=START_SECONDS) as response:
        content: bytes = response.read()
    return content.decode("utf-8")
