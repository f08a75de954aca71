"""What was agreed at the start, where the method goes back to it: the purpose, and the output that was expected."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.places import opening
from generator.diagnostics import Finding, finding
from generator.model.private import Process
from generator.rules.fields.expectations import NO_EXPECTED_OUTPUT, NO_GOALS

GOALS, EXPECTED = "goals", "expected"
"""Under these ids in `closing.waived` an office explains why nobody knows any more what was agreed."""


def check_expectations(process: Process) -> Iterator[Finding]:
    """Warnings for a closed process that went back to its expectations, or is told to decision makers, and has none.

    Others are not asked: a summary for those who were there need not repeat what they were told.
    Where the profile asks for a part on goals (`decision-makers`), its absence is that rule's to say.
    """
    record = process.record
    explained = {waiver.subject for waiver in record.closing.waived}
    is_for_deciders = "decision-makers" in record.output.audience
    is_revisited = record.closing.expectations_revisited is not None
    if record.status != "closed" or not (is_for_deciders or is_revisited):
        return
    told = any(GOALS in chapter.parts for chapter in process.chapters)
    if not (record.goals or GOALS in record.spans or told or is_for_deciders or GOALS in explained):
        yield finding(NO_GOALS, opening(process))
    if not record.output.expected and "output.expected" not in record.spans and EXPECTED not in explained:
        yield finding(NO_EXPECTED_OUTPUT, opening(process))
