"""An index of documents at hand, made with the cache and the store of a real build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from generator.disk.cache import DiskCache
from generator.disk.store import ObjectStore
from generator.pipeline.workers import parallel_map
from generator.search import DocumentSource, IndexEnvironment, SearchDocument, build_index

SCRATCH = "scratch-"


class Bench:
    """Builds one index after another in a folder. What was read of the documents is counted."""

    def __init__(self, folder: Path, *, workers: int = 1) -> None:
        folder.mkdir(exist_ok=True)
        self.cache = DiskCache(folder)
        self.store = ObjectStore(self.cache)
        self.env = IndexEnvironment(
            cache=self.cache,
            blobs=self.store,
            parallel_map=partial(parallel_map, workers=workers),
            scratch=partial(TemporaryDirectory, dir=folder, prefix=SCRATCH),
        )
        self.read: list[str] = []
        self.known: dict[str, SearchDocument] = {}
        """Every document that there was, by its digest."""

    def source(self, document: SearchDocument) -> DocumentSource:
        """The document, with a digest of everything in it."""

        def load() -> SearchDocument:
            self.read.append(document.document_id)
            return document

        content = msgspec.msgpack.encode(document, order="deterministic")
        digest = hashlib.sha256(content).hexdigest()
        self.known[digest] = document
        return DocumentSource(
            document_id=document.document_id, digest=digest, load=load, load_earlier=self.known.__getitem__
        )

    def build(self, documents: Iterable[SearchDocument]) -> dict[str, bytes]:
        """The index by uri."""
        self.read.clear()
        files = build_index(map(self.source, documents), self.env)
        return {uri: self.store.read(content_hash) for uri, content_hash in files.items()}


def index_of(documents: Iterable[SearchDocument], *, workers: int = 1) -> dict[str, bytes]:
    """The index by uri, made from nothing."""
    with TemporaryDirectory() as folder:
        return Bench(Path(folder), workers=workers).build(documents)
