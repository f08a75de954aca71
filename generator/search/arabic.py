"""Which words an Arabic word is a form of: the article, conjunctions and prepositions before it, sound plurals."""

from __future__ import annotations

from collections.abc import Iterator

from generator.search.lexicon import arabic as zipf

_ARTICLES = ("ال", "وال", "بال", "كال", "فال", "لل", "ولل", "وبال", "وكال", "فبال")
_PARTICLES = ("و", "ب", "ل", "ك", "ف", "وب", "ول", "س")


def arabic_keys(word: str) -> frozenset[str]:
    """Every word that `word` (as `tokens.written` gives it) is a form of, itself included."""
    bases = {word} | set(_stripped(word))
    return frozenset(bases | {singular for base in bases for singular in _singulars(base)})


def _stripped(word: str) -> Iterator[str]:
    for article in _ARTICLES:
        rest = word[len(article) :]
        if word.startswith(article) and len(rest) >= 3 and zipf(rest) >= 2.5 and zipf(word) <= zipf(rest) + 1.2:
            yield rest
    for particle in _PARTICLES:
        rest = word[len(particle) :]
        if word.startswith(particle) and len(rest) >= 3 and zipf(rest) >= 3.0 and zipf(word) <= zipf(rest) - 0.5:
            yield rest


def _singulars(word: str) -> Iterator[str]:
    if len(word) >= 5 and word.endswith("ات"):
        for singular in (word[:-2] + "ه", word[:-2]):
            if zipf(singular) >= 3.0 and zipf(word) <= zipf(singular) + 0.8:
                yield singular
    elif len(word) >= 6 and word.endswith(("ون", "ين")):
        if zipf(word[:-2]) >= 3.0 and zipf(word) <= zipf(word[:-2]) + 1.0:
            yield word[:-2]
    elif len(word) >= 5 and word.endswith("يه"):
        if zipf(word[:-1]) >= 3.0 and zipf(word) <= zipf(word[:-1]) + 1.0:
            yield word[:-1]
