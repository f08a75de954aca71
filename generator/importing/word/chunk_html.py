"""A web page within the document: HTML -> lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, structs

from generator.expressions import expression
from generator.importing.html_tree import Element, parse_html
from generator.importing.word.chunk_line import Cell, ChunkLine, Piece, filled

_BLOCKS = frozenset(
    (
        "address article blockquote body dd div dl dt h1 h2 h3 h4 h5 h6 html li ol p pre section table td th tr ul"
    ).split()
)
_SILENT = frozenset(("script", "style", "head", "title", "template", "noscript"))
_HIDING = expression(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b", re.IGNORECASE)


class _Look(Struct, frozen=True):
    is_bold: bool = False
    is_italic: bool = False
    address: str = ""
    why_left_out: str = ""

    def piece(self, text: str) -> Piece:
        return Piece(text=re.sub(r"\s+", " ", text), **structs.asdict(self))

    def within(self, element: Element) -> _Look:
        """How the text of an element is set that stands in text set like this."""
        attributes = element.attributes
        address = attributes.get("href", "") if element.tag == "a" else ""
        is_hidden = "hidden" in attributes or bool(_HIDING.search(attributes.get("style", "")))
        return _Look(
            is_bold=self.is_bold or element.tag in ("b", "strong", "th"),
            is_italic=self.is_italic or element.tag in ("i", "em"),
            address=address if re.match(r"(?:https?|mailto|tel):", address, re.IGNORECASE) else self.address,
            why_left_out="hidden" if is_hidden else self.why_left_out,
        )


def lines_of_html(text: str) -> tuple[ChunkLine, ...]:
    """The paragraphs, items and tables of a page."""
    found = [ChunkLine()]
    _walk(parse_html(text), _Look(), 0, found)
    return filled(found)


def _walk(element: Element, look: _Look, lists: int, found: list[ChunkLine]) -> None:
    """`lists`: how many lists are around."""
    start = element.attributes.get("start")
    following = int(start) if start and start.isdecimal() else 1
    for child in element.children:
        if isinstance(child, str):
            found[-1].pieces.append(look.piece(child))
        elif child.tag in _SILENT:
            continue
        elif child.tag == "table" and (rows := _rows(child, look.within(child))):
            found += (ChunkLine(rows=rows), ChunkLine())
        elif child.tag in _BLOCKS:
            level = int(child.tag[1]) if child.tag[1:] in tuple("123456") else 0
            is_item = child.tag == "li"
            number = following if is_item and element.tag == "ol" else 0
            following += is_item
            found.append(ChunkLine(level=level, depth=max(lists, 1) - 1 if is_item else -1, number=number))
            _walk(child, look.within(child), lists + (child.tag in ("ol", "ul")), found)
            found.append(ChunkLine())
        elif child.tag == "br":
            found[-1].pieces.append(Piece(text=" "))
        else:
            _walk(child, look.within(child), lists, found)


def _rows(table: Element, look: _Look) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table; none of one with a table in it, whose words are taken one after another."""
    if next(table.all("table"), None) is not None:
        return ()
    rows = []
    for row in table.all("tr"):
        around = look.within(row)
        cells = [tuple(_pieces(cell, around.within(cell))) for cell in row.all("td", "th")]
        rows.append(tuple(cells))
    return tuple(row for row in rows if row)


def _pieces(element: Element, look: _Look) -> Iterator[Piece]:
    for child in element.children:
        if isinstance(child, str):
            yield look.piece(child)
        elif child.tag not in _SILENT:
            apart = child.tag in _BLOCKS or child.tag == "br"
            if apart:
                yield Piece(text=" ")
            yield from _pieces(child, look.within(child))
            if apart:
                yield Piece(text=" ")
