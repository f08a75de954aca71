"""Python-Markdown as Sikum uses it: headings, code, raw HTML and links are ours, so a page holds what `scan` saw."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockprocessors import BlockProcessor, ReferenceProcessor
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import ImageInlineProcessor, LinkInlineProcessor

from generator.markup.cost import costly_paragraphs
from generator.markup.fast_path import install_fast_path
from generator.markup.finish import Finish
from generator.markup.inline import destination
from generator.markup.lines import ClassifiedLines, HeadingLine, Kind
from generator.markup.lists import ListIndents, is_table_head

_MARK, _END = "\x02sikum:", "\x03"
"""Around a heading's number. The outer characters are Python-Markdown's own, and are taken out of authors' text."""
_TOKENS = str.maketrans("", "", "\x02\x03")


class Engine:
    """One instance of Python-Markdown, set up once and used for page after page. Not for several threads at once."""

    def __init__(self) -> None:
        self.footnotes = FootnoteExtension(USE_DEFINITION_ORDER=False)
        self.md = markdown.Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                self.footnotes,
                # not by their names: those are looked for in the entry points of everything that is installed
                AttrListExtension(),
                DefListExtension(),
                AbbrExtension(),
                SaneListExtension(),
            ],
            output_format="html",
        )
        self.headings = _Headings(self.md.parser)
        self.finish = Finish(self.md, self.footnotes)
        for name in ("normalize_whitespace", "html_block"):
            self.md.preprocessors.deregister(name)
        for name in ("hashheader", "setextheader"):
            self.md.parser.blockprocessors.deregister(name)
        self.md.parser.blockprocessors.register(self.headings, "headings", 95)
        self.md.parser.blockprocessors.register(_References(self.md.parser), "reference", 15)
        self.md.inlinePatterns.register(_LinkProcessor(r"(?<!\!)\[", self.md), "link", 160)
        self.md.inlinePatterns.register(_ImageProcessor(r"\!\[", self.md), "image_link", 150)
        self.md.treeprocessors.register(self.finish, "finish", 2)
        self.md.treeprocessors.deregister("prettify")  # line breaks for people who read HTML; nobody reads this one
        install_fast_path(self.md)

    def convert(self, layout: ClassifiedLines, tags: Sequence[str], *, note_back: str, table_label: str) -> str:
        """HTML, not yet cleaned. `tags` are the element names of the headings ("" leaves a heading out);
        their ids are `heading:<n>`, for the cleaner to replace."""
        self.md.reset()
        self.headings.tags = tags
        self.finish.table_label = table_label
        self.footnotes.setConfig("BACKLINK_TITLE", note_back)
        return self.md.convert("\n".join(self._lines(layout)))

    def _lines(self, layout: ClassifiedLines) -> list[str]:
        """The text as Python-Markdown should read it: headings marked, code and raw HTML put aside."""
        lines: list[str] = []
        plain = dict(costly_paragraphs(layout))
        headings = {heading.index: number for number, heading in enumerate(layout.headings)}
        index, in_list = 0, False
        lists = ListIndents()
        while index < len(layout.lines):
            kind = layout.kinds[index]
            line = layout.lines[index]
            if index in plain and kind == Kind.TEXT:
                end = plain[index]
                written = html.escape("\n".join(layout.lines[index:end]), quote=False)
                lines += ["", self._stash(f"<p>{written}</p>"), ""]
                index = end
                continue
            if kind in (Kind.FENCED, Kind.HTML):
                end = _block_end(layout, index)
                block = layout.lines[index:end]
                indent = _indent(block[0])
                stashed = self._stash(_code(block) if kind == Kind.FENCED else _raw(block))
                lines += ["", " " * (-(-indent // 4) * 4 if in_list else 0) + stashed, ""]
                index = end
                continue
            if kind == Kind.HEADING:
                number = headings[index]
                heading = layout.headings[number]
                in_list = False
                lists = ListIndents()
                lines += ["", self._heading(number, heading, index in plain), ""]
                index += heading.line_count
                continue
            text = _clear(line).expandtabs(4) if kind == Kind.TEXT or kind == Kind.INDENTED else ""
            text = lists.indented(text)
            if lists.ends_paragraph:
                lines.append("")
            if kind == Kind.TEXT and is_table_head(layout.lines, index) and lines and lines[-1].strip():
                lines.append("")  # a table may follow a paragraph with no empty line between
            if kind == Kind.TEXT:
                is_item = _is_item(text)
                if is_item and not in_list and lines and lines[-1].strip() and not text.startswith("    "):
                    lines.append("")  # a list may follow a paragraph with no empty line between
                if is_item or (text[:1] != " " and not (lines and lines[-1])):
                    in_list = is_item
            lines.append(text)
            index += 1
        return [*lines, "", ""]

    def _heading(self, number: int, heading: HeadingLine, is_plain: bool) -> str:
        content = _clear(heading.content)
        if is_plain:
            content = self._stash(html.escape(content, quote=False))
        return f"{_MARK}{number}{_END}{content}"

    def _stash(self, block: str) -> str:
        return self.md.htmlStash.store(block)


def _clear(text: str) -> str:
    """The text without Python-Markdown's own characters. Looking for them first: `translate` goes letter by letter."""
    return text.translate(_TOKENS) if "\x02" in text or "\x03" in text else text


def _block_end(layout: ClassifiedLines, start: int) -> int:
    kind = layout.kinds[start]
    if kind == Kind.HTML:
        return next((i for i in range(start, len(layout.kinds)) if layout.kinds[i] != kind), len(layout.kinds))
    mark = layout.lines[start].lstrip(" \t")[0]
    length = len(layout.lines[start].strip()) - len(layout.lines[start].strip().lstrip(mark))
    for index in range(start + 1, len(layout.lines)):
        if layout.kinds[index] != Kind.FENCED:
            return index
        closing = layout.lines[index].strip()
        if len(closing) >= length and not closing.strip(mark):
            return index + 1
    return len(layout.lines)


def _code(block: list[str]) -> str:
    opening = block[0].strip()
    language = opening.strip("`~").strip().split(" ")[0].split("{")[0]
    closing = block[-1].strip() if len(block) > 1 else ""
    is_closed = len(closing) >= 3 and not closing.strip(opening[0])
    indent = _indent(block[0])
    inner = [line.expandtabs(4) for line in (block[1:-1] if is_closed else block[1:])]
    text = "\n".join(line[min(indent, _indent(line)) :] for line in inner).translate(_TOKENS)
    name = f' class="language-{html.escape(language)}"' if language else ""
    return f"<pre><code{name}>{html.escape(text, quote=False)}\n</code></pre>"


def _raw(block: list[str]) -> str:
    return "\n".join(block).translate(_TOKENS)


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip(" "))


def _is_item(text: str) -> bool:
    body = text.lstrip(" ")
    if body[:2] in ("- ", "* ", "+ "):
        return True
    return body.startswith("1. ")


class _Headings(BlockProcessor):
    """Makes headings of the marked lines, and of no others."""

    tags: Sequence[str] = ()

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return block.startswith(_MARK)

    def run(self, parent: Element, blocks: list[str]) -> None:
        number, _, content = blocks.pop(0).removeprefix(_MARK).partition(_END)
        if tag := self.tags[int(number)]:
            heading = SubElement(parent, tag)
            heading.text = content.strip()
        else:
            heading = SubElement(parent, "span")
        heading.set("id", f"heading:{number}")


class _References(ReferenceProcessor):
    """Definitions of links whose target stands in angle brackets and holds blanks, as names of files do."""

    RE = re.compile(ReferenceProcessor.RE.pattern.replace(r"([^\s]+)", r"(<[^<>\n]*>|[^\s]+)", 1), re.MULTILINE)


class _Brackets(LinkInlineProcessor):
    """Links with the targets that `inline` reads, and brackets matched once a text instead of once a bracket."""

    _data = ""
    _ends: dict[int, int] = {}  # noqa: RUF012

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        if data is not self._data:
            self._data, self._ends = data, _bracket_ends(data)
        end = self._ends.get(index - 1)
        return (data[index:end], end + 1, True) if end is not None else ("", index, False)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        found = destination(data, index)
        if found is None:
            return "", None, index, False
        title = self.unescape(found.title) if found.title is not None else None
        return self.unescape(found.target).strip(), title, found.end, True


class _LinkProcessor(_Brackets):
    pass


class _ImageProcessor(_Brackets, ImageInlineProcessor):
    pass


def _bracket_ends(data: str) -> dict[int, int]:
    ends: dict[int, int] = {}
    stack: list[int] = []
    position = data.find("[")
    while 0 <= position < len(data):
        if data[position] == "[":
            stack.append(position)
        elif stack:
            ends[stack.pop()] = position
        following = [found for found in (data.find("[", position + 1), data.find("]", position + 1)) if found >= 0]
        position = min(following, default=-1)
    return ends
