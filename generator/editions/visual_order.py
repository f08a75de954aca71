"""A line of Hebrew or Arabic in the order of the eye, for what places signs one by one from left to right.

The order is python-bidi's, which has the rule for brackets (N0 of Unicode's UAX #9) and leaves out that signs are mirrored among
right-to-left letters (L4). That is added here: a sign is mirrored where two signs in its place would change sides.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_BRACKETS = ("\u27e6", "\u27e7")
_SIGNS = ("\u2400", "\u2401")
"""A pair of brackets and two signs without direction, to ask with; what is shown never holds them."""


def in_visual_order(text: str, base: str) -> str:
    """The signs of one line from left to right, mirrored where they are seen so; `base` is the line's direction, `L` or `R`."""
    shown = list(_ordered(text, base))
    pairs = _pairs(text)
    for opening, closing in pairs:
        asked = text[:opening] + _BRACKETS[0] + text[opening + 1 : closing] + _BRACKETS[1] + text[closing + 1 :]
        first, second = _places(asked, base, _BRACKETS)
        if first > second:
            shown[first], shown[second] = _mirrored()[text[opening]], _mirrored()[text[closing]]
    alone = {at for at, sign in enumerate(text) if sign in _mirrored()} - {at for pair in pairs for at in pair}
    for at in alone:
        first, second = _places(text[:at] + "".join(_SIGNS) + text[at + 1 :], base, _SIGNS)
        if first > second:
            shown[second] = _mirrored()[text[at]]
    return "".join(shown)


def _pairs(text: str) -> list[tuple[int, int]]:
    """Places of brackets that belong together, as BD16 of UAX #9 pairs them."""
    opened: list[int] = []
    pairs = []
    for at, sign in enumerate(text):
        kind = unicodedata.category(sign) if sign in _mirrored() else ""
        if kind == "Ps":
            opened.append(at)
        elif kind == "Pe":
            match = next((place for place in reversed(opened) if _mirrored()[text[place]] == sign), None)
            if match is not None:
                pairs.append((match, at))
                del opened[opened.index(match) :]
    return pairs


def _places(text: str, base: str, signs: tuple[str, str]) -> tuple[int, int]:
    order = _ordered(text, base)
    return order.index(signs[0]), order.index(signs[1])


def _ordered(text: str, base: str) -> str:
    import bidi

    return str(bidi.get_display(text, base_dir=base))


@cache
def _mirrored() -> dict[str, str]:
    from bidi.mirror import MIRRORED

    return dict(MIRRORED)
