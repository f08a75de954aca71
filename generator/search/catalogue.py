"""The table of all processes that the browser filters, counts and sorts by: a few bytes a process, no text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.search.postings import Row
from generator.search.shards import Shard

FACETS = ("ministry", "topic", "method", "kind", "year", "status", "sector", "language")


def catalogue_table(shards: Sequence[Shard]) -> dict[str, Any]:
    """Columns, with a row for each process by shard and page: as a search hit names it.

    `rank` is the place in the order of the catalogue, as `_order` has it.
    """
    rows = _rows(shards)
    ranks = {row.process_id: rank for rank, row in enumerate(sorted(rows, key=_order))}
    return {
        "sizes": [len(shard.rows) for shard in shards],
        "facets": {facet: _column([row.filters.get(facet, ()) for row in rows]) for facet in FACETS},
        "cards": [shard.cards for shard in shards],
        "rank": [ranks[row.process_id] for row in rows],
    }


def figures_table(shards: Sequence[Shard]) -> dict[str, Any]:
    """What only some readers sort by or download, in the same rows; null is unknown."""
    rows = _rows(shards)
    return {
        "ids": [row.process_id for row in rows],
        "lag": [row.sort.get("lag") for row in rows],
        "participants": [row.sort.get("participants") for row in rows],
    }


def _rows(shards: Sequence[Shard]) -> list[Row]:
    return [entry for shard in shards for entry in shard.rows]


def _order(entry: Row) -> tuple[int, int, int, str]:
    """The last to end first, a date before a coarser one of its period, without a date before all; then by id."""
    date = str(entry.sort.get("date") or "9999")
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    return -year, -month, -day, entry.process_id


def _column(rows: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    values = sorted({value for row in rows for value in row})
    numbers = {value: number for number, value in enumerate(values)}
    found = [[numbers[value] for value in row] for row in rows]
    return {"values": values, "rows": [row[0] if len(row) == 1 else row for row in found]}
