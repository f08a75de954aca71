"""What a process must hold, by its answers: the table of spec 3.2 as sentences."""

import pytest

from generator.diagnostics import Span
from generator.model.record import Goal, Output, Record
from generator.structure import (
    Structure,
    answers_of,
    beside,
    editions_of,
    is_required,
    required_elements,
    required_fields,
    required_parts,
    spec_at,
)

FOREWORD = [("essentials",), ("impacts",), ("use",), ("thanks",)]


def answers(record: Record | None = None, *, unkept=False, listed=False, kind="knowledge", status="closed", **output):
    """The answers of a record whose output is given by keywords; all four questions are answered where nothing is said."""
    profile = {
        "type": "summary",
        "audience": ("public",),
        "purpose": "bottom-lines",
        "distribution": ("digital",),
        "continuation": "final",
        **output,
    }
    record = record or Record(kind=kind, status=status, output=Output(**profile))
    return answers_of(record, promises_unkept=unkept, participants_listed=listed)


def parts(structure: Structure, element: str, **profile) -> list[tuple[str, ...]]:
    """The parts that a profile asks of an element."""
    return [each.one_of for each in required_parts(structure, answers(**profile)) if each.element == element]


def elements(structure: Structure, **profile) -> list[str]:
    """The elements that a profile asks for."""
    return [each.element.id for each in required_elements(structure, answers(**profile))]


def editions(structure: Structure, **profile) -> list[str]:
    """The editions that a profile makes."""
    return [each.id for each in editions_of(structure, answers(**profile))]


@pytest.mark.parametrize("kind", ["knowledge", "policy", "model"])
def test_the_foreword_is_always_asked_for_with_its_four_parts(structure, kind):
    """Without this a process closes with nobody saying what it was, what it led to, and thank you."""
    assert parts(structure, "foreword", kind=kind) == FOREWORD
    assert elements(structure, kind=kind)[0] == "foreword"


def test_the_foreword_has_an_author(structure):
    """A foreword that nobody signs has no weight; its absence follows the status, so it is C004."""
    author = next(spec for spec in structure.elements[0].fields if spec.id == "author")
    assert is_required(author, {}) is True
    assert author.required_rule == "C004"


@pytest.mark.parametrize("type_", ["summary", "model", "policy", "guide", "other"])
@pytest.mark.parametrize("audience", [("decision-makers",), ("participants", "decision-makers")])
def test_decision_makers_need_the_whole_background_whatever_the_type(structure, audience, type_):
    """First match: an output that presents a model still has to stand alone for those who were not there."""
    asked = parts(structure, "background", audience=audience, type=type_)
    assert asked == [("background",), ("rationale",), ("goals",), ("promised",)]


@pytest.mark.parametrize("profile", [{"type": "model"}, {"type": "policy"}, {"audience": ("participants",)}])
def test_a_model_a_policy_or_participants_alone_need_no_background(structure, profile):
    """The method's relief: an office that writes for those who were there is not made to tell them what they know."""
    assert parts(structure, "background", **profile) == []
    assert "background" not in elements(structure, **profile)


@pytest.mark.parametrize("audience", [("public",), ("participants", "public"), ("professionals",)])
def test_everybody_else_gets_background_and_rationale(structure, audience):
    """Participants among others do not count as participants alone."""
    assert parts(structure, "background", audience=audience) == [("background",), ("rationale",)]


@pytest.mark.parametrize("purpose", ["process", "both"])
def test_to_show_the_process_means_looking_back(structure, purpose):
    """Plan and execution, and one of what worked and what worked less; the other is the office's choice."""
    assert parts(structure, "reflection", purpose=purpose) == [("plan-and-execution",), ("worked", "worked-less")]


def test_bottom_lines_alone_need_no_look_back(structure):
    """An output of decisions only is not held up for a debriefing."""
    assert "reflection" not in elements(structure, purpose="bottom-lines")


def test_a_promise_not_kept_asks_for_its_part_even_where_no_look_back_is(structure):
    """Those to whom something was promised find out why it did not come, whatever the output is for."""
    assert parts(structure, "reflection", unkept=True) == [("unmet",)]
    assert "reflection" in elements(structure, unkept=True)


def test_a_goal_not_met_asks_for_the_same_part(structure):
    """The method asks it of expectations, and goals are the expectations one's own office had."""
    record = Record(goals=(Goal(text="x", met="no"),))
    asked = required_parts(structure, answers(record))
    assert ("unmet",) in [each.one_of for each in asked]


def test_a_goal_partly_met_does_not(structure):
    """Partly met is explained by its note."""
    record = Record(goals=(Goal(text="x", met="partly"),))
    assert ("unmet",) not in [each.one_of for each in required_parts(structure, answers(record))]


def test_the_parts_of_the_look_back_may_stand_in_the_background(structure):
    """Short documents have one chapter for both; the checks look in both places."""
    asked = required_parts(structure, answers(purpose="process"))
    assert next(each.places for each in asked if each.element == "reflection") == ("reflection", "background")


@pytest.mark.parametrize(
    ("kind", "chapters"),
    [("knowledge", ["content"]), ("policy", ["policy", "implementation"]), ("model", ["model", "implementation"])],
)
def test_the_kind_decides_the_content_chapters(structure, kind, chapters):
    """Knowledge needs content; a model or policy needs itself and ways of implementation."""
    asked = elements(structure, kind=kind, audience=("participants",))
    assert asked == ["foreword", *chapters]


def test_a_critical_look_and_development_are_recommended_and_not_required(structure):
    """The method recommends them; an error would make offices write them for form's sake."""
    given = answers(kind="model", purpose="both")
    recommended = [each for each in required_parts(structure, given, recommended=True) if each.is_recommended]
    assert [(each.element, each.one_of) for each in recommended] == [
        ("reflection", ("critical-look",)),
        ("model", ("development",)),
    ]
    assert not [each for each in required_parts(structure, given) if each.is_recommended]


def test_the_list_of_participants_is_nobodys_duty(structure):
    """The machine writes it from the data, so no check may ask for a file."""
    given = answers(listed=True)
    assert "participants" not in [each.element.id for each in required_elements(structure, given)]
    assert next(spec for spec in structure.elements if spec.id == "participants").is_generated


@pytest.mark.parametrize(("purpose", "asked"), [("process", False), ("bottom-lines", True), ("both", True)])
def test_bottom_lines_are_asked_for_by_their_purpose(structure, purpose, asked):
    """Three to seven, and C004 when they are missing."""
    spec = spec_at(structure, "bottom_lines")
    assert is_required(spec, answers(purpose=purpose)) is asked
    assert (spec.required_rule, spec.min_items, spec.max_items) == ("C004", 3, 7)


@pytest.mark.parametrize(("continuation", "asked"), [("next-stage", True), ("final", False)])
def test_a_stage_on_the_way_says_what_comes_next(structure, continuation, asked):
    """A reader of an intermediate summary is told what it is intermediate to."""
    spec = spec_at(structure, "output.next_stage")
    assert is_required(spec, answers(continuation=continuation)) is asked
    assert spec.required_rule == "C004"


@pytest.mark.parametrize(
    ("status", "asked"), [("open", False), ("closing", True), ("closed", True), ("withdrawn", True)]
)
def test_the_end_date_is_required_once_participation_is_over(structure, status, asked):
    """An open process has no end yet; without one afterwards nobody can say how late it closed."""
    spec = spec_at(structure, "end_date")
    assert is_required(spec, answers(status=status)) is asked
    assert spec.required_rule is None


def test_what_the_gate_asks_for_is_not_required_by_the_structure(structure):
    """Or one cause would have two codes: F001 and one of G001–G009."""
    gate = ["partners_aligned", "expectations_revisited", "participants_told", "output_sent", "thanked", "contact"]
    questions = ["audience", "purpose", "distribution", "continuation"]
    for path in ["outcomes", *(f"closing.{each}" for each in gate), *(f"output.{each}" for each in questions)]:
        assert spec_at(structure, path).required is None, path
    assert next(spec for spec in structure.promise if spec.id == "status").required is None


def test_every_record_needs_the_same_six_fields(structure):
    """The first lines an editor fills in; a seventh would turn every catalogue red."""
    always = [path for path, _ in required_fields(structure, {})]
    assert always == ["title", "short_description", "ministry", "kind", "methods", "status"]
    assert spec_at(structure, "methods").min_items == 1
    assert spec_at(structure, "short_description").max_length == 300


@pytest.mark.parametrize(
    ("profile", "made"),
    [
        ({"audience": ("public",), "purpose": "process", "distribution": ("digital",)}, []),
        ({"audience": ("decision-makers",), "purpose": "process", "distribution": ("digital",)}, ["pdf"]),
        ({"audience": ("public",), "purpose": "process", "distribution": ("document",)}, ["pdf"]),
        ({"purpose": "bottom-lines"}, ["brief"]),
        ({"purpose": "both"}, ["brief"]),
        ({"purpose": "process", "distribution": ("conference",)}, ["handout"]),
        ({"purpose": "process", "distribution": ("meeting", "document")}, ["pdf", "handout"]),
    ],
)
def test_the_profile_decides_the_editions(structure, profile, made):
    """A decision maker gets a document that stands alone, a conference a hand-out; nobody orders them by hand."""
    assert editions(structure, **profile) == made


def test_a_promise_kept_in_part_is_explained_and_one_kept_is_not(structure):
    """Conditions within a list item look at that item: `this.status`."""
    explanation = next(spec for spec in structure.promise if spec.id == "explanation")
    needed = {
        status: is_required(explanation, beside({}, {"status": status}))
        for status in ("kept", "partly", "not-kept", "changed", "pending", None)
    }
    assert needed == {"kept": False, "partly": True, "not-kept": True, "changed": True, "pending": False, None: None}


def test_a_question_without_an_answer_silences_what_hangs_on_it(structure):
    """One cause, one code: the unanswered question is G009, and no chapter is reported missing because of it."""
    given = answers(audience=(), purpose=None)
    asked = {each.element for each in required_parts(structure, given)}
    assert asked == {"foreword"}
    assert is_required(spec_at(structure, "bottom_lines"), given) is None


def test_without_a_type_the_audience_alone_decides(structure):
    """No rule reports a missing type, so leaving it out must not be a way around the background."""
    assert parts(structure, "background", type=None) == [("background",), ("rationale",)]


def test_a_type_that_is_misspelled_asks_for_nothing_more(structure):
    """The misspelling is F004; a missing background on top of it would be a second finding of one cause."""
    output = Output(audience=("public",), purpose="process", distribution=("digital",), continuation="final")
    record = Record(kind="model", status="closed", output=output, spans={"output.type": Span.start_of("index.md")})
    assert "background" not in {each.element for each in required_parts(structure, answers(record))}


def test_the_gate_stands_in_the_order_of_its_codes(structure):
    """Waivers name these ids and findings these codes: both are fixed."""
    assert [(gate.id, gate.rule) for gate in structure.gate] == [
        ("partners-aligned", "G001"),
        ("expectations-revisited", "G002"),
        ("participants-told", "G003"),
        ("output-sent", "G004"),
        ("thanked", "G005"),
        ("contact", "G006"),
        ("promises", "G007"),
        ("use", "G008"),
        ("profile", "G009"),
    ]
    assert {gate.side for gate in structure.gate} == {"partners", "participants", "output"}
