"""Files written into a folder that holds other people's too: theirs are neither written over nor removed.

What was written is listed, with its hash, in a file of the folder (`sha256sum --check` reads it). By that list the next
time knows what is its own, and takes away what is no longer made.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from generator.disk.cache import write_beside
from generator.disk.store import ObjectStore

LIST = ".sikum-written"
"""Name of the list. Engines of the Markdown family leave names with a dot out of a site."""


class NotOurs(Exception):
    """Files stand in the way that nobody but their owner may write over."""

    def __init__(self, uris: tuple[str, ...]) -> None:
        super().__init__(", ".join(uris))
        self.uris = uris


class Written(Struct, frozen=True, kw_only=True):
    """What became of the folder."""

    count: int
    """Files that are in it now by our hand."""
    removed: tuple[str, ...]
    """Made an earlier time, and not any more."""
    left: tuple[str, ...]
    """The same, but changed since by somebody, and so kept."""


def write_among(folder: Path, files: Mapping[str, str], store: ObjectStore, *, write_over: bool = False) -> Written:
    """Make `folder` hold `files` (uri -> hash in `store`) beside what else is in it; unchanged files are not touched.

    Raises NotOurs, with nothing written, where a file that was not written here, or was changed since, stands in the
    way (never with `write_over`); OSError when the disk fails.
    """
    before = _read_list(folder)
    found = {uri: _hash_of(folder / uri) for uri in files.keys() | {uri for uri, _ in before}}
    changed = [uri for uri, wanted in files.items() if found[uri] != wanted]
    foreign = [uri for uri in changed if found[uri] is not None and (uri, found[uri]) not in before]
    if foreign and not write_over:
        raise NotOurs(tuple(sorted(foreign)))
    gone = sorted({uri for uri, _ in before if uri not in files and found[uri] is not None})
    stale = tuple(uri for uri in gone if (uri, found[uri]) in before)
    _write_list(folder, before | set(files.items()))
    for uri in changed:
        _place(store.path(files[uri]), folder / uri)
    for uri in stale:
        _remove(folder, uri)
    _write_list(folder, files.items())
    return Written(count=len(files), removed=stale, left=tuple(uri for uri in gone if uri not in stale))


def _read_list(folder: Path) -> set[tuple[str, str | None]]:
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return set()
    return {(uri, content_hash) for content_hash, _, uri in (line.partition("  ") for line in lines) if uri}


def _write_list(folder: Path, entries: Iterable[tuple[str, str | None]]) -> None:
    lines = [f"{content_hash}  {uri}\n" for uri, content_hash in sorted(entries, key=str)]
    write_beside(folder / LIST, "".join(lines).encode())


def _hash_of(path: Path) -> str | None:
    """None where there is nothing; empty for what is no file at all, and so is like no file of ours."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except (IsADirectoryError, NotADirectoryError):
        return ""


def _place(source: Path, target: Path) -> None:
    """Copy beside and move into place. No link: the folder's owner may edit what is in it, and the store must not change."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{os.getpid()}~")
    try:
        shutil.copyfile(source, beside)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def _remove(folder: Path, uri: str) -> None:
    """The file, and the folders it leaves empty."""
    (folder / uri).unlink()
    with contextlib.suppress(OSError):
        for parent in (folder / uri).parents:
            if parent == folder:
                break
            parent.rmdir()
