"""The ledger of promises, and what was done with what people said."""

from __future__ import annotations

from msgspec import Struct

from generator.model.content import Response
from generator.model.dates import PartialDate
from generator.model.published import PublishedPromise
from generator.model.record import Update
from generator.model.site import Page
from generator.pages.process.layout import make_page
from generator.rendering.links import Link
from generator.rendering.terms import State, title_in
from generator.views.process import Fact, ProcessView
from generator.views.summary import overdue, promise_tallies


class Line(Struct, frozen=True, kw_only=True):
    """A step of the ledger: what was planned, what was done, what shows it. No text is "nothing is written"."""

    title: str
    what: Link | None
    empty: str


class PromiseView(Struct, frozen=True, kw_only=True):
    id: str
    text: str
    status: str
    """The id of its state; empty when none is written."""
    state: State
    overdue: State | None
    date: PartialDate | None
    due: PartialDate | None
    source: Link | None
    unmet: Link | None
    """Where the process says what was missed, for a promise that was not kept."""
    lines: tuple[Line, ...]
    explanation: str
    updates: tuple[Update, ...]
    extra: tuple[Fact, ...]


class ResponseView(Struct, frozen=True, kw_only=True):
    heard: str
    voices: int | None
    state: State | None
    explanation: str
    place: Link | None
    extra: tuple[Fact, ...]


def promises_page(view: ProcessView) -> Page:
    """`/<id>/promises/`."""
    promises, wording = view.process.promises, view.wording
    kept = sum(each.promise.status == "kept" for each in promises)
    late = sum(each.is_overdue for each in promises)
    sentence = wording.ngettext(
        "%(kept)s of %(total)s promise was kept.", "%(kept)s of %(total)s promises were kept.", len(promises)
    ) % {"kept": wording.number(kept), "total": wording.number(len(promises))}
    if late:
        text = wording.ngettext("%(count)s is overdue.", "%(count)s are overdue.", late)
        sentence = f"{sentence} {text % {'count': wording.number(late)}}"
    values = {
        "sentence": sentence,
        "tallies": promise_tallies(view),
        "promises": tuple(_promise(each, view) for each in promises),
    }
    entry = view.entry(f"{view.process.url}promises/")
    return make_page(view, entry, "process/promises.html", values, description=sentence)


def responses_page(view: ProcessView) -> Page:
    """`/<id>/responses/`."""
    entry = view.entry(f"{view.process.url}responses/")
    values = {"responses": tuple(_response(response, view) for response in view.process.responses)}
    return make_page(view, entry, "process/responses.html", values, description=view.process.record.short_description)


def _promise(published: PublishedPromise, view: ProcessView) -> PromiseView:
    promise, _, specs = published.promise, view.wording.gettext, view.structure.promise
    unmet = view.unmet_url if promise.status == "not-kept" else None

    def line(field: str, text: str | None, empty: str) -> Line:
        return Line(title=title_in(specs, field, view.language), what=view.refer(text) if text else None, empty=empty)

    return PromiseView(
        id=promise.id,
        text=promise.text,
        status=promise.status or "",
        state=view.state("promise-status", promise.status)
        if promise.status
        else State("unknown", _("State not stated")),
        overdue=overdue(view) if published.is_overdue else None,
        date=promise.date,
        due=promise.due,
        source=view.refer(promise.source) if promise.source else None,
        unmet=Link(view.part("reflection", "unmet"), unmet) if unmet else None,
        lines=(
            line("planned", promise.planned, _("Nothing is written")),
            line("done", promise.done, _("Nothing is written")),
            line("evidence", promise.evidence, _("None")),
        ),
        explanation=promise.explanation or "",
        updates=tuple(sorted(promise.updates, key=lambda each: each.date.first_day.isoformat() if each.date else "~")),
        extra=view.further(promise.extra, specs),
    )


def _response(response: Response, view: ProcessView) -> ResponseView:
    return ResponseView(
        heard=response.heard,
        voices=response.voices,
        state=view.state("response", response.response) if response.response else None,
        explanation=response.explanation or "",
        place=view.place(response.chapter) if response.chapter else None,
        extra=view.further(response.extra, view.structure.response),
    )
