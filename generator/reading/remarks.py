"""Remarks beside a person that ask not to be published, named or shown: in a cell, a comment, a note or a title."""

from __future__ import annotations

from functools import lru_cache

from generator.expressions import expression
from generator.reading import consent_heads
from generator.reading.consent_heads import plain
from generator.reading.list_heads import is_about_coming

_SHOWN = expression(
    r"להופיע|יופיע|תופיע|להזכיר|יוזכר|תוזכר|להציג|לציין|להיכלל|\bשמ(?:ו|ה|ם|י)\b|\bnamed?\b|\bpublicat|\bappear|\blisted\b|"
    r"\bmention|"
    r"اسمه|اسمها|اسمي|ذكر|ظهور|يظهر|تظهر"
)
_NEGATES = expression(
    r"\b[ש]?(?:לא|אין|אל|בלי|ללא|אינ[וה]|מבלי)\b|\b(?:not|no|never|without|don't|doesn't|remove|omit|hide)\b|להסיר|למחוק|להשמיט|"
    r"להסתיר|"
    rf"{consent_heads.NOT_IN_ARABIC}"
)
_HIDDEN_SELF = expression(
    r"דיסקרט(?:י|ית|יות)|אנונימ(?:י(?:ת|ם|ים)?)?|בעילום|\bעלומ(?:ה|ים)\b|\bעלום\b|חסוי(?:ה|ים)?|\bסודי|"
    r"(?:לא|אין) (?:להפצה|להפיץ|להעביר|להעברה|"
    r"לשתף)|לשימוש פנימי|anonym|confidential|withh"
    r"|not for (?:distribution|circulation)|internal use|do not (?:share|distribute|circulate)|مجهول|سري|للاست(?:عمال|خدام) الداخلي"
    r"|(?:لا|ليست?|غير) (?:(?:معدة?|مخصصة?) )?(?:للتوزيع|للتداول|ل?توزع|ل?توزيعه)"
)
"""In a remark: alone it says that its owner is not to be named."""

_WITHDRAWS = expression(
    r"על פרטיות|פרטיות[והםן]\b|\bחזר\S* ב(?:ו|ה|הם)\b|לא (?:לצרף|לכלול)|הסכמ(?:ה|ת)|אנונימיות|אלמוני(?:ת|ים)?\b|(?:הסיר|"
    r"הסירה) את (?:עצמ|שמ)|\b(?:his|her|their|my) privacy|"
    r"anonymity"
    r"|\bconsent|\brevok|off the record|off (?:any|the|all) lists?|\b(?:keep|leave|take|left)\b.*\b(?:private|out|off|secret)\b"
    r"|changed (?:his|her|their|my) mind|خصوصيت|سحب(?:ت)? موافق|موافقت|تراجع|السرية"
)
"""In a remark: its owner has changed their mind, asks for privacy in other words, or has not answered yet."""
_LESS = expression(
    r"אוף דה רקורד|רקע בלבד|ראשי תיבות|(?:ה?שם|שמו|שמה) (?:ה?פרטי|ה?משפחה) בלבד|\bה?(?:תפקיד|ארגון) בלבד|\bרק (?:את )?"
    r"(?:ה?שם ה?פרטי|שמ[והם] ה?פרטי|ה?תפקיד|ה?ארגון)\b|\bעד(?:ה|ים|ות)? מוגנ|עילום|שם (?:במה|בדוי|אחר)\b"
    r"|off record|background only|initials|(?:first|last|family|given|role|title|position|organi[sz]ation)(?: names?)? only"
    r"|only (?:the |his |her |their )?(?:first name|last name|role|title|initials)|protected witness|pseudonym|opt(?:s|ed) out"
    r"|invisible|الاسم الأول فقط|اسمه?ا? الأول فقط|الأحرف الأولى|(?:المنصب|الوظيفة|المؤسسة) فقط"
)
"""In a remark: less of its owner may be told than a name, or to fewer people."""
_TAKES_BACK = expression(
    r"להוריד|להוציא|לגרוע|להחריג|\bטרם|ממתינ|ביטל|התחרט|מתנגד|מסרב|סירב|refus|declin|awaiting|pending|\bfears?\b|prefers?\b"
    r"|إزالة|ازالة|حذف|شطب|انتظار|رفض|ترفض|يرفض"
)
"""In a remark, beside what is published or allowed: it is not, or not yet."""
_PUBLISHED = expression(
    r"\bהשם\b|\b[בלמ]?שם (?:של|ה?מלא|ה?פרטי|ה?משפחה)\b|(?:בלי|ללא|בלא) שם\b|\b[במ]ה?רשימה\b|נספח|"
    r"\b[במ]ה?דוח\b|ציטוט|לצטט|ייחוס|לייחס"
    r"|שיראו|שידעו|שיזהו|לזהות|הופע|quot|attribut|identif|expos|\bseen\b|\breport\b|\blist\b|\bwho (?:he|she|they)\b"
    r"|\b(?:ال)?اسم\b|التقرير|القائمة"
)
_ALLOWED = expression(r"אישור|אישר|\bרשות\b|הרשא|\bחת(?:ם|מ)|לחתום|permission|approv|\bsign|إذن|موافق")
_ASIDE = expression(r"[(\[][^()\[\]]+[)\]]|\s[-–—]\s.+")


def withholds_in_words(remark: str) -> bool:
    """Whether a remark beside a person asks, in whole words, not to be published, named or shown."""
    said = plain(remark)
    if _HIDDEN_SELF.search(said):
        return True
    return _is_not_shown(said)


@lru_cache(maxsize=10_000)  # remarks, roles and organisations are few, however long the list
def withholds_in_remark(remark: str) -> bool:
    """Whether a remark in a person's row asks not to be published, or says anything else of consent or of privacy."""
    said = plain(remark)
    if withholds_in_words(remark) or _WITHDRAWS.search(said) or _LESS.search(said):
        return True
    if not (_NEGATES.search(said) or _TAKES_BACK.search(said)):
        return False
    is_published = consent_heads.asks(said) or _SHOWN.search(said) or _PUBLISHED.search(said)
    return bool(is_published or (_ALLOWED.search(said) and not is_about_coming(said)))


@lru_cache(maxsize=10_000)
def refuses_beside(cell: str) -> bool:
    """Whether a cell for a name, a role or an organisation also says that its owner is not to be published or named."""
    said = plain(cell)
    if " " not in cell:
        return bool(_HIDDEN_SELF.fullmatch(said))
    if (aside := _ASIDE.search(cell)) and withholds_in_remark(aside[0]):
        return True
    return _is_not_shown(said)


def _is_not_shown(said: str) -> bool:
    return bool(_NEGATES.search(said) and (consent_heads.asks(said) or _SHOWN.search(said)))
