"""Pieces of the record in words: what is said of a process at a glance."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.record import Goal, Outcome
from generator.model.site import ROOT
from generator.rendering.card import participants_text
from generator.rendering.context import Stage
from generator.rendering.links import Link, inside, outside
from generator.rendering.terms import State, period
from generator.views.process import Dossier


class OutcomeView(Struct, frozen=True, kw_only=True):
    state: State | None
    """None for `none`: nothing is to happen, and the note says why."""
    what: Link
    dots: tuple[str, ...]
    date: PartialDate | None
    note: str


class GoalView(Struct, frozen=True, kw_only=True):
    text: str
    state: State | None
    note: str


class Tally(Struct, frozen=True, kw_only=True):
    count: int
    state: State


class StageView(Struct, frozen=True, kw_only=True):
    title: str
    url: str | None
    """None for the stage whose page this is, and for one that is not in the catalogue."""
    period: str
    is_here: bool = False


class Banner(Struct, frozen=True, kw_only=True):
    kind: str
    text: str
    stage: Link | None = None


def promise_tallies(dossier: Dossier) -> tuple[Tally, ...]:
    """How many promises are in which state, in the vocabulary's order; the overdue ones, which are among the pending, last."""
    promises = dossier.process.promises
    counts = Counter(published.promise.status for published in promises)
    vocabulary = dossier.structure.vocabularies["promise-status"]
    found = [
        Tally(count=counts[term.id], state=dossier.state("promise-status", term.id))
        for term in vocabulary.terms
        if counts[term.id]
    ]
    if unknown := counts[None]:
        found.append(Tally(count=unknown, state=State("unknown", dossier.wording.gettext("State not stated"))))
    if late := sum(published.is_overdue for published in promises):
        found.append(Tally(count=late, state=overdue(dossier)))
    return tuple(found)


def response_tallies(dossier: Dossier) -> tuple[Tally, ...]:
    """How many of the things said were accepted, declined and so on, in the vocabulary's order."""
    counts = Counter(response.response for response in dossier.process.responses)
    terms = dossier.structure.vocabularies["response"].terms
    return tuple(
        Tally(count=counts[term.id], state=dossier.state("response", term.id)) for term in terms if counts[term.id]
    )


def overdue(dossier: Dossier) -> State:
    """The state of a promise whose time has passed."""
    return State("overdue", dossier.wording.gettext("Overdue"))


def continuation(dossier: Dossier) -> str:
    """A stage on the way, or the final summary; empty while nobody has said."""
    answer = dossier.process.record.output.continuation
    return dossier.term("continuation", answer) if answer else ""


def dots(dossier: Dossier) -> tuple[str, ...]:
    """Period, methods, participants: what is known of them."""
    record = dossier.process.record
    found: list[str] = [period(record.start_date, record.end_date, dossier.wording)]
    found += (dossier.term("method", method) for method in record.methods)
    if record.participants_count is not None:
        found.append(participants_text(record.participants_count, dossier.context, dossier.language))
    return tuple(text for text in found if text)


def lag_text(dossier: Dossier) -> str:
    """How long it took, or has taken, from the end of participation to the output; empty when that is not known."""
    days, wording = dossier.process.closing_lag_days, dossier.wording
    if days is None:
        return ""
    if dossier.process.record.closing.output_sent is None:
        text = wording.ngettext(
            "%(days)s day since participation ended, and the output was not sent",
            "%(days)s days since participation ended, and the output was not sent",
            days,
        )
    elif days < 0:
        text = wording.ngettext(
            "The output was sent %(days)s day before participation ended",
            "The output was sent %(days)s days before participation ended",
            -days,
        )
    else:
        text = wording.ngettext(
            "%(days)s day from the end of participation to the output",
            "%(days)s days from the end of participation to the output",
            days,
        )
    return text % {"days": wording.number(abs(days))}


def banners(dossier: Dossier) -> tuple[Banner, ...]:
    """What a reader has to know before reading on: it is being closed, it goes on."""
    _, record, found = dossier.wording.gettext, dossier.process.record, []
    if record.status == "closing":
        found.append(
            Banner(kind="closing", text=_("This process is being closed. What is still missing is listed below."))
        )
    if record.output.continuation == "next-stage":
        stage = next(iter(dossier.surroundings.following), None)
        following = record.output.next_stage
        link = inside(stage.url, stage.title) if stage else None
        if link is None and following and following.description:
            link = Link(following.description)
        found.append(Banner(kind="stage", text=_("This is a stage on the way, not the end of it."), stage=link))
    return tuple(found)


def outcome_view(outcome: Outcome, dossier: Dossier) -> OutcomeView:
    """What will happen to the output, or happened."""
    kind = dossier.term("outcome-type", outcome.type or "other")
    is_none = outcome.type == "none"
    title = outcome.title or (dossier.wording.gettext("Nothing is expected to be decided or done") if is_none else kind)
    said = outcome.title and not is_none and outcome.type != "other"  # "other" tells a reader nothing
    dots = tuple(text for text in (kind if said else "", outcome.reference or "") if text)
    return OutcomeView(
        state=None if is_none else dossier.state("outcome-state", outcome.state),
        what=Link(title, outside(outcome.url)),
        dots=dots,
        date=outcome.date,
        note=outcome.note or "",
    )


def goal_view(goal: Goal, dossier: Dossier) -> GoalView:
    """What was wanted, and whether it was reached."""
    state = dossier.state("met", goal.met, "met-") if goal.met else None
    return GoalView(text=goal.text, state=state, note=goal.note or "")


def stages(dossier: Dossier) -> tuple[StageView, ...]:
    """The whole chain, this process in its place; empty when it stands alone."""
    around, record = dossier.surroundings, dossier.process.record
    here = StageView(
        title=dossier.title, url=None, period=period(record.start_date, record.end_date, dossier.wording), is_here=True
    )
    chain = [*(_stage(stage, dossier) for stage in around.previous), here]
    chain += (_stage(stage, dossier) for stage in around.following)
    following = record.output.next_stage
    if not around.following and following and following.description:
        when = dossier.wording.date(following.date) if following.date else ""
        chain.append(StageView(title=following.description, url=None, period=when))
    return tuple(chain) if len(chain) > 1 else ()


def _stage(stage: Stage, dossier: Dossier) -> StageView:
    years = period(stage.start_date, stage.end_date, dossier.wording)
    return StageView(title=stage.title, url=f"{ROOT}{stage.url}", period=years)


class Citation(Struct, frozen=True, kw_only=True):
    """How to cite the process: who, what, when it was last changed, and where it stays."""

    ministry: str
    title: str
    kind: str
    version: PartialDate | None
    site: str
    url: str
    address: str


def citation(dossier: Dossier) -> Citation:
    """How to cite the process as it stands now."""
    record, context = dossier.process.record, dossier.context
    changes = [change.date for change in record.changes if change.date]
    output = record.output.type
    return Citation(
        ministry=dossier.ministry(record.ministry).text,
        title=dossier.title,
        kind=dossier.term("output-type", output) if output and output != "other" else "",
        version=max(changes, default=None) or record.closing.output_sent or record.end_date,
        site=context.site_name,
        url=f"{ROOT}{dossier.process.url}",
        address=context.absolute(dossier.process.url),
    )
