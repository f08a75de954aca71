"""Promises, responses, outcomes and participants as the templates of editions take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.editions.context import EditionContext
from generator.editions.views import Count, Fact, People, Person, PromiseView, ResponseView, StateLine, Step
from generator.model.content import UNKNOWN
from generator.rendering.graphs import Graph, draw
from generator.views import outcomes, promises
from generator.views.graphs import sector_graph
from generator.views.participants import participants_sentences, sector_lines, sectors_sentence
from generator.views.updates import UpdateView

NO_OUTCOME = "none"


def promise_views(edition: EditionContext) -> tuple[PromiseView, ...]:
    """The promises, in their order."""
    return tuple(_promise(each, edition) for each in promises.promise_views(edition.view))


def promise_counts(edition: EditionContext) -> tuple[Count, ...]:
    """How many promises are in each state; see `views.promises.promise_tallies`."""
    return _counts(promises.promise_tallies(edition.view), edition)


def response_counts(edition: EditionContext) -> tuple[Count, ...]:
    """How many of the things said were accepted, declined and so on; none where no response says what was done."""
    tallies = promises.response_tallies(edition.view)
    return _counts(tallies, edition) if any(each.state.id != UNKNOWN for each in tallies) else ()


def _counts(tallies: Iterable[promises.Tally], edition: EditionContext) -> tuple[Count, ...]:
    return tuple(
        Count(state=each.state.id, title=each.state.title, count=edition.wording.number(each.count)) for each in tallies
    )


def _promise(promise: promises.PromiseView, edition: EditionContext) -> PromiseView:
    _, text = edition.wording.gettext, edition.text
    facts = []
    if promise.date:
        facts.append(text(_("Promised: %(date)s") % {"date": edition.date(promise.date)}))
    if promise.source:
        facts.append(edition.linked(promise.source))
    if promise.due:
        facts.append(text(_("Due: %(date)s") % {"date": edition.date(promise.due)}))
    steps = [Fact(label=line.title, value=edition.linked(line.what)) for line in promise.lines if line.what]
    steps += (edition.fact(fact) for fact in promise.extra)
    return PromiseView(
        id=promise.id,
        text=text(promise.text),
        status=promise.status,
        state=promise.state,
        overdue=promise.overdue,
        facts=tuple(facts),
        steps=tuple(steps),
        explanation=text(promise.explanation),
        unmet=edition.linked(promise.unmet),
        updates=news(promise.updates, edition),
    )


def news(updates: Iterable[UpdateView], edition: EditionContext) -> tuple[Step, ...]:
    """What became known, each with the state from then on and where more is said."""
    return tuple(
        Step(
            when=edition.date(each.date),
            text=edition.text(each.note),
            state=each.state.id if each.state else "",
            state_title=each.state.title if each.state else "",
            evidence=edition.linked(each.more),
        )
        for each in updates
    )


def response_views(edition: EditionContext) -> tuple[ResponseView, ...]:
    """What was heard, and what was done with it."""
    return tuple(
        ResponseView(
            heard=edition.text(each.heard),
            voices=voices_in_words(each.voices, edition),
            points=each.points,
            response=each.state.id if each.state else "",
            response_title=each.state.title if each.state else "",
            explanation=edition.text(each.explanation),
            where=edition.linked(each.place),
            extra=tuple(map(edition.fact, each.extra)),
        )
        for each in promises.response_views(edition.view)
    )


def voices_in_words(voices: int | None, edition: EditionContext) -> str:
    """How many said it; empty when nobody counted."""
    if voices is None:
        return ""
    return edition.wording.ngettext("%(shown)s participant said so", "%(shown)s participants said so", voices) % {
        "shown": edition.wording.number(voices)
    }


def outcome_views(edition: EditionContext) -> tuple[StateLine, ...]:
    """What will happen, or happened, to the output."""
    return tuple(_outcome(each, edition) for each in outcomes.outcome_views(edition.view))


def _outcome(outcome: outcomes.OutcomeView, edition: EditionContext) -> StateLine:
    due = edition.wording.gettext("Due: %(date)s") % {"date": edition.date(outcome.due)} if outcome.due else ""
    stale = outcome.stale.title if outcome.stale else ""
    details = [edition.text(each) for each in outcome.dots]
    details += (edition.text(each) for each in (edition.date(outcome.date), due, stale))
    details.append(edition.linked(outcome.law))  # the last, since on paper its address follows it on a line of its own
    return StateLine(
        state=outcome.state.id if outcome.state else "",
        state_title=outcome.state.title if outcome.state else edition.wording.gettext("No outcome"),
        text=edition.linked(outcome.what),
        details=tuple(filter(None, details)),
        note=edition.text(outcome.note),
        evidence=edition.linked(outcome.evidence),
        updates=news(outcome.updates, edition),
    )


def people_view(edition: EditionContext) -> People | None:
    """The appendix of participants; None when the process lists no one."""
    people, wording = edition.process.participants, edition.wording
    if people is None:
        return None
    return People(
        place="doc:participants",
        title=edition.element("participants"),
        summary=tuple(_summary(edition)),
        basis=edition.text(people.basis),
        listed=tuple(
            Person(name=each.name or "", role=each.role or "", organisation=each.organisation or "")
            for each in people.listed
        ),
        graph=drawn(sector_graph(edition.view), edition),
        sectors=tuple(Fact(label=each.title, value=edition.text(each.shown)) for each in sector_lines(edition.view)),
        organisations=tuple(
            Fact(label=each.organisation, value=edition.text(wording.number(each.count)))
            for each in people.organisations
        ),
    )


def drawn(graph: Graph | None, edition: EditionContext) -> Markup:
    """A graph without its table, whose figures stand in the document; empty for None."""
    return draw(graph, edition.wording, has_table=False) if graph else Markup()


def _summary(edition: EditionContext) -> Iterator[str]:
    wording, total = edition.wording, edition.process.record.participants_count
    if total is not None:
        yield wording.ngettext("%(shown)s person took part.", "%(shown)s people took part.", total) % {
            "shown": wording.number(total)
        }
    elif people := edition.process.participants:
        yield f"{wording.gettext('Took part, at least')}: {wording.number(people.count)}"
    yield from participants_sentences(edition.view)
    if sentence := sectors_sentence(edition.view):
        yield sentence
