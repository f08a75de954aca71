"""What falls due, and what is overdue: outputs, promises, outcomes, next steps and the accessibility statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from generator.model import urls
from generator.model.commitments import AWAITED
from generator.model.dates import PartialDate
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.rendering.context import SiteContext
from generator.wording import Wording

Kind = Literal["output", "promise", "outcome", "step", "statement"]

RENEWAL = timedelta(days=365)
"""An accessibility statement is gone over once a year."""


class Deadline(Struct, frozen=True, kw_only=True):
    """One thing that somebody is waiting for."""

    kind: Kind
    id: str
    """Of the promise, outcome or step; empty for an output and for the statement."""
    process: str
    """Id of the process; empty for the statement, which is the site's."""
    title: str
    """Of the process, or the site's name."""
    text: str
    """What is due, in the process's own words; empty for an output and for the statement."""
    ministry: str
    """Id of the body that answers for it; empty for the statement."""
    due: date
    """The last day that the date, as it is written, can mean."""
    url: str
    """Where readers see it, relative to the site's root."""
    language: str

    def days_left(self, today: date) -> int:
        """Negative when it is overdue."""
        return (self.due - today).days


def deadlines_of(process: PublishedProcess) -> Iterator[Deadline]:
    """Everything of one process that waits for a day, in the order of its pages."""
    record = process.record

    def deadline(kind: Kind, id_: str, text: str, due: date, url: str) -> Deadline:
        return Deadline(
            kind=kind,
            id=id_,
            process=process.id,
            title=record.title,
            text=text,
            ministry=record.ministry,
            due=due,
            url=url,
            language=record.language,
        )

    target = process.closing_target
    if target is not None and record.status == "closing" and record.closing.output_sent is None:
        yield deadline("output", "", "", target.due, process.url)
    for promise in (published.promise for published in process.promises):
        if promise.status == "pending" and promise.due is not None:
            url = process.urls.promise(promise.id)
            yield deadline("promise", promise.id, promise.text, promise.due.last_day, url)
    for outcome in record.outcomes:
        if outcome.state in AWAITED and outcome.due is not None:
            text = outcome.title or outcome.note or ""
            yield deadline("outcome", outcome.id, text, outcome.due.last_day, f"{process.url}#{outcome.id}")
    for step in record.closing.next_steps:
        if step.state == "open" and step.due is not None:
            yield deadline("step", step.id, step.text, step.due.last_day, f"{process.url}#{step.id}")


def deadlines(catalogue: PublishedCatalogue, context: SiteContext) -> tuple[Deadline, ...]:
    """Everything in the catalogue that waits for a day: the soonest first, then by process and id."""
    found = [each for process in catalogue.counted for each in deadlines_of(process)]
    updated = catalogue.accessibility.get("updated")
    if isinstance(updated, PartialDate):
        found.append(
            Deadline(
                kind="statement",
                id="",
                process="",
                title=context.site_name,
                text="",
                ministry="",
                due=updated.last_day + RENEWAL,
                url=urls.ACCESSIBILITY,
                language=context.language,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.due, each.process, each.kind, each.id)))


def due_within(found: Iterable[Deadline], days: int, today: date) -> tuple[Deadline, ...]:
    """Those that are overdue or fall due within `days` days, the last of them included."""
    return tuple(each for each in found if each.days_left(today) <= days)


def summary_of(deadline: Deadline, wording: Wording) -> str:
    """One line that says what is due, in words: `Promise: publish the data – Round table`."""
    _ = wording.gettext
    words = {
        "output": _("The output is to be sent to participants"),
        "promise": _("A promise is due"),
        "outcome": _("A decision is expected"),
        "step": _("A next step is due"),
        "statement": _("The accessibility statement is to be renewed"),
    }[deadline.kind]
    what = f"{words}: {deadline.text}" if deadline.text else words
    return f"{what} – {deadline.title}"
