"""Rows -> CSV, for every table that the site publishes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

Cell = str | int | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]

FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""A spreadsheet may run a cell that begins so as a formula; the control characters hide such a beginning."""
WITHIN = "¦"
"""Stands for a `|` within an item of a list, which would make two of it."""


def csv_bytes(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    """CSV in UTF-8 with BOM, CRLF; lists joined by `|`, absent values empty, no cell that a spreadsheet would run."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(map(_written, row) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = "|".join(item.replace("|", WITHIN) for item in cell) if isinstance(cell, tuple) else str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
