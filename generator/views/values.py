"""Values that a view of a process is made of: entries of the list of its pages, and lines of its facts."""

from __future__ import annotations

from msgspec import Struct

from generator.rendering.links import Link


class ProcessPage(Struct, frozen=True, kw_only=True):
    """An entry of the list of the process's pages."""

    kind: str
    """The value of `data-sikum-page`."""
    title: str
    url: str
    """Relative to the root."""
    language: str = ""
    """Set when the page is in another language than the list."""
    count: int | None = None


class Fact(Struct, frozen=True, kw_only=True):
    """A line of the facts: title and values. Without values it is shown as "not stated"."""

    title: str
    items: tuple[Link, ...] = ()
    is_wide: bool = False

    @property
    def separator(self) -> str:
        """What stands between the values: a semicolon where one of them has a comma of its own."""
        return "; " if any("," in item.text for item in self.items) else ", "
