"""Bringing a whole site over at once, so that no moment shows half of it and a killed build leaves the old one.

Two trees of hard links are kept: the site, and a twin in the cache. A build changes the twin, exchanges the two in one step,
and then brings the old one in line as well, by the same changes: one tree is looked through, and what is written is what
changed. Nothing that was taken down stays behind.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.disk.store import ObjectStore
from generator.disk.tempdirs import is_alive
from generator.disk.tree import apply, bring_in_line
from generator.pipeline.workers import spread

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


_WORTH_A_WORKER = 2000
"""Files in a tree from which on it pays to lay out two at a time."""


def publish(
    site_dir: Path, files: Mapping[str, str], store: ObjectStore, twin: Path, *, workers: int | None = None
) -> None:
    """Make `site_dir` hold exactly `files` (uri -> hash in `store`), all at once.

    A file whose content is unchanged keeps its inode and time, so that `rsync` and hosts upload only what changed.
    Names that begin with a dot (`.git`, `.well-known`) in the old site stay, as MkDocs leaves them. `twin` is the
    second tree's place; where it lies on another device than the site, a tree beside the site is used and removed.
    Raises OSError, with the old site as it was, when the new one cannot be written.
    """
    site_dir = Path(os.path.realpath(site_dir))
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    _put_right(site_dir)
    is_near = _device(twin.parent) == _device(site_dir.parent)
    new = twin if is_near else site_dir.with_name(f".{site_dir.name}.new-{os.getpid()}")
    pair = _Pair(twin.with_name(f"{twin.name}-of"))
    is_pair = pair.is_of(site_dir)
    pair.forget()  # before the twin is touched: a build that ends midway leaves two trees that differ
    is_first = not site_dir.exists()
    try:
        if is_first and is_near:
            _lay_out_both(site_dir, files, store, twin, workers)
            pair.remember(site_dir)
            return
        changes = bring_in_line(new, files, store)
        if is_first:
            os.rename(new, site_dir)
            return
        try:
            _exchange(new, site_dir)
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            bring_in_line(site_dir, files, store)  # a mount point stays where it is: file by file, each of them whole
            return
        _keep_dotted(new, site_dir)
        if is_near:
            apply(new, changes, store) if is_pair else bring_in_line(new, files, store)
            pair.remember(site_dir)
    finally:
        if not is_near:
            shutil.rmtree(new, ignore_errors=True)


def _lay_out_both(
    site_dir: Path, files: Mapping[str, str], store: ObjectStore, twin: Path, workers: int | None
) -> None:
    """The first site of a project, and its twin beside it: the next build, after one edit, is not to pay for it."""
    second = twin.with_name(f"{twin.name}-second")
    shutil.rmtree(second, ignore_errors=True)

    def work(root: Path) -> bytes:
        bring_in_line(root, files, store)
        return b""

    list(spread(work, [twin, second], workers if len(files) >= _WORTH_A_WORKER else 1, smallest=2))
    os.rename(twin, site_dir)
    os.rename(second, twin)


class _Pair:
    """A note of the site that holds the same as the twin. Then what was done to one tree is what the other lacks.

    Whoever changes the published site may make the note untrue: what he put there is then in the next build's twin, which
    is looked through before it is shown.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_of(self, site_dir: Path) -> bool:
        try:
            return self._path.read_bytes() == _identity(site_dir)
        except OSError:
            return False

    def forget(self) -> None:
        self._path.unlink(missing_ok=True)

    def remember(self, site_dir: Path) -> None:
        with contextlib.suppress(OSError):
            self._path.write_bytes(_identity(site_dir))


def _identity(site_dir: Path) -> bytes:
    facts = site_dir.stat()
    return f"{facts.st_dev} {facts.st_ino}".encode()


def _device(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    return folder.stat().st_dev


def _keep_dotted(old: Path, new: Path) -> None:
    for entry in list(os.scandir(old)):
        if entry.name.startswith(".") and not (new / entry.name).exists():
            os.rename(entry.path, new / entry.name)


def _exchange(new: Path, site_dir: Path) -> None:
    """Exchange two folders in one step where the kernel can; else in two, the second following at once.

    Afterwards the old site is at `new`.
    """
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is not None:
        paths = os.fsencode(new), os.fsencode(site_dir)
        if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
            return
    old = site_dir.with_name(f".{site_dir.name}.old-{os.getpid()}")
    os.rename(site_dir, old)
    os.rename(new, site_dir)
    os.rename(old, new)


def _put_right(site_dir: Path) -> None:
    """What a killed build left beside the site: an old site with no new one comes back, everything else goes."""
    for leftover in sorted(site_dir.parent.glob(f".{site_dir.name}.*-*")):
        kind, _, pid = leftover.name.removeprefix(f".{site_dir.name}.").rpartition("-")
        if kind not in ("old", "new") or is_alive(pid):
            continue
        if kind == "old" and not site_dir.exists():
            os.rename(leftover, site_dir)
            continue
        if site_dir.exists():
            _keep_dotted(leftover, site_dir)
        shutil.rmtree(leftover, ignore_errors=True)
