"""Licences as people write them -> one that a machine can read: SPDX id, address, name.

Known are Creative Commons by name, alias and address, the terms of Israel's government data portal, and every id of SPDX.
A Creative Commons licence needs its version: `CC BY` alone names a family, and no text that anyone could be held to.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

from msgspec import Struct

from generator.diagnostics import Text
from generator.expressions import expression


class Licence(Struct, frozen=True, kw_only=True):
    """On what terms something may be reused."""

    id: str = ""
    """Of SPDX; empty for terms that SPDX has no id for."""
    url: str | None = None
    """Of the licence itself; None where the text is not known to be a licence."""
    name: Text
    """As readers are told it."""

    @property
    def short(self) -> str:
        """The id, else the address, else the name: what a column of a table holds."""
        return self.id or self.url or self.name.he


ISRAEL = Licence(
    url="https://data.gov.il/terms-of-use",
    name=Text(
        he="רישיון השימוש במאגרי המידע הממשלתיים (data.gov.il)",
        ar="رخصة استعمال قواعد البيانات الحكومية في إسرائيل (data.gov.il)",
        en="Licence of Israel's government databases (data.gov.il)",
    ),
)
_ISRAEL = expression(
    r"(?:https?://)?(?:www\.)?(?:info\.)?data\.gov\.il(?:/(?:he|en|ar))?(?:/(?:terms(?:-of-use)?|datagov/rools))?/?"
    r"|il-gov(?:-data)?|israel-gov(?:ernment)?(?:-data)?|israel(?:i)? government(?: open)? data(?: licen[cs]e| terms)?"
    r"|data\.gov\.il (?:terms(?: of use)?|licen[cs]e)"
    r"|(?:תנאי (?:ה)?שימוש|רישיון|terms|licen[cs]e|شروط|رخصة)\b.*(?:מאגרי ה?מידע ה?ממשלתיים|data\.gov\.il)\W*",
    re.IGNORECASE,
)

_CREATIVE_ADDRESS = expression(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/(?:licenses/(by[a-z-]*)|publicdomain/(zero))/(\d\.\d)"
    r"(?:/(?:(?:deed|legalcode)(?:\.[\w-]+)?)?)?(?:[?#]\S*)?",
    re.IGNORECASE,
)
_CREATIVE_NAME = expression(
    r"(?:(?:cc|creative commons|קר[אי]{1,4}טיב קומונ[סז]|المشاع الإبداعي) ?)?(by(?: (?:nc|sa|nd))*) ?v?(\d(?:\.\d)?)"
    r"(?: (international|unported|בינלאומי|בין לאומי|دولي))?",
    re.IGNORECASE,
)
"""The name of Creative Commons stands in it, or how far it holds, or the rights in words and the version that is the same
everywhere (`Attribution 4.0`): the letters alone, `BY 4.0`, are no name."""
_ZERO = expression(
    r"(?:cc ?0|(?:cc|creative commons) zero)(?: v?1(?:\.0)?)?(?: universal)?(?: cc ?0(?: 1\.0)?)?(?: public domain dedication)?",
    re.IGNORECASE,
)
_AROUND = expression(
    r"(?:(?:this work is )?licen[cs]ed under (?:an? |the )?|(?:licen[cs]e|רישיון|רשיון|ترخيص|رخصة)(?: of)?:? )?(.+?)"
    r"(?: (?:public )?licen[cs]e| deed| legal code)?\.?",
    re.IGNORECASE,
)
"""What is said around the name of a licence."""
_WORDS = (
    (expression(r"non[\s-]?commercial|שימוש לא[\s-]מסחרי|לא[\s-]מסחרי|غير تجاري", re.IGNORECASE), " nc "),
    (expression(r"share[\s-]?alike|שיתוף זהה|الترخيص بالمثل", re.IGNORECASE), " sa "),
    (expression(r"no[\s-]?deriv(?:ative)?s?|ללא יצירות נגזרות|منع الاشتقاق", re.IGNORECASE), " nd "),
    (expression(r"attribution|ייחוס|نسب المصنف", re.IGNORECASE), " by "),
)
_BRACKETED = expression(r"[^()]+\(([^()]+)\)")
"""`Attribution 4.0 International (CC BY 4.0)`"""
_DASHES = expression("[\u05be\u2010-\u2015\u2212_]")
_VERSIONS = {"1.0", "2.0", "2.5", "3.0", "4.0"}
_KINDS = {"by", "by-sa", "by-nc", "by-nc-sa", "by-nd", "by-nc-nd"}
_ADDRESS = expression(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)
_WITH_ADDRESS = expression(r"(\S.*?)(?:\s*[,:–—-])?\s+\(?(https?://[^\s()]+)\)?", re.IGNORECASE)
"""A name with its address, as citations and pages have it."""
_OPEN = {
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
    "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
"""Where the licence itself stands, for those of SPDX that open data often has."""
_NAMES = (
    (expression(r"(?:open data commons )?open database licen[cs]e(?: odbl)? v?1(?:\.0)?", re.IGNORECASE), "ODbL-1.0"),
    (expression(r"(?:ogl|(?:uk )?open government licen[cs]e) v?3(?:\.0)?", re.IGNORECASE), "OGL-UK-3.0"),
)
_SPDX_ADDRESS = expression(r"https?://spdx\.org/licenses/([\w.-]+?)(?:\.html|\.json)?/?", re.IGNORECASE)


@cache
def licence_of(written: str) -> Licence:
    """What a text says of a licence. Of a text that is none the name is the text, and the address None; never raises."""
    text = _plain(written)
    if _ISRAEL.fullmatch(text):
        return ISRAEL
    if found := _creative(text):
        return found
    if (address := _SPDX_ADDRESS.fullmatch(text)) and (named := licence_of(address[1])).url:
        return named
    if (both := _WITH_ADDRESS.fullmatch(text)) and (named := licence_of(both[1])).url and named == licence_of(both[2]):
        return named
    if _ADDRESS.match(text):
        return Licence(url=text, name=_same(text))
    return _spdx(text) or Licence(name=_same(" ".join(written.split())))


def _plain(written: str) -> str:
    """Without marks of direction and the brackets of an address, one blank between words."""
    text = "".join(letter for letter in written if category(letter) != "Cf")
    return " ".join(text.split()).removeprefix("<").removesuffix(">")


def _creative(text: str) -> Licence | None:
    if address := _CREATIVE_ADDRESS.fullmatch(text):
        return _zero() if address[2] else _commons(address[1].lower(), address[3])
    if (bracketed := _BRACKETED.fullmatch(text)) and (found := _creative(bracketed[1])):
        return found
    text = _DASHES.sub("-", "".join(letter for letter in text if category(letter) != "Mn"))
    around = _AROUND.fullmatch(text)
    written = words = re.sub("[()©]", " ", around[1] if around else text)
    for pattern, short in _WORDS:
        words = pattern.sub(short, words)
    is_in_words = words != written
    words = " ".join(re.sub(r"-", " ", words).split())
    if _ZERO.fullmatch(words):
        return _zero()
    name = _CREATIVE_NAME.fullmatch(re.sub(r"(\d),(\d)", r"\1.\2", words))
    if name is None:
        return None
    if words.lower().startswith("by") and name[3] is None and not (is_in_words and name[2] in ("4", "4.0")):
        return None
    return _commons("-".join(name[1].lower().split()), name[2] if "." in name[2] else f"{name[2]}.0")


def _commons(kind: str, version: str) -> Licence | None:
    parts = kind.split("-")
    kind = "-".join(part for part in ("by", "nc", "nd", "sa") if part in parts)
    if kind not in _KINDS or version not in _VERSIONS:
        return None
    name = f"CC {kind.upper()} {version}"
    address = f"https://creativecommons.org/licenses/{kind}/{version}/"
    return Licence(id=f"CC-{kind.upper()}-{version}", url=address, name=_same(name))


def _zero() -> Licence:
    return Licence(id="CC0-1.0", url="https://creativecommons.org/publicdomain/zero/1.0/", name=_same("CC0 1.0"))


def _spdx(text: str) -> Licence | None:
    """Of an id, in whatever case; an expression of several licences is no licence that a catalogue can name."""
    from packaging.licenses import (
        InvalidLicenseExpression,
        canonicalize_license_expression,
    )  # 700 ids, seldom asked for

    text = _DASHES.sub("-", text)
    words = " ".join(re.sub("[()]", " ", text).split())
    named = next((spdx for pattern, spdx in _NAMES if pattern.fullmatch(words)), None)
    if not text or len(text.split()) > 2:
        text = named or ""
    try:
        known = canonicalize_license_expression(named or text.replace(" ", "-"))
    except InvalidLicenseExpression:
        return None
    if known.startswith("LicenseRef-") or known.endswith("+"):
        return None
    address = _OPEN.get(known, f"https://spdx.org/licenses/{known}.html")
    return Licence(id=known, url=address, name=_same(known))


def _same(text: str) -> Text:
    return Text(he=text, ar=text, en=text)
