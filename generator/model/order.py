"""The order in which the catalogue lists processes (spec 3.5)."""

from __future__ import annotations

from generator.model.dates import PartialDate


def catalogue_order(end: PartialDate | None, process_id: str) -> tuple[tuple[int, int, int], str]:
    """Sort key: newest `end_date` first, a date before a coarser one of its period, without a date before all; then id."""
    if end is None:
        return (-10_000, 0, 0), process_id
    return (-end.year, -(end.month or 0), -(end.day or 0)), process_id
