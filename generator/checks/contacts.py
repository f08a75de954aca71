"""Private people's phones, e-mail addresses and identity numbers in the prose (issue: privacy)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.chapters import bodies_of
from generator.checks.places import span_in
from generator.diagnostics import Finding, finding
from generator.model.private import Process
from generator.rules.participants import IDENTITY_NUMBER, PRIVATE_CONTACT

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_MOBILE = re.compile(r"(?<![\w+*.-])(?:\+972[- ]?|0)5\d[- ]?\d{3}[- ]?\d{4}(?!\w)")
"""Mobile numbers belong to people; landlines, `*1234` and 1-800 numbers to offices."""
_DIGITS = re.compile(r"\d[\d -]{6}\d")
"""What every number below holds: most texts hold none, and are left at once."""
_NINE_DIGITS = re.compile(r"(?<![\w./:=-])\d{8}-?\d(?![\w/-])")
_PUBLIC_DOMAINS = (".gov.il", ".muni.il", ".k12.il", "knesset.gov.il", "example.org", "example.com")


def check_contacts(process: Process) -> Iterator[Finding]:
    """A finding for each; the process's own contact, which is meant to be public, is none."""
    contact = process.record.closing.contact
    public = {_digits(contact.phone)} if contact and contact.phone else set()
    email = contact.email.casefold() if contact and contact.email else ""
    domain = email.rpartition("@")[2]
    for body in bodies_of(process):
        text = body.text
        if "@" in text:
            for match in _EMAIL.finditer(text):
                host = match.group().casefold().rpartition("@")[2]
                if host != domain and not f".{host}".endswith(_PUBLIC_DOMAINS):
                    yield finding(PRIVATE_CONTACT, span_in(body, *match.span()))
        if not _DIGITS.search(text):
            continue
        for match in _MOBILE.finditer(text):
            if _digits(match.group()) not in public:
                yield finding(PRIVATE_CONTACT, span_in(body, *match.span()))
        for match in _NINE_DIGITS.finditer(text):
            if is_identity_number(match.group()):
                yield finding(IDENTITY_NUMBER, span_in(body, *match.span()))


def is_identity_number(text: str) -> bool:
    """Nine digits whose last is right: digits weighted 1, 2, 1, 2 …, the digits of each product added, in all a multiple of ten."""
    digits = [int(digit) for digit in text if digit.isdigit()]
    if len(digits) != 9 or not any(digits):
        return False
    products = (digit * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in products) % 10 == 0


def _digits(phone: str) -> str:
    digits = "".join(character for character in phone if character.isdigit())
    return "0" + digits.removeprefix("972") if digits.startswith("972") else digits
