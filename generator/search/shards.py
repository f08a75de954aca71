"""The index in parts: after an edit, only the part with the process that changed is made again.

A process belongs to a shard by the hash of its id, so that another process coming or going moves nobody, until the
catalogue outgrows a step of `shard_count`.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.search import cache
from generator.search.documents import SearchDocument
from generator.search.pagefind import index_files
from generator.search.postings import Posting, Terms, make_posting

_MADE_BY = cache.rules_digest("documents", "postings", "packing", "cbor", "pagefind", "shards")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A part of the index, made."""

    name: str
    """Of its table of contents; changes with the content, and its chunks and cards are named after it."""
    process_ids: tuple[str, ...]
    """In the order of the shard's pages."""
    words: tuple[str, ...]
    """Written words of its processes, unfolded, sorted."""
    files: dict[str, bytes]


def shard_count(processes: int) -> int:
    """How many shards a catalogue of this size has: a search reads a little of each, a rebuild one of them whole."""
    return next((count for limit, count in ((60, 1), (500, 2), (1500, 4)) if processes <= limit), 6)


def shard_of(process_id: str, count: int) -> int:
    """The shard a process belongs to."""
    return int.from_bytes(hashlib.blake2b(process_id.encode(), digest_size=4).digest()) % count


def make_shard(number: int, documents: Sequence[SearchDocument], terms: Terms, cache_dir: Path | None) -> Shard:
    """The shard of these documents, as it was left by an earlier build if none of them changed."""
    ordered = sorted(documents, key=lambda document: document.process_id)
    rules = f"{_MADE_BY}/{terms.keys.rules}"
    digests = [f"{rules}/{document.digest()}" for document in ordered]
    digest = hashlib.blake2b("\n".join([str(number), *digests]).encode(), digest_size=12).hexdigest()

    def make() -> Shard:
        with _no_collection():
            return _index(number, digest, _postings(ordered, digests, terms, cache_dir and cache_dir / f"postings-{number}"))

    return cache.cached(cache_dir and cache_dir / f"shard-{number}", digest, Shard, make)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of small values, none in a circle: the collector would look at all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _postings(documents: Sequence[SearchDocument], digests: Sequence[str], terms: Terms,
              path: Path | None) -> list[Posting]:
    earlier = cache.read(path, None, list[Posting]) if path else None
    made = {posting.digest: posting for posting in earlier or ()}
    postings = [made.get(digest) or make_posting(document, digest, terms)
                for document, digest in zip(documents, digests, strict=True)]
    if path:
        cache.write(path, "", postings)
    return postings


def _index(number: int, digest: str, postings: Sequence[Posting]) -> Shard:
    name = f"{digest[:8]}{number:x}"
    pages = [(f"{number}_{page}", posting.length) for page, posting in enumerate(postings)]
    files = dict(index_files(name, pages, [posting.terms for posting in postings]))
    for page, posting in enumerate(postings):
        # named after the shard and not by what they hold: the browser knows the names without a list of 3,000 hashes
        files |= posting.files | {f"cards/{name}-{page}.pack": posting.card}
    return Shard(
        name=name, process_ids=tuple(posting.process_id for posting in postings),
        words=tuple(sorted({word for posting in postings for word in posting.words})), files=files,
    )
