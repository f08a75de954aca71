"""What a preview watches, and how: by the system's notices where they come, by looking where they do not."""

from __future__ import annotations

import ctypes
import errno
import logging
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver

from generator.expressions import expression
from generator.wording import Wording

if TYPE_CHECKING:
    from mkdocs.theme import Theme

    from generator.plugin.options import SikumConfig

LOCAL = frozenset(
    "ext2 ext3 ext4 xfs btrfs zfs f2fs jfs reiserfs bcachefs tmpfs ramfs overlay aufs squashfs vfat exfat ntfs3".split()
)
"""File systems whose changes this machine makes itself. On a share, or what a virtual machine or a container has of its
host (NFS, SMB, 9p, virtiofs, FUSE), a save on the other side is told to nobody here."""

log = logging.getLogger("mkdocs.plugins.sikum")

LOOK_SECONDS = 0.5
"""Between two looks at every file, where they are quick: as in MkDocs."""
_REST = 4
_IN_MODIFY = 2
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = expression(r"\\([0-7]{3})")


def is_looking(option: object, content: str, language: str, watched: list[str]) -> bool:
    """Whether a preview looks at every file again and again, and says so: by the option `poll`, or where no notices come.

    `SIKUM_POLL=1` in the environment asks for it on one machine, since `mkdocs serve` has no flag for it.
    """
    is_asked = bool(os.environ.get("SIKUM_POLL")) or option is True
    looks = is_asked or (option in ("auto", None) and needs_looking(content)) or not are_noticed(watched)
    if looks:
        log.info("sikum: %s", Wording(language).gettext("polling: every file is looked at, up to twice a second"))
    return looks


def needs_looking(path: str) -> bool:
    """Whether the system may not tell of changes below a path. Where it cannot be known, notices are trusted."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    return file_system(os.path.realpath(path), lines) not in (LOCAL | {""})


def file_system(path: str, mounts: list[str]) -> str:
    """The type of the file system that holds a path, from the lines of `mountinfo`; empty when none does."""
    best, found = "", ""
    for line in mounts:
        left, _, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) < 5 or not right:
            continue
        point = _ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[4])
        is_above = path == point or path.startswith(f"{point.rstrip('/')}/")
        if is_above and len(point) >= len(best):
            best, found = point, right.split(" ")[0]
    return found


def notices_observer() -> BaseObserver | None:
    """An observer that reports changes only: MkDocs' handler rebuilds at any event, and reading a file is one too.

    A single file is watched by its folder: editors save by putting another file in its place, whose changes a watch of
    the first one does not see. None where the system has no notices.
    """
    from watchdog import events
    from watchdog.observers import Observer
    from watchdog.observers.polling import PollingObserver

    if isinstance(Observer, type) and issubclass(Observer, PollingObserver):
        return None
    changes = [
        getattr(events, f"{kind}{what}Event")
        for kind in ("File", "Dir")
        for what in ("Modified", "Created", "Moved", "Deleted")
    ]

    class ChangeObserver(Observer):  # type: ignore[misc, valid-type]
        def schedule(self, event_handler: Any, path: str, **options: Any) -> Any:
            if Path(path).is_file():
                event_handler, path = _OneFile(event_handler, path), str(Path(path).parent)
                options["recursive"] = False
            return super().schedule(event_handler, path, **{**options, "event_filter": changes})

    observer: BaseObserver = ChangeObserver(timeout=0.05)
    return observer


def changed_since(paths: list[str], moment: float) -> bool:
    """Whether a file in these folders, or one of these files, was saved or put there since `moment`, in seconds."""
    for path in paths:
        for folder, _, names in os.walk(path):
            if any(_changed(f"{folder}/{name}") > moment for name in names):
                return True
        if Path(path).is_file() and _changed(path) > moment:
            return True
    return False


def _changed(path: str) -> float:
    with suppress(OSError):
        facts = os.stat(path)
        return max(facts.st_mtime, facts.st_ctime)
    return 0


def are_noticed(paths: list[str]) -> bool:
    """Whether the system has a notice for each folder in these, where it counts them (Linux); elsewhere they are trusted.

    Tried and given back at once: watchdog goes on without a word where they do not suffice, and what is saved in the
    other folders is never seen. Many a system allows 8,192 to one user, with all programs together, and a container less.
    """
    if not sys.platform.startswith("linux"):
        return True
    system = ctypes.CDLL(None, use_errno=True)
    handle = system.inotify_init()
    if handle < 0:
        return False
    try:
        folders = (folder for path in paths for folder, _, _ in os.walk(path))
        return not any(
            system.inotify_add_watch(handle, os.fsencode(folder), _IN_MODIFY) < 0 and ctypes.get_errno() == errno.ENOSPC
            for folder in folders
        )
    finally:
        os.close(handle)


def looking_observer(seconds: float) -> BaseObserver:
    """An observer that looks at every file again and again, and rests four times as long as a look took, `seconds` at least.

    A share answers slowly, and a large catalogue has many files: looking at all of them twice a second would leave the
    machine, or the share, no time for the build.
    """
    from watchdog.observers.polling import PollingEmitter

    class RestingEmitter(PollingEmitter):
        _rest = seconds

        def queue_events(self, timeout: float) -> None:
            began = time.monotonic()
            super().queue_events(self._rest)
            took = time.monotonic() - began - self._rest
            self._rest = max(timeout, _REST * took)

    return BaseObserver(RestingEmitter, timeout=seconds)


class _OneFile(FileSystemEventHandler):
    """Passes on what happens to one file of a folder."""

    def __init__(self, handler: FileSystemEventHandler, path: str) -> None:
        self._handler = handler
        self._path = path

    def dispatch(self, event: FileSystemEvent) -> None:
        if self._path in (event.src_path, event.dest_path):
            self._handler.dispatch(event)


def watched_besides(project: Path, options: SikumConfig, theme: Theme) -> tuple[str, ...]:
    """What pages are made of outside the content folder: the structure's extension, templates, standards of its own."""
    named = (options.structure, *(options.yardsticks or ()))
    paths = (*(str(project / str(name)) for name in named if name), getattr(theme, "custom_dir", None))
    return tuple(path for path in paths if path and Path(path).exists())
