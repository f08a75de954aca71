"""Ways to reach a person that somebody typed into a cell for a name, a role or an organisation: they are taken out."""

from __future__ import annotations

import re

from generator.expressions import expression

_CONTACT = expression(
    r"(?:(?:טל(?:פון)?|נייד|פלאפון|ת\.?\s?\"?ז|ת[״'׳\"]ז|מייל|דוא[\"״]?ל|tel|phone|mobile|e-?mail|id)\s?[.:׳']?\s*[:.]?\s*)?"
    r"(?:[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
    r"|(?<![\w*])(?:\+?972[-\s.]?|0)\d{1,2}[-\s.]?\d{3}[-\s.]?\d{4}(?!\d)"
    r"|(?<!\d)\d{8}-?\d(?!\d))",
    re.IGNORECASE,
)
_LEFT_OVER = expression(r"\(\s*\)|\[\s*\]|(?:^|(?<=\s))[,;:/|–-]+(?=\s|$)|[,;:/|–-]+\s*$|^\s*[,;:/|–-]+")


def without_contacts(text: str) -> str:
    """The text without e-mail addresses, telephone numbers and numbers of nine digits, which identity numbers are."""
    if not _CONTACT.search(text):
        return text
    return " ".join(_LEFT_OVER.sub(" ", _CONTACT.sub(" ", text)).split())
