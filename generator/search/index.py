"""Documents → the files of the search index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.search import cache
from generator.search.catalogue import catalogue_table, figures_table
from generator.search.documents import SearchDocument
from generator.search.keys import KeyTable
from generator.search.packing import ROOT, compact, packed_json, short_hash
from generator.search.pagefind import VERSION, engine_files, entry_file
from generator.search.postings import Terms
from generator.search.shards import Shard, make_shard, shard_count, shard_of
from generator.search.vocabulary import vocabulary_files

_MADE_BY = cache.rules_digest("vocabulary", "packing")


def build_index(documents: Iterable[SearchDocument], cache_dir: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """(uri, content) of every file of the index, relative to the site's root; the same bytes for the same documents.

    Their order does not matter, nor what `cache_dir` holds, which only spares work. Two documents of one process are an
    error of the caller (ValueError). Names change with content, but for the engine's, `search/pagefind-entry.json` and
    `search/index.json`; the last comes last, so that a site written in this order never names a file that is not there.
    """
    by_id: dict[str, SearchDocument] = {}
    for document in documents:
        if document.process_id in by_id:
            raise ValueError(f"two documents of the process {document.process_id}")
        by_id[document.process_id] = document
    keys = KeyTable(cache_dir)
    count = shard_count(len(by_id))
    members: list[list[SearchDocument]] = [[] for _ in range(count)]
    for document in by_id.values():
        members[shard_of(document.process_id, count)].append(document)
    terms = Terms(keys)
    shards = [make_shard(number, group, terms, cache_dir) for number, group in enumerate(members)]
    for shard in shards:
        yield from ((ROOT + name, content) for name, content in shard.files.items())
    names, files = _vocabulary(shards, keys, cache_dir)
    yield from ((ROOT + name, content) for name, content in files.items())
    keys.save()
    yield from _top(shards, by_id, names, cache_dir)


def _vocabulary(shards: list[Shard], keys: KeyTable, cache_dir: Path | None) -> tuple[list[str], dict[str, bytes]]:
    words = sorted({word for shard in shards for word in shard.words})
    digest = hashlib.blake2b("\n".join([_MADE_BY, keys.rules, *words]).encode(), digest_size=12).hexdigest()
    return cache.cached(cache_dir and cache_dir / "vocabulary", digest, tuple[list[str], dict[str, bytes]],
                        lambda: vocabulary_files(words, keys))


def _top(shards: list[Shard], documents: dict[str, SearchDocument], words: list[str],
         cache_dir: Path | None) -> Iterator[tuple[str, bytes]]:
    """The engine, and the files that name all others."""
    engine = cache.cached(cache_dir and cache_dir / "engine", VERSION, dict[str, bytes], engine_files)
    table, table_content = packed_json("catalogue-", catalogue_table(shards, documents))
    figures, figures_content = packed_json("figures-", figures_table(shards, documents))
    # Pagefind opens the table of the page's language first; the others are merged by number
    first = dict.fromkeys(("he", "ar", "en"), shards[0])
    entries = first | {str(number): shard for number, shard in enumerate(shards[1:], start=1)}
    entry = entry_file({key: (shard.name, len(shard.process_ids)) for key, shard in entries.items()})
    yield from ((ROOT + name, content) for name, content in engine.items())
    yield ROOT + table, table_content
    yield ROOT + figures, figures_content
    yield ROOT + "pagefind-entry.json", entry
    yield ROOT + "index.json", compact({
        "version": 1, "processes": len(documents), "shards": [shard.name for shard in shards], "entry": short_hash(entry),
        "catalogue": table, "figures": figures, "words": words,
    })
