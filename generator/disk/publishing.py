"""Bringing a whole site over at once: made beside the old one, then exchanged, so that no moment shows half of it."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.disk.cache import ObjectStore

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def publish(site_dir: Path, files: Mapping[str, str], store: ObjectStore) -> None:
    """Make `site_dir` hold exactly `files` (uri -> hash in `store`), all at once.

    A file whose content is unchanged keeps its inode and time, so that `rsync` and hosts upload only what changed.
    Names that begin with a dot (`.git`, `.well-known`) in the old site stay, as MkDocs leaves them.
    Raises OSError, with the old site as it was, when the new one cannot be written.
    """
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    new = site_dir.with_name(f".{site_dir.name}.new-{os.getpid()}")
    with contextlib.ExitStack() as cleaning:
        cleaning.callback(shutil.rmtree, new, ignore_errors=True)
        _sweep(site_dir)
        _lay_out(new, files, store)
        if not site_dir.exists():
            os.rename(new, site_dir)
        else:
            _exchange(new, site_dir)
            _keep_dotted(new, site_dir)


def update(site_dir: Path, files: Mapping[str, str], previous: Mapping[str, str], store: ObjectStore) -> None:
    """Bring over only the differences, file by file: for the preview's temporary folder, where time is what counts."""
    for uri in files.keys() - previous.keys() | {uri for uri in files if files[uri] != previous.get(uri)}:
        target = site_dir / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f"{target.name}~")
        _place(store.path(files[uri]), beside)
        os.replace(beside, target)
    for uri in previous.keys() - files.keys():
        with contextlib.suppress(OSError):
            (site_dir / uri).unlink()
            (site_dir / uri).parent.rmdir()


def _lay_out(new: Path, files: Mapping[str, str], store: ObjectStore) -> None:
    made: set[str] = set()
    new.mkdir()
    for uri, content_hash in files.items():
        folder = uri.rpartition("/")[0]
        if folder not in made:
            (new / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        _place(store.path(content_hash), new / uri)


def _place(source: Path, target: Path) -> None:
    """Hard link where the file system can, else copy."""
    try:
        os.link(source, target)
    except FileExistsError:
        target.unlink()
        os.link(source, target)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP):
            raise
        shutil.copy2(source, target)


def _keep_dotted(old: Path, new: Path) -> None:
    if old.exists():
        for entry in os.scandir(old):
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
    old = new.with_name(new.name.replace(".new-", ".old-"))
    os.rename(site_dir, old)
    os.rename(new, site_dir)
    os.rename(old, new)


def _sweep(site_dir: Path) -> None:
    """Put right what a killed build left beside the site: a half-made new one goes, an old one with no site comes back."""
    for leftover in (
        *site_dir.parent.glob(f".{site_dir.name}.old-*"),
        *site_dir.parent.glob(f".{site_dir.name}.new-*"),
    ):
        if _is_alive(leftover.name.rpartition("-")[2]):
            continue
        if ".old-" in leftover.name and not site_dir.exists():
            os.rename(leftover, site_dir)
            continue
        if site_dir.exists():
            _keep_dotted(leftover, site_dir)
        shutil.rmtree(leftover, ignore_errors=True)


def _is_alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return int(pid) != os.getpid()
