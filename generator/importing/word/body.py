"""The body, a cell, a note or a text box: its paragraphs, tables and whatever wraps them, as the few elements of `make`.

What is not known is gone into, never skipped: a wrapper that Word or another program invents costs no text.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.expressions import expression
from generator.importing.private_characters import NUMBER_END, NUMBER_START
from generator.importing.word import make
from generator.importing.word.changes import CHANGES, is_moved
from generator.importing.word.context import Context, Line
from generator.importing.word.drawings import Drawings
from generator.importing.word.embedded import Embedded
from generator.importing.word.ends import Ends, Paragraph
from generator.importing.word.fields import Fields, shows_prompt
from generator.importing.word.inline import Inline
from generator.importing.word.inventory import branch
from generator.importing.word.names import MC, M, W
from generator.importing.word.numbering import Item
from generator.importing.word.styles import style_of
from generator.importing.word.tab_tables import with_tab_tables
from generator.importing.word.tables import Tables

_SILENT = frozenset((f"{W}sectPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}tblPr", f"{W}tblGrid", f"{W}trPr", f"{W}tcPr"))
_LOOSE = frozenset((f"{W}r", f"{W}hyperlink", f"{W}fldSimple", f"{M}oMath", f"{M}oMathPara"))
_CONTENTS_LINE = expression(r"(?:\.{2,}|…|\t|\s{3,}|_{3,}|-{3,})\s*\d{1,3}\s*\Z")
_CONTENTS = frozenset(("Table of Contents", "Table of Figures"))
_CONTENTS_TITLES = frozenset(
    (
        "תוכן העניינים",
        "תוכן עניינים",
        "Table of contents",
        "Table of Contents",
        "TABLE OF CONTENTS",
        "المحتويات",
        "قائمة المحتويات",
    )
)


class Reader:
    """Reads one part of a document from its start to its end."""

    def __init__(self, context: Context, part: Element | None) -> None:
        self._context = context
        self._fields = Fields(part)
        self._drawings = Drawings(context, self._anchored)
        self._depth = 0
        self._is_boxed = False
        self._is_in_contents = False
        """Below a heading "contents", as long as lines end in the number of a page."""
        self._levels: list[int] = []
        """Word's levels of the list that is going on, the outermost first."""
        self._ends = Ends(context)

    def read(self, elements: Iterable[Element]) -> list[Element]:
        """Blocks for mammoth, in order."""
        blocks: list[Element] = []
        for element in elements:
            blocks += self._block(element)
        blocks += self._flushed()
        if self._depth:
            return blocks
        blocks, taken = with_tab_tables(blocks)
        if taken:
            self._context.lines[:] = [line for line in self._context.lines if id(line.element) not in taken]
        return blocks

    def _flushed(self) -> list[Element]:
        """What waits to be joined with the next paragraph where none follows."""
        waiting = self._ends.take()
        return self._placed(waiting) if waiting is not None else []

    def _block(self, element: Element) -> list[Element]:
        tag = element.tag
        if tag in _SILENT or not isinstance(tag, str):
            return []
        if tag == f"{W}p":
            return self._paragraph(element, element)
        if tag == f"{W}tbl":
            return self._table(element)
        if tag in _LOOSE:
            return self._paragraph(element, [element])
        if tag in CHANGES:
            return self._change(element)
        if tag == f"{W}sdt":
            return self._control(element)
        if tag in (f"{W}altChunk", f"{W}subDoc"):
            return [*self._flushed(), *Embedded(self._context, _read_body).blocks(element)]
        if tag == f"{MC}AlternateContent":
            chosen = branch(element)
            return self._blocks_in(chosen) if chosen is not None else []
        return self._blocks_in(element)

    def _blocks_in(self, element: Iterable[Element]) -> list[Element]:
        return [block for child in element for block in self._block(child)]

    def _apart(self, elements: Iterable[Element]) -> list[Element]:
        """The content of a cell or a text box, none of whose paragraphs is joined with one outside."""
        ends, self._ends = self._ends, Ends(self._context)
        blocks = self.read(elements)
        self._ends = ends
        return blocks

    def _anchored(self, elements: Iterable[Element]) -> list[Element]:
        """The content of a text box: not a heading of the document, and not the end of the paragraph it is anchored in."""
        fields, self._fields = self._fields, Fields(None)
        boxed, self._is_boxed = self._is_boxed, self._depth == 0
        self._depth += 1
        blocks = self._apart(elements)
        self._depth -= 1
        self._is_boxed = boxed
        self._fields = fields
        return blocks

    def _paragraph(self, element: Element, children: Iterable[Element]) -> list[Element]:
        context = self._context
        style = style_of(element)
        properties = element.find(f"{W}pPr")
        inline = Inline(context, self._fields, self._drawings, style)
        context.is_broken = True
        inline.read(children)
        inline.finish()
        context.is_broken = True
        level = context.styles.heading_level(style, properties)
        words = " ".join(inline.text.split())
        is_title = words in _CONTENTS_TITLES
        is_contents = is_title or context.styles.is_contents(style) or (inline.is_contents and not level)
        is_contents = is_contents or (self._is_in_contents and bool(_CONTENTS_LINE.search(inline.text)))
        if words:
            self._is_in_contents = is_contents and (is_title or self._is_in_contents)
        if words and is_contents:
            context.leave_out("contents", words)
            return inline.blocks
        this = Paragraph(
            pieces=inline.pieces,
            text=inline.text,
            properties=properties,
            style=style,
            is_bold=inline.is_bold,
            is_underlined=inline.is_underlined,
            size=inline.size,
            struck=inline.struck,
        )
        whole = self._ends.joined(this, has_own_text=inline.has_unchanged_text)
        return [*(self._placed(whole) if whole is not None else ()), *inline.blocks]

    def _placed(self, paragraph: Paragraph) -> list[Element]:
        """A paragraph for mammoth; none for one that has nothing in it."""
        if not paragraph.pieces:
            return []
        context, style = self._context, paragraph.style
        level, is_title = context.styles.heading_level(style, paragraph.properties), context.styles.is_title(style)
        pieces, words = paragraph.pieces, " ".join(paragraph.text.split())
        if level or is_title:
            kept = make.unstruck(pieces)
            if paragraph.struck and kept:  # a title is shown in places that strike nothing through
                context.leave_out("struck", " ".join(paragraph.struck))
                pieces, words = kept, " ".join(make.text_of(kept).split())
            elif paragraph.struck:
                level, is_title = 0, False
        if pieces is paragraph.pieces:
            for text in paragraph.struck:
                context.keep_as("struck", text)
        item = context.numbering.item(context.styles.numbering(style, paragraph.properties)) if words else None
        made = self._made(pieces, item, level if words else 0, style, is_title=is_title)
        if (not self._depth or self._is_boxed) and words:
            line = Line(
                element=made,
                text=words,
                level=level,
                is_title=not level and is_title,
                is_bold=paragraph.is_bold,
                is_underlined=paragraph.is_underlined,
                size=paragraph.size,
                printed=item.printed if item else "",
                is_boxed=self._is_boxed,
            )
            context.lines.append(line)
            if level and not self._is_boxed:
                context.place = words
        return [made]

    def _made(self, pieces: list[Element], item: Item | None, level: int, style: str, *, is_title: bool) -> Element:
        if level or is_title:
            self._levels.clear()
            label = [make.run(f"{item.printed} ")] if item and item.printed else []
            return make.paragraph([*label, *pieces], style=f"Heading{level}" if level else "Title")
        if item is None:
            self._levels.clear()
            is_quotation = self._context.styles.is_quotation(style)
            return make.quotation(pieces) if is_quotation else make.paragraph(pieces)
        depth = self._list_depth(item.level + self._context.styles.list_depth(style))
        if item.number is not None:
            mark = make.run(f"{NUMBER_START}{item.number}{NUMBER_END}")
            return make.paragraph([mark, *pieces], level=depth, is_ordered=True)
        label = [make.run(f"{item.label} ")] if item.label else []
        if not label or item.level:
            return make.paragraph([*label, *pieces], level=depth)
        self._levels.clear()  # a paragraph, so that what is below it begins a list of its own
        return make.paragraph([*label, *pieces])

    def _list_depth(self, level: int) -> int:
        """How deep an item is: a list may begin at Word's third level, or leave one out; Markdown's may not."""
        while self._levels and self._levels[-1] > level:
            self._levels.pop()
        if not self._levels or self._levels[-1] < level:
            self._levels.append(level)
        return len(self._levels) - 1

    def _change(self, element: Element) -> list[Element]:
        """A tracked change around paragraphs, or around runs that no paragraph holds."""
        if not any(each.tag in (f"{W}p", f"{W}tbl") for each in element.iter()):
            return self._paragraph(element, [element])
        kind = CHANGES[element.tag]
        self._context.change(kind, element)
        if kind != ("deleted" if self._context.is_accepting else "inserted"):
            return self._blocks_in(element)
        self._leave_out("moved" if is_moved(element) else "tracked", element)
        return []

    def _control(self, element: Element) -> list[Element]:
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        content = element.find(f"{W}sdtContent")
        if content is None:
            return []
        if gallery is not None and gallery.get(f"{W}val") in _CONTENTS:
            self._leave_out("contents", content)
            return []
        if shows_prompt(element.find(f"{W}sdtPr")):
            self._leave_out("placeholder", content)
            return []
        return self._blocks_in(content)

    def _leave_out(self, reason: str, content: Element) -> None:
        self._context.leave_out_apart(reason, self._context.text_in(content))

    def _table(self, element: Element) -> list[Element]:
        before = self._flushed()  # no table can be joined with a paragraph
        tables = Tables(self._context, self._apart)
        if tables.is_frame(element):
            return [*before, *tables.framed(element)]
        self._levels.clear()
        self._depth += 1
        made = tables.rows(element)
        self._depth -= 1
        return [*before, make.table(made)] if any(made) else before


def _read_body(context: Context, body: Element | None) -> list[Element]:
    return Reader(context, body).read(body if body is not None else ())
