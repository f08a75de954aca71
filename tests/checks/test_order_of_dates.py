"""Dates that cannot both be right, and those that are only unusual."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.checks.commitments import check_commitments
from generator.checks.record import check_record
from generator.model.content import Update
from generator.model.dates import PartialDate
from generator.model.record import Closing, Outcome, Record
from generator.rules.fields.commitments import UPDATE_BEFORE_OUTCOME
from tests.checks.talks import CLOCK, PROCESS, STRUCTURE, at


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
        for each in check_record(replace(PROCESS, record=record), STRUCTURE, CLOCK.today)
        if each.rule == "F029"
    ]
    assert found == [({"field": f"closing.{name}", "date": "2019", "other": "2024-01"}, at(6), [at(4)])]


@pytest.mark.parametrize(("status", "is_told"), [("closing", False), ("closed", True)])
def test_an_output_that_is_sent_before_the_last_day_is_out_of_order_once_the_process_is_closed(
    status: str, is_told: bool
) -> None:
    """While a process is closing its last day is still a plan."""
    spans = {"": at(1), "start_date": at(4), "end_date": at(5), "closing.output_sent": at(6)}
    closing = Closing(output_sent=PartialDate(2024, 3))
    record = replace(
        PROCESS.record,
        status=status,
        start_date=PartialDate(2024, 1),
        end_date=PartialDate(2024, 6),
        closing=closing,
        spans=spans,
    )
    found = [
        (each.values, each.span, [related.span for related in each.related])
        for each in check_record(replace(PROCESS, record=record), STRUCTURE, CLOCK.today)
        if each.rule == "F029"
    ]
    told = ({"field": "closing.output_sent", "date": "2024-03", "other": "2024-06"}, at(6), [at(5)])
    assert found == ([told] if is_told else [])


def test_an_update_before_its_outcome_is_told_with_the_day_of_the_outcome() -> None:
    """Of two days one is wrong, and the editor has to see both."""
    early = (Update(date=PartialDate(2021), note="נדון"),)
    outcome = Outcome(id="law", type="legislation", state="adopted", date=PartialDate(2022), updates=early)
    for spans, places in (
        ({"outcomes[0]": at(7), "outcomes[0].date": at(8), "outcomes[0].updates[0].date": at(9)}, (9, 8)),
        ({"outcomes[0]": at(7)}, (7, 7)),
    ):
        record = Record(status="closed", outcomes=(outcome,), spans=spans)
        (found,) = check_commitments(replace(PROCESS, record=record, promises=()), CLOCK)
        assert found.values == {"date": "2021", "other": "2022"}
        assert (found.span.line, *(related.span.line for related in found.related)) == places


@pytest.mark.parametrize("state", ["expected", "submitted", "unknown"])
def test_what_was_known_before_a_day_that_is_waited_for_is_no_slip(state: str) -> None:
    """Of a law that is still to come news are always older than its day."""
    early = (Update(date=PartialDate(2021), note="נדון"),)
    outcome = Outcome(id="law", type="legislation", state=state, date=PartialDate(2022), updates=early)
    process = replace(PROCESS, record=Record(status="closed", outcomes=(outcome,)), promises=())
    assert UPDATE_BEFORE_OUTCOME.code not in {each.rule for each in check_commitments(process, CLOCK)}
