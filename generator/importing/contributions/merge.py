"""Points of a file into the list that is there: new ones are added, and nothing that the office wrote is touched.

One thing is taken over also for points that are there: that somebody does not wish to be written to.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from msgspec import Struct

from generator.importing.contributions.read import Point
from generator.reading.contributions import COLUMNS, column_of

_FORMULA = ("=", "+", "-", "@")


class Merged(Struct, frozen=True, kw_only=True):
    """The new text of `contributions.csv`, and how many of its points are new, and now refuse."""

    text: str
    new: int
    refused: int
    gone: int
    """Points of the list that the file no longer has: they stay."""


def merge(before: str, points: Iterable[Point]) -> Merged:
    """The list with the points added. `before`: its text, empty when there is none; its own columns and order are kept.

    Raises csv.Error for a list that cannot be read, ValueError for one without a column of references.
    """
    separator = max((",", ";", "\t"), key=before.partition("\n")[0].count)
    rows = [row for row in csv.reader(io.StringIO(before.lstrip("\ufeff"), newline=""), delimiter=separator) if row]
    head = rows[0] if rows else list(COLUMNS)
    places = {field: place for place, words in reversed(list(enumerate(head))) if (field := column_of(words))}
    if "ref" not in places:
        raise ValueError("ref")
    points = tuple(points)
    missing = [field for field in COLUMNS if field not in places and any(getattr(point, field) for point in points)]
    places |= {field: len(head) + number for number, field in enumerate(missing)}
    table = [[*row, *[""] * (len(head) - len(row))] + [""] * len(missing) for row in rows[1:]]
    by_ref = {row[places["ref"]].strip(): row for row in table}
    new = refused = 0
    for point in points:
        row = by_ref.get(point.ref)
        if row is None:
            new += 1
            row = [""] * (len(head) + len(missing))
            for field, place in places.items():
                row[place] = _cell(getattr(point, field))
            table.append(row)
        elif point.consent == "no" and row[places["consent"]].strip() != "no":
            refused += 1
            row[places["consent"]] = "no"
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow([*head, *missing])
    writer.writerows(table)
    gone = len(by_ref.keys() - {point.ref for point in points})
    return Merged(text=f"\ufeff{text.getvalue()}", new=new, refused=refused, gone=gone)


def _cell(text: str) -> str:
    """A cell that no spreadsheet computes: a blank before it is not read."""
    return f" {text}" if text.startswith(_FORMULA) else text
