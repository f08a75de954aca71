"""The checklist of a closing: what is done, missing, explained, or not to be waited for yet."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.checks.gate import check_gate, gate_steps
from generator.model.dates import PartialDate
from generator.model.record import Closing, Partner, Waiver
from tests.checks.talks import CLOCK, PROCESS, STRUCTURE, at


def states(closing: Closing) -> dict[str, str]:
    """The state of each step of the gate, without findings."""
    process = replace(PROCESS, record=replace(PROCESS.record, closing=closing))
    return {step.id: step.state for step in gate_steps(process, STRUCTURE, ())}


def test_what_the_check_found_missing_is_missing_from_the_checklist_unless_its_reason_was_given() -> None:
    """The office would read on its page that all was done, and in the report what is not."""
    process = replace(PROCESS, record=replace(PROCESS.record, partners=(Partner(name="אגף"),)))
    found = list(check_gate(process, CLOCK.today))
    missing = {
        **dict.fromkeys(("partners-aligned", "expectations-revisited", "participants-told"), "missing"),
        **dict.fromkeys(("output-sent", "contact", "profile"), "missing"),
        "thanked": "not-applicable",
        "promises": "done",
        "use": "done",
    }
    steps = gate_steps(process, STRUCTURE, found)
    assert {each.id: each.state for each in steps} == missing
    assert {each.reason for each in steps} == {None}
    closing = Closing(waived=(Waiver(subject="contact", reason="אין"), Waiver(subject="promises", reason="קוימו")))
    steps = gate_steps(replace(process, record=replace(process.record, closing=closing)), STRUCTURE, found)
    assert {each.id: each.state for each in steps} == {**missing, "contact": "waived"}
    assert {each.id: each.reason for each in steps if each.reason} == {"contact": "אין"}


def test_there_are_no_thanks_to_wait_for_before_the_output_is_sent() -> None:
    """A checklist that says "done" of thanks that nobody said sends the office home."""
    assert states(Closing())["thanked"] == "not-applicable"
    assert states(Closing())["partners-aligned"] == "not-applicable"
    assert states(Closing(waived=(Waiver(subject="thanked", reason="אין"),)))["thanked"] == "waived"
    sent = Closing(output_sent=PartialDate(2025, 3))
    assert states(sent)["thanked"] == "done"
    process = replace(PROCESS, record=replace(PROCESS.record, closing=sent))
    dates = {step.id: step.date for step in gate_steps(process, STRUCTURE, ())}
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


def test_thanks_are_missing_where_the_output_was_explained_away_unless_their_date_cannot_be_read() -> None:
    """Whoever sends nothing can say thanks all the same; a slip in the date has a finding of its own."""
    closing = Closing(waived=(Waiver(subject="output-sent", reason="אין"),))
    record = replace(PROCESS.record, closing=closing, spans={"": at(1)})
    assert "G005" in {each.rule for each in check_gate(replace(PROCESS, record=record), CLOCK.today)}
    written = replace(record, spans={"": at(1), "closing.thanked": at(6)})
    assert "G005" not in {each.rule for each in check_gate(replace(PROCESS, record=written), CLOCK.today)}
