"""A lock on an open file, on every system: `fcntl` on POSIX, `msvcrt` on Windows, none where there is neither."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from io import TextIOWrapper
from typing import Any

RETRY_SECONDS = 0.2


def lock(file: TextIOWrapper) -> None:
    """Wait until the file is ours alone. Raises OSError where the disk has no locks."""
    _take(file)


def unlock(file: TextIOWrapper) -> None:
    """Let the next one have it. Raises OSError."""
    _release(file)


def _module(name: str) -> Any:
    """A module of one system's Python; None on another's."""
    try:
        return import_module(name)
    except ImportError:
        return None


def _of_this_system() -> tuple[Callable[[TextIOWrapper], None], Callable[[TextIOWrapper], None]]:
    fcntl, msvcrt = _module("fcntl"), _module("msvcrt")
    if fcntl is not None:
        return lambda file: fcntl.flock(file, fcntl.LOCK_EX), lambda file: fcntl.flock(file, fcntl.LOCK_UN)
    if msvcrt is None:
        return lambda _: None, lambda _: None

    def take(file: TextIOWrapper) -> None:
        while True:
            try:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                return
            except PermissionError:  # another build has it
                time.sleep(RETRY_SECONDS)

    def release(file: TextIOWrapper) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

    return take, release


_take, _release = _of_this_system()
