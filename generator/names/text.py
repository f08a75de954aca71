"""A text as words with their places. What is not read between a reader's eye and a letter – tags, emphasis, entities – is taken out
without moving a letter, so that every place is one of the text as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import combinations
from typing import NamedTuple
from urllib.parse import unquote

from generator.expressions import expression
from generator.names.letters import PLAIN_HEBREW, QUOTES, SILENT, TATWEEL, fold, script

_MARKUP = expression(
    r"<(?P<comment>!--(?P<said>.*?)(?:-->|\Z))"
    r"|<(?P<block>/?(?:br|p|div|t[dhr]|table|li|[ou]l|d[dlt]|h[1-6]|section|article|hr|figure|figcaption)\b[^<>]*+>)"
    r"|<(?P<tag>/?[A-Za-z][^<>]*+>)"
    r"|\](?P<target>\((?:<[^<>\n]*+>|[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)(?:\s+(?:\"[^\"\n]*+\"|'[^'\n]*+'))?\s*\)|\[[^\[\]\n]*+\])"
    r"|\[(?P<note>\^[^\[\]\s]++\])"
    r"|\{(?P<attributes>(?:[:#.]| ?[A-Za-z][\w-]*=)[^{}\n]*+\})"
    r"|&(?P<entity>(?:amp;){0,3}+(?:\#\d{1,7}+;?|\#[xX][0-9a-fA-F]{1,6}+;?|[A-Za-z]\w{1,30}+;))"
    r"|%(?P<percent>(?:25)*[0-9A-Fa-f]{2}(?:%(?:25)*[0-9A-Fa-f]{2})*+|u[0-9A-Fa-f]{4}(?:%u[0-9A-Fa-f]{4})*+)"
    r"|\\(?P<escape>u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})*+)"
    r"|\n(?P<bullet>[ \t>]*+(?:[-*+]|\d{1,3}+[.)])(?=[ \t]))"
    "|\u115f(?P<filler>)|\u1160(?P<filler1>)|\u3164(?P<filler2>)|\uffa0(?P<filler3>)|\u2800(?P<blank>)",
    re.DOTALL,
)
"""Each begins with a character as it is, before the name of its group: so Python's `re` passes over all others at once."""
_MAY_BE_LABELS = ("משפחה", "ast", "amily", "urname", "lname", "AST", "AMILY", "URNAME", "العائلة")
_LABEL = expression(
    rf"(?:(?<=^)|(?<=[\s,;:&?|{{}}>{QUOTES}]))(?:(?:last|family|first|given|fore)[ _-]?name|surname|(?:last|first)(?==)"
    r"|[fl]name|(?:last|first)(?=[\"']\s*:)|(?:given|family)(?=[\"']?\s*[:=])"
    r"|(?:ה?שם[ _-]?)?ה?(?:פרטי|משפחה)|(?:ال)?اسم[ _-](?:العائلة|الشخصي|الأول)|اسم[ _-]?العائلة)"
    rf"[{QUOTES}]?\s*[:=|][\s{QUOTES}]*",
    re.IGNORECASE | re.MULTILINE,
)
"""What a form or a file of data writes before each half of a name."""
_MAY_BE_MARKUP = expression(r"[<\]&%{\u115f\u1160\u3164\uffa0\u2800]|\\u[0-9A-Fa-f]")
_MAY_BE_BULLET = expression(r"[ \t>]*+(?:[-*+]|\d{1,3}[.)])[ \t]")
_BROKEN = expression(r"(?<=[a-z])-\n(?=[a-z])")
"""A word that the end of a line parts, as in what is copied from a PDF."""
_NEXT_BULLET = expression(rf"\n{_MAY_BE_BULLET.pattern}")
"""Apart, since `re` is quick with what begins with one character or one set of them."""
_WORD = expression(rf"[^\W_{TATWEEL}]++(?:[{SILENT}]++[^\W_{TATWEEL}]++)*+")
_LETTERS = expression(r"[^\W_]")
HUMP = expression(r"(?<=[a-z])(?=[A-Z][a-z])")
_MOSTHUMPS = 12
_ENCODED_AGAIN = expression(r"%(?:25)+(?=[0-9A-Fa-f]{2})")
DEEPEST = 3
"""How deep markup within markup is looked into: a comment in a comment in an address. People do not write it deeper."""


class Piece(NamedTuple):
    """A word, or a part of one in one script."""

    letters: str
    """Folded."""
    start: int
    end: int


class Read(NamedTuple):
    """A text without its markup, and of the same length; and what the markup itself says, with its place."""

    text: str
    inside: list[tuple[int, str]]


def read(text: str) -> Read:
    """The text as a reader sees it; addresses, attributes and comments apart."""
    inside: list[tuple[int, str]] = []
    if any(mark in text for mark in ":=|") and any(label in text for label in _MAY_BE_LABELS):
        text = _without_labels(text)
    if "-\n" in text:
        text = _BROKEN.sub("\0\0", text)
    if not (_MAY_BE_MARKUP.search(text) or _MAY_BE_BULLET.match(text) or _NEXT_BULLET.search(text)):
        return Read(text, inside)

    def plain(found: re.Match[str]) -> str:
        kind, written = found.lastgroup, found[0]
        if found["comment"] is not None:
            inside.append((found.start("said") - 1, found["said"]))
        elif kind == "entity":
            return _padded(unescape(written.replace("amp;", "") if len(written) > 5 else written), len(written))
        elif kind == "percent":
            return _decoded(written)
        elif kind == "escape":
            return _by_number(written, r"\u")
        elif kind == "bullet":
            return "\n;" + "\0" * (len(written) - 2)
        elif kind in ("block", "tag", "target", "attributes", "note") and len(written) > 4:
            inside.append((found.start(), written[1:-1]))
        return (" " if kind in ("block", "blank") else "\0") + "\0" * (len(written) - 1)

    # a bullet is told by the end of the line before it, which the first one has as well in this way
    return Read(_MARKUP.sub(plain, f"\n{text}")[1:], inside)


def pieces(text: str, start: int = 0) -> Iterator[Piece]:
    """The words of a text that was read, from a place on."""
    for word in _WORD.finditer(text, start):
        for letters, begin, end in split(word[0]):
            yield Piece(letters, word.start() + begin, word.start() + end)


def words(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """The words of a text that was read, as written."""
    return _WORD.finditer(text, start)


def every_word(text: str) -> list[str]:
    """The same, without their places."""
    return _WORD.findall(text)


@lru_cache(maxsize=50_000)
def split(word: str) -> tuple[tuple[str, int, int], ...]:
    """A word as written -> its parts in one script each: the letters folded, and where in it they begin and end. At least one: a
    word of which no letter is read, such as a hamza alone, stays as it is.
    """
    if PLAIN_HEBREW.fullmatch(word):
        return ((fold(word), 0, len(word)),)
    parts: list[tuple[str, int, int]] = []
    begin, current, last = 0, "", 0
    for letter in _LETTERS.finditer(word):
        kind = script(letter[0])
        if current and kind != current:
            parts.append((fold(word[begin:last]), begin, last))
            begin = letter.start()
        current, last = kind, letter.end()
    parts.append((fold(word[begin : len(word)]), begin, len(word)))
    return tuple(part for part in parts if part[0]) or ((word, 0, len(word)),)


def within_humps(word: str) -> Iterator[tuple[str, int]]:
    """Words within a word, as files are named: `LetterDanaCohen` has `DanaCohen`. Each is folded, with its beginning."""
    cuts = [0, *(cut.start() for cut in HUMP.finditer(word))]
    if len(cuts) > 1:
        for first, last in combinations([*cuts, len(word)][:_MOSTHUMPS], 2):
            yield fold(word[first:last]), first


def _without_labels(text: str) -> str:
    """`first_name: דנה, last_name: כהן` as `דנה כהן`, each letter in its place."""
    parts: list[str] = []
    done = 0
    for label in _LABEL.finditer(text):
        before = text[done : label.start()]
        kept = before.rstrip(f" \t\n\r,،;&|{QUOTES}")
        parts += (kept, " ", "\0" * (len(before) - len(kept) + len(label[0]) - 1))
        done = label.end()
    return "".join((*parts, text[done:]))


def _padded(text: str, length: int) -> str:
    return text + "\0" * (length - len(text)) if len(text) <= length else text[:length]


def _by_number(written: str, mark: str) -> str:
    """`%u05D3` and `\\u05d3` as the letter they are, at their place."""
    return "".join(f"{chr(int(code, 16))}\0\0\0\0\0" for code in written.split(mark)[1:])


def _decoded(written: str) -> str:
    """`%D7%93` as the letter it is, at its place."""
    if written[1] == "u":
        return _by_number(written, "%u")
    try:
        letters = unquote(_ENCODED_AGAIN.sub("%", written), errors="strict")
    except UnicodeDecodeError:
        return written
    return _padded("".join(letter + "\0" * (3 * len(letter.encode()) - 1) for letter in letters), len(written))
