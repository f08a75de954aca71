"""What a drawing holds: pictures, charts, SmartArt, and the texts of boxes and shapes, each once."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from generator.importing.word import make
from generator.importing.word.context import Context
from generator.importing.word.graphics import control_words, paragraph_words, read_chart, smart_art_words
from generator.importing.word.inventory import branch, graphic_part
from generator.importing.word.names import CX, DGM, MC, OFFICE, WP, A, C, R, V, W, local

BlockReader = Callable[[Iterable[Element]], list[Element]]


class Drawings:
    """Reads drawings of both kinds, DrawingML and VML. `blocks_of` reads the paragraphs in a text box."""

    def __init__(self, context: Context, blocks_of: BlockReader) -> None:
        self._context = context
        self.blocks_of = blocks_of

    def read(self, drawing: Element) -> tuple[list[Element], list[Element]]:
        """Runs (pictures) for the place of the drawing, and blocks (the rest) to be put after the paragraph."""
        pieces: list[Element] = []
        blocks: list[Element] = []
        described = next((each for each in drawing.iter(f"{WP}docPr")), None)
        words = _described(described)
        hidden = described is not None and described.get("hidden") in ("1", "true")
        told = len(self._context.others)
        for element in _parts(drawing):
            if hidden:
                self._context.leave_out("hidden", self._context.text_in(element))
            elif element.tag in (f"{A}blip", f"{V}imagedata"):
                pieces += self._picture(element, words or _described(_around(drawing, element)))
            else:
                blocks += self._blocks(element, words)
        if not (hidden or pieces or blocks) and len(self._context.others) == told:
            self._context.keep_if("drawing", words or next(filter(None, map(_described, _vml(drawing))), ""))
        return pieces, blocks

    def _blocks(self, element: Element, words: str) -> list[Element]:
        """What a thing in a drawing, other than a picture, is kept as."""
        name = local(element.tag)
        if element.tag in (f"{C}chart", f"{CX}chart"):
            return self._chart(element, words)
        if element.tag == f"{DGM}relIds":
            return self._smart_art(element, words)
        if element.tag == f"{W}control":
            return self._control(element)
        if element.tag == f"{V}textpath":
            return [make.text_paragraph(element.get("string", ""))]
        if name == "txbxContent":
            found = self.blocks_of(list(element))
            if found:
                self._context.keep_as("text-box", "")
            return found
        if name == "OLEObject":
            self._context.keep_as("object", element.get("ProgID", ""))
        elif name == "contentPart":
            self._context.keep_as("drawing", words)
        elif text := paragraph_words(element):
            self._context.keep_as("shape", text)
            return [make.text_paragraph(text)]
        return []

    def address(self, drawing: Element) -> str | None:
        """Where a click on a picture leads, outside the document."""
        link = next(drawing.iter(f"{A}hlinkClick"), None)
        if link is None:
            return next((address for each in _vml(drawing) if (address := each.get("href"))), None)
        relations = self._context.package.relations(self._context.part.path)
        relation = relations.get(link.get(f"{R}id", ""))
        return relation.target if relation is not None and relation.is_external else None

    def _picture(self, element: Element, words: str) -> list[Element]:
        relations = self._context.package.relations(self._context.part.path)
        embedded = relations.get(element.get(f"{R}embed") or element.get(f"{R}id") or "")
        linked = relations.get(element.get(f"{R}link") or element.get(f"{R}href") or "")
        if embedded is not None and not embedded.is_external:
            identifier = self._context.picture(embedded.target)
            if identifier is not None:
                if self._context.pages(embedded.target) > 1:
                    self._context.keep_as("picture-pages", words or posixpath.basename(embedded.target))
                return [make.picture(identifier, words)]
            self._context.keep_as("picture-format", words or posixpath.basename(embedded.target))
        elif outside := embedded or linked:
            self._context.keep_as("linked-picture", outside.target)
        return []

    def _chart(self, element: Element, words: str) -> list[Element]:
        root = graphic_part(element, self._context.package, self._context.part.path)
        chart = read_chart(root) if root is not None else None
        if chart is None or not (chart.title or chart.rows or chart.words):
            self._context.leave_out("embedded", "")
            return [make.text_paragraph(words)] if words else []
        title = chart.title or words
        self._context.keep_as("chart", title)
        blocks = [make.paragraph([make.run(title, style="Strong")])] if title else []
        if chart.words:
            blocks.append(make.text_paragraph("; ".join(chart.words)))
        if chart.rows:
            blocks.append(make.data_table(chart.rows))
        return blocks

    def _control(self, element: Element) -> list[Element]:
        root = graphic_part(element, self._context.package, self._context.part.path)
        words = control_words(root) if root is not None else ""
        self._context.keep_as("control", element.get(f"{W}name", ""))
        return [make.text_paragraph(words)] if words else []

    def _smart_art(self, element: Element, words: str) -> list[Element]:
        root = graphic_part(element, self._context.package, self._context.part.path)
        texts = smart_art_words(root) if root is not None else ()
        self._context.keep_as("smart-art", " / ".join(texts) or words)
        if not texts:
            return [make.text_paragraph(words)] if words else []
        return [make.paragraph([make.run(text)], level=0) for text in texts]


def _parts(element: Element) -> Iterator[Element]:
    """The things in a drawing that are read as a whole; of alternatives one."""
    for child in element:
        if child.tag == f"{MC}AlternateContent":
            chosen = branch(child)
            if chosen is not None:
                yield from _parts(chosen)
        elif child.tag in _WHOLE or local(child.tag) in _WHOLE_ANYWHERE:
            yield child
        else:
            yield from _parts(child)


def _vml(drawing: Element) -> Iterator[Element]:
    return (each for each in drawing.iter() if each.tag.startswith(V))


def _described(element: Element | None) -> str:
    if element is None:
        return ""
    return " ".join((element.get("descr") or element.get("alt") or element.get("title") or "").split())


def _around(drawing: Element, picture: Element) -> Element | None:
    """The VML shape that holds a picture: its `alt` describes it."""
    return next(
        (each for each in drawing.iter() if local(each.tag) in ("shape", "rect") and picture in list(each)), None
    )


_WHOLE = frozenset(
    (
        f"{A}blip", f"{V}imagedata", f"{C}chart", f"{CX}chart", f"{DGM}relIds", f"{V}textpath", f"{A}p",
        f"{OFFICE}OLEObject", f"{W}control",
    )
)  # fmt: skip
_WHOLE_ANYWHERE = frozenset(("txbxContent", "contentPart"))
"""The same in whatever namespace: Strict files have text in one of their own, and ink is in that of the place around it."""
