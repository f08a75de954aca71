"""Another document in this one (`w:altChunk`, `w:subDoc`): a .docx is read as this one is, others by their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from msgspec import structs

from generator.importing.private_characters import NUMBER_END, NUMBER_START
from generator.importing.word import make
from generator.importing.word.chunk_line import ChunkLine, Piece
from generator.importing.word.chunks import MAX_DEPTH, chunk_lines, chunk_package
from generator.importing.word.context import Context, Part
from generator.importing.word.inventory import is_note, note_parts
from generator.importing.word.names import R, W
from generator.importing.word.numbering import Numbering
from generator.importing.word.package import Package
from generator.importing.word.styles import Look, Styles
from generator.importing.word.unseen import mark_unseen

BodyReader = Callable[[Context, Element | None], list[Element]]


class Embedded:
    """Reads documents within a document. `read_body` reads a body in a context of its own."""

    def __init__(self, context: Context, read_body: BodyReader) -> None:
        self._context = context
        self._read_body = read_body

    def blocks(self, element: Element) -> list[Element]:
        """The blocks of the document that an element stands for."""
        context = self._context
        relation = context.package.relations(context.part.path).get(element.get(f"{R}id", ""))
        if relation is None or relation.is_external or element.tag == f"{W}subDoc":
            context.leave_out("embedded", "")
            return []
        inner = chunk_package(context.package, relation.target) if context.depth < MAX_DEPTH else None
        if inner is not None:
            context.keep_as("embedded", "")
            return self._within(inner)
        lines = chunk_lines(context.package, relation.target)
        if not lines:
            context.leave_out("embedded", "")
        else:
            context.keep_as("embedded", lines[0].text)
        return [block for line in lines for block in self._line(line)]

    def _within(self, package: Package) -> list[Element]:
        """The body of a document in this one, with its own styles and lists."""
        outer = self._context
        styles, numbering = package.related("styles"), package.related("numbering")
        inner = structs.replace(
            outer,
            package=package,
            styles=Styles(package.tree(styles) if styles else None),
            numbering=Numbering(package.tree(numbering) if numbering else None),
            part=Part(path=package.document, targets=outer.part.targets),
            known_notes=frozenset(),  # left out below: a reference would lead to the notes of the outer document
            comment_places={},
            depth=outer.depth + 1,
        )
        mark_unseen(package, inner.styles)
        blocks = self._read_body(inner, package.root.find(f"{W}body"))
        for kind, path, source in note_parts(package):
            inner.part = Part(path=path)
            for note in source.findall(f"{W}{kind}"):
                if is_note(note):
                    inner.leave_out_apart("note", inner.text_in(note))
        outer.place, outer.is_broken = inner.place, True
        return blocks

    def _line(self, line: ChunkLine) -> list[Element]:
        context = self._context
        for why, text in line.left_out:
            context.leave_out_apart(why, text)
        if not line.text:
            return []
        if line.rows:
            cells = ([make.cell([make.paragraph(self._runs(cell))]) for cell in row] for row in line.rows)
            return [make.table(cells)]
        if line.level:
            context.place = line.text
        mark = [make.run(f"{NUMBER_START}{line.number}{NUMBER_END}")] if line.number else []
        style = f"Heading{line.level}" if line.level else ""
        level = line.depth if line.depth >= 0 else None
        runs = [*mark, *self._runs(line.pieces)]
        return [make.paragraph(runs, style=style, level=level, is_ordered=bool(line.number))]

    def _runs(self, pieces: Iterable[Piece]) -> list[Element]:
        return [self._run(piece) for piece in pieces if not piece.why_left_out]

    def _run(self, piece: Piece) -> Element:
        look = Look(bold=piece.is_bold, italic=piece.is_italic)
        run = make.run(piece.text.replace("\n", " "), look)
        if not piece.address:
            return run
        link = make.link(self._context.link(piece.address))
        link.append(run)
        return link
