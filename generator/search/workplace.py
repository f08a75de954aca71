"""What the search works with, handed in by whoever builds: it opens no file and starts no process itself."""

from __future__ import annotations

import gc
import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec
from msgspec import Struct

Item = TypeVar("Item")
Made = TypeVar("Made")


class Memory(Protocol):
    """What an earlier build left, by name."""

    def get(self, name: str, key: str) -> bytes | None:
        """What was put under `name` with this very `key`; None when there is none, or when it is damaged."""
        ...

    def put(self, name: str, key: str, payload: bytes) -> None:
        """Remember `payload` in place of whatever `name` held."""
        ...

    def prune(self, folder: str, names: Iterable[str]) -> None:
        """Forget every entry under `folder` but these."""
        ...


class Shelf(Protocol):
    """Contents of files by their hash."""

    def put(self, content: bytes) -> str:
        """Keep the bytes; their hash."""
        ...

    def has(self, content_hash: str) -> bool:
        """Whether the bytes of this hash are kept, whole."""
        ...

    def register(self, hashes: Iterable[str]) -> None:
        """Take note of what other processes have put."""
        ...


class Spread(Protocol):
    """Work done on several cores where that pays."""

    def __call__(self, work: Callable[[Item], bytes], items: Sequence[Item]) -> Iterator[bytes]:
        """`work(item)` of each item, in their order. What else the work changes may stay in another process."""
        ...


class Workplace(Struct, frozen=True, kw_only=True):
    memory: Memory
    shelf: Shelf
    spread: Spread

    def recall(self, name: str, key: str, kind: type[Made]) -> Made | None:
        """The value left under `search/<name>`, if it was made from what `key` says and is of this kind."""
        payload = self.memory.get(f"{FOLDER}/{name}", key)
        try:
            return None if payload is None else msgspec.msgpack.decode(payload, type=kind)
        except msgspec.MsgspecError:
            return None

    def leave(self, name: str, key: str, value: object) -> None:
        """Leave a value for the next build."""
        self.memory.put(f"{FOLDER}/{name}", key, msgspec.msgpack.encode(value))

    def has_all(self, hashes: Iterable[str]) -> bool:
        """Whether every one of these contents is still on the shelf."""
        return all(map(self.shelf.has, hashes))


FOLDER = "search"
"""Where the memory keeps what the search leaves."""


def digest_of(*parts: str) -> str:
    """A hash of these words in this order, the same on every machine."""
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=12).hexdigest()


def _rules() -> str:
    sources = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))]
    tables = (Path(__file__).parent / "words" / "digest.txt").read_text(encoding="utf-8")
    return digest_of(sys.byteorder, tables, *sources)


RULES = _rules()
"""Changes with every module of the search, with the lexicon, and with the order of bytes in figures: nothing that others made
is of use."""


@contextmanager
def no_collection() -> Iterator[None]:
    """Millions of small values, none in a circle: the collector would look at all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
