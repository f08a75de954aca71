"""What a translation of a file may hold: the fields that are words, and the ids that say whose words they are.

Reading keeps to it (F030), editors' schemas and forms offer it, and `sikum new translation` writes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model.content import Promise, Response
from generator.model.places import places_of
from generator.model.record import Record
from generator.structure.lookups import fields_of
from generator.structure.specs import ALWAYS, FieldSpec, FieldType, Structure

Texts = Mapping[str, "Texts | None"]
"""Names of the fields that hold words, and ids that say whose; of a map or a list of maps, those within it (None: all)."""


def _words(*names: str, **within: Texts) -> Texts:
    return {**dict.fromkeys(names), **within}


_UPDATES = _words("note")
RECORD_TEXTS: Texts = _words(
    "title",
    "short_description",
    "bottom_lines",
    "reference",
    goals=_words("text", "note"),
    outcomes=_words("id", "title", "note", "reference", updates=_UPDATES),
    output=_words("expected", next_stage=_words("description"), files=_words("title")),
    closing=_words(
        "why_now",
        "waived",
        contact=_words("role"),
        next_steps=_words("id", "text", "who", "explanation", updates=_UPDATES),
    ),
    participants=_words("basis"),
    picture=_words("alt", "credit"),
    partners=_words("ministry", "name", "role", "organisation"),
    sources=_words("title"),
    approvals=_words("role"),
    changes=_words("note"),
    withdrawn=_words("explanation"),
)
"""Of the package's own fields; `record_texts` knows those of a site, too."""
LIST_TEXTS: Mapping[str, Texts] = {
    "promises": _words("id", "text", "planned", "done", "explanation", updates=_UPDATES),
    "responses": _words("id", "heard", "explanation"),
}
"""The same of the items of these lists; `list_texts` knows a site's own."""
CHAPTER_FACTS = ("element", "order")


def record_texts(structure: Structure) -> Texts:
    """`RECORD_TEXTS`, and the texts that a site's own fields hold."""
    return _with_own(RECORD_TEXTS, structure.record, Record)


def list_texts(structure: Structure, name: str) -> Texts:
    """The words of an item of `promises` or `responses`, those of a site's own fields among them."""
    if name == "promises":
        return _with_own(LIST_TEXTS[name], structure.promise, Promise)
    return _with_own(LIST_TEXTS[name], structure.response, Response)


def _with_own(texts: Texts, specs: Sequence[FieldSpec], model: type[Struct]) -> Texts:
    places = places_of(model)
    found = dict(texts)
    for spec in specs:
        if spec.id not in places:
            if spec.type in (FieldType.TEXT, FieldType.LONG_TEXT):
                found[spec.id] = None
        elif spec.type is FieldType.MAP and (within := places[spec.id]) is not None:
            inner_texts = _with_own(texts.get(spec.id) or {}, spec.fields, within)
            if inner_texts:
                found[spec.id] = inner_texts
    return found


def as_translated(spec: FieldSpec) -> FieldSpec:
    """A field as a translation has it: what is asked of some originals only, and how many items, is asked of those."""
    if spec.id in ("title", "short_description") and spec.required == ALWAYS:
        return spec
    return _asking_nothing(spec)


def _asking_nothing(spec: FieldSpec) -> FieldSpec:
    fields = tuple(map(_asking_nothing, spec.fields))
    of = _asking_nothing(spec.of) if spec.of else None
    return replace(spec, required=None, min_items=None, max_items=None, fields=fields, of=of)


def translated_fields(fields: Sequence[FieldSpec], texts: Texts) -> tuple[FieldSpec, ...]:
    """The fields that `texts` names, and of maps and lists of maps those within it; nothing is asked for but ids."""
    return tuple(_translated(spec, texts[spec.id]) for spec in fields if spec.id in texts)


def _translated(spec: FieldSpec, within: Texts | None) -> FieldSpec:
    found = replace(_asking_nothing(spec), required=spec.required if spec.id == "id" else None)
    if within is None:
        return found
    of = replace(found.of, fields=translated_fields(found.of.fields, within)) if found.of else None
    return replace(found, fields=translated_fields(found.fields, within), of=of)


def record_in_translation(structure: Structure) -> tuple[FieldSpec, ...]:
    """The fields of `index.ar.md`; title and description are asked for, as in the record."""
    asked = {spec.id: spec for spec in structure.record if spec.id in ("title", "short_description")}
    fields = translated_fields(structure.record, record_texts(structure))
    return tuple(replace(spec, required=asked[spec.id].required) if spec.id in asked else spec for spec in fields)


def list_in_translation(structure: Structure, name: str) -> tuple[FieldSpec, ...]:
    """The fields of an item of `promises.ar.yml` or `responses.ar.yml`, by the name of the list."""
    return translated_fields(
        structure.promise if name == "promises" else structure.response, list_texts(structure, name)
    )


def chapter_in_translation(structure: Structure, element: str) -> tuple[FieldSpec, ...]:
    """The front matter of a chapter's translation: all but what it is and where it stands."""
    return tuple(spec for spec in fields_of(structure, element) if spec.id not in CHAPTER_FACTS)


def meeting_in_translation(structure: Structure) -> tuple[FieldSpec, ...]:
    """The front matter of a meeting's translation: its words; day, hours and figures are the original's."""
    return tuple(spec for spec in structure.meeting if _is_text(spec))


def _is_text(spec: FieldSpec) -> bool:
    inner = spec.of if spec.type is FieldType.LIST and spec.of else spec
    return inner.type in (FieldType.TEXT, FieldType.LONG_TEXT)
