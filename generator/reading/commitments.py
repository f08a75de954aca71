"""Shared by promises, outcomes and next steps: dated updates, and an id where none is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.model.digest import digest
from generator.model.record import NextStep, Outcome, Update
from generator.reading.fields import Values
from generator.reading.typed import day, maps, text

_ID_LENGTH = 8
"""Hex digits of a made id: two of a process's items share one in about one of 10⁸ processes."""


def read_updates(values: Values) -> tuple[Update, ...]:
    """The dated updates of one item, in the order of the file."""
    return tuple(
        Update(
            date=day(update, "date"),
            note=text(update, "note") or "",
            url=text(update, "url"),
            state=text(update, "state"),
        )
        for update in maps(values, "updates")
    )


def read_outcomes(items: Iterable[Values]) -> tuple[Outcome, ...]:
    """The outcomes in the order of the file, each with an id."""
    ids = MadeIds("outcome")
    return tuple(_outcome(values, ids) for values in items)


def read_next_steps(items: Iterable[Values]) -> tuple[NextStep, ...]:
    """The next steps in the order of the file, each with an id."""
    ids = MadeIds("step")
    return tuple(_next_step(values, ids) for values in items)


def _outcome(values: Values, ids: MadeIds) -> Outcome:
    kind, title, reference = text(values, "type"), text(values, "title"), text(values, "reference")
    state = text(values, "state")
    return Outcome(
        id=text(values, "id") or ids.made_of(kind, title, reference or text(values, "note")),
        type=kind,
        title=title,
        date=day(values, "date"),
        due=day(values, "due"),
        reference=reference,
        law=text(values, "law"),
        url=text(values, "url"),
        note=text(values, "note"),
        evidence=text(values, "evidence"),
        updates=read_updates(values),
        **({"state": state} if state else {}),
    )


def _next_step(values: Values, ids: MadeIds) -> NextStep:
    state = text(values, "state")
    return NextStep(
        id=text(values, "id") or ids.made_of(text(values, "text")),
        text=text(values, "text") or "",
        who=text(values, "who"),
        due=day(values, "due"),
        evidence=text(values, "evidence"),
        explanation=text(values, "explanation"),
        updates=read_updates(values),
        **({"state": state} if state else {}),
    )


class MadeIds:
    """Ids for items that have none: the same text keeps its id when it moves; the second of two equal texts gets -2."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.times: Counter[str] = Counter()

    def made_of(self, *words: str | None) -> str:
        made = f"{self.prefix}-{digest(*(word or '' for word in words))[:_ID_LENGTH]}"
        self.times[made] += 1
        return made if self.times[made] == 1 else f"{made}-{self.times[made]}"
