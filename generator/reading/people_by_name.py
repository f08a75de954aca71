"""Recognises a list of people by the names alone, where no header and no telephone says what it is.

A cell is a person's where a common given name begins it, or ends a cell of two words. About half of the people on a list have such
a name, and hardly anything else that stands in rows has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.expressions import expression
from generator.names import given_name, is_no_name
from generator.reading.attachments import Rows

_FEWEST = 4
_SHARE = 0.4
"""Of the rows from the first person to the last."""
_MOST_WORDS = 7
"""Of a cell that tells something of a person; longer ones are texts."""
_MOST_BETWEEN = 4
"""Rows without a person after which a list has ended."""
_WORD = expression(r"[^\W\d_][\w'\"׳״’`.\-־]*")
_SEVERAL = expression(r"\s*[,;]\s*")
_LATIN_SMALL = expression(r"[a-z]")


def are_people(rows: Rows) -> bool:
    """Whether some rows in a row are people, or nearly all cells of all rows are."""
    known: set[str] = set()
    persons = [_persons_in(row, known) for row in rows]
    cells = sum(len([cell for cell in row if cell]) for row in rows)
    if any(count >= _FEWEST and _is_line_of_names(row, count) for row, count in zip(rows, persons, strict=True)):
        return True
    together = sum(persons)
    if together >= _FEWEST and together * 2 >= cells:
        return True
    return any(
        count >= _FEWEST and count >= _SHARE * length for count, length in _runs([bool(count) for count in persons])
    )


def _is_line_of_names(row: Sequence[str], persons: int) -> bool:
    """Whether a line is names that commas part, within a document of other things; credits to a few authors are none."""
    parts = [part.split() for cell in row for part in _SEVERAL.split(cell)]
    names = parts[1:] if len(parts[0]) == 1 else parts  # "present: "
    return len(names) > _FEWEST and persons >= _SHARE * len(names) and all(2 <= len(name) <= 3 for name in names)


def _runs(are: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """How many there are in each run, and how long it is, without more than a few others between."""
    first = last = count = 0
    for number, is_person in enumerate(are):
        if not is_person:
            continue
        if count and number - last > _MOST_BETWEEN:
            yield count, last - first + 1
            count = 0
        first = first if count else number
        last, count = number, count + 1
    if count:
        yield count, last - first + 1


def _persons_in(row: Sequence[str], known: set[str]) -> int:
    """How many people a row names who were not named before, in one cell each or in two beside each other.

    Who speaks in the minutes of a debate is in no list: what is said follows the name.
    """
    if any(len(cell.split()) > _MOST_WORDS for cell in row):
        return 0
    parts = [part for cell in row for part in _SEVERAL.split(cell)]
    named = [part for part in parts if _is_person(part.split())] or [
        f"{one} {two}" for one, two in pairwise(row) if " " not in f"{one}{two}" and _is_person([one, two])
    ]
    before = len(known)
    known.update(named)
    return len(known) - before


def _is_person(words: Sequence[str]) -> bool:
    if not 2 <= len(words) <= 4 or not all(_WORD.fullmatch(word) and len(word) <= 20 for word in words):
        return False
    if any(_LATIN_SMALL.match(word) for word in words) or any(map(is_no_name, words)):
        return False
    return given_name(words[0]) or (len(words) == 2 and given_name(words[1]))
