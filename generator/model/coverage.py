"""How many of the points that were made were answered, in figures that tell nothing of one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from generator.model.content import Response
from generator.model.small_figures import SMALL_FIGURE, without_small

_WAITING = ""
"""Stands among the responses for the points that no response answers yet."""


class Coverage(Struct, frozen=True, kw_only=True):
    """Figures of points; None for one that is withheld. A point that names two responses is counted at both."""

    total: int | None
    answered: int | None
    waiting: int | None
    """Those that name no response, or only responses that do not know what was done."""
    responses: Mapping[str, int | None] = field(default_factory=dict)
    """By id of the response: how many points it answers."""
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By id of the response: the anchors by which those whom it answers find it, and others that nobody has."""
    waiting_codes: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[int | None, int | None, int | None, dict[str, int | None]]:
        """What can be compared of two: all but the codes."""
        return self.total, self.answered, self.waiting, dict(self.responses)


def coverage_of(answers: Iterable[Sequence[str]], responses: Sequence[Response]) -> Coverage | None:
    """The figures that may be published; None where there is no point.

    `answers`: for each point the ids of the responses that it names; `responses`: those of the process.
    """
    known = tuple(response.id for response in responses)
    telling = {response.id for response in responses if response.is_answer}
    total, waiting, untold = 0, 0, 0
    at: Counter[str] = Counter()
    for named in answers:
        total += 1
        found = set(named) & set(known)
        at.update(found)
        waiting += not found
        untold += bool(found) and not found & telling
    if not total:
        return None
    if total < SMALL_FIGURE:
        return Coverage(total=None, answered=None, waiting=None, responses=dict.fromkeys(known))
    answered = total - waiting - untold
    # in three, since the figures of the responses tell what the two that wait are each
    split = without_small({"answered": answered, "untold": untold, _WAITING: waiting})
    is_split_shown = bool(split) and None not in split.values()
    counts = {each: at[each] for each in known}
    if not is_split_shown:
        counts[_WAITING] = waiting
    shown = without_small(counts)
    has_hidden = any(counts.values()) and (not shown or None in shown.values())
    return Coverage(
        total=total,
        answered=answered if is_split_shown else None,
        waiting=waiting + untold if is_split_shown else None,
        # with something withheld, a response without a point looks like one whose figure is withheld
        responses={each: shown.get(each) if has_hidden else at[each] for each in known},
    )
