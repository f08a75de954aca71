"""How much a finding weighs: families C and G follow the process's status, and an office may explain instead of comply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Finding
from generator.model.record import Record

FOLLOWING_STATUS = frozenset("CG")
"""Families that are silent while a process is open or withdrawn, warn while it is closing and stop it when closed."""


def settle(findings: Iterable[Finding], record: Record) -> tuple[Finding, ...]:
    """The findings that count for a process of this status, with their severity (spec 3.5)."""
    waived = frozenset((*(waiver.subject for waiver in record.closing.waived), *_without_reason(record)))
    return tuple(settled for finding in findings if (settled := _settled(finding, record.status, waived)) is not None)


def _without_reason(record: Record) -> Iterator[str]:
    """What was to be waived, with a reason that is blank or cannot be read: that is the one finding about it."""
    start = "closing.waived."
    return (path.removeprefix(start) for path in record.spans if path.startswith(start))


def _settled(finding: Finding, status: str, waived: frozenset[str]) -> Finding | None:
    if finding.rule[0] not in FOLLOWING_STATUS:
        return finding
    if status not in ("closing", "closed") or waived & frozenset(finding.subject.split("|")):
        return None
    return finding.as_warning() if status == "closing" else finding
