"""`mkdocs serve` outlives whatever is saved while it runs: it answers, grows no larger, and never shows a traceback."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trust.sites import catalogue_files, environment, write_files, write_project

SECONDS = 3_600 if os.environ.get("SIKUM_SOAK") else 20
MOST_GROWTH = 1.35
BROKEN: tuple[bytes, ...] = (
    b"",
    b"\xff\xfe\x00",
    b"---\ntitle: [\n---\n",
    b"---\n",
    "---\ntitle: א: ב\nministry: nobody\n---\n".encode(),
    b"<div><script>x</script>\n" * 40,
    'שם\n"x'.encode(),
    b"- {",
    b"\x00" * 100,
    b"[a](b.md) ![c](../../d.png)\n",
    b"[" * 3_000,
    b"---\nstatus: withdrawn\n---\n",
)


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, project: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = log
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"]
        with log.open("w") as out:
            self.process = subprocess.Popen(command, cwd=project, env=environment(), stdout=out, stderr=out)

    def get(self, path: str) -> str | None:
        """A page; None while there is none."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=30) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return None

    def wait_for(self, path: str, text: str, seconds: float) -> bool:
        """Whether the page comes to hold the text in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if text in (self.get(path) or ""):
                return True
            time.sleep(0.1)
        return False

    def memory_kb(self) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        assert found is not None
        return int(found[1])


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Preview, Path]]:
    """The preview of a small catalogue, and its content folder."""
    project = write_project(tmp_path / "project", catalogue_files())
    running = Preview(project, tmp_path / "log.txt")
    yield running, project / "processes"
    running.process.send_signal(signal.SIGINT)
    running.process.wait(30)


@pytest.mark.soak
@pytest.mark.alone
def test_the_preview_outlives_broken_saves(preview: tuple[Preview, Path]) -> None:
    """An editor saves in the middle of a word, for a whole afternoon; the preview must still be there at its end."""
    running, content = preview
    whole = {name: text if isinstance(text, bytes) else text.encode() for name, text in catalogue_files().items()}
    assert running.wait_for("first/", "תהליך ראשון", 120), running.log.read_text()
    rng = random.Random(3)
    first: list[int] = []
    last: list[int] = []
    began = time.monotonic()
    rounds = 0
    while (spent := time.monotonic() - began) < SECONDS:
        name = rng.choice(sorted(whole))
        kind = rng.random()
        if kind < 0.6:
            write_files(content, {name: rng.choice(BROKEN)})
        elif kind < 0.75:
            (content / name).unlink(missing_ok=True)
        else:
            write_files(content, {name: whole[name][: rng.randrange(len(whole[name]))]})
        time.sleep(rng.choice((0.02, 0.2, 0.5)))
        assert running.process.poll() is None, running.log.read_text()[-3_000:]
        write_files(content, {name: whole[name]})
        rounds += 1
        if rounds % 5 == 0:
            mark = f"סימן{rounds}"
            write_files(content, {"second/background.md": f"## רקע\n\n{mark}\n\n## רציונל\n\nכן.\n"})
            assert running.wait_for("second/background/", mark, 60), running.log.read_text()[-3_000:]
            write_files(content, {"second/background.md": whole["second/background.md"]})
            (first if spent < SECONDS / 3 else last).append(running.memory_kb())
    assert "Traceback" not in running.log.read_text()
    if first and last:
        assert sum(last) / len(last) < sum(first) / len(first) * MOST_GROWTH
    assert rounds >= 5
