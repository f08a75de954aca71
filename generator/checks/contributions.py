"""Checks `contributions.csv` against `responses.yml`, and closed processes without responses."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.places import opening
from generator.diagnostics import Finding, Related, Span, finding
from generator.model.coverage import coverage_of
from generator.model.private import Contribution, Process
from generator.rules.fields.contributions import DUPLICATE_REFERENCE, NO_RESPONSES, STALE_COVERAGE, UNKNOWN_RESPONSE

WAIVER = "responses"
"""Under this id in `closing.waived` an office explains why nobody was answered, or why it is not known."""


def check_contributions(process: Process) -> Iterator[Finding]:
    """Points that name no response, references given twice, and the absence of every answer.

    No finding holds a reference, an address or a text: rows are named by their number.
    """
    known = {response.id for response in process.responses}
    first: dict[str, Contribution] = {}
    for point in process.contributions:
        for response in point.responses:
            if response not in known:
                yield finding(UNKNOWN_RESPONSE, point.span, {"row": point.row})
        if (earlier := first.setdefault(point.ref, point)) is not point:
            related = (Related(earlier.span, "first-here"),)
            values = {"row": point.row, "other": earlier.row}
            yield finding(DUPLICATE_REFERENCE, point.span, values, related=related)
    yield from _stale(process)
    if _is_silent(process):
        yield finding(NO_RESPONSES, opening(process))


def _stale(process: Process) -> Iterator[Finding]:
    """`coverage.yml` against the private list where that is at hand, and everywhere against the responses."""
    written = process.coverage
    if written is None:
        return
    known = tuple(response.id for response in process.responses)
    now = coverage_of((point.responses for point in process.contributions), process.responses)
    is_old = now is not None and now.figures != written.figures
    if is_old or not set(written.responses) <= set(known):
        path = process.contributions[0].span.path if process.contributions else f"{process.path}/responses.yml"
        yield finding(STALE_COVERAGE, Span.start_of(f"{process.path}/coverage.yml"), {"path": path.rpartition("/")[2]})


def _is_silent(process: Process) -> bool:
    record = process.record
    took_part = bool(process.participants) or bool(record.participants_count)
    is_explained = any(waiver.subject == WAIVER for waiver in record.closing.waived)
    is_written = any(each.is_answer for each in process.responses)
    # a file with faults of its own, and no response that could be read: those faults are told instead
    is_written = is_written or (process.has_responses_file and not process.responses)
    return record.status == "closed" and took_part and not is_explained and not is_written
