"""Temporary folders of a build, and removal of those that killed builds left."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

_PREFIX = "scratch-"


def temporary_folder(root: Path) -> TemporaryDirectory[str]:
    """An empty folder below `root`, removed at the end of a `with` or by `cleanup`. Raises OSError."""
    root.mkdir(parents=True, exist_ok=True)
    for leftover in root.glob(f"{_PREFIX}*"):
        if not is_alive(leftover.name.removeprefix(_PREFIX).partition("-")[0]):
            shutil.rmtree(leftover, ignore_errors=True)
    return TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", dir=root)


def is_alive(pid: str) -> bool:
    """Whether another process with this id is running; False for the current one and for what is no number."""
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return int(pid) != os.getpid()
