"""Which figures are withheld because they could point at a person: one rule for everything that is counted (spec 3.3)."""

from __future__ import annotations

from collections.abc import Mapping

SMALL_FIGURE = 5
"""Figures from 1 to 4 could point at a person (spec 3.3)."""


def without_small(counts: Mapping[str, int]) -> dict[str, int | None]:
    """The counts that are not 0, in their order, without those from which a small one (1–4) could be worked out.

    With the small ones the smallest others are withheld, all of one size together, at least one of them, and until the
    sum of what is withheld is at least 5 and the number of withheld figures. All look alike, so that whoever knows the
    total can still give each of them another's value. Where there are not enough figures to hide among, none is given.
    """
    counts = {name: count for name, count in counts.items() if count}
    hidden = {name: count for name, count in counts.items() if count < SMALL_FIGURE}
    if hidden:
        for size in sorted({count for count in counts.values() if count >= SMALL_FIGURE}):
            hidden |= {name: count for name, count in counts.items() if count == size}
            if sum(hidden.values()) >= SMALL_FIGURE + len(hidden):
                break
        else:
            return {}
    return {name: None if name in hidden else count for name, count in counts.items()}
