"""The rows of a list that are no participants, and those that a title or a note in the list withholds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.expressions import expression
from generator.reading.attendance import is_title_of_absent, took_no_part
from generator.reading.consent_words import asks_consent, yes_or_no
from generator.reading.list_titles import is_title_of_group, title_withholds
from generator.reading.participant_columns import Columns
from generator.reading.remarks import withholds_in_words
from generator.structure import Vocabulary

_MARK = expression(r"([*†‡#]+|\(\d\))")
_MARK_AT_END = expression(r"(?<=[^\s*†‡#])\s*([*†‡#]+|\(\d\))\Z")
_FEWEST_WORDS = 3
"""Of a note that says something of the whole list."""


def is_comment(name: str) -> bool:
    """Whether a cell for a name is a comment, as a line of CSV is that begins so; `#3` is a number in a row."""
    return name.startswith("#") and not name[1:].strip().isdigit()


class RowsApart(Struct, frozen=True):
    """Rows of a table, by index from 0 below the header."""

    notes: frozenset[int]
    """Titles and notes: nobody."""
    absent: frozenset[int]
    """People who took no part."""
    withheld: frozenset[int]
    """Participants whom a title above them or a note about their mark withholds."""


def rows_apart(
    rows: Sequence[Mapping[int, str]], headers: Sequence[str], columns: Columns, vocabulary: Vocabulary
) -> RowsApart:
    """What rows are. `rows`: index of a column -> text, without empty cells; `vocabulary`: the levels of consent."""
    names, unknown = columns.names, columns.unknown
    own = [*names, *(index for index, spec in columns.fields.items() if spec.id in ("role", "organisation"))]
    notes: set[int] = set()
    absent: set[int] = set()
    withheld: set[int] = set()
    marks: set[str] = set()
    holds = are_absent = speaks = False
    for number, row in enumerate(rows):
        alone = next(iter(row.values())) if len(row) == 1 and set(row) <= {*names, *unknown} else ""
        if alone and len(headers) > 1:
            mark = _MARK.match(alone)
            if mark and withholds_in_words(alone):
                marks.add(mark[1])
                notes.add(number)
                continue
            if is_title_of_group(alone, vocabulary, is_after_title=speaks):
                speaks = speaks or asks_consent(alone) or yes_or_no(alone) is not None
                are_absent, holds = is_title_of_absent(alone), title_withholds(alone, vocabulary)
                if holds and number == len(rows) - 1 and len(alone.split()) >= _FEWEST_WORDS:
                    withheld.update(range(len(rows)))  # below the last person it speaks of all above
                notes.add(number)
                continue
        if any(is_comment(row[index]) for index in names if index in row):
            notes.add(number)
            continue
        beside = [(headers[index], row[index]) for index in unknown if index in row]
        if are_absent or took_no_part(beside, [row[index] for index in own if index in row]):
            absent.add(number)
        elif holds:
            withheld.add(number)
    for number, row in enumerate(rows):
        if marks and any((mark := _MARK_AT_END.search(text)) and mark[1] in marks for text in row.values()):
            withheld.add(number)
    return RowsApart(frozenset(notes), frozenset(absent), frozenset(withheld - notes - absent))
