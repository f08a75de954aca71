"""Which of many names may stand in some texts: a quick look, after which few are left to be looked for in earnest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.expressions import expression
from generator.names.cells import names_in
from generator.names.text import pieces, read
from generator.names.titles import TITLES

_LENGTH = 3
"""Letters that are compared; of shorter words all."""
_PARTED = expression(r"[,،;؛/|()\[\]]|\s[-–—]\s")
_MOST_WITHIN = 4
"""How often a text within a text is read: an attribute, a comment, an address."""


def likely(names: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    """The names of which the beginnings of all words stand in the texts, whatever is written before them; all others stand
    in none of them.

    The letters of a text are taken without what is between them, since a name is also written as one word, or as several.
    """
    found: set[str] = set()
    for text in texts:
        letters = "".join(_letters(text, _MOST_WITHIN))
        for length in range(1, _LENGTH + 1):
            found.update(letters[place : place + length] for place in range(len(letters) - length + 1))
    for name in names:
        if any(_stands(each, found) for each in names_in(read(name).text)):
            yield name


def _stands(name: str, found: Collection[str]) -> bool:
    words = [piece.letters for piece in pieces(name) if piece.letters not in TITLES]
    stand = [_beginning(word) in found for word in words if len(word) > 1 or len(words) == 1]
    # "family, given" is a name in two parts, or a name with a role.
    return all(stand) or (any(stand) and _PARTED.search(name) is not None)


def _beginning(word: str) -> str:
    """The first letters, without an article that may be written or not."""
    return (word.removeprefix("ال") or word)[:_LENGTH]


def _letters(text: str, depth: int) -> Iterator[str]:
    plain, inside = read(text)
    yield from (piece.letters for piece in pieces(plain))
    if depth:
        for _, within in inside:
            yield from _letters(within, depth - 1)
