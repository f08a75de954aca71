"""What the notes around a list withhold: all of it, the rows that bear a footnote's mark, or those in a colour.

A note grants nothing. One whose rows cannot be told holds for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.expressions import expression
from generator.importing.lists.grid import one_line
from generator.importing.lists.rows import Kind, ListRow
from generator.importing.lists.sheets import Table
from generator.reading.consent_words import asks_consent
from generator.reading.remarks import withholds_in_words

_MARK = expression(r"\s*([*†‡#]+|\(\d\)|\d\))")
_COLOUR = expression(
    r"צבע|צבוע|מסומנ|מודגש|אדומ|אדום|ירוק|צהוב|כתום|כתומ|כחול|תכלת|ורוד|סגול|אפור"
    r"|colou?r|highlight|shaded|\b(?:red|green|yellow|orange|blue|pink|purple|gr[ea]y)\b"
    r"|لون|ملوّ?ن|مظلل|أحمر|أخضر|أصفر|برتقالي|أزرق|رمادي|الأحمر|الأصفر",
    re.IGNORECASE,
)
_TITLE_WORDS = 2
_PEOPLE = (Kind.PERSON, Kind.CONTINUED)


class Notes(Struct, frozen=True, kw_only=True):
    """Whose names the notes of a list withhold."""

    all: bool = False
    marks: frozenset[str] = frozenset()
    """Rows that have one of them at the end of a cell."""
    colours: bool = False
    """Rows in any colour."""
    uncoloured: bool = False
    """Rows in none: the key says what colour stands for a yes."""

    def withhold(self, each: ListRow) -> bool:
        """Whether a row is among them."""
        if self.all:
            return True
        if self.colours and each.row.colours:
            return True
        if self.uncoloured and not each.row.colours:
            return True
        return bool(self.marks) and any(_mark_of(cell) in self.marks for cell in each.row.cells)


def notes_of(table: Table, rows: Sequence[ListRow]) -> Notes:
    """What the notes above, below and beside a list withhold."""
    people = [each for each in rows if each.kind in _PEOPLE]
    is_coloured = any(each.row.colours for each in people)
    marks: set[str] = set()
    has_colours = has_yes = False
    for text in _texts(table, rows):
        if not withholds_in_words(text):
            has_yes = has_yes or bool(_COLOUR.search(text) and asks_consent(text))
            continue
        mark = match[1] if (match := _MARK.match(text)) else ""
        if mark and any(_mark_of(cell) == mark for each in people for cell in each.row.cells):
            marks.add(mark)
        elif is_coloured and _COLOUR.search(text):
            has_colours = True
        else:
            return Notes(all=True)
    return Notes(marks=frozenset(marks), colours=has_colours, uncoloured=has_yes)


def _texts(table: Table, rows: Sequence[ListRow]) -> Iterator[str]:
    yield from table.above
    for number, each in enumerate(rows):
        if each.kind in (Kind.NOTE, Kind.SECTION):
            words = " ".join(text for cell in each.row.cells if (text := one_line(cell)))
            if each.kind is Kind.NOTE or _is_sentence(words, rows[number + 1 :]):
                yield words
        elif each.kind in _PEOPLE:
            # The key to the colours of a list may stand beside it.
            beside = (one_line(each.row.at(index)) for index in table.head.unnamed)
            yield from (text for text in beside if " " in text and _COLOUR.search(text))


def _is_sentence(title: str, below: Sequence[ListRow]) -> bool:
    """Whether a title is one of nobody, since no people stand below it: then it says something of the list. "Not for
    publication" alone stands for a person who has no name there."""
    for each in below:
        if each.kind is Kind.SECTION:
            break
        if each.kind in (*_PEOPLE, Kind.COUNT):
            return False
    return len(title.split()) > _TITLE_WORDS


def _mark_of(cell: str) -> str:
    """The mark at the end of a cell; empty when there is none."""
    match = re.search(r"(?<=[^\s*†‡#])\s*([*†‡#]+|\(\d\))\Z", cell)
    return match[1] if match else ""
