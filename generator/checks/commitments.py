"""Promises, outcomes and next steps over time: overdue, without updates, or impossible (spec 3.1, 3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.checks.places import index_start, opening
from generator.diagnostics import Finding, Related, Span, finding
from generator.model.commitments import AWAITED, Clock, is_stale, is_step_overdue, last_state, latest
from generator.model.content import Promise
from generator.model.private import Process
from generator.model.record import NextStep, Outcome, Update
from generator.rules.fields.commitments import (
    DUE_BEFORE_PROMISE,
    OVERDUE_STEP,
    STALE_OUTCOME,
    STATE_WITHOUT_UPDATE,
    UPDATE_BEFORE_OUTCOME,
)
from generator.rules.fields.names import DUPLICATE_ID

Spans = Mapping[str, Span]


def check_commitments(process: Process, clock: Clock) -> Iterator[Finding]:
    """Findings about one process's promises, outcomes and next steps, each at the field that is at fault."""
    record, spans, start = process.record, process.record.spans, opening(process)
    for number, outcome in enumerate(record.outcomes):
        yield from _outcome(outcome, f"outcomes[{number}]", spans, start, clock)
    for number, step in enumerate(record.closing.next_steps):
        yield from _step(step, f"closing.next_steps[{number}]", spans, start, clock)
    for promise in process.promises:
        place = promise.spans.get("", index_start(process))
        yield from _due(promise, place)
        yield from _moved(promise.status, promise.updates, "status", promise.spans, "", place)
    ids = [(outcome.id, f"outcomes[{number}].id") for number, outcome in enumerate(record.outcomes)]
    yield from _repeated(ids, spans)
    steps = enumerate(record.closing.next_steps)
    yield from _repeated([(step.id, f"closing.next_steps[{number}].id") for number, step in steps], spans)


def _outcome(outcome: Outcome, path: str, spans: Spans, start: Span, clock: Clock) -> Iterator[Finding]:
    prefix, place = f"{path}.", spans.get(path, start)
    if is_stale(outcome, clock):
        day = outcome.due or outcome.date
        span = spans.get(f"{path}.due", spans.get(f"{path}.date", place))
        yield finding(STALE_OUTCOME, span, {"date": day.iso if day else ""})
    for number, update in enumerate(outcome.updates):
        # An update that moved the state tells the way to the decision, which has the outcome's own date.
        is_history = update.state is not None or outcome.state in (*AWAITED, "unknown")
        if outcome.date and update.date and update.date.is_before(outcome.date) and not is_history:
            values = {"date": update.date.iso, "other": outcome.date.iso}
            related = (Related(spans.get(f"{path}.date", place), "other-here"),)
            span = spans.get(f"{path}.updates[{number}].date", place)
            yield finding(UPDATE_BEFORE_OUTCOME, span, values, related=related)
    news = latest(outcome.updates)
    # Where the outcome's own date is later than all updates, that date is when it moved.
    if not (outcome.date and news and news.date and news.date.is_before(outcome.date)):
        yield from _moved(outcome.state, outcome.updates, "state", spans, prefix, place)


def _step(step: NextStep, path: str, spans: Spans, start: Span, clock: Clock) -> Iterator[Finding]:
    place = spans.get(path, start)
    if is_step_overdue(step, clock.today) and step.due is not None:
        yield finding(OVERDUE_STEP, spans.get(f"{path}.due", place), {"date": step.due.iso})
    yield from _moved(step.state, step.updates, "state", spans, f"{path}.", place)


def _due(promise: Promise, place: Span) -> Iterator[Finding]:
    """Due before it was promised."""
    if promise.date is not None and promise.due is not None and promise.due.is_before(promise.date):
        related = (Related(promise.spans.get("date", place), "promised-here"),)
        values = {"date": promise.due.iso, "other": promise.date.iso}
        yield finding(DUE_BEFORE_PROMISE, promise.spans.get("due", place), values, related=related)


def _moved(
    state: str | None, updates: Iterable[Update], field: str, spans: Spans, prefix: str, place: Span
) -> Iterator[Finding]:
    """The state is another than the one that the latest update gave: it moved, and no update says so."""
    told = last_state(updates)
    if told is not None and state is not None and told != state:
        values = {"value": state, "other": told}
        yield finding(STATE_WITHOUT_UPDATE, spans.get(f"{prefix}{field}", place), values)


def _repeated(ids: Iterable[tuple[str, str]], spans: Spans) -> Iterator[Finding]:
    """An id that an earlier item of the list has. Generated ids are unique already."""
    first: dict[str, Span] = {}
    for id_, path in ids:
        span = spans.get(path)
        if span is None:
            continue
        if id_ in first:
            yield finding(DUPLICATE_ID, span, {"id": id_}, related=(Related(first[id_], "first-here"),))
        else:
            first[id_] = span
