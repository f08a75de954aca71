"""Private people's phones, e-mail addresses and identity numbers, in every text that people wrote (spec 3.3).

In prose they are for somebody to look at, since an office's own are meant to be public; in a list of people and in the name of a
file nothing excuses them.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import accumulate
from urllib.parse import unquote

from generator.checks.authored import LIST, PROSE, Authored
from generator.diagnostics import Finding, as_warning, finding
from generator.expressions import expression
from generator.model.identity_number import is_identity_number
from generator.model.private import Process
from generator.model.record import Contact
from generator.rules.participants.privacy import IDENTITY_NUMBER, PRIVATE_CONTACT

_PAD = "\u200e"
"""Fills the place of an entity that was read."""
_UNSEEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*"
"""Characters that nobody sees, which come with what is copied from pages and from texts of two directions."""
_AT = rf"{_UNSEEN}(?:@|\uff20|%40|\s@\s|\s(?:שטרודל|כרוכית)\s|\s?[\[({{<]\s?(?:at|AT|At|a|@|שטרודל|כרוכית)\s?[\])}}>]\s?){_UNSEEN}"
_DOT = rf"{_UNSEEN}(?:\.|\s(?:dot|DOT|נקודה)\s|\s?[\[({{]\s?(?:dot|DOT|\.|נקודה)\s?[\])}}]\s?){_UNSEEN}"
_A_DOT = expression(_DOT)
_EMAIL = expression(
    rf"(?<!\w)(?P<user>[^\W_][\w.+'-]{{0,63}}){_AT}(?P<host>[^\W_][\w-]{{0,62}}(?:{_DOT}[^\W_][\w-]{{0,62}}){{1,5}})"
    r"|(?P<said>\b[A-Za-z0-9][\w.+-]{0,63}\s(?:at|AT)\s(?!(?:the|a|an|this|that|our)\b)[A-Za-z0-9-]{1,63}(?:\s(?:dot|DOT)\s[A-Za-z]{2,20}){1,3})\b"
)
_NAMES_OF_AT = ("שטרודל", "כרוכית")
_BRACKETED_AT = rf"\s?(?:at|AT|At|a|{'|'.join(_NAMES_OF_AT)})\s?[\])}}>]"
"""After the bracket that opens."""
_SAID_AT = expression(rf"[\[({{<]{_BRACKETED_AT}")
_SAID_DOT = expression(r"\s(?:dot|DOT)\s")
_APART = r"[ \t.\-/_*•·\u200b-\u200d\u2060\ufeff\u00a0\u2009\u202f\u2010-\u2014\u05be()\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_NUMBER = expression(
    rf"(?<!\d[.,])(?<![A-Za-z0-9_$€₪])\(?\+?\d(?:(?:{_APART}{_PAD}{{0,6}}){{0,3}}\d){{6,60}}(?![\w%]|[.,]\d)"
)
"""Digits with what people put between them. What the number is, its digits say."""
_MOBILE = expression(r"(?:(?:00)?9720?|0)5\d{8}")
"""Mobile numbers belong to people; landlines, `*1234` and 1-800 numbers to offices."""
_LANDLINE = expression(r"(?:(?:00)?9720?|0)(?:[23489]\d{7}|7\d{8})")
"""In a row of a list, beside a name, it is a person's all the same."""
_NINE_DIGITS = expression(rf"(?<!\d)\d(?:{_APART}{{0,3}}\d){{8}}(?!\d)")
_MOST_ENCODED = 3
"""How often an address is encoded."""
_DATE = expression(r"(?<!\d)(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)")
_LABEL = expression(
    r"(?:ת\.?\s?ז\.?|תעודת זהות|מס(?:פר|')? זהות|מספר הזהות|identity (?:no|number)|\bID\b|هوية|الهوية)[^\d\n]{0,25}\Z"
)
"""Before a number: it is an identity number, however it is grouped."""
_GROUPED = expression(
    r"\d{9}|\d{8}[ /_\-\u2010-\u2014\u05be]\d|\d{4}[ _-]\d{4}[ _-]\d|\d{3}[ _\-\u2010-\u2014]\d{3}[ _\-\u2010-\u2014]\d{3}"
    r"|(?:\d\d[ -]){4}\d"
)
_NOT_A_PERSON = expression(
    r"""(?:ח\.?["״']?פ\.?|ע\.?["״']?ר\.?|חברה מס['׳]?|מס['׳]? עמותה|company (?:no|number)|reg)[^\d\n]{0,12}\Z""",
    re.IGNORECASE,
)
"""Before a number: it is a company's or an association's, which has the same form."""
_MONEY = expression(r"""\s*(?:₪|\$|€|%|ש["״]ח|שקל|מיליון|אלף|NIS|ILS|شيكل)""")
_ENTITY = expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,12});")
_MORE_DIGITS = rf"(?:[\uff0d{_APART[1:]}{{0,21}}+\d){{6}}"
_FIRST_DIGIT = r"[^\x00-/:-\u065f]"
"""Of whatever script, with all characters behind the first of them: a set that `re` looks for five times as fast as `\\d`.

Sets are written by what is not in them, since `re` goes through a set up to U+FFFF when it compiles it.
"""
_FIRST_DIGIT_OR_BRACKET = r"[^\x00-')-/:;=-Z\\-z|-\u065f]"
"""The same with `(`, `<`, `[` and `{`."""
_MAY_BE_NUMBER = expression(_FIRST_DIGIT + _MORE_DIGITS)
"""What `_NUMBER` finds holds this."""
_MAY_HOLD = expression(rf"{_FIRST_DIGIT_OR_BRACKET}(?:(?<=[^\[({{<]){_MORE_DIGITS}|(?<=[\[({{<]){_BRACKETED_AT})")
"""A number or an address whose `@` is said in brackets, in one go through the text."""
_SIGNS = ("@", "\uff20", "%", "&", "dot", "DOT", *_NAMES_OF_AT)
"""Without one of these no other address is in a text; with `&` there may be anything."""
_OTHER_DIGITS = expression("[٠-٩۰-۹０-９]")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９－", "012345678901234567890123456789-")
_IS_ADDRESS = expression(r"(?:https?://|www\.|doi|\]\()\S*\Z", re.IGNORECASE)
_OF_ANOTHER_SITE = expression(r"(?:https?://|www\.|doi)\S*\Z", re.IGNORECASE)
_PHONE_ADDRESS = expression(r"(?:wa\.me/|tel:|whatsapp[^\s]{0,30}phone=|t\.me/)\S{0,3}\Z", re.IGNORECASE)
_MAIL_PROVIDERS = frozenset(
    "gmail.com googlemail.com outlook.com outlook.co.il hotmail.com hotmail.co.il live.com yahoo.com yahoo.co.il icloud.com "
    "proton.me protonmail.com walla.com walla.co.il bezeqint.net netvision.net.il zahav.net.il 012.net.il".split()
)
"""Where anybody has an address: an office that has one there shares nothing with the others but the provider."""
_PUBLIC_DOMAINS = (".gov.il", ".muni.il", ".k12.il", ".knesset.gov.il", ".example.org", ".example.com")

PHONE, EMAIL, IDENTITY = "phone", "email", "identity"


def check_contacts(process: Process, texts: Iterable[Authored], attached: Iterable[Authored] = ()) -> Iterator[Finding]:
    """A finding for each in the process's `texts`; the process's own contact, which is meant to be public, is none."""
    contact = process.record.closing.contact
    reviewed = frozenset(waiver.subject for waiver in process.record.privacy.reviewed)
    asked = [text for text in texts if text.places[:1] not in (("closing.contact.email",), ("closing.contact.phone",))]
    for text in _that_may_hold_details(asked):
        yield from contacts_in(text, contact, reviewed)
    for text in attached:
        yield from _in_attached(text, contact, reviewed)


def _that_may_hold_details(texts: Sequence[Authored]) -> Iterator[Authored]:
    """Those of the texts that `may_hold_details`, found by one look at all of them, which have hardly anything."""
    whole = "\0".join([text.text for text in texts])
    if any(sign in whole for sign in _SIGNS):
        yield from texts
        return
    ends = [*accumulate(len(text.text) + 1 for text in texts)]
    yield from (texts[index] for index in sorted({bisect(ends, found.start()) for found in _MAY_HOLD.finditer(whole)}))


def _in_attached(text: Authored, contact: Contact | None, reviewed: frozenset[str]) -> Iterator[Finding]:
    """A warning for the phones and one for the identity numbers of an attached file: data has many numbers that only look so.

    E-mail addresses are left: reports give those of offices.
    """
    told: set[str] = set()
    for kind, _, _, value in private_details(text.text):
        if kind in told or kind == EMAIL or (kind == PHONE and _is_public(kind, value, contact)):
            continue
        if reviewed & frozenset(text.places):
            return
        told.add(kind)
        found = finding(IDENTITY_NUMBER if kind == IDENTITY else PRIVATE_CONTACT, text.span, is_private=True)
        yield as_warning(found)


def contacts_in(
    text: Authored, contact: Contact | None = None, reviewed: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Findings for one text. `contact`: whose address, own domain and phone are public. `reviewed`: places looked at."""
    for kind, start, end, value in private_details(text.text, landlines=text.kind == LIST):
        if text.kind == PROSE and kind != IDENTITY and _is_public(kind, value, contact):
            continue
        if reviewed & frozenset(text.places_of(start)):
            continue
        rule = IDENTITY_NUMBER if kind == IDENTITY else PRIVATE_CONTACT
        values = {"row": text.row} if text.row else {}
        found = finding(rule, text.span_of(start, end), values, is_private=True)
        yield found if text.kind == PROSE else found.as_error()


def may_hold_details(text: str) -> bool:
    """Whether there is anything in a text that one of them needs: in most there is not, and no more is asked of these."""
    return any(sign in text for sign in _SIGNS) or _MAY_HOLD.search(text) is not None


def private_details(text: str, *, landlines: bool = False) -> Iterator[tuple[str, int, int, str]]:
    """Phones, e-mails and identity numbers in a text, in whatever spelling: kind, start, end (exclusive), and the bare value.

    `landlines`: they are phones too.
    """
    if not may_hold_details(text):
        return
    if _OTHER_DIGITS.search(text):
        text = text.translate(_DIGITS)
    plain = _ENTITY.sub(_unescaped, text) if "&" in text else text
    if _may_be_email(plain):
        for found in _EMAIL.finditer(plain):
            if found["said"]:
                user, host = re.split(r"\s(?:at|AT)\s", found["said"], maxsplit=1)
                yield EMAIL, found.start(), found.end(), f"{user}@{re.sub(' (?:dot|DOT) ', '.', host)}".casefold()
                continue
            yield EMAIL, found.start(), found.end(), f"{found['user']}@{_A_DOT.sub('.', found['host'])}".casefold()
    if _MAY_BE_NUMBER.search(plain):
        for found in _NUMBER.finditer(plain):
            yield from _number(plain, found, landlines=landlines)


def _may_be_email(text: str) -> bool:
    """Each asked by itself, since `re` is quick with what begins with one character or one set of them."""
    return (
        any(sign in text for sign in ("@", "\uff20", "%40", *_NAMES_OF_AT))
        or _SAID_AT.search(text) is not None
        or (("dot" in text or "DOT" in text) and _SAID_DOT.search(text) is not None)
    )


def holds_private_detail(text: str) -> bool:
    """Whether a text holds what may be an identity number, a mobile phone or a private person's address, in any spelling.

    It decides what is quoted, so it takes for one what in a text may also be a large number.
    """
    for _ in range(_MOST_ENCODED):
        text = unescape(unquote(text))
    if not may_hold_details(text):
        return False
    if any(kind != EMAIL or _host(value) in _MAIL_PROVIDERS for kind, _, _, value in private_details(text)):
        return True
    return any(
        is_identity_number(found[0])
        and not _DATE.search(found[0])
        and not _OF_ANOTHER_SITE.search(text[: found.start()])
        for found in _NINE_DIGITS.finditer(text.translate(_DIGITS))
    )


def _number(text: str, found: re.Match[str], *, landlines: bool) -> Iterator[tuple[str, int, int, str]]:
    written = found[0]
    digits = "".join(filter(str.isdigit, written))
    before = text[max(0, found.start() - 60) : found.start()]
    is_address = _IS_ADDRESS.search(before) is not None and "(" not in written
    if _MOBILE.fullmatch(digits) and (not is_address or _PHONE_ADDRESS.search(before)):
        yield PHONE, found.start(), found.end(), "0" + digits[digits.index("5") :]
    elif is_address or _DATE.search(written):
        return
    elif is_identity_number(digits) and (_GROUPED.fullmatch(_bare(written)) or _LABEL.search(before)):
        if _NOT_A_PERSON.search(before) or (_MONEY.match(text, found.end()) and not _LABEL.search(before)):
            return
        yield IDENTITY, found.start(), found.end(), digits
    elif landlines and _LANDLINE.fullmatch(digits):
        yield PHONE, found.start(), found.end(), digits
    elif len(digits) > 9:
        # Two numbers with a space between.
        for part in re.finditer(
            r"(?<!\d)(?<!\d[.,])\d{9}(?!\d|[.,]\d)|(?<!\d)0?5\d[- ]?\d{3}[- ]?\d{4}(?!\d)", written
        ):
            inner = "".join(filter(str.isdigit, part[0]))
            start = found.start() + part.start()
            if _MOBILE.fullmatch(inner):
                yield PHONE, start, start + len(part[0]), inner
            elif is_identity_number(inner):
                yield IDENTITY, start, start + len(part[0]), inner


def _unescaped(found: re.Match[str]) -> str:
    return unescape(found[0]).ljust(len(found[0]), _PAD)[: len(found[0])]


def _bare(written: str) -> str:
    return re.sub(_UNSEEN[:-1], "", written).replace("\u00a0", " ").strip("()")


def _is_public(kind: str, value: str, contact: Contact | None) -> bool:
    if kind == PHONE:
        return contact is not None and contact.phone is not None and value == _phone(contact.phone)
    own = contact.email.casefold() if contact and contact.email else None
    return f".{_host(value)}".endswith(_PUBLIC_DOMAINS) or (own is not None and _is_of_office(value, own))


def _is_of_office(address: str, own: str) -> bool:
    return address == own or (_host(address) == _host(own) and _host(own) not in _MAIL_PROVIDERS)


def _host(address: str) -> str:
    return address.rpartition("@")[2]


def _phone(written: str) -> str:
    digits = "".join(filter(str.isdigit, written))
    return "0" + digits.removeprefix("972").lstrip("0") if digits.startswith("972") else digits
