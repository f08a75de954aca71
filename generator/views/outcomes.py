"""What is to come of a process and what came of it: outcomes and next steps in words, and the chain that leads to them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from generator.model.commitments import ClosingTarget
from generator.model.dates import PartialDate
from generator.model.laws import parse_law
from generator.model.published import PublishedOutcome, PublishedStep
from generator.model.site import ROOT
from generator.rendering.laws import law_link
from generator.rendering.links import Link, outside
from generator.rendering.terms import State, state_of, term_title
from generator.structure import Structure
from generator.views.process import ProcessView
from generator.views.promises import TAKEN_UP
from generator.views.shared import once_a_view
from generator.views.updates import UpdateView, update_views
from generator.wording import Wording

_DECIDED = ("adopted", "partly")


class OutcomeView(Struct, frozen=True, kw_only=True):
    """An outcome in words."""

    id: str
    state: State | None
    """None for the type `none`: nothing is expected, and the note says why."""
    stale: State | None
    """A word for one that is awaited, and of which nothing was heard for long."""
    what: Link
    dots: tuple[str, ...]
    law: Link | None
    """The law or the decision of the government that it is."""
    date: PartialDate | None
    """None also for the day of a decision whose name says it."""
    due: PartialDate | None
    note: str
    evidence: Link | None
    updates: tuple[UpdateView, ...]
    language: str = ""
    """Set when its words are in another language than the page's."""


class StepView(Struct, frozen=True, kw_only=True):
    """A next step in words."""

    id: str
    text: str
    who: str
    due: PartialDate | None
    state: State
    overdue: State | None
    explanation: str
    evidence: Link | None
    updates: tuple[UpdateView, ...]


class ChainLink(Struct, frozen=True, kw_only=True):
    """A part of the way from what was said to what was done."""

    title: str
    text: str
    url: str
    """Where the page says more."""


def outcome_view_in(published: PublishedOutcome, structure: Structure, wording: Wording) -> OutcomeView:
    """An outcome in words, wherever it stands; its evidence is resolved by `outcome_views` alone."""
    outcome, language, _ = published.outcome, wording.language, wording.gettext
    kind = term_title(structure, "outcome-type", outcome.type or "other", language)
    is_none = outcome.type == "none"
    title = outcome.title or (_("Nothing is expected to be decided or done") if is_none else kind)
    law, named = parse_law(outcome.law or ""), law_link(outcome.law, wording) if outcome.law else None
    # "other" tells a reader nothing, and a decision says itself what it is and of which day
    is_decision = outcome.type == "government-decision" and law is not None and bool(law.date or law.government)
    said = outcome.title and not is_none and outcome.type != "other" and not is_decision
    is_dated = is_decision and law is not None and law.date == outcome.date
    return OutcomeView(
        id=outcome.id,
        state=None if is_none else state_of(structure, "outcome-state", outcome.state, language),
        stale=State("overdue", _("No news for long")) if published.is_stale else None,
        what=Link(title, outside(outcome.url)),
        dots=tuple(text for text in (kind if said else "", outcome.reference or "") if text),
        law=named,
        date=None if is_dated else outcome.date,
        due=outcome.due,
        note=outcome.note or "",
        evidence=None,
        updates=update_views(outcome.updates, "outcome-state", structure, language),
    )


@once_a_view
def outcome_views(view: ProcessView) -> tuple[OutcomeView, ...]:
    """All outcomes of a process, in their order."""
    found = []
    stale = {each.outcome.id for each in view.process.outcomes if each.is_stale}
    for outcome in view.process.record.outcomes:
        evidence, published = outcome.evidence, PublishedOutcome(outcome=outcome, is_stale=outcome.id in stale)
        words = outcome_view_in(published, view.structure, view.wording)
        language = view.foreign(outcome.id)
        found.append(replace(words, evidence=view.refer(evidence) if evidence else None, language=language))
    return tuple(found)


@once_a_view
def step_views(view: ProcessView) -> tuple[StepView, ...]:
    """All next steps of a process, in their order."""
    late = {each.step.id for each in view.process.steps if each.is_overdue}
    steps = view.process.record.closing.next_steps
    return tuple(_step(PublishedStep(step=each, is_overdue=each.id in late), view) for each in steps)


def _step(published: PublishedStep, view: ProcessView) -> StepView:
    step = published.step
    return StepView(
        id=step.id,
        text=step.text,
        who=step.who or "",
        due=step.due,
        state=view.state("step-state", step.state),
        overdue=State("overdue", view.wording.gettext("Overdue")) if published.is_overdue else None,
        explanation=step.explanation or "",
        evidence=view.refer(step.evidence) if step.evidence else None,
        updates=update_views(step.updates, "step-state", view.structure, view.language),
    )


def timeliness_text(target: ClosingTarget | None, wording: Wording) -> str:
    """How the closing stands to the site's target, in words; empty where the site has none or nothing can be reckoned."""
    if target is None:
        return ""
    if target.timeliness == "in-time":
        return wording.gettext("in time")
    late = wording.ngettext("%(days)s day late", "%(days)s days late", target.days_late)
    text = late % {"days": wording.number(target.days_late)}
    if target.reason is None:
        return text
    return wording.gettext("%(late)s, explained: %(reason)s") % {"late": text, "reason": target.reason}


def step_in_words(step: StepView, *, with_news: bool = True) -> str:
    """What became of a step, on one line: its state, its latest news, why it was dropped. Empty for one that is on its way."""
    words = [step.state.title] if step.state.id != "open" else []
    words += [step.overdue.title] if step.overdue else []
    words += [step.updates[-1].note] if step.updates and with_news else []
    return ": ".join(filter(None, (", ".join(words), step.explanation)))


def outcome_in_words(outcome: OutcomeView) -> str:
    """What is not said of an outcome by its state: that nothing was heard for long, and its latest news."""
    words = [outcome.stale.title] if outcome.stale else []
    words += [outcome.updates[-1].note] if outcome.updates else []
    return ", ".join(words)


def chain(view: ProcessView) -> tuple[ChainLink, ...]:
    """Said, promised, decided, done: each with how many, and where. What a process has nothing of is left out."""
    process, wording, _ = view.process, view.wording, view.wording.gettext
    pages = {each.kind: f"{ROOT}{each.url}" for each in view.entries}
    # A translation of a few words has no next steps of its own.
    has_steps = view.translation is None or bool(view.translation.words)
    steps = view.url if has_steps else process.url
    outcomes = [each for each in process.record.outcomes if each.type != "none"]
    accepted = wording.number(sum(each.response in TAKEN_UP for each in process.responses))
    answered = sum(bool(each.response) and each.is_answer for each in process.responses)
    counted = (
        (
            _("Said"),
            _(
                "It is written what was done with %(count)s of %(total)s views; of these, accepted in whole or in part:"
                " %(accepted)s"
            )
            if process.is_answered
            else _("Views written down: %(total)s; what was done with them is not known"),
            answered,
            len(process.responses),
            pages.get("responses", ""),
        ),
        (
            _("Promised"),
            _("Promises kept: %(count)s of %(total)s"),
            sum(each.promise.status == "kept" for each in process.promises),
            len(process.promises),
            pages.get("promises", ""),
        ),
        (
            _("Decided"),
            _("Outcomes adopted, in whole or in part: %(count)s of %(total)s"),
            sum(each.state in _DECIDED for each in outcomes),
            len(outcomes),
            f"{ROOT}{view.url}#outcomes",
        ),
        (
            _("Done"),
            _("Next steps done: %(count)s of %(total)s"),
            sum(each.state == "done" for each in process.record.closing.next_steps),
            len(process.record.closing.next_steps),
            f"{ROOT}{steps}#next-steps",
        ),
    )
    return tuple(
        ChainLink(
            title=title,
            text=words % {"count": wording.number(count), "total": wording.number(total), "accepted": accepted},
            url=url,
        )
        for title, words, count, total, url in counted
        if total
    )
