"""Words by which the head of a column is understood where it is no name that the structure knows: other names that lists
really carry, and the questions of registration forms.

Texts are matched in the form of `structure.normal`: no quotation marks, no marks of direction, `/` and `-` as a space.
"""

from __future__ import annotations

import re

from generator.structure import normal, unmarked


def pattern_of(pattern: str) -> re.Pattern[str]:
    """A pattern that is matched with texts in the form of `structure.normal`."""
    return re.compile(unmarked(pattern))


_PRIVATE = pattern_of(
    r"טלפון|טלפ|נייד|פלאפון|סלולר|פקס|\bטל\b|phone|mobile|\btel\b|\bfax\b|mail|דוא|דואל|אימייל|מייל"
    r"|\bת ?ז\b|תעודת|זהות|\bid\b|identity|passport|דרכון|כתובת|address|תאריך לידה|birth|\bגיל\b|\bage\b"
    r"|הערות|הערה|remarks?|comments?|notes?|timestamp|חותמת|هاتف|جوال|بريد|هوية|عنوان|ملاحظات|טביעת"
)
"""Columns that are never taken by their words, whatever else stands in them."""
_BENIGN = pattern_of(
    r"הגיע|נוכח|נכח|השתתפ|נרשם|אישר הגעה|הגעה|אוכל|צמחונ|טבעונ|כשר|חני|הסעה|נגישות|תרגום|דובר|attend|present|arriv|rsvp"
    r"|food|diet|vegeta|vegan|parking|access|translat|speaker|حضر|حضور|طعام|نباتي|موقف"
    r"|\bה?(?:מפגש|ישיבה|סדנה|סדנא|מושב|יום|תאריך|שעה)\b|\b(?:session|meeting|workshop|day|date)\b|لقاء|جلسة|ورشة|يوم"
    r"|דמי |שולמ|תשלום|שילם|דיוור|ניוזלטר|עלון|\bפעיל\b|\bfees?\b|\bpaid\b|payment|newsletter|mailing|\bactive\b|رسوم|دفع"
    r"|\A[\d ]+\Z"
)
"""Heads, dates among them, over yes and no that are about coming, paying or mail rather than about publishing."""
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


def may_hold_consent(words: str) -> bool:
    """Whether yes and no in a column that means nothing here may be about publishing: not where it asks who came or eats what."""
    return not _BENIGN.search(normal(words)) and not _PRIVATE.search(normal(words))


def is_private(words: str) -> bool:
    """Whether a column holds what is never taken: ways to reach a person, their age, remarks."""
    return bool(_PRIVATE.search(normal(words)))


def is_serial(words: str) -> bool:
    """Whether a column numbers the rows."""
    return normal(words) in _SERIAL


def field_asked(words: str) -> str | None:
    """The field of a participant that a column's words ask for; None when they are about something else."""
    text = normal(words)
    if not text or _PRIVATE.search(text):
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
