"""The tree of names, by their words, and with which words of a text a name goes on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.names.forms import COMMA, PARTICLES, Form, Order
from generator.names.separators import (
    COMMA_BETWEEN,
    NICKNAME,
    POSSESSIVE,
    is_between_cells,
    is_spaced_hyphen,
    is_within_name,
)
from generator.names.text import Piece, pieces
from generator.names.titles import FATHERS, GIVEN_NAMES, TITLES

_AND = frozenset(("ו", "و"))
"""Written to the front of the next word, or apart from it."""
_APART = _AND | {"and"}
_TO = frozenset("לבכמשהلبك")
"""Written between `and` and a name."""
_MOST_INITIALS = 2
_MOST_OF_A_FAMILY = 4


_NOTHING: dict[str, Node] = {}
_NOBODY: dict[Order, list[object]] = {}
"""Of nearly all nodes; never written to."""


class Node:
    """A word of names: with which words they go on, and whose name is complete here."""

    __slots__ = ("named", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = _NOTHING
        self.named: dict[Order, list[object]] = _NOBODY

    def add(self, form: Form, named: object) -> None:
        """One form of a name, from this node on."""
        node = self
        for word in form.words:
            if node.next is _NOTHING:
                node.next = {}
            child = node.next.get(word)
            if child is None:
                child = node.next[word] = Node()
            node = child
        if node.named is _NOBODY:
            node.named = {form.order: [named]}
        elif named not in (whose := node.named.setdefault(form.order, [])):
            whose.append(named)

    def goes_on_with(self, letters: str) -> bool:
        """Whether a name may go on with this word, for all that can be told without looking at what is between."""
        if letters in self.next or may_be_between(letters):
            return True
        after = self.next.get(COMMA)
        return after is not None and (letters in after.next or letters in TITLES)

    def following(self, text: str, piece: Piece, is_later: bool) -> Iterator[tuple[Node, Piece, bool]]:
        """The words after `piece` with which a name goes on; true with those that a cell's edge parts from it. `is_later`: it is
        not the name's first word.
        """
        if not self.next or POSSESSIVE.search(text, piece.start, piece.end):
            return
        coming = pieces(text, piece.end)
        following = next(coming, None)
        if following is None:
            return
        between = text[piece.end : following.start]
        may_be_parted = piece.letters in PARTICLES or is_later
        if following.start == piece.end or is_within_name(between) or (may_be_parted and is_spaced_hyphen(between)):
            if child := self.next.get(following.letters):
                yield child, following, False
            elif len(following.letters) == 1 and "/" not in between:
                yield from self._after_initials(text, following)
            elif following.letters in FATHERS:
                yield from self._after_father(text, following)
        elif is_between_cells(between) and (child := self.next.get(following.letters)):
            yield child, following, True
        yield from self._after_something(text, piece, following, coming)

    def _after_something(
        self, text: str, piece: Piece, following: Piece, coming: Iterator[Piece]
    ) -> Iterator[tuple[Node, Piece, bool]]:
        """After a second given name, a nickname or a comma. `coming`: the words after `following`."""
        between = text[piece.end : following.start]
        if is_within_name(between.replace("&", "", 1)):
            yield from self._after_another(text, piece, following)
        if nickname := NICKNAME.match(text, piece.end):
            after = next(pieces(text, nickname.end()), None)
            if after and after.start == nickname.end() and (child := self.next.get(after.letters)):
                yield child, after, False
        elif COMMA_BETWEEN.fullmatch(between):
            yield from self._after_list(text, following)
            if child := self.next.get(COMMA):
                if following.letters in TITLES and following.letters not in child.next:
                    following = next(coming, following)
                if child := child.next.get(following.letters):
                    yield child, following, False

    def _after_list(self, text: str, given: Piece) -> Iterator[tuple[Node, Piece, bool]]:
        """`דנה, יוסי ורון כהן`: several people of one family, of whom the first is on the list."""
        for _ in range(_MOST_OF_A_FAMILY):
            after = next(pieces(text, given.end), None)
            if after is None or not _is_given_name(text, given):
                return
            if after.letters in _APART or _second_given_name(after.letters):
                yield from self._after_another(text, given, after)
                return
            if not COMMA_BETWEEN.fullmatch(text[given.end : after.start]):
                return
            given = after

    def _after_initials(self, text: str, initial: Piece) -> Iterator[tuple[Node, Piece, bool]]:
        """Initials that the list does not have."""
        for _ in range(_MOST_INITIALS):
            after = next(pieces(text, initial.end), None)
            gap = text[initial.end : after.start] if after else ""
            if not after or not gap or not is_within_name(gap.replace(".", "")):
                return
            if len(after.letters) > 1:
                if (child := self.next.get(after.letters)) and gap != ".":
                    yield child, after, False
                return
            initial = after

    def _after_father(self, text: str, father: Piece) -> Iterator[tuple[Node, Piece, bool]]:
        """The father's name, which the list does not have: `منى محمد قاسم`."""
        after = next(pieces(text, father.end), None)
        if after and (child := self.next.get(after.letters)) and text[father.end : after.start] == " ":
            yield child, after, False

    def _after_another(self, text: str, first: Piece, second: Piece) -> Iterator[tuple[Node, Piece, bool]]:
        """`דנה ורון כהן`: two people of one family, of whom the first is on the list."""
        if second.letters in _APART or "&" in text[first.end : second.start]:
            given = next(pieces(text, second.end), None) if second.letters in _APART else second
            if given is None or not _is_given_name(text, given):
                return
            second = given
        elif not _second_given_name(second.letters):
            return
        family = next(pieces(text, second.end), None)
        if family and (child := self.next.get(family.letters)) and is_within_name(text[second.end : family.start]):
            yield child, family, False


def may_be_between(letters: str) -> bool:
    """Whether a word may stand between two of a name: an initial, the father's or another one's given name."""
    return len(letters) == 1 or letters == "and" or letters in FATHERS or _second_given_name(letters)


def _second_given_name(letters: str) -> bool:
    """Whether a word is `and` with a given name, `ורון`, `ולרון`."""
    if letters[:1] not in _AND or letters in GIVEN_NAMES:
        return False
    return letters[1:] in GIVEN_NAMES or (letters[1:2] in _TO and letters[2:] in GIVEN_NAMES)


def _is_given_name(text: str, piece: Piece) -> bool:
    """Whether a word is a given name for all that can be told: in Latin letters a capital is enough."""
    written = text[piece.start : piece.end]
    return piece.letters in GIVEN_NAMES or (written.isascii() and written.istitle())
