"""What a process is asked for, and what it is not asked once more: it was explained, told elsewhere, or cannot be read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.checks.chapters import check_chapters
from generator.checks.contributions import check_contributions
from generator.checks.expectations import check_expectations
from generator.checks.participants import check_participants
from generator.checks.record import check_record
from generator.diagnostics import Span
from generator.model.content import Body, Chapter, Response
from generator.model.coverage import Coverage
from generator.model.dates import PartialDate
from generator.model.private import Contribution, Participant, Process
from generator.model.record import BottomLine, Closing, Output, Record, Waiver
from generator.rules.fields.commitments import UNSIGNED_OUTPUT
from generator.rules.fields.contributions import NO_RESPONSES, STALE_COVERAGE
from generator.rules.fields.expectations import NO_EXPECTED_OUTPUT, NO_GOALS
from generator.rules.fields.values import UNKNOWN_FIELD
from generator.rules.participants.privacy import NO_CONSENT
from generator.structure import extend_structure
from tests.checks.talks import CLOCK, PROCESS, STRUCTURE, at


def test_a_chapter_whose_head_cannot_be_read_may_be_the_one_that_is_asked_for() -> None:
    """One broken line of YAML would be ten findings of chapters that are all there, or end the check."""
    unreadable = Chapter(
        stem="preface",
        element="",
        is_readable=False,
        title="",
        body=Body(path="health/talks/preface.md", text="", first_line=1),
    )
    findings = list(check_chapters(replace(PROCESS, chapters=(unreadable,)), STRUCTURE))
    assert "C001" not in {each.rule for each in findings}
    assert {each.rule for each in check_chapters(PROCESS, STRUCTURE)} >= {"C001"}


@pytest.mark.parametrize(("subject", "is_told"), [("approvals", False), ("thanked", True)])
def test_who_approved_what_goes_to_decision_makers_is_asked_unless_it_was_explained(
    subject: str, is_told: bool
) -> None:
    """A reason for another gap would silence this one."""
    record = Record(
        status="closed",
        output=Output(audience=("decision-makers",)),
        closing=Closing(waived=(Waiver(subject=subject, reason="אין"),)),
    )
    rules = {each.rule for each in check_record(replace(PROCESS, record=record), STRUCTURE, CLOCK.today)}
    assert (UNSIGNED_OUTPUT.code in rules) is is_told


@pytest.mark.parametrize(
    ("expected", "spans", "waived", "is_told"),
    [
        (None, {}, (), True),
        ("שביל", {}, (), False),
        (None, {"output.expected": at(5)}, (), False),
        (None, {}, ("expected",), False),
        (None, {}, ("goals",), True),
    ],
)
def test_what_was_expected_of_the_output_is_asked_of_decision_makers_papers_alone(
    expected: str | None, spans: dict[str, Span], waived: tuple[str, ...], is_told: bool
) -> None:
    """Whoever wrote it so that it cannot be read, or said why nobody knows, would be asked once more."""
    record = Record(
        status="closed",
        output=Output(audience=("decision-makers",), expected=expected),
        closing=Closing(waived=tuple(Waiver(subject=each, reason="אין") for each in waived)),
        spans=spans,
    )
    told = {each.rule for each in check_expectations(replace(PROCESS, record=record))}
    assert told == ({NO_EXPECTED_OUTPUT.code} if is_told else set())
    others = replace(record, output=Output())
    assert not list(check_expectations(replace(PROCESS, record=others)))


@pytest.mark.parametrize(
    ("subject", "is_known"),
    [
        *((each, True) for each in ("author", "bottom_lines", "next_stage", "in-time", "responses", "approvals")),
        *((each, True) for each in ("expected", "translation", "goals", "thanked", "use")),
        ("bottom-lines", False),
    ],
)
def test_what_an_office_is_asked_to_explain_it_may_name(subject: str, is_known: bool) -> None:
    """A hint says what to write, and who writes it would be told that there is no such thing."""
    closing = Closing(waived=(Waiver(subject=subject, reason="אין"),))
    process = replace(PROCESS, record=replace(PROCESS.record, closing=closing))
    found = [each.values for each in check_record(process, STRUCTURE, CLOCK.today) if each.rule == UNKNOWN_FIELD.code]
    assert found == ([] if is_known else [{"field": f"closing.waived.{subject}", "known": "bottom_lines"}])


@pytest.mark.parametrize(("spans", "is_told"), [({}, True), ({"participants.default_consent": at(5)}, False)])
def test_a_default_consent_that_cannot_be_read_is_not_called_missing_too(spans: dict[str, Span], is_told: bool) -> None:
    """A misspelt word would be one finding at its line, and one more for the whole list of people."""
    listed = replace(PROCESS, participants=(Participant(name="דנה לוי", role="מנהלת", consent=None, span=at(9)),))
    found = check_participants(replace(listed, record=replace(PROCESS.record, spans=spans)))
    assert [each.rule for each in found] == [NO_CONSENT.code] * is_told


@pytest.mark.parametrize(("count", "is_told"), [(40, True), (0, False), (None, False)])
def test_people_who_were_only_counted_are_owed_an_answer_as_well(count: int | None, is_told: bool) -> None:
    """An office that keeps no list would close without a word of what was done with what forty people said."""
    found = check_contributions(replace(PROCESS, record=replace(PROCESS.record, participants_count=count)))
    assert [each.rule for each in found] == [NO_RESPONSES.code] * is_told


@pytest.mark.parametrize(("total", "responses", "is_told"), [(40, {"yes": 40}, False), (39, {"yes": 39}, True)])
def test_figures_that_are_others_than_those_of_the_list_are_old(
    total: int, responses: dict[str, int], is_told: bool
) -> None:
    """One more person was answered, and the page goes on telling the figures of last month."""
    points = tuple(Contribution(ref=str(row), responses=("yes",), span=at(row), row=row) for row in range(2, 42))
    process = replace(
        PROCESS,
        contributions=points,
        responses=(Response(id="yes", heard="תאורה", response="accepted"),),
        coverage=Coverage(total=total, answered=total, waiting=0, responses=responses),
    )
    assert (STALE_COVERAGE.code in {each.rule for each in check_contributions(process)}) is is_told


@pytest.mark.parametrize(("covers", "is_told"), [(("goals",), False), (("method",), True), ((), True)])
def test_goals_that_a_chapter_tells_are_not_asked_for_once_more(covers: tuple[str, ...], is_told: bool) -> None:
    """An office that wrote them out at length would be told that nobody knows what was agreed."""
    chapter = Chapter(
        stem="preface",
        element="",
        title="",
        covers=covers,
        body=Body(path="health/talks/preface.md", text="", first_line=1),
    )
    record = Record(status="closed", closing=Closing(expectations_revisited=PartialDate(2025, 2)))
    found = {each.rule for each in check_expectations(replace(PROCESS, record=record, chapters=(chapter,)))}
    assert (NO_GOALS.code in found) is is_told


@pytest.mark.parametrize(
    ("fact", "process"),
    [
        (
            "participants-listed",
            replace(PROCESS, participants=(Participant(name="דנה לוי", consent="full", span=at(9)),)),
        ),
        ("expectations-unmet", replace(PROCESS, promises=(replace(PROCESS.promises[0], status="not-kept"),))),
        ("bottom-lines", replace(PROCESS, record=replace(PROCESS.record, bottom_lines=(BottomLine(text="שביל"),)))),
    ],
)
def test_a_chapter_of_a_sites_own_is_asked_of_the_processes_whose_files_call_for_it(
    fact: str, process: Process
) -> None:
    """A chapter on how people were chosen would be asked of an office that lists nobody, or of none at all."""
    own = f"elements: {{story: {{title: {{he: סיפור, ar: قصة, en: Story}}, required: {{{fact}: 'yes'}}}}}}"
    structure, faults = extend_structure(STRUCTURE, own, "structure.yml")
    assert faults == ()
    for each in (process, PROCESS):
        asked = [found.values["element"] for found in check_chapters(each, structure) if "element" in found.values]
        assert ("story" in asked) is (each is process)
