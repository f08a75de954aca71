"""Word → keys: the words it is a form of, under which a search for any of them finds it.

The keys of a word depend on the word and the word tables alone, never on the catalogue, so that an edit elsewhere changes none.
"""

from __future__ import annotations

from functools import cache

from generator.search.arabic import arabic_keys
from generator.search.hebrew import OFFSETS, hebrew_keys, is_known
from generator.search.lexicon import RARE, STRANGE, hebrew, hebrew_forms
from generator.search.tokens import folded, is_arabic, is_hebrew, unfolded

_LONGEST_RANGE = 20
"""Years between the ends of a range that are found by themselves (2016–2019 is found by 2017)."""
_SHORTEST_REST = 3
"""Letters that must be left of a strange word when a prefix comes off."""


@cache
def keys_of(fold: str) -> tuple[str, ...]:
    """Keys of a folded word other than itself, sorted.

    Of a Hebrew word that the lexicon knows nothing of, a rare name or an acronym (בתב"ר), these are what is left when a prefix
    comes off, whatever it is: such a word finds, and is found by, the others with the same rest.
    """
    found = entry_of(_spelled(fold)) if is_hebrew(fold) else " ".join(sorted(keys(fold) - {fold}))
    return tuple(_rests(fold)) if found == STRANGE else tuple(found.split())


def entry_of(word: str) -> str:
    """Keys of a Hebrew word as it is spelled, folded, without the word, sorted, with a space between; or `STRANGE`."""
    found = hebrew_forms(word)
    if found is None:
        found = " ".join(sorted(keys(word) - {folded(word)}))
        if not found and not is_known(word):
            return STRANGE
    return found


def keys(word: str) -> frozenset[str]:
    """Keys of a written word, itself included, in any language; final letters folded."""
    if is_hebrew(word):
        return frozenset(map(folded, hebrew_keys(word)))
    if is_arabic(word):
        return arabic_keys(word)
    if word[0].isdigit():
        return frozenset(_number_keys(word))
    return frozenset({word, _singular(word)})


def _spelled(fold: str) -> str:
    """A folded word with a final letter at its end, unless it is commoner without one, as names from abroad are (קליפ)."""
    final = unfolded(fold)
    if final == fold:
        return final
    # one that the list does not hold is commoner than none: most need no second look-up
    common = hebrew(fold)
    return fold if common > RARE and common > hebrew(final) else final


def _rests(fold: str) -> list[str]:
    return sorted({fold[n:] for n in (1, 2) if fold[:n] in OFFSETS and len(fold) - n >= _SHORTEST_REST})


def _number_keys(word: str) -> set[str]:
    found = {word}
    if len(word) == 8 and word.isascii() and word.isdigit():
        first, second = int(word[:4]), int(word[4:])
        if 1900 <= first <= second <= min(first + _LONGEST_RANGE, 2099):
            return found | {str(year) for year in range(first, second + 1)}
    if len(word) in (6, 8) and word[:2] in ("19", "20") and "01" <= word[4:6] <= "12":
        found |= {word[:4], word[:6]}
    return found


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
