"""Documents → the files of the search index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import msgspec
from msgspec import Struct

from generator.search.blocks import BlockPlan, make_block
from generator.search.catalogue import catalogue_table, figures_table
from generator.search.documents import DocumentSource
from generator.search.keys import KeyTable
from generator.search.packing import ROOT, compact, packed_json
from generator.search.pagefind import engine_files
from generator.search.postings import Terms
from generator.search.shards import Shard, ShardPlan, make_shard, plan_shards
from generator.search.vocabulary import vocabulary_files
from generator.search.workplace import FOLDER, RULES, Workplace, digest_of

_WHOLE = "index"


class _Index(Struct, frozen=True, kw_only=True):
    """A whole index, as the next build finds it."""

    digest: str
    files: dict[str, str]


class _Group(Struct, frozen=True, kw_only=True):
    """Files that belong together: name → hash; and the names of those that the manifest lists."""

    names: list[str]
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
    shards = _shards(plans, keys, place)
    words = sorted({word for shard in shards for word in shard.words.split("\n") if word})
    vocabulary = _vocabulary(words, keys, place)
    if not keys.is_saved:
        keys.save(words)
    blocks = [block.name for plan in plans for block in plan.blocks]
    place.memory.keep(
        FOLDER,
        [
            f"{FOLDER}/{name}"
            for name in (
                _WHOLE,
                "keys",
                "vocabulary",
                "engine",
                *(f"shard-{plan.number}" for plan in plans),
                *(f"{kind}-{name}" for name in blocks for kind in ("block",)),
            )
        ],
    )
    found: dict[str, str] = {}
    for shard in shards:
        found |= shard.files
    found |= vocabulary.files | _top(shards, vocabulary.names, place)
    return {ROOT + name: content for name, content in found.items()}


def _shards(plans: Sequence[ShardPlan], keys: KeyTable, place: Workplace) -> list[Shard]:
    """Every shard, made where it changed: first the blocks, on all cores, then the shards, on all cores."""
    terms = Terms(keys)
    left = [place.recall(f"shard-{plan.number}", RULES, Shard) for plan in plans]
    last = [shard if shard and place.has_all(shard.files.values()) else None for shard in left]
    made = {
        plan.number: shard for plan, shard in zip(plans, last, strict=True) if shard and shard.digest == plan.digest
    }
    missing = [plan for plan in plans if plan.number not in made]
    known = {name: digest for shard in last if shard for name, digest in shard.blocks.items()}
    blocks = [block for plan in missing for block in plan.blocks if known.get(block.name) != block.digest]

    def block_work(plan: BlockPlan) -> bytes:
        block = make_block(plan, terms, place)
        return msgspec.msgpack.encode((keys.learnt(), [name for row in block.rows for name in row.hashes]))

    def shard_work(plan: ShardPlan) -> bytes:
        return msgspec.msgpack.encode(make_shard(plan, terms, place))

    if blocks:
        keys.prepare()
    for answer in place.spread(block_work, blocks):
        learnt, hashes = msgspec.msgpack.decode(answer, type=tuple[dict[str, str], list[str]])
        keys.learn(learnt)
        place.shelf.learn(hashes)
    for plan, answer in zip(missing, place.spread(shard_work, missing), strict=True):
        made[plan.number] = msgspec.msgpack.decode(answer, type=Shard)
        place.shelf.learn(made[plan.number].files.values())
    return [made[plan.number] for plan in plans]


def _vocabulary(words: Sequence[str], keys: KeyTable, place: Workplace) -> _Group:
    def make() -> tuple[list[str], dict[str, bytes]]:
        made = vocabulary_files(words, keys)
        keys.save(words)  # also when all are known: what is not in use any more must not stay
        return made

    return _group("vocabulary", digest_of(RULES, *words), make, place)


def _group(name: str, key: str, make: Callable[[], tuple[list[str], dict[str, bytes]]], place: Workplace) -> _Group:
    """What was left under this name and key, or what is made now."""
    found = place.recall(name, key, _Group)
    if found is None or not place.has_all(found.files.values()):
        names, files = make()
        found = _Group(names=names, files={uri: place.shelf.put(content) for uri, content in files.items()})
        place.leave(name, key, found)
    return found


def _top(shards: Sequence[Shard], words: Sequence[str], place: Workplace) -> dict[str, str]:
    """The engine, and the files that name all others."""
    engine = _group("engine", RULES, lambda: ([], engine_files()), place)
    table, table_content = packed_json("catalogue-", catalogue_table(shards))
    figures, figures_content = packed_json("figures-", figures_table(shards))
    manifest = compact(
        {
            "version": 1,
            "processes": sum(len(shard.entries) for shard in shards),
            "shards": [shard.name for shard in shards],
            "catalogue": table,
            "figures": figures,
            "words": words,
        }
    )
    tops = {table: table_content, figures: figures_content, "index.json": manifest}
    return engine.files | {name: place.shelf.put(content) for name, content in tops.items()}
