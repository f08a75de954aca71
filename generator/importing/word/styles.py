"""What a paragraph and a run look like by their styles: through `basedOn`, down to the document's defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from generator.expressions import expression
from generator.importing.word.names import PALE, W, is_on

_HEADING = expression(r"(?:heading|כותרת|عنوان)\s*(\d)\b", re.IGNORECASE)
_CONTENTS = expression(
    r"(?:toc\s*\d|toc heading|table of (?:figures|authorities)|contents \d|contents heading)\Z", re.IGNORECASE
)
_TITLES = frozenset(("title", "book title", "cover title", "כותרת ראשית"))
_QUOTATIONS = frozenset(("quote", "intense quote", "quotations", "block quotation", "ציטוט", "ציטוט חזק", "اقتباس"))
_DEEPER = expression(r"list (?:bullet|number) ([2-5])\Z", re.IGNORECASE)
_WORDS_SIZE = "20"
"""In half points, where a document names none."""
_COMPLEX = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LATIN = expression("[A-Za-z\u00c0-\u024f]")


class Style(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    based_on: str
    paragraph: Element | None
    run: Element | None
    element: Element


class Look(Struct, frozen=True, kw_only=True):
    """How a run is set, as far as Markdown or a guess cares."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    hidden: bool = False
    raised: str = ""
    """`superscript`, `subscript`, `baseline` or empty."""
    size: int = 0
    """In half points; 0 when nothing says it."""
    underlined: bool = False


class Styles:
    """The styles of a document, and what follows from them."""

    def __init__(self, root: Element | None) -> None:
        self.root = root
        self._styles: dict[str, Style] = {}
        self._default = ""
        self._defaults: Element | None = None
        for each in root if root is not None else ():
            if each.tag == f"{W}docDefaults":
                self._defaults = each.find(f"{W}rPrDefault/{W}rPr")
            if each.tag != f"{W}style":
                continue
            style = _style(each)
            self._styles.setdefault(style.id, style)
            if each.get(f"{W}type", "paragraph") == "paragraph" and each.get(f"{W}default") in ("1", "true", "on"):
                self._default = style.id
        self._levels: dict[str, int] = {}
        self._settings: dict[tuple[str, str, str], str | None] = {}
        self._found: dict[tuple[str, str, str], Element | None] = {}

    def heading_level(self, style: str, properties: Element | None) -> int:
        """1–6 for a heading, 0 for none: by the paragraph's own outline level, else by its style's, else by the style's name."""
        own = properties.find(f"{W}outlineLvl") if properties is not None else None
        if own is not None and (level := _level(own)) is not None:
            return level
        if style not in self._levels:
            self._levels[style] = self._level_by_style(style)
        return self._levels[style]

    def is_title(self, style: str) -> bool:
        return any(each.name.casefold() in _TITLES or each.id == "Title" for each in self._chain(style))

    def is_quotation(self, style: str) -> bool:
        return any(each.name.casefold() in _QUOTATIONS for each in self._chain(style))

    def is_contents(self, style: str) -> bool:
        """Whether it is a line, or the heading, of a table of contents."""
        return any(_CONTENTS.match(each.name) for each in self._chain(style)) or bool(_CONTENTS.match(style))

    def list_depth(self, style: str) -> int:
        """How many levels deeper the items of a style are than their list says: Word's "List Bullet 2" is a list of its own."""
        found = next((match for each in self._chain(style) if (match := _DEEPER.match(each.name))), None)
        return int(found[1]) - 1 if found else 0

    def numbering(self, style: str, properties: Element | None) -> Element | None:
        """The `w:numPr` of a paragraph: its own, its style's, or its own level in the list of its style."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        chain = (each.paragraph.find(f"{W}numPr") for each in self._chain(style) if each.paragraph is not None)
        by_style = next((each for each in chain if each is not None), None)
        if own is None or own.find(f"{W}numId") is not None or by_style is None:
            return own if own is not None else by_style
        merged = Element(f"{W}numPr")
        merged.extend([*(each for each in by_style if each.tag != f"{W}ilvl"), *own])
        return merged

    def look(self, paragraph_style: str, run: Element | None, text: str) -> Look:
        """How a run with these properties is set. Right-to-left runs have their own bold and italic (`w:bCs`, `w:iCs`)."""
        character = _value(run, "rStyle") or ""
        is_rtl = is_complex(run, text)

        def on(*names: str) -> bool:
            return any(
                is_on(found) for name in names if (found := self._setting(name, run, character, paragraph_style))
            )

        bold = ("b", "bCs") if is_rtl is None else ("bCs",) if is_rtl else ("b",)
        italic = ("i", "iCs") if is_rtl is None else ("iCs",) if is_rtl else ("i",)
        raised = self._setting("vertAlign", run, character, paragraph_style) or self._shifted(
            run, character, paragraph_style
        )
        size = self._setting("szCs" if is_rtl else "sz", run, character, paragraph_style) or ""
        return Look(
            bold=on(*bold),
            italic=on(*italic),
            strike=on("strike", "dstrike"),
            hidden=self.is_hidden(paragraph_style, run),
            raised=raised,
            size=int(size) if size.isdecimal() else 0,
            underlined=on("u"),
        )

    def _shifted(self, run: Element | None, character: str, paragraph: str) -> str:
        """LibreOffice's way to raise or lower: letters that are shifted, and smaller than those around them."""
        shift, size = _value(run, "position") or "", _value(run, "sz") or ""
        usual = self._setting("sz", None, character, paragraph) or _WORDS_SIZE
        if (
            not re.fullmatch(r"-?[1-9]\d*", shift)
            or not size.isdecimal()
            or not usual.isdecimal()
            or int(size) >= int(usual)
        ):
            return ""
        return "subscript" if shift.startswith("-") else "superscript"

    def is_hidden(self, paragraph_style: str, run: Element | None) -> bool:
        """Whether Word shows nothing of a run with these properties."""
        value = self._setting("vanish", run, _value(run, "rStyle") or "", paragraph_style)
        return bool(value) and value != PALE and is_on(value)

    def run_property(self, name: str, run: Element | None, paragraph_style: str) -> Element | None:
        """The element that says how a run with these properties is set: its own, or one of its styles'."""
        own = run.find(f"{W}{name}") if run is not None else None
        if own is not None:
            return own
        key = (name, _value(run, "rStyle") or "", paragraph_style)
        if key not in self._found:
            chains = (each for style in (key[1], paragraph_style or self._default) for each in self._chain(style))
            of_styles = (*(each.run for each in chains), self._defaults)
            found = (each.find(f"{W}{name}") for each in of_styles if each is not None)
            self._found[key] = next((each for each in found if each is not None), None)
        return self._found[key]

    def shading(self, style: str, properties: Element | None) -> Element | None:
        """The `w:shd` of a paragraph: its own, or its style's."""
        of_styles = (each.paragraph for each in self._chain(style or self._default))
        found = (each.find(f"{W}shd") for each in (properties, *of_styles) if each is not None)
        return next((each for each in found if each is not None), None)

    def shades(self, style: str) -> bool:
        """Whether a table's style gives any of its cells a colour."""
        shades = (shade for each in self._chain(style) for shade in each.element.iter(f"{W}shd"))
        return any(shade.get(f"{W}fill", "auto").upper() not in ("AUTO", "FFFFFF") for shade in shades)

    def _setting(self, name: str, run: Element | None, character: str, paragraph: str) -> str | None:
        """The value of a run's property: the run's own, its character style's, its paragraph style's, the defaults'."""
        if run is not None and (own := _value(run, name, "1")) is not None:
            return own
        key = (name, character, paragraph)
        if key not in self._settings:
            self._settings[key] = self._by_styles(*key)
        return self._settings[key]

    def _by_styles(self, name: str, character: str, paragraph: str) -> str | None:
        for style in (character, paragraph or self._default):
            for each in self._chain(style):
                if (found := _value(each.run, name, "1")) is not None:
                    return found
        return _value(self._defaults, name, "1")

    def _level_by_style(self, style: str) -> int:
        for each in self._chain(style):
            own = each.paragraph.find(f"{W}outlineLvl") if each.paragraph is not None else None
            if own is not None and (level := _level(own)) is not None:
                return level
            if match := _HEADING.match(each.name):
                return min(int(match[1]), 6)
        match = _HEADING.match(style) if style not in self._styles else None
        return min(int(match[1]), 6) if match else 0

    def _chain(self, style: str) -> Iterator[Style]:
        seen: set[str] = set()
        while style and style not in seen and (found := self._styles.get(style)):
            seen.add(style)
            yield found
            style = found.based_on


def _style(element: Element) -> Style:
    return Style(
        id=element.get(f"{W}styleId", ""),
        name=_value(element, "name") or "",
        based_on=_value(element, "basedOn") or "",
        paragraph=element.find(f"{W}pPr"),
        run=element.find(f"{W}rPr"),
        element=element,
    )


def _value(parent: Element | None, name: str, bare: str = "") -> str | None:
    """The `w:val` of a child; `bare` when it has none, None when there is no such child."""
    found = parent.find(f"{W}{name}") if parent is not None else None
    return found.get(f"{W}val", bare) if found is not None else None


def _level(outline: Element) -> int | None:
    value = outline.get(f"{W}val", "")
    if not value.isdecimal():
        return None
    return 0 if int(value) > 8 else min(int(value) + 1, 6)


def is_complex(run: Element | None, text: str) -> bool | None:
    """Whether a run is set by the properties of right-to-left scripts; None where its letters say so and its flags do not."""
    for name in ("rtl", "cs"):
        if (flag := _value(run, name, "1")) is not None and is_on(flag):
            return True
    if _COMPLEX.search(text) and not _LATIN.search(text):
        return None
    return False


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style; empty when none is named."""
    return _value(paragraph.find(f"{W}pPr"), "pStyle") or ""


def is_drop_cap(properties: Element | None) -> bool:
    """Whether a paragraph is the large first letter of the next one, in a frame of its own."""
    frame = properties.find(f"{W}framePr") if properties is not None else None
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"
