"""When folders were changed: by this it is known in which of them no name was added, removed or replaced since."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path


def folder_times(folders: Iterable[str]) -> list[int]:
    """When each was changed, in nanoseconds of the disk's time. Raises OSError when one is missing."""
    states = map(os.lstat, folders)
    # Windows has no time of a change that programs cannot set
    return [each.st_mtime_ns if os.name == "nt" else each.st_ctime_ns for each in states]


def time_of_disk(folder: Path) -> int:
    """The disk's own time, which may be coarse: a folder with an earlier one gets another by any change from now on.

    0, than which none is earlier, where a folder's time does not tell that something was put into it.
    """
    probe = folder / f"time.{os.getpid()}~"
    try:
        with probe.open("wb") as file:
            now = os.fstat(file.fileno()).st_mtime_ns
        return now if folder.stat().st_mtime_ns >= now else 0
    except OSError:
        return 0
    finally:
        with contextlib.suppress(OSError):
            probe.unlink()
