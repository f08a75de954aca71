"""Documents → the files of the search index."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import msgspec
from msgspec import Struct

from generator.search.cards import Row
from generator.search.catalogue import catalogue_table, document_files, figures_table
from generator.search.chunks import Chunk, chunk_files, write_letter
from generator.search.documents import DocumentSource
from generator.search.environment import RULES, IndexEnvironment, digest_of
from generator.search.exchange import exchange_documents
from generator.search.groups import Group, GroupPlan, Section, changed_words, make_group, plan_groups, written_words
from generator.search.keys import keys_of
from generator.search.packing import FOLDER, compact, packed_json, word_name
from generator.search.packing import packed as gzipped
from generator.search.patching import patch
from generator.search.postings import Vocabulary
from generator.search.site_pages import SitePage, pages_table

_INDEX = "index"
_FEW = 8
"""One group of so many may have changed for their words to be exchanged; with more, all chunks are written anew."""
_NONE: Mapping[int, Group] = MappingProxyType({})
_LIST = 64
"""Chunks in one list of chunks, on average."""


class _Index(Struct, frozen=True, kw_only=True):
    """A whole index, as the next build finds it."""

    digest: str
    """Of all documents and pages."""
    groups: tuple[str, ...]
    """Their digests."""
    rows: tuple[tuple[Row, ...], ...]
    """Of the documents of each group, in order."""
    chunks: tuple[Chunk, ...]
    files: dict[str, str]
    """uri → hash."""


def build_index(
    sources: Iterable[DocumentSource], env: IndexEnvironment, pages: Sequence[SitePage] = ()
) -> dict[str, str]:
    """uri → hash in the store of every file of the index; the same for the same documents.

    `pages` are the site's own, found beside the documents. Their order does not matter, nor that of the documents,
    nor what the cache has, which only spares work: of documents whose digest is known nothing is read.
    Two documents of one id are an error of the caller (ValueError). Names stay when content changes.
    `search/index.json` comes last, so that a site written in this order never names a file that is not there.
    """
    ordered = sorted(sources, key=lambda source: source.document_id)
    for before, after in pairwise(ordered):
        if before.document_id == after.document_id:
            raise ValueError(f"two documents with the id {after.document_id}")
    digest = digest_of(
        *(text for source in ordered for text in (source.document_id, source.digest)),
        msgspec.json.encode(sorted(pages, key=lambda page: page.url)).decode(),
    )
    last = env.load(_INDEX, RULES, _Index)
    whole = last is not None and env.has_all(last.files.values())
    if last and whole and last.digest == digest:
        return last.files
    index = _build(digest, plan_groups(ordered), pages, last, env, may_patch=whole)
    env.save(_INDEX, RULES, index)
    env.prune([_INDEX, *map(_group_name, range(len(index.groups)))])
    return index.files


def last_index(env: IndexEnvironment) -> dict[str, str]:
    """uri → hash of what `build_index` last gave of documents that may have changed since, as far as it is there still."""
    last = env.load(_INDEX, RULES, _Index)
    return {uri: name for uri, name in last.files.items() if env.blobs.has(name)} if last else {}


def _build(
    digest: str,
    plans: Sequence[GroupPlan],
    pages: Sequence[SitePage],
    last: _Index | None,
    env: IndexEnvironment,
    *,
    may_patch: bool,
) -> _Index:
    had = last.groups if last and len(last.groups) == len(plans) else ("",) * len(plans)
    changed = [plan for plan in plans if had[plan.number] != plan.digest]
    rows: list[tuple[Row, ...]] = list(last.rows) if last and len(last.rows) == len(plans) else [()] * len(plans)
    chunks: tuple[Chunk, ...] | None = None
    made: dict[int, Group] = {}
    if last and may_patch and len(last.groups) == len(plans) and len(changed) <= max(1, len(plans) // _FEW):
        old = {plan.number: _saved(plan.number, had[plan.number], env) for plan in changed}
        if all(group is not None for group in old.values()):
            made = _make(changed, rows, env, {number: group for number, group in old.items() if group})
            changes = {number: changed_words(group or {}, made[number]) for number, group in old.items()}
            if sum(map(len, changes.values())) <= _many(last.chunks):
                chunks = patch(last.chunks, changes, env.blobs)
    if chunks is None:
        chunks = _all_chunks(plans, made, rows, env)
    all_rows = tuple(rows)
    files = _files(all_rows, chunks, pages, env)
    return _Index(digest=digest, groups=tuple(plan.digest for plan in plans), rows=all_rows, chunks=chunks, files=files)


def _many(chunks: Sequence[Chunk]) -> int:
    """Changed words with which it is quicker to write all chunks than to read and write those that have them."""
    return max(200, 2 * len(chunks))


def _all_chunks(
    plans: Sequence[GroupPlan], made: dict[int, Group], rows: list[tuple[Row, ...]], env: IndexEnvironment
) -> tuple[Chunk, ...]:
    """The chunks of all groups, of which some may be made; others are read from the cache, and the rest are made now."""
    saved = {plan.number: _saved(plan.number, plan.digest, env) for plan in plans if plan.number not in made}
    kept = {n: group for n, group in saved.items() if group is not None and env.has_all(_hashes(rows[n])) and rows[n]}
    missing = [plan for plan in plans if plan.number not in made and plan.number not in kept]
    found = kept | made | _make(missing, rows, env)
    groups = [found[plan.number] for plan in plans]
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for word in written_words(groups):
        for key in keys_of(word):
            forms[key].add(word)

    def write(letter: str) -> bytes:
        return msgspec.msgpack.encode(write_letter(letter, groups, forms, env.blobs))

    letters = sorted({letter for group in groups for letter in group})
    chunks: list[Chunk] = []
    for answer in env.parallel_map(write, letters):
        chunks += msgspec.msgpack.decode(answer, type=list[Chunk])
    env.blobs.register(content for chunk in chunks for content in chunk.hashes)
    return tuple(chunks)


def _make(
    plans: Sequence[GroupPlan], rows: list[tuple[Row, ...]], env: IndexEnvironment, old: Mapping[int, Group] = _NONE
) -> dict[int, Group]:
    """Read the documents of these groups; their rows are put among `rows`, and the groups are saved for the next build.

    `old`: groups of last time, whose rows are in `rows`: of these only the documents that changed are read.
    """
    known = {row.digest: row for group in rows for row in group}
    vocabulary = Vocabulary()

    def make(plan: GroupPlan) -> bytes:
        exchanged = plan.number in old and exchange_documents(
            plan, old[plan.number], rows[plan.number], vocabulary, env
        )
        group, its_rows = exchanged or make_group(plan, known, vocabulary, env)
        env.save(_group_name(plan.number), plan.digest, group)
        return msgspec.msgpack.encode((group, its_rows))

    found: dict[int, Group] = {}
    for plan, answer in zip(plans, env.parallel_map(make, plans), strict=True):
        found[plan.number], rows[plan.number] = msgspec.msgpack.decode(
            answer, type=tuple[dict[str, Section], tuple[Row, ...]]
        )
        env.blobs.register(_hashes(rows[plan.number]))
    return found


def _hashes(rows: Iterable[Row]) -> list[str]:
    return [content for row in rows for content in row.hashes]


def _group_name(number: int) -> str:
    return f"group-{number}"


def _saved(number: int, digest: str, env: IndexEnvironment) -> Group | None:
    return env.load(_group_name(number), digest, dict[str, Section])


def _files(
    rows: Sequence[Sequence[Row]], chunks: Sequence[Chunk], pages: Sequence[SitePage], env: IndexEnvironment
) -> dict[str, str]:
    """uri → hash of all files; those that name others come after them."""
    files = document_files(rows)
    for chunk in chunks:
        files |= chunk_files(chunk)
    lists = _lists(chunks)
    for part in lists:
        content = "\n".join(f"{chunk.first}{'=' * chunk.is_alone}" for chunk in part).encode()
        files[f"lists/{word_name(part[0].first)}.pack"] = env.blobs.put(gzipped(content))
    tops = {
        "catalogue.pack": packed_json(catalogue_table(rows)),
        "figures.pack": packed_json(figures_table(rows)),
        "pages.pack": packed_json(pages_table(pages)),
        "index.json": compact(
            {"version": 3, "documents": sum(map(len, rows)), "lists": [part[0].first for part in lists]}
        ),
    }
    files |= {name: env.blobs.put(content) for name, content in tops.items()}
    return {FOLDER + name: content for name, content in files.items()}


def _lists(chunks: Iterable[Chunk]) -> list[list[Chunk]]:
    """The chunks in lists, each of which begins where a hash of a chunk's first word says so, and with a chunk of several words:
    so that the list of a word that has no chunk for itself has the chunk in which it stands."""
    found: list[list[Chunk]] = []
    for chunk in chunks:
        if not found or (not chunk.is_alone and zlib.crc32(chunk.first.encode()) % _LIST == 0):
            found.append([])
        found[-1].append(chunk)
    return found
