"""The page of a process: the answers a reader comes for, the state first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.record import BottomLine, Goal, Outcome
from generator.model.site import ROOT, Page
from generator.pages.closing import checklist, waived
from generator.pages.dossier import Dossier
from generator.pages.downloads import downloads
from generator.pages.facts import facts
from generator.pages.figures import sector_chart
from generator.pages.frame import make_page
from generator.pages.timeline import timeline
from generator.rendering.card import participants_text
from generator.rendering.context import Stage
from generator.rendering.jsonld import json_ld, process_data
from generator.rendering.links import Link, inside, outside
from generator.rendering.templates import render
from generator.rendering.terms import State


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView:
    state: State | None
    """None for `none`: nothing is to happen, and the note says why."""
    what: Link
    dots: tuple[str, ...]
    date: PartialDate | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    text: str
    state: State | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    count: int
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    title: str
    url: str | None
    """None for the stage whose page this is, and for one that is not in the catalogue."""
    period: str
    is_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    kind: str
    text: str
    stage: Link | None = None


def record_page(dossier: Dossier) -> Page:
    """`/<id>/`, or `/<id>/<language>/` for a translation."""
    process, record, translation = dossier.process, dossier.process.record, dossier.translation
    steps = checklist(dossier)
    brief = dossier.body(translation.brief if translation else process.brief, dossier.title)
    lines = record.bottom_lines
    if translation and translation.bottom_lines:
        marks = [line.decision for line in lines] + [False] * len(translation.bottom_lines)
        lines = tuple(
            BottomLine(text=text, decision=mark) for text, mark in zip(translation.bottom_lines, marks, strict=False)
        )
    description = (translation.short_description if translation else "") or record.short_description
    values = {
        "state": dossier.state("status", record.status) if record.status else None,
        "continuation": _continuation(dossier),
        "ministry": dossier.ministry(record.ministry),
        "description": description,
        "dots": _dots(dossier),
        "lag": process.closing_lag_days,
        "lag_text": _lag_text(dossier),
        "banners": _banners(dossier),
        "bottom_lines": lines,
        "outcomes": tuple(_outcome(outcome, dossier) for outcome in record.outcomes),
        "is_outcome_missing": not record.outcomes and record.status in ("closing", "closed"),
        "tallies": promise_tallies(dossier),
        "promises_url": f"{ROOT}{process.url}promises/",
        "responses_url": f"{ROOT}{process.url}responses/" if process.responses else None,
        "brief": brief.html,
        "facts": facts(dossier),
        "goals": tuple(_goal(goal, dossier) for goal in record.goals),
        "events": timeline(dossier),
        "meetings": process.meetings,
        "meetings_url": f"{ROOT}{process.url}meetings/",
        "chart": sector_chart(dossier),
        "participants_url": f"{ROOT}{process.url}participants/" if process.participants else None,
        "checklist": steps,
        "waived": waived(dossier, steps),
        "next_steps": record.closing.next_steps,
        "stages": _stages(dossier),
        "earlier_lessons": tuple(
            (stage, tuple(inside(url, text) for text, url in stage.lessons))
            for stage in dossier.surroundings.previous
            if stage.lessons
        ),
        "citation": _citation(dossier),
        "changes": record.changes,
        "sources": tuple(
            Link(source.title or source.url or "", outside(source.url))
            for source in record.sources
            if source.title or source.url
        ),
        "untranslated": tuple(entry for entry in dossier.entries if entry.language and entry.kind == "chapter"),
    }
    return make_page(
        dossier,
        dossier.entries[0],
        "process.html",
        values,
        title=dossier.title,
        description=description,
        side=_side(dossier),
        head="" if translation else json_ld(process_data(process, dossier.context)),
        source=translation.brief.path if translation else process.brief.path,
    )


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


def overdue(dossier: Dossier) -> State:
    return State("overdue", dossier.wording.gettext("Overdue"))


def _side(dossier: Dossier) -> str:
    contact = dossier.process.record.closing.contact
    values = {
        "downloads": downloads(dossier),
        "contact": contact,
        "language": dossier.language,
        "direction": dossier.wording.direction,
    }
    return render("partials/record_side.html", dossier.language, values)


def _continuation(dossier: Dossier) -> str:
    continuation = dossier.process.record.output.continuation
    return dossier.term("continuation", continuation) if continuation else ""


def _dots(dossier: Dossier) -> tuple[str, ...]:
    record = dossier.process.record
    dots = [dossier.wording.period(record.start_date, record.end_date)]
    dots += (dossier.term("method", method) for method in record.methods)
    if record.participants_count is not None:
        dots.append(participants_text(record.participants_count, dossier.context, dossier.language))
    return tuple(text for text in dots if text)


def _lag_text(dossier: Dossier) -> str:
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


def _banners(dossier: Dossier) -> tuple[Banner, ...]:
    _, record, found = dossier.wording.gettext, dossier.process.record, []
    if record.status == "closing":
        found.append(Banner(kind="closing", text=_("This process is being closed. What is still missing is listed below.")))
    if record.output.continuation == "next-stage":
        stage = next(iter(dossier.surroundings.following), None)
        following = record.output.next_stage
        link = inside(stage.url, stage.title) if stage else None
        if link is None and following and following.description:
            link = Link(following.description)
        found.append(Banner(kind="stage", text=_("This is a stage on the way, not the end of it."), stage=link))
    return tuple(found)


def _outcome(outcome: Outcome, dossier: Dossier) -> OutcomeView:
    kind = dossier.term("outcome-type", outcome.type or "other")
    is_none = outcome.type == "none"
    title = outcome.title or (dossier.wording.gettext("Nothing is expected to be decided or done") if is_none else kind)
    dots = tuple(text for text in (kind if outcome.title and not is_none else "", outcome.reference or "") if text)
    return OutcomeView(
        state=None if is_none else dossier.state("outcome-state", outcome.state),
        what=Link(title, outside(outcome.url)),
        dots=dots,
        date=outcome.date,
        note=outcome.note or "",
    )


def _goal(goal: Goal, dossier: Dossier) -> GoalView:
    state = dossier.state("met", goal.met, "met-") if goal.met else None
    return GoalView(text=goal.text, state=state, note=goal.note or "")


def _stages(dossier: Dossier) -> tuple[StageView, ...]:
    """The whole chain, this process in its place; empty when it stands alone."""
    around, record = dossier.surroundings, dossier.process.record
    here = StageView(
        title=dossier.title, url=None, period=dossier.wording.period(record.start_date, record.end_date), is_here=True
    )
    chain = [*(_stage(stage, dossier) for stage in around.previous), here]
    chain += (_stage(stage, dossier) for stage in around.following)
    following = record.output.next_stage
    if not around.following and following and following.description:
        period = dossier.wording.date(following.date) if following.date else ""
        chain.append(StageView(title=following.description, url=None, period=period))
    return tuple(chain) if len(chain) > 1 else ()


def _stage(stage: Stage, dossier: Dossier) -> StageView:
    period = dossier.wording.period(stage.start_date, stage.end_date)
    return StageView(title=stage.title, url=f"{ROOT}{stage.url}", period=period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How to cite the process: who, what, when it was last changed, and where it stays."""

    ministry: str
    title: str
    kind: str
    version: PartialDate | None
    site: str
    url: str
    address: str


def _citation(dossier: Dossier) -> Citation:
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
