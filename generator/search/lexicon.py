"""How common a word is, in Hebrew and in Arabic: `wordfreq`'s lists, read only when a word is new to the cache.

The Hebrew list takes about 0.3 s to read, so nothing here is read on import, nor in a build whose words are all known.
"""

from __future__ import annotations

import math
from functools import cache

RARE = 1.0
"""The frequency of a word that the list does not hold (Zipf: log10 of occurrences in a billion words)."""


@cache
def _frequencies(language: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return get_frequency_dict(language, "best")


def _zipf(language: str, word: str) -> float:
    frequency = _frequencies(language).get(word)
    return RARE if frequency is None else max(RARE, math.log10(frequency) + 9.0)


@cache
def hebrew(word: str) -> float:
    """Zipf frequency of a Hebrew word without gershayim; an acronym is also looked up as it is spelled (צהל: צה"ל)."""
    plain = _zipf("he", word)
    if len(word) < 2:
        return plain
    return max(plain, _zipf("he", f'{word[:-1]}"{word[-1]}'))


@cache
def arabic(word: str) -> float:
    """Zipf frequency of an Arabic word whose alef forms, alef maqsura and taa marbuta were written as one."""
    heads = [word] + [alef + word[1:] for alef in "أإآ" if word[:1] == "ا"]
    tails = {"ه": "ة", "ي": "ى"}
    spellings = heads + [head[:-1] + tails[head[-1]] for head in heads if head[-1:] in tails]
    return max(_zipf("ar", spelling) for spelling in spellings)
