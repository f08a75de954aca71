"""Searches a text for many names at once by a tree of words, entered at each word that begins a name (after Aho and Corasick).

A text is gone through once, whatever the number of names. The longest name that stands at a place is the one that is meant there,
so that a name within another one's is not found: `דנה כהן` in `דנה כהן-לוי`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from generator.names.forms import COMMA, Order, forms_of
from generator.names.letters import LONGEST_PREFIX, SILENT, is_prefix, script
from generator.names.separators import (
    COMMA_BETWEEN,
    HYPHEN,
    NEW_PARAGRAPH,
    NICKNAME,
    POSSESSIVE,
    has_nickname,
    is_within_name,
)
from generator.names.text import DEEPEST, Piece, pieces, read, split, words
from generator.names.titles import GIVEN_NAMES, INTRODUCE_FAMILIES, INTRODUCE_PEOPLE, TITLES

Named = TypeVar("Named")

_JOINED = re.compile(rf"[{SILENT}]*[{HYPHEN}][{SILENT}]*")
_BREAK = re.compile(rf"[^\s{SILENT}\[\]_{HYPHEN}]|\n")
"""In what stands between two words: they do not belong to one name."""
_ADDRESS = re.compile(r"[/_%#@\\]|\.[A-Za-z][A-Za-z0-9]{1,4}(?!\w)")
_END_OF_ADDRESS = re.compile(r"[\s)]|\Z")
_LONGEST_ADDRESS = 500
_LETTER = re.compile(r"[^\W_]")
_SPACE = re.compile(r"\s")
_IS_SILENT = re.compile(f"[{SILENT}]")


class Match(NamedTuple, Generic[Named]):
    """A name in a text: from where to where (exclusive), and whose it is."""

    start: int
    end: int
    named: tuple[Named, ...]


class _Node:
    __slots__ = ("named", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.named: dict[Order, list[object]] = {}

    def goes_on_with(self, letters: str) -> bool:
        """Whether a name may go on with this word, for all that can be told without looking at what is between."""
        if letters in self.next or len(letters) == 1:
            return True
        after = self.next.get(COMMA)
        return after is not None and (letters in after.next or letters in TITLES)


class _Beginning(NamedTuple):
    """Where in a word a name may begin."""

    place: int
    node: _Node
    has_prefix: bool
    is_told_by_next: bool
    """Whether the next word alone can tell that nothing comes of it."""


class Matcher(Generic[Named]):
    """Finds names; `named` is the value of each, such as the row of a list."""

    def __init__(self, names: Iterable[tuple[str, Named]], *, single: Iterable[Named] = ()) -> None:
        """`names`: as lists have them. `single`: of whom a name of one word is looked for everywhere, not only after a title."""
        self._root = _Node()
        self._everywhere = frozenset(single)
        self._begin: dict[str, tuple[_Beginning, ...]] = {}
        for name, named in names:
            for form in forms_of(name):
                node = self._root
                for word in form.words:
                    node = node.next.setdefault(word, _Node())
                whose = node.named.setdefault(form.order, [])
                if named not in whose:
                    whose.append(named)

    def __bool__(self) -> bool:
        return bool(self._root.next)

    def find(self, text: str, *, is_path: bool = False) -> Iterator[Match[Named]]:
        """Every name in a text. `is_path`: it is the name of a file or an address, in which hyphens are spaces."""
        if self._root.next:
            yield from self._find(text, 0, is_path, DEEPEST)

    def _find(self, text: str, offset: int, is_path: bool, depth: int) -> Iterator[Match[Named]]:
        plain, inside = read(text)
        before: re.Match[str] | None = None
        word: re.Match[str] | None = None
        done = -1
        for following in chain(words(plain), (None,)):
            if word is not None:
                begin = self._begin.get(word[0])
                if begin is None:
                    begin = self._begin[word[0]] = self._begins(word[0])
                if begin:
                    found = self._first(plain, begin, before, word, following, done, is_path)
                    if found is not None:
                        done = found.end
                        yield found._replace(start=offset + found.start, end=offset + found.end)
            before, word = word, following
        if depth:
            for start, within in inside:
                yield from self._find(within, offset + start, is_path, depth - 1)

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
        coming = split(following[0])[0][0] if following else ""
        for place, node, has_prefix, is_told_by_next in begin:
            start = word.start() + place
            if start < done:
                continue
            if is_told_by_next and not node.goes_on_with(coming) and not has_nickname(text, word, following):
                continue
            found = self._longest(_Place(text, start, before, word, has_prefix, is_path), node)
            if found is not None:
                return found
        return None

    def _begins(self, word: str) -> tuple[_Beginning, ...]:
        """Where in a word, as written, a name may begin."""
        found: list[_Beginning] = []
        for letters, begin, end in split(word):
            is_last = end == len(word) or not _LETTER.search(word, end)
            if node := self._root.next.get(letters):
                found.append(_Beginning(begin, node, False, is_last and not node.named))
            for length in range(1, min(LONGEST_PREFIX, len(letters) - 1) + 1):
                node = self._root.next.get(letters[length:])
                if node and is_prefix(letters[:length]):
                    start = _after(word, begin, end, length)
                    found.append(_Beginning(start, node, True, is_last and not node.named))
        return tuple(found)

    def _longest(self, place: _Place, node: _Node) -> Match[Named] | None:
        """The longest name that begins at a place."""
        best: Match[Named] | None = None
        stack = [(node, piece) for piece in [next(pieces(place.text, place.start), None)] if piece]
        while stack:
            node, piece = stack.pop()
            if node.named and (best is None or piece.end > best.end):
                named = self._meant(place, node, piece)
                if named:
                    best = Match(place.start, piece.end, named)
            stack += _following(place, node, piece)
        return best

    def _meant(self, place: _Place, node: _Node, last: Piece) -> tuple[Named, ...]:
        if place.is_part_of_another(last):
            return ()
        found: list[object] = list(node.named.get(Order.PLAIN, ()))
        if Order.TURNED in node.named and place.may_be_turned(last):
            found += node.named[Order.TURNED]
        if singles := node.named.get(Order.SINGLE):
            found += singles if place.has_title else [each for each in singles if each in self._everywhere]
        return tuple(dict.fromkeys(found))  # type: ignore[arg-type]


class _Place:
    """A place in a text at which a name may begin, with its context."""

    def __init__(
        self, text: str, start: int, before: re.Match[str] | None, word: re.Match[str], has_prefix: bool, is_path: bool
    ) -> None:
        self.text = text
        self.start = start
        self.has_prefix = has_prefix
        self.is_path = is_path
        self._word = word
        self._before = before

    @property
    def previous(self) -> Piece | None:
        """The word before, unless it is a prefix that is written apart."""
        if self._before is None:
            return None
        letters, begin, end = split(self._before[0])[-1]
        return Piece(letters, self._before.start() + begin, self._before.start() + end)

    @property
    def has_title(self) -> bool:
        previous = self.previous
        return (
            previous is not None
            and previous.letters in TITLES
            and not self._breaks(previous.end, self.start, dots=True)
        )

    def is_part_of_another(self, last: Piece) -> bool:
        """Whether a hyphen ties the words to another one, as in `כהן-לוי`; in an address hyphens are spaces."""
        if self.is_path or self._is_address(last.end):
            return False
        kind = script(last.letters[0])
        following = next(pieces(self.text, last.end), None)
        if (
            following
            and _JOINED.fullmatch(self.text, last.end, following.start)
            and script(following.letters[0]) == kind
            and following.letters not in TITLES
        ):
            return True
        previous = self.previous
        return (
            previous is not None
            and _JOINED.fullmatch(self.text, previous.end, self._word.start()) is not None
            and script(previous.letters[0]) == kind
            and not is_prefix(previous.letters)
        )

    def may_be_turned(self, last: Piece) -> bool:
        """Whether a family name and a given name, in this order, may be one person's."""
        previous = self.previous
        following = next(pieces(self.text, last.end), None)
        begins = self.has_prefix or previous is None or self._breaks(previous.end, self._word.start())
        ends = following is None or len(following.letters) == 1 or self._breaks(last.end, following.start)
        written = self.text[self.start : last.end]
        if "," not in written and "،" not in written:
            return begins or not (previous and previous.letters in GIVEN_NAMES | INTRODUCE_FAMILIES)
        introduced = begins or (previous is not None and previous.letters in INTRODUCE_PEOPLE | TITLES)
        return introduced and (ends or (following is not None and following.letters in INTRODUCE_PEOPLE | TITLES))

    def _breaks(self, start: int, end: int, *, dots: bool = False) -> bool:
        between = self.text[start:end]
        if dots:
            between = between.replace(".", "")
        return _BREAK.search(between) is not None or NEW_PARAGRAPH.search(between) is not None

    def _is_address(self, end: int) -> bool:
        """Whether the words are in an address or file name: no space between them, and only such characters around them."""
        if _SPACE.search(self.text, self.start, end):
            return False
        left = max(self.text.rfind(mark, max(0, self.start - _LONGEST_ADDRESS), self.start) for mark in " \n\t(")
        left = max(left + 1, self.start - _LONGEST_ADDRESS, 0)
        right = _END_OF_ADDRESS.search(self.text, end, end + _LONGEST_ADDRESS)
        return _ADDRESS.search(self.text[left : right.start() if right else end + _LONGEST_ADDRESS]) is not None


def _following(place: _Place, node: _Node, piece: Piece) -> Iterator[tuple[_Node, Piece]]:
    """The words after `piece` with which a name goes on."""
    if not node.next or POSSESSIVE.search(place.text, piece.start, piece.end):
        return
    coming = pieces(place.text, piece.end)
    following = next(coming, None)
    if following is None:
        return
    between = place.text[piece.end : following.start]
    if following.start == piece.end or is_within_name(between):
        if child := node.next.get(following.letters):
            yield child, following
        elif len(following.letters) == 1 and (after := next(coming, None)):
            # An initial that the list does not have.
            gap = place.text[following.end : after.start].replace(".", "")
            child = node.next.get(after.letters)
            if child and gap and is_within_name(gap):
                yield child, after
    if nickname := NICKNAME.match(place.text, piece.end):
        after = next(pieces(place.text, nickname.end()), None)
        if after and after.start == nickname.end() and (child := node.next.get(after.letters)):
            yield child, after
    elif (child := node.next.get(COMMA)) and COMMA_BETWEEN.fullmatch(between):
        if following.letters in TITLES and following.letters not in child.next:
            following = next(coming, None)
        if following and (child := child.next.get(following.letters)):
            yield child, following


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
