"""Which chapter, part or list of the structure a heading of a report names, with or without what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from generator.importing.headings import IN_BRIEF, heading_words, is_foreword, pieces_of, without_article
from generator.importing.people import names_people
from generator.structure import ElementSpec, PartSpec, Structure, element_by_id, match_heading, normal, parts_of

Named = TypeVar("Named", ElementSpec, PartSpec)

FOREWORD = "foreword"


def is_known_heading(structure: Structure, heading: str) -> bool:
    """Whether a heading's words name a chapter, a part, or the process in brief."""
    words = heading_words(heading)
    if words.is_appendix or normal(words.text) in IN_BRIEF or names_people(words.text) or is_foreword(heading):
        return True
    if _by_pieces(structure, heading) is not None:
        return True
    return any(
        match_heading(structure.elements, each) or any(match_heading(spec.parts, each) for spec in structure.elements)
        for each in (heading, words.text)
    )


def is_list_of_participants(structure: Structure, words: str) -> bool:
    """Whether a heading's words name the list of participants, which the site makes itself."""
    found = (match_heading(structure.elements, text) for text in (words, without_article(words)))
    return any(element is not None and element.is_generated for element in found)


def match(specs: Sequence[Named], heading: str) -> Named | None:
    """The element or part that a heading names, as it is written or without its count; None when it names none."""
    return match_heading(specs, heading) or match_heading(specs, heading_words(heading).text)


def part_called(structure: Structure, element: ElementSpec | None, heading: str) -> PartSpec | None:
    """The part that a heading names in a chapter of an element; None also in the process in brief, which has no parts."""
    if element is None:
        return None
    parts = parts_of(structure, element.id)
    return match(parts, heading) or next((match(parts, piece) for piece in pieces_of(heading)), None)


def element_called(structure: Structure, heading: str) -> ElementSpec | None:
    """The element that a heading names; "a word from the minister" is a foreword, whoever the word is from."""
    found = match(structure.elements, heading) or (known_element(structure, FOREWORD) if is_foreword(heading) else None)
    return found or _by_pieces(structure, heading)


def _by_pieces(structure: Structure, heading: str) -> ElementSpec | None:
    """The element of a heading that names two things of it: `רקע ומטרות`, "Insights and lessons learned"."""
    found = [match(structure.elements, piece) or owner_of(structure, piece) for piece in pieces_of(heading)]
    return found[0] if found and found[0] is not None and all(each is found[0] for each in found) else None


def owner_of(structure: Structure, heading: str) -> ElementSpec | None:
    """The element that has a part called so."""
    return next((spec for spec in structure.elements if match(spec.parts, heading)), None)


def known_element(structure: Structure, identifier: str) -> ElementSpec:
    """An element that the package's own structure has."""
    element = element_by_id(structure, identifier)
    assert element is not None
    return element
