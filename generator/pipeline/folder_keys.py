"""Under which key the unit of a process folder is kept: a hash of everything that it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from generator.model.digest import digest
from generator.pipeline.discovery import ProcessFolder, Reader

Contents: TypeAlias = Mapping[str, bytes]
"""Of files, by their paths in the folder."""


class ReadForKey(Struct, frozen=True):
    key: str
    hashes: tuple[str, ...]
    """Of the folder's files, in their order."""
    contents: Contents
    """Of those whose hash was not known: whoever reads these reads the bytes that were hashed."""


def read_for_key(folder: ProcessFolder, base: str, reader: Reader) -> ReadForKey:
    """`base`: a hash of all that holds for every folder. Raises OSError when a file vanishes."""
    hashes: list[str] = []
    contents: dict[str, bytes] = {}
    for entry in folder.entries:
        content_hash, content = reader.hashed(entry)
        hashes.append(content_hash)
        if content is not None:
            contents[entry.path.removeprefix(f"{folder.path}/")] = content
    files = [(entry.path, entry.is_link, each) for entry, each in zip(folder.entries, hashes, strict=True)]
    return ReadForKey(digest(base, folder.path, files), tuple(hashes), contents)
