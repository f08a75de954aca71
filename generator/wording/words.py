"""`Wording`: one language's words, dates, numbers and order."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from gettext import NullTranslations

from msgspec import Struct
from msgspec.structs import force_setattr

from generator.diagnostics import Text
from generator.expressions import expression
from generator.model.dates import PartialDate
from generator.wording.catalogues import translations
from generator.wording.collation import CollationKey, collation_key

LANGUAGES = ("he", "ar", "en")
DIRECTIONS = {"he": "rtl", "ar": "rtl", "en": "ltr"}
_ARABIC_LETTER_MARK = "\u200f"
# The day first, as the other two languages have it.
_LOCALES = {"en": "en_IL"}
_WITH_ARTICLE = expression(
    r"(?:Administration|Agency|Association|Authority|Bureau|Cent(?:er|re)|Commission(?:er)?|Committee|Council|Department"
    r"|Directorate|Division|Government|Institute|Ministry|Municipality|Office|Union|Unit) (?:for|of|on) "
)
"""How a name begins that English does not write in a sentence without its article."""


class Wording(Struct, frozen=True, dict=True):
    """Everything that differs between languages. Any language but `ar` and `en` is Hebrew's."""

    language: str

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            force_setattr(self, "language", LANGUAGES[0])

    @cached_property
    def _translations(self) -> NullTranslations:
        return translations(self.language)

    @property
    def direction(self) -> str:
        return DIRECTIONS[self.language]

    @property
    def comma(self) -> str:
        """What stands between the items of a list."""
        return "، " if self.language == "ar" else ", "

    @property
    def semicolon(self) -> str:
        """What stands between items that have commas of their own."""
        return "؛ " if self.language == "ar" else "; "

    def gettext(self, message: str) -> str:
        """The message in this language; the message id, which is its English, where a catalogue lacks it."""
        return self._translations.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form of the message that `n` takes: Hebrew has three, Arabic six."""
        return self._translations.ngettext(one, many, n)

    def text(self, text: Text) -> str:
        return text.in_language(self.language)

    def date(self, value: PartialDate | date) -> str:
        """`12 ביוני 2016`, `יוני 2016` or `2016`, by what is known; in English `12 June 2016`."""
        return _date_in(self.language, PartialDate.of(value) if isinstance(value, date) else value)

    def period(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """From start to end in the shortest plain form; empty when unknown.

        `2016–2017`, `ינואר–מרץ 2024`, `15 בינואר – 10 במרץ 2024`, `דצמבר 2023 – 10 במרץ 2024`.
        """
        if start is None or end is None or start == end:
            only = end or start
            return self.date(only) if only else ""
        first, last = self.date(start), self.date(end)
        is_alike = (start.month is None, start.day is None) == (end.month is None, end.day is None)
        if is_alike and start.year == end.year:
            first = first.removesuffix(str(start.year)).rstrip(" ,")
        return f"{first}–{last}" if is_alike and " " not in first else f"{first} – {last}"

    def number(self, value: float) -> str:
        """With the language's separators and Latin digits."""
        if isinstance(value, int) and 0 <= value < 1000:  # no separator to ask Babel for: nearly every number of a page
            return str(value)
        from babel.numbers import format_decimal  # not loaded for a check that finds nothing

        return str(format_decimal(value, locale=self.language, numbering_system="latn")).replace("\u200e", "")

    def body(self, name: str) -> str:
        """The name of a body within a sentence: `the Ministry of Health`."""
        return f"the {name}" if self.language == "en" and _WITH_ARTICLE.match(name) else name

    def within(self, text: str) -> str:
        """A title within a sentence: in English it loses its capital, but for an acronym (`PDF`)."""
        return (
            f"{text[:1].lower()}{text[1:]}"
            if self.language == "en" and (text[1:2].islower() or text[:2] == "A ")
            else text
        )

    def sort_key(self, text: str) -> CollationKey:
        return collation_key(text, self.language)


@lru_cache(maxsize=4096)
def _date_in(language: str, value: PartialDate) -> str:
    """The same few dates stand on every page of a process, and Babel looks its patterns up for each."""
    if value.month is None:
        return str(value.year)
    from babel.dates import format_date, format_skeleton  # not loaded for a check that finds nothing

    locale = _LOCALES.get(language, language)
    if value.day is None:
        text = format_skeleton("yMMMM", value.first_day, locale=locale)
    else:
        text = format_date(value.first_day, "long", locale=locale)
    return str(text).replace(_ARABIC_LETTER_MARK, "")
