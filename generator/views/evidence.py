"""An outside standard read against a published record: what is met, with the place that shows it; never a score.

A pack of criteria is data (`generator/yardsticks/*.yml`, or a site's own file of the same form); a criterion is met when
the record shows each of the facts that it names. A fact that the record cannot tell is "not known", which is no blame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from generator.diagnostics import Text
from generator.model.published import PublishedProcess
from generator.model.site import ROOT
from generator.model.yardsticks import Criterion, Pack
from generator.rendering.authorship import authorship_of
from generator.rendering.context import SiteContext
from generator.rendering.terms import State

Answer = Literal["met", "not-met", "not-known"]
WORDS: Mapping[Answer, Text] = {
    "met": Text(he="מתקיים", ar="متحقق", en="met"),
    "not-met": Text(he="אינו מתקיים", ar="غير متحقق", en="not met"),
    "not-known": Text(he="לא ידוע", ar="غير معروف", en="not known"),
}
_SHAPES: Mapping[Answer, str] = {"met": "done", "not-met": "missing", "not-known": "not-known"}
"""The classes that draw a state."""
TWELVE_WEEKS = 84
"""In days."""
SIX_MONTHS = 184
"""In days: the longest half of a year."""


class Evidence(Struct, frozen=True, kw_only=True):
    criterion: Criterion
    answer: Answer
    url: str | None
    """Where it is shown, relative to the site's root; only of what is met."""


Fact = Callable[[PublishedProcess], str | bool | None]
"""The place that shows it, False where the record says that it is not so, None where it does not say."""


def _responses(process: PublishedProcess) -> str | bool | None:
    """A closed record without a response that tells what was done, and without a word why, says that there was none."""
    if process.is_answered:
        return process.urls.responses
    is_explained = any(waiver.subject == "responses" for waiver in process.record.closing.waived)
    return False if process.record.status == "closed" and not is_explained else None


def _documents(process: PublishedProcess) -> str | bool | None:
    if process.chapters:
        return process.urls.chapter(process.chapters[0].stem)
    return process.files[0].uri if process.files else None


def _within_twelve_weeks(process: PublishedProcess) -> str | bool | None:
    if process.closing_lag_days is None:
        return None
    return f"{process.url}#timeline" if process.closing_lag_days <= TWELVE_WEEKS else False


def _within_twelve_weeks_or_why(process: PublishedProcess) -> str | bool | None:
    found = _within_twelve_weeks(process)
    is_explained = any(waiver.subject == "in-time" for waiver in process.record.closing.waived)
    return process.url if found is False and is_explained else found


def _dates(process: PublishedProcess) -> str | bool | None:
    return f"{process.url}#facts" if process.record.start_date and process.record.end_date else None


def _meetings(process: PublishedProcess) -> str | bool | None:
    return f"{process.url}#meetings" if process.meetings else None


def _meetings_every_six_months(process: PublishedProcess) -> str | bool | None:
    """Two meetings or more on known days, none later than half a year after the one before."""
    days = sorted(day for each in process.meetings if each.date and (day := each.date.full_day))
    if len(days) < max(2, len(process.meetings)):
        return None
    is_regular = all((after - before).days <= SIX_MONTHS for before, after in pairwise(days))
    return f"{process.url}#meetings" if is_regular else False


def _updates(process: PublishedProcess) -> str | bool | None:
    """Dated news of a promise, an outcome or a step."""
    for promise in process.promises:
        if any(update.date for update in promise.promise.updates):
            return process.urls.promise(promise.promise.id)
    if any(update.date for each in process.outcomes for update in each.outcome.updates):
        return f"{process.url}#outcomes"
    if any(update.date for each in process.steps for update in each.step.updates):
        return f"{process.url}#next-steps"
    return None


def _engagement(process: PublishedProcess) -> str | bool | None:
    return process.url if process.record.previous else _meetings(process)


def _outreach(process: PublishedProcess) -> str | bool | None:
    return f"{process.url}#facts" if "open-with-outreach" in process.record.extra_values("invited") else None


def _stated(field: str, *values: str) -> Fact:
    """That the record states a field of the codebook; of `values` one, where there are any."""

    def fact(process: PublishedProcess) -> str | bool | None:
        given = process.record.extra_values(field)
        return f"{process.url}#facts" if given and (not values or set(values) & set(given)) else None

    return fact


FACTS: Mapping[str, Fact] = {
    "contact": lambda process: f"{process.url}#side-contact" if process.record.closing.contact else None,
    "dates": _dates,
    "documents": _documents,
    "engagement": _engagement,
    "goals": lambda process: f"{process.url}#goals" if process.record.goals else None,
    "invited": _stated("invited"),
    "meetings": _meetings,
    "meetings-every-six-months": _meetings_every_six_months,
    "methods": lambda process: f"{process.url}#facts" if process.record.methods else None,
    "not-in-a-record": lambda _: None,
    "outcomes": lambda process: f"{process.url}#outcomes" if process.outcomes else None,
    "outreach": _outreach,
    "participants-count": lambda process: (
        f"{process.url}#facts" if process.record.participants_count is not None else None
    ),
    "promises": lambda process: process.urls.promises if process.promises else None,
    "responses": _responses,
    "spectrum": _stated("spectrum"),
    "spectrum-of-feedback": _stated("spectrum", "consult", "involve", "collaborate"),
    "updates": _updates,
    "within-twelve-weeks": _within_twelve_weeks,
    "within-twelve-weeks-or-why": _within_twelve_weeks_or_why,
}
"""What a criterion may ask for."""
_BY_SILENCE = frozenset({"responses"})
"""Facts that are denied by what a record leaves out: only the body's own record can deny so, never one by others."""


def evidence(process: PublishedProcess, pack: Pack, *, is_own: bool) -> Iterator[Evidence]:
    """What the record shows of each criterion, in the pack's order. `is_own`: the convening body itself wrote it."""
    for criterion in pack.criteria:
        found = [_shown(name, process, is_own=is_own) for name in criterion.facts]
        places = [place for place in found if isinstance(place, str)]
        if len(places) == len(found):
            yield Evidence(criterion=criterion, answer="met", url=places[0])
        else:
            answer: Answer = "not-met" if any(place is False for place in found) else "not-known"
            yield Evidence(criterion=criterion, answer=answer, url=None)


def _shown(name: str, process: PublishedProcess, *, is_own: bool) -> str | bool | None:
    found = FACTS[name](process)
    return None if found is False and name in _BY_SILENCE and not is_own else found


class SheetLine(Struct, frozen=True, kw_only=True):
    """A criterion and its answer, in one language."""

    number: str
    title: str
    state: State
    url: str | None
    """Of the place that shows it, with `ROOT`."""


class Sheet(Struct, frozen=True, kw_only=True):
    """One standard against one record, in one language."""

    id: str
    title: str
    source: str
    lines: tuple[SheetLine, ...]


def sheets(process: PublishedProcess, context: SiteContext, language: str) -> tuple[Sheet, ...]:
    """What a record shows of each standard that the site names, ready for a page."""
    is_own = authorship_of(process, context, language).is_body
    return tuple(
        Sheet(
            id=pack.id,
            title=pack.title.in_language(language),
            source=pack.source,
            lines=tuple(
                SheetLine(
                    number=each.criterion.number,
                    title=each.criterion.title.in_language(language),
                    state=State(_SHAPES[each.answer], WORDS[each.answer].in_language(language)),
                    url=f"{ROOT}{each.url}" if each.url is not None else None,
                )
                for each in evidence(process, pack, is_own=is_own)
            ),
        )
        for pack in context.yardsticks
    )
