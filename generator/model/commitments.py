"""What is still to come of a process, and when it is late: pure reckoning over promises, outcomes and next steps.

`today` is always an argument. A partial date counts by the last day that it can mean, so nobody is late too early.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from generator.model.content import Promise
from generator.model.dates import PartialDate
from generator.model.record import NextStage, NextStep, Outcome, Record, Update

AWAITED = ("expected", "submitted")
"""States of an outcome that is not decided yet."""

Timeliness = Literal["in-time", "late", "late-explained"]


class Clock(Struct, frozen=True, kw_only=True):
    """The day of the build, and the site's own measures of time."""

    today: date
    closing_days: int | None = None
    """Within how many days of its end a process is to send its output; None where the site sets no target."""
    remind: tuple[int, ...] = ()
    """How many days before a due date a calendar reminds, longest first."""
    stale_after_days: int = 365
    """After how many days without news an outcome that is awaited has to be asked about."""


class ClosingTarget(Struct, frozen=True, kw_only=True, gc=False):
    """Whether the output was sent within the site's target."""

    due: date
    timeliness: Timeliness
    days_late: int = 0
    reason: str | None = None
    """Why it was late, as the office explained it under `in-time`."""


def is_overdue(promise: Promise, today: date) -> bool:
    """Pending, and the last day that `due` can mean is past."""
    return promise.status == "pending" and _is_past(promise.due, today)


def is_step_overdue(step: NextStep, today: date) -> bool:
    """Open, and the last day that `due` can mean is past."""
    return step.state == "open" and _is_past(step.due, today)


def is_stage_past(stage: NextStage | None, today: date) -> bool:
    """Whether the last day that the date of the next stage can mean is past; False without a date."""
    return stage is not None and _is_past(stage.date, today)


def is_stale(outcome: Outcome, clock: Clock) -> bool:
    """Awaited past its date, with no news for as long as the site allows.

    An outcome that is expected is past its date when `due`, or else `date`, is. One that was submitted on `date` is
    past it when `due` is, or a whole period without news later.
    """
    if outcome.state not in AWAITED or outcome.type == "none":
        return False
    period = timedelta(days=clock.stale_after_days)
    if outcome.due is not None:
        deadline: date | None = outcome.due.last_day
    elif outcome.date is not None:
        deadline = outcome.date.last_day + (period if outcome.state == "submitted" else timedelta())
    else:
        deadline = None
    if deadline is None or deadline >= clock.today:
        return False
    news = latest(outcome.updates)
    return news is None or news.date is None or clock.today - news.date.last_day > period


def latest(updates: Iterable[Update]) -> Update | None:
    """The update with the latest date; of two on one date the later in the file; None when none has a date."""
    newest: Update | None = None
    for update in updates:
        if update.date is not None and (newest is None or newest.date is None or not update.date < newest.date):
            newest = update
    return newest


def last_state(updates: Iterable[Update]) -> str | None:
    """The state that the latest dated update with a state gives."""
    update = latest(update for update in updates if update.state)
    return update.state if update else None


def closing_target(record: Record, clock: Clock) -> ClosingTarget | None:
    """How a process stands to the site's target; None where there is no target, or nothing to reckon from.

    Reckoned for processes that are closing or closed and whose end is known to the day. While the output is not sent
    the day of the build stands in its place. An explanation under `in-time` in `closing.waived` makes late explained.
    """
    if clock.closing_days is None or record.status not in ("closing", "closed"):
        return None
    end = record.end_date.full_day if record.end_date else None
    if end is None:
        return None
    sent = record.closing.output_sent
    if sent is None and record.status == "closed":
        return None
    reached = sent.full_day if sent else clock.today
    if reached is None:
        return None
    due = end + timedelta(days=clock.closing_days)
    reason = next((waiver.reason for waiver in record.closing.waived if waiver.subject == "in-time"), None)
    days_late = max(0, (reached - due).days)
    timeliness: Timeliness = "in-time" if days_late == 0 else "late-explained" if reason else "late"
    return ClosingTarget(due=due, timeliness=timeliness, days_late=days_late, reason=reason if days_late else None)


def waits_for_a_day(record: Record, promises: Iterable[Promise], today: date) -> bool:
    """Whether anything that is reckoned here can change in the days after `today`, the content staying the same."""
    stage = record.output.next_stage
    return (
        record.status == "closing"
        or any(promise.status == "pending" for promise in promises)
        or any(step.state == "open" and step.due is not None for step in record.closing.next_steps)
        or any(outcome.state in AWAITED for outcome in record.outcomes)
        or (stage is not None and stage.date is not None and not is_stage_past(stage, today))
    )


def _is_past(day: PartialDate | None, today: date) -> bool:
    return day is not None and day.last_day < today
