"""Rows and cells of a Word table, whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from generator.importing.word.names import W

_PROPERTIES = frozenset((f"{W}tblPr", f"{W}tblGrid", f"{W}trPr", f"{W}tblPrEx", f"{W}sdtPr", f"{W}sdtEndPr"))


class Row(Struct, frozen=True, kw_only=True):
    element: Element
    cells: tuple[Element, ...]
    before: int
    """Columns of the grid that are empty before its first cell."""


def rows_of(table: Element) -> Iterator[Row]:
    """The rows of a table, those of tables in its cells not among them."""
    for row in _within(table, f"{W}tr"):
        before = row.find(f"{W}trPr/{W}gridBefore")
        value = before.get(f"{W}val", "0") if before is not None else "0"
        yield Row(
            element=row,
            cells=tuple(_within(row, f"{W}tc")),
            before=int(value) if value.isdigit() and int(value) < 200 else 0,
        )


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Children with a tag, also where a content control, a change or another wrapper is between."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _PROPERTIES and child.tag not in (f"{W}tc", f"{W}p"):
            yield from _within(child, tag)
