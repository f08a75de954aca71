"""Documents → the files of the search index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec
from msgspec import Struct

from generator.search.catalogue import catalogue_table, figures_table
from generator.search.documents import DocumentSource
from generator.search.keys import KeyTable
from generator.search.packing import ROOT, compact, packed_json
from generator.search.pagefind import engine_files
from generator.search.postings import Terms
from generator.search.shards import (
    Draft,
    Shard,
    ShardPlan,
    draft_shard,
    finish_shard,
    leave_index,
    names_left,
    plan_shards,
    write_chunks,
)
from generator.search.vocabulary import WORD_NAMES, TermLists, Vocabulary, vocabulary_of
from generator.search.workplace import FOLDER, RULES, Workplace, digest_of

_WHOLE, _ENGINE = "index", "engine"

_PARTS = 4
"""In which the chunks of a shard are written, where several workers do that."""
_MUCH = 3_000_000
"""Bytes of chunks (before packing) that are worth several workers."""


class _Index(Struct, frozen=True, kw_only=True):
    """A whole index, as the next build finds it."""

    digest: str
    files: dict[str, str]


def build_index(sources: Iterable[DocumentSource], place: Workplace) -> dict[str, str]:
    """uri → hash on the shelf of every file of the index; the same for the same documents.

    Their order does not matter, nor what the memory holds, which only spares work: of documents whose digest is known
    nothing is read. Two documents of one process are an error of the caller (ValueError). Names change with content, but
    for the engine's and `search/index.json`; the last comes last, so that a site written in this order never names a file
    that is not there.
    """
    ordered = sorted(sources, key=lambda source: source.process_id)
    for before, after in pairwise(ordered):
        if before.process_id == after.process_id:
            raise ValueError(f"two documents of the process {after.process_id}")
    digest = digest_of(*(text for source in ordered for text in (source.process_id, source.digest)))
    last = place.recall(_WHOLE, RULES, _Index)
    if last and last.digest == digest and place.has_all(last.files.values()):
        return last.files
    files = _made(plan_shards(ordered), place)
    place.leave(_WHOLE, RULES, _Index(digest=digest, files=files))
    return files


def last_index(place: Workplace) -> dict[str, str]:
    """uri → hash of what `build_index` last gave of documents that may have changed since, as far as it is there still."""
    last = place.recall(_WHOLE, RULES, _Index)
    return {uri: name for uri, name in last.files.items() if place.shelf.has(name)} if last else {}


def _made(plans: Sequence[ShardPlan], place: Workplace) -> dict[str, str]:
    keys = KeyTable(place)
    last = {plan.number: place.recall(f"shard-{plan.number}", RULES, Shard) for plan in plans}
    made = {
        plan.number: shard
        for plan in plans
        if (shard := last[plan.number]) and shard.digest == plan.digest and place.has_all(shard.files.values())
    }
    before = {shard.digest: shard.terms for shard in last.values() if shard}
    missing = [plan for plan in plans if plan.number not in made]
    if len(missing) == 1 and keys.is_read:
        [plan] = missing
        draft = draft_shard(plan, last[plan.number], Terms(keys), place)
        terms = {
            each.digest: made[each.number].terms if each.number in made else "\n".join(draft.index.terms)
            for each in plans
        }
        made[plan.number], vocabulary = _side_by_side(draft, terms, before, keys, place)
    else:
        made |= {
            plan.number: shard for plan, shard in zip(missing, _each_by_one(missing, last, keys, place), strict=True)
        }
        vocabulary = vocabulary_of({plan.digest: made[plan.number].terms for plan in plans}, before, keys, place)
    shards = [made[plan.number] for plan in plans]
    left = (_WHOLE, _ENGINE, *WORD_NAMES, *(name for plan in plans for name in names_left(plan)))
    place.memory.prune(FOLDER, [f"{FOLDER}/{name}" for name in left])
    found: dict[str, str] = {}
    for shard in shards:
        found |= shard.files
    found |= vocabulary.files | _top(shards, vocabulary.names, place)
    return {ROOT + name: content for name, content in found.items()}


def _side_by_side(
    draft: Draft, terms: TermLists, before: TermLists, keys: KeyTable, place: Workplace
) -> tuple[Shard, Vocabulary]:
    """The only shard to make, as after an edit: its files on all cores, and the vocabulary beside them."""

    def write(part: int) -> bytes:
        if part == _PARTS:
            leave_index(draft, place)
            return b""
        made = vocabulary_of(terms, before, keys, place) if part < 0 else write_chunks(draft, part, _PARTS, place)
        return msgspec.msgpack.encode(made)

    spread = place.spread if len(draft.index.content) > _MUCH else map
    answers = list(spread(write, range(-1, _PARTS + 1)))
    vocabulary = msgspec.msgpack.decode(answers[0], type=Vocabulary)
    chunks: dict[str, str] = {}
    for answer in answers[1:-1]:
        chunks |= msgspec.msgpack.decode(answer, type=dict[str, str])
    place.shelf.register((*vocabulary.files.values(), *chunks.values()))
    return finish_shard(draft, chunks, place), vocabulary


def _each_by_one(
    plans: Sequence[ShardPlan], last: Mapping[int, Shard | None], keys: KeyTable, place: Workplace
) -> Iterator[Shard]:
    """Several shards, each made whole by one worker."""
    terms = Terms(keys)

    def make(plan: ShardPlan) -> bytes:
        draft = draft_shard(plan, last[plan.number], terms, place)
        leave_index(draft, place)
        shard = finish_shard(draft, write_chunks(draft, 0, 1, place), place)
        return msgspec.msgpack.encode((shard, keys.learnt()))

    _ = keys.known  # read before the workers are forked
    for answer in place.spread(make, plans):
        shard, learnt = msgspec.msgpack.decode(answer, type=tuple[Shard, dict[str, str]])
        keys.learn(learnt)
        place.shelf.register(shard.files.values())
        yield shard


def _top(shards: Sequence[Shard], words: Sequence[str], place: Workplace) -> dict[str, str]:
    """The engine, and the files that name all others."""
    engine = place.recall(_ENGINE, RULES, dict[str, str])
    if engine is None or not place.has_all(engine.values()):
        engine = {name: place.shelf.put(content) for name, content in engine_files().items()}
        place.leave(_ENGINE, RULES, engine)
    table, table_content = packed_json("catalogue-", catalogue_table(shards))
    figures, figures_content = packed_json("figures-", figures_table(shards))
    manifest = compact(
        {
            "version": 1,
            "processes": sum(len(shard.rows) for shard in shards),
            "shards": [shard.name for shard in shards],
            "catalogue": table,
            "figures": figures,
            "words": words,
        }
    )
    tops = {table: table_content, figures: figures_content, "index.json": manifest}
    return engine | {name: place.shelf.put(content) for name, content in tops.items()}
