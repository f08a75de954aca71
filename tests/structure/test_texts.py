"""Every title and every guidance is there in three languages, in the right script."""

import re
from collections.abc import Iterator

import pytest

from generator.diagnostics import Text
from generator.structure import FieldSpec, Structure

SCRIPTS = {"he": re.compile("[א-ת]"), "ar": re.compile("[\u0621-\u064a]"), "en": re.compile("[A-Za-z]")}


def fields(specs: tuple[FieldSpec, ...], place: str, depth: int = 0) -> Iterator[tuple[str, FieldSpec, int]]:
    """Every field with its place and how many lists it stands in."""
    for spec in specs:
        yield f"{place}.{spec.id}", spec, depth
        yield from fields(spec.fields, f"{place}.{spec.id}", depth)
        if spec.of:
            yield from fields(spec.of.fields, f"{place}.{spec.id}[]", depth + 1)


def all_fields(structure: Structure) -> Iterator[tuple[str, FieldSpec, int]]:
    """The fields of every section."""
    for section in ("record", "chapter_fields", "promise", "response", "meeting", "participant", "ministry", "topic"):
        yield from fields(getattr(structure, section), section)
    yield from fields(structure.accessibility, "accessibility")
    for element in structure.elements:
        yield from fields(element.fields, element.id)


def texts(structure: Structure) -> Iterator[tuple[str, Text | None]]:
    """Everything an editor or reader meets: titles of all, guidance of all but the plain fields within list items."""
    for place, spec, _ in all_fields(structure):
        yield f"{place} title", spec.title
        if spec.guidance:
            yield f"{place} guidance", spec.guidance
    for element in structure.elements:
        yield from ((f"{element.id} title", element.title), (f"{element.id} guidance", element.guidance))
        for part in element.parts:
            yield from ((f"{part.id} title", part.title), (f"{part.id} guidance", part.guidance))
    for part in structure.meeting_parts:
        yield from ((f"meeting {part.id} title", part.title), (f"meeting {part.id} guidance", part.guidance))
    for vocabulary in structure.vocabularies.values():
        yield f"{vocabulary.id} title", vocabulary.title
        for term in vocabulary.terms:
            place = f"{vocabulary.id} {term.id}"
            yield from ((f"{place} title", term.title), (f"{place} guidance", term.guidance))
    for gate in structure.gate:
        yield from ((f"{gate.id} title", gate.title), (f"{gate.id} who", gate.who), (f"{gate.id}", gate.guidance))
    for step in (*structure.method, *structure.steps, *structure.questions):
        yield from ((f"{step.id} title", step.title), (f"{step.id} guidance", step.guidance))
    for edition in structure.editions:
        yield f"{edition.id} title", edition.title


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_every_text_is_there_in_its_own_script(structure, language):
    """A page in Arabic shows no Hebrew heading, and no editor meets a field that nothing explains."""
    others = {"he": "ar", "ar": "he", "en": "he"}
    wrong = [
        place
        for place, text in texts(structure)
        if text is None
        or not SCRIPTS[language].search(text.in_language(language))
        or SCRIPTS[others[language]].search(text.in_language(language))
    ]
    assert wrong == []


def test_every_field_at_the_top_of_a_file_has_guidance(structure):
    """`sikum new` and the guide explain each field where an editor fills it in."""
    nested = (
        "partners[]",
        "contact.",
        "next_stage.",
        "coordinator.",
        "name.",
        "title.",
        "withdrawn.",
        "author.",
        "written_by.",
    )
    silent = [
        place
        for place, spec, depth in all_fields(structure)
        if depth == 0 and spec.guidance is None and not any(part in place for part in nested)
    ]
    assert silent == []


def test_two_things_of_one_kind_never_share_a_name(structure):
    """Or what an editor writes would mean whichever comes first."""
    for specs in (
        structure.elements,
        structure.participant,
        structure.meeting_parts,
        *(element.parts for element in structure.elements),
        *(vocabulary.terms for vocabulary in structure.vocabularies.values()),
    ):
        seen: dict[str, str] = {}
        for spec in specs:
            for name in spec.names:
                assert seen.setdefault(name, spec.id) == spec.id, name


def test_parts_that_may_stand_in_one_chapter_never_share_a_name(structure):
    """The parts of the look back may be headings in the background chapter."""
    for host in structure.elements:
        guests = [part for element in structure.elements if element.id in host.hosts for part in element.parts]
        for part in host.parts:
            assert not [guest.id for guest in guests if guest.names & part.names]


def test_hebrew_guidance_gives_no_gendered_order(structure):
    """Impersonal Hebrew speaks to everybody: יש לכתוב, never כתוב or כתבי."""
    orders = re.compile(r"(?:^|[.;–] )(כתוב|כתבי|כתבו|הוסף|הוסיפי|הוסיפו|ציין|ציינו|בחר|בחרו|רשום|רשמו|ענה|ענו)(?= )")
    texts_in_hebrew = [(place, text.he) for place, text in texts(structure) if text]
    assert [place for place, text in texts_in_hebrew if orders.search(text)] == []
