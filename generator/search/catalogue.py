"""The table of all processes that the browser filters, counts and sorts by: a few bytes a process, no text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.search.documents import SearchDocument
from generator.search.shards import Shard

FACETS = ("ministry", "topic", "method", "kind", "year", "status", "sector", "language")


def catalogue_table(shards: Sequence[Shard], documents: Mapping[str, SearchDocument]) -> dict[str, Any]:
    """Columns, with a row for each process by shard and page: as a search hit names it.

    `rank` is the place in the order of the catalogue: the last to end first, then by id, those without date at the end.
    """
    rows = _rows(shards, documents)
    latest = sorted(sorted(rows, key=lambda row: row.process_id), key=_date, reverse=True)
    ranks = {row.process_id: rank for rank, row in enumerate(latest)}
    return {
        "sizes": [len(shard.process_ids) for shard in shards],
        "facets": {facet: _column([row.filters.get(facet, ()) for row in rows]) for facet in FACETS},
        "rank": [ranks[row.process_id] for row in rows],
    }


def figures_table(shards: Sequence[Shard], documents: Mapping[str, SearchDocument]) -> dict[str, Any]:
    """What only some readers sort by or download, in the same rows; null is unknown."""
    rows = _rows(shards, documents)
    return {
        "ids": [row.process_id for row in rows],
        "lag": [row.sort.get("lag") for row in rows],
        "participants": [row.sort.get("participants") for row in rows],
    }


def _rows(shards: Sequence[Shard], documents: Mapping[str, SearchDocument]) -> list[SearchDocument]:
    return [documents[process_id] for shard in shards for process_id in shard.process_ids]


def _date(document: SearchDocument) -> str:
    return str(document.sort.get("date") or "")


def _column(rows: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    values = sorted({value for row in rows for value in row})
    numbers = {value: number for number, value in enumerate(values)}
    found = [[numbers[value] for value in row] for row in rows]
    return {"values": values, "rows": [row[0] if len(row) == 1 else row for row in found]}
