"""What the search needs of whoever builds: a cache, a store of files, a way to use several cores, and a folder for a while.

The search opens no other file of a build and starts no process itself.
"""

from __future__ import annotations

import gc
import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec
from msgspec import Struct

Item = TypeVar("Item")
Loaded = TypeVar("Loaded")


class Cache(Protocol):
    """Entries that an earlier build saved, by name."""

    def get(self, name: str, key: str) -> bytes | None:
        """What was put under `name` with this very `key`; None when there is none, or when it is damaged."""
        ...

    def put(self, name: str, key: str, payload: bytes) -> None:
        """Save `payload` in place of whatever `name` held."""
        ...

    def prune(self, folder: str, names: Iterable[str]) -> None:
        """Delete every entry under `folder` but these."""
        ...


class BlobStore(Protocol):
    """Contents of files by their hash."""

    def put(self, content: bytes) -> str:
        """Store the bytes; returns their hash."""
        ...

    def has(self, content_hash: str) -> bool:
        """Whether the bytes of this hash are stored, whole."""
        ...

    def absent(self, hashes: Iterable[str]) -> set[str]:
        """Those of these hashes whose bytes are not."""
        ...

    def read(self, content_hash: str) -> bytes:
        """The bytes of this hash. Raises KeyError when they are not stored."""
        ...

    def register(self, hashes: Iterable[str]) -> None:
        """Register what worker processes have put."""
        ...


class ParallelMap(Protocol):
    """Work done on several cores where that pays."""

    def __call__(self, work: Callable[[Item], bytes], items: Sequence[Item], *, at_once: int = 16) -> Iterator[bytes]:
        """`work(item)` of each item, in their order. What else the work changes may stay in another process.

        `at_once`: how many items a process takes at most before it asks for more.
        """
        ...


class IndexEnvironment(Struct, frozen=True, kw_only=True):
    cache: Cache
    blobs: BlobStore
    parallel_map: ParallelMap
    scratch: Callable[[], AbstractContextManager[str]]
    """An empty folder, removed at the end of the `with`."""

    def load(self, name: str, key: str, kind: type[Loaded]) -> Loaded | None:
        """The value saved as `name`, if it was saved with this key and is of this kind."""
        payload = self.cache.get(f"{FOLDER}/{name}", key)
        try:
            return None if payload is None else msgspec.msgpack.decode(payload, type=kind)
        except msgspec.MsgspecError:
            return None

    def save(self, name: str, key: str, value: object) -> None:
        """Save a value for the next build."""
        self.cache.put(f"{FOLDER}/{name}", key, msgspec.msgpack.encode(value))

    def prune(self, names: Iterable[str]) -> None:
        """Delete every saved value but these."""
        self.cache.prune(FOLDER, [f"{FOLDER}/{name}" for name in names])

    def has_all(self, hashes: Iterable[str]) -> bool:
        """Whether every one of these contents is still stored."""
        return not self.blobs.absent(hashes)


FOLDER = "search"
"""Where the cache has the entries of the search."""


def digest_of(*parts: str) -> str:
    """A hash of these words in this order, the same on every machine."""
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=12).hexdigest()


def _rules() -> str:
    folder = Path(__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))]
    return digest_of(sys.byteorder, (folder / "words" / "digest.txt").read_text(encoding="utf-8"), *sources)


RULES = _rules()
"""A hash of the modules of the search, of its word tables, and of the machine's order of bytes: the key of whatever is saved."""


@contextmanager
def no_collection() -> Iterator[None]:
    """Turns Python's collector off: it would look at millions of small values, none in a circle, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
