"""Python-Markdown as Sikum uses it: headings, code, raw HTML and links are ours, so a page holds what `scan` saw."""

from __future__ import annotations

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

from generator.markup.fast_path import install_fast_path
from generator.markup.finish import Finish
from generator.markup.inline import destination
from generator.markup.lines import ClassifiedLines
from generator.markup.prepare import END, MARK, prepare_lines


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
        return self.md.convert("\n".join([*prepare_lines(layout, self.md.htmlStash.store), "", ""]))


class _Headings(BlockProcessor):
    """Makes headings of the marked lines, and of no others."""

    tags: Sequence[str] = ()

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return block.startswith(MARK)

    def run(self, parent: Element, blocks: list[str]) -> None:
        number, _, content = blocks.pop(0).removeprefix(MARK).partition(END)
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
