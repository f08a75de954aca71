"""What is still to come of a process: `generator.model.commitments`, and the ids that outcomes and steps get."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.model.commitments import (
    Clock,
    closing_target,
    is_stage_past,
    is_stale,
    is_step_overdue,
    last_state,
    latest,
    waits_for_a_day,
)
from generator.model.dates import PartialDate
from generator.model.record import Closing, NextStage, NextStep, Outcome, Output, Record, Update, Waiver
from generator.reading.commitments import read_next_steps, read_outcomes

END = date(2024, 3, 10)


def day(text: str) -> PartialDate:
    """A date as it is written in YAML."""
    parsed = PartialDate.parse(text)
    assert parsed is not None
    return parsed


def closing_record(sent: int | None, *, status: str = "closed", reason: str | None = None) -> Record:
    """A process that ended on `END` and whose output was sent `sent` days later."""
    output_sent = PartialDate.of(END + timedelta(days=sent)) if sent is not None else None
    waived = (Waiver(subject="in-time", reason=reason),) if reason else ()
    return Record(status=status, end_date=PartialDate.of(END), closing=Closing(output_sent=output_sent, waived=waived))


@pytest.mark.parametrize(
    ("days", "timeliness"), [(55, "in-time"), (56, "in-time"), (77, "in-time"), (84, "in-time"), (85, "late")]
)
def test_a_closing_is_in_time_on_the_last_day_and_late_on_the_next(days: int, timeliness: str) -> None:
    """A body that kept to the day would be shown as late, or one that did not as in time."""
    clock = Clock(today=date(2030, 1, 1), closing_days=84)
    target = closing_target(closing_record(days), clock)
    assert target is not None
    assert (target.timeliness, target.days_late) == (timeliness, max(0, days - 84))
    # Until it is sent, the day of the build is what counts.
    clock = Clock(today=END + timedelta(days=days), closing_days=84)
    waiting = closing_target(closing_record(None, status="closing"), clock)
    assert waiting is not None
    assert waiting.timeliness == timeliness


def test_a_late_closing_that_is_explained_is_shown_with_its_reason() -> None:
    """Explain instead of comply: the reason would be lost, or an office in time would seem to excuse itself."""
    clock = Clock(today=date(2030, 1, 1), closing_days=84)
    late = closing_target(closing_record(100, reason="בחירות"), clock)
    early = closing_target(closing_record(10, reason="בחירות"), clock)
    assert late is not None
    assert early is not None
    assert (late.timeliness, late.reason) == ("late-explained", "בחירות")
    assert (early.timeliness, early.reason) == ("in-time", None)


def test_nothing_is_reckoned_where_there_is_no_target_or_no_full_date() -> None:
    """A guess would call a body late."""
    clock = Clock(today=date(2030, 1, 1), closing_days=84)
    month = Record(status="closed", end_date=day("2024-03"), closing=Closing(output_sent=day("2024-09-01")))
    assert closing_target(closing_record(100), Clock(today=clock.today)) is None
    assert closing_target(month, clock) is None
    assert closing_target(closing_record(None), clock) is None
    assert closing_target(closing_record(None, status="open"), clock) is None


@pytest.mark.parametrize(
    ("outcome", "stale"),
    [
        (Outcome(state="expected", date=day("2025-01")), True),
        (Outcome(state="expected", date=day("2025-12-31")), False),
        (Outcome(state="submitted", date=day("2025-01-15")), False),
        (Outcome(state="submitted", date=day("2024-12-30")), True),
        (Outcome(state="submitted", date=day("2024-12-30"), due=day("2026-06")), False),
        (Outcome(state="expected", due=day("2025-01"), updates=(Update(date=day("2025-02"), note="נדחה"),)), False),
        (Outcome(state="expected", due=day("2024-01"), updates=(Update(date=day("2024-02"), note="נדחה"),)), True),
        (Outcome(state="expected"), False),
        (Outcome(state="unknown", date=day("2019")), False),
        (Outcome(type="none", date=day("2019")), False),
    ],
)
def test_an_awaited_outcome_is_stale_when_its_date_is_past_and_a_year_is_silent(outcome: Outcome, stale: bool) -> None:
    """Nobody would ask what became of it, or an office would be asked each month."""
    assert is_stale(outcome, Clock(today=date(2025, 12, 31))) is stale


def test_a_step_is_overdue_from_the_day_after_the_last_that_due_can_mean() -> None:
    """A step due in a month is not late within it."""
    step = NextStep(text="לפרסם", due=day("2024-09"))
    assert not is_step_overdue(step, date(2024, 9, 30))
    assert is_step_overdue(step, date(2024, 10, 1))
    assert not is_step_overdue(NextStep(text="לפרסם", due=day("2024-09"), state="done"), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("written", "last"),
    [("2014-04-06", date(2014, 4, 6)), ("2014-04", date(2014, 4, 30)), ("2014", date(2014, 12, 31))],
)
def test_a_stage_is_the_next_one_until_its_last_day_is_past(written: str, last: date) -> None:
    """A page kept from the day before would go on calling the past next; one of long ago would be made anew each day."""
    stage = NextStage(description="חקיקה", date=day(written))
    record, after = Record(status="closed", output=Output(next_stage=stage)), last + timedelta(days=1)
    assert (is_stage_past(stage, last), is_stage_past(stage, after)) == (False, True)
    assert (waits_for_a_day(record, (), last), waits_for_a_day(record, (), after)) == (True, False)
    undated = NextStage(description="חקיקה")
    assert not is_stage_past(undated, after)
    assert not waits_for_a_day(Record(status="closed", output=Output(next_stage=undated)), (), last)


def test_the_latest_update_is_by_date_and_of_one_day_the_later_in_the_file() -> None:
    """The state that is shown would be an old one when an editor writes the newest first."""
    updates = (
        Update(date=day("2024-05"), note="ב", state="submitted"),
        Update(date=day("2024-02"), note="א", state="expected"),
        Update(date=day("2024-05"), note="ג"),
        Update(date=None, note="ד", state="rejected"),
    )
    newest = latest(updates)
    assert newest is not None
    assert newest.note == "ג"
    assert last_state(updates) == "submitted"


def test_ids_made_of_the_text_stay_when_items_move_and_are_never_given_twice() -> None:
    """Links to an outcome would lead to its neighbour once another is added above it."""
    first, second = {"type": "budget", "title": "תקציב"}, {"type": "work-plan", "title": "תכנית"}
    ids = {outcome.title: outcome.id for outcome in read_outcomes((first, second))}
    moved = {outcome.title: outcome.id for outcome in read_outcomes((second, {"type": "other"}, first))}
    assert ids.items() <= moved.items()
    same = read_next_steps(({"text": "לפרסם"}, {"text": "לפרסם"}, {"text": "לבחון", "id": "review"}))
    assert same[1].id == f"{same[0].id}-2"
    assert same[2].id == "review"
