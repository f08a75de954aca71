"""Parts of the record in words: goals, stages, banners, citation."""

from __future__ import annotations

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.record import Goal
from generator.model.site import ROOT
from generator.rendering.authorship import authorship_of
from generator.rendering.card import participants_text
from generator.rendering.context import Stage
from generator.rendering.links import Link, inside
from generator.rendering.terms import State, period
from generator.views.process import ProcessView


class GoalView(Struct, frozen=True, kw_only=True):
    text: str
    state: State | None
    note: str


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
    stage_words: str = ""
    """What to call the stage: one whose time has passed is not the next."""


def continuation(view: ProcessView) -> str:
    """The title of the term of `output.continuation`; empty when unanswered."""
    answer = view.process.record.output.continuation
    return view.term("continuation", answer) if answer else ""


def dots(view: ProcessView) -> tuple[str, ...]:
    """Period, methods and number of participants, each only when known."""
    record = view.process.record
    found: list[str] = [period(record.start_date, record.end_date, view.wording)]
    found += (view.term("method", method) for method in record.methods)
    if record.participants_count is not None:
        found.append(participants_text(record.participants_count, view.context, view.language))
    return tuple(text for text in found if text)


def lag_text(view: ProcessView) -> str:
    """The closing lag as a sentence; empty when it is not known."""
    days, wording = view.process.closing_lag_days, view.wording
    if days is None:
        return ""
    if view.process.record.closing.output_sent is None:
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


def banners(view: ProcessView) -> tuple[Banner, ...]:
    """Notices above the record: the process is being closed, or it is a stage on the way."""
    _, record, found = view.wording.gettext, view.process.record, []
    if record.status == "closing":
        found.append(
            Banner(kind="closing", text=_("This process is being closed. What is still missing is listed below."))
        )
    if record.output.continuation == "next-stage":
        stage = next(iter(view.cross_references.following), None)
        following = record.output.next_stage
        link = inside(stage.url, stage.title) if stage else None
        if link is None and following and following.description:
            link = Link(following.description)
        words = _("What came next:") if is_stage_past(view) else _("The next stage:")
        text = _("This is a stage on the way, not the end of it.")
        found.append(Banner(kind="stage", text=text, stage=link, stage_words=words))
    return tuple(found)


def is_stage_past(view: ProcessView) -> bool:
    """Whether what this process led to has come: its date is past, or the process that it is has ended."""
    stage = next(iter(view.cross_references.following), None)
    return view.process.is_next_stage_past or (stage is not None and stage.status in ("closing", "closed"))


def is_stage_told(view: ProcessView) -> bool:
    """Whether what came next is past and stands among the outcomes, on the same date: it would be told twice."""
    stage = view.process.record.output.next_stage
    dates = {outcome.date for outcome in view.process.record.outcomes if outcome.date}
    return stage is not None and stage.process is None and is_stage_past(view) and stage.date in dates


def goal_view(goal: Goal, view: ProcessView) -> GoalView:
    """A goal in words."""
    state = view.state("met", goal.met, "met-") if goal.met else None
    return GoalView(text=goal.text, state=state, note=goal.note or "")


def stages(view: ProcessView) -> tuple[StageView, ...]:
    """All stages of the chain in order, this process among them; empty when it has no other stage."""
    around, record = view.cross_references, view.process.record
    here = StageView(
        title=view.title, url=None, period=period(record.start_date, record.end_date, view.wording), is_here=True
    )
    chain = [*(_stage(stage, view) for stage in around.previous), here]
    chain += (_stage(stage, view) for stage in around.following)
    following = record.output.next_stage
    if not around.following and following and following.description:
        when = view.wording.date(following.date) if following.date else ""
        chain.append(StageView(title=following.description, url=None, period=when))
    return tuple(chain) if len(chain) > 1 else ()


def _stage(stage: Stage, view: ProcessView) -> StageView:
    years = period(stage.start_date, stage.end_date, view.wording)
    return StageView(title=stage.title, url=f"{ROOT}{stage.url}", period=years)


class Citation(Struct, frozen=True, kw_only=True):
    """How to cite the process: who wrote what and when, when it was last changed, and where it stays."""

    author: str
    written: PartialDate | None
    """When somebody else than the convening body wrote it."""
    title: str
    details: tuple[str, ...]
    """What the output is; whose process it was, where the body is not the author."""
    version: PartialDate | None
    site: str
    site_language: str | None
    """Where it is not the page's."""
    url: str
    address: str


def citation(view: ProcessView) -> Citation:
    """The citation of the current version."""
    record, context = view.process.record, view.context
    changes = [change.date for change in record.changes if change.date]
    output = record.output.type
    kind = view.term("output-type", output) if output and output != "other" else ""
    authorship = authorship_of(view.process, context, view.language)
    note = authorship.note(view.wording)
    return Citation(
        author=authorship.writer,
        written=None if authorship.is_body else authorship.date,
        title=view.title,
        details=tuple(filter(None, (kind, view.wording.within(note) if kind else note))),
        version=max(changes, default=None) or (authorship.date if authorship.is_body else None),
        site=context.site_name,
        site_language=context.language if context.language != view.language else None,
        url=f"{ROOT}{view.process.url}",
        address=context.absolute(view.process.url),
    )
