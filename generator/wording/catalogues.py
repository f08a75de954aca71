"""The gettext catalogues, read from their `.po` files, so that an edited word shows without a compile step.

Read by hand: a start has no time for a library that keeps comments, places and dates for translators' tools as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from gettext import NullTranslations, c2py  # what GNUTranslations reads plurals with
from importlib.resources import files

DOMAIN = "sikum"
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_ESCAPED = re.compile(r"\\(.)")
_PLURAL = re.compile(r"plural=([^;\n]+)")


class Catalogue(NullTranslations):
    """The translations of one language; a message that is not among them is its own."""

    def __init__(
        self, texts: Mapping[str, str], plurals: Mapping[str, tuple[str, ...]], form: Callable[[int], int]
    ) -> None:
        """`plurals`: by the singular, the forms of the message; `form`: which of them a number takes."""
        super().__init__()
        self._texts, self._plurals, self._form = texts, plurals, form

    def gettext(self, message: str) -> str:
        return self._texts.get(message) or message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._plurals.get(msgid1)
        return forms[self._form(n)] if forms else super().ngettext(msgid1, msgid2, n)


@cache
def translations(language: str) -> NullTranslations:
    """The translations of `language`; for English, whose texts are the message ids, none."""
    source = files("generator.wording") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    return read_catalogue(source.read_text(encoding="utf-8")) if source.is_file() else NullTranslations()


def read_catalogue(text: str) -> Catalogue:
    """A `.po` file. Entries that are marked as fuzzy or commented out are left out."""
    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for block in text.split("\n\n"):
        fields, is_fuzzy = _fields(block)
        message = fields.get("msgid")
        if message is None or is_fuzzy:
            continue
        if "msgid_plural" in fields:
            plurals[message] = tuple(value for name, value in fields.items() if name.startswith("msgstr["))
        else:
            texts[message] = fields.get("msgstr", "")
    rule = _PLURAL.search(texts.pop("", ""))
    return Catalogue(texts, plurals, c2py(rule[1] if rule else "n != 1"))


def _fields(block: str) -> tuple[dict[str, str], bool]:
    """The strings of an entry by what stands before them, and whether it is fuzzy."""
    found: dict[str, str] = {}
    name, is_fuzzy = "", False
    for line in block.split("\n"):
        if line.startswith("#"):
            is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        before, quote, rest = line.partition('"')
        if not quote:
            continue
        name = before.strip() or name
        text = rest.rstrip()[:-1]
        if "\\" in text:
            text = _ESCAPED.sub(lambda escaped: _ESCAPES.get(escaped[1], escaped[1]), text)
        found[name] = found.get(name, "") + text
    return found, is_fuzzy
