"""`promises.yml` and `responses.yml` -> lists of promises and responses."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Finding, Related, Span, finding
from generator.model.content import Promise, Response
from generator.reading.commitments import MadeIds, read_updates
from generator.reading.documents import read_list
from generator.reading.extra import extra_fields
from generator.reading.fields import FieldReader, Values
from generator.reading.folder import Folder
from generator.reading.scalars import Context
from generator.reading.typed import day, number, text
from generator.rules.fields.names import DUPLICATE_ID

PROMISES = "promises.yml"
RESPONSES = "responses.yml"


def read_promises(folder: Folder, context: Context) -> tuple[tuple[Promise, ...], FieldReader]:
    """The promises in the order of the file; none when there is no file."""
    specs = context.structure.promise
    reader, items = _items(folder, PROMISES, "promises", context)
    promises = tuple(
        Promise(
            id=text(values, "id") or "",
            text=text(values, "text") or "",
            date=day(values, "date"),
            source=text(values, "source"),
            planned=text(values, "planned"),
            done=text(values, "done"),
            status=text(values, "status"),
            due=day(values, "due"),
            evidence=text(values, "evidence"),
            law=text(values, "law"),
            explanation=text(values, "explanation"),
            updates=read_updates(values),
            extra=extra_fields(values, specs, Promise),
            spans=spans,
        )
        for values, spans in items
    )
    reader.findings += _repeated(promises)
    return promises, reader


def read_responses(folder: Folder, context: Context) -> tuple[tuple[Response, ...], FieldReader]:
    """The responses in the order of the file; none when there is no file."""
    specs = context.structure.response
    reader, items = _items(folder, RESPONSES, "responses", context)
    ids = MadeIds("response")
    responses = tuple(
        Response(
            id=text(values, "id") or ids.made_of(text(values, "heard")),
            heard=text(values, "heard") or "",
            voices=number(values, "voices"),
            response=text(values, "response"),
            explanation=text(values, "explanation"),
            chapter=text(values, "chapter"),
            extra=extra_fields(values, specs, Response),
            spans=spans,
        )
        for values, spans in items
    )
    reader.findings += _repeated(responses)
    return responses, reader


def _items(
    folder: Folder, path: str, name: str, context: Context
) -> tuple[FieldReader, list[tuple[Values, dict[str, Span]]]]:
    reader = FieldReader(context, folder.start_of(path))
    if path not in folder.paths or path in folder.links:
        return reader, []
    node, findings = read_list(folder, path, name)
    reader.findings += findings
    specs = context.structure.promise if path == PROMISES else context.structure.response
    return reader, reader.items(node, specs, name) if node else []


def _repeated(items: Sequence[Promise | Response]) -> list[Finding]:
    """F011 for a written id that an earlier item has."""
    first: dict[str, Span] = {}
    found: list[Finding] = []
    for item in items:
        span = item.spans.get("id")
        if not item.id or span is None:
            continue
        if item.id in first:
            related = (Related(first[item.id], "first-here"),)
            found.append(finding(DUPLICATE_ID, span, {"id": item.id}, related=related))
        else:
            first[item.id] = span
    return found
