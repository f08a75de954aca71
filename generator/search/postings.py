"""Which words stand in which parts of a document, and which word follows which: what a search asks.

A *word* here is folded, spelling marks off. A document has a word where it is written, or where a form of it is written; the
index tells the two apart, part by part. Where in a part a word stands is not in the index: the browser finds it in the text.

An *entry* says it of one word in one document. It is a `varint` with the document's place in its group, then one with a kind in
its two lowest bits, and in the others
kind 0: the only part that has the word as written; 1: the only part that has a form of it;
kind 2: the length of a bit map of the parts that have it, twice, plus one where none of them has it as written; 3: the length
of two bit maps, the first of the parts that have it in any form, the second of those that have it as written.

For quotes there are *followers*: for each document that has a word as written, the number of different words that follow it
somewhere, as a `varint`, and a hash of two bytes of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, islice
from typing import NamedTuple

from generator.expressions import expression
from generator.search.keys import keys_of
from generator.search.packing import VARINTS, varint, word_hash
from generator.search.tokens import TOKEN, folded, written

_AROUND = ".,;:!?()[]"
"""What stands beside words and is part of no token, whatever it stands beside."""
_HEBREW_LETTERS = expression("[\u05d0-\u05ea]+")
"""Most words: one token, and written as they are."""
FOLLOWER = 2
"""Bytes of the hash of a word that follows another. `search-words.js` counts the same."""


def follower_hash(word: str) -> bytes:
    """The word's hash, folded to `FOLLOWER` bytes."""
    value = word_hash(word)
    return ((value >> 16) ^ (value & 0xFFFF)).to_bytes(FOLLOWER, "big")


class Vocabulary:
    """The words of a build, numbered as they are met, with what is asked of each again and again."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.hashes: list[bytes] = []
        self.runs = _Runs(self)
        self.keys: list[tuple[int, ...]] = []
        """Of each word that is written somewhere, the numbers of its keys; of others nothing."""
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """Of a folded word."""
        found = self._numbers.setdefault(word, len(self.words))
        if found == len(self.words):
            self.words.append(word)
            self.hashes.append(follower_hash(word))
            self.keys.append(())
        return found

    def written(self, word: str) -> int:
        """The number of a folded word that is written somewhere, and has its keys numbered therefore."""
        number = self.number(word)
        if not self.keys[number]:
            self.keys[number] = tuple(map(self.number, keys_of(word)))
        return number


class _Runs(dict[str, tuple[int, ...]]):
    """What stands between two spaces → the numbers of its words; no token has a space in it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, run: str) -> tuple[int, ...]:
        bare = run.strip(_AROUND)
        if bare != run:
            self[run] = found = self[bare]
            return found
        if _HEBREW_LETTERS.fullmatch(run):
            self[run] = found = (self._vocabulary.written(folded(run)),)
            return found
        words = map(folded, map(written, TOKEN.findall(run)))
        # of a tatweel that stands alone nothing is left
        self[run] = found = tuple(self._vocabulary.written(word) for word in words if word)
        return found


class Found(NamedTuple):
    """The words of a document by number, each with its parts as a bit map."""

    written: dict[int, int]
    any_form: dict[int, int]
    followers: dict[int, list[bytes]]
    """The hash of each word that follows it, as often as it does."""


def find_words(texts: Iterable[str], vocabulary: Vocabulary) -> Found:
    """The words of the parts of one document."""
    runs, hashes, keys = vocabulary.runs, vocabulary.hashes, vocabulary.keys
    as_written: defaultdict[int, int] = defaultdict(int)
    followers: defaultdict[int, list[bytes]] = defaultdict(list)
    bit = 1
    for text in texts:
        numbers = list(chain.from_iterable(map(runs.__getitem__, text.split())))
        for number in set(numbers):
            as_written[number] |= bit
        # a phrase does not run from one part into the next
        for number, follower in zip(numbers, map(hashes.__getitem__, islice(numbers, 1, None)), strict=False):
            followers[number].append(follower)
        bit <<= 1
    any_form = as_written.copy()
    for number, parts in as_written.items():
        for key in keys[number]:
            any_form[key] |= parts
    return Found(as_written, any_form, followers)


class _Bodies(dict[int, bytes]):
    """Parts, all of them with the word as written, or none → an entry without its page."""

    def __init__(self, *, is_form: bool) -> None:
        super().__init__()
        self._is_form = is_form

    def __missing__(self, parts: int) -> bytes:
        if parts & (parts - 1) == 0:
            body = varint((parts.bit_length() - 1) << 2 | self._is_form)
        else:
            length = (parts.bit_length() + 7) // 8
            body = varint(length << 3 | self._is_form << 2 | 2) + parts.to_bytes(length, "little")
        self[parts] = body
        return body


class _MixedBodies(dict[tuple[int, int], bytes]):
    """(parts that have a word in any form, those that have it as written) → the same."""

    def __missing__(self, parts: tuple[int, int]) -> bytes:
        length = (parts[0].bit_length() + 7) // 8
        self[parts] = body = varint(length << 2 | 3) + b"".join(each.to_bytes(length, "little") for each in parts)
        return body


class Collector:
    """Gathers the words of documents of one group, in the order of their places."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._same, self._forms, self._mixed = _Bodies(is_form=False), _Bodies(is_form=True), _MixedBodies()
        self.entries: defaultdict[int, bytes] = defaultdict(bytes)
        """By the number of a word."""
        self.followers: defaultdict[int, bytes] = defaultdict(bytes)

    def add(self, place: int, texts: Iterable[str]) -> None:
        """The next document, by its place in the group."""
        found = find_words(texts, self._vocabulary)
        page, entries = varint(place), self.entries
        same, forms, mixed, as_written = self._same, self._forms, self._mixed, found.written.get
        for number, parts in found.any_form.items():
            exact = as_written(number)
            if exact == parts:
                entries[number] += page + same[parts]
            elif exact is None:
                entries[number] += page + forms[parts]
            else:
                entries[number] += page + mixed[parts, exact]
        all_followers, followers = self.followers, found.followers.get
        for number in found.written:
            hashes = followers(number, ())
            if len(hashes) > 1:
                hashes = list(dict.fromkeys(hashes))
            all_followers[number] += VARINTS[len(hashes)] + b"".join(hashes)
