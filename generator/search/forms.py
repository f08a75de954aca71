"""Text -> the words under which it is to be found in another index than the site's own, one that knows no language."""

from __future__ import annotations

from functools import cache

from generator.search.keys import keys_of
from generator.search.tokens import TOKEN, folded, unfolded, written


def word_forms(text: str) -> str:
    """Every word of the text as it is typed without points, and the words it is a form of, with a blank between, in no order.

    Final letters stand both ways, so that who types `שלום` finds it in an index that folds nothing.
    A word is there as often as there are others of the text that are forms of it.
    """
    return " ".join(map(_forms, set(TOKEN.findall(text))))


@cache
def _forms(token: str) -> str:
    """Of one word as it stands in a text; none of one that holds marks alone."""
    word = written(token)
    if not word:
        return ""
    fold = folded(word)
    return " ".join(sorted({word, fold, *(form for key in keys_of(fold) for form in (key, unfolded(key)))}))
