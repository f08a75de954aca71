"""How much memory a preview holds while an office works: `python -m benchmarks.preview_memory [--operations 300]`.

30 made processes under `mkdocs serve`; broken saves that are mended, renames and back, edits of a chapter and of the list, the
configuration broken and mended. Prints the resident memory (MB) of the server's main process after each tenth of the operations,
and what the preview left in an empty temporary directory once it was stopped.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from benchmarks.catalogue import write_catalogue

_CONFIG = """\
site_name: Preview
site_url: https://preview.example.org/
docs_dir: processes
theme: {name: material, language: he}
plugins: [{sikum: {data_license: CC-BY-4.0}}]
"""
_LONGEST_WAIT = 300


def main() -> None:
    """Run the operations and print what was measured."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--operations", type=int, default=300)
    options.add_argument("--processes", type=int, default=30)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        project, scratch = Path(place, "project"), Path(place, "tmp")
        write_catalogue(project, processes=chosen.processes, seed=1)
        scratch.mkdir()
        (project / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
        _measure(project, scratch, chosen.operations)


def _measure(project: Path, scratch: Path, operations: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "TMPDIR": str(scratch), "NO_MKDOCS_2_WARNING": "1"}
    with (project / "log.txt").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", address],
            cwd=project,
            env=environment,
            stdout=log,
            stderr=log,
        )
    try:
        _wait(address, "", "</html>")
        print(f"ready: {_resident(server.pid)} MB")
        chance = random.Random(1)
        pages = sorted(path for path in (project / "processes").rglob("background.md"))
        for number in range(1, operations + 1):
            _operate(project, pages, chance, number)
            if number % max(1, operations // 10) == 0:
                page = pages[0]
                mark = f"mark{number}"
                whole = page.read_text(encoding="utf-8")
                page.write_text(f"{whole}\n{mark}\n", encoding="utf-8")
                _wait(address, f"{page.parent.name}/background/", mark)
                page.write_text(whole, encoding="utf-8")
                print(f"after {number}: {_resident(server.pid)} MB", flush=True)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(120)
    print(f"left in the temporary directory: {sorted(path.name for path in scratch.iterdir())}")


def _operate(project: Path, pages: list[Path], chance: random.Random, number: int) -> None:
    page = chance.choice(pages)
    if number % 25 == 0:
        config = project / "mkdocs.yml"
        config.write_text("plugins: [\n", encoding="utf-8")
        time.sleep(0.4)
        config.write_text(_CONFIG, encoding="utf-8")
        time.sleep(1)
        return
    kind = chance.choice(("save", "edit", "rename", "list"))
    file = page.with_name("participants.csv") if kind == "list" else page
    if not file.exists():
        file = page
    whole = file.read_bytes()
    if kind == "rename":
        page.rename(page.with_name("other.md"))
        time.sleep(0.5)
        page.with_name("other.md").rename(page)
    else:
        broken = b"---\ntitle: [\n---\n" if kind == "save" else whole + f"\n{number}\n".encode()
        file.write_bytes(broken)
        time.sleep(0.5)
        file.write_bytes(whole)
    time.sleep(0.5)


def _resident(pid: int) -> int:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) // 1024 if found else 0


def _wait(address: str, path: str, text: str) -> None:
    end = time.monotonic() + _LONGEST_WAIT
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://{address}/{path}", timeout=120) as answer:
                if text in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.2)
    raise TimeoutError(path)


if __name__ == "__main__":
    main()
