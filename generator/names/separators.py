"""What may separate two words of one name: white space, markup, a hyphen, a nickname."""

from __future__ import annotations

import re

from generator.expressions import expression
from generator.names.letters import MARKS, QUOTES, SILENT, UNSEEN

HYPHEN = "-\u2010\u2011\u2013\u05be"
_PICTURES = "\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff"
"""Emoji."""
_BETWEEN = expression(rf"(?:[\s{SILENT}{_PICTURES}\[\]|>_+=^]|!\[)*[{HYPHEN}.]?[{SILENT}_]*")
"""What may stand between two words of a name: white space, markup, a hyphen or a dot that touches both."""
_TOUCHES = f"{HYPHEN}./\u00b7\u2022\u2027\u30fb"
_TOUCHING = expression(rf"[{SILENT}_]*(?:[{_TOUCHES}]|[{HYPHEN}]\n)[{SILENT}_]*")
_SPACED_HYPHEN = expression(rf"[ {SILENT}]*[{HYPHEN}][ {SILENT}]*")
_CELLS = expression(rf"[{SILENT}]*[,;][{SILENT}]*")
COMMA_BETWEEN = expression(rf"[\s{SILENT}]*[,،][\s{SILENT}]*")
NEW_PARAGRAPH = expression(r"\n[ \t>\0]*\n")
NICKNAME = expression(
    rf"[\s{SILENT}]+([(\[{QUOTES}]+)(?:[^\W\d_]{{2,}}+[{MARKS}{UNSEEN}\s]*+){{1,3}}+([)\]{QUOTES}]+)\s+"
)
"""What people call somebody, between the given name and the family name."""
POSSESSIVE = expression(rf"[A-Za-z][{QUOTES}][sS]\Z")
_OPENING = frozenset("([&,،" + QUOTES)


def has_more_between(text: str, word: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether a bracket, a quotation mark, a comma or `&` follows a word: a nickname, or more people of the family."""
    return following is not None and not _OPENING.isdisjoint(text[word.end() : following.start()])


def is_within_name(between: str) -> bool:
    """Whether two words with this between them may be one name's."""
    if NEW_PARAGRAPH.search(between):
        return False
    return (
        _TOUCHING.fullmatch(between) if any(mark in between for mark in _TOUCHES) else _BETWEEN.fullmatch(between)
    ) is not None


def is_spaced_hyphen(between: str) -> bool:
    """Whether a hyphen with blanks around it is between two words: of a name only behind `בן` and the like, or its second."""
    return _SPACED_HYPHEN.fullmatch(between) is not None


def is_between_cells(between: str) -> bool:
    """Whether two words with this between them may be two cells of a row, as in `דנה,כהן,רכזת`."""
    return _CELLS.fullmatch(between) is not None
