"""What people write is understood: ids, titles and aliases in three languages, however they spell them."""

import pytest

from generator.structure import (
    element_by_id,
    fields_of,
    match_heading,
    match_name,
    match_term,
    nearest,
    parts_of,
    spec_at,
    written_names,
)


@pytest.mark.parametrize(
    ("vocabulary", "written", "term"),
    [
        ("sector", "ממשלה", "government"),
        ("sector", "حكومة", "government"),
        ("sector", "Government", "government"),
        ("sector", "Third sector", "civil-society"),
        ("method", "שולחן עגול", "round-table"),
        ("method", "שולחן־עגול", "round-table"),
        ("method", "round_table", "round-table"),
        ("status", " סגור ", "closed"),
        ("promise-status", "לֹא קוּיְּמָה", "not-kept"),
        ("output-type", "מסמך מדיניות", "policy"),
        ("continuation", "نهائي", "final"),
        ("kind", "\u200fידע\u200f", "knowledge"),
        ("outcome-type", "أَنظمة", None),
        ("sector", "", None),
        ("sector", "!", None),
    ],
)
def test_a_vocabularys_value_may_be_written_in_three_languages(structure, vocabulary, written, term):
    """An editor who writes Hebrew in Excel is not made to learn English ids."""
    found = match_term(structure.vocabularies[vocabulary], written)
    assert (found.id if found else None) == term


@pytest.mark.parametrize("written", ["כן", "yes", "Yes", "نعم"])
def test_a_yes_is_no_consent_to_anything(structure, written):
    """A list may say yes to being written to; a name is published only where it says what was agreed."""
    assert match_term(structure.vocabularies["consent"], written) is None


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("שם", "name"),
        ("תפקיד", "role"),
        ("ארגון", "organisation"),
        ("מגזר", "sector"),
        ("הסכמה", "consent"),
        ("الاسم", "name"),
        ("المنصب", "role"),
        ("القطاع", "sector"),
        ("Organization", "organisation"),
        ("טלפון", None),
    ],
)
def test_headers_of_the_participants_file_are_known_by_hebrew_and_arabic_names(structure, header, column):
    """A column that is not recognised is not published, so a list in Hebrew must be."""
    found = match_name(structure.participant, header)
    assert (found.id if found else None) == column


@pytest.mark.parametrize(
    ("stem", "element"), [("הקדמה", "foreword"), ("רקע ומבוא", "background"), ("תוכן", "content"), ("תקציר", None)]
)
def test_a_chapters_stem_may_be_a_hebrew_title_or_alias(structure, stem, element):
    """`הקדמה.md` is the foreword without front matter that says so."""
    found = match_name(structure.elements, stem)
    assert (found.id if found else None) == element


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("מה רצינו להשיג", "goals"),
        ("2.1. מה הובטח למשתתפים", "promised"),
        ("ב. רציונל", "rationale"),
        ("(ג) רֶקַע:", "background"),
        ("מה עבד?", "worked"),
        ("1) What worked less", "worked-less"),
        ("רקע היסטורי", None),
    ],
)
def test_headings_open_parts_whatever_their_numbering_niqqud_and_punctuation(structure, heading, part):
    """Word numbers headings by itself; the part has to be found all the same."""
    found = match_heading(parts_of(structure, "background"), heading)
    assert (found.id if found else None) == part


def test_the_background_may_hold_the_parts_and_lessons_of_the_look_back(structure):
    """Spec 3.2: reflection may stand inside background, lessons with it."""
    assert "worked-less" in [part.id for part in parts_of(structure, "background")]
    assert "lessons" in [spec.id for spec in fields_of(structure, "background")]
    assert "worked-less" not in [part.id for part in parts_of(structure, "content")]
    assert element_by_id(structure, "nothing") is None


@pytest.mark.parametrize(
    ("written", "meant"), [("colsed", "closed"), ("בסגירא", "בסגירה"), ("withdrwan", "withdrawn"), ("xyz", None)]
)
def test_a_misspelling_gets_the_nearest_known_name(structure, written, meant):
    """The hint an editor gets beside "unknown value"."""
    assert nearest(written, written_names(structure.vocabularies["status"].terms)) == meant


def test_a_field_is_found_by_its_dotted_path(structure):
    """Checks and pages name fields as editors see them."""
    assert spec_at(structure, "closing.output_sent").type == "date"
    assert spec_at(structure, "outcomes[0].type").vocabulary == "outcome-type"
    assert spec_at(structure, "closing.nothing") is None
    assert spec_at(structure, "participants.list.name").aliases == structure.participant[0].aliases
