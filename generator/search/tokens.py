"""Text → tokens: where the words of a text stand, and how each is written once spelling marks are taken off.

A token is what the index counts positions in, so the browser must cut a text at exactly the same places:
`assets/js/search-words.js` is this module in JavaScript, and a test runs both over the same strings.
Everything about *which other word* a word is a form of is in `keys`.
"""

from __future__ import annotations

import unicodedata

from generator.expressions import expression

HEBREW = "\u05d0-\u05ea\ufb1d-\ufb4f"
HEBREW_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
ARABIC = "\u0621-\u063a\u0640-\u064a\u066e-\u06d3\ufb50-\ufdfb\ufe70-\ufefc"
ARABIC_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
LATIN = "A-Za-z\u00c0-\u024f"
TURNERS = "\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
GERSHAYIM = "\"'\u05f3\u05f4\u2018\u2019\u201c\u201d\u2032\u2033"

_H = f"[{HEBREW}{HEBREW_MARKS}{TURNERS}]"
_A = f"[{ARABIC}{ARABIC_MARKS}{TURNERS}]"

TOKEN = expression(
    f"[{HEBREW}]{_H}*(?:[{GERSHAYIM}]{{1,2}}[{HEBREW}]{_H}*)*"
    f"|[{ARABIC}]{_A}*"
    f"|(?:[0-9]{{1,2}}[./][0-9]{{1,2}}[./][0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{4}}-(?:0[1-9]|1[0-2]))(?![0-9])"
    f"|(?:19|20)[0-9]{{2}}[-\u2010-\u2014](?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])"
    f"|[{DIGIT}]{{1,3}}(?:[,\u066c][{DIGIT}]{{3}})+(?![{DIGIT}])"
    f"|[{DIGIT}]+(?:[.\u066b][{DIGIT}]+)*"
    f"|[{LATIN}][{LATIN}0-9]*(?:['\u2019][{LATIN}]+)*"
)
"""One match is one token: a word, a number, a date, or a range of years."""

_DROPPED = expression(f"[{HEBREW_MARKS}{ARABIC_MARKS}{TURNERS}{GERSHAYIM}\u0640\u0300-\u036f]")
_DAY = expression(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})")
_ISO = expression(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_YEARS = expression("([0-9]{2})([0-9]{2})[-\u2010-\u2014]([0-9]{2})?([0-9]{2})")
_SEPARATORS = expression("[,\u066c]")

_DIGITS = {
    ord(digit): str(value)
    for base in (0x660, 0x6F0)
    for value, digit in enumerate(chr(base + step) for step in range(10))
}
_ARABIC_FORMS = {
    ord(written): plain
    for written, plain in {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
    }.items()
}
_FORMS = _DIGITS | _ARABIC_FORMS
_FINALS = tuple(zip("ךםןףץ", "כמנפצ", strict=True))
_TO_FINAL = {plain: final for final, plain in _FINALS}


def written(token: str) -> str:
    """The token as compared: niqqud, gershayim and tatweel off, digits Latin, alef forms and taa marbuta as one.

    Final letters stay, since a lexicon is asked with them; `folded` takes them off. A date becomes `yyyymmdd`
    (or `yyyymm`), a range of years `yyyyyyyy`, so each stays one token.
    """
    if token[0].isascii() and token[0].isdigit():
        if day := _DAY.fullmatch(token):
            return f"{day[3]}{int(day[2]):02}{int(day[1]):02}"
        if iso := _ISO.fullmatch(token):
            if iso[3] or 1 <= int(iso[2]) <= 12:
                return "".join(part for part in iso.groups() if part)
        if years := _YEARS.fullmatch(token):
            return f"{years[1]}{years[2]}{years[3] or years[1]}{years[4]}"
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", token)).translate(_FORMS).lower()
    return _SEPARATORS.sub("", plain).replace(".", "_") if plain[:1].isdigit() else plain


def folded(word: str) -> str:
    """The word with final letters as ordinary ones, as the index holds it: מסמך and מסמכ are one. Also for a whole text."""
    for final, plain in _FINALS:
        word = word.replace(final, plain)
    return word


def unfolded(word: str) -> str:
    """The folded word with a final letter at its end, as it is spelled."""
    final = _TO_FINAL.get(word[-1:])
    return word[:-1] + final if final and len(word) > 1 else word


def is_hebrew(word: str) -> bool:
    """Whether a written word is Hebrew."""
    return "א" <= word[:1] <= "ת"


def is_arabic(word: str) -> bool:
    """Whether a written word is Arabic."""
    return "ء" <= word[:1] <= "ۓ"
