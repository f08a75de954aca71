"""Which row of a sheet is its head, and which column is which: by the structure's names in three languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from generator.structure import FieldSpec, match_name, normal

Cells: TypeAlias = Sequence[str]
"""A row as text, without outer spaces; what is not there is empty."""

HEAD_ROWS = 30
"""A head below this row is nobody's: above it stand a title, a logo's blank rows, a date."""

_FIRST_NAMES = frozenset(map(normal, ("שם פרטי", "الاسم الشخصي", "الاسم الأول", "First name", "Given name")))
_FAMILY_NAMES = frozenset(map(normal, ("שם משפחה", "اسم العائلة", "Family name", "Last name", "Surname")))
"""Sheets often have a name in two columns. They are put together; the structure knows one."""

_TELLING = frozenset(("name", "role", "organisation", "count"))


class Head(Struct, frozen=True, kw_only=True):
    """What a sheet's columns mean."""

    row: int
    """Index of the head, from 0."""
    columns: tuple[tuple[str, int, str], ...]
    """Id of the field, index of the column, and the column's words."""
    names: tuple[int, ...]
    """Columns that together are the name: one, or the first and the family name. Empty when there is none."""
    unknown: tuple[str, ...]
    """Words of columns that mean nothing here."""

    @property
    def score(self) -> int:
        return len(self.columns) + (len(self.names) > 1)

    def column(self, field: str) -> int | None:
        return next((index for name, index, _ in self.columns if name == field), None)


def find_head(rows: Sequence[Cells], specs: Sequence[FieldSpec]) -> Head | None:
    """The row that names the most columns; the first of equals. None when no row says who a row is."""
    heads = [head for index, row in enumerate(rows[:HEAD_ROWS]) if (head := _read(index, row, specs))]
    return max(heads, key=lambda head: (head.score, -head.row), default=None)


def _read(number: int, row: Cells, specs: Sequence[FieldSpec]) -> Head | None:
    columns: dict[str, tuple[int, str]] = {}
    first: int | None = None
    family: int | None = None
    unknown: list[str] = []
    for index, words in enumerate(row):
        spec = match_name(specs, words)
        if not words:
            continue
        if normal(words) in _FIRST_NAMES:
            first = index
        elif normal(words) in _FAMILY_NAMES:
            family = index
        elif spec is not None and spec.id not in columns:
            columns[spec.id] = (index, words)
        else:
            unknown.append(words)
    whole = columns.get("name")
    parts = tuple(index for index in (first, family) if index is not None)
    if whole is None and parts:
        columns["name"] = (parts[0], " + ".join(row[index] for index in parts))
    elif parts:
        unknown += [row[index] for index in parts]
    if not _TELLING & columns.keys():
        return None
    return Head(
        row=number,
        columns=tuple((field, index, words) for field, (index, words) in columns.items()),
        names=(whole[0],) if whole else parts,
        unknown=tuple(unknown),
    )
