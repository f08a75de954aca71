"""Documents → the files of the search index."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.search.cards import Row
from generator.search.catalogue import catalogue_table, document_files, figures_table
from generator.search.chunks import Chunk, chunk_files, write_letter
from generator.search.documents import DocumentSource
from generator.search.environment import RULES, IndexEnvironment, digest_of, no_collection
from generator.search.exchange import exchange_documents
from generator.search.groups import Group, GroupPlan, Section, changed_words, make_group, plan_groups, written_words
from generator.search.keys import keys_of
from generator.search.packing import FOLDER, compact, packed_json, word_name
from generator.search.packing import packed as gzipped
from generator.search.patching import patch
from generator.search.postings import Vocabulary
from generator.search.sections_on_disk import Place, SectionFiles
from generator.search.site_pages import SitePage, pages_table

_INDEX = "index"
_FEW = 8
"""One group of so many may have changed for their words to be exchanged; with more, all chunks are written anew."""
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
    with no_collection():
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


class _Gathered(Struct, frozen=True, array_like=True):
    """What is known of a group whose sections lie in files."""

    rows: tuple[Row, ...]
    places: dict[str, Place]
    forms: dict[str, str]
    """First letter of a key → words that are written in this group, with a space between: each after its key."""


def _all_chunks(
    plans: Sequence[GroupPlan], made: Mapping[int, Group], rows: list[tuple[Row, ...]], env: IndexEnvironment
) -> tuple[Chunk, ...]:
    """The chunks of all groups, of which some may be made; others are read from the cache, and the rest are made now.

    No process holds all groups: they are put into files one by one, and read again letter by letter.
    """
    maker = _GroupMaker(rows, env)
    places: defaultdict[str, list[tuple[int, Place]]] = defaultdict(list)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    with env.scratch() as folder:
        files = SectionFiles(Path(folder))
        seen: set[str] = set()

        def gather(plan: GroupPlan) -> bytes:
            group = made.get(plan.number) or maker.saved(plan)
            group, its_rows = (group, rows[plan.number]) if group else maker.make(plan)
            # of a word that was in a group before the keys are known; another process may say them again
            new = written_words([group]) - seen
            seen.update(new)
            return msgspec.msgpack.encode(_Gathered(its_rows, files.put(group), _forms(new)))

        def write(letter: str) -> bytes:
            its_forms: defaultdict[str, set[str]] = defaultdict(set)
            for text in forms.get(letter, ()):
                words = text.split(" ")
                for key, word in zip(words[::2], words[1::2], strict=True):
                    its_forms[key].add(word)
            return msgspec.msgpack.encode(write_letter(files.read(places[letter]), its_forms, env.blobs))

        for plan, answer in zip(plans, env.parallel_map(gather, plans), strict=True):
            found = msgspec.msgpack.decode(answer, type=_Gathered)
            rows[plan.number] = found.rows
            env.blobs.register(_hashes(found.rows))
            for letter, place in found.places.items():
                places[letter].append((plan.number, place))
            for letter, text in found.forms.items():
                forms[letter].append(text)
        # the longest first, and one by one, so that no process has a long one left when the others are done
        letters = sorted(places, key=lambda letter: (-sum(place.size for _, place in places[letter]), letter))
        chunks: list[Chunk] = []
        for answer in env.parallel_map(write, letters, at_once=1):
            chunks += msgspec.msgpack.decode(answer, type=list[Chunk])
    env.blobs.register(content for chunk in chunks for content in chunk.hashes)
    return tuple(sorted(chunks, key=lambda chunk: chunk.first))


def _forms(words: Iterable[str]) -> dict[str, str]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in keys_of(word):
            found[key[0]] += key, word
    return {letter: " ".join(pairs) for letter, pairs in found.items()}


class _GroupMaker:
    """Reads the documents of groups, which are saved for the next build."""

    def __init__(self, rows: Sequence[tuple[Row, ...]], env: IndexEnvironment) -> None:
        """`rows`: of each group as far as they are known."""
        self._known = {row.digest: row for group in rows for row in group}
        self._rows = rows
        self._vocabulary = Vocabulary()
        self._env = env

    def saved(self, plan: GroupPlan) -> Group | None:
        """The group as an earlier build saved it; None where it has to be made."""
        rows = self._rows[plan.number]
        # a build that was ended after it had saved a group has not saved the rows
        if [row.digest for row in rows] != [source.digest for source in plan.sources]:
            return None
        return _saved(plan.number, plan.digest, self._env) if self._env.has_all(_hashes(rows)) else None

    def make(self, plan: GroupPlan, old: Group | None = None) -> tuple[Group, tuple[Row, ...]]:
        """The group and its rows. `old`: as it was last time; only documents that changed since are read then."""
        exchanged = old is not None and exchange_documents(
            plan, old, self._rows[plan.number], self._vocabulary, self._env
        )
        group, rows = exchanged or make_group(plan, self._known, self._vocabulary, self._env)
        self._env.save(_group_name(plan.number), plan.digest, group)
        return group, rows


def _make(
    plans: Sequence[GroupPlan], rows: list[tuple[Row, ...]], env: IndexEnvironment, old: Mapping[int, Group]
) -> dict[int, Group]:
    """Make these groups of those of last time, whose rows are in `rows` and are exchanged there."""
    maker = _GroupMaker(rows, env)

    def make(plan: GroupPlan) -> bytes:
        return msgspec.msgpack.encode(maker.make(plan, old.get(plan.number)))

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
