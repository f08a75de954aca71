"""Where a finding about something absent points (spec 4)."""

from __future__ import annotations

from generator.diagnostics import Span
from generator.model.content import Body
from generator.model.private import Process


def index_start(process: Process) -> Span:
    """`index.md:1:1`: a missing file is shown there."""
    return Span.start_of(process.brief.path or f"{process.path}/index.md")


def opening(process: Process) -> Span:
    """The opening `---` of the record: a missing field is shown there."""
    return process.record.spans.get("", index_start(process))


def span_in(body: Body, start: int, end: int) -> Span:
    """The span in the file of the code points `start`–`end` of a body's text, which are on one line."""
    line = body.first_line + body.text.count("\n", 0, start)
    column = start - (body.text.rfind("\n", 0, start) + 1) + 1
    return Span(body.path, line, column, line, column + end - start)
