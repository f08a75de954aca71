"""Which words a Hebrew word is a form of: prefixes, plural and construct, spelling with and without vav and yod.

A lexicon decides, not letters: a prefix comes off only where the rest is a word that is seen with other prefixes too,
and where the whole is not commoner than prefix and rest together would be. So הממשלה loses its ה and הגירה does not.
The thresholds were set on the tuning table in `tests/search`; docs/search.md has the figures of a table written after.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.search.lexicon import hebrew as zipf

OFFSETS = {
    "ה": 0.1,
    "ו": -1.5,
    "ב": -0.55,
    "ל": -0.65,
    "מ": -1.75,
    "ש": -2.15,
    "כ": -2.2,
    "וה": -1.8,
    "וב": -2.2,
    "ול": -2.45,
    "ומ": -3.4,
    "וש": -3.7,
    "וכ": -3.5,
    "שה": -1.85,
    "שב": -2.8,
    "של": -3.5,
    "שמ": -3.7,
    "מה": -1.9,
    "כש": -3.5,
    "כשה": -3.3,
    "כה": -3.8,
    "בה": -3.8,
    "לה": -3.7,
    "שבה": -3.8,
    "ובה": -3.8,
    "ושה": -3.8,
    "ומה": -3.6,
    "וכש": -3.8,
    "שכש": -3.8,
    "שכשה": -3.8,
    "מש": -3.8,
    "לכש": -3.8,
    "לכשה": -3.8,
    "וכשה": -3.8,
    "משה": -3.8,
    "שמה": -3.6,
    "ושב": -3.8,
    "ושל": -3.8,
}
"""How much rarer (Zipf) a noun is with a prefix than without: the median over 45 common nouns in wordfreq 3.1.1."""

FINAL = {"כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ"}

_STRANGE = 2.2
"""A word as rare as this (Zipf) may be a name or an acronym of which the lexicon has hardly heard."""
_WORD = 2.6
"""The rarest word (Zipf) that may be what is left after a prefix."""


def hebrew_keys(word: str) -> frozenset[str]:
    """Every word that `word` (as `tokens.written` gives it) is a form of, itself included."""
    stripped = _stripped(word)
    singulars = {singular for base in stripped or {word} for singular in _singulars(base)}
    # בשנת is commoner than ב and שנת would be together; its absolute form בשנה is not
    found = {word} | stripped | singulars | {rest for singular in singulars for rest in _stripped(singular)}
    found |= {spelling for form in found if not _singulars(form) and (spelling := _defective(form))}
    # לממשלות is a form of ממשלה; that it is one of לממשלה too adds nothing
    return frozenset(form for form in found if form == word or found.isdisjoint(_stripped(form)))


def is_known(word: str) -> bool:
    """Whether the lexicon knows the word well enough to judge it."""
    return zipf(word) > _STRANGE


@cache
def _stripped(word: str) -> frozenset[str]:
    return frozenset(rest for prefix, rest in _splits(word) if _is_prefixed(word, prefix, rest))


def _splits(word: str) -> Iterator[tuple[str, str]]:
    for length in range(1, min(4, len(word) - 2) + 1):
        prefix, rest = word[:length], word[length:]
        if prefix in OFFSETS:
            yield prefix, rest
            # after a prefix a vav that begins a word is written twice: שהוועדה is ש + ה + ועדה
            if rest.startswith("וו") and len(rest) > 3:
                yield prefix, rest[1:]


def _is_prefixed(word: str, prefix: str, rest: str) -> bool:
    if zipf(rest) < _WORD or (zipf(word) >= 3.2 and _takes_prefixes(word)):
        return False
    whole, compound = zipf(word), len(prefix) > 1
    slack = 1.2 if prefix == "ה" else 1.4 if compound and whole < 3.5 else 0.9
    if compound and whole <= 2.6:
        slack = 2.5  # a rare compound says nothing about its own frequency: the lexicon stops near there
    together = zipf(rest) + OFFSETS[prefix]
    if outer := OFFSETS.get(prefix[:-1]):
        together = max(together, zipf(prefix[-1] + rest) + outer)  # שהממשלה: ש before a very common הממשלה
    return whole <= together + slack and (
        _takes_some(rest) or _is_name(rest) or (prefix.endswith("ה") and _is_adjective(rest))
    )


@cache
def _takes_prefixes(word: str) -> bool:
    """Whether the word is seen with ה, ב and ל in front, all of them, about as often as a noun of its frequency is."""
    return sum(_rates(word)) / 3 > -0.9


def _takes_some(word: str) -> bool:
    """The same of two of the three: a plural of persons is seldom seen with ב (שותפים)."""
    return sum(sorted(_rates(word))[1:]) / 2 > -0.9


def _rates(word: str) -> list[float]:
    body = "ו" + word if word.startswith("ו") and zipf("הו" + word) > zipf("ה" + word) else word
    return [zipf(p + body) - zipf(word) - OFFSETS[p] for p in "הבל"]


def _is_adjective(word: str) -> bool:
    """Whether the word is seen with ה as often as a word with an article is, whatever of ב and ל (ממשלתי)."""
    return zipf(word) >= 3.0 and abs(zipf("ה" + word) - zipf(word) - OFFSETS["ה"]) <= 0.7


def _is_name(word: str) -> bool:
    """Whether the word is seen with ב, ל and מ but never with ה, as names and names of bodies are (צהל)."""
    return (
        zipf(word) >= 3.5
        and zipf("ה" + word) < zipf(word) - 2.0
        and sum(zipf(p + word) - zipf(word) - OFFSETS[p] for p in "בלמ") / 3 > -0.5
    )


IRREGULAR = {
    "אנשים": "איש",
    "נשים": "אישה",
    "ערים": "עיר",
    "בתים": "בית",
    "בנות": "בת",
    "שווקים": "שוק",
    "אנשי": "איש",
    "ערי": "עיר",
    "בתי": "בית",
    "אחיות": "אחות",
    "צדדים": "צד",
    "חצאים": "חצי",
    "אימהות": "אם",
    "אמהות": "אם",
    "דוחות": "דוח",
}
"""Plurals whose singular no ending gives."""

ABSTRACT = frozenset(
    (
        "בריאות מדיניות אחריות תרבות איכות אלימות חירות ספרות מציאות תקשורת חדשנות עצמאות "
        "שותפות כמות זכות טעות רשות צוות דמות מהות"
    ).split()
)
"""Singular nouns that look like the plural of another word."""


PLURALS = (
    ("ויות", 6, (("ות", 0.6),)),
    ("יות", 6, (("ייה", 0.6), ("ית", 0.6), ("יה", 0.6), ("י", 0.2))),
    ("אים", 5, (("א", 1.0), ("אי", 1.0))),
    ("יים", 6, (("י", 1.2),)),
    ("ים", 4, (("", 1.0), ("ה", 0.4))),
    ("אות", 6, (("אה", 0.7), ("ה", 0.6))),
)
"""Ending, letters of the shortest word that has it, and the endings of the singular with how much commoner (Zipf) the plural may
be. The first ending that fits counts, with all its singulars."""


@cache
def _singulars(word: str) -> tuple[str, ...]:
    """The singular of a plural or construct form, and the masculine of an adjective in -ית."""
    return tuple(_singular_forms(word))


def _singular_forms(word: str) -> Iterator[str]:
    if word in IRREGULAR:
        yield IRREGULAR[word]
    if word in IRREGULAR or word in ABSTRACT:
        return
    for ending, shortest, singulars in PLURALS:
        if word.endswith(ending) and len(word) >= shortest:
            for singular, slack in singulars:
                yield from _likely(word, _final(word[: -len(ending)] + singular), slack)
            break
    else:
        if word.endswith("ות"):
            yield from _of_feminine_plural(word)
        elif word.endswith("ת"):
            yield from _of_feminine(word)
        elif word.endswith("י"):
            yield from _of_construct(word)
    if not is_known(word):
        # a rare form of a common word, such as the plural of an acronym: מנכ"לי
        rests = (_final(word[: -len(ending)]) for ending in ("ים", "י", "ות") if word.endswith(ending))
        yield from (rest for rest in rests if len(rest) > 2 and zipf(rest) >= 3.5)


def _of_feminine_plural(word: str) -> Iterator[str]:
    """ועדה of ועדות; and מוסד of מוסדות, where the masculine is much the commoner."""
    stem = word[:-2]
    if len(stem) < 2:
        return
    slack = 0.7 if len(stem) > 2 else 0.3
    feminine = next((form for form in _likely(word, stem + "ה", slack)), None) or next(
        (form for form in _likely(word, stem + "ת", 0.3)), None
    )
    if feminine:
        yield feminine
    if len(stem) > 2 and (not feminine or zipf(_final(stem)) > zipf(feminine) + 0.5):
        yield from _likely(word, _final(stem), 0.3)


def _of_feminine(word: str) -> Iterator[str]:
    """ועדה of the construct ועדת, ציבורי of the adjective ציבורית."""
    if word.endswith("ית") and len(word) >= 5:
        if zipf(word[:-1]) >= 3.0 and zipf(word[:-1]) >= zipf(word) - 0.9:
            yield word[:-1]
    elif len(word) >= 4:
        absolute = word[:-1] + "ה"
        if zipf(absolute) >= 3.0 and zipf(word) <= zipf(absolute) + 1.2 and zipf(word[:-1] + "ות") >= 2.6:
            yield absolute


def _of_construct(word: str) -> Iterator[str]:
    """משרד of the construct plural משרדי, unless the form is an adjective (ציבורי)."""
    if len(word) < 3:
        return
    plural = zipf(word[:-1] + "ים")
    is_adjective = zipf(word + "ת") > max(zipf(word) - 0.7, plural)
    common, often = (3.4, 2.8) if len(word) > 3 else (4.4, 4.2)
    if is_adjective or plural < often:
        return
    for noun in (_final(word[:-1]), word[:-1] + "ה"):
        if zipf(noun) >= common and zipf(word) <= max(zipf(noun) + 0.4, plural + 0.6):
            yield noun
            return


def _likely(word: str, singular: str, slack: float) -> Iterator[str]:
    """`singular` where it is a word, and the plural is not commoner than it by more than `slack`."""
    if len(singular) >= 2 and zipf(singular) >= 2.8 and zipf(word) <= zipf(singular) + slack:
        yield singular


def _final(stem: str) -> str:
    return stem[:-1] + FINAL.get(stem[-1], stem[-1])


def _defective(word: str) -> str | None:
    """The shorter spelling of a word written with an inner vav or yod, where both are common: תוכנית gives תכנית.

    Short words are left alone unless the short spelling is far rarer (ביצוע, בצוע): פיתוח and פתוח are two words.
    """
    end = len(word) - (3 if word.endswith(("ות", "ים")) else 2)
    found = word[1:] if word.startswith("וו") and zipf(word[1:]) >= 3.0 else None
    for at in range(1, end):
        if word[at] not in "וי":
            continue
        shorter = word[:at] + word[at + 1 :]
        doubled = word[at] in (word[at - 1], word[at + 1])  # עניין, ענין
        margin = -0.8 if len(shorter) >= 5 or doubled else 1.2
        if len(shorter) < 4 or zipf(shorter) < (2.0 if doubled else 3.0) or zipf(word) - zipf(shorter) < margin:
            continue
        if found is None or zipf(shorter) > zipf(found):
            found = shorter
    return found
