"""Placeholders that are not filled in: in the texts of the process and in its text fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.checks.authored import Authored
from generator.checks.chapters import bodies_of
from generator.checks.places import span_in
from generator.checks.texts import texts_in
from generator.diagnostics import Finding, Span, finding
from generator.model.private import Process
from generator.model.registry import Registries
from generator.rules.fields.record import UNFILLED_GAP
from generator.source.placeholders import find_placeholders, is_placeholder, wanted_by


def check_placeholders(
    process: Process, texts: Iterable[Authored], registries: Registries | None = None
) -> Iterator[Finding]:
    """Every mark that `sikum new` or `sikum import` left and that is still there, whatever the status.

    `texts`: those of the process. Where none of a field has a bracket, fields are not gone through.

    Marks in fields that hold no words (terms, dates, addresses) are found where they are read. A convening body whose name
    is a mark is shown as one on the process's pages, so it counts here too.
    """
    body_of = registries.ministries.get(process.record.ministry) if registries is not None else None
    name = next((each for each in body_of.name.values() if is_placeholder(each)), None) if body_of is not None else None
    if name is not None and "ministry" in process.record.spans:
        yield finding(UNFILLED_GAP, process.record.spans["ministry"], {"value": f"ministries.yml: {wanted_by(name)}"})
    for body in bodies_of(process):
        for start, end in find_placeholders(body.text):
            yield finding(UNFILLED_GAP, span_in(body, start, end), {"value": wanted_by(body.text[start:end])})
    if not any("[" in text.text for text in texts if text.body is None):
        return
    for value, spans in (
        (process.record, process.record.spans),
        *((promise, promise.spans) for promise in process.promises),
        *((response, response.spans) for response in process.responses),
        *((chapter, chapter.spans) for chapter in process.chapters),
        *((meeting, meeting.spans) for meeting in process.meetings),
        *((page, page.spans) for translation in process.translations for page in translation.pages),
    ):
        yield from _in_fields(value, spans)


def _in_fields(value: object, spans: Mapping[str, Span]) -> Iterator[Finding]:
    for path, text in texts_in(value):
        if "[" in text and path in spans and (found := next(find_placeholders(text), None)):
            yield finding(UNFILLED_GAP, spans[path], {"value": wanted_by(text[slice(*found)])})
