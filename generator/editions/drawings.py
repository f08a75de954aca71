"""A drawing in SVG as WeasyPrint can set it: in the document's fonts, with a size, and its words in the order of the eye.

WeasyPrint places the letters of a drawing one by one from left to right. Hebrew and Arabic are therefore given to it in
the order in which they are seen, and Arabic letters in the forms that join them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from msgspec import Struct

from generator.editions.visual_order import in_visual_order
from generator.expressions import expression

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_TEXT, _SPAN = f"{{{_SVG}}}text", f"{{{_SVG}}}tspan"
_FONT = expression(rb"""(?<![\w-])font-family\s*(?:=\s*(?:"[^"]*"|'[^']*')|:[^;}"'<]*)""")
_ROOT = expression(rb"<svg(?=[\s>])")
_OPENING = expression(rb"""<svg\s(?:[^<>"']|"[^"]*+"|'[^']*+')*+>""")
_VIEW_BOX = expression(rb"""\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']""")
_SIZE = expression(rb"""\s(?:width|height)\s*=""")
_FONTS = b'<svg font-family="Text Hebrew, Text Latin, Text Latin Extended, Text Arabic"'
_RIGHT_TO_LEFT = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = expression("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_ENTITY = expression(rb"&#")
_DIRECTION = expression(r"(?:^|;)\s*direction\s*:\s*(rtl|ltr)\s*(?=;|$)")
_ANCHOR = expression(r"(?:^|;)\s*text-anchor\s*:\s*(start|middle|end)\s*(?=;|$)")
_OTHER_END = {"start": "end", "end": "start"}


def for_paper(svg: bytes) -> bytes:
    """The drawing as it is given to WeasyPrint; one that is no XML only in the document's fonts and with a size."""
    return sized(_in_our_fonts(ordered(svg)))


def sized(svg: bytes) -> bytes:
    """A drawing that says only its proportions gets their numbers as its size: WeasyPrint fails on it within a line."""
    root = _OPENING.search(svg)
    box = _VIEW_BOX.search(root[0]) if root else None
    if root is None or box is None or _SIZE.search(root[0]):
        return svg
    size = b' width="%b" height="%b"' % (box[1], box[2])
    return svg[: root.start() + 4] + size + svg[root.start() + 4 :]


def _in_our_fonts(svg: bytes) -> bytes:
    """A drawing names the fonts of its maker's machine; on another they would be others, and not embedded."""
    return _ROOT.sub(_FONTS, _FONT.sub(b"", svg), count=1)


def ordered(svg: bytes) -> bytes:
    """Text of right-to-left letters in the order of the eye; a drawing without any is returned as it is."""
    if not _RIGHT_TO_LEFT.search(svg.decode("utf-8", errors="replace")) and not _ENTITY.search(svg):
        return svg
    try:
        root = ET.fromstring(svg)  # noqa: S314 - WeasyPrint's own parser, on the same bytes
    except ET.ParseError:
        return svg
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    _walk(root, _Inherited("ltr", "start"))
    return bytes(ET.tostring(root, encoding="utf-8"))


class _Inherited(Struct, frozen=True):
    """What an element takes over from those around it."""

    direction: str
    anchor: str

    def within(self, element: ET.Element) -> _Inherited:
        style = element.get("style", "")
        direction, anchor = _DIRECTION.search(style), _ANCHOR.search(style)
        return _Inherited(
            direction[1] if direction else element.get("direction", self.direction),
            anchor[1] if anchor else element.get("text-anchor", self.anchor),
        )


def _walk(element: ET.Element, around: _Inherited) -> None:
    here = around.within(element)
    element.attrib.pop("direction", None)
    if style := element.get("style"):
        element.set("style", _ANCHOR.sub("", _DIRECTION.sub("", style)))
    if element.tag == _TEXT:
        _order_text(element, here)
    else:
        if here.anchor != "start":
            element.set("text-anchor", here.anchor)
        for child in element:
            _walk(child, here)


def _order_text(text: ET.Element, here: _Inherited) -> None:
    """The pieces of a text: each that has a place of its own begins a line, the others follow one another."""
    first = _Piece(text.text or "", text.attrib, here)
    if first.is_placed_by_letter:
        return
    first.attributes = {}
    lines = [[first]]
    for piece in _pieces(text, here):
        if piece.has_place:
            lines.append([])
        lines[-1].append(piece)
    text.text = None
    del text[:]
    if (anchor := _anchor(here)) != "start" or "text-anchor" in text.attrib:
        text.set("text-anchor", anchor)
    for line in lines:
        shown = [piece for piece in line if piece.text]
        if _is_reversed(shown):
            _move_place(shown)
        for piece in shown:
            span = ET.SubElement(text, _SPAN, piece.attributes)
            if piece.has_place:
                span.set("text-anchor", _anchor(piece.here))
            span.text = piece.text if piece.is_placed_by_letter else visual(piece.text, piece.here.direction)


class _Piece:
    """A stretch of text in one style."""

    def __init__(self, text: str, attributes: dict[str, str], here: _Inherited) -> None:
        self.text = re.sub(r"\s+", " ", text)
        self.attributes = attributes
        self.here = here

    @property
    def has_place(self) -> bool:
        return "x" in self.attributes or "y" in self.attributes

    @property
    def is_placed_by_letter(self) -> bool:
        return any(
            len(re.split(r"[\s,]+", self.attributes.get(name, "").strip())) > 1 for name in ("x", "dx", "rotate")
        )


def _pieces(element: ET.Element, here: _Inherited) -> Iterator[_Piece]:
    own = {name: value for name, value in element.attrib.items() if element.tag != _TEXT}
    for child in element:
        if child.tag == _SPAN:
            inside = here.within(child)
            attributes = {**own, **child.attrib}
            attributes.pop("direction", None)
            for name in ("x", "y", "dx", "dy"):
                if name in own and name not in child.attrib:
                    del attributes[name]
            yield _Piece(child.text or "", attributes, inside)
            child.attrib = attributes
            yield from _pieces(child, inside)
        after = {name: value for name, value in own.items() if name not in ("x", "y", "dx", "dy")}
        yield _Piece(child.tail or "", after, here)


def _is_reversed(line: list[_Piece]) -> bool:
    """Whether the pieces of a line are seen from right to left."""
    if len(line) < 2 or any("dx" in piece.attributes or piece.is_placed_by_letter for piece in line):
        return False
    is_all = all(_RIGHT_TO_LEFT.search(piece.text) for piece in line if piece.text.strip())
    return line[0].here.direction == "rtl" or is_all


def _move_place(line: list[_Piece]) -> None:
    """Turn a line round; the place of its first piece stays the place of the line."""
    first = line[0]
    place: dict[str, str] = {name: first.attributes[name] for name in ("x", "y", "dy") if name in first.attributes}
    first.attributes = {name: value for name, value in first.attributes.items() if name not in place}
    line.reverse()
    line[0].attributes = line[0].attributes | place


def _anchor(here: _Inherited) -> str:
    return _OTHER_END.get(here.anchor, here.anchor) if here.direction == "rtl" else here.anchor


def visual(text: str, direction: str = "ltr") -> str:
    """The letters from left to right as they are seen in a line of this direction, Arabic ones joined, without points."""
    if not _RIGHT_TO_LEFT.search(text) and direction == "ltr":
        return text
    if _ARABIC.search(text):
        text = _joined(text)
    text = "".join(letter for letter in text if not (unicodedata.combining(letter) and _RIGHT_TO_LEFT.match(letter)))
    return in_visual_order(text, "R" if direction == "rtl" else "L")


def _joined(text: str) -> str:
    return str(_reshaper().reshape(text))


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper()
