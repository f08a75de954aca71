"""Words by which the head of a column is understood where it is no name that the structure knows: other names that lists
really carry, and the questions of registration forms.

Texts are matched in the form of `structure.normal`: no quotation marks, no marks of direction, `/` and `-` as a space.
"""

from __future__ import annotations

import re

from generator.structure import normal

_PRIVATE = re.compile(
    r"טלפון|טלפ|נייד|פלאפון|סלולר|פקס|\bטל\b|phone|mobile|\btel\b|\bfax\b|mail|דוא|דואל|אימייל|מייל"
    r"|\bת ?ז\b|תעודת|זהות|\bid\b|identity|passport|דרכון|כתובת|address|תאריך לידה|birth|\bגיל\b|\bage\b"
    r"|הערות|הערה|remarks?|comments?|notes?|timestamp|חותמת|هاتف|جوال|بريد|هوية|عنوان|ملاحظات|טביעת"
)
"""Columns that are never taken by their words, whatever else stands in them."""
_BENIGN = re.compile(
    r"הגיע|נוכח|נכח|השתתפ|נרשם|אישר הגעה|הגעה|אוכל|צמחונ|טבעונ|כשר|חני|הסעה|נגישות|תרגום|דובר|attend|present|arriv|rsvp"
    r"|food|diet|vegeta|vegan|parking|access|translat|speaker|حضر|حضور|طعام|نباتي|موقف"
)
"""Questions that are answered with yes and no, and are about coming rather than about publishing."""

_SERIAL = frozenset(
    map(
        normal,
        (
            "מס",
            "מס'",
            'מס"ד',
            "מספר סידורי",
            "מ.ס.",
            "#",
            "no",
            "no.",
            "nr",
            "nr.",
            "serial",
            "م",
            "الرقم",
            "رقم",
            "מסד",
            "סידורי",
        ),
    )
)

_ORGANISATION = re.compile(
    r"ארגון|מוסד|מקום עבודה|מקום העבודה|\bה?משרד\b|\bה?חברה\b|שיוך|\bה?גוף\b|עמותה|רשות|יחידה|company|employer"
    r"|organi[sz]ation|institution|affiliation|workplace|agency|ministry|مؤسسة|المؤسسة|جهة العمل|مكان العمل|المنظمة|الجهة"
)
_ROLE = re.compile(
    r"תפקיד|\bה?תואר\b|משרתך|מקצוע|position|job|\brole\b|occupation|profession|\btitle\b|الوظيفة|المنصب|المسمى"
)
_SECTOR = re.compile(r"מגזר|sector|القطاع|قطاع")
_COUNT = re.compile(r"כמה אנשים|כמות|מספר (?:ה)?(?:משתתפים|אנשים|נציגים)|number of|how many|headcount|عدد")
_NAME = re.compile(
    r"\bה?שם ה?מלא\b|\bשמ(?:ך|כם|כן|י)\b|שם ושם משפחה|שם ומשפחה|שם פרטי ו(?:שם )?משפחה|\bשם ה?(?:משתת[פף]|נציג|אדם|איש|חבר)\w*"
    r"|\Aה?(?:משתת[פף]|נציג)\w*(?: \w{1,3})?\Z|full name|\byour name|name of (?:the )?(?:participant|person|attendee)"
    r"|participants? name|\A(?:participant|attendee|representative)s?\Z|\bاسمك|الاسم الكامل|الاسم الثلاثي|اسم (?:ال)?مشارك\w*"
)

_FIRST_NAMES = frozenset(
    map(normal, ("שם פרטי", "פרטי", "الاسم الشخصي", "الاسم الأول", "First name", "Given name", "Forename", "First"))
)
_FAMILY_NAMES = frozenset(
    map(
        normal,
        (
            "שם משפחה",
            "שם המשפחה",
            "משפחה",
            "اسم العائلة",
            "الكنية",
            "اللقب",
            "Family name",
            "Last name",
            "Surname",
            "Last",
        ),
    )
)
BARE_NAMES = frozenset(map(normal, ("שם", "Name", "الاسم", "اسم")))
"""Heads that beside a column of family names mean the first name alone."""


def is_first_name(words: str) -> bool:
    """Whether a column holds first names."""
    return normal(words) in _FIRST_NAMES or bool(re.search(r"\bשמך הפרטי\b|\byour first name\b", normal(words)))


def is_family_name(words: str) -> bool:
    """Whether a column holds family names."""
    return normal(words) in _FAMILY_NAMES or bool(
        re.search(r"\bשם משפחתך\b|\byour (?:last|family) name\b", normal(words))
    )


def may_hold_consent(words: str) -> bool:
    """Whether yes and no in a column that means nothing here may be about publishing: not where it asks who came or eats what."""
    return not _BENIGN.search(normal(words)) and not _PRIVATE.search(normal(words))


def is_serial(words: str) -> bool:
    """Whether a column numbers the rows."""
    return normal(words) in _SERIAL


def field_asked(words: str) -> str | None:
    """The field of a participant that a column's words ask for; None when they are about something else."""
    text = normal(words)
    if not text or _PRIVATE.search(text):
        return None
    for field, pattern in (
        ("name", _NAME),
        ("sector", _SECTOR),
        ("count", _COUNT),
        ("role", _ROLE),
        ("organisation", _ORGANISATION),
    ):
        if pattern.search(text):
            return field
    return None
