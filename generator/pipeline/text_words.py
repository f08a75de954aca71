"""The words under which the texts of the open data are found, kept from build to build: an edit changes one of thousands.

They are kept in parts, so that of many processes only one part is held in memory, and after an edit one part is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice

import msgspec

from generator.pipeline.cache import Cache, versions

FOLDER = "text-words"
_PART = 8192
"""Texts in a part."""
_decoder = msgspec.msgpack.Decoder(dict[bytes, str])


def words_of(texts: Iterable[str], cache: Cache) -> Iterator[str]:
    """For each text, in their order, its words (`generator.search.forms`); what the last build kept is not made again."""
    from generator.search.forms import word_forms  # the word tables are read only where a database is made

    rest, names = iter(texts), list[str]()
    while part := list(islice(rest, _PART)):
        names.append(f"{FOLDER}/{len(names):04}")
        before = _kept(cache, names[-1])
        now: dict[bytes, str] = {}
        for text in part:
            key = blake2b(text.encode(), digest_size=12).digest()
            words = now[key] = before.get(key) or word_forms(text)
            yield words
        if now != before:
            cache.put(names[-1], versions(), msgspec.msgpack.encode(now))
    cache.prune(FOLDER, names)


def _kept(cache: Cache, name: str) -> dict[bytes, str]:
    """What the last build kept in this part; nothing where there is none, or it is damaged."""
    payload = cache.get(name, versions())
    try:
        return _decoder.decode(payload) if payload else {}
    except msgspec.DecodeError:
        return {}
