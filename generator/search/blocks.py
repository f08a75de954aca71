"""A few dozen processes indexed together: what one worker makes in one go, and what an edit makes again.

Merging is most of what an index costs when one process of many changed. A block is made from its documents, and its
shard (see `shards`) then merges blocks, of which it has far fewer than processes.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.search.cbor import PAGE_STEPS
from generator.search.documents import DocumentSource
from generator.search.postings import Row, Terms, encoded, find_places, make_row, parts_of
from generator.search.workplace import RULES, Workplace, digest_of, no_collection

LARGEST = 255
"""Pages in a block, whose numbers are bytes. Its usual size is decided in `shards`."""


class Block(Struct, frozen=True, kw_only=True):
    """Consecutive pages of a shard; plain values, so that a cache can hold it."""

    digest: str
    rows: tuple[Row, ...]
    """In the order of the pages, which is by id."""
    words: str
    """The written words of its processes, unfolded, a line each."""
    terms: list[str]
    firsts: bytes
    """For each term a byte: the first page in the block that has it."""
    lasts: bytes
    """The last one."""
    counts: bytes
    """The number of such pages."""
    places: list[bytes]
    """For each term what Pagefind's index holds of these pages, but for the number of the first one."""


class BlockPlan(Struct, frozen=True, kw_only=True):
    """What a block is to be made of."""

    name: str
    sources: tuple[DocumentSource, ...]
    """Sorted by id; at most `LARGEST`."""
    digest: str
    """Of all documents in it."""


class _Found(Struct, frozen=True):
    """The pages that have a token or term, where in each of them it stands, and the same as Pagefind packs it."""

    pages: list[int]
    places: list[list[int]]
    packed: list[bytes]


def plan_block(name: str, sources: Sequence[DocumentSource]) -> BlockPlan:
    """The plan for documents sorted by id."""
    digests = [text for source in sources for text in (source.process_id, source.digest)]
    return BlockPlan(name=name, sources=tuple(sources), digest=digest_of(name, *digests))


def make_block(plan: BlockPlan, terms: Terms, place: Workplace) -> Block:
    """The block as an earlier build left it, or a new one, which is left for the next."""
    last = place.recall(f"block-{plan.name}", RULES, Block)
    rows = {row.digest: row for row in last.rows if place.has_all(row.hashes)} if last else {}
    if last and last.digest == plan.digest and len(rows) == len(plan.sources):
        return last
    with no_collection():
        made = _indexed(plan, rows, terms, place)
    place.leave(f"block-{plan.name}", RULES, made)
    return made


def _indexed(plan: BlockPlan, earlier: dict[str, Row], terms: Terms, place: Workplace) -> Block:
    """`earlier`: rows by the digest of their documents, whose files need not be made again."""
    by_token: dict[str, _Found] = {}
    rows: list[Row] = []
    for page, source in enumerate(plan.sources):
        document = source.load()
        where = find_places(text for _, _, text in parts_of(document))
        for token, places in where.by_token.items():
            packed = encoded(places, where.title_end)
            if found := by_token.get(token):
                found.pages.append(page)
                found.places.append(places)
                found.packed.append(packed)
            else:
                by_token[token] = _Found([page], [places], [packed])
        row = earlier.get(source.digest) or make_row(document, source.digest, where, place.shelf)
        rows.append(row)
    by_term: dict[str, list[_Found]] = {}
    for token, found in by_token.items():
        for term in terms[token][1:]:
            if term in by_term:
                by_term[term].append(found)
            else:
                by_term[term] = [found]
    ordered = sorted(by_term)
    entries = [_entry(by_term[term], rows) for term in ordered]
    return Block(
        digest=plan.digest,
        rows=tuple(rows),
        words="\n".join({terms[token][0] for token in by_token}),
        terms=ordered,
        firsts=bytes([entry[0] for entry in entries]),
        lasts=bytes([entry[1] for entry in entries]),
        counts=bytes([entry[2] for entry in entries]),
        places=[entry[3] for entry in entries],
    )


def _entry(several: Sequence[_Found], rows: Sequence[Row]) -> tuple[int, int, int, bytes]:
    """First page, last page, number of pages of a term that these tokens have, and what the index holds of them."""
    found = several[0] if len(several) == 1 else _union(several, rows)
    pages, packed = found.pages, found.packed
    if len(pages) == 1:
        return pages[0], pages[0], 1, packed[0]
    parts = [packed[0]]
    last = pages[0]
    for page, places in zip(pages[1:], packed[1:], strict=True):
        parts += PAGE_STEPS[page - last], places
        last = page
    return pages[0], last, len(pages), b"".join(parts)


def _union(several: Sequence[_Found], rows: Sequence[Row]) -> _Found:
    places: dict[int, list[int]] = {}
    packed: dict[int, bytes] = {}
    shared: set[int] = set()
    for found in several:
        shared |= places.keys() & found.pages
        for page, its_places, its_packed in zip(found.pages, found.places, found.packed, strict=True):
            places[page] = places[page] + its_places if page in shared else its_places
            packed[page] = its_packed
    for page in shared:
        packed[page] = encoded(sorted(places[page]), rows[page].title_end)
    pages = sorted(places)
    return _Found(pages, [], [packed[page] for page in pages])
