"""Keeps parts of what is made of all processes in the cache, from build to build: an edit changes one of thousands.

Many small parts are kept together, so that there are fewer files; after an edit one of these is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import islice

import msgspec

from generator.model.digest import digest
from generator.model.kept import Value
from generator.pipeline.cache import Cache, versions

_TOGETHER = 64
"""Small parts in one entry of the cache."""
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(dict[bytes, str])


class KeptParts:
    """Implements `model.kept.Kept` with the cache of a build."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def part(self, name: str, key: str, make: Callable[[], bytes], /) -> bytes:
        key = digest(versions(), key)
        payload = self._cache.get(name, key)
        if payload is None:
            payload = make()
            self._cache.put(name, key, payload)
        return payload

    def each(self, name: str, key: str, values: Iterable[Value], make: Callable[[Value], str], /) -> Iterator[str]:
        rest, names, key = iter(values), list[str](), digest(versions(), key)
        while together := list(islice(rest, _TOGETHER)):
            names.append(f"{name}/{len(names):04}")
            before = self._together(names[-1], key)
            now: dict[bytes, str] = {}
            for value in together:
                its_hash = blake2b(_encoder.encode(value), digest_size=12).digest()
                made = before.get(its_hash)
                if made is None:
                    made = make(value)
                now[its_hash] = made
                yield made
            if now != before:
                self._cache.put(names[-1], key, _encoder.encode(now))
        self._cache.prune(name, names)

    def _together(self, name: str, key: str) -> dict[bytes, str]:
        """What the last build kept in this entry; nothing where there is none, or it is damaged."""
        payload = self._cache.get(name, key)
        try:
            return _decoder.decode(payload) if payload else {}
        except msgspec.DecodeError:
            return {}
