"""News of a promise, an outcome or a next step in words: the same on pages and in editions."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.record import Update
from generator.rendering.links import Link, outside
from generator.rendering.terms import State, state_of
from generator.structure import Structure


class UpdateView(Struct, frozen=True, kw_only=True):
    """What became known on a day."""

    date: PartialDate | None
    note: str
    state: State | None
    """The state from then on; None when it did not move."""
    more: Link | None
    """Where more is said of it; None too where its address is none that may be followed."""


def update_views(updates: Iterable[Update], states: str, structure: Structure, language: str) -> tuple[UpdateView, ...]:
    """Updates, the oldest first, those without a date last. `states`: the vocabulary of what they update."""
    ordered = sorted(updates, key=lambda each: each.date.first_day.isoformat() if each.date else "~")
    return tuple(
        UpdateView(
            date=each.date,
            note=each.note,
            state=state_of(structure, states, each.state, language) if each.state else None,
            more=Link(each.url, address) if each.url and (address := outside(each.url)) else None,
        )
        for each in ordered
    )
