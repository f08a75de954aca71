"""The short of a process: cover, bottom lines, goals, next steps; what a hand-out is made of."""

from __future__ import annotations

from generator.editions.promises_and_responses import outcome_views, promise_counts, response_views
from generator.editions.views import Cover, Handout, Line, StateLine, Step
from generator.editions.writer import Writer


def handout_of(writer: Writer) -> Handout:
    """What a meeting is given of it."""
    return Handout(
        cover=cover_of(writer),
        bottom_lines=bottom_lines(writer),
        responses=response_views(writer),
        outcomes=outcome_views(writer),
        promise_counts=promise_counts(writer),
        next_steps=next_steps(writer),
        contact=writer.contact(writer.process.record.closing.contact),
    )


def cover_of(writer: Writer) -> Cover:
    """What stands on the first page."""
    record, wording = writer.process.record, writer.wording
    facts = [writer.period()]
    if record.methods:
        facts.append(writer.text(writer.joined(writer.terms("method", record.methods))))
    if record.participants_count is not None:
        count = record.participants_count
        words = wording.ngettext("%(count)s participant", "%(count)s participants", count)
        facts.append(writer.text(words % {"count": wording.number(count)}))
    sent = record.closing.output_sent
    return Cover(
        title=writer.text(record.title),
        short_description=writer.text(record.short_description),
        status=record.status,
        status_title=writer.term("status", record.status),
        continuation=writer.term("continuation", record.output.continuation),
        ministry=writer.ministry,
        partners=writer.partners,
        facts=tuple(filter(None, facts)),
        output=writer.text(output_in_words(writer)),
        dated=wording.gettext("Sent to the participants: %(date)s") % {"date": writer.date(sent)} if sent else "",
        permalink=writer.permalink,
        site_name=writer.context.site_name,
    )


def output_in_words(writer: Writer) -> str:
    """What the output is and for whom: `Policy document, for: participants and decision makers`; empty if unanswered."""
    output, _ = writer.process.record.output, writer.wording.gettext
    kind, audience = writer.term("output-type", output.type), writer.joined(writer.terms("audience", output.audience))
    if kind and audience:
        return _("%(output)s, for: %(audience)s") % {"output": kind, "audience": audience}
    return kind or audience


def bottom_lines(writer: Writer) -> tuple[Line, ...]:
    """The bottom lines in their order."""
    lines = writer.process.record.bottom_lines
    return tuple(Line(text=writer.text(each.text), is_decision=each.decision) for each in lines)


def goal_views(writer: Writer) -> tuple[StateLine, ...]:
    """What was wanted, and whether it was achieved."""
    return tuple(
        StateLine(
            state=f"met-{each.met}" if each.met else "",
            state_title=writer.term("met", each.met),
            text=writer.text(each.text),
            note=writer.text(each.note),
        )
        for each in writer.process.record.goals
    )


def next_steps(writer: Writer) -> tuple[Step, ...]:
    """What was decided to do next, and the next stage, which is one of them."""
    record, _ = writer.process.record, writer.wording.gettext
    steps = [
        Step(when=writer.date(each.due), text=writer.text(each.text), who=writer.text(each.who))
        for each in record.closing.next_steps
    ]
    stage = record.output.next_stage
    if stage and stage.description:
        text = writer.text(_("The next stage: %(stage)s") % {"stage": stage.description})
        steps.append(Step(when=writer.date(stage.date), text=text))
    return tuple(steps)
