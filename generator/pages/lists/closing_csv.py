"""`/closing/closing.csv`: the rows of the closing page for a spreadsheet, by the open data's conventions (spec 6)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.model import urls
from generator.model.digest import digest
from generator.model.site import Job, SiteFile
from generator.pages.lists.listed import ListedProcess
from generator.pages.lists.overview import Overview
from generator.rendering.csv_files import Row, csv_bytes
from generator.rendering.datasets import CLOSING_PAGE

URL = urls.CLOSING_CSV


def table_job(overview: Overview, rows_key: Sequence[str]) -> Job:
    """The job of the file. `rows_key`: the keys of the rows of the page, which show the same."""
    return Job(f"file/{URL}", digest(overview.context.key, rows_key), partial(_file, overview.entries))


def _row(entry: ListedProcess) -> Row:
    return (
        entry.id,
        entry.title,
        entry.ministry,
        entry.ministry_name,
        entry.status,
        entry.end_date.iso if entry.end_date else None,
        entry.output_sent.iso if entry.output_sent else None,
        entry.closing_lag_days,
        tuple(f"{each.subject}: {each.reason}" for each in entry.waived),
    )


def _file(entries: tuple[ListedProcess, ...]) -> tuple[SiteFile, ...]:
    return (SiteFile(uri=URL, content=csv_bytes((column.name for column in CLOSING_PAGE.columns), map(_row, entries))),)
