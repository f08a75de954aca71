"""The table of all documents that the browser filters, counts and sorts by: a few bytes a document, no text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.search.cards import Row
from generator.search.groups import places_of

Rows = Sequence[Sequence[Row]]
"""Of each group, in order."""


def document_files(rows: Rows) -> dict[str, str]:
    """uri → hash of the card and the texts of every document, named by its group and its place there."""
    files: dict[str, str] = {}
    for number, group in enumerate(rows):
        for row, place in zip(group, _places(group), strict=True):
            files[f"cards/{number}-{place}.pack"] = row.card
            files |= {f"texts/{number}-{place}-{first}.pack": content for first, content in row.texts.items()}
    return files


def catalogue_table(groups: Rows) -> dict[str, Any]:
    """Columns, with a row for each document by group and place in it: as a search hit names it.

    `places` are those of each group's documents.
    `rank` is the place in the order of the catalogue, as `_order` has it; `made_up` the rows of examples, which no number counts.
    """
    rows = _rows(groups)
    ranks = {row.document_id: rank for rank, row in enumerate(sorted(rows, key=_order))}
    return {
        "places": [_places(group) for group in groups],
        "facets": {
            facet: _column([row.filters.get(facet, ()) for row in rows])
            for facet in sorted({facet for row in rows for facet in row.filters})
        },
        "rank": [ranks[row.document_id] for row in rows],
        "made_up": [number for number, row in enumerate(rows) if row.is_example],
    }


def figures_table(groups: Rows) -> dict[str, Any]:
    """What only some readers sort by or download, in the same rows; null is unknown."""
    rows = _rows(groups)
    orders = sorted({order for row in rows for order in row.sort if order != "date"})
    figures = {order: [row.sort.get(order) for row in rows] for order in orders}
    return {"ids": [row.document_id for row in rows], **figures}


def _places(group: Sequence[Row]) -> list[int]:
    return [*places_of(row.document_id for row in group).values()]


def _rows(groups: Rows) -> list[Row]:
    return [row for group in groups for row in group]


def _order(row: Row) -> tuple[int, int, int, str]:
    """The last to end first, a date before a coarser one of its period, without a date before all; then by id."""
    date = str(row.sort.get("date") or "9999")
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    return -year, -month, -day, row.document_id


def _column(rows: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    values = sorted({value for row in rows for value in row})
    numbers = {value: number for number, value in enumerate(values)}
    found = [[numbers[value] for value in row] for row in rows]
    return {"values": values, "rows": [row[0] if len(row) == 1 else row for row in found]}
