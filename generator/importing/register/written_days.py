"""Days whose month is written as a word, in Hebrew, Arabic (both families of names) or English."""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_day_names, get_month_names
from msgspec import Struct

from generator.expressions import expression
from generator.structure import normal

_LANGUAGES = ("he", "ar", "ar_LB", "en")
_ALSO_WRITTEN = {"מרס": 3, "מרץ": 3, "Sept": 9}
"""Spellings that CLDR does not list."""
_SPAN = expression(r"(?<=\d)\s*[-\u2010-\u2015\u05be]\s*(?=\d)")


class WrittenDay(Struct, frozen=True):
    """A day of the Gregorian calendar as it was written; `day` is None where only a month was. Not checked against the calendar."""

    year: int
    month: int
    day: int | None = None


def find_written_days(text: str) -> list[WrittenDay]:
    """The days and months that a text names by words, in its order; several names of one month beside each other are one.

    Of a span of days ("10-12 May 2026") the month alone is given: neither end is *the* day.

    >>> find_written_days("12 تشرين الأول 2023")
    [WrittenDay(year=2023, month=10, day=12)]
    """
    return [_day_of(found) for found in _pattern().finditer(_plain(text)) if _is_one_month(found)]


def is_day_of_the_week(text: str) -> bool:
    """Whether a text names a day of the week, as calendars write it, and nothing else; or is empty."""
    return _plain(text) in _days_of_the_week()


def written_day_of(cell: str) -> WrittenDay | None:
    """The day or month that is all a cell says, perhaps after the day of the week; None for a sentence that only names one."""
    plain = _plain(cell)
    found = _pattern().search(plain)
    is_all = (
        found is not None
        and _is_one_month(found)
        and found.end() == len(plain)
        and is_day_of_the_week(plain[: found.start()])
    )
    return _day_of(found) if found and is_all else None


def _day_of(found: re.Match[str]) -> WrittenDay:
    day = found["before"] or found["after"]
    return WrittenDay(int(found["year"]), _months()[found["month"]], int(day) if day else None)


def _is_one_month(found: re.Match[str]) -> bool:
    """False for a span of months ("January–March 2025"), which has no day or month of its own."""
    return not found["also"] or _months()[found["also"]] == _months()[found["month"]]


def _plain(text: str) -> str:
    """The text in which a month's name is looked for: no points, a space where punctuation was, spans joined by `to`."""
    return " ".join(normal(_SPAN.sub("to", text)).split())


@cache
def _months() -> dict[str, int]:
    """Plain name of a month -> its number."""
    written = (
        (str(name), int(number))
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    )
    return {_plain(name): number for name, number in (*written, *_ALSO_WRITTEN.items())}


@cache
def _days_of_the_week() -> frozenset[str]:
    """Plain names of days, and the empty one."""
    names = (get_day_names(width, locale=language) for language in _LANGUAGES for width in ("wide", "abbreviated"))
    return frozenset({"", *(_plain(str(name)) for week in names for name in week.values())})


@cache
def _pattern() -> re.Pattern[str]:
    """A date in plain text; of names that begin alike the longest is tried first."""
    name = "|".join(re.escape(each) for each in sorted(_months(), key=len, reverse=True))
    month = rf"(?<![^\W\d])(?:ב ?)?(?P<month>{name})(?![^\W\d])(?: (?P<also>{name})(?![^\W\d]))?"
    before = r"(?:(?<!\d)(?<!\dto)(?:ה ?)?(?P<before>\d{1,2}) ?(?:st|nd|rd|th)?(?: of)? )?"
    after = r"(?: (?P<after>\d{1,2}) ?(?:st|nd|rd|th)?(?!\d))?"
    return re.compile(rf"{before}{month}{after} (?:של )?(?P<year>\d{{4}})(?!\d)")
