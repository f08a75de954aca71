"""Exchanges what some groups have of some words in the chunks of the last build, so that an edit reads and writes those alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.search.chunks import Chunk, EncodedWord, Word, cut_words, line_of, read_chunk, write_words
from generator.search.environment import BlobStore
from generator.search.groups import WordInGroup
from generator.search.keys import keys_of
from generator.search.packing import varint

_NEW = -1
"""In place of the number of a chunk: words of letters that no chunk has."""


def patch(
    chunks: Sequence[Chunk], changes: Mapping[int, Mapping[str, WordInGroup]], blobs: BlobStore
) -> tuple[Chunk, ...]:
    """The chunks with what some groups have of some words exchanged: number of group → word → what it has now."""
    editor = _Editor(chunks, blobs)
    was_written: dict[str, bool] = {}
    for number, words in changes.items():
        for word, now in words.items():
            found = editor.word(word)
            was_written.setdefault(word, bool(found.followers))
            _put(found, number, now)
    for word, was in was_written.items():
        if was != bool(editor.word(word).followers):
            for key in keys_of(word):
                (editor.word(key).forms.discard if was else editor.word(key).forms.add)(word)
    return tuple(editor.chunks())


class _Editor:
    """Chunks of which some are read, changed and cut anew."""

    def __init__(self, chunks: Sequence[Chunk], blobs: BlobStore) -> None:
        self._chunks = [chunk for chunk in chunks if not chunk.is_alone]
        self._firsts = [chunk.first for chunk in self._chunks]
        self._alone = {chunk.first: chunk for chunk in chunks if chunk.is_alone}
        self._blobs = blobs
        self._read: dict[int, dict[str, Word]] = {}
        self._read_alone: dict[str, Word] = {}

    def word(self, word: str) -> Word:
        """What its chunk has of a word, to be changed in place."""
        if word in self._alone:
            self._read_alone |= read_chunk(self._alone.pop(word), self._blobs)
        if word in self._read_alone:
            return self._read_alone[word]
        return self._words_near(word).setdefault(word, Word(set(), {}, {}))

    def chunks(self) -> Iterator[Chunk]:
        """All chunks as they are now, in order."""
        for word, found in self._read_alone.items():
            # it may stand with others now
            self._words_near(word)[word] = found
        made = [*self._old_and_new(), *write_words(_encoded_words(self._read.get(_NEW, {})), self._blobs)]
        return iter(sorted([*made, *self._alone.values()], key=lambda chunk: chunk.first))

    def _words_near(self, word: str) -> dict[str, Word]:
        """The words of the chunk of several in which a word stands if it has none for itself."""
        number = bisect_right(self._firsts, word) - 1
        # a word that comes before all others of its letter stands in the letter's first chunk
        near = [each for each in (number, number + 1) if self._letter(each) == word[0]]
        return self._words(near[0] if near else _NEW)

    def _letter(self, number: int) -> str:
        return self._firsts[number][0] if 0 <= number < len(self._firsts) else ""

    def _words(self, number: int) -> dict[str, Word]:
        if number not in self._read:
            self._read[number] = {} if number == _NEW else read_chunk(self._chunks[number], self._blobs)
        return self._read[number]

    def _old_and_new(self) -> Iterator[Chunk]:
        number = 0
        while number < len(self._chunks):
            if number not in self._read:
                yield self._chunks[number]
                number += 1
                continue
            letter = self._letter(number)
            words = _encoded_words(self._words(number))
            number += 1
            # where the last word ends a chunk, those after it begin where they did
            while not _is_whole(words) and self._letter(number) == letter:
                words += _encoded_words(self._words(number))
                number += 1
            yield from write_words(words, self._blobs)


def _put(word: Word, number: int, now: WordInGroup) -> None:
    for lists, content in ((word.entries, now.entries), (word.followers, now.followers)):
        if content:
            lists[number] = content
        else:
            lists.pop(number, None)


def _is_whole(words: Iterable[EncodedWord]) -> bool:
    """Whether the last of these words ends a chunk."""
    return not [*cut_words(words)][-1]


def _encoded_words(words: Mapping[str, Word]) -> list[EncodedWord]:
    return [_encoded(word, found) for word, found in sorted(words.items()) if found.entries]


def _encoded(word: str, found: Word) -> EncodedWord:
    postings: list[bytes] = []
    followers: list[bytes] = []
    last = last_written = 0
    for number in sorted(found.entries):
        entries, beside = found.entries[number], found.followers.get(number)
        postings += varint(number - last), varint(len(entries) << 1 | (beside is not None)), entries
        last = number
        if beside:
            followers += varint(number - last_written), varint(len(beside)), beside
            last_written = number
    return EncodedWord(word, line_of(word, found.forms), b"".join(postings), b"".join(followers))
