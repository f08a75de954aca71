"""What a table of the open data and its columns are."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from generator.diagnostics import Text

ColumnType = Literal["text", "integer", "boolean", "date", "list", "url"]


class Column(Struct, frozen=True, kw_only=True):
    name: str
    type: ColumnType
    """A `date` is ISO and may be partial, a `list` is joined by `|`."""
    meaning: Text
    vocabulary: str | None = None
    """The vocabulary of `structure.yml` whose ids it holds."""


class Reference(Struct, frozen=True, kw_only=True):
    """Columns whose values name a row of another table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


class Table(Struct, frozen=True, kw_only=True):
    name: str
    """`<name>.csv` in `/data/`."""
    title: Text
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    """The columns that name a row; empty where nothing does."""
    references: tuple[Reference, ...] = ()

    @property
    def file(self) -> str:
        return f"{self.name}.csv"


TYPES = {
    "text": Text(he="טקסט", ar="نص", en="text"),
    "integer": Text(he="מספר שלם", ar="عدد صحيح", en="whole number"),
    "boolean": Text(he="true או false", ar="true أو false", en="true or false"),
    "date": Text(he="תאריך, אולי חלקי", ar="تاريخ، قد يكون جزئيًا", en="date, maybe partial"),
    "list": Text(he="רשימה, מופרדת ב־|", ar="قائمة يفصل بينها |", en="list, joined by |"),
    "url": Text(he="כתובת", ar="رابط", en="address"),
}
"""What a reader is told of a column's type."""


def column(name: str, kind: ColumnType, he: str, ar: str, en: str, vocabulary: str | None = None) -> Column:
    """A column with its meaning in three languages."""
    return Column(name=name, type=kind, meaning=Text(he=he, ar=ar, en=en), vocabulary=vocabulary)


PROCESS = column("process", "text", "מזהה התהליך", "معرّف العملية", "Id of the process")

OF_PROCESS = Reference(columns=("process",), table="processes", key=("id",))
"""A row belongs to a process."""


def position(he: str, ar: str, en: str) -> Column:
    """A row's place among those of its process, from 1."""
    return column("position", "integer", he, ar, en)
