"""The closing gate: what must have happened before a process is closed (spec 3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks.places import index_start, opening
from generator.diagnostics import Finding, Rule, finding
from generator.model.dates import PartialDate
from generator.model.private import Process
from generator.model.published import GateState, GateStep
from generator.model.record import Closing
from generator.rules.gate import people, results
from generator.structure import Structure

QUESTIONS = ("audience", "purpose", "distribution", "continuation")
"""The four questions of the method's second step, as fields of `output`."""


def check_gate(process: Process, today: date) -> Iterator[Finding]:
    """One finding for each condition that is not met; severity and waivers are `apply_status_and_waivers`'s."""
    record, closing = process.record, process.record.closing
    if record.partners:
        if closing.partners_aligned is None:
            yield from _missing(process, people.PARTNERS_NOT_ALIGNED, "partners_aligned", "partners-aligned")
        if closing.expectations_revisited is None:
            yield from _missing(
                process, people.EXPECTATIONS_NOT_REVISITED, "expectations_revisited", "expectations-revisited"
            )
    if closing.participants_told is None:
        yield from _missing(process, people.PARTICIPANTS_NOT_TOLD, "participants_told", "participants-told")
    if closing.output_sent is None:
        yield from _missing(process, people.OUTPUT_NOT_SENT, "output_sent", "output-sent")
    # Thanks go with the output, and G004 says that it was not sent; only where that was explained away is this a gap of its own.
    if thanked_on(closing) is None and any(waiver.subject == "output-sent" for waiver in closing.waived):
        yield from _missing(process, people.NOT_THANKED, "thanked", "thanked")
    if not _has_contact(process):
        yield from _missing(process, people.NO_CONTACT, "contact", "contact")
    yield from _promises(process, today)
    yield from _use(process)
    for question in QUESTIONS:
        if not getattr(record.output, question) and f"output.{question}" not in record.spans:
            yield finding(
                results.PROFILE_UNANSWERED, opening(process), {"field": f"output.{question}"}, subject="profile"
            )


def thanked_on(closing: Closing) -> PartialDate | None:
    """The date of the thanks: its own, else that of the output they went with."""
    return closing.thanked or closing.output_sent


def gate_steps(process: Process, structure: Structure, findings: Iterable[Finding]) -> tuple[GateStep, ...]:
    """The checklist, in the structure's order. `findings`: those of this process, before its status and waivers are applied."""
    found = {each.rule for each in findings}
    closing = process.record.closing
    reasons = {waiver.subject: waiver.reason for waiver in closing.waived}
    steps = []
    for gate in structure.gate:
        # Before the output is sent there are no thanks to wait for: G004 says so, and G005 nothing.
        is_early = gate.id == "thanked" and gate.rule not in found and thanked_on(closing) is None
        is_missing = gate.rule in found or is_early
        state: GateState = "missing" if is_missing else "done"
        if is_early or (gate.side == "partners" and not process.record.partners):
            state = "not-applicable"
        if is_missing and gate.id in reasons:
            state = "waived"
        step_date: PartialDate | None = getattr(closing, gate.id.replace("-", "_"), None) if "-" in gate.id else None
        steps.append(
            GateStep(
                id=gate.id,
                state=state,
                side=gate.side,
                rule=gate.rule,
                date=thanked_on(closing) if gate.id == "thanked" else step_date,
                reason=reasons.get(gate.id) if state == "waived" else None,
            )
        )
    return tuple(steps)


def _promises(process: Process, today: date) -> Iterator[Finding]:
    for promise in process.promises:
        start = promise.spans.get("", index_start(process))
        if promise.status is None and "status" not in promise.spans:
            yield finding(results.OPEN_PROMISES, start, {"id": promise.id}, subject="promises")
        elif promise.status == "pending" and promise.due is not None and promise.due.last_day < today:
            span = promise.spans.get("due", start)
            yield finding(results.OPEN_PROMISES, span, {"id": promise.id}, subject="promises")


def _use(process: Process) -> Iterator[Finding]:
    """What is expected to happen to the output: one outcome at least; `none` only with a note."""
    record = process.record
    honest = [outcome for outcome in record.outcomes if outcome.type != "none" or outcome.note]
    if honest or (not record.outcomes and "outcomes" in record.spans):
        return
    span = record.spans.get("outcomes[0]", opening(process)) if record.outcomes else opening(process)
    yield finding(results.NO_USE, span, subject="use")


def _has_contact(process: Process) -> bool:
    """Whether a name and a way to reach it are given; what is written and cannot be read is family F's."""
    contact, spans = process.record.closing.contact, process.record.spans
    given = {
        field
        for field in ("name", "email", "phone")
        if f"closing.contact.{field}" in spans or getattr(contact, field, None)
    }
    return "name" in given and len(given) > 1


def _missing(process: Process, rule: Rule, name: str, gate: str) -> Iterator[Finding]:
    """A finding about an absent field of `closing`; silent when something unreadable was written there (F has it)."""
    path = f"closing.{name}"
    is_unreadable = path in process.record.spans and not getattr(process.record.closing, name)
    if not is_unreadable:
        yield finding(rule, opening(process), subject=gate)
