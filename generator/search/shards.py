"""The index in parts: after an edit, only the part with the process that changed is made again.

A process belongs to a shard by the hash of its id, so that another process coming or going moves nobody, until the
catalogue outgrows a step of `shard_count`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from generator.search.documents import DocumentSource
from generator.search.inverted import Collector, Inverted, exchanged
from generator.search.packing import short_hash
from generator.search.pagefind import chunk_file, chunk_uri, plan_chunks, table_files
from generator.search.postings import Places, Row, Terms, find_places, make_row, parts_of
from generator.search.workplace import RULES, Workplace, digest_of, no_collection

CARDS = 16
"""Processes whose cards' names change together."""
_HASH = 3
"""Bytes in such a name."""
_MOVE = 4
"""How many times as much it costs to number pages anew as to exchange one."""


class Shard(Struct, frozen=True, kw_only=True):
    """A part of the index, made."""

    digest: str
    """Of all documents in it."""
    name: str
    """Of its table of contents; changes with the content, and its chunks are named after it."""
    rows: tuple[Row, ...]
    """In the order of the shard's pages, which is by id."""
    cards: str
    """What the names of the cards begin with, for each `CARDS` of them."""
    terms: str
    """All of them, sorted, a line each."""
    files: dict[str, str]
    """Name of each file → hash of its content on the shelf."""


class ShardPlan(Struct, frozen=True, kw_only=True):
    """What a shard is to be made of."""

    number: int
    sources: tuple[DocumentSource, ...]
    """Sorted by id."""
    digest: str


class Draft(Struct, frozen=True, kw_only=True):
    """All there is to say of a shard, before its chunks are written."""

    plan: ShardPlan
    rows: tuple[Row, ...]
    index: Inverted

    @property
    def name(self) -> str:
        """As in `Shard`."""
        return f"{self.plan.digest[:8]}{self.plan.number:x}"


def shard_count(processes: int) -> int:
    """How many shards a catalogue of this size has: a search reads a little of each, a rebuild one of them whole."""
    return next((count for limit, count in ((60, 1), (150, 2), (5000, 4)) if processes <= limit), 8)


def shard_of(process_id: str, count: int) -> int:
    """The shard a process belongs to."""
    return int.from_bytes(hashlib.blake2b(process_id.encode(), digest_size=4).digest()) % count


def plan_shards(sources: Sequence[DocumentSource]) -> tuple[ShardPlan, ...]:
    """Which document goes where."""
    members: list[list[DocumentSource]] = [[] for _ in range(shard_count(len(sources)))]
    for source in sources:
        members[shard_of(source.process_id, len(members))].append(source)
    plans = []
    for number, group in enumerate(members):
        ordered = tuple(sorted(group, key=lambda source: source.process_id))
        digests = [text for source in ordered for text in (source.process_id, source.digest)]
        plans.append(ShardPlan(number=number, sources=ordered, digest=digest_of(RULES, str(number), *digests)))
    return tuple(plans)


def names_left(plan: ShardPlan) -> tuple[str, ...]:
    """Of what a shard leaves for the next build."""
    return f"shard-{plan.number}", f"index-{plan.number}"


def draft_shard(plan: ShardPlan, last: Shard | None, terms: Terms, place: Workplace) -> Draft:
    """Read the documents that changed since `last`, or all where nothing of use was left."""
    with no_collection():
        left = place.recall(f"index-{plan.number}", last.digest, Inverted) if last else None
        if last and left and (draft := _changed(plan, last, left, terms, place)):
            return draft
        known = {row.digest: row for row in last.rows} if last else {}
        rows, collector = [], Collector(terms)
        for source in plan.sources:
            row, where = _read(source, known.get(source.digest), place)
            rows.append(row)
            collector.add(where)
        return Draft(plan=plan, rows=tuple(rows), index=collector.inverted())


def write_chunks(draft: Draft, part: int, parts: int, place: Workplace) -> dict[str, str]:
    """Put one of so many parts of the shard's chunks on the shelf: name → hash. The parts may be written side by side."""
    offsets = draft.index.offsets()
    chunks = list(enumerate(plan_chunks(draft.index, offsets)))
    return {
        chunk_uri(draft.name, number): place.shelf.put(chunk_file(draft.index, offsets, first, after))
        for number, (first, after) in chunks[len(chunks) * part // parts : len(chunks) * (part + 1) // parts]
    }


def leave_index(draft: Draft, place: Workplace) -> None:
    """Leave what the next build needs to exchange a process."""
    place.leave(f"index-{draft.plan.number}", draft.plan.digest, draft.index)


def finish_shard(draft: Draft, chunks: dict[str, str], place: Workplace) -> Shard:
    """The shard whose chunks are written; left for the next build."""
    tables = table_files(draft.name, [row.length for row in draft.rows], draft.index)
    files = chunks | {uri: place.shelf.put(content) for uri, content in tables.items()}
    groups = [draft.rows[first : first + CARDS] for first in range(0, len(draft.rows), CARDS)]
    # a browser is told one name for some processes, which costs it less than one for each, and hosts less than one for all
    names = [short_hash(digest_of(*(row.card for row in group)).encode(), _HASH) for group in groups]
    for page, row in enumerate(draft.rows):
        files |= row.texts | {f"cards/{names[page // CARDS]}-{draft.plan.number}_{page}.pack": row.card}
    shard = Shard(
        digest=draft.plan.digest,
        name=draft.name,
        rows=draft.rows,
        cards="".join(names),
        terms="\n".join(draft.index.terms),
        files=files,
    )
    place.leave(f"shard-{draft.plan.number}", RULES, shard)
    return shard


def _changed(plan: ShardPlan, last: Shard, index: Inverted, terms: Terms, place: Workplace) -> Draft | None:
    """The last index with every process exchanged that changed; None where that would take longer than to make it again."""
    wanted = {source.process_id: source for source in plan.sources}
    rows = list(last.rows)
    gone = [row.process_id for row in rows if row.process_id not in wanted]
    kept = {row.process_id: row.digest for row in rows}
    edited = [source for name, source in wanted.items() if name in kept and kept[name] != source.digest]
    new = [source for name, source in wanted.items() if name not in kept]
    if len(edited) + _MOVE * (len(gone) + len(new)) > max(_MOVE, len(rows) // 4):
        return None
    ids = [row.process_id for row in rows]
    for name in gone:
        page = bisect_left(ids, name)
        index = exchanged(index, page, None)
        del ids[page], rows[page]
    for source in (*edited, *new):
        page = bisect_left(ids, source.process_id)
        row, where = _read(source, None, place)
        collector = Collector(terms)
        collector.add(where)
        is_new = source.process_id not in kept
        index = exchanged(index, page, collector.pieces(), is_new=is_new)
        ids[page : page + (not is_new)] = [source.process_id]
        rows[page : page + (not is_new)] = [row]
    for page, row in enumerate(rows):
        if not place.has_all(row.hashes):
            rows[page], _ = _read(wanted[row.process_id], None, place)
    return Draft(plan=plan, rows=tuple(rows), index=index)


def _read(source: DocumentSource, row: Row | None, place: Workplace) -> tuple[Row, Places]:
    """The row of a document, which may be known, and where its words are."""
    document = source.load()
    where = find_places(text for _, _, text in parts_of(document))
    if row is None or row.process_id != source.process_id or not place.has_all(row.hashes):
        row = make_row(document, source.digest, where, place.shelf)
    return row, where
