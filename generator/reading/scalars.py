"""The text of one value -> the value its type wants, or what is wrong with it. The structure alone decides on types."""

from __future__ import annotations

import re
from typing import TypeAlias
from urllib.parse import urlsplit

from msgspec import Struct, field

from generator.diagnostics import Rule
from generator.expressions import expression
from generator.model.dates import PartialDate
from generator.model.laws import parse_law
from generator.model.registry import Registries
from generator.rules.fields.laws import BAD_LAW
from generator.rules.fields.names import BAD_ID, UNKNOWN_MINISTRY, UNKNOWN_TOPIC
from generator.rules.fields.promises_and_responses import BAD_TIME
from generator.rules.fields.values import BAD_CONTACT, BAD_DATE, BAD_URL, TOO_LONG, UNKNOWN_VALUE, WRONG_TYPE
from generator.structure import FieldSpec, FieldType, Structure, match_term, nearest, normal, written_names

Scalar: TypeAlias = str | bool | int | PartialDate

ID = expression(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_INTEGER = expression(r"\d{1,3}(?:,\d{3})+\Z|\d{1,9}\Z", re.ASCII)
_TIME = expression(r"([01]?\d|2[0-3])[:.]([0-5]\d)\Z", re.ASCII)
_DAY = expression(r"(\d{4})-(0[1-9]|1[0-2])-(\d{2})\Z", re.ASCII)
_MORE_THAN_AN_ADDRESS = expression(r"[?%&:,;<>\"\s\\]")
_EMAIL = expression(r"[A-Za-z0-9.!#$'*+/=^_{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\Z")
_PHONE = expression(r"[\d\s()+*\-–./]+\Z", re.ASCII)
_TRUE = frozenset({"yes", "true", "on", "כן", "نعم"})
_FALSE = frozenset({"no", "false", "off", "לא", "لا"})


class Fault(Struct, frozen=True):
    """What is wrong with a value: a rule, what fills its words, another hint than the rule's."""

    rule: Rule
    values: dict[str, str] = field(default_factory=dict)
    hint: str | None = None
    is_kept: bool = False
    """The value can be used all the same."""


class Context(Struct, frozen=True):
    """What values are judged against. `registries` is None while the registries themselves are read."""

    structure: Structure
    registries: Registries | None


def read_scalar(spec: FieldSpec, text: str, context: Context) -> tuple[Scalar | None, Fault | None]:
    """The value of `text` (not empty, without outer spaces) as `spec` wants it."""
    reader = _READERS.get(spec.type)
    if reader is not None:
        return reader(spec, text, context)
    if spec.max_length is not None and len(text) > spec.max_length:
        return text, Fault(TOO_LONG, {"count": str(len(text)), "limit": str(spec.max_length)}, is_kept=True)
    return text, None


def _boolean(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    word = text.lower()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE, None
    return None, Fault(WRONG_TYPE, {"value": text}, "want-truth")


def _integer(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    if _INTEGER.match(text):
        return int(text.replace(",", "")), None
    return None, Fault(WRONG_TYPE, {"value": text}, "want-number")


def _date(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    if date := PartialDate.parse(text) if text.isascii() else None:
        return date, None
    if (day := _DAY.match(text)) and int(day[1]):
        from calendar import monthrange  # loaded for a faulty day

        last = monthrange(int(day[1]), int(day[2]))[1]
        return None, Fault(BAD_DATE, {"value": text, "limit": str(last)}, "last-day")
    return None, Fault(BAD_DATE, {"value": text})


def _time(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    if match := _TIME.match(text):
        return f"{int(match[1]):02}:{match[2]}", None
    return None, Fault(BAD_TIME, {"value": text})


def _url(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    return (text, None) if is_url(text) else (None, Fault(BAD_URL, {"value": text}))


def is_url(text: str) -> bool:
    """Whether it is a whole web address: http or https, a host, no spaces, and no name before the host that passes for one."""
    if re.search(r"[\s<>\"\\]", text):
        return False
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and "@" not in parts.netloc
        return parts.scheme in ("http", "https") and has_host and (parts.port or 1) > 0
    except ValueError:
        return False


def _email(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    is_good = len(text) <= 254 and _EMAIL.match(text) and ".." not in text
    if is_good:
        return text, None
    # as a link it could write to somebody else, too: then it is not shown at all
    return None if _MORE_THAN_AN_ADDRESS.search(text) else text, Fault(BAD_CONTACT, {"value": text}, is_kept=True)


def _phone(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    digits = sum(character.isdigit() for character in text)
    is_good = _PHONE.match(text) and 3 <= digits <= 15
    return text, None if is_good else Fault(BAD_CONTACT, {"value": text}, is_kept=True)


def _id(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    return (text, None) if ID.match(text) else (None, Fault(BAD_ID, {"value": text}))


def _law(_: FieldSpec, text: str, __: Context) -> tuple[Scalar | None, Fault | None]:
    law = parse_law(text)
    is_good = law is not None and (not law.id.startswith("http") or is_url(text))
    return (law.id, None) if law and is_good else (None, Fault(BAD_LAW, {"value": text}))


def _term(spec: FieldSpec, text: str, context: Context) -> tuple[Scalar | None, Fault | None]:
    vocabulary = context.structure.vocabularies[spec.vocabulary or ""]
    if term := match_term(vocabulary, text):
        return term.id, None
    near = nearest(text, written_names(vocabulary.terms))
    known = near or ", ".join(term.id for term in vocabulary.terms)
    return None, Fault(UNKNOWN_VALUE, {"value": text, "known": known}, "did-you-mean" if near else None)


def _ministry(_: FieldSpec, text: str, context: Context) -> tuple[Scalar | None, Fault | None]:
    if context.registries is None or text in context.registries.ministries:
        return text, None
    if _may_be(text, context.registries.faulty_ministries):
        return None, None
    names = {
        name: body.id
        for body in context.registries.ministries.values()
        for name in (body.id, *body.name.values(), *body.aliases)
    }
    return _registered(text, names, UNKNOWN_MINISTRY)


def _topic(_: FieldSpec, text: str, context: Context) -> tuple[Scalar | None, Fault | None]:
    if context.registries is None or text in context.registries.topics:
        return text, None
    if _may_be(text, context.registries.faulty_topics):
        return None, None
    topics = context.registries.topics.values()
    return _registered(
        text, {name: topic.id for topic in topics for name in (topic.id, *topic.title.values())}, UNKNOWN_TOPIC
    )


def _may_be(text: str, faulty: frozenset[str] | None) -> bool:
    """Whether a registry that was not wholly read may hold the id: that is one finding, in the registry."""
    return faulty is None or text in faulty


def _registered(text: str, names: dict[str, str], rule: Rule) -> tuple[Scalar | None, Fault | None]:
    """The registry's id for a name; None when several bodies share the name."""
    wanted = normal(text)
    found = {identifier for name, identifier in names.items() if normal(name) == wanted}
    if len(found) == 1 and wanted:
        return found.pop(), None
    near = nearest(text, names)
    if near is None:
        return None, Fault(rule, {"value": text})
    return None, Fault(rule, {"value": text, "known": names[near]}, "did-you-mean")


_READERS = {
    FieldType.BOOLEAN: _boolean,
    FieldType.INTEGER: _integer,
    FieldType.DATE: _date,
    FieldType.TIME: _time,
    FieldType.URL: _url,
    FieldType.EMAIL: _email,
    FieldType.PHONE: _phone,
    FieldType.ID: _id,
    FieldType.LAW: _law,
    FieldType.TERM: _term,
    FieldType.MINISTRY: _ministry,
    FieldType.TOPIC: _topic,
}
