"""A cell of a list -> the names that it holds: two people, two languages, a nickname, and what is no name beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.expressions import expression
from generator.names.letters import QUOTES, fold, script
from generator.names.own_words import OWN_WORDS
from generator.names.titles import GIVEN_NAMES, ROLES, TITLES

_OPENS, _CLOSES = rf"[(\[{QUOTES}]", rf"[)\]{QUOTES}]"
_IN_BRACKETS = expression(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_NICKNAME = expression(rf"(?<=\s){_OPENS}+([^\W\d_][^\s()\[\]\"״“”]*?){_CLOSES}+(?=\s)")
_CONTACT = expression(r"[\w.+-]{1,64}@[\w.-]+|\+?\(?\d[\d\s().\-]{3,}")
_APART = expression(r"\s*[/;\n\r|&+]\s*|\s+and\s+", re.IGNORECASE)
_COMMA = expression(r"\s*[,،]\s*|\s+[-–—]\s+")
"""Parts two people only after a whole name: `כהן, דנה רות` is one."""
_ELISION = expression("\\b([OoDdLl])['\u2019\u2018\u00b4`](?=[A-Za-z])")
"""`O'Neil`, which is also written as one word or two."""
_AND = ("ו", "و")
_PLAIN = expression(r"[^\W\d_]+ [^\W\d_]+")
"""Two words: nothing but a name."""
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"}
)
"""`Günter`, which is also written `Guenter`."""
_LONGEST = 400
"""Characters of a cell beyond which nothing is a name."""
_WORD = expression(r"[^\W\d_]")


def names_in(cell: str) -> Iterator[str]:
    """Every way to read the cell, the whole of it first; one name may come more than once."""
    yield from _names_in(cell)
    if (spelled_out := cell.translate(_SPELLED_OUT)) != cell:
        yield from _names_in(spelled_out)


def _names_in(cell: str) -> Iterator[str]:
    if _PLAIN.fullmatch(cell):
        yield cell
        return
    text = _CONTACT.sub(" ", _ELISION.sub(r"\1-", cell[:_LONGEST]))
    yield text
    if nickname := _NICKNAME.search(text):
        before, after = text[: nickname.start()].split(), text[nickname.end() :]
        yield " ".join(before) + after
        yield f"{' '.join(before[:-1])} {nickname[1]}{after}"
    elif "(" in text or "[" in text:
        yield _IN_BRACKETS.sub(" ", text)
    yield from _by_script(text)
    yield from _people(text)


def _by_script(text: str) -> Iterator[str]:
    """`דנה כהן (Dana Cohen)` is one person in two languages."""
    words: dict[str, list[str]] = {}
    for word in re.split(r"[\s()\[\]/|]+", text):
        if letter := _WORD.search(word):
            words.setdefault(script(letter[0]), []).append(word)
    if len(words) > 1:
        yield from (" ".join(run) for run in words.values() if len(run) > 1)


def _people(text: str) -> Iterator[str]:
    """Two people in one cell, and a person with a role that no comma parts from the name."""
    first, *others = _COMMA.split(text)
    rows = _APART.split(text)
    if _is_person(first.split()):
        rows += others
    for number, row in enumerate(rows):
        words = row.split()
        letters = [fold(word) for word in words]
        if number and _is_person(words):
            yield row
        for place in range(1, len(words) - 1):
            if _is_and(letters[place], letters[0]):
                second = [words[place][1:], *words[place + 1 :]]
                yield " ".join(words[:place] if place > 1 else [words[0], *second[1:]])
                yield " ".join(second)
        for place in range(2, len(words)):
            if letters[place] in ROLES:
                yield " ".join(words[:place])
                break


def _is_and(word: str, first: str) -> bool:
    """Whether a word is `and` with a second person's given name: one that is known, or any behind one that is."""
    is_known = word[1:] in GIVEN_NAMES or (first in GIVEN_NAMES and word not in OWN_WORDS)
    return word[:1] in _AND and len(word) > 2 and is_known


def _is_person(words: list[str]) -> bool:
    """Whether words are sure to be a whole name, and no role."""
    letters = [fold(word) for word in words]
    return (len(words) > 1 and letters[0] in GIVEN_NAMES) or (len(words) > 2 and letters[0] in TITLES)
