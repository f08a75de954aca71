"""`/closing/closing.csv`: the rows of the closing page for a spreadsheet, by the open data's conventions (spec 6)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from functools import partial

from generator.model.digest import digest
from generator.model.site import Job, SiteFile
from generator.pages.lists.overview import Entry, Overview

URL = "closing/closing.csv"
COLUMNS = (
    "process",
    "title",
    "ministry",
    "ministry_name",
    "status",
    "end_date",
    "output_sent",
    "closing_lag_days",
    "waived",
)
"""`waived` holds `id: reason` for each step that was explained instead of done."""
FORMULA_STARTS = ("=", "+", "-", "@")


def table_job(overview: Overview, rows_key: Sequence[str]) -> Job:
    """The job of the file. `rows_key`: the keys of the rows of the page, which show the same."""
    return Job(f"file/{URL}", digest(overview.key, rows_key), partial(_file, overview.entries))


def _row(entry: Entry) -> tuple[str, ...]:
    values = (
        entry.id,
        entry.title,
        entry.ministry,
        entry.ministry_name,
        entry.status,
        entry.end_date.iso if entry.end_date else "",
        entry.output_sent.iso if entry.output_sent else "",
        "" if entry.closing_lag_days is None else str(entry.closing_lag_days),
        "|".join(f"{each.subject}: {each.reason}" for each in entry.waived),
    )
    # A spreadsheet would take these for formulas.
    return tuple(f"'{value}" if value.startswith(FORMULA_STARTS) else value for value in values)


def _text(rows: Iterable[tuple[str, ...]]) -> str:
    """UTF-8 with BOM, CRLF, lists joined by `|`, absent values empty."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return "\ufeff" + made.getvalue()


def _file(entries: tuple[Entry, ...]) -> tuple[SiteFile, ...]:
    return (SiteFile(uri=URL, content=_text(map(_row, entries))),)
