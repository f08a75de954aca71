"""Text -> the words under which it is to be found in another index than the site's own, one that knows no language."""

from __future__ import annotations

from generator.search.keys import keys_of
from generator.search.tokens import TOKEN, folded, unfolded, written


def word_forms(text: str) -> str:
    """Every word of the text as it is typed without points, and the words it is a form of, sorted, with a blank between.

    Final letters stand both ways, so that who types `שלום` finds it in an index that folds nothing.
    """
    found: set[str] = set()
    for token in TOKEN.findall(text):
        word = written(token)
        if not word:
            continue
        fold = folded(word)
        found |= {word, fold, *(form for key in keys_of(fold) for form in (key, unfolded(key)))}
    return " ".join(sorted(found))
