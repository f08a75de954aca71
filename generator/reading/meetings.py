"""`meetings/*.md` -> summaries of meetings."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Finding
from generator.model.content import Meeting
from generator.reading.chapters import chapter_values, read_body, stem_of
from generator.reading.documents import Document, read_document
from generator.reading.extra import extra_fields
from generator.reading.fields import FieldReader, Values
from generator.reading.folder import Folder
from generator.reading.scalars import Context
from generator.reading.typed import day, number, text, texts


def read_meetings(
    folder: Folder, paths: Iterable[str], context: Context
) -> tuple[tuple[Meeting, ...], list[FieldReader], list[Finding]]:
    """The meetings of a process, by date (those without one first), then stem."""
    structure = context.structure
    meetings: list[Meeting] = []
    readers: list[FieldReader] = []
    findings: list[Finding] = []
    for path in paths:
        document, faults = read_document(folder, path, context.structure)
        findings += faults
        reader, values = chapter_values(document, structure.meeting, context)
        if not document.is_readable:
            reader.forget_missing()
        readers.append(reader)
        meetings.append(make_meeting(document, path, values, reader, context))
    meetings.sort(key=lambda meeting: (meeting.date.iso if meeting.date else "", meeting.stem))
    return tuple(meetings), readers, findings


def make_meeting(document: Document, path: str, values: Values, reader: FieldReader, context: Context) -> Meeting:
    """The meeting of a document whose front matter was read; without a title it is called by its first heading, or its file."""
    body = read_body(document, context.structure.meeting_parts)
    first = next((heading.text for heading in body.headings if heading.level == 1 and heading.text), "")
    return Meeting(
        stem=stem_of(path),
        title=text(values, "title") or first or stem_of(path),
        date=day(values, "date"),
        start_time=text(values, "start_time"),
        end_time=text(values, "end_time"),
        location=text(values, "location"),
        type=text(values, "type"),
        attendees_count=number(values, "attendees_count"),
        organisations=texts(values, "organisations"),
        extra=extra_fields(values, context.structure.meeting, Meeting),
        body=body,
        spans=reader.spans,
    )
