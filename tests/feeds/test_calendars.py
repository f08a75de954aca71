"""The calendars of what falls due: what an edit makes anew of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.disk.cache import DiskCache
from generator.feeds import calendar
from generator.feeds.calendar import calendar_jobs
from generator.model.dates import PartialDate
from generator.model.kept import KEPT_NOWHERE, Kept
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.pipeline.kept_parts import KeptParts
from generator.rendering.context import SiteContext
from generator.rendering.deadlines import Deadline


@pytest.fixture
def waiting(tables: PublishedProcess) -> PublishedProcess:
    """A process with a promise that is due."""
    first, *others = tables.promises
    promise = replace(first.promise, status="pending", due=PartialDate(2030, 5, 1))
    return replace(tables, promises=(replace(first, promise=promise), *others))


def test_after_an_edit_only_the_entries_that_changed_are_made_again(
    waiting: PublishedProcess, context: SiteContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of processes have tens of thousands of entries, and an editor waits for two."""
    titles: list[str] = []
    entry_of = calendar._entry

    def noted(deadline: Deadline, context: SiteContext, remind: tuple[int, ...]) -> str:
        titles.append(deadline.title)
        return entry_of(deadline, context, remind)

    monkeypatch.setattr(calendar, "_entry", noted)
    other = replace(waiting, id="other", url="other/")
    edited = replace(waiting, record=replace(waiting.record, title="שם אחר"))
    catalogue = PublishedCatalogue(processes=(waiting, other), ministries=context.ministries)
    changed = replace(catalogue, processes=(edited, other))

    def made(catalogue: PublishedCatalogue, kept: Kept, remind: tuple[int, ...] = ()) -> dict[str, object]:
        return {
            file.uri: file.content for job in calendar_jobs(catalogue, context, remind, kept) for file in job.build()
        }

    kept = KeptParts(DiskCache(tmp_path))
    cold = made(catalogue, kept)
    assert "BEGIN:VEVENT" in str(cold["closing/due.ics"])
    titles.clear()
    warm = made(changed, kept)
    assert set(titles) == {"שם אחר"}
    assert warm == made(changed, KEPT_NOWHERE)
    assert cold == made(catalogue, KEPT_NOWHERE)
    reminded = made(changed, kept, (7,))
    assert reminded == made(changed, KEPT_NOWHERE, (7,)) != warm, "an alarm is part of every entry"
