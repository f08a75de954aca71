"""The sections of all groups in files, letter by letter: together they are larger than all else that a build holds.

The files are there while the chunks are written, and are read by this machine alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.search.groups import Group, Section

_decoder = msgspec.msgpack.Decoder(Section)


class Place(Struct, frozen=True, array_like=True, gc=False):
    """Where a section lies."""

    file: str
    start: int
    size: int
    """Bytes."""


class SectionFiles:
    """Sections in a folder, which several processes may use at a time: each writes to a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, group: Group) -> dict[str, Place]:
        """The place of each section of a group, by its letter. Raises OSError when the disk is full."""
        name, places = str(os.getpid()), {}
        with open(self._folder / name, "ab") as file:
            for letter, section in group.items():
                content = msgspec.msgpack.encode(section)
                places[letter] = Place(name, file.tell(), len(content))
                file.write(content)
        return places

    def read(self, places: Iterable[tuple[int, Place]]) -> Iterator[tuple[int, Section]]:
        """The sections at these places, each with the number of its group. Raises OSError."""
        with ExitStack() as stack:
            files = {}
            for number, place in places:
                if place.file not in files:
                    files[place.file] = stack.enter_context(open(self._folder / place.file, "rb", buffering=0))
                file = files[place.file]
                file.seek(place.start)
                yield number, _decoder.decode(file.read(place.size))
