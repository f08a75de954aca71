"""Whether a yes below a header is an agreement to be named in what is published.

The rule is turned so that doubt publishes less: each word of the header has to be known here, and together they have to ask for
just that. "Consent to be filmed", "agree with the report" and "publish my role" have a word too many or one too few, and so has
every header in words that nobody thought of; a yes below those is counted and said.
"""

from __future__ import annotations

from generator.expressions import expression

_PHRASES = expression(
    r"\((?:form|phone|telephone|e-?mail|writing|טופס|טלפון|מייל|דוא\"?ל|בכתב|استمارة|هاتف)\)|\b(?:by|via|on the|in) (?:form|phone|"
    r"telephone|e-?mail|writing)\b|\b(?:בטופס|בטלפון|במייל|בכתב)\b|\b(?:with|to) the public\b|\bעם ה?ציבור\b|\bלציבור\b"
)
"""How an agreement was given, and to whom something is shown: they change nothing of what was agreed to."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONSENT = _words(
    "הסכמה הסכמת הסכמתי הסכמתך הסכמתו הסכמתה הסכמתם consent consents consented موافقة الموافقة موافقتك موافقتي"
)
"""Nouns and verbs that mean an agreement to be published wherever a list of people has them, alone too."""
_AGREES = _words(
    "מסכים מסכימה מסכימים מסכימות מסכימ הסכים הסכימה הסכימו agree agrees agreed موافق موافقون موافقين الموافقون"
    " أوافق اوافق يوافق توافق وافق وافقت"
)
"""They agree to something: to be published, where the header says so or says nothing else."""
_MAY = _words(
    "מאשר מאשרת מאשרים מאשרות אישור אישר אישרה אישרו רשות הרשאה ניתן אפשר מותר מורשה מורשים נכונות מוכן מוכנה מוכנים"
    " may can could ok okay happy willing allow allows allowed allowing approve approves approved approval permit permits"
    " permission authorise authorised authorize authorized authorisation authorization accept"
    " إذن اذن تصريح يسمح تسمح أسمح اسمح نسمح سماح السماح مسموح يمكن يجوز يمكننا"
)
"""They allow something, which the header has to name."""
_WISHES = _words(
    "רוצה מעוניין מעוניינת מעוניינים מבקש מבקשת want wants wish wishes like أرغب ارغب ترغب يرغب أريد اريد تريد يريد تود"
)
"""Who wishes to publish may mean a paper: these need somebody, or a name."""
_PUBLISH = _words(
    "פרסום הפרסום לפרסם לפרסום יפורסם תפורסם יפורסמו להתפרסם שנפרסם"
    " publish publication publishable نشر النشر ينشر تنشر ننشر بنشر بالنشر للنشر"
)
_SHOW = _words(
    "לחשוף חשיפת להציג הצגת הצגה לציין ציון להזכיר אזכור שנזכיר להופיע שאופיע יופיע תופיע הופעת הופעה להיכלל לשתף שיתוף שימוש"
    " show list include mention appear disclose disclosure share use quote credit display name reveal"
    " ذكر إظهار اظهار الكشف كشف إفصاح الإفصاح التعريف ظهور يظهر تظهر ندرج إدراج"
)
"""They show something: a name, or somebody in the report."""
_NAMED = _words("published named identified mentioned listed")
_SHOWN = _words("shown quoted included credited disclosed displayed used")
"""These have been done already, unless a word allows them."""
_OBJECT = expression(r"\b(?:mention|show|list|credit|include|name) (?:you|me|us)\b|\bאות(?:י|ך|ו|ה|ם|כם)\b")
"""Somebody who would be shown."""
_NAME = _words(
    "שם השם שמי שמך שמו שמה שמכם שמם שמן שמנו שמות השמות פרטים הפרטים פרטיי פרטיך"
    " name names details اسم الاسم اسمك اسمي اسمه اسمها أسماء باسمك باسمي باسم هويتك هويتي"
)
"""What would be published."""
_PICTURES = _words(
    "צילום צילומים תמונה תמונות תמונתי תמונתך להצטלם מצולם מצולמת הקלטה הקלטת וידאו סרטון"
    " photo photos photograph photographs photographed photography picture pictures image images video videos filming filmed"
    " recording recorded تصوير التصوير صورة الصورة صور صورتي صورتك الصور تسجيل التسجيل فيديو"
)
_PLACES = _words(
    "דוח נספח רשימה רשימת מסמך סיכום אתר report appendix list website site web document summary"
    " التقرير تقرير القائمة قائمة الموقع موقع الملحق الوثيقة"
)
"""Where something would be published. Without "in", they are what was agreed to."""
_IN = expression(
    r"(?:\b(?:in|on|at) (?:(?:the|our|your|a|any|final|full|public|closing|its) )*|בה?|\b(?:في|على|ضمن) )\Z"
)
_BESIDE = _words("תפקיד התפקיד תפקידי תפקידך ארגון הארגון role organisation organization المنصب المنظمة منصبي")
"""What is published beside a name; alone it is less than what the record offers."""
_GIVEN = _words("ניתנה התקבלה נחתמה חתומה טופס given received obtained granted signed form")
"""What became of an agreement."""
_WHO = _words(
    "משתתף משתתפת משתתפים המשתתף המשתתפת המשתתפים נוכחים הנוכחים participant participants attendees المشارك المشاركين المشاركون"
)
"""Whose list it is, or whose consent; who agrees to be a participant agrees to nothing here."""
_FUNCTION = _words(
    "האם את של שלי שלך שלכם ה ת י ו ם ות ים על ידי אני אנו אנחנו הנני אתם אתה מלא המלא מלאה סופי הסופי מסכם המסכם"
    " הציבורי כן נא אותי אותך אותו אותה אותם אותכם"
    " do does did have has i we he she they you your our is are be being been to of the a an for and in on at by"
    " me us my hereby would should will yes y full final public closing any its"
    " هل أن ان في على ضمن عن من إلى بالتقرير بالموقع بالقائمة أنا نحن لك نعم الكامل النهائي"
)
_PREFIX = expression(r"[ובהלכש]{1,3}(?=[א-ת]{2})")
_OF_A_BODY = expression(
    r"\bnames? of (?:the |my |your |our )?(?:role|organi[sz]ation)\b|\b(?:role|organi[sz]ation)(?: ?s)? names?\b"
    r"|שם (?:של )?ה?(?:תפקיד|ארגון)|اسم (?:ال)?(?:منصب|منظمة)"
)
"""The name that would be published is an organisation's."""
_WORD = expression(r"[^\W_]+")
_UNKNOWN_SIGN = expression(r"[^\w\s.,:;?!/\\()\[\]\-–—*#&|=؟،·]")
"""A cross, a ban or a line through the letters says something too."""
_QUOTES = expression(r"[\"'׳״]")
_OF_CONSENT = frozenset((*_CONSENT, *_WHO, "of", "the", "של"))
_ALL = (
    _CONSENT
    | _AGREES
    | _MAY
    | _WISHES
    | _PUBLISH
    | _SHOW
    | _NAMED
    | _SHOWN
    | _NAME
    | _PLACES
    | _BESIDE
    | _GIVEN
    | _WHO
    | _FUNCTION
)


def asks_for_agreement(words: str) -> bool:
    """Whether a header asks for an agreement to publish a name, and says nothing besides.

    `words`: the header in the form of `consent_heads.plain`, without the answers that it offers and without a negation.
    """
    text = _text(words)
    found = _found(text)
    if found is None or _OF_A_BODY.search(text):
        return False

    def has(*of: frozenset[str]) -> bool:
        return any(not found.isdisjoint(each) for each in of)

    place = next((match for match in _WORD.finditer(text) if _known(match[0], _PLACES)), None)
    is_within = place is not None and bool(_IN.search(text[: place.end() - len(_known(place[0], _PLACES) or "")]))
    is_of_somebody = has(_NAME) or is_within or bool(_OBJECT.search(text))
    if ((place and not is_within) or has(_BESIDE)) and not has(_NAME):
        return False  # the report is what would be published, or the role
    if (has(_GIVEN) and not has(_CONSENT)) or (has(_WISHES) and not (is_of_somebody or has(_NAMED))):
        return False
    if has(_NAMED, _SHOWN):
        return has(_CONSENT, _AGREES, _MAY, _WISHES) and (has(_NAMED) or is_of_somebody)
    if has(_PUBLISH):
        return True
    if has(_SHOW) or _OBJECT.search(text):
        return is_of_somebody
    if has(_WHO):
        return has(_CONSENT) and found <= _OF_CONSENT
    return place is None and (has(_CONSENT) or (has(_AGREES) and not has(_NAME)))


def is_of_pictures(words: str) -> bool:
    """Whether a header says that somebody is photographed or recorded, and nothing of names, of publishing or of consent."""
    found = _found(_text(words), _ALL | _PICTURES)
    return (
        found is not None
        and not found.isdisjoint(_PICTURES)
        and found.isdisjoint(_NAME | _PUBLISH | _SHOW | _NAMED | _SHOWN | _CONSENT | _AGREES | _MAY)
    )


def is_beside_names(words: str) -> bool:
    """Whether a header asks whether something else may be published than a name: pictures, a role, an organisation."""
    text = _text(words)
    found = _found(text, _ALL | _PICTURES)
    if found is None or found.isdisjoint(_PICTURES | _BESIDE):
        return False
    return found.isdisjoint(_NAME) or bool(_OF_A_BODY.search(text))


def _text(words: str) -> str:
    return _QUOTES.sub("", _PHRASES.sub(" ", words))


def _found(text: str, known: frozenset[str] = _ALL) -> set[str] | None:
    """The words of a text as they are known; None where one is not, or a sign."""
    if _UNKNOWN_SIGN.search(text):
        return None
    words = [match[0] for match in _WORD.finditer(text)]
    found = {_known(word, known) for word in words if not (len(word) == 1 and word.isdigit())}
    return None if None in found else {word for word in found if word}


def _known(word: str, words: frozenset[str]) -> str | None:
    """A word as it is known, without Hebrew prefixes; None when it is not."""
    prefixes = _PREFIX.match(word)
    longest = len(prefixes[0]) if prefixes else 0
    return next((word[cut:] for cut in range(longest + 1) if word[cut:] in words), None)
