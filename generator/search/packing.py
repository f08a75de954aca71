"""How the index's files are named and packed: names that stay when the content changes, gzip inside, the same bytes every time.

Files are packed here because many static hosts send them as they are. They end in `.pack`, not `.gz`, so that no host
claims a Content-Encoding for them; the browser tells from the first two bytes.
"""

from __future__ import annotations

import gzip
from typing import Any

import msgspec

FOLDER = "search/"
"""Where the index lies in the site."""

SMALLEST = 9
"""The level for the few files that every search moves."""
_OTHER = 0x9747B28C
"""Where the second hash of a name begins."""


def word_hash(word: str, value: int = 0x811C9DC5) -> int:
    """FNV-1a of the word's UTF-16 units, 32 bits: simple enough to be written twice. `search-words.js` counts the same."""
    for letter in word:
        value = (value ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return value


def word_name(word: str) -> str:
    """The name of the file whose first word this is: 44 bits of two hashes, which `search-words.js` works out as well."""
    return f"{word_hash(word):08x}{word_hash(word, _OTHER) & 0xFFF:03x}"


def packed(content: bytes, level: int = 4) -> bytes:
    """The content gzipped, with no time and no name in it. Level 4 takes half the time of 6 and 3 % more bytes."""
    return gzip.compress(content, compresslevel=level, mtime=0)


def unpacked(content: bytes) -> bytes:
    """What `packed` packed."""
    return gzip.decompress(content)


def compact(value: Any) -> bytes:
    """JSON in as few bytes as it takes."""
    return msgspec.json.encode(value, order="sorted")


def packed_json(value: Any) -> bytes:
    """A packed JSON file."""
    return packed(compact(value), SMALLEST)


def varint(value: int) -> bytes:
    """A number from 0, seven bits a byte, the lowest first; all bytes but the last have their highest bit set."""
    if value < 0x80:
        return _BYTES[value]
    found = []
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*found, value))


def read_varint(content: bytes, at: int) -> tuple[int, int]:
    """The number at this place, and the place after it."""
    value = shift = 0
    while (byte := content[at]) >= 0x80:
        value |= (byte & 0x7F) << shift
        shift += 7
        at += 1
    return value | byte << shift, at + 1


class _Varints(dict[int, bytes]):
    def __missing__(self, value: int) -> bytes:
        self[value] = found = varint(value)
        return found


_BYTES = [bytes((value,)) for value in range(0x80)]
VARINTS = _Varints()
"""`varint` of numbers that are met again and again: lengths, and steps from one number to the next."""
