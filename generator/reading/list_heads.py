"""Heads of columns that are about something else than taking part and being published."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.expressions import expression
from generator.reading.consent_heads import is_of_pictures, names_or_publishes
from generator.structure import normal, unmarked


def pattern_of(pattern: str) -> re.Pattern[str]:
    """A pattern that is matched with texts in the form of `structure.normal`."""
    return expression(unmarked(pattern))


_PRIVATE = pattern_of(
    r"טלפון|טלפ|נייד|פלאפון|סלולר|פקס|\bטל\b|phone|mobile|\btel\b|\bfax\b|mail|דוא|דואל|אימייל|מייל"
    r"|\bת ?ז\b|תעודת|זהות|\bid\b|identity|passport|דרכון|כתובת|address|תאריך לידה|birth|\bגיל\b|\bage\b"
    r"|הערות|הערה|remarks?|comments?|notes?|timestamp|חותמת|هاتف|جوال|بريد|هوية|عنوان|ملاحظات|טביעת"
)
"""Columns that are never taken by their words, whatever else stands in them."""
_BENIGN = pattern_of(
    r"הגיע|נוכח|נכח|השתתפ|נרשם|אישר הגעה|הגעה|אוכל|צמחונ|צמחוני|אלרגי|גלוטן|ברכב|לינה|חולצה|טבעונ|כשר|חני|הסעה|נגישות|תרגום|"
    r"דובר|attend|present|arriv|rsvp"
    r"|\bguests?\b|\bאורחי?ם?\b|food|diet|gluten|kosher|halal|allerg|hotel|shirt|certificate|vegeta|vegan|parking|access|translat|speaker|حضر|حضور|طعام|"
    r"نباتي|موقف"
    r"|\bה?(?:מפגש|ישיבה|סדנה|סדנא|מושב|יום|תאריך|שעה)\b|\b(?:session|meeting|workshop|day|date)\b|لقاء|جلسة|ورشة|يوم"
    r"|דמי |שולמ|תשלום|שילם|דיוור|ניוזלטר|עלון|\bפעיל\b|\bfees?\b|\bpaid\b|payment|newsletter|mailing|\bactive\b|رسوم|دفع"
    r"|\A[\d ]+\Z"
)
"""Heads, dates among them, over yes and no that are about coming, paying or mail rather than about publishing."""
CAME = pattern_of(
    r"הגיע|הגעה|\bנוכח|\bנכח|התייצב|\bה?השתת(?:ף|פה|פו|פות)\b|\battend|\bpresent\b|\barriv|showed up|turned up|check(?:ed)? ?in"
    r"|\bcame\b|\brsvp\b"
    r"|حضر|حضور|شارك\b"
)
"""In a header over yes and no: it asks who came."""
_STATUS = pattern_of(
    r"\Aה?(?:סטטוס|סטאטוס|מצב)(?: ה?(?:הרשמה|רישום|השתתפות|הגעה|נרשם|משתתף))?\Z"
    r"|\A(?:registration |participation |booking |attendance |ticket )?status\Z|\A(?:ال)?حالة(?: (?:ال)?(?:تسجيل|مشاركة|حضور))?\Z"
)
"""A header over words that may say so; yes and no answer something else there."""


@lru_cache(maxsize=256)
def is_status(header: str) -> bool:
    """Whether a header stands over the state of a registration."""
    return bool(_STATUS.search(normal(header)))


def is_about_coming(words: str) -> bool:
    """Whether words are about coming, eating, paying or mail rather than about publishing."""
    return bool(_BENIGN.search(normal(words)))


def may_hold_consent(words: str) -> bool:
    """Whether yes and no in a column that means nothing here may be about publishing: not where it asks who came or eats what."""
    if names_or_publishes(words):
        return True
    if is_of_pictures(words):
        return False
    form = normal(words)
    return not any(pattern.search(form) for pattern in (_BENIGN, _PRIVATE, CAME))


def is_private(words: str) -> bool:
    """Whether a column holds what is never taken: ways to reach a person, their age, remarks."""
    return bool(_PRIVATE.search(normal(words)))
