"""The files that a query loads: some words each, sorted, with what all groups have of them.

Where a chunk ends depends on the words in it alone, and its name on its content, so that an edit changes the chunks that hold a
word which came, went or moved to another part, and no other.

A chunk is, packed: a line for each word (the word, its keys, the words in the catalogue that have it for a key; each list with
spaces between, tabs between the lists), a zero byte, for each word the length of its postings as a `varint`, and the postings:
for each group that has the word how many groups after the last (the first from 0), the length of its entries, twice,
plus one where one of them is of the word as written, and the entries.
Beside each chunk lies a file with the followers, which only quotes load: the lengths, and for each group that has the word
as written how many groups after the last, the length, and the followers, document by document as in the postings.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from generator.search.environment import BlobStore
from generator.search.groups import Group, WordInGroup, words_of
from generator.search.keys import keys_of
from generator.search.packing import VARINTS, packed, read_varint, short_hash, unpacked, varint

SMALLEST = 5_000
"""Bytes of words and postings that a chunk has at least. Each word of a query moves a chunk, so small ones serve the reader;
large ones keep the number of files and the list of chunks down."""
_ENDS = 32
"""One word of so many may end a chunk: which ones says a hash, so that after an edit the same do."""
_NEW = -1
"""In place of the number of a chunk: words of letters that no chunk has."""
_NAME = 5
"""Bytes of the hash of the content in a chunk's name."""


class Chunk(Struct, frozen=True, array_like=True):
    """A chunk that is written."""

    first: str
    """Its first word."""
    name: str
    content: str
    """Hash of the file."""
    followers: str
    """Hash of the file beside it."""


class Word(Struct):
    """What a chunk has of a word. Groups are in order."""

    forms: set[str]
    """Other words of the catalogue that have this one for a key."""
    entries: dict[int, bytes]
    followers: dict[int, bytes]


def chunk_files(chunk: Chunk) -> dict[str, str]:
    """uri → hash of the files of a chunk."""
    return {f"index/{chunk.name}.pack": chunk.content, f"followers/{chunk.name}.pack": chunk.followers}


def write_letter(letter: str, groups: Sequence[Group], forms: Mapping[str, set[str]], blobs: BlobStore) -> list[Chunk]:
    """The chunks of all words that begin with this letter, from nothing."""
    gathered: defaultdict[str, _Gathered] = defaultdict(_Gathered)
    for number, group in enumerate(groups):
        if letter not in group:
            continue
        for word, entries, beside in words_of(group[letter]):
            each = gathered[word]
            size = VARINTS[len(entries) << 1 | (beside != b"")]
            each.postings += VARINTS[number - each.last] + size + entries
            each.last = number
            if beside:
                each.followers += VARINTS[number - each.last_written] + VARINTS[len(beside)] + beside
                each.last_written = number
    # one word after another is taken out, so that the whole is not there twice
    taken = ((word, gathered.pop(word)) for word in sorted(gathered))
    words = (
        _Encoded(word, _line(word, forms.get(word, ())), bytes(each.postings), bytes(each.followers))
        for word, each in taken
    )
    return _write(words, blobs)


class _Gathered:
    """What the groups so far have of a word, and the numbers of the last that had it, and had it as written."""

    __slots__ = ("followers", "last", "last_written", "postings")

    def __init__(self) -> None:
        self.postings = bytearray()
        self.followers = bytearray()
        self.last = self.last_written = 0


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
        self._chunks = chunks
        self._firsts = [chunk.first for chunk in chunks]
        self._blobs = blobs
        self._read: dict[int, dict[str, Word]] = {}

    def word(self, word: str) -> Word:
        """What its chunk has of a word, to be changed in place."""
        number = bisect_right(self._firsts, word) - 1
        # a word that comes before all others of its letter stands in the letter's first chunk
        near = [each for each in (number, number + 1) if self._letter(each) == word[0]]
        return self._words(near[0] if near else _NEW).setdefault(word, Word(set(), {}, {}))

    def chunks(self) -> Iterator[Chunk]:
        """All chunks as they are now, in order."""
        made = [*self._old_and_new(), *_write(_encoded_words(self._read.get(_NEW, {})), self._blobs)]
        return iter(sorted(made, key=lambda chunk: chunk.first))

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
            words = _encoded_words(self._words(number))
            number += 1
            # where the last word ends a chunk, those after it begin where they did
            while not _is_whole(words) and self._letter(number) == words[0].word[0]:
                words += _encoded_words(self._words(number))
                number += 1
            yield from _write(words, self._blobs)


def read_chunk(chunk: Chunk, blobs: BlobStore) -> dict[str, Word]:
    """What is in the two files of a chunk."""
    head, content = unpacked(blobs.read(chunk.content)).split(b"\0", 1)
    beside = unpacked(blobs.read(chunk.followers))
    lines = [line.split("\t") for line in head.decode().split("\n")]
    found = {}
    lists, follower_lists = _lists(content, len(lines)), _lists(beside, len(lines))
    for (word, _, forms), postings, followers in zip(lines, lists, follower_lists, strict=True):
        found[word] = Word(
            set(forms.split()), dict(_by_group(postings, is_flagged=True)), dict(_by_group(followers, is_flagged=False))
        )
    return found


def _put(word: Word, number: int, now: WordInGroup) -> None:
    for lists, content in ((word.entries, now.entries), (word.followers, now.followers)):
        if content:
            lists[number] = content
        else:
            lists.pop(number, None)


class _Encoded(NamedTuple):
    """A word as its chunk has it."""

    word: str
    line: bytes
    postings: bytes
    followers: bytes


def _write(words: Iterable[_Encoded], blobs: BlobStore) -> list[Chunk]:
    """Cut words into chunks, none of which has words of two letters, and store these."""
    letters = groupby(words, key=lambda each: each.word[0])
    return [_stored(part, blobs) for _, same in letters for part in _cut(same) if part]


def _cut(words: Iterable[_Encoded]) -> Iterator[list[_Encoded]]:
    part: list[_Encoded] = []
    size = 0
    for each in words:
        part.append(each)
        size += len(each.line) + len(each.postings)
        if size >= SMALLEST and (len(each.postings) >= SMALLEST or zlib.crc32(each.word.encode()) % _ENDS == 0):
            yield part
            part, size = [], 0
    yield part


def _is_whole(words: Iterable[_Encoded]) -> bool:
    """Whether the last of these words ends a chunk."""
    return not [*_cut(words)][-1]


def _encoded_words(words: Mapping[str, Word]) -> list[_Encoded]:
    return [_encoded(word, found) for word, found in sorted(words.items()) if found.entries]


def _encoded(word: str, found: Word) -> _Encoded:
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
    return _Encoded(word, _line(word, found.forms), b"".join(postings), b"".join(followers))


def _line(word: str, forms: Iterable[str]) -> bytes:
    return "\t".join((word, " ".join(keys_of(word)), " ".join(sorted(forms)))).encode()


def _stored(part: Sequence[_Encoded], blobs: BlobStore) -> Chunk:
    words, lines, postings, followers = zip(*part, strict=True)
    content = b"\n".join(lines) + b"\0" + b"".join(map(varint, map(len, postings))) + b"".join(postings)
    beside = b"".join(map(varint, map(len, followers))) + b"".join(followers)
    # The first two characters stay when the content changes, so that the manifest has both versions in one list.
    name = f"{zlib.crc32(words[0].encode()) & 0xFF:02x}{short_hash(content + beside, _NAME)}"
    return Chunk(words[0], name, blobs.put(packed(content)), blobs.put(packed(beside)))


def _lists(content: bytes, count: int) -> Iterator[bytes]:
    at, sizes = 0, []
    for _ in range(count):
        size, at = read_varint(content, at)
        sizes.append(size)
    for size in sizes:
        yield content[at : at + size]
        at += size


def _by_group(content: bytes, *, is_flagged: bool) -> Iterator[tuple[int, bytes]]:
    at = number = 0
    while at < len(content):
        step, at = read_varint(content, at)
        number += step
        size, at = read_varint(content, at)
        if is_flagged:
            size >>= 1
        yield number, content[at : at + size]
        at += size
