"""A line of a table of facts: of a process, a meeting, a promise."""

from __future__ import annotations

from msgspec import Struct

from generator.rendering.links import Link
from generator.wording import Wording


class Fact(Struct, frozen=True, kw_only=True):
    """Title and values. Without values it is shown as "not stated"."""

    title: str
    items: tuple[Link, ...] = ()
    is_wide: bool = False

    def separator(self, wording: Wording) -> str:
        """What stands between the values: a semicolon where one of them has a comma of its own."""
        has_comma = any(mark in item.text for item in self.items for mark in ",،")
        return wording.semicolon if has_comma else wording.comma
