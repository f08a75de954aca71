"""The state of the closing: the gate's checklist, missing parts, and waivers with their reasons."""

from __future__ import annotations

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.published import GateStep, MissingPart
from generator.rendering.terms import State, subject_title
from generator.rules import RULES_BY_CODE
from generator.views.process import ProcessView
from generator.wording.findings import fill

SIDES = ("partners", "participants", "output")


class GateStepLine(Struct, frozen=True, kw_only=True):
    """A line of the checklist."""

    state: State
    title: str
    finding: str | None = None
    """The rule that a missing step breaks."""
    waived: str | None = None
    """The gate id of a step that was explained instead."""
    who: str = ""
    date: PartialDate | None = None
    reason: str = ""
    hint: str = ""


class GateStepGroup(Struct, frozen=True, kw_only=True):
    """The steps that are taken with the same people."""

    title: str
    steps: tuple[GateStepLine, ...]


class WaivedLine(Struct, frozen=True, kw_only=True):
    subject: str
    title: str
    reason: str
    language: str = ""
    """Of the reason, where it is another one than the page's."""


def checklist(view: ProcessView) -> tuple[GateStepGroup, ...]:
    """The steps that are done, missing and waived, by side; empty unless the process is `closing`."""
    process = view.process
    if process.record.status != "closing":
        return ()
    _ = view.wording.gettext
    titles = {
        "partners": _("With the partners"),
        "participants": _("With the participants"),
        "output": _("In the output"),
    }
    missing = tuple(_missing(part, view) for part in process.missing)
    groups = []
    for side in SIDES:
        steps = tuple(
            _step(step, view) for step in process.gate if step.side == side and step.state != "not-applicable"
        )
        if side == "output":
            steps += missing
        if steps:
            groups.append(GateStepGroup(title=titles[side], steps=steps))
    return tuple(groups)


def waived(view: ProcessView, shown: tuple[GateStepGroup, ...]) -> tuple[WaivedLine, ...]:
    """The waivers that the checklist does not show already."""
    listed = {step.waived for group in shown for step in group.steps}
    return tuple(
        WaivedLine(
            subject=waiver.subject,
            title=subject_title(view.structure, waiver.subject, view.language),
            reason=waiver.reason,
            language=view.foreign_words(f"closing.waived.{waiver.subject}"),
        )
        for waiver in view.process.record.closing.waived
        if waiver.subject not in listed
    )


def _step(step: GateStep, view: ProcessView) -> GateStepLine:
    _, language = view.wording.gettext, view.language
    spec = next((each for each in view.structure.gate if each.id == step.id), None)
    title = spec.title.in_language(language) if spec else step.id
    if step.state == "missing":
        who = spec.who.in_language(language) if spec else ""
        return GateStepLine(state=State("missing", _("Missing")), title=title, finding=step.rule, who=who)
    if step.state == "waived":
        return GateStepLine(
            state=State("waived", _("Explained")), title=title, waived=step.id, reason=step.reason or ""
        )
    return GateStepLine(state=State("done", _("Done")), title=title, date=step.date)


def _missing(part: MissingPart, view: ProcessView) -> GateStepLine:
    """What is missing by its title, as readers know it; the name of its file is for editors, who see it in the preview."""
    rule = RULES_BY_CODE[part.rule]
    named = [part.values[each] for each in ("element", "part", "field") if each in part.values]
    titles = [subject_title(view.structure, each, view.language) for each in named]
    is_known = bool(titles) and all(title != each for title, each in zip(titles, named, strict=True))
    is_preview = bool(view.cross_references.findings)
    return GateStepLine(
        state=State("missing", view.wording.gettext("Missing")),
        title=": ".join(titles) if is_known else fill(rule.message.in_language(view.language), part.values),
        hint=fill(rule.hint.in_language(view.language), part.values) if is_preview else "",
        finding=part.rule,
    )
