"""The timeline of a process, made from its dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.site import ROOT
from generator.rendering.links import Link, inside
from generator.views.process import ProcessView
from generator.views.summary import is_stage_past, is_stage_told


class Event(Struct, frozen=True, kw_only=True):
    """A point of the timeline. `shape` says which mark it has: empty, `meeting` or `change`."""

    date: PartialDate | None
    what: Link
    note: str = ""
    shape: str = ""
    is_milestone: bool = False
    is_expected: bool = False
    """It has not happened, as far as the data says; nothing here looks at the clock."""
    is_late: bool = False


def timeline(view: ProcessView) -> tuple[Event, ...]:
    """All events in order of date; those without a date last."""
    events = list(enumerate(_events(view)))
    events.sort(key=lambda each: (_day(each[1]), each[0]))
    return tuple(event for _, event in events)


def _day(event: Event) -> tuple[bool, date]:
    """A month or year stands where it ends, so that a start in `2003-02` comes before an end in `2003`."""
    if event.date is None:
        return True, date.max
    return False, event.date.first_day if event.shape == "start" else event.date.last_day


def _events(view: ProcessView) -> Iterator[Event]:
    _, process, record = view.wording.gettext, view.process, view.process.record
    if record.start_date:
        yield Event(date=record.start_date, what=Link(_("Participation began")), shape="start", is_milestone=True)
    places = (each for each in view.entries if each.kind == "meeting")
    for meeting, page in zip(process.meetings, places, strict=True):
        if meeting.date:
            yield Event(date=meeting.date, what=Link(page.title, f"{ROOT}{page.url}", page.language), shape="meeting")
    if record.end_date:
        yield Event(date=record.end_date, what=Link(_("Participation ended")), is_milestone=True)
    if record.closing.output_sent:
        sent = Link(_("The output was sent to participants"))
        yield Event(date=record.closing.output_sent, what=sent, is_milestone=True)
    for outcome in record.outcomes:
        if outcome.date and outcome.type != "none":
            kind = view.term("outcome-type", outcome.type or "other")
            yield Event(
                date=outcome.date,
                what=Link(outcome.title or kind, language=view.foreign(outcome.id) if outcome.title else ""),
                note=f"{kind} – {view.term('outcome-state', outcome.state)}",
                is_expected=outcome.state == "expected",
            )
    yield from _promises(view)
    for change in record.changes:
        if change.date:
            yield Event(date=change.date, what=Link(_("Change: %(note)s") % {"note": change.note}), shape="change")
    if (following := record.output.next_stage) and not is_stage_told(view):
        stage = next((each for each in view.cross_references.following if each.id == following.process), None)
        title, is_past = stage.title if stage else following.description or "", is_stage_past(view)
        words = _("What came next: %(title)s") if is_past else _("The next stage: %(title)s")
        what = words % {"title": title}
        yield Event(
            date=following.date or (stage.start_date if stage else None),
            what=inside(stage.url, what) if stage else Link(what if title else _("The next stage")),
            is_expected=not is_past and (stage is None or stage.status == "open"),
        )


def _promises(view: ProcessView) -> Iterator[Event]:
    _ = view.wording.gettext
    for published in view.process.promises:
        promise = published.promise
        place = Link(promise.text, f"{ROOT}{view.promise_url(promise.id)}", view.foreign(promise.id))
        for update in promise.updates:
            if update.date:
                yield Event(date=update.date, what=place, note=update.note, shape="change")
        if promise.status == "pending" and promise.due:
            note = _("A promise whose time has passed") if published.is_overdue else _("A promise is due")
            yield Event(date=promise.due, what=place, note=note, is_expected=True, is_late=published.is_overdue)
