"""What a process must hold, by its answers (spec 3.2). Checks, scaffolding, the guide and the docs all ask here."""

from __future__ import annotations

from msgspec import Struct

from generator.structure.conditions import Answers, evaluate
from generator.structure.lookups import hosts_of
from generator.structure.specs import EditionSpec, ElementSpec, FieldSpec, Structure


class RequiredPart(Struct, frozen=True, kw_only=True):
    """One thing that has to be said in a chapter."""

    element: str
    """The element it belongs to."""
    one_of: tuple[str, ...]
    """Ids of the parts of which one is enough."""
    places: tuple[str, ...]
    """The elements in whose chapters it may stand: its own first, then those that host it."""
    is_recommended: bool = False
    """Its absence is a warning at most."""


class RequiredElement(Struct, frozen=True, kw_only=True):
    """An element that needs a chapter, or whose parts must be in a chapter that hosts them."""

    element: ElementSpec
    places: tuple[str, ...]


def required_parts(structure: Structure, answers: Answers, *, recommended: bool = False) -> tuple[RequiredPart, ...]:
    """The parts that must be there, in the structure's order; with `recommended`, also those that should be.

    A requirement that hangs on an unanswered question asks for nothing, nor do those after it in a "first match".
    """
    found: list[RequiredPart] = []
    for element in structure.elements:
        places = hosts_of(structure, element.id)
        asked: list[tuple[str, ...]] = []
        for requirement in element.requirements:
            holds = evaluate(requirement.when, answers)
            if holds is True:
                asked += requirement.parts
            if holds is not False:
                break
        for requirement in element.also:
            if evaluate(requirement.when, answers) is True:
                asked += (parts for parts in requirement.parts if parts not in asked)
        found += (RequiredPart(element=element.id, one_of=parts, places=places) for parts in asked)
        if recommended and evaluate(element.recommended_when, answers) is True:
            found += (
                RequiredPart(element=element.id, one_of=(part,), places=places, is_recommended=True)
                for part in element.recommended
                if (part,) not in asked
            )
    return tuple(found)


def required_elements(structure: Structure, answers: Answers) -> tuple[RequiredElement, ...]:
    """The elements that must be there, in the structure's order: required by themselves or through one of their parts.

    Generated elements are not among them: nobody has to write them.
    """
    through_parts = {part.element for part in required_parts(structure, answers)}
    return tuple(
        RequiredElement(element=element, places=hosts_of(structure, element.id))
        for element in structure.elements
        if not element.is_generated and (element.id in through_parts or evaluate(element.required, answers) is True)
    )


def required_fields(structure: Structure, answers: Answers) -> tuple[tuple[str, FieldSpec], ...]:
    """The record's required fields by dotted path. Within a map only when the map itself is required or always there.

    Lists' items are left out: what an item must hold is asked only of items that are there.
    """
    found: list[tuple[str, FieldSpec]] = []
    for spec in structure.record:
        if evaluate(spec.required, answers) is True:
            found.append((spec.id, spec))
        for inner in spec.fields:
            # `always` inside a map means "when the map is there".
            if inner.required and (inner.required.question or inner.required.all or inner.required.any):
                if evaluate(inner.required, answers) is True:
                    found.append((f"{spec.id}.{inner.id}", inner))
    return tuple(found)


def editions_of(structure: Structure, answers: Answers) -> tuple[EditionSpec, ...]:
    """The editions that the profile asks for."""
    return tuple(edition for edition in structure.editions if evaluate(edition.when, answers) is True)
