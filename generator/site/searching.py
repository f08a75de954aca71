"""The search index: made from the documents that the process pages left, after the pages, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from generator.search import SearchDocument, build_index
from generator.site.build import INTERNAL
from generator.site.cache import Store

DOCUMENTS = f"{INTERNAL}search/"

_decoder = msgspec.json.Decoder(SearchDocument)


def search_files(made: Mapping[str, str], store: Store, cache_dir: Path | None) -> Iterator[tuple[str, bytes]]:
    """uri and content of every file of the index. `made`: what the build made so far, uri -> hash."""
    documents = (
        _decoder.decode(store.read(content_hash)) for uri, content_hash in made.items() if uri.startswith(DOCUMENTS)
    )
    yield from build_index(documents, cache_dir)
