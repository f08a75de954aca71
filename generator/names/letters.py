"""A word's letters in the form in which two spellings of it are equal, and the letters that are written to the front of a name."""

from __future__ import annotations

import unicodedata

from generator.expressions import expression

MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
"""Niqqud, harakat and accents."""
TATWEEL = "\u0640"
UNSEEN = (
    f"{TATWEEL}"
    "\u00ad\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\x00"
)
"""Tatweel, and what Unicode lets a reader ignore: soft hyphen, marks of direction, selectors of variants. NUL stands for
markup that is taken out."""
QUOTES = "'\"`\u00b4\u02b9\u02bc\u05f3\u05f4\u2018-\u201f\u2032\u2033\uff07\uff02"
"""Geresh, gershayim, and whatever a keyboard gives for them."""
EMPHASIS = "*~\\\\"
SILENT = MARKS + UNSEEN + QUOTES + EMPHASIS
"""For a character class: what may stand within a word and is not read."""

_NOT_LETTERS = expression(f"[{SILENT}]")
_POSSESSIVE = expression(r"(?<=[a-z])['\u2018\u2019\u02bc]s\Z")
_SAME: dict[int, str] = str.maketrans(
    {
        **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ک": "ك", "ء": "",
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
    }
)  # fmt: skip
"""Letters that are written two ways: finals in Hebrew, alef, yeh, teh marbuta and kaf in Arabic; hamza is left out, and then one
of two waws: `رؤوف`, `رءوف`."""

PLAIN_HEBREW = expression("[\u05d0-\u05ea]+")
"""Most words: nothing is taken off them, and only finals are written two ways."""

_HEBREW_PREFIX = expression("ו?(?:לכש|כש|מש|בש|ש)?(?:ב|כ|ל|מ|ה)?ה?")
_ARABIC_PREFIX = expression("(?:و|ف)?(?:ب|ك|ل)?(?:ال)?")
ARTICLES = ("ה", "ال")
"""No name has one in front that is not its own: `הישראלי גיא` and `الأمل سالم` are words."""
LONGEST_PREFIX = 5


def fold(word: str) -> str:
    """The letters of a word alone, in the one form of each. Empty when there are none."""
    if PLAIN_HEBREW.fullmatch(word):
        return word.translate(_SAME)
    small = _POSSESSIVE.sub("", unicodedata.normalize("NFKD", word).casefold())
    return _NOT_LETTERS.sub("", small).replace(" ", "").translate(_SAME).replace("وو", "و")


def fold_words(text: str) -> list[str]:
    """The words of a text, each by its letters: what `fold` makes of them, much faster for a table of hundreds.

    `text`: words between white space, none of them in a possessive form, none with an accent that stands alone.
    """
    letters = _NOT_LETTERS.sub("", unicodedata.normalize("NFKD", text).casefold())
    for written, plain in _SAME.items():  # in a long text quicker than `translate`
        letters = letters.replace(chr(written), plain)
    return letters.replace("وو", "و").split()


def is_prefix(letters: str) -> bool:
    """Whether these letters are written to the front of a word in Hebrew or Arabic: `ו`, `של` is none, `ול`, `وب`."""
    return bool(_HEBREW_PREFIX.fullmatch(letters) or _ARABIC_PREFIX.fullmatch(letters))


def script(letter: str) -> str:
    """`he`, `ar`, `1` for digits, `la` for everything else: a word ends where the script changes."""
    if "\u0590" <= letter <= "\u05ff" or "\ufb1d" <= letter <= "\ufb4f":
        return "he"
    if "\u0600" <= letter <= "\u08ff" or "\ufb50" <= letter <= "\ufeff":
        return "1" if letter.isdigit() else "ar"
    return "1" if letter.isdigit() else "la"
