"""Words by which the head of a column is understood where it is no name that the structure knows: other names that lists
really carry, and the questions of registration forms.

Texts are matched in the form of `structure.normal`: no quotation marks, no marks of direction, `/` and `-` as a space.
"""

from __future__ import annotations

import re

from generator.reading.list_heads import is_private, pattern_of
from generator.structure import normal

_ASKS_YES_OR_NO = pattern_of(
    r"\A(?:האם|(?:may|can|could|shall|should|will|would|do|does|are|is) |هل)"
    r"(?=.*(?:\b[בלהו]?שמ(?:ך|כם|כן|י|ותיכם)\b|\bnames?\b|اسم))"
)
"""A question about a name that is answered with yes and no: whether it may be shown, in whatever words."""

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

_ORGANISATION = pattern_of(
    r"ארגון|מוסד|מקום עבודה|מקום העבודה|\bה?משרד\b|\bה?חברה\b|שיוך|\bה?גוף\b|עמותה|רשות|יחידה|company|employer"
    r"|את מי (?:את|אתה|אתם|אתן)\b.*מייצג|מאיזה (?:גוף|ארגון|משרד)|where do you work|who(?:m)? do you represent"
    r"|اين تعمل|من تمثل|organi[sz]ation|institution|affiliation|workplace|agency|ministry|مؤسسة|جهة العمل|مكان العمل|منظمة|الجهة"
)
_ROLE = pattern_of(
    r"תפקיד|\bה?תואר\b|משרתך|מקצוע|position|job|\brole\b|occupation|profession|\btitle\b|وظيف|منصب|المسمى|مهن"
)
_SECTOR = pattern_of(r"מגזר|sector|القطاع|قطاع")
_COUNT = pattern_of(r"כמה אנשים|כמות|מספר (?:ה)?(?:משתתפים|אנשים|נציגים)|number of|how many|headcount|عدد")
_PEOPLE = pattern_of(
    r"\Aה?(?:משתתפים|משתתפות|נוכחים|נציגים|אנשים|נפשות|חברים|רשומים)\Z|\A(?:participants|attendees|people|persons|members|delegates)\Z"
    r"|\A(?:ال)?(?:مشاركون|مشاركين|حضور|أشخاص|أعضاء)\Z"
)
"""Heads over names, or over numbers of people."""
_NAME = pattern_of(
    r"\bה?שם ה?מלא\b|\bשמ(?:ך|כם|כן|י)\b|שם ושם משפחה|שם ומשפחה|שם פרטי ו(?:שם )?משפחה|\bשם ה?(?:משתת[פף]|נציג|אדם|איש|חבר)\w*"
    r"|\A(?:שמות|names)\Z|שם משפחה ושם פרטי|\bה?שם שלך\b|איך קוראים ל"
    r"|\Aה?(?:משתת[פף]|נציג)\w*(?: \w{1,3})?\Z|full name|\byour name|name of (?:the )?(?:participant|person|attendee)"
    r"|participants? name|\A(?:participant|attendee|representative)s?\Z"
    r"|\bاسمك|الاسم (?:الكامل|الثلاثي|الرباعي)|اسم (?:ال)?مشارك\w*"
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
PARTS_OF_NAMES = _FIRST_NAMES | _FAMILY_NAMES
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


def may_count(words: str) -> bool:
    """Whether a column of numbers under these words counts people."""
    return bool(_PEOPLE.search(normal(words)))


def is_serial(words: str) -> bool:
    """Whether a column numbers the rows."""
    return normal(words) in _SERIAL


def field_asked(words: str) -> str | None:
    """The field of a participant that a column's words ask for; None when they are about something else."""
    text = normal(words)
    if not text or is_private(words):
        return None
    if _ASKS_YES_OR_NO.match(text):
        return "consent"
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
