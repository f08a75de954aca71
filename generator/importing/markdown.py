"""HTML -> the Markdown that Sikum reads, block by block, so that headings can be recognised and moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from generator.expressions import expression
from generator.importing.html_tree import Element, parse_html
from generator.importing.list_numbers import item_number
from generator.importing.private_characters import NOTE_END, NOTE_START
from generator.importing.tables import HtmlWriter, is_simple, table_markdown
from generator.markup.clean import is_safe_address

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset("article aside body center dd details div dl dt figcaption figure footer header main".split()) | {
    "", "nav", "section", "summary"
}  # fmt: skip
_BLOCKS = frozenset(("p", "ul", "ol", "table", "blockquote", "pre", "hr", *_HEADINGS, *_CONTAINERS))
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_KEPT = frozenset(("sup", "sub", "s", "del", "u"))
_SPECIAL = expression(r"[\\`*\[\]|]|(?<![^\W_])_+(?=[^\W_])|(?<=[^\W_])_+(?![^\W_])|(?<!\w)_|_(?!\w)|<|&(?=#?\w+;)|\{")
_OPENING = expression(
    r"(?P<number>\d{0,9})(?P<mark>#(?=#{0,5}\s)|>|[-+:](?=\s)|(?<=\d)[.)](?=\s)|~(?=~~)|-(?=--)|[=-](?=[=-]*\s*\Z))"
)
"""What would make a list, a heading or a line of a paragraph's first characters."""
_UNWANTED = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_NOTE = expression(r"#(?P<kind>footnote|endnote)-(?P<number>\w+)\Z")
_NOTE_ITEM = expression(r"(?P<kind>footnote|endnote)-(?P<number>\w+)\Z")
_OF_TABLE = expression(f"{NOTE_START}(\\w+){NOTE_END}")
_NOTE_BACK = expression(r"#(?:footnote|endnote)-ref-")


class Block(Struct, frozen=True, kw_only=True):
    """A heading, a paragraph, a list, a table …"""

    markdown: str
    """Of a heading: its words alone."""
    text: str
    """Its plain words."""
    level: int = 0
    """Of a heading, 1–6; 0 for any other block."""
    is_bold: bool = False
    """A paragraph set in bold from end to end: in many reports a heading in all but style."""
    is_title: bool = False
    """The title of the whole, by its style or its place on the cover."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table: its cells as plain words."""


class MarkdownText(Struct, frozen=True, kw_only=True):
    blocks: tuple[Block, ...]
    notes: dict[str, str]
    """Label of a footnote -> its text."""


def to_markdown(html: str, address: Callable[[str], str | None] = lambda target: target) -> MarkdownText:
    """The blocks of a piece of HTML. `address` leads a link somewhere else; None leaves its words alone."""
    root = parse_html(html)
    converter = _Converter(address)
    notes = dict(converter.take_notes(root))
    return MarkdownText(blocks=tuple(converter.blocks(root)), notes=notes)


def joined(text: MarkdownText) -> str:
    """All blocks as one text, headings at their levels."""
    parts = [f"{'#' * block.level} {block.markdown}" if block.level else block.markdown for block in text.blocks]
    return with_notes("\n\n".join(parts), text.notes)


def with_notes(markdown: str, notes: dict[str, str]) -> str:
    """The text with the footnotes it refers to below it; a note of a table that is HTML stands below its table."""
    markdown = _OF_TABLE.sub(lambda match: notes.get(match[1], ""), markdown)
    used: dict[str, None] = {}
    waiting = re.findall(r"\[\^(\w+)\]", markdown)
    while waiting:
        label = waiting.pop(0)
        if label not in used and label in notes:
            used[label] = None
            waiting += re.findall(r"\[\^(\w+)\]", notes[label])
    return "\n\n".join((markdown, *(f"[^{label}]: {notes[label]}" for label in used))).strip()


class _Converter:
    def __init__(self, address: Callable[[str], str | None]) -> None:
        self._address = address

    def take_notes(self, root: Element) -> Iterator[tuple[str, str]]:
        """Word's footnotes, taken out of the tree: they are written below the chapter that refers to them."""
        for parent in (root, *root.all("div", "section")):
            for item in [child for child in parent.children if isinstance(child, Element) and child.tag == "ol"]:
                entries = [entry for entry in item.all("li") if _NOTE_ITEM.match(entry.attributes.get("id", ""))]
                if entries:
                    parent.children.remove(item)
                for entry in entries:
                    match = _NOTE_ITEM.match(entry.attributes["id"])
                    assert match is not None
                    lines = (  # a note is one line: of a table its cells
                        _escaped(". ".join("; ".join(filter(None, row)) for row in block.rows)) or block.markdown
                        for block in self.blocks(entry)
                    )
                    text = " ".join(lines)
                    yield _label(match), " ".join(text.split())

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks in an element; bare words between blocks are paragraphs."""
        loose: list[Element | str] = []
        for child in parent.children:
            if isinstance(child, Element) and child.tag in _BLOCKS:
                yield from self._paragraph(loose)
                loose = []
                yield from self._block(child)
            else:
                loose.append(child)
        yield from self._paragraph(loose)

    def _block(self, element: Element) -> Iterator[Block]:
        tag, text = element.tag, element.text
        if tag in _CONTAINERS:
            yield from self.blocks(element)
        elif tag in _HEADINGS:
            words = " ".join(self._inline(element.children, keep_pictures=False).replace("**", "").split())
            words = re.sub(r"\A\*([^*]+)(?<!\\)\*\Z", r"\1", words)  # italic from end to end is only how it is set
            words = re.sub(r"#\Z", r"\\#", words)  # at a heading's end it would be no part of it
            if text:
                is_title = element.attributes.get("class") == "title"
                yield Block(markdown=words, text=text, level=_HEADINGS[tag], is_title=is_title)
            for picture in element.all("img"):
                yield Block(markdown=self._picture(picture), text="")
        elif tag == "p":
            yield from self._paragraph(element.children)
        elif tag in ("ul", "ol"):
            yield Block(markdown="\n".join(self._list(element)), text=text)
        elif tag == "table":
            if text or next(element.all("img"), None):
                yield self._table(element)
        elif tag == "hr":
            yield Block(markdown="* * *", text="")
        elif tag == "pre":
            yield Block(markdown=f"```\n{''.join(_raw(element)).strip()}\n```", text=text)
        else:
            inner = "\n\n".join(block.markdown for block in self.blocks(element))
            yield Block(markdown="\n".join(f"> {line}".rstrip() for line in inner.split("\n")), text=text)

    def _paragraph(self, children: list[Element | str]) -> Iterator[Block]:
        whole = Element(tag="p", children=children)
        markdown = self._inline(children).strip()
        if markdown:
            bold = [child for child in children if not isinstance(child, str) or child.strip()]
            is_bold = bool(bold) and all(isinstance(child, Element) and child.tag in ("strong", "b") for child in bold)
            lines = markdown.split("\n")
            safe = "\n".join(_OPENING.sub(_unopened, line, count=1) if _OPENING.match(line) else line for line in lines)
            yield Block(markdown=safe, text=whole.text, is_bold=is_bold)

    def _table(self, element: Element) -> Block:
        """A table. In one that has to be HTML no mark of Markdown works: its notes stand below it."""
        rows = tuple(tuple(cell.text for cell in row.all("td", "th")) for row in element.all("tr"))
        if is_simple(element):
            return Block(markdown=table_markdown(element, self._cell), text=element.text, rows=rows)
        notes: list[str] = []

        def note(label: str) -> str:
            notes.append(label)
            return f"({len(notes)})"

        writer = HtmlWriter(
            self._target, note, lambda anchor: _label(found) if (found := _NOTE.match(anchor)) else None
        )
        markdown = writer.table(element)
        for number, label in enumerate(notes, 1):
            markdown += f"\n\n<sup>({number})</sup> {NOTE_START}{label}{NOTE_END}"
        return Block(markdown=markdown, text=element.text, rows=rows)

    def _list(self, element: Element, depth: int = 0) -> Iterator[str]:
        """The lines of a list. Word's own numbers are kept; where they begin anew, a new list begins."""
        items = [child for child in element.children if isinstance(child, Element) and child.tag == "li"]
        expected = 0
        for item in items:
            number = item_number(item, expected + 1) if element.tag == "ol" else 0
            if expected and number != expected + 1:
                yield from ("", " " * 4 * depth + "<!-- -->", "")
            expected = number
            mark = f"{number}." if element.tag == "ol" else "-"
            indent = " " * 4 * depth
            for place, line in enumerate(line for lines in self._item(item, depth) for line in lines):
                yield f"{indent}{mark} {line}" if not place else line if line.startswith(" ") else f"{indent}    {line}"

    def _item(self, item: Element, depth: int) -> Iterator[list[str]]:
        loose = Element(tag="", children=[])
        nested: list[Element] = []
        for child in item.children:
            if isinstance(child, Element) and child.tag in ("ul", "ol"):
                nested.append(child)
            else:
                loose.children.append(child)
        texts = [block.markdown.replace("\n", " ") for block in self.blocks(loose)]
        yield [" ".join(texts)]
        for inner in nested:
            yield list(self._list(inner, depth + 1))

    def _cell(self, cell: Element) -> str:
        return "<br>".join(block.markdown.replace("\n", "<br>") for block in self.blocks(cell))

    def _inline(self, children: list[Element | str], *, keep_pictures: bool = True) -> str:
        return "".join(self._piece(child, keep_pictures) for child in children)

    def _piece(self, child: Element | str, keep_pictures: bool) -> str:
        if isinstance(child, str):
            return _escaped(child)
        inner = self._inline(child.children, keep_pictures=keep_pictures)
        if child.tag == "br":
            return "  \n"
        if child.tag == "img":
            return self._picture(child) if keep_pictures else ""
        if child.tag == "a":
            return self._link(child, inner)
        if child.tag == "sup" and any(_is_note(each) for each in child.children):
            return "".join(
                self._piece(each if _is_note(each) else Element(tag="sup", children=[each]), keep_pictures)
                for each in child.children
            )
        if child.tag in _MARKS:
            return _around(inner, _MARKS[child.tag])
        if child.tag == "code" and inner.strip():
            code = _code("".join(_raw(child)))
            return f"${code}$" if child.attributes.get("class") == "formula" else code
        if child.tag in _KEPT and inner.strip():
            return f"<{child.tag}>{inner}</{child.tag}>"
        return inner if child.tag not in ("script", "style") else ""

    def _link(self, element: Element, inner: str) -> str:
        href = element.attributes.get("href", "")
        if note := _NOTE.match(href):
            return f"[^{_label(note)}]"
        if _NOTE_BACK.match(href):
            return ""
        target = self._target(href)
        if target is None or not inner.strip():
            return inner
        return f"[{inner.strip()}](<{target}>)" if re.search(r"[\s()]", target) else f"[{inner.strip()}]({target})"

    def _target(self, href: str) -> str | None:
        """The target of a link; None when only its words are kept."""
        target = self._address(href) if href and not href.startswith("#") else None
        return target if target is not None and is_safe_address(target) and not re.search(r"[<>\n]", target) else None

    def _picture(self, element: Element) -> str:
        target = self._address(element.attributes.get("src", ""))
        words = " ".join(element.attributes.get("alt", "").split())
        return f"![{_escaped(words) if not words.startswith('[') else words}]({target})" if target else ""


def _code(text: str) -> str:
    """The text in enough backticks to be shown unchanged."""
    text = " ".join(text.split())
    ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{ticks} {text} {ticks}" if "`" in text else f"`{text}`"


def _is_note(child: Element | str) -> bool:
    """Whether it is the mark of a note."""
    return isinstance(child, Element) and child.tag == "a" and bool(_NOTE.match(child.attributes.get("href", "")))


def _label(match: re.Match[str]) -> str:
    return match["number"] if match["kind"] == "footnote" else f"e{match['number']}"


def _unopened(match: re.Match[str]) -> str:
    """The mark so that it opens nothing; two of them no backslash disarms."""
    mark = match["mark"]
    return match["number"] + (f"&#{ord(mark)};" if mark in "~:=" else f"\\{mark}")


def _around(inner: str, mark: str) -> str:
    """Places marks next to the words: `** רקע**` would be shown with its asterisks."""
    words = inner.strip()
    if not words or words.startswith("![") or "\n" in words:
        return inner
    start = inner.index(words)
    return f"{inner[:start]}{mark}{words}{mark}{inner[start + len(words) :]}"


def _escaped(text: str) -> str:
    def mark(match: re.Match[str]) -> str:
        found = match.group()
        return {"<": "&lt;", "&": "&amp;"}.get(found) or "".join(f"\\{letter}" for letter in found)

    return re.sub(r"\s+", " ", _SPECIAL.sub(mark, _UNWANTED.sub("", text)))


def _raw(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _raw(child)
