"""What was promised, what was done with the views, who took part: the accounts of a process, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from generator.editions.views import Count, Fact, People, Person, PromiseView, ResponseView, StateLine, Step
from generator.editions.writer import Writer
from generator.model.content import Response
from generator.model.published import PublishedPromise, SectorFigure
from generator.model.record import Outcome
from generator.rendering.links import outside
from generator.rendering.terms import title_in

NO_OUTCOME = "none"


def promise_views(writer: Writer) -> tuple[PromiseView, ...]:
    """The ledger of promises, in its order."""
    return tuple(_promise(each, writer) for each in writer.process.promises)


def promise_counts(writer: Writer) -> tuple[Count, ...]:
    """How many promises are in each state, in the vocabulary's order; the overdue ones, which are pending too, last."""
    counts = Counter(each.promise.status for each in writer.process.promises)
    terms = writer.context.structure.vocabularies["promise-status"].terms
    found = [
        Count(state=term.id, title=writer.wording.text(term.title), count=writer.wording.number(counts[term.id]))
        for term in terms
        if counts[term.id]
    ]
    if overdue := sum(each.is_overdue for each in writer.process.promises):
        title = writer.wording.gettext("Overdue")
        found.append(Count(state="overdue", title=title, count=writer.wording.number(overdue)))
    return tuple(found)


def _promise(published: PublishedPromise, writer: Writer) -> PromiseView:
    promise, _, text = published.promise, writer.wording.gettext, writer.text
    facts = []
    if promise.date:
        facts.append(text(_("Promised: %(date)s") % {"date": writer.date(promise.date)}))
    if promise.source:
        facts.append(text(promise.source))
    if promise.due:
        facts.append(text(_("Due: %(date)s") % {"date": writer.date(promise.due)}))
    specs = writer.context.structure.promise
    steps = [
        Fact(label=title_in(specs, name, writer.wording.language), value=value)
        for name, value in (
            ("planned", text(promise.planned)),
            ("done", text(promise.done)),
            ("evidence", writer.reference(promise.evidence)),
        )
        if value
    ]
    steps += writer.further(promise.extra, specs)
    return PromiseView(
        id=promise.id,
        text=text(promise.text),
        status=promise.status or "",
        status_title=writer.term("promise-status", promise.status),
        is_overdue=published.is_overdue,
        facts=tuple(facts),
        steps=tuple(steps),
        explanation=text(promise.explanation),
        updates=tuple(Step(when=writer.date(each.date), text=text(each.note)) for each in promise.updates),
    )


def response_views(writer: Writer) -> tuple[ResponseView, ...]:
    """What was heard, and what was done with it."""
    return tuple(
        ResponseView(
            heard=writer.text(each.heard),
            voices=voices_in_words(each.voices, writer),
            response=each.response or "",
            response_title=writer.term("response", each.response),
            explanation=writer.text(each.explanation),
            where=_where(each, writer),
            extra=writer.further(each.extra, writer.context.structure.response),
        )
        for each in writer.process.responses
    )


def voices_in_words(voices: int | None, writer: Writer) -> str:
    """How many said it; empty when nobody counted."""
    if voices is None:
        return ""
    return writer.wording.ngettext("%(shown)s voice", "%(shown)s voices", voices) % {
        "shown": writer.wording.number(voices)
    }


def _where(response: Response, writer: Writer) -> Markup:
    stem, _, part = (response.chapter or "").partition("#")
    chapter = next((each for each in writer.process.chapters if each.stem == stem), None)
    if chapter is None:
        return Markup("")
    heading = next((each.text for each in chapter.body.headings if part and each.id == part), None)
    title = f"{chapter.title}: {heading}" if heading else chapter.title
    return writer.link(writer.url_of(chapter.body, chapter.stem), writer.text(title), part if heading else "")


def outcome_views(writer: Writer) -> tuple[StateLine, ...]:
    """What will happen, or happened, to the output."""
    return tuple(_outcome(each, writer) for each in writer.process.record.outcomes)


def _outcome(outcome: Outcome, writer: Writer) -> StateLine:
    kind = writer.term("outcome-type", outcome.type)
    if outcome.type == NO_OUTCOME:
        return StateLine(state="", state_title=kind, text=writer.text(outcome.note))
    details = [
        writer.text(kind) if outcome.title and outcome.type != "other" else Markup(""),
        writer.text(writer.date(outcome.date)),
    ]
    if outcome.title and outcome.reference:
        details.insert(1, writer.text(outcome.reference))
    title = writer.text(outcome.title or outcome.reference or kind)
    if address := outside(outcome.url):
        title = Markup('<a href="{}">{}</a>').format(address, title)
    return StateLine(
        state=outcome.state,
        state_title=writer.term("outcome-state", outcome.state),
        text=title,
        details=tuple(filter(None, details)),
        note=writer.text(outcome.note),
    )


def people_view(writer: Writer) -> People | None:
    """The appendix of participants; None when the process lists nobody."""
    people, wording = writer.process.participants, writer.wording
    if people is None:
        return None
    return People(
        place="doc:participants",
        title=writer.element("participants"),
        summary=tuple(_summary(writer)),
        basis=writer.text(people.basis),
        listed=tuple(
            Person(name=each.name or "", role=each.role or "", organisation=each.organisation or "")
            for each in people.listed
        ),
        sectors=tuple(
            Fact(label=writer.term("sector", each.sector), value=_sector_count(each, writer)) for each in people.sectors
        ),
        organisations=tuple(
            Fact(label=each.organisation, value=writer.text(wording.number(each.count)))
            for each in people.organisations
        ),
    )


def _summary(writer: Writer) -> Iterator[str]:
    people, wording, total = writer.process.participants, writer.wording, writer.process.record.participants_count
    if total is not None:
        yield wording.ngettext("%(shown)s person took part.", "%(shown)s people took part.", total) % {
            "shown": wording.number(total)
        }
    if people and people.unlisted_count:
        count = people.unlisted_count
        words = wording.ngettext(
            "%(count)s more participant did not agree to be published, and is only counted.",
            "%(count)s more participants did not agree to be published, and are only counted.",
            count,
        )
        yield words % {"count": wording.number(count)}


def _sector_count(figure: SectorFigure, writer: Writer) -> Markup:
    """The figure, `–` where it is withheld: a small one, and those that it could be worked out from, look alike."""
    if figure.count is not None:
        return writer.text(writer.wording.number(figure.count))
    return Markup("–")
