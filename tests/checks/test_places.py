"""Where findings point when the place itself is not known, and what is said of a process that has hardly begun."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from generator.checks.chapters import check_chapters
from generator.checks.commitments import check_commitments
from generator.checks.gate import check_gate, gate_steps
from generator.checks.record import check_record
from generator.diagnostics import Span
from generator.model.commitments import Clock
from generator.model.content import Body, Chapter, Promise, Update
from generator.model.dates import PartialDate
from generator.model.private import Process
from generator.model.record import Closing, NextStep, Outcome, Partner, Record, Waiver
from generator.structure import load_structure

CLOCK = Clock(today=date(2026, 1, 1))
LONG_AGO = PartialDate(2020, 5)
SAID = (Update(date=PartialDate(2021), note="נדון", state="adopted"),)
PROCESS = Process(
    id="talks",
    path="health/talks",
    brief=Body(path="health/talks/index.md", text="טקסט", first_line=3),
    record=Record(
        status="closed",
        outcomes=(Outcome(id="law", type="legislation", state="expected", due=LONG_AGO, updates=SAID),),
        closing=Closing(next_steps=(NextStep(id="print", text="להדפיס", due=LONG_AGO, updates=SAID),)),
    ),
    promises=(Promise(id="send", text="לשלוח", status="kept", date=PartialDate(2022), due=LONG_AGO, updates=SAID),),
)


def places(spans: dict[str, Span]) -> set[tuple[str, str, int]]:
    """Rule, file and line of each finding about promises, outcomes and next steps."""
    process = replace(PROCESS, record=replace(PROCESS.record, spans=spans))
    return {(each.rule, each.span.path, each.span.line) for each in check_commitments(process, CLOCK)}


def at(line: int) -> Span:
    """The beginning of a line of the record."""
    return replace(Span.start_of("health/talks/index.md"), line=line)


def test_a_finding_stands_at_its_field_else_at_its_item_else_where_the_record_opens() -> None:
    """An editor is sent to a line of another outcome, or the whole check ends in an error."""
    found = places({})
    assert len({rule for rule, *_ in found}) == 4
    assert {(path, line) for _, path, line in found} == {("health/talks/index.md", 1)}
    items = places({"": at(2), "outcomes[0]": at(7), "closing.next_steps[0]": at(9)})
    assert {line for *_, line in items} == {1, 7, 9}  # the promise has a file of its own, and no span here
    fields = {"outcomes[0].due": at(8), "outcomes[0].state": at(11), "closing.next_steps[0].due": at(10)}
    assert {line for *_, line in places({"": at(2), "outcomes[0]": at(7), "closing.next_steps[0]": at(9), **fields})} == {
        1, 8, 9, 10, 11,
    }  # fmt: skip


def test_a_chapter_whose_head_cannot_be_read_may_be_the_one_that_is_asked_for() -> None:
    """One broken line of YAML would be ten findings of chapters that are all there, or end the check."""
    unreadable = Chapter(
        stem="preface",
        element="",
        is_readable=False,
        title="",
        body=Body(path="health/talks/preface.md", text="", first_line=1),
    )
    findings = list(check_chapters(replace(PROCESS, chapters=(unreadable,)), load_structure()))
    assert "C001" not in {each.rule for each in findings}
    assert {each.rule for each in check_chapters(PROCESS, load_structure())} >= {"C001"}


def states(closing: Closing) -> dict[str, str]:
    """The state of each step of the gate, without findings."""
    process = replace(PROCESS, record=replace(PROCESS.record, closing=closing))
    return {step.id: step.state for step in gate_steps(process, load_structure(), ())}


def test_there_are_no_thanks_to_wait_for_before_the_output_is_sent() -> None:
    """A checklist that says "done" of thanks that nobody said sends the office home."""
    assert states(Closing())["thanked"] == "not-applicable"
    assert states(Closing())["partners-aligned"] == "not-applicable"
    assert states(Closing(waived=(Waiver(subject="thanked", reason="אין"),)))["thanked"] == "waived"
    sent = Closing(output_sent=PartialDate(2025, 3))
    assert states(sent)["thanked"] == "done"
    process = replace(PROCESS, record=replace(PROCESS.record, closing=sent))
    dates = {step.id: step.date for step in gate_steps(process, load_structure(), ())}
    assert (dates["thanked"], dates["output-sent"], dates["participants-told"]) == (
        sent.output_sent,
        sent.output_sent,
        None,
    )


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("partners_aligned", "G001"),
        ("expectations_revisited", "G002"),
        ("participants_told", "G003"),
        ("output_sent", "G004"),
        ("contact", "G006"),
    ],
)
def test_a_date_that_is_there_and_cannot_be_read_is_not_called_missing_too(name: str, rule: str) -> None:
    """Two findings about one slip, of which the second says that nothing was written."""
    record = replace(PROCESS.record, partners=(Partner(name="אגף"),), spans={"": at(1)})
    process = replace(PROCESS, record=record)
    told = {(each.rule, each.span) for each in check_gate(process, CLOCK.today)}
    assert (rule, at(1)) in told
    written = replace(process, record=replace(record, spans={"": at(1), f"closing.{name}": at(5)}))
    assert {(each.rule, each.span) for each in check_gate(written, CLOCK.today)} == told - {(rule, at(1))}


@pytest.mark.parametrize(
    "name", ["partners_aligned", "expectations_revisited", "participants_told", "output_sent", "thanked"]
)
def test_a_step_of_the_closing_before_the_process_began_is_one_finding_with_both_places(name: str) -> None:
    """A year that is mistyped makes a process that was closed before it was opened."""
    spans = {"": at(1), "start_date": at(4), "end_date": at(5), f"closing.{name}": at(6), "closing.output_sent": at(6)}
    closing = Closing(**{"output_sent": None, name: PartialDate(2019)})
    record = replace(
        PROCESS.record, start_date=PartialDate(2024, 1), end_date=PartialDate(2024, 2), closing=closing, spans=spans
    )
    found = [
        (each.values, each.span, [related.span for related in each.related])
        for each in check_record(replace(PROCESS, record=record), load_structure(), CLOCK.today)
        if each.rule == "F029"
    ]
    assert found == [({"field": f"closing.{name}", "date": "2019", "other": "2024-01"}, at(6), [at(4)])]
