"""`catalogue.json`: a card of every process, for other catalogues and programs; and the JSON Schema it keeps to."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.patterns import PARTIAL_DATE
from generator.model import urls
from generator.model.published import WithdrawnNotice
from generator.rendering.context import SiteContext
from generator.rendering.csv_files import Row
from generator.rendering.datasets import PROCESSES, Column
from generator.rendering.datasets.added import tables_for

Data = dict[str, object]

VERSION = 1
"""Raised when a name goes or changes its meaning; the schema holds it."""

_REQUIRED_TEXTS = frozenset(
    {"id", "url", "title", "short_description", "ministry", "ministry_name", "kind", "status", "language"}
)
_TYPES = {"text": "string", "url": "string", "date": "string", "integer": "integer", "boolean": "boolean"}


def catalogue_data(rows: Iterable[Row], withdrawn: Iterable[Data], context: SiteContext) -> Data:
    """The whole catalogue: every process in catalogue order, then the withdrawn ones by id."""
    names = [column.name for column in _columns(context)]
    return {
        "version": VERSION,
        "language": context.language,
        "license": _license(context),
        "processes": [*(dict(zip(names, row, strict=True)) for row in rows), *withdrawn],
    }


def _columns(context: SiteContext) -> tuple[Column, ...]:
    """What is said of a process: the columns of its table, with those that the site has added."""
    return next(table.columns for table in tables_for(context.structure) if table.name == PROCESSES.name)


def withdrawn_data(notice: WithdrawnNotice, context: SiteContext) -> Data:
    """All that is said of a withdrawn process (spec 3.5)."""
    return {"id": notice.id, "url": context.absolute(notice.url), "status": "withdrawn"}


def _license(context: SiteContext) -> Data | None:
    licence = context.licence
    if licence is None:
        return None
    return {"id": licence.id or None, "name": context.wording.text(licence.name), "url": licence.url}


def catalogue_schema(context: SiteContext) -> Data:
    """JSON Schema (draft 7) of `catalogue.json`, in the site's language."""
    names = [column.name for column in _columns(context)]
    withdrawn = {name: {"type": "string"} for name in ("id", "url")} | {"status": {"const": "withdrawn"}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **({"$id": context.absolute(urls.data_file("catalogue.schema.json"))} if context.site_url else {}),
        "title": context.site_name,
        "description": context.wording.text(PROCESSES.title),
        "type": "object",
        "required": ["version", "language", "license", "processes"],
        "additionalProperties": False,
        "properties": {
            "version": {"const": VERSION},
            "language": {"enum": list(context.structure.languages)},
            "license": {
                "type": ["object", "null"],
                "required": ["id", "name", "url"],
                "additionalProperties": False,
                "properties": {name: {"type": ["string", "null"]} for name in ("id", "name", "url")},
            },
            "processes": {
                "type": "array",
                "items": {"oneOf": [{"$ref": "#/definitions/process"}, {"$ref": "#/definitions/withdrawn"}]},
            },
        },
        "definitions": {
            "process": {
                "type": "object",
                "required": names,
                "additionalProperties": False,
                "properties": {column.name: _property(column, context) for column in _columns(context)},
            },
            "withdrawn": {
                "type": "object",
                "required": list(withdrawn),
                "additionalProperties": False,
                "properties": withdrawn,
            },
        },
    }


def _property(column: Column, context: SiteContext) -> Data:
    described: Data = {"description": context.wording.text(column.meaning)}
    vocabulary = context.structure.vocabularies[column.vocabulary] if column.vocabulary else None
    # A withdrawn process has a form of its own, so that a reader never takes it for one that can be shown.
    terms = [term.id for term in vocabulary.terms if term.id != "withdrawn"] if vocabulary else []
    if column.type == "list":
        item: Data = {"enum": terms} if terms else {"type": "string"}
        return described | {"type": "array", "items": item}
    if terms:
        return described | {"enum": terms if column.name in _REQUIRED_TEXTS else [*terms, None]}
    kind = _TYPES[column.type]
    if column.name in _REQUIRED_TEXTS:
        return described | {"type": kind}
    return described | {"type": [kind, "null"]} | ({"pattern": PARTIAL_DATE} if column.type == "date" else {})
