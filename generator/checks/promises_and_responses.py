"""Promises, responses and meetings against each other and the record (spec 3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.places import index_start, opening
from generator.diagnostics import Finding, Related, Span, finding
from generator.model.content import Meeting, Promise, Response
from generator.model.private import Process
from generator.rules.fields.names import UNKNOWN_CHAPTER
from generator.rules.fields.promises_and_responses import (
    MEETING_OUTSIDE_DATES,
    MISSING_EVIDENCE,
    MORE_ATTENDEES_THAN_PARTICIPANTS,
    UPDATE_BEFORE_PROMISE,
)
from generator.structure import Structure, nearest, parts_of


def check_promises_and_responses(process: Process, structure: Structure) -> Iterator[Finding]:
    """Updates before their promise, kept promises without evidence, answers to nowhere, meetings out of place."""
    for promise in process.promises:
        yield from _promise(process, promise)
    for response in process.responses:
        yield from _response(process, response, structure)
    for meeting in process.meetings:
        yield from _meeting(process, meeting)


def _promise(process: Process, promise: Promise) -> Iterator[Finding]:
    start = promise.spans.get("", index_start(process))
    if promise.status == "kept" and not promise.evidence and "evidence" not in promise.spans:
        yield finding(MISSING_EVIDENCE, promise.spans.get("status", start), {"id": promise.id})
    for number, update in enumerate(promise.updates):
        if promise.date and update.date and update.date.is_before(promise.date):
            values = {"date": update.date.iso, "other": promise.date.iso}
            related = (Related(promise.spans.get("date", start), "promised-here"),)
            span = promise.spans.get(f"updates[{number}].date", start)
            yield finding(UPDATE_BEFORE_PROMISE, span, values, related=related)


def _response(process: Process, response: Response, structure: Structure) -> Iterator[Finding]:
    if not response.chapter:
        return
    stem, _, part = response.chapter.partition("#")
    chapter = next((each for each in process.chapters if each.stem == stem), None)
    span = response.spans.get("chapter", response.spans.get("", index_start(process)))
    if chapter is None:
        near = nearest(stem, [each.stem for each in process.chapters])
        yield finding(
            UNKNOWN_CHAPTER,
            span,
            {"value": response.chapter, "known": near or ""},
            hint="did-you-mean" if near else None,
        )
    elif part and part not in {heading.id for heading in chapter.body.headings} and part not in chapter.covers:
        known = [spec.id for spec in parts_of(structure, chapter.element)]
        near = nearest(part, known) if part not in known else None  # well spelt, and not in this chapter
        values = {"value": response.chapter, "known": f"{stem}#{near}" if near else ""}
        yield finding(UNKNOWN_CHAPTER, span, values, hint="did-you-mean" if near else None)


def _meeting(process: Process, meeting: Meeting) -> Iterator[Finding]:
    record = process.record
    start = Span.start_of(meeting.body.path)
    for name, limit in (("start_date", record.start_date), ("end_date", record.end_date)):
        if meeting.date is None or limit is None:
            continue
        is_outside = meeting.date.is_before(limit) if name == "start_date" else limit.is_before(meeting.date)
        if is_outside:
            values = {"date": meeting.date.iso, "other": limit.iso}
            related = (Related(record.spans.get(name, opening(process)), "declared-here"),)
            yield finding(MEETING_OUTSIDE_DATES, meeting.spans.get("date", start), values, related=related)
    total, present = record.participants_count, meeting.attendees_count
    if total is not None and present is not None and present > total:
        related = (Related(record.spans.get("participants_count", opening(process)), "declared-here"),)
        span = meeting.spans.get("attendees_count", start)
        yield finding(MORE_ATTENDEES_THAN_PARTICIPANTS, span, {"count": present, "other": total}, related=related)
