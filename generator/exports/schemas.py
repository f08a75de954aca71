"""JSON Schemas (draft 7) of what authors write: completion, descriptions and first warnings in an editor.

Made from the structure alone. A schema refuses only what is an error at every status; whatever depends on the status, or
on another field, is left to `sikum check`. Unknown fields are marked, not refused, as they are for `check`.
One difference is left: names are understood however they are spelled (case, quotes, niqqud), a schema knows one spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.exports.patterns import ID, PATTERNS
from generator.model.localities import PATTERN as LOCALITY_CODE
from generator.model.registry import Registries
from generator.structure import ALWAYS, FieldSpec, FieldType, Structure
from generator.structure.translated import list_in_translation, record_in_translation
from generator.wording import Wording

Schema = dict[str, object]

TRUTHS = ("yes", "no", "true", "false", "on", "off", "כן", "לא", "نعم", "لا")
"""Words for true and false that are understood beside YAML's own."""

_SCALAR = ["string", "number", "boolean", "null"]
"""Authors need not quote: `phone: 0501234567` is a number to YAML and a text to us. What is empty is not given."""


def schemas(structure: Structure, registries: Registries | None = None, language: str = "he") -> dict[str, Schema]:
    """By name: `record, ministries, topics, localities, promises, responses, participants`; texts in `language`.

    `translation` is for `index.ar.md`, `promises-translation` and `responses-translation` are for the lists beside it.
    With `registries`, bodies and topics are offered by name; without, any text may stand there.
    """
    maker = _Maker(structure, registries, Wording(language))

    def items_in_translation(name: str) -> Schema:
        return _list_of(maker.mapping(list_in_translation(structure, name)))

    return {
        "record": maker.document(lambda: maker.mapping(structure.record)),
        "ministries": maker.document(lambda: maker.registry(structure.ministry)),
        "topics": maker.document(lambda: maker.registry(structure.topic)),
        "localities": maker.document(maker.localities),
        "promises": maker.document(lambda: _list_of(maker.mapping(structure.promise))),
        "responses": maker.document(lambda: _list_of(maker.mapping(structure.response))),
        "participants": maker.document(lambda: _list_of(maker.mapping(structure.participant, by_any_name=True))),
        "translation": maker.document(lambda: maker.mapping(record_in_translation(structure))),
        "promises-translation": maker.document(lambda: items_in_translation("promises")),
        "responses-translation": maker.document(lambda: items_in_translation("responses")),
    }


class _Maker:
    """Makes one document at a time; long lists of names are written once in it and referred to."""

    def __init__(self, structure: Structure, registries: Registries | None, wording: Wording) -> None:
        self._structure = structure
        self._registries = registries
        self._wording = wording
        self._definitions: dict[str, Schema] = {}

    def document(self, content: Callable[[], Schema]) -> Schema:
        self._definitions = {}
        schema = {"$schema": "http://json-schema.org/draft-07/schema#", **content()}
        return schema | ({"definitions": dict(sorted(self._definitions.items()))} if self._definitions else {})

    def mapping(self, fields: Sequence[FieldSpec], *, by_any_name: bool = False) -> Schema:
        """A mapping with these fields. `by_any_name`: titles and aliases are names of a field, too (participants)."""
        properties = {field.id: self._described(field) for field in fields}
        required = [field.id for field in fields if field.required == ALWAYS and (field.required_rule or "F")[0] == "F"]
        if by_any_name:
            properties = {
                # `doNotSuggest`: an editor offers the id, and understands the others.
                **{
                    name: self._value(field) | {"doNotSuggest": True}
                    for field in fields
                    for name in _other_names(field)
                },
                **properties,
            }
        unknown = self._wording.gettext("This field is not known, and nothing is done with it.")
        return {
            "type": "object",
            "properties": properties,
            # Understood by editors: the unknown field is struck out, and the document stays valid.
            "additionalProperties": {"deprecationMessage": unknown},
            **({"required": required} if required else {}),
        }

    def registry(self, fields: Sequence[FieldSpec]) -> Schema:
        """A mapping of ids to entries."""
        return {
            "type": ["object", "null"],
            "propertyNames": {"pattern": ID},
            "additionalProperties": self.mapping(fields),
        }

    def localities(self) -> Schema:
        """A mapping of codes to names; a name that is written alone is Hebrew."""
        text = self._wording.text
        languages = {term.id: term.title for term in self._structure.vocabularies["language"].terms}
        names: Schema = {
            "type": "object",
            "properties": {each: {"title": text(title), "type": _SCALAR} for each, title in languages.items()},
            "additionalProperties": False,
            "required": ["he"],
        }
        field = next(each for each in self._structure.record if each.id == "localities")
        return {
            "title": text(field.title),
            **({"description": text(field.guidance)} if field.guidance else {}),
            "type": ["object", "null"],
            "propertyNames": {"pattern": LOCALITY_CODE},
            "additionalProperties": {"anyOf": [{"type": ["string", "number", "boolean"]}, names]},
        }

    def _described(self, field: FieldSpec) -> Schema:
        text = self._wording.text
        return {
            "title": text(field.title),
            **({"description": text(field.guidance)} if field.guidance else {}),
            **({"examples": [field.example]} if field.example else {}),
            **self._value(field),
        }

    def _value(self, field: FieldSpec) -> Schema:
        match field.type:
            case FieldType.LIST:
                return _list_of(self._value(field.of) if field.of else {})
            case FieldType.MAP:
                by_any_name = field.fields == self._structure.participant
                return self._map(field, self.mapping(field.fields, by_any_name=by_any_name))
            case FieldType.REASONS:
                return {"type": ["object", "null"], "additionalProperties": {"type": _SCALAR}}
            case FieldType.BOOLEAN:
                return {"anyOf": [{"type": ["boolean", "null"]}, {"enum": list(TRUTHS)}]}
            case FieldType.TERM:
                return self._term(field.vocabulary or "")
            case FieldType.MINISTRY if self._registries:
                bodies = self._registries.ministries.values()
                names = [name for body in bodies for name in (*body.name.values(), *body.aliases)]
                shown = [(body.id, body.name_in(self._wording.language), "") for body in bodies]
                return self._named("ministry", shown, names)
            case FieldType.TOPIC if self._registries:
                topics = self._registries.topics.values()
                names = [name for topic in topics for name in topic.title.values()]
                shown = [(topic.id, topic.title_in(self._wording.language), "") for topic in topics]
                return self._named("topic", shown, names)
            case _:
                pattern = PATTERNS.get(field.type)
                return {"type": _SCALAR} | ({"pattern": pattern} if pattern else {})

    def _map(self, field: FieldSpec, schema: Schema) -> Schema:
        if field.shorthand is None:
            return schema | {"type": ["object", "null"]}
        short = next(self._value(inner) for inner in field.fields if inner.id == field.shorthand)
        return {"anyOf": [short, schema]}

    def _term(self, vocabulary_id: str) -> Schema:
        terms = self._structure.vocabularies[vocabulary_id].terms
        text = self._wording.text
        shown = [(term.id, text(term.title), text(term.guidance) if term.guidance else "") for term in terms]
        names = [name for term in terms for name in (term.title.he, term.title.ar, term.title.en, *term.aliases)]
        return self._named(f"vocabulary-{vocabulary_id}", shown, names)

    def _named(self, name: str, shown: Iterable[tuple[str, str, str]], names: Iterable[str]) -> Schema:
        """Ids with title and description, which an editor offers; and the other names, which it accepts."""
        if name not in self._definitions:
            offered = [
                {"const": each, "title": title, **({"description": description} if description else {})}
                for each, title, description in shown
            ]
            ids = {each["const"] for each in offered}
            others = [each for each in dict.fromkeys(names) if each and each not in ids]
            accepted: Schema = {"enum": [*others, None], "doNotSuggest": True}
            self._definitions[name] = {"anyOf": [*offered, accepted]}
        # In draft 7 whatever stands beside a `$ref` is ignored; within `allOf` the field's own title stays.
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}


def _list_of(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def _other_names(field: FieldSpec) -> list[str]:
    title = field.title
    return [name for name in dict.fromkeys((title.he, title.ar, title.en, *field.aliases)) if name and name != field.id]
