"""Makes the tables in `generator/search/words/` from the lists of wordfreq: `python -m wordlists.derive`, some 30 seconds.

To be run again when `generator/search/hebrew.py` changes what it works out (a test says so), and for nothing else: wordfreq's
data is final. What is taken from it: every Hebrew word, an acronym without its gershayim; every Arabic word, spelled as
`tokens.written` spells it; of each its frequency. The keys of Hebrew words are worked out from these frequencies alone.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections import Counter
from importlib.metadata import distribution
from pathlib import Path

import msgspec

from generator.search import hebrew, lexicon
from generator.search.lexicon import BUCKETS, ENCODINGS, FOLDER
from generator.search.tokens import folded, is_arabic, is_hebrew, written

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST_PREFIX = 5
RAREST_ARABIC = 650
"""In hundredths of a bel below one: a Zipf frequency of 2.5, the lowest figure in `generator/search/arabic.py`."""


def ranks(language: str) -> dict[str, int]:
    """Each word of a list of wordfreq → its frequency, in hundredths of a bel below one."""
    path = distribution("wordfreq").locate_file(f"wordfreq/data/large_{language}.msgpack.gz")
    header, *groups = msgspec.msgpack.decode(gzip.decompress(Path(str(path)).read_bytes()))
    if header != {"format": "cB", "version": 1}:
        raise RuntimeError(f"{path} is not in the format that wordfreq 3.1.1 has")
    return {word: rank for rank, words in enumerate(groups) for word in words}


def hebrew_ranks() -> dict[str, int]:
    """The words of Hebrew letters alone; an acronym without its gershayim is as frequent as with them, if that is more."""
    found = ranks("he")
    for word in [word for word in found if word[-2:-1] == '"']:
        plain = word[:-2] + word[-1]
        if len(plain) > 1:
            found[plain] = min(found.get(plain, found[word]), found[word])
    return {word: rank for word, rank in found.items() if all(map(is_hebrew, word))}


def arabic_ranks() -> dict[str, int]:
    """Words as the index writes them; of several spellings that come to one, the commonest counts.

    Rarer words than `RAREST_ARABIC` are left out: `arabic` asks of none of them more than whether it is as common as that.
    """
    found: dict[str, int] = {}
    for word, rank in ranks("ar").items():
        if rank > RAREST_ARABIC:
            continue
        firsts = {word[0], "ا"} if word[0] in "أإآ" else {word[0]}
        lasts = {word[-1], {"ة": "ه", "ى": "ي"}.get(word[-1], word[-1])}
        for spelling in {first + word[1:-1] + last for first in firsts for last in lasts if len(word) > 1} or {word}:
            if is_arabic(spelling) and written(spelling) == spelling and _can_be_written(spelling):
                found[spelling] = min(found.get(spelling, rank), rank)
    return found


def hebrew_rules(words: dict[str, int]) -> dict[str, str]:
    """Word → the rule by which `lexicon.apply_rule` makes its keys; without words of which the lexicon knows too little."""
    found = {}
    for word in words:
        keys = sorted(set(map(folded, hebrew.hebrew_keys(word))) - {folded(word)})
        if keys or hebrew.is_known(word):
            found[word] = ",".join(_part(folded(word), key) for key in keys)
    return found


def table(entries: dict[str, int], encoding: str) -> bytes:
    """The content of a file that says these numbers of these words, as `lexicon.WordTable` reads it."""
    buckets: list[list[bytes]] = [[] for _ in range(BUCKETS)]
    for word, number in entries.items():
        letters = word.encode(encoding)
        buckets[zlib.crc32(letters) % BUCKETS].append(letters + b"=" + _digits(number).encode() + b"\n")
    contents = [b"\n" + b"".join(sorted(bucket)) for bucket in buckets]
    head, end = [0], 0
    for content in contents:
        end += len(content)
        head.append(end)
    return b"".join((*(offset.to_bytes(4, "little") for offset in head), *contents))


def write() -> None:
    """Write the files. The frequencies come first, since the keys are worked out from what is read of them."""
    FOLDER.mkdir(exist_ok=True)
    words = hebrew_ranks()
    (FOLDER / "hebrew.table").write_bytes(table(words, ENCODINGS["hebrew"]))
    (FOLDER / "arabic.table").write_bytes(table(arabic_ranks(), ENCODINGS["arabic"]))
    lexicon._table.cache_clear()
    rules = hebrew_rules(words)
    names = [rule for rule, _ in sorted(Counter(rules.values()).items(), key=lambda item: (-item[1], item[0]))]
    numbers = {rule: number for number, rule in enumerate(names)}
    (FOLDER / "hebrew-rules.txt").write_text("\n".join(names), encoding="utf-8")
    keys = {word: numbers[rule] for word, rule in rules.items()}
    (FOLDER / "hebrew-keys.table").write_bytes(table(keys, ENCODINGS["hebrew"]))
    (FOLDER / "digest.txt").write_text(digest(), encoding="utf-8")


def digest() -> str:
    """A hash of the files that a cached index depends on: a build reads this instead of all of them."""
    names = ("hebrew.table", "arabic.table", "hebrew-rules.txt", "hebrew-keys.table")
    return hashlib.blake2b(b"".join((FOLDER / name).read_bytes() for name in names), digest_size=16).hexdigest()


def _part(word: str, key: str) -> str:
    """How `key` is made of a word: what comes off in front and behind, and what is put behind, the shortest way."""
    ways = []
    for front in range(min(LONGEST_PREFIX, len(word)) + 1):
        same = 0
        while same < len(key) and front + same < len(word) and word[front + same] == key[same]:
            same += 1
        ways.append((len(key) - same, front, f"{front}-{len(word) - front - same}-{key[same:]}"))
    return min(ways)[2]


def _digits(number: int) -> str:
    return DIGITS[number] if number < len(DIGITS) else _digits(number // len(DIGITS)) + DIGITS[number % len(DIGITS)]


def _can_be_written(word: str) -> bool:
    try:
        word.encode(ENCODINGS["arabic"])
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    write()
