"""Writes generated files into a shared folder, without overwriting or removing files of others.

A manifest in the folder, readable by `sha256sum --check`, lists the generated files and their hashes. Only files that
are listed and unchanged since are replaced, or removed when they are no longer generated.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from generator.disk.cache import write_beside
from generator.disk.store import ObjectStore
from generator.model.digest import hash_of_file

LIST = ".sikum-written"
"""Name of the list. Engines of the Markdown family leave names with a dot out of a site."""


class UnmanagedFiles(Exception):
    """Files that were not generated here, or were changed since, are where generated ones would go."""

    def __init__(self, uris: tuple[str, ...]) -> None:
        super().__init__(", ".join(uris))
        self.uris = uris


class ManagedOutput(Struct, frozen=True, kw_only=True):
    """The result of writing into a shared folder."""

    count: int
    """Generated files that are in it now."""
    removed: tuple[str, ...]
    """Files generated earlier and no longer; they were deleted."""
    left: tuple[str, ...]
    """The same, but changed by somebody since, and so kept."""


def write_managed(
    folder: Path, files: Mapping[str, str], store: ObjectStore, *, overwrite: bool = False
) -> ManagedOutput:
    """Make `folder` hold `files` (uri -> hash in `store`) beside its other files; unchanged files are not touched.

    Raises UnmanagedFiles, with nothing written, when a file of the same name was not generated here or was changed
    since (never with `overwrite`); OSError when the disk fails.
    """
    before = _read_list(folder)
    found = {uri: _hash_of(folder / uri) for uri in files.keys() | {uri for uri, _ in before}}
    changed = [uri for uri, wanted in files.items() if found[uri] != wanted]
    foreign = [uri for uri in changed if found[uri] is not None and (uri, found[uri]) not in before]
    if foreign and not overwrite:
        raise UnmanagedFiles(tuple(sorted(foreign)))
    gone = sorted({uri for uri, _ in before if uri not in files and found[uri] is not None})
    stale = tuple(uri for uri in gone if (uri, found[uri]) in before)
    _write_list(folder, before | set(files.items()))
    for uri in changed:
        _place(store.path(files[uri]), folder / uri)
    for uri in stale:
        _remove(folder, uri)
    _write_list(folder, files.items())
    return ManagedOutput(count=len(files), removed=stale, left=tuple(uri for uri in gone if uri not in stale))


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
    """SHA-256 of a file; None when it is missing, empty for what is no file and so equals no generated one."""
    try:
        with open(path, "rb") as file:
            return hash_of_file(file)
    except FileNotFoundError:
        return None
    except (IsADirectoryError, NotADirectoryError):
        return ""


def _place(source: Path, target: Path) -> None:
    """Copy atomically. Not a hard link: an edit of the file by its owner would change the store."""
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
