"""One command as a whole process, timed from outside by the kernel's own accounts."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE_SECONDS = 0.2
_NO_CACHE = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, Python compiles a checkout at every start, which nobody does who installed a package."""


class CommandError(Exception):
    """A measured command did not exit as it should; the message ends with what it last printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of a command cost."""

    wall_seconds: float
    cpu_seconds: float
    """User and system time of the process and of all children it waited for."""
    peak_bytes: int
    """Resident memory of the largest single process, at its highest."""
    tree_peak_bytes: int
    """Memory of the process and its descendants together, shared pages counted once; sampled, so a floor."""
    up_seconds: float | None = None
    """When the file that was waited for was there, to a fifth of a second; it was not there before."""


def run(command: Sequence[str], *, cwd: Path, log: Path, until: Path | None = None) -> Run:
    """Run `command` to its end, its output going to `log`; anything but exit status 0 raises `CommandError`.

    `until`: a file whose appearance is timed. Python may keep compiled code, whatever the environment says.

    Keep the calling process small: a child's peak begins at the size of the process it was forked from.
    """
    with log.open("wb") as output:
        started = time.perf_counter()
        env = {name: value for name, value in os.environ.items() if name != _NO_CACHE}
        process = subprocess.Popen(command, cwd=cwd, env=env, stdout=output, stderr=subprocess.STDOUT)
        sampler = _TreeSampler(process.pid, until)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.stop()
    if process.returncode != 0:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandError(f"{' '.join(command)}: exit status {process.returncode}\n{tail}")
    return Run(
        wall_seconds=wall,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_bytes=usage.ru_maxrss * 1024,
        tree_peak_bytes=max(sampler.peak_bytes, usage.ru_maxrss * 1024),
        up_seconds=sampler.seen_at - started if sampler.seen_at else wall if until and until.exists() else None,
    )


def folder_size(folder: Path) -> tuple[int, int]:
    """The number of files under `folder`, and their bytes together."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


class _TreeSampler(threading.Thread):
    """Adds up, a few times a second, the proportional memory of a process and its descendants (Linux only)."""

    def __init__(self, pid: int, until: Path | None = None) -> None:
        super().__init__(daemon=True)
        self.peak_bytes = 0
        self.seen_at = 0.0
        self._until = until
        self._pid = pid
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(SAMPLE_SECONDS):
            if not self.seen_at and self._until is not None and self._until.exists():
                self.seen_at = time.perf_counter()
            total = sum(_proportional_bytes(pid) for pid in _descendants(self._pid))
            self.peak_bytes = max(self.peak_bytes, total)

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def _descendants(pid: int) -> list[int]:
    found = [pid]
    for parent in found:  # grows while it is walked
        try:
            for children in Path(f"/proc/{parent}/task").glob("*/children"):
                found.extend(int(child) for child in children.read_text().split())
        except OSError:
            continue  # ended between two looks
    return found


def _proportional_bytes(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass  # ended between two looks
    return 0
