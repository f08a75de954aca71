"""Text -> the words under which it is to be found in another index than the site's own, one that knows no language."""

from __future__ import annotations

from functools import cache

from generator.search.keys import keys_of
from generator.search.tokens import TOKEN, folded, unfolded, written


def word_forms(text: str) -> str:
    """Every word of the text as it is typed without points, and the words it is a form of, sorted, with a blank between.

    Final letters stand both ways, so that who types `שלום` finds it in an index that folds nothing.
    """
    return " ".join(sorted(set().union(*map(_forms, set(TOKEN.findall(text))))))


@cache
def _forms(token: str) -> frozenset[str]:
    """Of one word as it stands in a text; none of one that holds marks alone."""
    word = written(token)
    if not word:
        return frozenset()
    fold = folded(word)
    return frozenset((word, fold, *(form for key in keys_of(fold) for form in (key, unfolded(key)))))
