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
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

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


class Word:
    """A word of a build, with what the documents that are being gathered have of it.

    It is met a million times in a build of some hundred documents, so it is looked up once each time, and what is noted of it
    is found beside it: a dictionary for each note took twice the time.
    """

    __slots__ = ("entries", "first", "followers", "forms", "hash", "keys", "letter", "one", "others", "parts", "text")

    def __init__(self, text: str, letter: list[Word]) -> None:
        self.text = text
        """Folded."""
        self.letter = letter
        """The words with its first letter that the documents gathered so far have."""
        self.hash = follower_hash(text)
        self.one = VARINTS[1] + self.hash
        """The followers of a word that this one alone follows."""
        self.keys: tuple[Word, ...] | None = None
        """None where the word has not been met as written."""
        self.entries = self.followers = b""
        """Of all documents gathered so far; entries are empty where none of them has the word."""
        self.parts = self.forms = 0
        """Bit maps of the parts of the present document that have it as written, and that have a word whose key it is."""
        self.first: Word | None = None
        """What follows it in the present document where it is met first."""
        self.others: list[bytes] | None = None
        """The hash of each word that follows it there later, as often as it does."""


class Vocabulary:
    """The words of a build. It gathers what the documents of one group have of them, then those of the next."""

    def __init__(self) -> None:
        self._words: dict[str, Word] = {}
        self._letters: defaultdict[str, list[Word]] = defaultdict(list)
        self._runs = _Runs(self)

    def add(self, place: int, texts: Sequence[str]) -> None:
        """Gather the parts of the next document, by its place in the group; places ascend."""
        words, page = self._read(texts), varint(place)
        _add_forms(_mark_keys(words), page, len(texts))
        _add_written(words, page, len(texts))

    def gathered(self) -> Iterator[list[Word]]:
        """The words of the documents gathered since the last time, letter by letter. What they hold is empty afterwards."""
        for words in self._letters.values():
            if words:
                yield words
                for word in words:
                    word.entries = word.followers = b""
                words.clear()

    def written(self, text: str) -> Word:
        """A folded word that is written somewhere."""
        found = self._word(text)
        if found.keys is None:
            found.keys = tuple(map(self._word, keys_of(text)))
        return found

    def _word(self, text: str) -> Word:
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = Word(text, self._letters[text[0]])
        return found

    def _read(self, texts: Iterable[str]) -> list[Word]:
        """The words of a document, each once; which parts have it, and what follows it, is noted beside it."""
        found: list[Word] = []
        bit = 1
        for text in texts:
            words = self._runs.words_of(text)
            for word in set(words):
                if parts := word.parts:
                    word.parts = parts | bit
                else:
                    word.parts = bit
                    found.append(word)
            # a phrase does not run from one part into the next
            for word, follower in zip(words, islice(words, 1, None), strict=False):
                if word.first is None:
                    word.first = follower
                elif word.others is None:
                    word.others = [follower.hash]
                else:
                    word.others.append(follower.hash)
            bit <<= 1
        return found


class _Runs(dict[str, Word]):
    """What stands between two spaces → its word; no token has a space in it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._several = Word("", [])
        """In place of no word, or of more than one; these are in `_words`."""
        self._words: dict[str, tuple[Word, ...]] = {}

    def words_of(self, text: str) -> list[Word]:
        """The words of a text in their order."""
        runs = text.split()
        found = list(map(self.__getitem__, runs))
        if self._several not in found:
            return found
        words: list[Word] = []
        for run, word in zip(runs, found, strict=True):
            if word is self._several:
                words += self._words[run]
            else:
                words.append(word)
        return words

    def __missing__(self, run: str) -> Word:
        bare = run.strip(_AROUND)
        if bare != run:
            self[run] = found = self[bare]
            if found is self._several:
                self._words[run] = self._words[bare]
            return found
        if _HEBREW_LETTERS.fullmatch(run):
            self[run] = found = self._vocabulary.written(folded(run))
            return found
        words = map(folded, map(written, TOKEN.findall(run)))
        # of a tatweel that stands alone nothing is left
        self._words[run] = each = tuple(self._vocabulary.written(word) for word in words if word)
        self[run] = found = each[0] if len(each) == 1 else self._several
        return found


def _mark_keys(words: Iterable[Word]) -> list[Word]:
    """Note beside the keys of the words of a document which parts have them. The keys that are not written there themselves."""
    found: list[Word] = []
    for word in words:
        if word.keys:
            parts = word.parts
            for key in word.keys:
                if forms := key.forms:
                    key.forms = forms | parts
                else:
                    key.forms = parts
                    if not key.parts:
                        found.append(key)
    return found


def _add_forms(words: Iterable[Word], page: bytes, count: int) -> None:
    """Add the entries of words that are written nowhere in a document of so many parts, but forms of them are."""
    of_one_part = {1 << part: page + varint(part << 2 | 1) for part in range(count)}
    for word in words:
        parts = word.forms
        entry = of_one_part.get(parts) or page + _bit_map(parts, is_form=True)
        if word.entries:
            word.entries += entry
        else:
            word.letter.append(word)
            word.entries = entry
        word.forms = 0


def _add_written(words: Iterable[Word], page: bytes, count: int) -> None:
    """The same of those that are, with their followers."""
    of_one_part = {1 << part: page + varint(part << 2) for part in range(count)}
    for word in words:
        parts = word.parts
        if (forms := word.forms) and (forms := forms | parts) != parts:
            entry = page + _bit_maps(forms, parts)
        else:
            entry = of_one_part.get(parts) or page + _bit_map(parts, is_form=False)
        if word.first is None:
            followers = VARINTS[0]
        elif word.others is None:
            followers = word.first.one
        else:
            hashes = dict.fromkeys((word.first.hash, *word.others))
            followers = VARINTS[len(hashes)] + b"".join(hashes)
        if word.entries:
            word.entries += entry
            word.followers += followers
        else:
            word.letter.append(word)
            word.entries, word.followers = entry, followers
        word.parts = word.forms = 0
        word.first = word.others = None


def _bit_map(parts: int, *, is_form: bool) -> bytes:
    """An entry without its page: all of these parts have the word as written, or none."""
    length = (parts.bit_length() + 7) // 8
    return VARINTS[length << 3 | is_form << 2 | 2] + parts.to_bytes(length, "little")


def _bit_maps(forms: int, written: int) -> bytes:
    """An entry without its page: the parts that have the word in any form, and those that have it as written."""
    length = (forms.bit_length() + 7) // 8
    return VARINTS[length << 2 | 3] + forms.to_bytes(length, "little") + written.to_bytes(length, "little")
