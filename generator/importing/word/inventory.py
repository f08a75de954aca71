"""Every word in a .docx file, visible or not: what an import has to account for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.importing.word.account import words_of
from generator.importing.word.chunks import MAX_DEPTH, chunk_lines, chunk_package
from generator.importing.word.graphics import control_words, read_chart, smart_art_words
from generator.importing.word.names import CX, DGM, MC, A, C, M, R, V, W, local
from generator.importing.word.package import Package
from generator.importing.word.styles import Styles, is_drop_cap, style_of

_APART = frozenset(
    ("p tc tab br cr ptab fldChar oMath e num den sub sup deg ruby footnoteReference endnoteReference").split()
)
_ASIDE = frozenset(("drawing", "pict", "object", "rt"))
_TEXT = frozenset((f"{W}t", f"{W}delText", f"{M}t", f"{A}t"))
_ELSEWHERE = frozenset((f"{V}textpath", f"{W}altChunk", f"{C}chart", f"{CX}chart", f"{DGM}relIds", f"{W}control"))
_KNOWN = frozenset((f"{W}t", f"{A}t", f"{A}blip", f"{C}chart", f"{CX}chart", f"{DGM}relIds", f"{M}t"))


def seen_words(package: Package, styles: Styles, *, is_accepting: bool) -> list[str]:
    """The words of the body, of the notes that it refers to, of comments, headers and footers, charts and SmartArt."""
    parts = [(package.document, package.root.find(f"{W}body"))]
    for kind, path, element in note_parts(package):
        used = {each.get(f"{W}id") for each in package.root.iter(f"{W}{kind}Reference")}
        parts += [
            (path, note) for note in element.findall(f"{W}{kind}") if note.get(f"{W}id") in used and is_note(note)
        ]
    parts += [(path, package.tree(path)) for path in side_parts(package)]
    walk = _Walk(package, styles, is_accepting=is_accepting)
    for path, part in parts:
        if part is not None:
            walk.part(path, part)
    return [word for text in walk.texts for word in words_of(text)]


def text_in(element: Element, package: Package, path: str, styles: Styles, *, is_accepting: bool) -> str:
    """All text in an element of the part at `path`, as `seen_words` takes it: what stands beside the line comes first."""
    walk = _Walk(package, styles, is_accepting=is_accepting)
    walk.part(path, element)
    return re.sub(r"\s+", " ", " ".join(walk.texts))


def shown_in(element: Element, package: Package, path: str, styles: Styles, *, is_accepting: bool) -> str:
    """The text of an element as a reader sees it: without what is hidden, and without the other wording of changes."""
    walk = _Walk(package, styles, is_accepting=is_accepting, is_shown_alone=True)
    walk.part(path, element)
    return " ".join(walk.texts)


def note_parts(package: Package) -> Iterator[tuple[str, str, Element]]:
    """`footnote` and `endnote`, the path of their part, its root."""
    for kind in ("footnote", "endnote"):
        path = package.related(f"{kind}s")
        root = package.tree(path) if path else None
        if path and root is not None:
            yield kind, path, root


def is_note(note: Element) -> bool:
    """False for the lines that Word draws between the text and its notes."""
    return note.get(f"{W}type", "normal") == "normal"


def side_parts(package: Package) -> Iterator[str]:
    """Comments, headers and footers: each part once."""
    found = (
        each.target
        for each in package.relations(package.document).values()
        if each.kind in ("comments", "header", "footer")
    )
    yield from dict.fromkeys(found)


def branch(alternatives: Element) -> Element | None:
    """Of `mc:AlternateContent`: the first choice that holds anything we can read, else the fallback."""
    for choice in alternatives.findall(f"{MC}Choice"):
        if any(each.tag in _KNOWN for each in choice.iter()):
            return choice
    fallback = alternatives.find(f"{MC}Fallback")
    return fallback if fallback is not None else alternatives.find(f"{MC}Choice")


class _Walk:
    """Walks the parts. What is beside the line, such as a text box or deleted words, does not split a word of the line."""

    def __init__(
        self, package: Package, styles: Styles, *, is_accepting: bool, depth: int = 0, is_shown_alone: bool = False
    ) -> None:
        self.texts: list[str] = []
        self._is_shown_alone = is_shown_alone
        self._styles = styles
        self._style = ""
        """Of the paragraph around."""
        self._is_accepting = is_accepting
        self._depth = depth
        self._package = package
        self._path = ""
        self._gone = frozenset(f"{W}{name}" for name in (("del", "moveFrom") if is_accepting else ("ins", "moveTo")))

    def part(self, path: str, element: Element) -> None:
        """Take the texts of an element of a part."""
        self._path = path
        pieces: list[str] = []
        self._walk(element, pieces)
        self.texts.append("".join(pieces))

    def _walk(self, element: Element, pieces: list[str]) -> None:
        tag = element.tag
        if tag in _TEXT:
            pieces.append(element.text or "")
            return
        if tag == f"{MC}AlternateContent":
            chosen = branch(element)
            if chosen is not None:
                self._walk(chosen, pieces)
            return
        if tag in _ELSEWHERE:
            self.texts += self._elsewhere(element)
            return
        name = local(tag)
        if name == "noBreakHyphen":
            pieces.append("\u2011")
        if self._is_shown_alone and self._is_unseen(element):
            return
        is_aside = self._is_aside(element)
        style = self._style
        if tag == f"{W}p":
            self._style = style_of(element)
        into: list[str] = [] if is_aside else pieces
        if name in _APART and tag != f"{W}p":
            into.append(" ")
        for child in element:
            self._walk(child, into)
        self._style = style
        if name in _APART and not self._is_joined(element):
            into.append(" ")
        if is_aside:
            self.texts.append("".join(into))

    def _elsewhere(self, element: Element) -> Iterator[str]:
        """Texts to which an element only refers, in another part or in an attribute."""
        if element.tag == f"{V}textpath":
            yield element.get("string", "")
        elif element.tag == f"{W}altChunk":
            yield from _of_chunk(element, self._package, self._path, self._depth, is_accepting=self._is_accepting)
        else:
            yield from _of_graphic(element, self._package, self._path)

    def _is_aside(self, element: Element) -> bool:
        """Whether it stands beside the line: drawings, what a change took away, and what is hidden."""
        return self._is_unseen(element) or local(element.tag) in _ASIDE

    def _is_unseen(self, element: Element) -> bool:
        tag = element.tag
        is_hidden = tag in (f"{W}r", f"{M}r") and self._styles.is_hidden(self._style, element.find(f"{W}rPr"))
        return is_hidden or tag in self._gone

    def _is_joined(self, element: Element) -> bool:
        """Whether the next paragraph goes on in it: a tracked change took its end away, or it is a drop cap."""
        if element.tag != f"{W}p":
            return False
        is_gone = any(element.find(f"{W}pPr/{W}rPr/{gone}") is not None for gone in self._gone)
        return is_gone or is_drop_cap(element.find(f"{W}pPr"))


def _of_chunk(element: Element, package: Package, path: str, depth: int, *, is_accepting: bool) -> Iterator[str]:
    """The texts of a document within the document."""
    relation = package.relations(path).get(element.get(f"{R}id", ""))
    if relation is None or relation.is_external:
        return
    inner = chunk_package(package, relation.target) if depth < MAX_DEPTH else None
    if inner is None:
        for line in chunk_lines(package, relation.target):
            yield line.text
            yield from (text for _, text in line.left_out)
        return
    styles = inner.related("styles")
    walk = _Walk(inner, Styles(inner.tree(styles) if styles else None), is_accepting=is_accepting, depth=depth + 1)
    if (body := inner.root.find(f"{W}body")) is not None:
        walk.part(inner.document, body)
    for kind, notes, source in note_parts(inner):
        for note in source.findall(f"{W}{kind}"):
            if is_note(note):
                walk.part(notes, note)
    yield from walk.texts


def _of_graphic(element: Element, package: Package, path: str) -> Iterator[str]:
    root = graphic_part(element, package, path)
    if root is None:
        return
    if element.tag == f"{DGM}relIds":
        yield from smart_art_words(root)
        return
    if element.tag == f"{W}control":
        yield control_words(root)
        return
    chart = read_chart(root)
    yield chart.title
    for row in chart.rows:
        yield from row
    yield from chart.words


def graphic_part(element: Element, package: Package, path: str) -> Element | None:
    """The part of a chart or of a SmartArt's data that a drawing refers to."""
    identifier = element.get(f"{R}dm") if element.tag == f"{DGM}relIds" else element.get(f"{R}id")
    relation = package.relations(path).get(identifier or "")
    return package.tree(relation.target) if relation is not None and not relation.is_external else None
