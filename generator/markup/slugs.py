"""Anchors for headings, in the heading's own script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from generator.expressions import expression

_POINTS = expression("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_DASHES = expression("[\u05be\u2010-\u2015\u2212_/]")
_DROPPED = expression(r"[^\w\s-]")
_GAPS = expression(r"[\s-]+")


@lru_cache(maxsize=10_000)
def slugify(text: str) -> str:
    """Lower-case letters and digits of any script, joined by hyphens; `section` when none are left.

    >>> slugify('ת"י 5568 – נגישות בבית־הספר')
    'תי-5568-נגישות-בבית-הספר'
    """
    bare = _POINTS.sub("", unicodedata.normalize("NFC", text).lower())
    words = _GAPS.sub("-", _DROPPED.sub("", _DASHES.sub(" ", bare))).strip("-")
    return words[:80].rstrip("-") or "section"


def unique_ids(wanted: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """An id for each wanted one; `True` marks those that were given (a part's id, `{#id}`) and come first.

    Repetitions get `-2`, `-3` …; a slug never takes an id that is given elsewhere in the page.
    """
    wanted = tuple(wanted)
    taken = {name for name, is_given in wanted if is_given}
    seen: set[str] = set()
    counts: dict[str, int] = {}
    ids: list[str] = []
    for name, is_given in wanted:
        chosen = name
        while chosen in seen or (chosen in taken and not (is_given and chosen == name)):
            counts[name] = counts.get(name, 1) + 1
            chosen = f"{name}-{counts[name]}"
        seen.add(chosen)
        ids.append(chosen)
    return tuple(ids)
