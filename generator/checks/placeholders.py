"""Marked gaps that nobody has filled: in the texts of the process and in the fields that hold words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.chapters import bodies_of
from generator.checks.places import span_in
from generator.checks.texts import texts_in
from generator.diagnostics import Finding, Span, finding
from generator.model.private import Process
from generator.rules.fields import UNFILLED_GAP
from generator.source.placeholders import find_placeholders

_MOST = 60


def check_placeholders(process: Process) -> Iterator[Finding]:
    """Every mark that `sikum new` or `sikum import` left and that is still there, whatever the status."""
    for body in bodies_of(process):
        for start, end in find_placeholders(body.text):
            yield finding(UNFILLED_GAP, span_in(body, start, end), {"value": _shown(body.text[start:end])})
    for value, spans in (
        (process.record, process.record.spans),
        *((promise, promise.spans) for promise in process.promises),
        *((response, response.spans) for response in process.responses),
        *((chapter, chapter.spans) for chapter in process.chapters),
        *((meeting, meeting.spans) for meeting in process.meetings),
    ):
        yield from _in_fields(value, spans)


def _in_fields(value: object, spans: Mapping[str, Span]) -> Iterator[Finding]:
    for path, text in texts_in(value):
        if "[" in text and path in spans and (found := next(find_placeholders(text), None)):
            yield finding(UNFILLED_GAP, spans[path], {"value": _shown(text[slice(*found)])})


def _shown(mark: str) -> str:
    """A mark without its brackets and with the beginning of what it asks for: one line of a terminal."""
    wanted = mark.strip("[]").partition(":")[2].strip()
    return wanted if len(wanted) <= _MOST else f"{wanted[:_MOST].rstrip()}…"
