"""Promises and responses of a process in words, with their tallies: the same on pages and in editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from generator.model.content import Response
from generator.model.dates import PartialDate
from generator.model.published import PublishedPromise
from generator.rendering.facts import Fact
from generator.rendering.laws import law_link
from generator.rendering.links import Link
from generator.rendering.terms import State, title_in
from generator.views.coverage import codes_of, points_in_words
from generator.views.process import ProcessView
from generator.views.shared import once_a_view
from generator.views.updates import UpdateView, update_views

TAKEN_UP = ("accepted", "partly")
"""Answers by which a view became part of the output, in whole or in part."""


class Tally(Struct, frozen=True, kw_only=True):
    """How many are in a state."""

    count: int
    state: State


class PromiseLine(Struct, frozen=True, kw_only=True):
    """What was planned, what was done, what proves it."""

    title: str
    what: Link | None
    empty: str
    """What to show where nothing is written."""


class PromiseView(Struct, frozen=True, kw_only=True):
    """A promise in words."""

    id: str
    language: str
    """Set when its words are in another language than the page's."""
    text: str
    status: str
    """The id of its status; empty when none is written."""
    state: State
    overdue: State | None
    date: PartialDate | None
    due: PartialDate | None
    source: Link | None
    unmet: Link | None
    """For a promise that was not kept, where the process says what was missed."""
    lines: tuple[PromiseLine, ...]
    explanation: str
    updates: tuple[UpdateView, ...]
    extra: tuple[Fact, ...]


class ResponseView(Struct, frozen=True, kw_only=True):
    """What was heard and what was done with it, in words."""

    id: str
    language: str
    """Set when its words are in another language than the page's."""
    heard: str
    voices: int | None
    points: str
    """How many points it answers, in words; empty where nobody counted."""
    codes: tuple[str, ...]
    """Anchors by which those whom it answers find it."""
    state: State | None
    explanation: str
    place: Link | None
    extra: tuple[Fact, ...]


@once_a_view
def promise_views(view: ProcessView) -> tuple[PromiseView, ...]:
    """All promises, in the order of `promises.yml`."""
    return tuple(_promise(each, view) for each in view.process.promises)


@once_a_view
def response_views(view: ProcessView) -> tuple[ResponseView, ...]:
    """All responses, in the order of `responses.yml`."""
    return tuple(_response(each, view) for each in view.process.responses)


@once_a_view
def promise_tallies(view: ProcessView) -> tuple[Tally, ...]:
    """How many promises are in which state, in the vocabulary's order.

    Then those without a status, and the overdue ones, which are pending too.
    """
    promises = view.process.promises
    counts = Counter(published.promise.status for published in promises)
    found = [
        Tally(count=counts[term.id], state=view.state("promise-status", term.id))
        for term in view.structure.vocabularies["promise-status"].terms
        if counts[term.id]
    ]
    if unknown := counts[None]:
        found.append(Tally(count=unknown, state=unstated(view)))
    if late := sum(published.is_overdue for published in promises):
        found.append(Tally(count=late, state=overdue(view)))
    return tuple(found)


@once_a_view
def response_tallies(view: ProcessView) -> tuple[Tally, ...]:
    """How many of the things said were accepted, declined and so on, in the vocabulary's order."""
    counts = Counter(response.response for response in view.process.responses)
    terms = view.structure.vocabularies["response"].terms
    return tuple(
        Tally(count=counts[term.id], state=view.state("response", term.id)) for term in terms if counts[term.id]
    )


def promises_sentence(view: ProcessView) -> str:
    """`2 of 4 promises were kept. 1 is overdue.`"""
    promises, wording = view.process.promises, view.wording
    kept = sum(each.promise.status == "kept" for each in promises)
    late = sum(each.is_overdue for each in promises)
    sentence = wording.ngettext(
        "%(kept)s of %(total)s promise was kept.", "%(kept)s of %(total)s promises were kept.", len(promises)
    ) % {"kept": wording.number(kept), "total": wording.number(len(promises))}
    if not late:
        return sentence
    text = wording.ngettext("%(count)s is overdue.", "%(count)s are overdue.", late)
    return f"{sentence} {text % {'count': wording.number(late)}}"


def overdue(view: ProcessView) -> State:
    """The state of a promise whose due date is past."""
    return State("overdue", view.wording.gettext("Overdue"))


def unstated(view: ProcessView) -> State:
    """The state of a promise without a status."""
    return State("unknown", view.wording.gettext("State not stated"))


def _promise(published: PublishedPromise, view: ProcessView) -> PromiseView:
    promise, _, specs = published.promise, view.wording.gettext, view.structure.promise
    unmet = view.unmet_url if promise.status == "not-kept" else None

    def line(field: str, text: str | None, empty: str) -> PromiseLine:
        what = view.refer(text) if text else None
        return PromiseLine(title=title_in(specs, field, view.language), what=what, empty=empty)

    return PromiseView(
        id=promise.id,
        language=view.foreign(promise.id),
        text=promise.text,
        status=promise.status or "",
        state=view.state("promise-status", promise.status) if promise.status else unstated(view),
        overdue=overdue(view) if published.is_overdue else None,
        date=promise.date,
        due=promise.due,
        source=view.refer(promise.source) if promise.source else None,
        unmet=Link(view.part("reflection", "unmet"), unmet) if unmet else None,
        lines=(
            line("planned", promise.planned, _("Not stated")),
            line("done", promise.done, _("Not stated")),
            line("evidence", promise.evidence, _("None")),
        ),
        explanation=promise.explanation or "",
        updates=update_views(promise.updates, "promise-status", view.structure, view.language),
        extra=(*_law(promise.law, view), *view.further(promise.extra, specs)),
    )


def _law(law: str | None, view: ProcessView) -> Iterator[Fact]:
    """The law or the decision of the government that holds a promise."""
    if law:
        yield Fact(title=title_in(view.structure.promise, "law", view.language), items=(law_link(law, view.wording),))


def _response(response: Response, view: ProcessView) -> ResponseView:
    return ResponseView(
        id=response.id,
        language=view.foreign(response.id),
        heard=response.heard,
        points=points_in_words(response.id, view),
        codes=codes_of(response.id, view),
        voices=response.voices,
        state=view.state("response", response.response) if response.response else None,
        explanation=response.explanation or "",
        place=view.place(response.chapter) if response.chapter else None,
        extra=view.further(response.extra, view.structure.response),
    )
