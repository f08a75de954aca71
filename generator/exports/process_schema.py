"""JSON Schema (draft 7) of `process.json`, made from the structure: a new field is in it without any code."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.patterns import PARTIAL_DATE
from generator.exports.record import (
    CHAPTER_NAMES,
    MEETING_NAMES,
    NOT_DATA,
    PROMISE_NAMES,
    RESPONSE_NAMES,
    VERSION,
    Data,
)
from generator.model import urls
from generator.rendering.context import SiteContext
from generator.structure import FieldSpec, FieldType, fields_of
from generator.wording import Wording

NAME = "process.schema.json"

_TEXT: Data = {"type": ["string", "null"]}
_COUNT: Data = {"type": ["integer", "null"], "minimum": 0}
_TEXTS: Data = {"type": "array", "items": {"type": "string"}}
_TARGET: dict[str, Data] = {
    "due": {"type": "string", "format": "date"},
    "timeliness": {"enum": ["in-time", "late", "late-explained"]},
    "days_late": {"type": "integer", "minimum": 0},
}
_OWN: dict[str, Data] = {
    "url": {"type": ["string", "null"]},
    "chapter_url": _TEXT,
    "points": _COUNT,
    "stem": {"type": "string"},
    "parts": _TEXTS,
    "overdue": {"type": "boolean"},
}
"""What chapters, promises, responses and meetings have besides the fields of the YAML."""


def process_schema(context: SiteContext) -> Data:
    """The schema, titles and descriptions in the site's language. Every name is required, for every name is always there."""
    structure, wording = context.structure, context.wording
    chapter = {each.id: each for element in structure.elements for each in fields_of(structure, element.id)}
    properties: Data = {
        "version": {"const": VERSION},
        "id": {"type": "string"},
        "url": {"type": "string"},
        "ministry_name": _TEXT,
        "closing_lag_days": {"type": ["integer", "null"]},
        "closing_target": {"anyOf": [_facts(_TARGET), {"type": "null"}]},
        "stale_outcomes": _TEXTS,
        "overdue_steps": _TEXTS,
        "chapters": _list(_object(chapter.values(), wording, CHAPTER_NAMES, ("author", "lessons", "type"))),
        "promises": _list(_whole(structure.promise, wording, PROMISE_NAMES)),
        "responses": _list(_whole(structure.response, wording, RESPONSE_NAMES)),
        "coverage": {"anyOf": [_facts(dict.fromkeys(("total", "answered", "waiting"), _COUNT)), {"type": "null"}]},
        "meetings": _list(_whole(structure.meeting, wording, MEETING_NAMES)),
        "participants": _list(_facts({"name": _TEXT, "role": _TEXT, "organisation": _TEXT})),
        "participants_by_sector": {"type": "object", "additionalProperties": _COUNT},
        "participants_basis": _TEXT,
        "files": _list(_facts({"url": {"type": "string"}, "title": _TEXT, "size": {"type": "integer", "minimum": 0}})),
        "translations": _list(
            _facts(
                {
                    "language": {"enum": list(structure.languages)},
                    "url": {"type": "string"},
                    "title": _TEXT,
                    "short_description": _TEXT,
                    "bottom_lines": _TEXTS,
                    "words": {"type": "object", "additionalProperties": {"type": "string"}},
                }
            )
        ),
    }
    properties |= {spec.id: _described(spec, wording) for spec in structure.record if spec.id not in NOT_DATA}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **({"$id": context.absolute(urls.data_file(NAME))} if context.site_url else {}),
        "title": context.site_name,
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def _whole(specs: Iterable[FieldSpec], wording: Wording, own: tuple[str, ...]) -> Data:
    """An object whose names are always all there: `own` ones and the fields."""
    specs = tuple(specs)
    return _object(specs, wording, own, (spec.id for spec in specs if spec.id not in NOT_DATA))


def _object(specs: Iterable[FieldSpec], wording: Wording, own: tuple[str, ...], always: Iterable[str]) -> Data:
    """An object with `own` names and fields, of which `always` are in every one."""
    properties: Data = {name: _OWN[name] for name in own}
    properties |= {spec.id: _described(spec, wording) for spec in specs if spec.id not in NOT_DATA}
    return {
        "type": "object",
        "required": [*own, *always],
        "additionalProperties": False,
        "properties": properties,
    }


def _facts(properties: dict[str, Data]) -> Data:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": dict(properties),
    }


def _list(items: Data) -> Data:
    return {"type": "array", "items": items}


def _described(spec: FieldSpec, wording: Wording) -> Data:
    guidance = {"description": wording.text(spec.guidance)} if spec.guidance else {}
    return {"title": wording.text(spec.title), **guidance, **_value(spec, wording)}


def _value(spec: FieldSpec, wording: Wording) -> Data:
    match spec.type:
        case FieldType.LIST:
            return _list(_value(spec.of, wording) if spec.of else {})
        case FieldType.MAP:
            return _object(spec.fields, wording, (), ()) | {"type": ["object", "null"]}
        case FieldType.REASONS:
            return {"type": "object", "additionalProperties": {"type": "string"}}
        case FieldType.INTEGER:
            return {"type": ["integer", "null"]}
        case FieldType.BOOLEAN:
            return {"type": ["boolean", "null"]}
        case FieldType.DATE:
            return _TEXT | {"pattern": PARTIAL_DATE}
        case _:
            return _TEXT
