"""Faults of the list of participants. No finding carries a name or a cell (spec 3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.places import index_start
from generator.diagnostics import Finding, Related, finding
from generator.model.consent import ABOVE_COUNTED, FULL, folded
from generator.model.private import Participant, Process
from generator.rules.participants.privacy import NO_BASIS, NO_CONSENT
from generator.rules.participants.table import DUPLICATE_PARTICIPANT, MISSING_NAME


def check_participants(process: Process) -> Iterator[Finding]:
    """Consent without a basis, rows without consent, rows that repeat, people to be named without a name."""
    policy = process.record.consent
    spans = process.record.spans
    has_basis = bool(policy.basis)
    if policy.default_consent in ABOVE_COUNTED and not has_basis:
        span = spans.get("participants.default_consent", index_start(process))
        yield finding(NO_BASIS, span, {"value": policy.default_consent})
    silent = [row for row in process.participants if row.consent is None]
    is_told = process.record.is_readable
    if silent and is_told and policy.default_consent is None and "participants.default_consent" not in spans:
        yield finding(NO_CONSENT, process.participants_span or silent[0].span, {"count": len(silent)})
    yield from _rows(process.participants, policy.default_consent if has_basis else None)


def _rows(participants: tuple[Participant, ...], default: str | None) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], Participant] = {}
    for row in participants:
        if (row.consent or default) == FULL and not folded(row.name):
            yield finding(MISSING_NAME, row.span, {"row": row.span.line})
        key = tuple(folded(cell) for cell in (row.name, row.role, row.organisation, row.sector))
        if not key[0]:
            continue
        if key in seen:
            first = seen[key]
            values = {"row": row.span.line, "other": first.span.line}
            yield finding(DUPLICATE_PARTICIPANT, row.span, values, related=(Related(first.span, "first-here"),))
        else:
            seen[key] = row
