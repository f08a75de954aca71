"""The terms of many processes in one: what a shard publishes, in a form in which one process can be exchanged.

An edit changes the entries of a few thousand terms, spread among some hundred thousand that stay. So the entries are
kept as they are published, one after another, beside figures that say where in them each process is: those of the other
terms are copied in long runs, and of the changed ones nothing is decoded.
"""

from __future__ import annotations

from array import array as numbers
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from operator import add, sub
from typing import Any

from msgspec import Struct

from generator.search.cbor import array, page_step, text
from generator.search.postings import Places, Terms, encoded

Pieces = Mapping[str, bytes]
"""Term → its places in one process, as Pagefind packs them."""


class Inverted(Struct, frozen=True, kw_only=True):
    """Terms and who has them. The figures are arrays, which a cache holds as bytes: `H` of two bytes each, `I` of four."""

    terms: list[str]
    """Sorted."""
    counts: bytes
    """For each term, how many pages have it (H)."""
    sizes: bytes
    """For each term, the length of its entry in `content` (I)."""
    pages: bytes
    """The numbers of the pages that have the first term, then of those that have the second, … (H)."""
    lengths: bytes
    """For each of these, the length of its part of the entry (I)."""
    content: bytes
    """The terms' entries in a chunk of the index."""

    def offsets(self) -> list[int]:
        """Where each entry begins in `content`, and where the last ends."""
        return list(accumulate(numbers("I", self.sizes), initial=0))


class _Parts:
    """An `Inverted` on its way."""

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.counts, self.sizes, self.pages, self.lengths = (numbers(code) for code in "HIHI")
        self.content: list[bytes | memoryview] = []

    def add(self, term: str, count: int, entry: bytes) -> None:
        """The entry of a term whose pages and lengths are added by the caller."""
        self.terms.append(term)
        self.counts.append(count)
        self.sizes.append(len(entry))
        self.content.append(entry)

    def whole(self) -> Inverted:
        return Inverted(
            terms=self.terms,
            counts=self.counts.tobytes(),
            sizes=self.sizes.tobytes(),
            pages=self.pages.tobytes(),
            lengths=self.lengths.tobytes(),
            content=b"".join(self.content),
        )


class Collector:
    """Gathers the terms of one process after the other: the first is page 0."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._page = -1
        # by the number of a term: the pages that have it, each with its piece; in one list, since millions of these are
        # looked up all over the memory
        self._found: list[list[Any]] = []

    def add(self, where: Places) -> None:
        """The next process."""
        numbered = list(map(self._terms.__getitem__, where.by_token))
        self._found += [[] for _ in range(len(self._terms.names) - len(self._found))]
        self._page = page = self._page + 1
        all_found, title_end = self._found, where.title_end
        shared: dict[int, list[int]] = {}
        for places, terms in zip(where.by_token.values(), numbered, strict=True):
            piece = encoded(places, title_end)
            for term in terms:
                found = all_found[term]
                if found and found[-2] == page:
                    shared[term] = []
                else:
                    found += page, piece
        if shared:
            for places, terms in zip(where.by_token.values(), numbered, strict=True):
                for term in terms:
                    if term in shared:
                        shared[term] += places
        for term, places in shared.items():
            all_found[term][-1] = encoded(sorted(places), title_end)

    def pieces(self) -> Pieces:
        """The pieces of a single process."""
        return {self._terms.names[term]: found[1] for term, found in enumerate(self._found) if found}

    def inverted(self) -> Inverted:
        """Of all."""
        made = _Parts()
        names = self._terms.names
        for name, found in sorted((names[term], found) for term, found in enumerate(self._found) if found):
            pages = found[::2]
            # each page says how far it is from the one before
            parts = list(map(add, map(page_step, map(sub, pages, (0, *pages))), found[1::2]))
            made.pages.extend(pages)
            made.lengths.extend(map(len, parts))
            made.add(name, len(pages), b"".join((_word(name), array(len(pages)), *parts, _END)))
        return made.whole()


def exchanged(old: Inverted, page: int, pieces: Pieces | None, *, is_new: bool = False) -> Inverted:
    """The same with other pieces for this page; with None it is taken out, and those after it are numbered anew, as when a
    page is put in (`is_new`). What comes out is what a `Collector` makes of the processes as they are now."""
    given = pieces or {}
    moved = 1 if is_new else -1 if pieces is None else 0
    counts, pages, lengths = numbers("H", old.counts), numbers("H", old.pages), numbers("I", old.lengths)
    sizes, content = numbers("I", old.sizes), memoryview(old.content)
    starts, offsets = list(accumulate(counts, initial=0)), old.offsets()
    later = page if is_new else page + 1
    shifted = numbers("H", [each + moved if each >= later else each for each in pages]) if moved else pages
    had = range(len(old.terms)) if moved else _terms_of(page, old.pages, starts)
    made = _Parts()

    def copy(first: int, end: int) -> None:
        made.terms += old.terms[first:end]
        made.counts.extend(counts[first:end])
        made.sizes.extend(sizes[first:end])
        made.pages.extend(shifted[starts[first] : starts[end]])
        made.lengths.extend(lengths[starts[first] : starts[end]])
        made.content.append(content[offsets[first] : offsets[end]])

    done = 0
    for at, is_there, term in _touched(old.terms, had, given):
        first, end = starts[at], starts[at + is_there]
        low = bisect_left(pages, page, first, end)
        high = bisect_left(pages, later, low, end)
        piece = given.get(term)
        if piece is None and low == end:
            continue  # only pages before this one have the term
        copy(done, at)
        done = at + is_there
        word, last = _word(term), pages[low - 1] if low > first else 0
        before: bytes | memoryview = b""
        after: bytes | memoryview = b""
        if is_there:
            begin = offsets[at] + len(word) + len(array(end - first))
            cut = begin + sum(lengths[first:low])
            before, after = content[begin:cut], content[cut + sum(lengths[low:high]) : offsets[at + 1] - len(_END)]
        entry: list[bytes | memoryview] = [before]
        made.pages.extend(shifted[first:low])
        made.lengths.extend(lengths[first:low])
        if piece is not None:
            step = page_step(page - last)
            entry += step, piece
            last = page
            made.pages.append(page)
            made.lengths.append(len(step) + len(piece))
        if high < end:
            # the next page says how far it is from the one before, which is another now
            was = page_step(pages[high] - (pages[high - 1] if high > first else 0))
            step = page_step(shifted[high] - last)
            entry += step, after[len(was) :]
            made.pages.extend(shifted[high:end])
            made.lengths.append(lengths[high] + len(step) - len(was))
            made.lengths.extend(lengths[high + 1 : end])
        count = end - first - (high - low) + (piece is not None)
        if count:
            made.add(term, count, b"".join((word, array(count), *entry, _END)))
    copy(done, len(old.terms))
    return made.whole()


_END = array(0)


def _word(term: str) -> bytes:
    return array(3) + text(term)


def _touched(terms: list[str], had: Iterable[int], given: Pieces) -> list[tuple[int, bool, str]]:
    """(where, whether it is there, term) of each term to look at; one that is not there comes before what stands there."""
    found = {(at, True, terms[at]) for at in had}
    for term in given:
        at = bisect_left(terms, term)
        found.add((at, at < len(terms) and terms[at] == term, term))
    return sorted(found)


def _terms_of(page: int, pages: bytes, starts: list[int]) -> Iterator[int]:
    """The numbers of the terms that a page has."""
    needle = numbers("H", (page,)).tobytes()
    at = pages.find(needle)
    term = 0
    while at >= 0:
        if at % 2 == 0:
            term = bisect_left(starts, at // 2 + 1, term) - 1
            yield term
        at = pages.find(needle, at + 1)
