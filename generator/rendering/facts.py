"""A line of a table of facts: of a process, a meeting, a promise."""

from __future__ import annotations

from msgspec import Struct

from generator.rendering.links import Link


class Fact(Struct, frozen=True, kw_only=True):
    """Title and values. Without values it is shown as "not stated"."""

    title: str
    items: tuple[Link, ...] = ()
    is_wide: bool = False

    @property
    def separator(self) -> str:
        """What stands between the values: a semicolon where one of them has a comma of its own."""
        return "; " if any("," in item.text for item in self.items) else ", "
