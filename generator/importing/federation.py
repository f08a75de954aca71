"""Another catalogue's `catalogue.json` -> the copy that is kept in git for builds to read (`sikum sync`)."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from generator.reading.federation import Entry, EntryReader, items_of
from generator.structure import load_structure
from generator.wording.deferred import N_, DeferredError

MAX_BYTES = 50_000_000
"""Of one `catalogue.json`: 50,000 processes of a kilobyte each."""


class BadCatalogue(DeferredError, ValueError):
    """What is no `catalogue.json` of a version that is known, or has nothing in it that could be taken."""


class Copy(Struct, frozen=True):
    """What is kept of a catalogue."""

    content: bytes
    count: int
    """Processes in it."""
    left_out: int
    """Entries that the build would not take either."""


class _Catalogue(Struct, frozen=True):
    version: int
    processes: tuple[Entry, ...]


def copy_of(content: bytes, address: str | None = None) -> Copy:
    """The copy to keep: published fields and no others, a field a line, so that diffs mean something. Withdrawn ones, which
    stand on no list, are not in it, and neither is what the build would leave out.

    `address`: where the file came from; relative addresses of processes are led from the root of its site.
    Raises BadCatalogue, also when there are entries and none of them can be taken.
    """
    if len(content) > MAX_BYTES:
        raise BadCatalogue(N_("more than {count} bytes"), count=MAX_BYTES)
    items = items_of(content)
    if items is None:
        raise BadCatalogue(N_("no catalogue.json of version 1"))
    reader = EntryReader(load_structure(), address)
    entries = tuple(entry for item in items if (entry := reader.take(item)) is not None)
    if reader.left_out and not entries:
        raise BadCatalogue(N_("none of its {count} entries is in the published shape"), count=reader.left_out)
    copy = _Catalogue(version=1, processes=entries)
    written = msgspec.json.format(msgspec.json.encode(copy), indent=1) + b"\n"
    return Copy(content=written, count=len(entries), left_out=reader.left_out)
