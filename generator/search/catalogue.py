"""The table of all documents that the browser filters, counts and sorts by: a few bytes a document, no text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.search.cards import Row
from generator.search.environment import digest_of
from generator.search.packing import short_hash

CARDS = 4
"""Documents of a group whose cards' names change together: a name for each would cost a browser three bytes a document, one for
many would cost hosts the upload of many cards after an edit."""
_NAME = 3
"""Bytes in such a name."""

Rows = Sequence[Sequence[Row]]
"""Of each group, in order."""


def card_files(rows: Rows) -> tuple[dict[str, str], str]:
    """uri → hash of every card, and what the names of the cards begin with, for each `CARDS` of each group."""
    files: dict[str, str] = {}
    names = []
    for number, group in enumerate(rows):
        for first in range(0, len(group), CARDS):
            few = group[first : first + CARDS]
            names.append(short_hash(digest_of(*(row.card for row in few)).encode(), _NAME))
            files |= {f"cards/{names[-1]}-{number}_{first + at}.pack": row.card for at, row in enumerate(few)}
    return files, "".join(names)


def catalogue_table(groups: Rows, cards: str) -> dict[str, Any]:
    """Columns, with a row for each document by group and place in it: as a search hit names it.

    `rank` is the place in the order of the catalogue, as `_order` has it; `made_up` the rows of examples, which no number counts.
    """
    rows = _rows(groups)
    ranks = {row.document_id: rank for rank, row in enumerate(sorted(rows, key=_order))}
    return {
        "sizes": list(map(len, groups)),
        "facets": {
            facet: _column([row.filters.get(facet, ()) for row in rows])
            for facet in sorted({facet for row in rows for facet in row.filters})
        },
        "cards": cards,
        "rank": [ranks[row.document_id] for row in rows],
        "made_up": [number for number, row in enumerate(rows) if row.is_example],
    }


def figures_table(groups: Rows) -> dict[str, Any]:
    """What only some readers sort by or download, in the same rows; null is unknown."""
    rows = _rows(groups)
    orders = sorted({order for row in rows for order in row.sort if order != "date"})
    figures = {order: [row.sort.get(order) for row in rows] for order in orders}
    return {"ids": [row.document_id for row in rows], **figures}


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
