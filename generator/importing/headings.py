"""What a heading of a report says, without the count before it: `פרק א: הקדמה`, `נספח ב – השאלון`, `Appendix A: Survey`."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.expressions import expression
from generator.structure import normal

_ORDINAL = (
    r"(?:\d{1,3}(?:\.\d{1,3})*|[א-ת]{1,2}[׳'\"״]?[א-ת]?|[IVXivx]{1,5}|[A-Za-z]|[\u0621-\u064a]|"
    r"ראשו[ןנ]ה?|שני|שנייה?|שלישית?|רביעית?|חמישית?|שישית?|שביעית?|שמינית?|תשיעית?|עשירית?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|"
    r"الأول[ى]?|الثاني[ة]?|الثالث[ة]?|الرابع[ة]?|الخامس[ة]?|السادس[ة]?|السابع[ة]?|الثامن[ة]?|التاسع[ة]?|العاشر[ة]?|أول[ى]?|ثاني|ثالث)"
)
_CHAPTER = r"(?:פרק|חלק|שער|סעיף|chapter|part|section|(?:ال)?(?:فصل|قسم|جزء|باب))"
_APPENDIX = r"(?:ה?נספח(?:ים)?|appendi(?:x|ces)|annex(?:es)?|(?:ال)?(?:ملحق|ملاحق))"
_END = r"\s*(?:[.:)\-–—|/]+|\s)\s*"
_CHAPTER_PREFIX = expression(rf"\s*{_CHAPTER}\s+{_ORDINAL}(?:{_END}|\Z)", re.IGNORECASE)
_APPENDIX_PREFIX = expression(
    rf"\s*{_APPENDIX}(?:\s+(?:(?:מס(?:פר|['׳])?|no\.?|رقم)\s+)?\(?{_ORDINAL}(?=\)|{_END}|\s*\Z))?(?:\s*[.:)\-–—|]+)*\s*",
    re.IGNORECASE,
)
_COUNT = expression(
    r"\s*[(\[§]?\s*(?:\d{1,3}(?:\.\d{1,3})*|[א-ת]{1,2}|[IVXivx]{1,5}|[A-Za-z]|[\u0621-\u064a])(?:[.):\]]+(?!\d|\w\.)\s*|[׳'](?![\"״])\s+|\s+[-–—|/]\s+(?!\d))"
    r"|\s*(?:§\s*)?\d{1,3}(?:\.\d{1,3})*[-–—]?\s+(?![-–—|/])|\s*[א-תA-Za-z]\.\d{1,2}(?:\.\d{1,2})*[.):]?\s+"
    r"|\s*(?:(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)\u064b?ا\u064b?|ראשית|שנית|first|second|third)\s*[:\-–—]\s*"
)

IN_BRIEF = frozenset(
    map(
        normal,
        (
            "תקציר", "תקציר מנהלים", "תקציר המנהלים", "תקציר למנהלים", "תקציר ניהולי", "תקציר לציבור", "תמצית למנהלים",
            "תמצית", "תמצית מנהלים", "תמצית הדוח", "תקציר הדוח", "התהליך בקצרה", "Executive summary",
            "Management summary", "Summary for decision makers", "Summary for policymakers",
            "Summary", "Abstract", "In brief", "الملخص", "ملخص", "ملخص تنفيذي", "الملخص التنفيذي", "خلاصة تنفيذية", "ملخص التقرير",
        ),
    )
)  # fmt: skip
"""Headings of what Sikum calls the process in brief: the text of index.md."""


_REPORT = expression(
    r'דו"ח|דו״ח|\bדוח\b|סיכום|מסמך|שיתוף ציבור|שיתוף הציבור|היוועצות|שולחן עגול|report|summary|consultation|تقرير|ملخص|وثيقة',
    re.IGNORECASE,
)
_AND = expression(r"\s*[,/&]\s*|\s+and\s+|\s+ו[־-]?(?=[א-ת]{3})|\s+و(?=[\u0621-\u064a]{3})")
_SUBJECT = expression(r"\s*(?:הנדון|הנושא|נושא|re|subject|ref|الموضوع)\s*:\s*(?=\w)", re.IGNORECASE)


class HeadingWords(Struct, frozen=True, kw_only=True):
    """A heading taken apart."""

    text: str
    """Without the count; the whole heading where nothing else would be left."""
    is_appendix: bool


_FOREWORD = expression(
    r"(?:דבר|דברי|מכתב)\s+(?:ה?שר|ה?שרה|ה?מנכ|ה?מנהל|ה?יו|ראש|ה?ראש|סגן|ה?נשיא|ה?ממונה|ה?מזכיר|ה?שופט|ה?חשב|ה?היועצ)"
    r"|(?:a )?(?:message|foreword|letter|word|words)\s+(?:by|from)\b"
    r"|كلمة\s+(?:معالي |سعادة |السيدة? )?(?:ال)?(?:وزير|مدير|رئيس)|פתיחה\Z|פתח דבר",
    re.IGNORECASE,
)


def is_foreword(heading: str) -> bool:
    """Whether a heading opens a word from somebody: `דבר השר`, `Message from the Minister`."""
    return bool(_FOREWORD.match(heading_words(heading).text))


def is_report_name(text: str) -> bool:
    """Whether a title has a word that reports are called by: `דוח`, `consultation` …"""
    return bool(_REPORT.search(text))


def subject_of(line: str) -> str:
    """What a letter says that it is about: `הנדון: סיכום שולחן עגול` without its first word; empty for any other line."""
    match = _SUBJECT.match(line)
    return line[match.end() :].strip() if match else ""


def is_counted(heading: str) -> bool:
    """Whether a heading has its place among others: `פרק א`, `3. ממצאים`, `Appendix B`."""
    words = heading_words(heading)
    return words.is_appendix or words.text != heading.strip() or bool(_CHAPTER_PREFIX.match(heading))


def heading_words(heading: str) -> HeadingWords:
    """Take off "Chapter 1 –", "נספח ב:", "א׳", "2.1" …"""
    match = _APPENDIX_PREFIX.match(heading)
    is_appendix = bool(match) and normal(heading[: match.end()] if match else "") != ""
    if match and is_appendix and _is_whole_word(heading, match):
        return HeadingWords(text=heading[match.end() :].strip() or heading.strip(), is_appendix=True)
    for pattern in (_CHAPTER_PREFIX, _COUNT):
        found = pattern.match(heading)
        if found and heading[found.end() :].strip():
            return HeadingWords(text=heading[found.end() :].strip(), is_appendix=False)
    return HeadingWords(text=heading.strip(), is_appendix=False)


def pieces_of(heading: str) -> tuple[str, ...]:
    """The two or more things that a heading names: "background" and "goals" of `2. רקע ומטרות`; none where it names one."""
    pieces = tuple(piece for piece in _AND.split(heading_words(heading).text) if piece)
    return pieces if len(pieces) > 1 else ()


def _is_whole_word(heading: str, match: re.Match[str]) -> bool:
    """Whether the match ends where a word does: `נספחי` is no prefix."""
    end = match.end()
    return end == len(heading) or not (heading[end - 1].isalnum() and heading[end].isalnum())


def without_article(text: str) -> str:
    """`רשימת המשתתפים` as `רשימת משתתפים`."""
    return re.sub(r"(?<!\w)ה(?=\w{4,})", "", text)
