"""Rows -> CSV, for every table that the site publishes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from generator.expressions import expression

Cell = str | int | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]

_FORMULA = expression(
    r"[\t\r\n]|[\x00-\x20\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*[=+\-@＝＋－＠]"
)
"""A spreadsheet may run a cell that begins so as a formula; blanks and unseen characters hide such a beginning.
The list that a browser offers is written by the same rule: `assets/js/search-csv.js`."""
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
    is_formula = not text[:1].isalnum() and _FORMULA.match(text)
    return f"'{text}" if is_formula else text
