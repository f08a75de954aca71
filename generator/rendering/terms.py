"""Titles of the structure's things in a reader's language: terms of vocabularies, fields, elements, parts, gate steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from babel.lists import format_list
from markupsafe import Markup, escape
from msgspec import Struct

from generator.model.dates import PartialDate
from generator.structure import FieldSpec, PartSpec, Structure, element_by_id, load_structure, spec_at, spec_in
from generator.wording import Wording


class State(Struct, frozen=True):
    """A word with a shape: `id` ends the name of the class that draws the shape (`state--kept`)."""

    id: str
    title: str


def term_title(structure: Structure, vocabulary: str, term: str, language: str) -> str:
    """The title of a vocabulary's term; the id itself when the vocabulary does not know it.

    Raises `KeyError` for a vocabulary that the structure has not: its name is written in code.
    """
    terms = structure.vocabularies[vocabulary].terms
    return next((each.title.in_language(language) for each in terms if each.id == term), term)


def term_in_text(structure: Structure, vocabulary: str, term: str, wording: Wording) -> str:
    """A term's title within a sentence. One that a site renamed or added may begin with a name, and stays as it is."""
    title = term_title(structure, vocabulary, term, wording.language)
    said = wording.within(title)
    # Sikum's own structure is parsed for English alone.
    return title if said == title or title != term_title(load_structure(), vocabulary, term, "en") else said


def state_of(structure: Structure, vocabulary: str, term: str, language: str, prefix: str = "") -> State:
    """A term as a state; `prefix` keeps apart vocabularies whose ids say too little (`met-yes`)."""
    return State(f"{prefix}{term}", term_title(structure, vocabulary, term, language))


def field_title(structure: Structure, dotted: str, language: str) -> str:
    """The title of a field of the record by its dotted path; the path itself when there is no such field."""
    spec = spec_at(structure, dotted)
    return spec.title.in_language(language) if spec else dotted


def path_title(specs: Sequence[FieldSpec], dotted: str, language: str) -> str:
    """The title of a field below `specs`, after the titles of the fields it stands in: `Outcomes: Budget`."""
    names = dotted.split(".")
    found = (spec_in(specs, ".".join(names[: depth + 1])) for depth in range(len(names)))
    return ": ".join(spec.title.in_language(language) for spec in found if spec)


def title_in(specs: Iterable[FieldSpec | PartSpec], wanted: str, language: str) -> str:
    """The title of a field or part among `specs` (a promise's fields, a chapter's parts); its id when unknown."""
    return next((spec.title.in_language(language) for spec in specs if spec.id == wanted), wanted)


def element_title(structure: Structure, element: str, language: str) -> str:
    """The title of an element; its id when unknown."""
    spec = element_by_id(structure, element)
    return spec.title.in_language(language) if spec else element


def subject_title(structure: Structure, subject: str, language: str) -> str:
    """What a waiver names: a gate step, an element, a part or field of one, a field of the record, or what has no field."""
    for step in structure.gate:
        if step.id == subject:
            return step.title.in_language(language)
    for element in structure.elements:
        if element.id == subject:
            return element.title.in_language(language)
    for element in structure.elements:
        for part in element.parts:
            if part.id == subject:
                return part.title.in_language(language)
    inner = (spec for element in structure.elements for spec in element.fields if spec.id == subject)
    spec = spec_at(structure, subject) or spec_at(structure, f"output.{subject}") or next(inner, None)
    if spec:
        return spec.title.in_language(language)
    _ = Wording(language).gettext
    names = {
        "responses": _("What was done with what was said"),
        "in-time": _("The target for closing"),
        "translation": _("Translation"),
        "profile": _("The four questions"),
    }
    return names.get(subject, subject)


def period(start: PartialDate | None, end: PartialDate | None, wording: Wording) -> Markup:
    """From start to end, ready for a page: a range of years runs from left to right, one of dates as its words do."""
    text = wording.period(start, end)
    if text.replace("–", "").isdigit() and "–" in text:
        return Markup('<bdi dir="ltr">{}</bdi>').format(text)
    return escape(text)


def joined(items: Iterable[str], language: str) -> str:
    """`a, b and c` as the language writes it."""
    return str(format_list(list(items), locale=language))
