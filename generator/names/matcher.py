"""Searches a text for many names at once by a tree of words, entered at each word that begins a name (after Aho and Corasick).

A text is gone through once, whatever the number of names. The longest name that stands at a place is the one that is meant there,
so that a name within another one's is not found: `דנה כהן` in `דנה כהן-לוי`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from generator.expressions import expression
from generator.names.forms import Order, forms_of
from generator.names.letters import ARTICLES, LONGEST_PREFIX, SILENT, is_prefix
from generator.names.own_words import OWN_WORDS, PREPOSITION
from generator.names.place import Place
from generator.names.separators import has_more_between
from generator.names.spaced import in_words
from generator.names.text import DEEPEST, Piece, pieces, read, split, within_humps, words
from generator.names.tree import Node, may_be_between

Named = TypeVar("Named")

_LETTER = expression(r"[^\W_]")
_DOUBLE_VAV = "וו"
"""Of a name that begins with one, behind a prefix: `לוורד`."""
_MOST_KNOWN = 1 << 16
_IS_SILENT = expression(f"[{SILENT}]")


class Match(NamedTuple, Generic[Named]):
    """A name in a text: from where to where (exclusive), and whose it is."""

    start: int
    end: int
    named: tuple[Named, ...]


class _Beginning(NamedTuple):
    """Where in a word a name may begin."""

    place: int
    node: Node
    prefix: str
    """Letters that are written to the front of the name."""
    is_own_word: bool
    """Whether the word with them is a name of its own, so that the text has to say that they are a prefix."""
    is_told_by_next: bool
    """Whether the next word alone can tell that nothing comes of it."""


class _Begins(dict[str, tuple[_Beginning, ...]]):
    """A word as written -> where in it a name may begin; found out once."""

    def __init__(self, find: Callable[[str], tuple[_Beginning, ...]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> tuple[_Beginning, ...]:
        begins = self[word] = self._find(word)
        return begins


class _Coming(dict[str, tuple[str, bool]]):
    """A word as written -> the letters of its first part, and whether it may stand between two words of a name."""

    def __missing__(self, word: str) -> tuple[str, bool]:
        if len(self) > _MOST_KNOWN:
            self.clear()
        letters = split(word)[0][0]
        known = self[word] = letters, may_be_between(letters)
        return known


_coming = _Coming()


class Matcher(Generic[Named]):
    """Finds names; `named` is the value of each, such as the row of a list."""

    def __init__(
        self, names: Iterable[tuple[str, Named]], *, single: Iterable[Named] = (), are_joined: bool = False
    ) -> None:
        """`names`: as lists have them. `single`: of whom a name of one word is looked for everywhere, not only after a title.
        `are_joined`: names of one word are several that are written as one.
        """
        self._root = Node()
        self._everywhere = frozenset(single)
        self._begin = _Begins(self._begins)
        for name, named in names:
            for form in forms_of(name):
                is_joined = are_joined and form.order is Order.SINGLE
                self._root.add(form._replace(order=Order.JOINED) if is_joined else form, named)

    def __bool__(self) -> bool:
        return bool(self._root.next)

    def find(self, text: str, *, is_path: bool = False) -> Iterator[Match[Named]]:
        """Every name in a text. `is_path`: it is the name of a file or an address, in which hyphens are spaces."""
        if self._root.next:
            yield from self._find(text, 0, is_path, DEEPEST)

    def _find(self, text: str, offset: int, is_path: bool, depth: int) -> Iterator[Match[Named]]:
        plain, inside = read(text)
        yield from self._in_words(plain, offset, is_path)
        apart: dict[tuple[int, int], Match[Named]] = {}
        for start, end, begin, around in in_words(plain):
            for each in self._in_words(around, begin, is_path):
                if each.start < end and start < each.end:
                    apart.setdefault((each.start, each.end), each)
        yield from (each._replace(start=offset + each.start, end=offset + each.end) for each in apart.values())
        if depth:
            for start, within in inside:
                yield from self._find(within, offset + start, is_path, depth - 1)

    def _in_words(self, plain: str, offset: int, is_path: bool) -> Iterator[Match[Named]]:
        """The names in a text that was read."""
        before: re.Match[str] | None = None
        word: re.Match[str] | None = None
        done = -1
        for following in chain(words(plain), (None,)):
            if word is not None and (begin := self._begin[word[0]]):
                found = self._first(plain, begin, before, word, following, done, is_path)
                if found is not None:
                    done = found.end
                    yield found._replace(start=offset + found.start, end=offset + found.end)
            before, word = word, following

    def _first(
        self,
        text: str,
        begin: tuple[_Beginning, ...],
        before: re.Match[str] | None,
        word: re.Match[str],
        following: re.Match[str] | None,
        done: int,
        is_path: bool,
    ) -> Match[Named] | None:
        """The name that begins in `word`, if there is one; most words lead nowhere, which is seen at once."""
        coming, may_stand_between = _coming[following[0]] if following else ("", True)
        for place, node, prefix, is_own_word, is_told_by_next in begin:
            start = word.start() + place
            if start < done:
                continue
            if is_told_by_next and coming not in node.next:
                if not may_stand_between and following and text[word.end() : following.start()] == " ":
                    continue
                if not node.goes_on_with(coming) and not has_more_between(text, word, following):
                    continue
            at = Place(text, start, before, word, bool(prefix), is_path)
            if is_own_word and not at.asks_for(prefix):
                continue
            found = self._longest(at, node)
            if found is not None:
                return found
        return None

    def _begins(self, word: str) -> tuple[_Beginning, ...]:
        """Where in a word, as written, a name may begin."""
        found: list[_Beginning] = []
        for letters, begin, end in split(word):
            is_last = end == len(word) or not _LETTER.search(word, end)
            if node := self._root.next.get(letters):
                is_own_word = word[begin:end] == PREPOSITION
                found.append(_Beginning(begin, node, "", is_own_word, is_last and not node.named))
            is_own_word = letters in OWN_WORDS
            for length in range(1, min(LONGEST_PREFIX, len(letters) - 1) + 1):
                if not is_prefix(prefix := letters[:length]) or prefix.endswith(ARTICLES):
                    continue
                name = letters[length:]
                if name.startswith(_DOUBLE_VAV) and name not in self._root.next:
                    length, name = length + 1, name[1:]
                if node := self._root.next.get(name):
                    start = _after(word, begin, end, length)
                    found.append(_Beginning(start, node, prefix, is_own_word, is_last and not node.named))
                is_own_word = is_own_word or letters[length:] in OWN_WORDS
        for letters, begin in within_humps(word):
            node = self._root.next.get(letters)
            if node and (Order.PLAIN in node.named or Order.JOINED in node.named):
                found.append(_Beginning(begin, node, "", False, False))
        return tuple(found)

    def _longest(self, place: Place, node: Node) -> Match[Named] | None:
        """The longest name that begins at a place."""
        best: Match[Named] | None = None
        stack = [(node, piece, False) for piece in [next(pieces(place.text, place.start), None)] if piece]
        while stack:
            node, piece, is_row = stack.pop()
            if node.named and (best is None or piece.end > best.end):
                named = self._meant(place, node, piece, is_row)
                if named:
                    best = Match(place.start, piece.end, named)
            for following, after, is_cell in node.following(place.text, piece, piece.start > place.start):
                stack.append((following, after, is_row or is_cell))
        return best

    def _meant(self, place: Place, node: Node, last: Piece, is_row: bool) -> tuple[Named, ...]:
        """Whose name ends with a word. `is_row`: its words are in cells of their own."""
        if (
            place.is_part_of_another(last)
            or (is_row and not place.is_row(last))
            or place.are_words(last)
            or place.has_another_family(last)
        ):
            return ()
        found: list[object] = list(node.named.get(Order.PLAIN, ()))
        if Order.TURNED in node.named and place.may_be_turned(last):
            found += node.named[Order.TURNED]
        if Order.JOINED in node.named and place.may_be_joined(last):
            found += node.named[Order.JOINED]
        if singles := node.named.get(Order.SINGLE):
            found += singles if place.has_title else [each for each in singles if each in self._everywhere]
        return tuple(dict.fromkeys(found))  # type: ignore[arg-type]


def _after(word: str, begin: int, end: int, length: int) -> int:
    """Where in a word, as written, the letters after the first `length` begin."""
    place = begin
    while length and place < end:
        if not _IS_SILENT.match(word[place]):
            length -= 1
        place += 1
    while place < end and _IS_SILENT.match(word[place]):
        place += 1
    return place
