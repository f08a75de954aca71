"""Identifiers of laws and of government decisions, as people write them and as data names them.

Israel has no public scheme of addresses for its laws or for the decisions of its government. A law has a number in the
Knesset's National Legislation Database; a decision has a number that each government counts anew, so that it is one only
together with its date or with the number of the government. Elsewhere laws have addresses (ELI) or names (RFC 9676).
"""

from __future__ import annotations

import re

from msgspec import Struct

from generator.expressions import expression
from generator.model.dates import PartialDate

_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{1,2}\.\d{1,2}\.\d{4}"
_NUMBER = r"\d{1,5}"
_DECISION = (
    r"(?:החלטת ממשלה|החלטה|قرار الحكومة|قرار حكومي|القرار|قرار|[Gg]overnment decision|[Dd]ecision)"
    rf"(?: (?:מס[׳']|מספר|رقم|no\.|number))? ({_NUMBER}) "
    rf"(?:(?:מיום |מ[־-]|بتاريخ |of |dated )({_DATE})|(?:של הממשלה ה[־-]|للحكومة |of government )(\d{{1,2}}))"
)
_FORMS = {
    "address": r"https?://\S+",
    "name": r"urn:lex:[A-Za-z][^\s<>\"]*",
    "law": r"il-law:(\d{1,8})",
    "decision": rf"il-decision:({_NUMBER}):(?:({_DATE})|gov-(\d{{1,2}}))",
    "in words": _DECISION,
}
PATTERN = f"^({'|'.join(_FORMS.values())})$"
"""All that may be written, as a regular expression that JSON Schema and a CMS understand, too."""
_LAW, _CODED, _WRITTEN = (
    expression(rf"{_FORMS[form]}\Z", re.ASCII if form != "in words" else 0) for form in ("law", "decision", "in words")
)
_NAME = expression(rf"{_FORMS['name']}\Z")
_KNESSET = "https://main.knesset.gov.il/Activity/Legislation/Laws/Pages/LawPrimary.aspx?t=lawlaws&st=lawlaws&lawitemid="


class Law(Struct, frozen=True, kw_only=True, gc=False):
    """A law, or a decision of the government."""

    id: str
    """An address, a name (`urn:lex:…`), `il-law:NUMBER`, `il-decision:NUMBER:DATE` or `il-decision:NUMBER:gov-GOVERNMENT`."""
    url: str | None = None
    """Where it can be read; None for a decision, of which no address follows from its number."""
    number: str | None = None
    date: PartialDate | None = None
    government: str | None = None
    """The number of the government that took the decision."""


def parse_law(text: str) -> Law | None:
    """The law that `text` names in any of the forms; None where it is in none, or names a day that no calendar has.

    An address has to be checked by whoever reads it: here it is one by its beginning alone.
    """
    if text.startswith(("https://", "http://")):
        return Law(id=text, url=text)
    if _NAME.match(text):
        return Law(id=text)
    if found := _LAW.match(text):
        return Law(id=text, url=f"{_KNESSET}{found[1]}", number=found[1])
    if found := _CODED.match(text) or _WRITTEN.match(text):
        number, written, government = found.groups()
        if government:
            return Law(id=f"il-decision:{number}:gov-{government}", number=number, government=government)
        if date := PartialDate.parse(_iso(written)):
            return Law(id=f"il-decision:{number}:{date.iso}", number=number, date=date)
    return None


def _iso(date: str) -> str:
    """A date as people write it, `23.10.2011`, in ISO form."""
    if "." not in date:
        return date
    day, month, year = date.split(".")
    return f"{year}-{month:>02}-{day:>02}"
