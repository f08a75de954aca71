"""What a reader of one document gathers on its way: what it leaves out, keeps in another form, and hands on to mammoth."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from msgspec import Struct, field

from generator.importing.word.account import Change, LeftOut, Other
from generator.importing.word.changes import is_moved
from generator.importing.word.inventory import shown_in, text_in
from generator.importing.word.numbering import Numbering
from generator.importing.word.package import Package
from generator.importing.word.pictures import Picture, shown_picture
from generator.importing.word.styles import Styles


class Line(Struct, kw_only=True):
    """A paragraph of the body outside lists and tables, as the guess at headings sees it."""

    element: Element
    text: str
    level: int
    """Of a heading by style, 0 for other paragraphs."""
    is_title: bool
    is_bold: bool
    """From end to end."""
    is_underlined: bool
    size: int
    """Of its largest letters, in half points; 0 when nothing says it."""
    printed: str
    """The number that its list prints before it."""
    is_boxed: bool = False
    """It stands in a text box: it may be the title, but no heading."""


class Part(Struct, kw_only=True):
    """A part that is handed on, with relations of its own."""

    path: str
    """Of the original part, from which its relations are read."""
    targets: dict[str, str] = field(default_factory=dict)
    """Id of a relation -> address of a link, or name of a picture's part."""


class Context(Struct, kw_only=True):
    """One for each document. `part` changes while notes are read."""

    package: Package
    styles: Styles
    numbering: Numbering
    is_accepting: bool
    """Whether tracked changes are taken as accepted; else as rejected."""
    part: Part
    pictures: dict[tuple[int, str], tuple[str, Picture]] = field(default_factory=dict)
    """Package and path of the part -> its name in what is handed on, and the picture."""
    left_out: list[LeftOut] = field(default_factory=list)
    others: list[Other] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    known_notes: frozenset[tuple[str, str]] = frozenset()
    """(kind, id) of the notes that there are, and that a reference may lead to."""
    notes: dict[tuple[str, str], None] = field(default_factory=dict)
    """(kind, id) of the notes that what is kept refers to."""
    comment_places: dict[str, str] = field(default_factory=dict)
    depth: int = 0
    """How many documents are around this one."""
    place: str = ""
    """The heading under which the reader is."""
    is_broken: bool = True
    """Whether what is left out next stands apart from what was left out last."""

    def leave_out(self, reason: str, text: str) -> None:
        """Runs of one stretch are one entry: a word may be cut in two by Word's own runs."""
        last = self.left_out[-1] if self.left_out else None
        if last is not None and last.reason == reason and last.place == self.place:
            joint = " " if self.is_broken else ""
            self.left_out[-1] = LeftOut(reason=reason, text=f"{last.text}{joint}{text}", place=self.place)
        elif text.strip() or reason == "embedded":
            self.left_out.append(LeftOut(reason=reason, text=text, place=self.place))
        self.is_broken = False

    def leave_out_apart(self, reason: str, text: str) -> None:
        """The same of what is a stretch of its own, such as a paragraph or a row."""
        self.is_broken = True
        self.leave_out(reason, text.strip())
        self.is_broken = True

    def text_in(self, element: Element) -> str:
        """All text in an element of the part that is being read, shown or not."""
        return text_in(element, self.package, self.part.path, self.styles, is_accepting=self.is_accepting)

    def shown_text(self, element: Element, *, is_accepting: bool | None = None) -> str:
        """The text of an element as a reader sees it, with tracked changes accepted or rejected; usually as all are."""
        chosen = self.is_accepting if is_accepting is None else is_accepting
        text = shown_in(element, self.package, self.part.path, self.styles, is_accepting=chosen)
        return " ".join(text.split())

    def change(self, kind: str, element: Element) -> Change:
        """Tell of a whole row or cell that a tracked change took away, or brought. `kind`: `inserted` or `deleted`."""
        is_new = kind == "inserted"
        text = self.shown_text(element, is_accepting=is_new)
        before, after = ("", text) if is_new else (text, "")
        found = Change(kind="moved" if is_moved(element) else kind, before=before, after=after, place=self.place)
        if text:
            self.changes.append(found)
        return found

    def keep_as(self, what: str, text: str) -> None:
        self.others.append(Other(what=what, text=" ".join(text.split()), place=self.place))

    def keep_if(self, what: str, text: str) -> None:
        """The same, where there is any text."""
        if text.strip():
            self.keep_as(what, text)

    def link(self, address: str) -> str:
        """The id of a relation to an address."""
        return self._relation(address)

    def picture(self, path: str) -> str | None:
        """The id of a relation to a picture that browsers show; None for any other."""
        key = (id(self.package), path)
        known = self.pictures.get(key)
        if known is None:
            content = self.package.bytes_of(path)
            shown = shown_picture(content or b"")
            if shown is None:
                return None
            known = self.pictures[key] = (f"media/picture{len(self.pictures) + 1}.{shown.ending}", shown)
        return self._relation(known[0])

    def pages(self, path: str) -> int:
        """How many pictures the file of a picture holds; Word shows the first."""
        known = self.pictures.get((id(self.package), path))
        return known[1].pages if known is not None else 1

    def _relation(self, target: str) -> str:
        for identifier, known in self.part.targets.items():
            if known == target:
                return identifier
        identifier = f"r{len(self.part.targets) + 1}"
        self.part.targets[identifier] = target
        return identifier
