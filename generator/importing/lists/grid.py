"""A sheet as text, with what its owner sees of it: which rows, columns and cells are hidden, struck out or coloured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct, field

from generator.expressions import expression

Cells: TypeAlias = Sequence[str]
"""A row as text, without outer spaces; what is not there is empty."""

MAX_ROWS = 200_000
MAX_COLUMNS = 200
_DIGITS = 10
"""A number of people has fewer."""

_FORMULA = expression(r"\A[=+\-@\s]+")
"""What a spreadsheet would take for a formula at the head of a cell; no name or role begins so, and `-` means nothing."""
_UNWANTED = expression(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


class UnreadableSheet(ValueError):
    """Why nothing can be read from a file. The message is an English message id without any piece of the file; `values`
    fill its placeholders, so that the command line can say it in the editor's language."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values


class Row(Struct, frozen=True, kw_only=True):
    """One row of a sheet."""

    number: int
    """As the spreadsheet counts, from 1."""
    cells: Cells
    """A cell that is merged downwards has its text in all of its rows."""
    is_hidden: bool = False
    """By hand, by a filter, in a folded group, or with no height."""
    unresolved: frozenset[int] = frozenset()
    """Indexes of cells that hold a formula without a stored result, or an error such as #N/A; their text is empty."""
    sums: frozenset[int] = frozenset()
    """Indexes of cells that sum up others by a formula."""
    struck: frozenset[int] = frozenset()
    """Indexes of cells whose text is struck through."""
    bold: frozenset[int] = frozenset()
    """Indexes of cells whose text is bold."""
    colours: Mapping[int, str] = field(default_factory=dict)
    """Index of a cell -> the colour of its fill or its text; white fills, black text and none are left out."""
    comments: tuple[str, ...] = ()
    """Texts of the comments on its cells."""
    repeated: frozenset[int] = frozenset()
    """Indexes of cells whose text comes from a cell further up, merged with this one."""
    wide: frozenset[int] = frozenset()
    """Indexes of cells that are merged over several columns."""

    def at(self, index: int) -> str:
        """The text of a cell; empty beyond the row's end."""
        return self.cells[index] if 0 <= index < len(self.cells) else ""


class Grid(Struct, frozen=True, kw_only=True):
    """A sheet of a workbook, or a file of separated values in one of its readings."""

    title: str
    """Name of the sheet; of the encoding for separated values."""
    rows: tuple[Row, ...]
    is_hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    printed: tuple[str, ...] = ()
    """What is printed above and below each page."""


@lru_cache(maxsize=10_000)  # each cell of a long list is asked for several times
def one_line(text: str) -> str:
    """A text with single spaces and without characters that cannot be seen."""
    return " ".join(_UNWANTED.sub("", text).split())


def clean(text: str) -> str:
    """A cell as it is kept: one line, no hidden characters, nothing that a spreadsheet would compute."""
    return _FORMULA.sub("", one_line(text))


def people_in(text: str) -> int | None:
    """The number of people that a cell says, also as `1,200` or `١٬٢٠٠`; None for anything else."""
    bare = re.sub(r"(?<=\d)[, \u00a0\u202f'’٬،](?=\d{3}(?!\d))", "", text)
    return int(bare) if bare.isdecimal() and len(bare) < _DIGITS else None


def column_letters(index: int) -> str:
    """The name of a column as a spreadsheet shows it: `A` for 0, `AA` for 26."""
    letters = ""
    index += 1
    while index:
        index, last = divmod(index - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def column_index(letters: str) -> int:
    """From 0: `A` is 0, `AA` 26; -1 for no letters."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
