"""A place in a text at which a name may begin, and what stands around it: a title, another name, the edges of a cell."""

from __future__ import annotations

import re
from itertools import islice

from generator.expressions import expression
from generator.names.letters import SILENT, is_prefix, script
from generator.names.own_words import ONE_WORD, PREPOSITION, are_words, asks_for, is_word
from generator.names.separators import HYPHEN, NEW_PARAGRAPH
from generator.names.text import HUMP, Piece, pieces, split
from generator.names.titles import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    INTRODUCE_FAMILIES,
    INTRODUCE_PEOPLE,
    ORDINARY,
    PLACES,
    ROLES,
    TITLES,
)

_JOINED = expression(rf"[{SILENT}]*[{HYPHEN}][{SILENT}]*")
_BREAK = expression(rf"[^{HYPHEN}_\s{SILENT}\[\]]|\n|\s[{HYPHEN}]\s")
"""In what stands between two words: they do not belong to one name."""
_ADDRESS = expression(r"[/_%#@\\]|\.[A-Za-z][A-Za-z0-9]{1,4}(?!\w)")
_END_OF_ADDRESS = expression(r"[\s)]|\Z")
_LONGEST_ADDRESS = 500
_SPACE = expression(r"\s")
_TIED = expression(rf"\A[{HYPHEN}_]|[{HYPHEN}_]\Z")
"""A word of an address that goes on with another one."""
_LONG_JOINED = 8
"""Letters of a word that is hardly one of its own."""
_LONGEST_GAP = 20
_TO_PLACES = frozenset("בלמושכ")
_FROM = "من"
"""`من على` is `from upon`."""
_BEGINS_CELL = expression(rf"(?:\A|[\n\t,;|])[{SILENT}]*\Z")
_CELL = expression(r"[\t;|]")
_ENDS_CELL = expression(rf"[{SILENT}]*(?:[\n\t,;|]|\Z)")


class Place:
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

    def asks_for(self, prefix: str) -> bool:
        """Whether the word before wants these letters at the front of the next one: `תודה לירון לוי`; or, without any, a name."""
        previous = self.previous
        if previous is None or self._breaks(previous.end, self._word.start()):
            return not prefix
        if prefix:
            return asks_for(previous.letters, prefix)
        return previous.letters in INTRODUCE_PEOPLE | TITLES and previous.letters != _FROM

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

    def are_words(self, last: Piece) -> bool:
        """Whether the words are no name, but words of a sentence or the name of a place."""
        written = self.text[self.start : last.end]
        if PREPOSITION in written and self._is_preposition(written, last):
            return True
        previous = self.previous
        before = "" if previous is None or self._breaks(previous.end, self.start) else previous.letters
        if before and not self.has_prefix and (before in PLACES or (before[0] in _TO_PLACES and before[1:] in PLACES)):
            return True
        return are_words(written, before) and not (self.has_title or self.is_path or self._is_address(last.end))

    def _is_preposition(self, written: str, last: Piece) -> bool:
        """Whether `على` is no name: something follows that it belongs to, and nothing before says that a name comes."""
        if PREPOSITION not in written.split() or self.has_title or self._following(last) is None:
            return False
        return not written.startswith(PREPOSITION) or not self.asks_for("") or self._begins_sentence

    @property
    def _begins_sentence(self) -> bool:
        previous = self.previous
        return previous is None or self._breaks(previous.end, self._word.start())

    def _following(self, last: Piece) -> Piece | None:
        """The word behind the name, with nothing but a space between."""
        following = next(pieces(self.text, last.end), None)
        return following if following and self.text[last.end : following.start].strip("\0") == " " else None

    def has_another_family(self, last: Piece) -> bool:
        """Whether one more family name follows, so that it is another person's name: `דנה כהן לוי`, `Ruth Bader Feldman`.

        Not behind a name that is written family name first: there the next person's begins.
        """
        following = self._following(last)
        if following is None or following.letters not in FAMILY_NAMES:
            return False
        if last.letters in GIVEN_NAMES and next(pieces(self.text, self.start)).letters not in GIVEN_NAMES:
            return False
        written = self.text[following.start : following.end]
        return not written.isascii() or written[0].isupper()

    def may_be_turned(self, last: Piece) -> bool:
        """Whether a family name and a given name, in this order, may be one person's."""
        previous = self.previous
        following = next(pieces(self.text, last.end), None)
        begins = self.has_prefix or previous is None or self._breaks(previous.end, self._word.start())
        ends = following is None or len(following.letters) == 1 or self._breaks(last.end, following.start)
        written = self.text[self.start : last.end]
        if "," not in written and "،" not in written:
            if self._is_ordinary_first(written, last) or self._is_given_name_first(last):
                return False
            return begins or not (previous and previous.letters in GIVEN_NAMES | INTRODUCE_FAMILIES)
        introduced = begins or (previous is not None and previous.letters in INTRODUCE_PEOPLE | TITLES)
        return introduced and (ends or (following is not None and following.letters in INTRODUCE_PEOPLE | TITLES))

    def _is_ordinary_first(self, written: str, last: Piece) -> bool:
        """Whether the family name is likelier the word that it also is, `גן רוני`: in a sentence, not in cells or a file's name."""
        family, given = islice(pieces(self.text, self.start), 2)
        return (
            given.end == last.end
            and family.letters in ORDINARY | PLACES | TITLES
            and not (_CELL.search(written) or self.is_path or self._is_address(last.end))
        )

    def _is_given_name_first(self, last: Piece) -> bool:
        """Whether two words that may both be a given name have a family name behind them: `James Henry Porter`."""
        following = self._following(last)
        if following is None or script(last.letters[0]) != "la":
            return False
        written = self.text[following.start : following.end]
        return (
            written.istitle()
            and is_word(next(pieces(self.text, self.start)).letters)
            and following.letters not in TITLES | ROLES | INTRODUCE_PEOPLE
        )

    def may_be_joined(self, last: Piece) -> bool:
        """Whether a word may be several words of a name written as one: `DanaCohen`, `danacohen`, and in an address more than
        in a sentence; `Albert` of Albert Hall is a name of its own, and not Al Bert's."""
        written = self.text[self.start : last.end].replace("\0", "")
        if HUMP.search(written):
            return True
        if last.letters in ONE_WORD:
            return False
        if script(last.letters[0]) != "la":
            return True
        is_long = len(last.letters) >= _LONG_JOINED
        if self.is_path or self._is_address(last.end):
            return is_long or not _TIED.search(self.text[max(0, self.start - 1) : last.end + 1])
        return is_long and not written.istitle()

    def is_row(self, last: Piece) -> bool:
        """Whether the words begin and end with a cell: what parts them is a row's comma then, and no sentence's."""
        return _BEGINS_CELL.search(self.text, max(0, self.start - _LONGEST_GAP), self.start) is not None and (
            _ENDS_CELL.match(self.text, last.end) is not None
        )

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
