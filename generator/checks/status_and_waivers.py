"""Applies the process's status to findings of families C and G, and drops what was waived with an explanation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Finding
from generator.model.record import Record
from generator.rules.fields.record import UNFILLED_GAP

FOLLOWING_STATUS = frozenset("CG")
"""Families that are silent while a process is open or withdrawn, warn while it is closing and stop it when closed."""


def apply_status_and_waivers(findings: Iterable[Finding], record: Record) -> tuple[Finding, ...]:
    """The findings that hold for a process of this status, with their final severity (spec 3.5)."""
    waived = frozenset((*(waiver.subject for waiver in record.closing.waived), *_without_reason(record)))
    return tuple(applied for finding in findings if (applied := _applied(finding, record.status, waived)) is not None)


def _without_reason(record: Record) -> Iterator[str]:
    """Subjects of waivers whose reason is blank or unreadable; the faulty waiver is the only finding about them."""
    start = "closing.waived."
    return (path.removeprefix(start) for path in record.spans if path.startswith(start))


def _applied(finding: Finding, status: str, waived: frozenset[str]) -> Finding | None:
    if finding.rule == UNFILLED_GAP.code and status == "closed":
        return finding.as_error()
    if finding.rule[0] not in FOLLOWING_STATUS:
        return finding
    if status not in ("closing", "closed") or waived & frozenset(finding.subject.split("|")):
        return None
    return finding.as_warning() if status == "closing" else finding
