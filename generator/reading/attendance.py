"""Who is on a list and took no part: cancelled, did not come, still waits for a place.

Such a row is no participant. It is left out and said, and its name is searched for like other names that are withheld.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.expressions import expression
from generator.reading.consent_words import yes_or_no
from generator.reading.list_heads import CAME, is_status, pattern_of
from generator.structure import normal

_PART = expression(
    r"\d|\b(?:ה?מפגש|ה?ישיבה|ה?סדנה|ה?סדנא|ה?מושב|יום|session|meeting|workshop|day|لقاء|جلسة|ورشة|يوم)\b"
    r"|בעבר|קודם|בעתיד|להשתתף|before|previous|past|again|future|سابق"
)
"""In a header: it asks about one occasion of several, or about another."""
_AWAY = (
    r"(?:ביטול(?:ה| הגעה| השתתפות)?|ביטל[הו]?|בוטל[הו]?|מבוטל(?:ת|ים)?|[ושכ]{0,2}לא (?:הגיע|השתת[פף]|נכח|נוכח|בא|התייצב|הופיע|"
    r"הצליח להגיע)(?:ה|ו|ת|ים)?"
    r"|ש?לא (?:יגיע|תגיע|יגיעו|היה|היתה|הייתה|היו)"
    r"|נעדר(?:ה|ו|ת|ים)?|התנצל(?:ה|ו|ות)?|היעדרות|נבצר (?:ממנו|ממנה|מהם)(?: להגיע)?|הבריז(?:ה|ו)?|(?:ב|נמצא ב"
    r"|נמצאת ב)?רשימת ה?המתנה"
    r"|cancel+(?:ed|s)|cancel+ation|no ?shows?|absent(?:ee)?s?|did ?(?:not|nt) (?:attend|come|show(?: up)?|arrive|participate"
    r"|turn up|take part)"
    r"|didnt (?:attend|come|show(?: up)?|arrive|participate|turn up|take part)|(?:not|never) (?:attended|attending|came|present"
    r"|showed up)"
    r"|(?:could ?(?:not|nt)|couldnt|was unable to) (?:attend|come|make it)|(?:was not|wasnt) (?:there|present)"
    r"|apologi[sz]ed|apologies(?: received| sent)?|(?:sent |sends )?(?:his |her |their )?(?:apologies|regrets)|dropped out|withdrew"
    r"|(?:on (?:the )?)?wait(?:ing)? ?list(?:ed)?"
    r"|(?:ألغى|ألغت|ألغوا|ملغى|ملغي|ملغاة|لم (?:يحضر|تحضر|يحضروا|يشارك|تشارك|يأت|تأت)|لن (?:يحضر|تحضر)|(?:ال)?غائب(?:ة|ون|ين)?"
    r"|غاب(?:ت|وا)?"
    r"|غياب|(?:ال)?متغيب(?:ة|ون|ين)?|تغيب(?:ت|وا)?|اعتذر(?:ت|وا)?|(?:ال)?معتذر(?:ون|ين)?|(?:ال)?اعتذار(?:ات)?"
    r"|(?:على )?قائمة الانتظار))"
)
_TAIL = (
    r"(?: (?:ברגע האחרון|בסוף|לבסוף|מראש|כלל|בכלל|(?:את )?ה?(?:השתתפות|הגעת)\w*|הגעה|לאירוע|לכנס|לדיון|לתהליך|לשולחן העגול"
    r"|(?:מחמת|עקב|על ידי|בגלל|בשל|מסיבות) .*"
    r"|(?:at |in |on )?(?:the )?(?:last minute|end|event|participation)|(?:due to|because|for|by|after|before|since) .*|(?:his"
    r"|her|their) (?:participation|place|registration)"
    r"|حضور\w*|مشاركت\w*|عن (?:ال)?(?:حضور|مشاركة)|في اللحظة الأخيرة|(?:بسبب|لأسباب) .*))*"
)
_ABSENT = pattern_of(
    rf"\A(?:(?:הוא|היא|הם|נרש(?:ם|מה|מו)|הודיעה?|הודיעו|הוזמ(?:ן|נה|נו)|אך|אבל|she|he|they|registered|invited|booked|but|and"
    rf"|has|have|سجل|سجلت|دعي|دعيت|لكنه?ا?) ){{0,3}}{_AWAY}{_TAIL}\Z"
)
_ABSENT_THERE = pattern_of(
    r"\A(?:חסר(?:ה|ים)?|ממתינ(?:ה|ים)|ממתין|לא (?:אושר|אישר|אישרה|התקבל|התקבלה|נבחר|נבחרה|מגיע|מגיעה)|נדח(?:ה|תה)"
    r"|declined|rejected|not (?:accepted|coming|approved|confirmed)|withdrawn|refunded|مرفوض|بانتظار|لم يؤكد)\Z"
)
"""Under a header that asks who came."""
_ABSENT_TITLE = pattern_of(rf"\A(?:\S+ ){{0,3}}{_AWAY}(?: .*)?\Z")
_PRESENT_TITLE = pattern_of(
    r"\A(?:ה?נוכחים|נכחו|השתתפו|הגיעו|(?:ו?כל )?(?:ה?שאר|ה?יתר)(?: ה?\w+)?|present|attended|in attendance|attendees|(?:the "
    r"|all )?(?:others?|rest|remaining)"
    r"(?: \w+){0,2}|everyone else|(?:ال)?حاضر(?:ون|ين)|(?:ال)?حضور|(?:ال)?مشارك(?:ون|ين)|باقي (?:ال)?\w+|بقية (?:ال)?\w+)\Z"
)
_ASIDE = expression(r"[(\[]([^()\[\]]+)[)\]]\s*\Z|\s[-–—]\s([^-–—]+)\Z")
_LETTER = expression(r"[^\W\d_]")
_LONGEST_TITLE = 6
"""Words."""
_LONGEST = 120
"""Characters of a cell that says why somebody did not come."""


@lru_cache(maxsize=256)
def asks_who_came(header: str) -> bool:
    """Whether yes and no below a header say who came; not to one occasion of several."""
    words = normal(header)
    return bool(CAME.search(words)) and not _PART.search(words)


def says_absent(cell: str, *, below_status: bool = False) -> bool:
    """Whether a cell says that its owner took no part. `below_status`: its header asks for that."""
    if "@" in cell or not _LETTER.search(cell):  # most cells of a long list: addresses, numbers, times
        return False
    words = normal(cell)
    return bool(_ABSENT.match(words) or (below_status and _ABSENT_THERE.match(words)))


@lru_cache(maxsize=10_000)
def says_absent_aside(cell: str) -> bool:
    """Whether a cell for a name, a role or an organisation says so at its end: "Dana (cancelled)"."""
    aside = _ASIDE.search(cell)
    return bool(aside and says_absent(aside[1] or aside[2]))


def is_title_of_absent(title: str) -> bool:
    """Whether the title of a group says that those below it took no part."""
    words = normal(title)
    return len(words.split()) <= _LONGEST_TITLE and bool(_ABSENT_TITLE.match(words))


def is_title_of_present(title: str) -> bool:
    """Whether the title of a group is of those who came, or of all others."""
    return bool(_PRESENT_TITLE.match(normal(title)))


def took_no_part(beside: Iterable[tuple[str, str]], own: Iterable[str]) -> bool:
    """Whether a row is of somebody who took no part.

    `beside`: header and text of its cells that mean nothing for a participant; `own`: its name, role and organisation.
    Where several columns ask who came, all that answer have to say no.
    """
    came = set[bool]()
    for header, text in beside:
        if not text or len(text) > _LONGEST:
            continue
        asks = asks_who_came(header)
        if says_absent(text, below_status=asks or is_status(header)):
            return True
        if asks and (said := yes_or_no(text)) is not None:
            came.add(said == "yes")
    return came == {False} or any(map(says_absent_aside, own))
