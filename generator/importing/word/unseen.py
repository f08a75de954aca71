"""Letters that are there and that nobody sees: in the colour of what is behind them, or a point high.

They are marked as hidden before anything is read, so that all that is said of hidden text holds for them.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from generator.expressions import expression
from generator.importing.word.inventory import note_parts
from generator.importing.word.names import PALE, UNSEEN, W14, WP, A, V, W, local
from generator.importing.word.package import Package
from generator.importing.word.styles import Styles, is_complex, style_of

_TINY = 4
"""Half points: letters up to two points high are a way to hide them."""
_LEAST_CONTRAST = 1.2
"""As WCAG counts it, from 1 to 21; the palest grey that offices write in has 1.4."""
_WHITE, _BLACK, _UNKNOWN = "FFFFFF", "000000", ""
_NAMED = {
    "black": _BLACK, "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "00008B", "darkCyan": "008B8B",
    "darkGray": "A9A9A9", "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000", "darkYellow": "808000",
    "green": "00FF00", "lightGray": "D3D3D3", "magenta": "FF00FF", "red": "FF0000", "white": _WHITE, "yellow": "FFFF00",
}  # fmt: skip
"""Colours of a highlighter."""
_COLOUR = expression(r"[0-9A-Fa-f]{6}\Z")
_FILLS = frozenset(("solidFill", "gradFill", "pattFill", "blipFill"))
_SHAPES = frozenset(("wsp", "sp", "shape", "rect", "roundrect", "oval"))


class _Background(Struct, frozen=True, kw_only=True):
    """What is behind a place of the document."""

    fill: str
    """Colour of its surface; empty when it is not known."""
    has_fill: bool = False
    """An unknown surface has a fill of its own, so that white letters upon it are what they seem."""


def mark_unseen(package: Package, styles: Styles) -> None:
    """Mark the runs of the body and the notes of a package that nobody sees."""
    background = _page(package.root)
    for part in (package.root, *(notes for _, _, notes in note_parts(package))):
        if _may_hide(part, styles):
            _Marks(styles).mark(part, background, "")


def is_pale(properties: Element | None) -> bool:
    """Whether a run was marked as white upon what is not known."""
    return _vanish(properties) == PALE


def why_hidden(properties: Element | None) -> str:
    """The reason for which a hidden run is left out."""
    return "unseen" if _vanish(properties) == UNSEEN else "hidden"


def _vanish(properties: Element | None) -> str | None:
    found = properties.find(f"{W}vanish") if properties is not None else None
    return found.get(f"{W}val") if found is not None else None


def _may_hide(part: Element, styles: Styles) -> bool:
    """Whether anything here could be unseen; nearly always nothing is, and the walk is saved."""
    for root in (part, styles.root):
        for name in ("sz", "szCs"):
            if any(_is_tiny(each.get(f"{W}val")) for each in _all(root, f"{W}{name}")):
                return True
        if any(_is_white(each.get(f"{W}val", "")) for each in _all(root, f"{W}color")):
            return True
        if any(each.get(f"{W}val") == "black" for each in _all(root, f"{W}highlight")):
            return True
    within_runs = part.iterfind(f".//{W}rPr/{W}shd")
    return next(within_runs, None) is not None or next(part.iter(f"{W14}textFill"), None) is not None


def _all(root: Element | None, tag: str) -> list[Element]:
    return list(root.iter(tag)) if root is not None else []


class _Marks:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def mark(self, element: Element, background: _Background, style: str) -> None:
        """Go through an element. `style`: of the paragraph around."""
        for child in element:
            name = local(child.tag)
            if name == "p" and child.tag == f"{W}p":
                own = style_of(child)
                shade = self._styles.shading(own, child.find(f"{W}pPr"))
                self.mark(child, _shaded(background, shade), own)
            elif name == "r" and child.tag == f"{W}r":
                self._run(child, background, style)
                self.mark(child, background, style)
            elif name == "tbl":
                self.mark(child, self._table(child, background), style)
            elif name == "tc":
                self.mark(child, _shaded(background, child.find(f"{W}tcPr/{W}shd")), style)
            elif name in _SHAPES:
                self.mark(child, _shape(child), style)
            else:
                self.mark(child, background, style)

    def _table(self, table: Element, background: _Background) -> _Background:
        """Styles of tables shade some rows and columns; which ones is not reckoned here."""
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and self._styles.shades(style.get(f"{W}val", "")):
            return _Background(fill=_UNKNOWN, has_fill=True)
        return _shaded(background, table.find(f"{W}tblPr/{W}shd"))

    def _run(self, run: Element, background: _Background, style: str) -> None:
        text = "".join(each.text or "" for each in run.iter(f"{W}t"))
        if not text.strip():
            return
        properties = run.find(f"{W}rPr")
        mark = self._why(properties, text, background, style)
        if mark:
            if properties is None:
                properties = Element(f"{W}rPr")
                run.insert(0, properties)
            for old in properties.findall(f"{W}vanish"):
                if old.get(f"{W}val") in (None, "1", "true", "on"):
                    return
                properties.remove(old)
            SubElement(properties, f"{W}vanish", {f"{W}val": mark})

    def _why(self, properties: Element | None, text: str, background: _Background, style: str) -> str:
        styles = self._styles
        sizes = {True: ("szCs",), False: ("sz",), None: ("sz", "szCs")}[is_complex(properties, text)]
        found = (styles.run_property(name, properties, style) for name in sizes)
        if any(_is_tiny(size.get(f"{W}val")) for size in found if size is not None):
            return UNSEEN
        fill = properties.find(f"{W14}textFill") if properties is not None else None
        if fill is not None and fill.find(f"{W14}noFill") is not None:
            return UNSEEN
        highlight = styles.run_property("highlight", properties, style)
        marker = _NAMED.get(_said(highlight, ""))
        colour = styles.run_property("color", properties, style)
        letters = _said(colour, "auto")
        if marker:
            background = _Background(fill=marker)
            letters = _BLACK if letters == "auto" else letters  # a marker is drawn over, and letters stay black
        else:
            background = _shaded(background, styles.run_property("shd", properties, style))
        if not _COLOUR.match(letters):
            return ""
        if background.fill:
            return UNSEEN if _contrast(letters, background.fill) < _LEAST_CONTRAST else ""
        return PALE if _is_white(letters) and not background.has_fill else ""


def _said(property_: Element | None, usual: str) -> str:
    return property_.get(f"{W}val", usual) if property_ is not None else usual


def _page(root: Element) -> _Background:
    """The page: white, or of the colour that the document gives it, or with pictures behind its text."""
    for anchor in root.iter(f"{WP}anchor"):
        if anchor.get("behindDoc") in ("1", "true"):
            return _Background(fill=_UNKNOWN)
    background = root.find(f"{W}background")
    colour = background.get(f"{W}color", "auto") if background is not None else "auto"
    return (
        _Background(fill=_UNKNOWN) if _COLOUR.match(colour) and colour.upper() != _WHITE else _Background(fill=_WHITE)
    )


def _shaded(background: _Background, shade: Element | None) -> _Background:
    """What is behind a place once a shading lies over it."""
    kind = shade.get(f"{W}val", "clear") if shade is not None else "nil"
    if shade is None or kind == "nil":
        return background
    colour = shade.get(f"{W}fill" if kind == "clear" else f"{W}color", "auto")
    if kind == "clear" and colour == "auto":
        return background
    if kind in ("clear", "solid"):
        return _Background(
            fill=colour if _COLOUR.match(colour) else _BLACK if colour == "auto" else _UNKNOWN, has_fill=True
        )
    return _Background(fill=_UNKNOWN, has_fill=True)


def _shape(shape: Element) -> _Background:
    """A shape with a fill, or one through which something else is seen."""
    properties = next((each for each in shape if local(each.tag) == "spPr"), None)
    fills = {local(each.tag) for each in properties} if properties is not None else set()
    by_style = next((each for each in shape.iter(f"{A}fillRef") if each.get("idx", "0") != "0"), None)
    is_filled = bool(fills & _FILLS) or ("noFill" not in fills and by_style is not None)
    if shape.tag.startswith(V):
        is_filled = shape.get("filled", "t") not in ("f", "false") and "fillcolor" in shape.attrib
    return _Background(fill=_UNKNOWN, has_fill=is_filled)


def _is_tiny(value: str | None) -> bool:
    return value is not None and value.isdecimal() and 0 < int(value) <= _TINY


def _is_white(colour: str) -> bool:
    return bool(_COLOUR.match(colour)) and _contrast(colour, _WHITE) < _LEAST_CONTRAST


def _contrast(one: str, other: str) -> float:
    """From 1, no difference, to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
