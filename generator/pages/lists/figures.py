"""The figures of accountability: how long closing took, what became of promises (spec 3.5). Numbers only, no words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.model.commitments import AWAITED
from generator.pages.lists.listed import ListedProcess, Place

DECISION = "government-decision"
_ADOPTED = ("adopted", "partly")
OVERDUE = "overdue"
"""Beside the statuses of promises: pending, and the last day it was due is past."""
UNSTATED = "unstated"
"""A promise that nobody gave a status yet."""


class LagFigures(Struct, frozen=True, kw_only=True):
    """The closing lag of some processes: days from the end of participation to the day the output was sent."""

    closed: int
    """Processes that are closed and whose lag is known: those that the median is of."""
    median: float | None
    """Of those; the mean of the middle two when their number is even. None when there are none."""
    open: int
    """Processes that are `closing`."""
    oldest: Place | None
    """The one of them with the earliest `end_date`."""
    unknown: int
    """Closed processes whose lag is not known, since a date is missing or partial."""

    @property
    def median_text(self) -> str:
        """`22` or `22.5`, as machines read it; empty when there is none."""
        return "" if self.median is None else f"{self.median:.1f}".removesuffix(".0")


class PromiseFigures(Struct, frozen=True, kw_only=True):
    total: int
    by_status: Mapping[str, int]
    """Every status that occurs, `unstated` among them."""
    overdue: int

    @property
    def kept(self) -> int:
        return self.by_status.get("kept", 0)

    def count(self, status: str) -> int:
        return self.overdue if status == OVERDUE else self.by_status.get(status, 0)


class OutcomeFigures(Struct, frozen=True, kw_only=True):
    """What came of closed processes: each is in one of the four."""

    closed: int
    decided: int
    """Followed by a government decision that was adopted, in whole or in part."""
    awaited: int
    """Without one, and with an outcome that is expected or submitted."""
    silent: int
    """That say nothing of any outcome, or only that it is not known."""

    @property
    def other(self) -> int:
        """With outcomes of which none is a decision and none is awaited."""
        return self.closed - self.decided - self.awaited - self.silent


def outcome_figures(entries: Iterable[ListedProcess]) -> OutcomeFigures:
    """What came of the closed ones of `entries` that are in this catalogue."""
    closed = [
        [published.outcome for published in entry.outcomes]
        for entry in entries
        if entry.status == "closed" and entry.source is None
    ]
    decided = [any(each.type == DECISION and each.state in _ADOPTED for each in outcomes) for outcomes in closed]
    awaited = [any(each.state in AWAITED and each.type != "none" for each in outcomes) for outcomes in closed]
    return OutcomeFigures(
        closed=len(closed),
        decided=sum(decided),
        awaited=sum(waits and not done for waits, done in zip(awaited, decided, strict=True)),
        silent=sum(all(each.state == "unknown" and each.type != "none" for each in outcomes) for outcomes in closed),
    )


def lag_figures(entries: Iterable[ListedProcess]) -> LagFigures:
    """The closing lag of `entries`."""
    from statistics import median  # brings fractions and decimals, and most builds make no figures anew

    entries = tuple(entries)
    closed = [entry for entry in entries if entry.status == "closed"]
    lags = [entry.closing_lag_days for entry in closed if entry.closing_lag_days is not None]
    closing = [entry for entry in entries if entry.status == "closing"]
    dated = [(entry.end_date, entry.id, entry) for entry in closing if entry.end_date is not None]
    return LagFigures(
        closed=len(lags),
        median=float(median(lags)) if lags else None,
        open=len(closing),
        oldest=min(dated, key=lambda found: found[:2])[2].place if dated else None,
        unknown=len(closed) - len(lags),
    )


def promise_figures(entries: Iterable[ListedProcess]) -> PromiseFigures:
    """What became of the promises of `entries`."""
    published = [each for entry in entries for each in entry.promises]
    return PromiseFigures(
        total=len(published),
        by_status=dict(Counter(each.promise.status or UNSTATED for each in published)),
        overdue=sum(each.is_overdue for each in published),
    )
