"""Builds the search index from the search documents of the processes, after all pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from tempfile import TemporaryDirectory

import msgspec

from generator.pipeline.build import INTERNAL
from generator.pipeline.cache import Cache, Store
from generator.pipeline.workers import parallel_map
from generator.search import DocumentSource, IndexEnvironment, SearchDocument, SitePage, build_index, last_index

DOCUMENTS = f"{INTERNAL}search/"

PAGES = f"{INTERNAL}pages/"

Scratch = Callable[[], AbstractContextManager[str]]

_decoder = msgspec.json.Decoder(SearchDocument)
_page_decoder = msgspec.json.Decoder(SitePage)


def search_files(
    made: Mapping[str, str],
    cache: Cache,
    store: Store,
    scratch: Scratch = TemporaryDirectory,
    *,
    workers: int | None = None,
) -> dict[str, str]:
    """Files of the index, uri -> hash. `made`: all files built so far, uri -> hash. `scratch`: an empty folder for a `with`."""
    sources = [
        DocumentSource(
            document_id=uri.removeprefix(DOCUMENTS).removesuffix(".json"),
            digest=content_hash,
            load=partial(_document, store, content_hash),
            load_earlier=partial(_document, store),
        )
        for uri, content_hash in made.items()
        if uri.startswith(DOCUMENTS)
    ]
    pages = [_page_decoder.decode(store.read(each)) for uri, each in made.items() if uri.startswith(PAGES)]
    return build_index(sources, _environment(cache, store, scratch, workers), pages)


def earlier_search_files(cache: Cache, store: Store) -> dict[str, str]:
    """Files of the last build's index, uri -> hash, if still stored: a preview shows them until the new index is ready."""
    return last_index(_environment(cache, store, TemporaryDirectory, 1))


def _environment(cache: Cache, store: Store, scratch: Scratch, workers: int | None) -> IndexEnvironment:
    # a few groups are worth a second worker: each has some five processes
    shared = partial(parallel_map, workers=workers, smallest=8)
    return IndexEnvironment(cache=cache, blobs=store, parallel_map=shared, scratch=scratch)


def _document(store: Store, content_hash: str) -> SearchDocument:
    return _decoder.decode(store.read(content_hash))
