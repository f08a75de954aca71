"""Signs of symbol fonts, which Word keeps as numbers: ticks and boxes, bullets, arrows, Greek letters."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from mammoth.docx.dingbats import dingbats

from generator.expressions import expression
from generator.importing.word.names import W

_PRIVATE = expression("[\ue000-\uf8ff]")
_BOXES = {
    ("Wingdings", 0xA8): "☐",
    ("Wingdings", 0x6F): "☐",
    ("Wingdings", 0x71): "☐",
    ("Wingdings", 0x72): "☐",
    ("Wingdings", 0xFD): "☒",
    ("Wingdings", 0x78): "☒",
    ("Wingdings", 0xFE): "☑",
    ("Wingdings", 0xFC): "✓",
    ("Wingdings 2", 0x52): "☑",
    ("Wingdings 2", 0x54): "☒",
    ("Wingdings 2", 0x51): "☒",
    ("Wingdings 2", 0xA3): "☐",
    ("Wingdings 2", 0x30): "☐",
    ("Wingdings", 0xDF): "←",
    ("Wingdings", 0xE0): "→",
    ("Wingdings", 0xE7): "⇐",
    ("Wingdings", 0xE8): "⇒",
    ("Wingdings", 0xF3): "⇔",
    ("Wingdings", 0x4A): "☺",
    ("Wingdings", 0x4C): "☹",
}
"""Boxes, ticks and the arrows that Word makes of `-->`, each as the one sign that all typefaces have."""
_FONTS = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings")


def sign(font: str, number: int) -> str | None:
    """The sign at a place of a symbol font; None where it is not known. Word writes the place with or without 0xF000."""
    place = number & 0xFF if 0xF000 <= number <= 0xF0FF else number
    for name in (font,) if font in _FONTS else _FONTS:
        known = _BOXES.get((name, place))
        if known is not None:
            return known
        letter = dingbats.get((name, place))
        if letter is not None:
            return chr(letter)
    return None


def sign_of(element: Element) -> str | None:
    """The sign of a `w:sym`; None where it is not known."""
    code = element.get(f"{W}char", "")
    return sign(element.get(f"{W}font", ""), int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else None


def with_signs(text: str, font: str) -> str:
    """A text with its private characters as the signs that Word shows; those that no font is known for are gone."""
    return _PRIVATE.sub(lambda match: sign(font, ord(match.group())) or "", text)


def has_private(text: str) -> bool:
    """Whether a text has characters that mean something in a symbol font alone."""
    return _PRIVATE.search(text) is not None


def font_of(properties: Element | None) -> str:
    """The typeface that a run names for itself; empty when it names none."""
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    names = [fonts.get(f"{W}{key}") or "" for key in ("ascii", "hAnsi", "cs")] if fonts is not None else []
    return next((name for name in names if name), "")
