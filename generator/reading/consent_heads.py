"""What the header of a column asks: whether something may be published, whether it asks who refuses, and whether a yes
below it can be taken for an agreement at all."""

from __future__ import annotations

from functools import lru_cache

from generator.expressions import expression
from generator.reading import consent_grants

NOT_IN_ARABIC = r"\b(?:لا|لم|لن|عدم|بدون|دون|بلا|غير|ليس(?:ت|وا)?|لست)\b"
"""A part of patterns: what negates in Arabic."""
_ASKS = expression(
    r"הסכמ|מסכימ|מסכים|פרסום|לפרסם|לפרסמ|פרסמו|יפורסם|תפורסם|להתפרסם|תפרסמו|אנונימ|חשיפ|לחשוף|להיחשף|בעילום|"
    r"consent|publish(?!er|ing house)|publication of|\bagree[sd]?\b|\bagree(?:ment)? to|anonym|disclos|opt(?:ed)?[ -](?:in|out)\b|"
    r"(?:לציין|ציון|להציג|הצגת) (?:את )?ה?שמ|(?:ציון|הצגת|להציג|לציין) ה?שם|זכיר|אזכור|להופיע|להיכלל ב|הופעה ב|אופן ה?הופעה|"
    r"שם גלוי|גלוי|חסוי|חי?סיון|הזדה|להסתיר|הסתרת|שם בדוי|ללא שם|בלי שם|ויתור|"
    r"named? in (?:the )?(?:report|appendix|list)|(?:can|may|to) be (?:named|listed|shown|identified|quoted)|"
    r"(?:show|hide|withhold) (?:my |your |the )?name|by name\b|unidentif|\bon the record|chatham|"
    r"(?:לקרוא לך|לכנות|שם תצוגה|שם להצגה)|display name|(?:called|referred to) in|name to (?:use|show|publish)|keep my name|"
    r"media release|data sharing|"
    r"embargo|\bopted\b|\bחזר\S* (?:בו|בה|בהם)\b|התחרט|נסוג|withdr[ae]w|revo[ck]|retract|chang\w+ \S* ?mind|تراجع|سحب|"
    r"соглас|публик|einwillig|zustimm|accord\b|consentement|"
    r"(?:shield|protect|conceal|reveal|guard)\w* (?:my |your |the |their )?(?:identity|name)|(?:הגנה|להגן|שמירה|"
    r"לשמור) על ה?(?:זהות|שם)|"
    r"attribution|visibility|confidential|keep private|pseudonym|no publication|"
    r"(?:exclude|omit|redact|remove)\w* (?:me |us |name )?(?:from|in) (?:the )?(?:report|list|appendix|publication)|\bredact|"
    r"(?:ذكر|إظهار|اظهار|إخفاء|اخفاء|حجب|حذف) ال?اسم|التعريف ب|"
    r"may (?:we )?(?:be )?(?:name|show)|name (?:may|can) (?:be )?|permission to|"
    r"موافق|أوافق|اوافق|يوافق|توافق|نشر|بالنشر|مجهول|افصاح|إفصاح|الكشف عن"
)
"""Anywhere in a header: the column asks whether something may be published."""
_MAY_ASK = expression(
    r"אישור|מאשר|רשות|הרשא|מורש|פומבי|approv|permission|permit|allow|release|gdpr|privacy|\bpublic\b|פרטיות|סודי|"
    r"خصوصية|إذن|اذن|تصريح|يسمح|سماح|سري"
)
"""In a header: it asks, when its cells answer with yes or no, or when there is nothing else in it."""
_OPTIONS = expression(
    r"\(?\b(?:כן|yes|y|نعم|v)\s*(?:[/\\|,–-]|\bאו\b|\bor\b|\bأو\b|\bأم\b)\s*(?:לא|no|n|لا|x)\b\)?"
    r"|\(?\b(?:לא|no|n|لا)\s*(?:[/\\|,–-]|\bאו\b|\bor\b)\s*(?:כן|yes|y|نعم)\b\)?"
    r"|\b(?:או (?:ש)?לא|or not|أم لا|أو لا)\b|[^\s=,;:()/–-]{1,8}\s*=\s*[^=,;:()/\d–-]{1,24}"
)
"""The answers that a header offers: the no among them is none of its own."""
_REFUSES = expression(
    r"\b(?!מלא\b)[ולבכמשה]{0,2}(?:לא|אין|אל|בלי|ללא|מבלי|אי(?=[ \u05be-])|אינ[והי]|אינני|אינכם|אינך|אינם)\b|"
    r"טרם|עדיין|pending|התחרט|נסוג|retract|تراجع|"
    r"איסור|אסור|סירוב|סירב|מסרב|מתנגד|התנגד|ביטל|ביטול|\bחזר\S* (?:בו|בה|בהם)\b|החרג|להחריג|השמט|להשמיט|מחיק|"
    r"למחוק|הסר[הת]|"
    r"להסיר|לגרוע|טשט|השחר|להשחיר|חי?סיון|חסוי|סודי|חשאי|עלומ|בעילום|אנונימ|להסתיר|הסתר|בדוי|פסבדונים|נמנע|להימנע|"
    r"\b(?:not|no|non|never|without|don't|doesn't|isn't|won't|cannot|can't|nor)\b|n't\b|"
    r"\bmind\b|object|refus|anonym|unidentif|unnamed|incognito|exclu|\bomit|redact|suppress|\bmask|\bblur|withh|withdr|revo[ck]|"
    r"remov|declin|\bden(?:y|ie)|\bhid(?:e|den)|\bprivate|confidential|secre[ct]|pseudonym|opt(?:ed)?[ -]out|unwilling|unhappy|"
    r"chatham|restrict|embargo|reluct|rather|\bout\b|de-?identif|exempt|חיסו|מחוץ|\bسرا?\b|السرية|keep my name|forbid|prohibit|"
    rf"{NOT_IN_ARABIC}|تمانع|يمانع|مانع|اعتراض|يعترض|تعترض|معارض|رفض|إخفاء|اخفاء|حجب|حذف|استبعاد|شطب|سري|"
    r"مجهول|"
    r"امتناع|يمتنع|سحب|إلغاء|الغاء|ألغى|تحفظ|ممنوع|\bمنع\b|حظر"
)
"""In a header that asks the other way about: a yes is a refusal, and so is anything else that is not a plain level."""
_NAMES_OR_PUBLISHES = expression(
    r"\b[ולבכמשה]{0,2}שמ(?:ו|ה|י|ך|כם|ם|ות)?\b|\bה?שם\b|פרסו|פרסמ|פומבי|אזכו|\bnam(?:e|ed|es|ing|eable)\b|identi|\bpubli(?:c\b|sh|cation)|"
    r"mention|quot|\bال?اسم|نشر|ذكر"
)
"""In a header: it is about names or publishing, whatever else it says of them."""
_VOWELS = expression(r"[\u0640\u064b-\u0652]")


def asks(header: str) -> bool:
    """Whether a column's words alone ask for consent to publish."""
    return bool(_ASKS.search(plain(header)))


def may_ask(header: str) -> bool:
    """Whether they may, where the cells below answer."""
    return bool(_MAY_ASK.search(plain(header)))


def refuses(header: str) -> bool:
    """Whether a header asks who does not want to be published, or has any negation in it."""
    return bool(_REFUSES.search(_OPTIONS.sub(" ", plain(header))))


@lru_cache(maxsize=1_000)
def is_of_pictures(header: str) -> bool:
    """Whether a header is about taking pictures and about nothing else."""
    return not refuses(header) and consent_grants.is_of_pictures(_OPTIONS.sub(" ", plain(header)))


@lru_cache(maxsize=1_000)
def is_beside_names(header: str) -> bool:
    """Whether it asks whether something else may be published than a name."""
    return not refuses(header) and consent_grants.is_beside_names(_OPTIONS.sub(" ", plain(header)))


def names_or_publishes(header: str) -> bool:
    """Whether a header is about names or publishing at all, so that a no below it is heard."""
    return bool(_NAMES_OR_PUBLISHES.search(plain(header)))


@lru_cache(maxsize=1_000)
def agrees_by_yes(header: str) -> bool:
    """Whether a yes below a header is an agreement to publish: only where the header asks for one, in words that are known."""
    words = _OPTIONS.sub(" ", plain(header))
    return not _REFUSES.search(words) and consent_grants.asks_for_agreement(words)


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """A text in small letters, with single spaces and one kind of apostrophe, and without Arabic vowel signs."""
    return " ".join(_VOWELS.sub("", text).replace("’", "'").casefold().split())
