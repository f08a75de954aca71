"""The made-up examples that a list does not count, so that the list can say so and lead to them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from generator.model.urls import ProcessUrls
from generator.pages.lists.listed import ListedProcess, Place, address
from generator.pages.lists.overview import Overview

SHOWN = 5
"""Examples that are named; a catalogue has two or three of them."""


def left_out(
    overview: Overview,
    has_any: Callable[[ListedProcess], object] = bool,
    page: Callable[[ProcessUrls], str] = lambda found: found.base,
) -> tuple[Place, ...]:
    """The first examples that have any of what is listed, each leading to its own page of it."""
    found = (entry for entry in overview.examples if has_any(entry))
    places = (replace(entry.place, href=address(page(ProcessUrls(entry.url)))) for entry in found)
    return tuple(place for place, _ in zip(places, range(SHOWN), strict=False))
