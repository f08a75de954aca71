"""Makes a folder tree hold exactly the files of a site: hard links into the store, or copies across devices."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.disk.manifest import PARTS
from generator.disk.store import ObjectStore
from generator.disk.subtrees import Subtree

_NO_LINK = (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP)


class Changes(NamedTuple):
    """The difference between two states of a tree."""

    gone: list[str]
    """uri of each file to remove."""
    put: list[tuple[str, str]]
    """uri and hash of each file to add or replace."""


def synchronise(
    root: Path, trees: Mapping[str, Subtree], store: ObjectStore, unchanged: Container[str] = ()
) -> Changes:
    """Make the tree below `root` hold exactly these files; those that are right already are not touched.

    `unchanged`: names of subtrees that are known to be right, and are not looked at. Other names that begin with a dot at the
    top level stay, but for the lists of an older manifest. Returns the changes that were made. Raises OSError.
    """
    root.mkdir(parents=True, exist_ok=True)
    files = {uri: each for name, tree in trees.items() if name not in unchanged for uri, each in tree.files.items()}
    there = _files_below(str(root), unchanged)
    with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(root / PARTS) as lists:
        there |= {f"{PARTS}{entry.name}": entry.inode() for entry in lists}
    for uri in (uri for uri in files if uri.startswith(".")):
        with contextlib.suppress(OSError):
            there[uri] = os.stat(f"{root}/{uri}").st_ino
    changes = Changes([uri for uri in there if uri not in files], store.others(files, there))
    apply_changes(root, changes, store)
    return changes


def apply_changes(root: Path, changes: Changes, store: ObjectStore) -> None:
    """Apply to a tree the changes that were made to an equal one. Raises OSError."""
    for uri in changes.gone:
        _remove(root, uri)
    _put(root, changes.put, store)


def update(root: Path, files: Mapping[str, str], previous: Mapping[str, str], store: ObjectStore) -> None:
    """Apply the difference between two lists of files (uri -> hash) to a tree that holds `previous`. Raises OSError."""
    gone = [uri for uri in previous if uri not in files]
    apply_changes(root, Changes(gone, [(uri, each) for uri, each in files.items() if previous.get(uri) != each]), store)


def _put(root: Path, files: Iterable[tuple[str, str]], store: ObjectStore) -> None:
    folders = {""}
    for uri, content_hash in files:
        folder = uri.rpartition("/")[0]
        if folder not in folders:
            _make_folder(root, folder)
            folders.add(folder)
        place(store.name(content_hash), f"{root}/{uri}")


def place(source: str, target: str) -> None:
    """Link `source` at `target` atomically; copies where the file system has no hard links. Raises OSError."""
    try:
        os.link(source, target)
        return
    except FileExistsError:
        pass
    except OSError as error:
        if error.errno not in _NO_LINK:
            raise
    beside = f"{target}~"
    with contextlib.suppress(FileNotFoundError):
        os.unlink(beside)
    try:
        os.link(source, beside)
    except OSError as error:
        if error.errno not in _NO_LINK:
            raise
        shutil.copy2(source, beside)
    os.replace(beside, target)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(beside)  # still there where both were links to one file: the system then renames nothing


def _files_below(root: str, unchanged: Container[str]) -> dict[str, int]:
    """uri -> inode of every file, without those under a name with a dot, or an `unchanged` one, at the top level.

    Folders with nothing in them are removed: a site has none.
    """
    found: dict[str, int] = {}
    folders = [""]
    while folders:
        prefix = folders.pop()
        is_empty = bool(prefix)
        with os.scandir(f"{root}/{prefix}") as listing:
            for entry in listing:
                is_empty = False
                if not prefix and (entry.name.startswith(".") or entry.name in unchanged):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{prefix}{entry.name}/")
                else:
                    found[prefix + entry.name] = entry.inode()
        if is_empty:
            _remove_empty(Path(root), Path(root, prefix))
    return found


def _make_folder(root: Path, folder: str) -> None:
    path = f"{root}/{folder}"
    try:
        os.mkdir(path)
    except FileNotFoundError:
        _make_folder(root, folder.rpartition("/")[0])
        os.mkdir(path)
    except FileExistsError:
        if not os.path.isdir(path):  # a file stood where now a folder is wanted
            os.unlink(path)
            os.mkdir(path)


def _remove(root: Path, uri: str) -> None:
    """A file, and the folders that it leaves empty."""
    path = root / uri
    with contextlib.suppress(OSError):
        path.unlink()
        _remove_empty(root, path.parent)


def _remove_empty(root: Path, folder: Path) -> None:
    """A folder with nothing in it, and those that it leaves empty."""
    with contextlib.suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
