"""Faults that two fields of the record make together (spec 3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from generator.checks.places import opening
from generator.diagnostics import Finding, Related, finding
from generator.model.dates import PartialDate
from generator.model.private import Process
from generator.rules.fields.commitments import UNSIGNED_OUTPUT
from generator.rules.fields.partners import NAMELESS_PARTNER
from generator.rules.fields.record import CLOSING_OUT_OF_ORDER, COUNT_BELOW_LISTED, DATE_AFTER_TODAY, DATES_REVERSED
from generator.rules.fields.values import UNKNOWN_FIELD
from generator.structure import Structure, nearest

CLOSING_DATES = ("partners_aligned", "expectations_revisited", "participants_told", "output_sent", "thanked")


def check_record(process: Process, structure: Structure, today: date) -> Iterator[Finding]:
    """Dates out of order or in the future, a total below the list, a waiver of something that does not exist."""
    yield from _dates(process)
    yield from _future_dates(process, today)
    yield from _count(process)
    yield from _waivers(process, structure)
    yield from _partners(process)
    yield from _approval(process)


def _partners(process: Process) -> Iterator[Finding]:
    spans = process.record.spans
    for number, partner in enumerate(process.record.partners):
        inner = f"partners[{number}]."
        # a body that the registry does not know has a finding of its own
        if not (partner.ministry or partner.name or partner.organisation or f"{inner}ministry" in spans):
            yield finding(NAMELESS_PARTNER, spans.get(inner[:-1], spans.get("partners", opening(process))))


def _dates(process: Process) -> Iterator[Finding]:
    record, spans = process.record, process.record.spans
    start, end = record.start_date, record.end_date
    if start and end and end.is_before(start):
        values = {"date": end.iso, "other": start.iso}
        related = (Related(spans["start_date"], "starts-here"),) if "start_date" in spans else ()
        yield finding(DATES_REVERSED, spans.get("end_date", opening(process)), values, related=related)
        return  # which of the two is wrong is not known, so nothing is measured by them
    closing = record.closing
    pairs = [(name, "start_date", start) for name in CLOSING_DATES]
    pairs += [("output_sent", "end_date", end if record.status != "closing" else None)]
    pairs += [("thanked", "closing.output_sent", closing.output_sent)]
    for name, other, limit in pairs:
        written: PartialDate | None = getattr(closing, name)
        if written and limit and written.is_before(limit) and not _is_start_reported(name, other, closing, start):
            values = {"field": f"closing.{name}", "date": written.iso, "other": limit.iso}
            related = (Related(spans[other], "other-here"),) if other in spans else ()
            yield finding(CLOSING_OUT_OF_ORDER, spans.get(f"closing.{name}", opening(process)), values, related=related)


def _is_start_reported(name: str, other: str, closing: object, start: PartialDate | None) -> bool:
    """A date before the start is also before the end: one cause, one finding."""
    written: PartialDate = getattr(closing, name)
    return other != "start_date" and start is not None and written.is_before(start)


def _future_dates(process: Process, today: date) -> Iterator[Finding]:
    record = process.record
    limit = PartialDate.of(today)
    closed = ("closing", "closed")
    dated = chain(
        [("end_date", record.end_date)] if record.status in closed else [],
        ((f"closing.{name}", getattr(record.closing, name)) for name in CLOSING_DATES),
        ((f"changes[{index}].date", change.date) for index, change in enumerate(record.changes)),
    )
    for field, written in dated:
        if written is not None and limit.is_before(written):
            values = {"field": field, "date": written.iso}
            yield finding(DATE_AFTER_TODAY, record.spans.get(field, opening(process)), values)


def _count(process: Process) -> Iterator[Finding]:
    listed = sum(participant.count for participant in process.participants)
    total = process.record.participants_count
    if total is not None and total < listed:
        related = (Related(process.participants_span, "listed-here"),) if process.participants_span else ()
        span = process.record.spans.get("participants_count", opening(process))
        yield finding(COUNT_BELOW_LISTED, span, {"count": total, "other": listed}, related=related)


def _waivers(process: Process, structure: Structure) -> Iterator[Finding]:
    known = waivable(structure)
    for waiver in process.record.closing.waived:
        if waiver.subject not in known:
            near = nearest(waiver.subject, known)
            span = process.record.spans.get(f"closing.waived.{waiver.subject}", opening(process))
            values = {"field": f"closing.waived.{waiver.subject}", "known": near or ""}
            yield finding(UNKNOWN_FIELD, span, values, hint="did-you-mean" if near else None)


def _approval(process: Process) -> Iterator[Finding]:
    """An output that decision makers are to act on needs an approval."""
    record = process.record
    is_explained = any(waiver.subject == "approvals" for waiver in record.closing.waived)
    is_signed = any(approval.of == "output" for approval in record.approvals)
    if record.status == "closed" and "decision-makers" in record.output.audience and not (is_signed or is_explained):
        yield finding(UNSIGNED_OUTPUT, record.spans.get("output.audience", opening(process)))


def waivable(structure: Structure) -> tuple[str, ...]:
    """What an office may explain instead of doing: gate ids, elements, parts, the fields that C004 asks for, the site's target,
    the answers that people are owed, who approved the output, and what was expected of it at the start."""
    elements = tuple(element.id for element in structure.elements)
    parts = tuple(part.id for element in structure.elements for part in element.parts)
    fields = ("author", "bottom_lines", "next_stage", "in-time", "responses", "approvals", "expected", "translation")
    return (*(gate.id for gate in structure.gate), *elements, *parts, *fields)
