"""The files that a query loads: some words each, sorted, with what all groups have of them.

Which words a chunk has depends on the words alone: a word of many documents has a chunk for itself, and of the others a hash says
after which a chunk may end. It is named by its first word, so that an edit exchanges the chunks that hold a word which came,
went or moved to another part, under the same names, and no other.

A chunk is, packed: the number of its files of followers and a line feed; a line for each word (the word, its keys, the words in
the catalogue that have it for a key; each list with spaces between, tabs between the lists), a zero byte, for each word two
`varint`s, the length of its postings and that of its followers, plus one, or 0 where they lie beside; the postings of all words,
and the followers of all words.
Postings are, for each group that has the word, how many groups after the last (the first from 0), the length of its entries,
twice, plus one where one of them is of the word as written, and the entries.
Followers are, for each group that has the word as written, how many groups after the last, the length, and the followers,
document by document as in the postings.

Followers of words that few documents have lie in the chunk; those of others beside it, where only quotes load them, in as many
files as keep these short, a power of two: each has for each such word a length, then for each the followers of
those groups whose number leaves the file's when it is divided by how many files there are.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from generator.search.environment import BlobStore
from generator.search.groups import Section, words_of
from generator.search.keys import keys_of
from generator.search.packing import VARINTS, packed, read_varint, unpacked, varint, word_name

SMALLEST = 3_000
"""Bytes that a chunk of several words has at least. Each word of a query moves a chunk, so small ones serve the reader; large ones
keep the number of files and the list of chunks down."""
_ALONE = 4_500
"""Bytes of a word that has a chunk for itself."""
_ENDS = 12
"""A word may end a chunk every two to the power of so many bytes: a hash says which do, so that after an edit the same do. A word
with more to say is likelier to, but for a change in its bytes to matter it has to double them. With more such words than
chunks, one end that moves would move the next ones too."""
_INLINE = 100
"""Bytes of followers of a word that lie in the chunk: there an edit changes them with it."""
_PIECE = 8_000
"""Bytes of followers in a file beside, about: with more, an edit would change more, and a quote of few documents load more."""


class Chunk(Struct, frozen=True, array_like=True):
    """A chunk that is written."""

    first: str
    """Its first word."""
    is_alone: bool
    """Whether its word has so much to say that it stands alone; those around it are in another."""
    content: str
    """Hash of the file."""
    followers: tuple[str, ...]
    """Hashes of the files beside it."""

    @property
    def hashes(self) -> tuple[str, ...]:
        """Of all its files."""
        return self.content, *self.followers


class Word(Struct):
    """What a chunk has of a word. Groups are in order."""

    forms: set[str]
    """Other words of the catalogue that have this one for a key."""
    entries: dict[int, bytes]
    followers: dict[int, bytes]


def chunk_files(chunk: Chunk) -> dict[str, str]:
    """uri → hash of the files of a chunk."""
    name = word_name(chunk.first)
    beside = {f"followers/{name}-{at}.pack": content for at, content in enumerate(chunk.followers)}
    return {f"index/{name}.pack": chunk.content} | beside


def write_letter(
    sections: Iterable[tuple[int, Section]], forms: Mapping[str, set[str]], blobs: BlobStore
) -> list[Chunk]:
    """The chunks of all words that begin with one letter, from nothing.

    `sections`: of the groups that have such words, each with the group's number, in order; `forms`: words by their keys.
    """
    gathered: defaultdict[str, _Gathered] = defaultdict(_Gathered)
    for number, section in sections:
        for word, entries, beside in words_of(section):
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
        EncodedWord(word, line_of(word, forms.get(word, ())), bytes(each.postings), bytes(each.followers))
        for word, each in taken
    )
    return sorted(write_words(words, blobs), key=lambda chunk: chunk.first)


class _Gathered:
    """What the groups so far have of a word, and the numbers of the last that had it, and had it as written."""

    __slots__ = ("followers", "last", "last_written", "postings")

    def __init__(self) -> None:
        self.postings = bytearray()
        self.followers = bytearray()
        self.last = self.last_written = 0


def read_chunk(chunk: Chunk, blobs: BlobStore) -> dict[str, Word]:
    """What is in the files of a chunk."""
    head, content = unpacked(blobs.read(chunk.content)).split(b"\0", 1)
    lines = [line.split("\t") for line in head.decode().split("\n")[1:]]
    at, sizes = 0, []
    for _ in range(2 * len(lines)):
        size, at = read_varint(content, at)
        sizes.append(size)
    postings = [*_cut_at(content, at, sizes[::2])]
    inline = [size - 1 for size in sizes[1::2] if size]
    followers = _cut_at(content, at + sum(sizes[::2]), inline)
    pieces = [_lists(unpacked(blobs.read(each)), len(lines) - len(inline)) for each in chunk.followers]
    found = {}
    for (word, _, forms), entries, size in zip(lines, postings, sizes[1::2], strict=True):
        beside = [next(followers)] if size else map(next, pieces)
        written = {number: each for piece in beside for number, each in by_group(piece, is_flagged=False)}
        found[word] = Word(set(forms.split()), dict(by_group(entries, is_flagged=True)), written)
    return found


class EncodedWord(NamedTuple):
    """A word as its chunk has it."""

    word: str
    line: bytes
    postings: bytes
    followers: bytes

    @property
    def size(self) -> int:
        """Bytes in the chunk."""
        return len(self.line) + len(self.postings) + self.is_inline * len(self.followers)

    @property
    def is_inline(self) -> bool:
        """Whether its followers lie in the chunk."""
        return len(self.followers) <= _INLINE


def write_words(words: Iterable[EncodedWord], blobs: BlobStore) -> list[Chunk]:
    """Cut words into chunks, none of which has words of two letters, and store these, in no order."""
    letters = groupby(words, key=lambda each: each.word[0])
    return [_stored(part, blobs) for _, same in letters for part in cut_words(same) if part]


def cut_words(words: Iterable[EncodedWord]) -> Iterator[list[EncodedWord]]:
    """The words of each chunk; the last are those after which none has to end, and may be none."""
    part: list[EncodedWord] = []
    size = 0
    for each in words:
        its_size = each.size
        if its_size >= _ALONE:
            yield [each]
            continue
        part.append(each)
        size += its_size
        if size >= SMALLEST and _may_end(each.word, its_size):
            yield part
            part, size = [], 0
    yield part


def _may_end(word: str, size: int) -> bool:
    """Whether a chunk may end after a word of so many bytes."""
    return zlib.crc32(word.encode()) % (1 << max(0, _ENDS - size.bit_length())) == 0


def line_of(word: str, forms: Iterable[str]) -> bytes:
    """What the head of a chunk says of a word."""
    return f"{word}\t{' '.join(keys_of(word))}\t{' '.join(sorted(forms))}".encode()


def _stored(part: Sequence[EncodedWord], blobs: BlobStore) -> Chunk:
    sizes, inline, beside = list[bytes](), list[bytes](), list[bytes]()
    for each in part:
        if each.is_inline:
            sizes += VARINTS[len(each.postings)], VARINTS[len(each.followers) + 1]
            inline.append(each.followers)
        else:
            sizes += VARINTS[len(each.postings)], VARINTS[0]
            beside.append(each.followers)
    pieces = _pieces(beside)
    content = b"".join(
        (
            b"\n".join((b"%d" % len(pieces), *(each.line for each in part))),
            b"\0",
            *sizes,
            *(each.postings for each in part),
            *inline,
        )
    )
    stored = tuple(blobs.put(packed(b"".join(map(varint, map(len, piece))) + b"".join(piece))) for piece in pieces)
    return Chunk(part[0].word, part[0].size >= _ALONE, blobs.put(packed(content)), stored)


def _pieces(followers: Sequence[bytes]) -> list[Sequence[bytes]]:
    """The followers of some words, each as they are in one file after the other."""
    if not followers:
        return []
    count = 1 << (sum(map(len, followers)) // _PIECE).bit_length()
    if count == 1:
        return [followers]
    divided = []
    for each in followers:
        pieces, last = [bytearray() for _ in range(count)], [0] * count
        for number, has in by_group(each, is_flagged=False):
            at = number % count
            pieces[at] += VARINTS[number - last[at]] + VARINTS[len(has)] + has
            last[at] = number
        divided.append([*map(bytes, pieces)])
    return [*map(list, zip(*divided, strict=True))]


def _lists(content: bytes, count: int) -> Iterator[bytes]:
    at, sizes = 0, []
    for _ in range(count):
        size, at = read_varint(content, at)
        sizes.append(size)
    return _cut_at(content, at, sizes)


def _cut_at(content: bytes, at: int, sizes: Iterable[int]) -> Iterator[bytes]:
    for size in sizes:
        yield content[at : at + size]
        at += size


def by_group(content: bytes, *, is_flagged: bool) -> Iterator[tuple[int, bytes]]:
    """Postings or followers of each group that has a word, by its number. `is_flagged`: each length has a bit beside it."""
    at = number = 0
    while at < len(content):
        step, at = read_varint(content, at)
        number += step
        size, at = read_varint(content, at)
        if is_flagged:
            size >>= 1
        yield number, content[at : at + size]
        at += size
