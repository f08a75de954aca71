"""What reads otherwise now than in the version that was sent: old and new wording side by side."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from generator.model.dates import PartialDate

Reworded = Literal["bottom-line", "promise", "outcome"]


class Rewording(Struct, frozen=True, kw_only=True, gc=False):
    """One sentence that was changed, added or taken out."""

    of: Reworded
    id: str = ""
    """Of the promise or the outcome that is there now; empty where there is none."""
    before: str | None
    """None for what was added, and where the old wording may not be shown."""
    after: str | None
    """None for what was taken out."""
    is_withheld: bool = False
    """Whether there was an old wording that may not be shown: it says a name that is not published, or a way to reach a person."""


class SinceSent(Struct, frozen=True, kw_only=True, gc=False):
    """All rewordings since the version that was sent; there is at least one."""

    day: PartialDate
    """Of the version in git that is compared."""
    rewordings: tuple[Rewording, ...]
