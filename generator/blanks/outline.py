"""What a blank for Word says, before it is a file."""

from __future__ import annotations

from msgspec import Struct


class Line(Struct, frozen=True):
    """A paragraph of a blank."""

    text: str
    level: int | None = None
    """0 for the title, 1 to 6 for a heading; None for a plain paragraph."""
