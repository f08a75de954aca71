"""What may separate two words of one name: white space, markup, a hyphen, a nickname."""

from __future__ import annotations

import re

from generator.names.letters import MARKS, QUOTES, SILENT, UNSEEN

HYPHEN = "-\u2010\u2011\u2013\u05be"
_BETWEEN = re.compile(rf"(?:[\s{SILENT}\[\]|>_+=^]|!\[)*[{HYPHEN}.]?[{SILENT}_]*")
"""What may stand between two words of a name: white space, markup, a hyphen or a dot that touches both."""
_TOUCHING = re.compile(rf"[{SILENT}_]*[{HYPHEN}.][{SILENT}_]*")
COMMA_BETWEEN = re.compile(rf"[\s{SILENT}]*[,،][\s{SILENT}]*")
NEW_PARAGRAPH = re.compile(r"\n[ \t>\0]*\n")
NICKNAME = re.compile(
    rf"[\s{SILENT}]+([(\[{QUOTES}]+)(?:[^\W\d_]{{2,}}+[{MARKS}{UNSEEN}\s]*+){{1,3}}+([)\]{QUOTES}]+)\s+"
)
"""What people call somebody, between the given name and the family name."""
POSSESSIVE = re.compile(rf"[A-Za-z][{QUOTES}][sS]\Z")
_OPENING = frozenset("([" + QUOTES)


def has_nickname(text: str, word: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether something in brackets or quotation marks follows a word."""
    return following is not None and not _OPENING.isdisjoint(text[word.end() : following.start()])


def is_within_name(between: str) -> bool:
    """Whether two words with this between them may be one name's."""
    if NEW_PARAGRAPH.search(between):
        return False
    return (
        _TOUCHING.fullmatch(between) if any(mark in between for mark in f"{HYPHEN}.") else _BETWEEN.fullmatch(between)
    ) is not None
