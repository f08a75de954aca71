"""Cells of a register -> values of the record: dates as offices write them, numbers, addresses, states."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.expressions import expression
from generator.importing.lists.grid import one_line
from generator.importing.platforms.archive import local_day
from generator.importing.register.written_days import is_day_of_the_week, written_day_of
from generator.model.dates import PartialDate
from generator.reading.scalars import is_url
from generator.structure import Vocabulary, match_term, normal

_DAY_FIRST = expression(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\Z")
_YEAR_FIRST = expression(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T ].*)?\Z")
_MONTH = expression(r"(?:(\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2}))\Z")
_NUMBER = expression(r"\d{1,3}(?:[,\u066c]\d{3})+\Z|\d{1,7}\Z")
_SHORT_YEAR = expression(r"\d{1,2}[-/. ][^\W\d]+[-/. ](?=\d{2}\Z)")
_TIME = expression(r"[,\s]+(?:בשעה |at |الساعة )?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?\Z")
_LOOSE = expression("\\s*([./-])\\s*(?=\\d)")
_SEPARATORS = expression(r"[;,/+\n|]|\sו(?=[א-ת])|\band\b")

OPEN, CLOSING, PLANNED, CANCELLED = "open", "closing", "planned", "cancelled"
_STATES = (
    (CANCELLED, r"בוטל|בוטלה|מבוטל|withdrawn|cancel|\bnf\b|not proceeding|ألغي|ملغا"),
    (PLANNED, r"מתוכנן|בתכנון|טרם נפתח|טרם החל|עתידי|planned|forthcoming|upcoming|not yet|\Ap\Z|مخطط|لم يبدأ"),
    (
        CLOSING,
        r"נסגר|סגור|הסתיימ|הסתיים|הושלם|ממתין לסיכום|בסיכום|בסגירה|סוכם|closed|closing|ended|complet|finish|outcome|\Ac|مغلق|انته",
    ),
    (OPEN, r"פתוח|מתקיים|פעיל|בעיצומו|בתהליך|open|active|ongoing|in progress|running|\Ao\Z|مفتوح|جار"),
)
"""A register's word -> the state. That answers are no longer taken is this program's `closing`, whatever the word."""


def read_day(text: str, zone: str) -> str | None:
    """A day, month or year in ISO form, day first where it is ambiguous; None for anything else."""
    written = one_line(text)
    bare = _bare(written)
    if match := _DAY_FIRST.match(bare):
        return _iso(int(match[3]) + (2000 if len(match[3]) == 2 else 0), int(match[2]), int(match[1]))
    if named := written_day_of(_SHORT_YEAR.sub(lambda month: f"{month[0]}20", bare)):
        return _iso(named.year, named.month, named.day)
    if "T" in written or ":" in written or written.endswith("Z"):
        return local_day(written, zone)
    if match := _YEAR_FIRST.match(bare):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH.match(bare):
        return _iso(int(match[2] or match[3]), int(match[1] or match[4]))
    day_known = PartialDate.parse(written)
    return day_known.iso if day_known and 1900 < day_known.year < 2200 else None


def _bare(written: str) -> str:
    """A day without the day of the week before it, the time after it, and blanks within; other text may come out as it was."""
    day = _TIME.sub("", written).replace("\u05be", "-")
    first = re.search(r"\d", day)
    if first and is_day_of_the_week(day[: first.start()]):
        day = day[first.start() :]
    return _LOOSE.sub(r"\1", day).rstrip(" .")


def is_month_first(texts: Iterable[str]) -> bool:
    """Whether a column of dates is month-first, the American way: some second number is above 12."""
    return any((match := _DAY_FIRST.match(_bare(one_line(text)))) and int(match[2]) > 12 for text in texts)


def read_count(text: str) -> str | None:
    """A whole number in ASCII digits, whichever it was written in; None for `about 40`, a range, or "not known yet"."""
    written = one_line(text)
    return str(int(re.sub("[,\u066c]", "", written))) if _NUMBER.match(written) else None


def read_address(text: str) -> str | None:
    """A whole address of the web."""
    written = one_line(text)
    return written if is_url(written) else None


def read_state(text: str) -> str | None:
    """`OPEN`, `CLOSING`, `PLANNED` or `CANCELLED`; None for a word that is none of these."""
    written = normal(text)
    return next((state for state, pattern in _STATES if re.search(pattern, written)), None)


def read_terms(text: str, vocabulary: Vocabulary) -> list[str]:
    """Ids of the terms that a cell names, several apart or within longer words ("online questionnaire")."""
    found: dict[str, None] = {}
    for piece in _SEPARATORS.split(text):
        term = match_term(vocabulary, piece)
        if term is not None:
            found[term.id] = None
            continue
        words = f" {normal(piece)} "
        known = sorted(vocabulary.by_name, key=len, reverse=True)
        name = next((name for name in known if len(name) > 3 and f" {name} " in words), None)
        if name:
            found[vocabulary.by_name[name].id] = None
    return list(found)


def _iso(year: int, month: int, day: int | None = None) -> str | None:
    text = f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
    known = PartialDate.parse(text)
    return known.iso if known and 1900 < year < 2200 else None
