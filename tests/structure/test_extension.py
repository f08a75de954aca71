"""A site's own structure file: what it adds holds, what is wrong in it is a finding at its place and breaks nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.record import ExtraField, Output, Record
from generator.structure import (
    FieldType,
    Structure,
    answers_of,
    extend_structure,
    is_required,
    load_structure,
    match_heading,
    match_name,
    match_term,
    parts_of,
    required_elements,
    required_parts,
    spec_at,
)

PATH = "our-structure.yml"
STRUCTURE = load_structure()


def extended(structure: Structure, text: str) -> Structure:
    """The structure with an extension in which nothing is wrong."""
    result, findings = extend_structure(structure, text, PATH)
    assert findings == ()
    return result


def faults(structure: Structure, text: str) -> list[tuple[int, int, str, str | None, str, str]]:
    """Line, column, code, hint, field and known names of each finding of an extension."""
    _, findings = extend_structure(structure, text, PATH)
    return [
        (
            each.span.line,
            each.span.column,
            each.rule,
            each.hint,
            each.values.get("field", ""),
            each.values.get("known", ""),
        )
        for each in findings
    ]


def closed(kind: str = "knowledge", **more):
    """The answers of a closed process of this kind, for participants."""
    output = Output(
        type="summary", audience=("participants",), purpose="process", distribution=("digital",), continuation="final"
    )
    record = Record(kind=kind, status="closed", output=output, **more)
    return answers_of(record, promises_unkept=False, participants_listed=False)


def test_a_field_added_by_a_site_is_a_field_like_any_other(structure):
    """An office that must print the budget line does it in a file of its own, and no code is touched."""
    ours = extended(
        structure,
        """
record:
  budget_line:
    type: text
    title: {he: סעיף תקציבי, ar: بند الميزانية, en: Budget line}
    guidance: {he: מספר הסעיף., ar: رقم البند., en: The number of the line.}
    required: {kind: policy}
    max_length: 12
""",
    )
    field = spec_at(ours, "budget_line")
    assert (field.type, field.title.ar, field.max_length) == (
        FieldType.TEXT,
        "بند الميزانية",
        12,
    )
    assert is_required(field, closed(kind="policy")) is True
    assert is_required(field, closed(kind="knowledge")) is False
    assert ours.record[:-1] == structure.record


def test_a_term_added_by_a_site_is_understood_by_all_its_names(structure):
    """A method that the list does not know yet is added, not filed under "other"."""
    ours = extended(
        structure,
        """
vocabularies:
  method:
    terms:
      hackathon: {title: {he: האקתון, ar: هاكاثون, en: Hackathon}, aliases: [מרתון פיתוח]}
""",
    )
    assert match_term(ours.vocabularies["method"], "מרתון פיתוח").id == "hackathon"
    assert match_term(structure.vocabularies["method"], "hackathon") is None


def test_an_element_added_by_a_site_is_asked_for_and_stands_before_the_appendices(structure):
    """A chapter of its own, with parts and a condition, in the right place of the document."""
    ours = extended(
        structure,
        """
elements:
  ethics:
    title: {he: היבטים אתיים, ar: جوانب أخلاقية, en: Ethics}
    aliases: [אתיקה]
    parts:
      risks: {title: {he: סיכונים, ar: مخاطر, en: Risks}}
    required: {kind: policy}
    requirements:
      - {when: {kind: policy}, parts: [risks]}
""",
    )
    ids = [element.id for element in ours.elements]
    assert ids.index("ethics") == ids.index("appendix") - 1
    assert match_name(ours.elements, "אתיקה").id == "ethics"
    assert "ethics" in [each.element.id for each in required_elements(ours, closed(kind="policy"))]
    assert "ethics" not in [each.element.id for each in required_elements(ours, closed())]
    assert match_heading(parts_of(ours, "ethics"), "1. סיכונים").id == "risks"


def test_an_element_may_say_after_which_it_stands(structure):
    """The order of publication is the structure's, so a site must be able to say it."""
    ours = extended(structure, "elements: {ethics: {title: Ethics, after: background}}")
    ids = [element.id for element in ours.elements]
    assert ids.index("ethics") == ids.index("background") + 1


def test_a_part_may_be_added_to_an_element_and_asked_for(structure):
    """A unit that wants a word on accessibility in every foreword says so once."""
    ours = extended(
        structure,
        """
elements:
  foreword:
    aliases: [ברכת המנכ"לית]
    parts:
      access: {title: {he: נגישות התהליך, ar: إتاحة العملية, en: Access}}
    also:
      - {when: always, parts: [access]}
""",
    )
    asked = [each.one_of for each in required_parts(ours, closed()) if each.element == "foreword"]
    assert asked == [("essentials",), ("impacts",), ("use",), ("thanks",), ("access",)]
    assert match_name(ours.elements, "ברכת המנכלית").id == "foreword"


def test_a_condition_may_hang_on_a_field_that_the_site_added(structure):
    """A vocabulary, a field that uses it and a chapter that depends on it, all from one file."""
    ours = extended(
        structure,
        """
vocabularies:
  risk:
    title: {he: סיכון, ar: مخاطرة, en: Risk}
    terms:
      high: {title: {he: גבוה, ar: عالٍ, en: High}}
      low: {title: {he: נמוך, ar: منخفض, en: Low}}
record:
  risk: {type: term, vocabulary: risk, title: {he: רמת סיכון, ar: مستوى المخاطرة, en: Risk}}
elements:
  safety: {title: {he: בטיחות, ar: سلامة, en: Safety}, required: {risk: high}}
""",
    )
    high = closed(extra=(ExtraField(id="risk", values=("high",)),))
    assert "safety" in [each.element.id for each in required_elements(ours, high)]
    assert "safety" not in [each.element.id for each in required_elements(ours, closed())]


def test_a_title_may_be_reworded_in_one_language_and_the_others_stay(structure):
    """An office that says "partners" otherwise is not made to translate it anew."""
    ours = extended(structure, "record: {partners: {title: {he: שותפות ושותפים}}}")
    assert spec_at(ours, "partners").title.he == "שותפות ושותפים"
    assert spec_at(ours, "partners").title.en == "Strategic partners"
    assert spec_at(ours, "partners").of == spec_at(structure, "partners").of


def test_an_optional_field_may_be_made_required(structure):
    """To ask for more is a site's right."""
    ours = extended(structure, "record: {topics: {required: always}}")
    assert is_required(spec_at(ours, "topics"), {}) is True


def test_a_header_of_an_offices_own_list_may_be_added(structure):
    """Participants' columns keep their number and may get more names."""
    ours = extended(structure, "participant: {organisation: {aliases: [שם המוסד המייצג]}}")
    assert match_name(ours.participant, "שם המוסד המייצג").id == "organisation"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "elements: עוד פרק",
            (1, 11, "M002", "structure-shape", "elements", "{…}"),
            id="a text in place of a mapping",
        ),
        pytest.param(
            "recrod: {}",
            (1, 1, "M002", "did-you-mean", "recrod", "record"),
            id="a section misspelled",
        ),
        pytest.param(
            "record: {budget: {type: texxt, title: Budget}}",
            (1, 25, "M002", "did-you-mean", "record.budget.type", "text"),
            id="a type misspelled",
        ),
        pytest.param(
            "record: {budget: {type: text}}",
            (1, 10, "M002", "structure-no-title", "record.budget", ""),
            id="no title",
        ),
        pytest.param(
            "record: {budget: {type: term, title: Budget, vocabulary: kinds}}",
            (1, 58, "M002", "did-you-mean", "record.budget.vocabulary", "kind"),
            id="a vocabulary that is not there",
        ),
        pytest.param(
            "record: {budget: {type: term, title: Budget}}",
            (1, 10, "M002", "structure-term-and-vocabulary", "record.budget.vocabulary", ""),
            id="a term of no vocabulary",
        ),
        pytest.param(
            "record: {Bad Id: {title: Budget}}",
            (1, 10, "M002", "structure-bad-id", "record.Bad Id", ""),
            id="an id with a space",
        ),
        pytest.param(
            "record: {budget: {title: Budget, required: {kindd: policy}}}",
            (1, 45, "M002", "did-you-mean", "record.budget.required", "kind"),
            id="a question misspelled",
        ),
        pytest.param(
            "record: {budget: {title: Budget, required: {kind: polcy}}}",
            (1, 51, "M002", "did-you-mean", "record.budget.required", "policy"),
            id="an answer misspelled",
        ),
        pytest.param(
            "promise: {cost: {title: Cost, required: {this.statu: kept}}}",
            (1, 42, "M002", "did-you-mean", "promise.cost.required", "this.status"),
            id="a field of the same mapping misspelled",
        ),
        pytest.param(
            "vocabularies: {consent: {terms: {maybe: {title: Maybe}}}}",
            (
                1,
                34,
                "M002",
                "structure-fixed",
                "vocabularies.consent.terms.maybe",
                "full, role, organisation, counted",
            ),
            id="a level of consent that no code knows",
        ),
        pytest.param(
            "vocabularies: {method: {terms: {survey: {title: Survey}}}}",
            (1, 33, "M002", "structure-taken", "vocabularies.method.terms.survey", "questionnaire"),
            id="a name that another term has",
        ),
        pytest.param(
            "participant: {phone: {title: Phone}}",
            (
                1,
                15,
                "M002",
                "structure-known-names",
                "participant.phone",
                "name, role, organisation, sector, consent, count",
            ),
            id="a column that consent says nothing about",
        ),
        pytest.param(
            "elements: {foreword: {also: [{when: always, parts: [esentials]}]}}",
            (1, 53, "M002", "did-you-mean", "elements.foreword.also.parts", "essentials"),
            id="a part that is not there",
        ),
        pytest.param(
            "gate: {contact: {title: x}}",
            (1, 1, "M002", "structure-fixed", "gate", None),
            id="the gate",
        ),
        pytest.param(
            "record: {}\nrecord: {}",
            (2, 1, "S003", None, "", ""),
            id="a section twice",
        ),
        pytest.param("record: {", (1, 1, "S002", None, "", ""), id="not YAML"),
    ],
)
def test_what_is_wrong_is_one_finding_at_its_place(structure, text, expected):
    """The web master is led to the word; every other word of the extension holds."""
    found = faults(structure, text)
    assert len(found) == 1
    line, column, rule, hint, field, known = expected
    assert found[0][2] == rule
    assert found[0][:2] == (line, column)
    if rule == "M002":
        assert found[0][3:5] == (hint, field)
        assert known is None or found[0][5] == known


@pytest.mark.parametrize(
    "text",
    [
        "record: {title: {type: integer}}",
        "record: {title: {required: {kind: policy}}}",
        "record: {methods: {min_items: 0}}",
        "record: {bottom_lines: {rule: F001}}",
        "elements: {foreword: {required: {kind: policy}}}",
        "elements: {background: {requirements: []}}",
        "elements: {reflection: {once: false}}",
        "vocabularies: {consent: {closed: false}}",
    ],
)
def test_what_the_spec_fixes_cannot_be_weakened(structure, text):
    """All catalogues ask the same of a closing document; an extension asks for more, never for less."""
    result, findings = extend_structure(structure, text, PATH)
    assert [each.hint for each in findings] == ["structure-fixed"]
    assert replace(result, digest=structure.digest) == structure


def test_a_wrong_entry_leaves_the_sound_ones_beside_it(structure):
    """One slip does not take the whole extension down, or every page would change at once."""
    text = "record: {budget: {type: texxt, title: B}, reviewer: {type: text, title: Reviewer}}"
    result, findings = extend_structure(structure, text, PATH)
    assert len(findings) == 1
    assert spec_at(result, "budget") is None
    assert spec_at(result, "reviewer") is not None


def test_the_digest_follows_the_text_of_the_extension(structure):
    """The digest is part of every cache key: a word changed in the extension makes its pages anew."""
    one, _ = extend_structure(structure, "record: {a: {title: A}}", PATH)
    two, _ = extend_structure(structure, "record: {a: {title: B}}", PATH)
    assert len({structure.digest, one.digest, two.digest}) == 3
    assert load_structure().digest == structure.digest


WORDS = st.sampled_from(
    "record elements vocabularies title type list of map term kind terms parts also when any only always required"
    " foreword fields he ~ '' קהל participant method".split()
)
YAML = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(WORDS, inner), max_size=4, unique_by=lambda pair: pair[0]).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=25,
)


@given(text=YAML | st.text())
def test_no_extension_whatever_raises(text):
    """A broken file of a site is a line of findings, never a traceback."""
    extend_structure(STRUCTURE, text, PATH)
