"""The index in parts: after an edit, only the part with the process that changed is made again.

A process belongs to a shard, and to a block in it, by the hash of its id, so that another process coming or going moves
nobody, until the catalogue outgrows a step of `shard_count` or doubles its blocks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from msgspec import Struct

from generator.search.blocks import LARGEST, Block, BlockPlan, make_block, plan_block
from generator.search.documents import DocumentSource
from generator.search.pagefind import index_files
from generator.search.postings import Terms
from generator.search.workplace import RULES, Workplace, digest_of, no_collection

_BLOCK = 16
"""Processes in a block at most, on average: an edit merges one block, and then as many as its shard has."""


class Entry(Struct, frozen=True, kw_only=True):
    """What the tables of the catalogue say of a process."""

    process_id: str
    filters: dict[str, tuple[str, ...]]
    sort: dict[str, str | int | None]


class Shard(Struct, frozen=True, kw_only=True):
    """A part of the index, made."""

    digest: str
    """Of all documents in it."""
    blocks: dict[str, str]
    """Name of each block → its digest."""
    name: str
    """Of its table of contents; changes with the content, and its chunks and cards are named after it."""
    entries: tuple[Entry, ...]
    """In the order of the shard's pages."""
    words: str
    """Written words of its processes, unfolded, a line each."""
    files: dict[str, str]
    """Name of each file → hash of its content on the shelf."""


class ShardPlan(Struct, frozen=True, kw_only=True):
    """What a shard is to be made of."""

    number: int
    blocks: tuple[BlockPlan, ...]
    digest: str


def shard_count(processes: int) -> int:
    """How many shards a catalogue of this size has: a search reads a little of each, a rebuild one of them whole."""
    return next((count for limit, count in ((60, 1), (150, 2), (1500, 4)) if processes <= limit), 6)


def shard_of(process_id: str, count: int) -> int:
    """The shard a process belongs to."""
    return _hash(process_id) % count


def plan_shards(sources: Sequence[DocumentSource]) -> tuple[ShardPlan, ...]:
    """Which document goes where."""
    shards = shard_count(len(sources))
    blocks = 1
    while blocks * shards * _BLOCK < len(sources):
        blocks *= 2
    members: list[list[list[DocumentSource]]] = [[[] for _ in range(blocks)] for _ in range(shards)]
    for source in sources:
        place = _hash(source.process_id)
        members[place % shards][place // shards % blocks].append(source)
    return tuple(_plan(number, groups) for number, groups in enumerate(members))


def make_shard(plan: ShardPlan, terms: Terms, place: Workplace) -> Shard:
    """Merge the blocks of a shard into the files of Pagefind's index, and put them on the shelf."""
    with no_collection():
        shard = _merged(plan, [make_block(block, terms, place) for block in plan.blocks], place)
    place.leave(f"shard-{plan.number}", RULES, shard)
    return shard


def _merged(plan: ShardPlan, blocks: Sequence[Block], place: Workplace) -> Shard:
    name = f"{plan.digest[:8]}{plan.number:x}"
    rows = [row for block in blocks for row in block.rows]
    lengths = [row.length for row in rows]
    files = {uri: place.shelf.put(content) for uri, content in index_files(name, lengths, blocks)}
    for page, row in enumerate(rows):
        # named after the shard and not by what they hold: the browser knows the names without a list of 3,000 hashes
        files |= row.texts | {f"cards/{name}-{page}.pack": row.card}
    return Shard(
        digest=plan.digest,
        blocks={block.name: block.digest for block in plan.blocks},
        name=name,
        entries=tuple(Entry(process_id=row.process_id, filters=row.filters, sort=row.sort) for row in rows),
        words="\n".join({word for block in blocks for word in block.words.split("\n")}),
        files=files,
    )


def _plan(number: int, groups: Sequence[Sequence[DocumentSource]]) -> ShardPlan:
    blocks = []
    for place, group in enumerate(groups):
        ordered = sorted(group, key=lambda source: source.process_id)
        blocks += [
            plan_block(f"{number}-{place}-{first}", ordered[first : first + LARGEST])
            for first in range(0, len(ordered), LARGEST)
        ]
    digest = digest_of(RULES, str(number), *(block.digest for block in blocks))
    return ShardPlan(number=number, blocks=tuple(blocks), digest=digest)


def _hash(process_id: str) -> int:
    return int.from_bytes(hashlib.blake2b(process_id.encode(), digest_size=4).digest())
