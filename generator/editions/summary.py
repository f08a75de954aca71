"""Cover, bottom lines, goals and next steps of a process, and the hand-out made of them."""

from __future__ import annotations

from generator.editions.context import EditionContext
from generator.editions.promises_and_responses import news, outcome_views, promise_counts, response_views
from generator.editions.views import NOTHING, Cover, Handout, Line, StateLine, Step
from generator.rendering.authorship import notices
from generator.rendering.picture import picture_of
from generator.views.coverage import coverage_sentences
from generator.views.outcomes import step_in_words, step_views
from generator.views.summary import goal_view, is_stage_past, is_stage_told


def handout_of(edition: EditionContext) -> Handout:
    """The content of the hand-out."""
    return Handout(
        cover=cover_of(edition),
        bottom_lines=bottom_lines(edition),
        coverage=coverage_sentences(edition.view),
        responses=response_views(edition),
        outcomes=outcome_views(edition),
        promise_counts=promise_counts(edition),
        next_steps=next_steps(edition),
        contact=edition.contact(edition.process.record.closing.contact),
    )


def cover_of(edition: EditionContext) -> Cover:
    """The content of the first page."""
    return edition.view.once("cover", lambda: _cover(edition))


def _cover(edition: EditionContext) -> Cover:
    record, wording = edition.process.record, edition.wording
    facts = [edition.period()]
    if record.methods:
        facts.append(edition.text(edition.joined(edition.terms("method", record.methods))))
    if record.participants_count is not None:
        count = record.participants_count
        words = wording.ngettext("%(count)s participant", "%(count)s participants", count)
        facts.append(edition.text(words % {"count": wording.number(count)}))
    sent = record.closing.output_sent
    return Cover(
        title=edition.text(record.title),
        short_description=edition.text(record.short_description),
        status=record.status,
        status_title=edition.term("status", record.status),
        continuation=edition.term("continuation", record.output.continuation),
        ministry=edition.ministry,
        partners=edition.partners,
        facts=tuple(filter(None, facts)),
        output=edition.text(output_in_words(edition)),
        dated=wording.gettext("Sent to the participants: %(date)s") % {"date": edition.date(sent)} if sent else "",
        permalink=edition.permalink,
        site_name=edition.context.site_name,
        is_example=record.example,
        notices=tuple(edition.text(each) for each in notices(edition.process, edition.context, wording.language)),
        picture=picture_of(edition.process),
    )


def output_in_words(edition: EditionContext) -> str:
    """What the output is and for whom: `Policy document, for: participants and decision makers`; empty if unanswered."""
    output, _ = edition.process.record.output, edition.wording.gettext
    kind = edition.term("output-type", output.type)
    if kind and output.audience:
        audience = edition.in_text("audience", output.audience)
        return _("%(output)s, for: %(audience)s") % {"output": kind, "audience": audience}
    return kind or edition.joined(edition.terms("audience", output.audience))


def bottom_lines(edition: EditionContext) -> tuple[Line, ...]:
    """The bottom lines in their order."""
    lines = edition.process.record.bottom_lines
    return tuple(Line(text=edition.text(each.text), is_decision=each.decision) for each in lines)


def goal_views(edition: EditionContext) -> tuple[StateLine, ...]:
    """What was wanted, and whether it was achieved."""
    goals = (goal_view(each, edition.view) for each in edition.process.record.goals)
    return tuple(
        StateLine(
            state=goal.state.id if goal.state else "",
            state_title=goal.state.title if goal.state else "",
            text=edition.text(goal.text),
            note=edition.text(goal.note),
        )
        for goal in goals
    )


def approvals(edition: EditionContext) -> tuple[Step, ...]:
    """Who stood behind what, and when."""
    return tuple(
        Step(
            when=edition.date(each.date),
            text=edition.text(", ".join(filter(None, (each.who, each.role)))),
            who=edition.text(edition.term("approval", each.of)),
        )
        for each in edition.process.record.approvals
        if each.who and each.of
    )


def next_steps(edition: EditionContext, *, is_whole: bool = False) -> tuple[Step, ...]:
    """What was decided to do next, and the next stage, which is one of them.

    `is_whole`: with all that became known of a step and what proves it, not the latest news alone.
    """
    record, _ = edition.process.record, edition.wording.gettext
    steps = [
        Step(
            when=edition.date(each.due),
            text=edition.text(each.text),
            who=edition.text(", ".join(filter(None, (each.who, step_in_words(each, with_news=not is_whole))))),
            evidence=edition.linked(each.evidence) if is_whole else NOTHING,
            updates=news(each.updates, edition) if is_whole else (),
        )
        for each in step_views(edition.view)
    ]
    stage = record.output.next_stage
    if stage and stage.description and not is_stage_told(edition.view):
        words = _("What came next: %(title)s") if is_stage_past(edition.view) else _("The next stage: %(title)s")
        text = edition.text(words % {"title": stage.description})
        steps.append(Step(when=edition.date(stage.date), text=text))
    return tuple(steps)
