"""How common a Hebrew or Arabic word is, and which words a Hebrew word is a form of: tables that ship with the package.

`words/` holds them as plain bytes, made by `wordlists/derive.py` from the lists of wordfreq (CC BY-SA 4.0, see the notice
beside them). They are mapped into memory and searched where they lie: opening one takes a tenth of a millisecond, a look-up
one microsecond, and processes that were forked share them.

A table is a number of buckets, a word's by the CRC-32 of its bytes. Its head is `BUCKETS + 1` offsets of four bytes, little
endian, counted from the end of the head. A bucket is a line feed, then for each word: its letters, a byte each, `=`, what is
said of it (a number to the base of 36), and a line feed.
"""

from __future__ import annotations

import math
import mmap
import struct
import zlib
from functools import cache, lru_cache
from pathlib import Path

from generator.search.tokens import folded

RARE = 1.0
"""The frequency of a word that the list does not hold (Zipf: log10 of occurrences in a billion words)."""
STRANGE = "?"
"""In place of keys: a Hebrew word that the lexicon knows nothing of, alone or as a form; a rare name or acronym."""
BUCKETS = 8192
FOLDER = Path(__file__).parent / "words"
_ZIPFS = tuple(max(RARE, math.log10(10 ** (-rank / 100)) + 9.0) for rank in range(1000))
"""The tables have the frequency of a word in hundredths of a bel below one, as wordfreq's lists have."""
ENCODINGS = {"hebrew": "iso8859-8", "arabic": "cp1256"}
"""In which a letter is one byte above 0x7f. A word that has none in it is in no table."""


class WordTable:
    """One of the files."""

    def __init__(self, path: Path, encoding: str) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._encoding = encoding
        head = 4 * (BUCKETS + 1)
        self._starts = [head + offset for (offset,) in struct.iter_unpack("<I", self._bytes[:head])]

    def get(self, word: str) -> int | None:
        """What is said of a word, None where it is not there."""
        try:
            letters = word.encode(self._encoding)
        except UnicodeEncodeError:
            return None
        bucket = zlib.crc32(letters) % BUCKETS
        found, end = self._bytes, self._starts[bucket + 1]
        start = found.find(b"\n" + letters + b"=", self._starts[bucket], end)
        if start < 0:
            return None
        start += len(letters) + 2
        return int(found[start : found.find(b"\n", start, end)], 36)


def forget_words() -> None:
    """Empties what is remembered of words: it makes one build faster, and is only weight between two of them."""
    hebrew.cache_clear()
    arabic.cache_clear()


@lru_cache(maxsize=1 << 17)
def hebrew(word: str) -> float:
    """Zipf frequency of a Hebrew word without gershayim; an acronym counts as it is spelled with them (צהל: צה"ל)."""
    return _zipf("hebrew", word)


@lru_cache(maxsize=1 << 15)
def arabic(word: str) -> float:
    """Zipf frequency of an Arabic word whose alef forms, alef maqsura and taa marbuta were written as one."""
    return _zipf("arabic", word)


def hebrew_forms(word: str) -> str | None:
    """The keys of a Hebrew word as `hebrew.hebrew_keys` works them out, folded, sorted, without the word itself, with a space
    between; `STRANGE`; or None where the tables do not have the word."""
    number = _table("hebrew-keys", "hebrew").get(word)
    if number is not None:
        rule = _rules()[number]
        return apply_rule(rule, folded(word)) if rule else ""
    return None if _table("hebrew", "hebrew").get(word) is None else STRANGE


def apply_rule(rule: str, word: str) -> str:
    """The keys that a rule makes of a folded word. A rule says, with a comma between, how each key is made: how many letters come
    off in front, how many behind, and what is put there (`1-0-`: ועדה of הועדה; `2-1-ה`)."""
    size = len(word)
    return " ".join(sorted([word[front : size - behind] + ending for front, behind, ending in _parts_of(rule)]))


@cache
def _parts_of(rule: str) -> tuple[tuple[int, int, str], ...]:
    parts = (part.split("-") for part in rule.split(",") if part)
    return tuple((int(front), int(behind), ending) for front, behind, ending in parts)


def _zipf(language: str, word: str) -> float:
    rank = _table(language, language).get(word)
    return RARE if rank is None else _ZIPFS[rank]


@cache
def _table(name: str, language: str) -> WordTable:
    return WordTable(FOLDER / f"{name}.table", ENCODINGS[language])


@cache
def _rules() -> list[str]:
    return (FOLDER / "hebrew-rules.txt").read_text(encoding="utf-8").split("\n")
