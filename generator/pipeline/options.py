"""The options of a build, as the entry points pass them: parsed and typed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from generator.model.commitments import Clock
from generator.model.licences import Licence
from generator.model.yardsticks import Pack


class SiteOptions(Struct, frozen=True, kw_only=True):
    content_dir: Path
    """`docs_dir`: the folder with the processes."""
    prefix: str = ""
    """From the folder that findings are relative to, to the content folder: `processes/`, or empty."""
    site_name: str = "כל המשרדים, כל התהליכים"
    site_url: str | None = None
    """Absolute, ending in `/`; None when the site's address is not configured."""
    language: str = "he"
    today: date
    data_license: Licence | None = None
    """On what terms the open data may be reused; None where the site does not say."""
    closing_days: int | None = None
    """The site's target: within how many days of its end a process sends its output."""
    remind: tuple[int, ...] = ()
    """How many days before a due date calendars remind."""
    stale_after_days: int = 365
    """After how many days without news an outcome that is awaited has to be asked about."""
    tracked_contributions: bool = False
    """Whether a repository may keep the private lists of points."""
    per_page: int = 50
    structure_path: Path | None = None
    sources: tuple[Mapping[str, str], ...] = ()
    toolbox: str | None = None
    """Address of the toolbox of participation to which the guide leads."""
    written_by: Mapping[str, str] = {}
    """Who wrote the records, where the convening bodies did not, by language; empty where they did."""
    yardsticks: tuple[Pack, ...] = ()
    """Outside standards of which each process has a sheet of evidence."""
    edit_url: str | None = None
    """Where an authored file may be edited: a template with `{path}`, `{path!q}`, `{path_noext}`."""
    held_back: tuple[str, ...] = ()
    """Patterns, as in `.gitignore`, of pages and files that are not published: relative to the content folder."""
    assets: frozenset[str] = frozenset()
    """Files of the content folder that the configuration names (a logo, a style sheet): published where they lie."""
    reviewed: frozenset[str] = frozenset()
    """Files outside processes in which a withheld name may stand: somebody has looked. Relative to the content folder."""
    own_files: tuple[tuple[str, Path], ...] = ()
    """The configuration, what it inherits, and the files of the site's own theme: paths from the content folder, and the files."""
    is_holding: bool = False
    """Whether a process with errors keeps its last version, instead of stopping the build (`on_error: hold`)."""
    with_pdf: bool = False
    """Whether PDFs are made for the processes whose profile asks for one."""
    with_parquet: bool = False
    """Whether the tables are offered as Parquet, too."""
    with_archives: bool = False
    """Whether everything published of a process is offered as one file, for archives."""
    is_preview: bool = False
    """Under `mkdocs serve`: findings are shown in the pages."""

    @property
    def clock(self) -> Clock:
        """The day of the build and the site's measures of time."""
        return Clock(
            today=self.today,
            closing_days=self.closing_days,
            remind=self.remind,
            stale_after_days=self.stale_after_days,
        )


def reminders(days: Iterable[int]) -> tuple[int, ...]:
    """Days before a due date, each once, the longest first."""
    return tuple(sorted(set(days), reverse=True))


def resolve_today(*given: str | date | None) -> date:
    """The first date in `given`, else `SOURCE_DATE_EPOCH`, else the clock's (spec 3.5).

    Raises ValueError for a text that is no full ISO date.
    """
    for value in given:
        if isinstance(value, date):
            return value
        if value:
            return _full_date(value)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now().astimezone().date()


def _full_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text} is no day such as 2026-01-31") from error
