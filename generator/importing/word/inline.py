"""The content of one paragraph: runs, links, notes, fields, equations, tracked changes; and the blocks anchored in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from generator.importing.word import make
from generator.importing.word.changes import CHANGES
from generator.importing.word.context import Context
from generator.importing.word.drawings import Drawings
from generator.importing.word.equations import to_tex, unshown
from generator.importing.word.fields import COMPUTED, TICKED, UNTICKED, Fields, custom_mark, link_of, shows_prompt
from generator.importing.word.inventory import branch
from generator.importing.word.names import MC, W14, M, R, W, is_on, local
from generator.importing.word.styles import Look
from generator.importing.word.symbols import font_of, has_private, sign_of, with_signs
from generator.importing.word.tracked import Tracked
from generator.importing.word.unseen import is_pale, why_hidden

_SKIPPED = frozenset((f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}fldData", f"{W}ffData", f"{M}oMathParaPr"))
_CODES = frozenset((f"{W}instrText", f"{W}delInstrText"))
_BLOCKS = frozenset((f"{W}tbl", f"{W}altChunk", f"{W}subDoc"))
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))


class Inline:
    """Reads one paragraph. Fields go on over paragraphs, so they are handed in."""

    def __init__(self, context: Context, fields: Fields, drawings: Drawings, style: str) -> None:
        self._context = context
        self._fields = fields
        self._drawings = drawings
        self._style = style
        self._tracked = Tracked(context)
        self.pieces: list[Element] = []
        self.blocks: list[Element] = []
        """What is anchored here and stands on its own: text boxes, charts, tables of data."""
        self.text = ""
        self.is_bold = True
        self.is_underlined = True
        self.size = 0
        self.is_contents = False
        self.struck: list[str] = []
        """What is struck through, stretch by stretch."""
        self._is_striking = False
        self._into = self.pieces
        self._readers: dict[str, Callable[[Element], None]] = {
            f"{W}r": self._run,
            f"{W}t": lambda element: self._text(element.text or "", self._plain_look()),
            f"{W}ruby": lambda element: self._ruby(element, self._plain_look()),
            f"{W}fldChar": lambda element: self._field(element, self._plain_look()),
            f"{W}fldSimple": self._simple_field,
            f"{W}hyperlink": self._hyperlink,
            **dict.fromkeys(CHANGES, self._change),
            f"{W}sdt": self._control,
            **dict.fromkeys(_BLOCKS, lambda element: self.blocks.extend(drawings.blocks_of([element]))),
            f"{W}contentPart": lambda _: context.keep_as("drawing", ""),
            f"{M}r": self._equation,
            f"{M}oMath": self._equation,
            f"{M}oMathPara": self._equation,
            f"{MC}AlternateContent": self._alternative,
            **dict.fromkeys(COMPUTED, lambda element: context.keep_as("field", local(element.tag))),
        }
        self._is_linked = False
        self._last_run: Element | None = None
        self._last_key: tuple[bool, bool, bool, str] | None = None

    def read(self, elements: Iterable[Element]) -> None:
        """Read the children of a paragraph, in order."""
        for element in elements:
            self._read(element)

    def finish(self) -> None:
        """To be called at the paragraph's end: changes that wait for their other half are told."""
        self._tracked.finish()

    @property
    def has_unchanged_text(self) -> bool:
        """Whether any of its text is outside all tracked changes."""
        return self._tracked.has_unchanged

    def _read(self, element: Element) -> None:
        tag = element.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            return
        reader = self._readers.get(tag)
        if reader is not None:
            reader(element)
        elif tag in _DRAWINGS:
            self._drawing(element)
        else:
            self.read(element)

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        text = "".join(each.text or "" for each in run.iter(f"{W}t"))
        look = self._context.styles.look(self._style, properties, text)
        font = font_of(properties) if has_private(text) else None
        self._context.keep_if("pale", text if is_pale(properties) else "")
        mark = custom_mark(run)
        for child in run:
            if child.tag == f"{W}rPr" or child is mark:
                continue
            if child.tag in (f"{W}fldChar", *_CODES):
                self._field(child, look)
            elif look.hidden and child.tag not in _DRAWINGS:
                self._context.leave_out(why_hidden(properties), self._context.text_in(child))
            elif font is not None and child.tag == f"{W}t":
                self._text(with_signs(child.text or "", font), look)
            else:
                self._in_run(child, look)

    def _in_run(self, element: Element, look: Look) -> None:
        tag = element.tag
        if tag in (f"{W}t", f"{W}delText"):
            self._text(element.text or "", look)
        elif tag in _IN_RUN:
            self._text(_IN_RUN[tag], look)
        elif tag == f"{W}br":
            self._text(" " if element.get(f"{W}type") in ("page", "column") else "\n", look)
        elif tag == f"{W}sym":
            self._symbol(element, look)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self._note(element)
        elif tag == f"{W}commentReference":
            self._comment(element)
        elif tag == f"{W}ruby":
            self._ruby(element, look)
        elif tag == f"{MC}AlternateContent":
            chosen = branch(element)
            for child in chosen if chosen is not None else ():
                self._in_run(child, look)
        elif tag not in (f"{W}softHyphen", f"{W}annotationRef"):
            self._read(element)

    def _text(self, text: str, look: Look) -> None:
        if not self._fields.is_visible:
            self._context.leave_out("field-code", text)
            return
        if not text:
            return
        self._context.is_broken = True
        self._tracked.text(text, is_blank=not text.strip())
        if text.strip():
            self.is_contents = self.is_contents or self._fields.is_contents
            self.is_bold = self.is_bold and look.bold
            self.is_underlined = self.is_underlined and look.underlined
            self.size = max(self.size, look.size)
        if look.strike:
            before = self.struck.pop() if self._is_striking else ""
            self.struck.append(before + text)
        if look.strike or text.strip():
            self._is_striking = look.strike
        self.text += text
        address = self._fields.link if not self._is_linked else None
        if address is None:
            self._add_run(text, look)
            return
        piece = make.run(text, look)
        relation = self._context.link(address)
        last = self._into[-1] if self._into else None
        if last is None or last.tag != f"{W}hyperlink" or last.get(f"{R}id") != relation:
            last = make.link(relation)
            self._into.append(last)
        last.append(piece)

    def _add_run(self, text: str, look: Look) -> None:
        """Word cuts a sentence into runs wherever somebody edited it; runs that look alike are one for mammoth."""
        key = (look.bold, look.italic, look.strike, look.raised)
        last = self._into[-1] if self._into else None
        if last is not None and last is self._last_run and key == self._last_key and "\n" not in text:
            last[-1].text = f"{last[-1].text or ''}{text}"
            return
        self._last_run, self._last_key = make.run(text, look), key
        self._into.append(self._last_run)

    def _field(self, element: Element, look: Look) -> None:
        if element.tag in _CODES:
            self._fields.read_code(element.text or "")
            return
        self._show_field(self._fields.read(element), look)

    def _simple_field(self, element: Element) -> None:
        self._show_field(self._fields.read_simple(element), self._plain_look())
        if address := link_of(element.get(f"{W}instr", "")):
            self._linked(address, element)
        else:
            self.read(element)

    def _show_field(self, shown: str, look: Look) -> None:
        if shown:
            self._text(shown, look)
        self._context.keep_if("field", self._fields.take_unshown())

    def _hyperlink(self, element: Element) -> None:
        relation = self._context.package.relations(self._context.part.path).get(element.get(f"{R}id", ""))
        if relation is None or not relation.is_external:
            self.read(element)
            return
        anchor = element.get(f"{W}anchor")
        self._linked(
            f"{relation.target}#{anchor}" if anchor and "#" not in relation.target else relation.target, element
        )

    def _linked(self, address: str, element: Element) -> None:
        if self._is_linked:
            self.read(element)
            return
        around, self._into = self._into, []
        self._is_linked = True
        self.read(element)
        within, self._into = self._into, around
        self._is_linked = False
        if within:
            self._into.append(make.linked(self._context.link(address), within))

    def _note(self, element: Element) -> None:
        kind = "footnote" if element.tag.endswith("footnoteReference") else "endnote"
        identifier = element.get(f"{W}id", "")
        if self._fields.is_visible and (kind, identifier) in self._context.known_notes:
            self._context.notes[kind, identifier] = None
            self._into.append(make.note_reference(kind, identifier))

    def _comment(self, element: Element) -> None:
        self._context.comment_places.setdefault(element.get(f"{W}id", ""), self._context.place)

    def _symbol(self, element: Element, look: Look) -> None:
        if known := sign_of(element):
            self._text(known, look)
        else:
            self._context.keep_as("sign", element.get(f"{W}font", ""))

    def _ruby(self, element: Element, look: Look) -> None:
        """The text, and the reading above it in brackets."""
        base, above = element.find(f"{W}rubyBase"), element.find(f"{W}rt")
        self._text(" ", look)
        if base is not None:
            self.read(base)
        if above is not None and (words := self._context.text_in(above).strip()):
            self._text(f" ({words}) ", look)

    def _equation(self, element: Element) -> None:
        context = self._context
        tex = to_tex(element, is_accepting=context.is_accepting)
        for each in unshown(element, is_accepting=context.is_accepting):
            if each.tag == f"{M}r":
                context.leave_out("hidden", context.text_in(each))
            else:
                self._tracked.leave(each, self._fields)
        if not tex or not self._fields.is_visible:
            return
        context.is_broken = True
        context.keep_as("equation", tex)
        self._tracked.formula(element, tex)
        self.text += f" {tex} "
        self.is_bold = self.is_underlined = False
        self._into += [make.run(" "), make.run(tex, style=make.FORMULA), make.run(" ")]

    def _control(self, element: Element) -> None:
        """A content control: a tick box, the prompt of an unfilled form, or its content."""
        properties, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
        box = properties.find(f"{W14}checkbox") if properties is not None else None
        if box is not None:
            state = box.find(f"{W14}checked")
            self._text(TICKED if state is not None and is_on(state.get(f"{W14}val")) else UNTICKED, self._plain_look())
        elif content is not None and shows_prompt(properties):
            self._context.leave_out("placeholder", self._context.text_in(content))
        elif content is not None:
            self.read(content)

    def _alternative(self, element: Element) -> None:
        if (chosen := branch(element)) is not None:
            self.read(chosen)

    def _change(self, element: Element) -> None:
        """A tracked change: the side that is taken is read, the other is told."""
        if CHANGES[element.tag] == ("inserted" if self._context.is_accepting else "deleted"):
            with self._tracked.taking(element):
                self.read(element)
        else:
            self._tracked.leave(element, self._fields)

    def _drawing(self, drawing: Element) -> None:
        pieces, blocks = self._drawings.read(drawing)
        if pieces:
            self._context.is_broken = True
            self.is_bold = self.is_underlined = False
            if not self._is_linked and (address := self._drawings.address(drawing)):
                pieces = [make.linked(self._context.link(address), pieces)]
        self._tracked.block(self._context.shown_text(drawing) if blocks else "")
        self._into += pieces
        self.blocks += blocks

    def _plain_look(self) -> Look:
        """How text is set that has no run of its own."""
        return self._context.styles.look(self._style, None, "")


_IN_RUN = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
