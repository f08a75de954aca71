"""The few elements of WordprocessingML that are handed on to mammoth: paragraphs, runs, links, tables, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from generator.importing.private_characters import NUMBER_END, NUMBER_START
from generator.importing.word.names import PIC, WP, A, R, W
from generator.importing.word.styles import Look

FORMULA = "Formula"
"""The character style of TeX."""

_PLAIN = Look()


def run(text: str, look: Look = _PLAIN, *, style: str = "") -> Element:
    """A run of text. Line feeds become breaks."""
    element = Element(f"{W}r")
    properties = SubElement(element, f"{W}rPr")
    if style:
        SubElement(properties, f"{W}rStyle", {f"{W}val": style})
    for name, is_set in (("b", look.bold), ("i", look.italic), ("strike", look.strike)):
        if is_set:
            SubElement(properties, f"{W}{name}")
    if look.raised:
        SubElement(properties, f"{W}vertAlign", {f"{W}val": look.raised})
    for number, line in enumerate(text.split("\n")):
        if number:
            SubElement(element, f"{W}br")
        SubElement(element, f"{W}t").text = line
    return element


def note_reference(kind: str, identifier: str) -> Element:
    """`kind`: `footnote` or `endnote`."""
    element = Element(f"{W}r")
    SubElement(element, f"{W}{kind}Reference", {f"{W}id": identifier})
    return element


def link(relation: str) -> Element:
    """An empty hyperlink; runs are appended to it."""
    return Element(f"{W}hyperlink", {f"{R}id": relation})


def linked(relation: str, pieces: Iterable[Element]) -> Element:
    """A hyperlink around pieces."""
    element = link(relation)
    element.extend(pieces)
    return element


def picture(relation: str, words: str) -> Element:
    """A run with a picture and its alternative text."""
    element = Element(f"{W}r")
    inline = SubElement(SubElement(element, f"{W}drawing"), f"{WP}inline")
    SubElement(inline, f"{WP}docPr", {"id": "1", "name": "p", "descr": words})
    data = SubElement(SubElement(inline, f"{A}graphic"), f"{A}graphicData")
    SubElement(SubElement(SubElement(data, f"{PIC}pic"), f"{PIC}blipFill"), f"{A}blip", {f"{R}embed": relation})
    return element


def paragraph(
    pieces: Iterable[Element], *, style: str = "", level: int | None = None, is_ordered: bool = False
) -> Element:
    """A paragraph. `level`: of the list it is an item of."""
    element = Element(f"{W}p")
    properties = SubElement(element, f"{W}pPr")
    if style:
        set_style(element, style)
    if level is not None:
        numbering = SubElement(properties, f"{W}numPr")
        SubElement(numbering, f"{W}ilvl", {f"{W}val": str(min(level, 8))})
        SubElement(numbering, f"{W}numId", {f"{W}val": "2" if is_ordered else "1"})
    element.extend(pieces)
    return element


def quotation(pieces: Sequence[Element]) -> Element:
    """A paragraph that is a quotation. It is set apart by that; what its style adds, bold and italic, comes off."""
    for piece in pieces:
        for properties in piece.iter(f"{W}rPr"):
            for mark in [each for each in properties if each.tag in (f"{W}b", f"{W}i")]:
                properties.remove(mark)
    return paragraph(pieces, style="Quotation")


def set_style(element: Element, style: str) -> None:
    """Give a paragraph made here a style."""
    properties = element[0]
    for old in properties.findall(f"{W}pStyle"):
        properties.remove(old)
    properties.insert(0, Element(f"{W}pStyle", {f"{W}val": style}))


def make_heading(element: Element, style: str, printed: str) -> None:
    """Turn a paragraph made here into a heading; the number that its list prints becomes a part of its text."""
    set_style(element, style)
    properties = element[0]
    for numbering in properties.findall(f"{W}numPr"):
        properties.remove(numbering)
    first = element.find(f"{W}r/{W}t")
    if first is not None and (text := first.text or "").startswith(NUMBER_START):
        rest = text.partition(NUMBER_END)[2]
        first.text = f"{printed} {rest}" if printed else rest


def text_paragraph(text: str, *, style: str = "") -> Element:
    """A paragraph of plain text."""
    return paragraph([run(text)], style=style)


def text_of(pieces: Iterable[Element]) -> str:
    """The text of pieces made here."""
    return "".join(each.text or "" for piece in pieces for each in piece.iter(f"{W}t"))


def is_struck(element: Element) -> bool:
    """Whether any text in what was made here is struck through."""
    return element.find(f".//{W}strike") is not None


def unstruck(pieces: Iterable[Element]) -> list[Element]:
    """The pieces that are not struck through; none where they say nothing."""
    kept = [piece for piece in pieces if not is_struck(piece)]
    return kept if any(letter.isalnum() for letter in text_of(kept)) else []


def cell(blocks: Sequence[Element] = (), *, span: int = 1, merge: str = "") -> Element:
    """A table's cell. `merge`: `restart` or `continue` of a cell that goes over several rows."""
    element = Element(f"{W}tc")
    properties = SubElement(element, f"{W}tcPr")
    SubElement(properties, f"{W}gridSpan", {f"{W}val": str(max(span, 1))})
    if merge:
        SubElement(properties, f"{W}vMerge", {f"{W}val": merge})
    element.extend(blocks or [Element(f"{W}p")])
    return element


def widen(made: Element) -> None:
    """Let a cell made here take one column more."""
    span = made[0][0]
    span.set(f"{W}val", str(int(span.attrib[f"{W}val"]) + 1))


def table(rows: Iterable[Iterable[Element]]) -> Element:
    """A table of rows of cells."""
    element = Element(f"{W}tbl")
    for row in rows:
        SubElement(element, f"{W}tr").extend(row)
    return element


def data_table(rows: Iterable[Sequence[str]]) -> Element:
    """A table of plain texts."""
    return table([cell([text_paragraph(text)]) for text in row] for row in rows)
