"""How common a word is, in Hebrew and in Arabic: `wordfreq`'s lists, read only when a word is new to the cache.

A list takes about 0.3 s to read, so nothing here is read on import, nor in a build whose words are all known. A build that
reads the Hebrew one leaves it in pieces, of which a build after it opens those of the few words that are new.
"""

from __future__ import annotations

import gzip
import math
import zlib
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import msgspec

RARE = 1.0
"""The frequency of a word that the list does not hold (Zipf: log10 of occurrences in a billion words)."""


@cache
def _zipfs(language: str) -> dict[str, float]:
    """Zipf frequency of each word of the list, which has them in groups of equal frequency, the n-th of n hundredths of a bel.

    The file is read here: importing `wordfreq`, with what it needs to cut texts, takes as long as reading one.
    """
    path = distribution("wordfreq").locate_file(f"wordfreq/data/large_{language}.msgpack.gz")
    header, *groups = msgspec.msgpack.decode(gzip.decompress(Path(str(path)).read_bytes()))
    if header != {"format": "cB", "version": 1}:
        raise RuntimeError(f"{path} is not in the format that wordfreq 3.1.1 has")
    found: dict[str, float] = {}
    for number, words in enumerate(groups):
        if words:
            found |= dict.fromkeys(words, max(RARE, math.log10(10 ** (-number / 100)) + 9.0))
    return found


@cache
def hebrew_zipfs() -> dict[str, float]:
    """Zipf frequency of Hebrew words without gershayim; an acronym counts as it is spelled with them (צהל: צה"ל)."""
    found = _zipfs("he")
    for word in [word for word in found if '"' in word]:
        plain = word[:-2] + word[-1]
        if word[-2:-1] == '"' and len(plain) > 1:
            found[plain] = max(found.get(plain, RARE), found[word])
    return found


def hebrew(word: str) -> float:
    """Zipf frequency of a Hebrew word as `hebrew_zipfs` has it."""
    known = _piece(_piece_of(word)) if _pieces else hebrew_zipfs()
    return known.get(word, RARE)


def hebrew_pieces() -> list[bytes]:
    """The Hebrew list cut by a hash of the word, for `use_pieces`; packed, since each is opened at most once."""
    pieces: list[dict[str, float]] = [{} for _ in range(_PIECES)]
    for word, zipf in hebrew_zipfs().items():
        pieces[_piece_of(word)][word] = zipf
    return [zlib.compress(msgspec.msgpack.encode(piece), 1) for piece in pieces]


def use_pieces(pieces: list[bytes]) -> None:
    """Answer from these, which a build before left, instead of reading the list."""
    _piece.cache_clear()
    _pieces[:] = pieces if len(pieces) == _PIECES else []


_PIECES = 2048
_pieces: list[bytes] = []
"""Empty as long as words are looked up in the list itself; none of the answers depends on it."""


def _piece_of(word: str) -> int:
    return zlib.crc32(word.encode()) % _PIECES


@cache
def _piece(number: int) -> dict[str, float]:
    return msgspec.msgpack.decode(zlib.decompress(_pieces[number]), type=dict[str, float])


@cache
def arabic(word: str) -> float:
    """Zipf frequency of an Arabic word whose alef forms, alef maqsura and taa marbuta were written as one."""
    heads = [word] + [alef + word[1:] for alef in "أإآ" if word[:1] == "ا"]
    tails = {"ه": "ة", "ي": "ى"}
    spellings = heads + [head[:-1] + tails[head[-1]] for head in heads if head[-1:] in tails]
    zipfs = _zipfs("ar")
    return max(zipfs.get(spelling, RARE) for spelling in spellings)
