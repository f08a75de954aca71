"""Reads consent from the headers and cells of a list, in the words offices use; for `participants.csv` and imports alike.

A doubtful file publishes less: what is not understood, and an empty cell beside cells that answer, is `counted`.
A bare yes agrees to what the record says people were asked (`default_consent`, with its `basis`), and to nothing without it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from generator.expressions import expression
from generator.model.consent import ABOVE_COUNTED, COUNTED
from generator.model.record import ConsentPolicy
from generator.reading import consent_heads
from generator.reading.consent_heads import plain
from generator.reading.list_heads import is_status, may_hold_consent
from generator.structure import Vocabulary, match_term, normal

CONSENT = "consent"
"""The header of a column that is called so in the structure, or that somebody has told to be it."""
_YES = (
    "כן", "כ", "v", "✓", "✔", "√", "☑", "✅", "מאשר", "מאשרת", "מאשר/ת", "מאשרים", "מאושר", "אישר", "אישרה", "אושר",
    "מסכים", "מסכימה", "מסכים/ה", "מסכימים", "הסכים", "הסכימה", "ניתן לפרסם", "אפשר לפרסם", "מותר", "לפרסם", "חיובי",
    "כן מאשר", "כן מאשרת", "כן מסכים", "כן מסכימה", "מאשר פרסום", "מאשרת פרסום", "מסכים לפרסום", "מסכימה לפרסום", "בהחלט",
    "yes please", "i agree to publish", "agree to publish",
    "yes", "y", "true", "ok", "okay", "agree", "agrees", "agreed", "i agree", "approved", "granted", "allowed", "consents",
    "ja", "oui", "да", "согласен", "согласна",
    "نعم", "أجل", "اجل", "موافق", "موافقة", "أوافق", "اوافق", "وافق", "وافقت", "يوافق", "توافق", "مسموح", "صح",
)  # fmt: skip
_NO = (
    "לא", "לא מאשר", "לא מאשרת", "לא מאשר/ת", "אינו מאשר", "אינה מאשרת", "לא אישר", "לא אישרה", "לא מאושר", "לא אושר",
    "לא מסכים", "לא מסכימה", "לא מסכים/ה", "אינו מסכים", "אינה מסכימה", "לא הסכים", "לא הסכימה", "לא מעוניין",
    "לא מעוניינת", "לא מעוניין/ת", "לא מעוניינים", "לא לפרסם", "אין לפרסם", "ללא פרסום", "לא לפרסום", "אסור", "מסרב", "מסרבת",
    "מסרבים",
    "לא מאשרים", "לא מסכימים", "מתנגד", "מתנגדת", "מתנגדים", "אנונימיים", "חסויים", "objects", "refuse", "disagrees",
    "סירב", "סירבה", "אנונימי", "אנונימית", "בעילום שם", "ללא שם", "בלי שם", "חסוי", "חסויה", "סודי", "שלילי",
    "no", "n", "false", "not agreed", "disagree", "refused", "refuses", "declined", "denied", "do not publish", "don't publish",
    "not to be published", "not published", "anonymous", "withheld", "opt out", "opted out", "confidential", "private",
    "nein", "non", "нет", "не согласен", "не согласна", "против",
    "لا", "كلا", "غير موافق", "غير موافقة", "لا أوافق", "لا اوافق", "لا يوافق", "لا توافق", "لم يوافق", "لم توافق",
    "✗", "✘", "☐", "❌", "✖", "رفض", "رفضت", "يرفض", "ممنوع", "مجهول", "مجهولة", "عدم النشر", "لا ينشر", "لا للنشر", "سري",
)  # fmt: skip
_AGREEING = (
    "אני אנו אנחנו מאשר מאשרת מאשרים מסכים מסכימה מסכימים ה ת י נותן נותנת הסכמה הסכמתי את שמי השם שם שלי לפרסם פרסום לפרסום"
    " לציין להציג שיפורסם שיופיע באתר בדוח ברשימה במסמך המסכם הסופי המלא מלא לכך תודה בשמחה בהחלט כמובן ניתן אפשר מותר"
    " i we agree to the publication of my name publish publishing you may can consent give please sure course that is be"
    " published listed shown in report on website site final list happy thanks thank it happily"
    " أنا نحن أوافق موافق موافقة على نشر اسمي الاسم في التقرير الموقع القائمة شكرا بالتأكيد النشر"
)
"""The words of a sentence that says yes and nothing besides: with any other word it may be a condition, or but a part."""
_AGREES = "מאשר מאשרת מאשרים מסכים מסכימה מסכימים agree consent أوافق موافق موافقة"
_IN_DOUBT = ("?", "؟", "*", "†", "‡", "#")
"""At the end of an answer: it is none yet, or a note somewhere says more of it."""
_NO_SENTENCE = expression(r"(?:לא|no|لا|كلا)\s*[,.;:!–—-]", re.IGNORECASE)
_LEGEND = expression(r"([^\s=,;:()/–-]{1,8})\s*=\s*([^=,;:()/\d–-]{1,24})")
"""In a header: what its answers mean, "1 = yes, 0 = no"."""
_NOBODY = expression(
    r"\bשם שמור|\bה?שם (?:ה?מלא )?(?:שמור|חסוי|בדוי)|\b(?:ה?פרטים|ה?שם) שמורים?\b|\b(?:name|details|identity) (?:is |are )?"
    r"(?:withheld|on file|kept|known to|not (?:given|disclosed|published))|\bname supplied\b|\bפלוני|\bاسم (?:محفوظ|مستعار)|"
    r"\bالاسم محفوظ"
)
"""In place of a name: that there is one, and that it shall not be told."""
_NEGATION = expression(r"(?:לא|אינו|אינה|טרם|not|no|never|non|un|غير|لم|لا) ?(?=\w)")
_HALF = expression(r"[x?؟\-–—+*0-9]{1,3}|אולי|תלוי|בתנאי.*|maybe|perhaps|depends.*|off|on|in|out|tbd|pending|n/a|ربما")
"""Said in place of a yes or a no."""
_LEVEL_IN_A_WORD = expression(
    r"(?:גלוי|חסוי|עלומ?|אנונימי|סודי|פומבי|פנימי)(?:ת|ה|ם|ים)?|named|unnamed|open|visible|hidden|علني|سري|مجهول"
)
"""How much may be told, in words that are no level: the column is understood, and the cell is not."""
_ENOUGH = 0.5
"""The share of a column's cells that have to answer for its values alone to make it a column of consent."""


class Answer(Struct, frozen=True):
    """What a row agreed to."""

    level: str | None
    """Id of the level; None: nothing is said, and the record's default holds."""
    is_understood: bool = True
    """Whether all that is written was understood; if not, the level is `counted`."""
    is_cell_clear: bool = True
    """Whether the cell alone was; if it was and the answer is not, the header does not say what a yes below it agrees to."""


def asks_consent(header: str, values: Iterable[str] = ()) -> bool:
    """Whether a column's words, with its values where the words alone leave it open, ask for consent to publish."""
    if consent_heads.is_of_pictures(header) or consent_heads.asks(header):
        return not consent_heads.is_of_pictures(header)
    return consent_heads.may_ask(header) and (len(header.split()) == 1 or answers(values))


def names_nobody(cell: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell for a name says instead that there shall be none: "anonymous", "no", "name withheld"."""
    form = normal(cell)
    term = vocabulary.by_name.get(form)
    if (term is not None and term.id == COUNTED) or "no" in (_SAID.get(form), _SAID.get(cell)):
        return True
    return bool(_NOBODY.search(plain(cell)) or _NO_SENTENCE.match(cell))


def answers(values: Iterable[str], vocabulary: Vocabulary | None = None) -> bool:
    """Whether the values of a column are yes and no, or levels of consent, so that the column is recognised without its header.

    A value beside its own negation, "signed" and "not signed", answers too; marks and half answers only beside others.
    """
    written = [value for value in values if value.strip()]
    said = {value for value in written if _says(value, vocabulary)}
    forms = {value: normal(value) for value in written}
    negated = {form: _NEGATION.sub("", form, count=1) for form in forms.values() if _NEGATION.match(form)}
    pairs = {form for form, bare in negated.items() if bare in forms.values()}
    pairs |= {negated[form] for form in pairs}
    answering = [
        value
        for value in written
        if value in said or forms[value] in pairs or forms[value] in negated or _HALF.fullmatch(plain(value))
    ]
    return bool(said or pairs) and len(answering) >= _ENOUGH * len(written)


def _says(value: str, vocabulary: Vocabulary | None) -> bool:
    """Whether a value is yes, no, a level, or a word for how much may be told."""
    if yes_or_no(value) is not None or _LEVEL_IN_A_WORD.fullmatch(plain(value)):
        return True
    return vocabulary is not None and match_term(vocabulary, value) is not None


def consent_columns(
    headers: Sequence[str],
    rows: Iterable[Sequence[str]],
    vocabulary: Vocabulary,
    *,
    taken: Collection[int],
    has_column: bool,
) -> tuple[int, ...]:
    """Columns that speak of consent, among those that nothing else claims (`taken`): by their words, else by their values.

    Values alone decide only when no column's words do, and the column of consent is not there by its name (`has_column`):
    yes and no are answers to many questions.
    """
    table = list(rows)
    free = [index for index in range(len(headers)) if index not in taken]
    columns = {index: [row[index] for row in table if index < len(row)] for index in free}
    by_words = tuple(
        i
        for i in free
        if asks_consent(headers[i], columns[i]) or (_says(headers[i], vocabulary) and answers(columns[i]))
    )
    if by_words or has_column:
        # What answers without a header is a second column of the first one's answers.
        return tuple(
            index for index in free if index in by_words or (not headers[index] and answers(columns[index], vocabulary))
        )
    fit = (index for index in free if may_hold_consent(headers[index]) and answers(columns[index], vocabulary))
    return tuple(i for i in fit if not is_status(headers[i]) or "no" in map(yes_or_no, columns[i]))


def read_consent(
    cells: Sequence[tuple[str, str]], vocabulary: Vocabulary, policy: ConsentPolicy, *, others_answer: bool
) -> Answer:
    """The consent of one row, from (header, text) of each consent column. Of several answers the most restrictive applies.

    `others_answer`: other rows answer in these columns, so that an empty cell is not an agreement.
    """
    written = [(header, text.strip()) for header, text in cells if text.strip()]
    # Who agrees to be named, and to have a picture or the role published, agrees to be named.
    of_names = [each for each in written if yes_or_no(each[1]) != "yes" or not consent_heads.is_beside_names(each[0])]
    found = [_read(header, text, vocabulary, policy) for header, text in of_names or written]
    if not found:
        return Answer(COUNTED if others_answer and has_default(policy) else None)
    unclear = [answer for answer in found if not answer.is_understood]
    if unclear:
        return Answer(COUNTED, is_understood=False, is_cell_clear=all(answer.is_cell_clear for answer in unclear))
    levels = [answer.level for answer in found if answer.level is not None]
    return Answer(max(levels, key=_order)) if levels else Answer(None)


def _read(header: str, text: str, vocabulary: Vocabulary, policy: ConsentPolicy) -> Answer:
    refuses = consent_heads.refuses(header)
    legend = _legend(header)
    if not legend and "=" in header:  # what it says of answers is not understood
        return Answer(COUNTED, is_understood=False, is_cell_clear=False)
    text = legend.get(text.casefold(), text)
    if text.endswith(_IN_DOUBT):
        return Answer(COUNTED, is_understood=False)
    said = yes_or_no(text)
    if refuses and said is not None:
        return Answer(COUNTED, is_understood=said == "yes")  # who says no to "anonymous" may have refused all the same
    if said is None or match_term(vocabulary, text):
        term = match_term(vocabulary, text)
        if term is None or (refuses and term.id != COUNTED):
            return Answer(COUNTED, is_understood=False)
        return Answer(term.id)
    if said == "no":
        return Answer(COUNTED)
    if level := match_term(vocabulary, header):  # a tick under the name of a level
        return Answer(level.id)
    if not consent_heads.agrees_by_yes(header):
        return Answer(COUNTED, is_understood=False, is_cell_clear=False)
    return Answer(policy.default_consent) if has_default(policy) else Answer(COUNTED, is_understood=False)


def has_default(policy: ConsentPolicy) -> bool:
    """Whether the record publishes something of those who do not answer for themselves."""
    return policy.default_consent in ABOVE_COUNTED and bool(policy.basis)


def yes_or_no(text: str) -> str | None:
    """`yes`, `no`, or None for anything else, an x included: some offices write it for yes and others for no."""
    bare = text.replace("\ufe0f", "").strip()
    if bare.endswith(_IN_DOUBT):
        return None
    return _SAID.get(bare.casefold()) or _SAID.get(normal(bare)) or _said_in_sentence(bare)


def _said_in_sentence(text: str) -> str | None:
    """What an option of a form says in a whole sentence: "Yes, I agree to the publication of my name"."""
    if " " not in text:
        return None
    if _NO_SENTENCE.match(text):
        return "no"
    words = normal(text).split()
    agrees = any(word in _AGREES_WORDS or _SAID.get(word) == "yes" for word in words)
    return "yes" if agrees and all(word in _AGREEING_WORDS or _SAID.get(word) == "yes" for word in words) else None


def _legend(header: str) -> dict[str, str]:
    """Answer -> what it means, where the header says what a yes and a no are written as."""
    if "=" not in header:
        return {}
    meanings = {answer.casefold(): meaning.strip() for answer, meaning in _LEGEND.findall(header)}
    said = {yes_or_no(meaning) for meaning in meanings.values()}
    return meanings if {"yes", "no"} <= said else {}


def _order(level: str) -> int:
    return (*ABOVE_COUNTED, COUNTED).index(level)


_SAID = {
    form: said
    for said, words in (("yes", _YES), ("no", _NO))
    for word in words
    for form in (word, normal(word))
    if form
}
_AGREEING_WORDS = frozenset(normal(_AGREEING).split())
_AGREES_WORDS = frozenset(normal(_AGREES).split())
