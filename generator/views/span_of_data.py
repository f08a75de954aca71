"""From when to when a catalogue tells: what descriptions of the data say of its dates, from the data alone and never the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess


class SpanOfData(Struct, frozen=True, kw_only=True):
    """Each is None where no process says."""

    begins: PartialDate | None = None
    """When participation began in the first process."""
    ends: PartialDate | None = None
    """When it ended in the last."""
    issued: PartialDate | None = None
    """When the first output was sent."""
    modified: PartialDate | None = None
    """The last day of which anything is told: an output, a change, an update, the writing of a text by somebody else."""


def span_of_data(processes: Iterable[PublishedProcess]) -> SpanOfData:
    """The dates of all processes taken together."""
    processes = tuple(processes)
    starts = [each.record.start_date or each.record.end_date for each in processes]
    ends = [each.record.end_date for each in processes]
    sent = [each.record.closing.output_sent for each in processes]
    news = [day for each in processes for day in _news(each)]
    return SpanOfData(
        begins=min(filter(None, starts), default=None),
        ends=max(filter(None, ends), default=None),
        issued=min(filter(None, sent), default=None),
        modified=max(filter(None, (*sent, *news)), default=None),
    )


def _news(process: PublishedProcess) -> Iterator[PartialDate | None]:
    yield process.record.written_by.date if process.record.written_by else None
    yield from (change.date for change in process.record.changes)
    yield from (update.date for each in process.promises for update in each.promise.updates)
    yield from (update.date for each in process.outcomes for update in each.outcome.updates)
    yield from (update.date for each in process.steps for update in each.step.updates)
