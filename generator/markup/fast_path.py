"""Makes Python-Markdown skip what cannot match: the same HTML in half the time.

It tries fifteen patterns on every piece of text and seven constructs on every paragraph, line by line, and most of what
people write is plain. So each is asked only about text that holds the mark it cannot do without.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString

from generator.expressions import expression

_BLOCK_MARKS = {
    "table": r"\|",
    "hr": "[-_*]",
    "deflist": ":",
    "quote": ">",
    "footnote": r"\[\^",
    "abbr": r"\*\[",
    "reference": r"\]:",
}
"""What a block holds if it is one of these, or holds one: most paragraphs hold nothing of the kind."""
_INLINE_MARKS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
"""What text holds in which this pattern can match. A pattern that is not listed is always tried."""

_PLAIN = expression(r"(?:\*\*|[\"'(])?[^\W\d_](?:[^\n]*+|[^|:>\[\]*_-]*+)\Z")
"""A block that can be nothing but a paragraph: it begins with a word, and is one line or holds no mark of a construct.

Each construct begins with a mark at the margin; a table takes two lines.
"""
_INLINE_MARK = expression("[`\\\\\\[<&*_!\x02\x03]")
_LINE_BREAK = "  \n"
"""What every inline pattern in use begins with: one of these characters, or the end of a line that ends in two blanks."""


def install_fast_path(md: markdown.Markdown) -> None:
    """Make `md` skip patterns and processors that cannot match. Call after all are registered."""
    md.treeprocessors.register(_Inline(md), "inline", 20)
    md.treeprocessors.register(_Attributes(md), "attr_list", 8)
    md.treeprocessors.register(_Unescape(md), "unescape", 0)
    # A registry sorts itself at every look, and these are looked at for each line: a tuple stays as it is.
    blocks = list(md.parser.blockprocessors)
    for name, mark in _BLOCK_MARKS.items():
        place = md.parser.blockprocessors.get_index_for_name(name)
        blocks[place] = _Marked(blocks[place], mark)
    md.parser.blockprocessors = (_Plain(md.parser), *blocks)  # type: ignore[assignment]


class _Inline(InlineProcessor):
    """Leaves text alone in which no inline mark begins: most of what people write. That is a third of all the work.

    Leans on two private methods of Python-Markdown; a version that calls neither does everything the long way.
    """

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.inlinePatterns = tuple(md.inlinePatterns)  # type: ignore[assignment]
        self._marks = [""] * len(self.inlinePatterns)
        for name, mark in _INLINE_MARKS.items():
            self._marks[md.inlinePatterns.get_index_for_name(name)] = mark

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """What is not to be looked through is an `AtomicString` to the library; it is plain text again afterwards."""
        plain = [each for each in tree.iter() if type(each.text) is str and not _has_inline_mark(each.text)]
        for each in plain:
            each.text = AtomicString(each.text)
        tree = super().run(tree, ancestors)
        for each in plain:
            each.text = str(each.text)
        return tree

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if not _has_inline_mark(data) or isinstance(data, AtomicString):
            return data
        for index in range(patternIndex, len(self._marks)):
            is_matched, start = self._marks[index] in data, 0
            while is_matched:
                data, is_matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    self.inlinePatterns[index], data, index, start
                )
        return data


def _has_inline_mark(text: str) -> bool:
    return _INLINE_MARK.search(text) is not None or _LINE_BREAK in text


class _Plain(ParagraphProcessor):
    """Most paragraphs, told by one look: asking all other processors first takes longer than all else."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return _PLAIN.match(block) is not None


class _Marked(BlockProcessor):
    """A block processor that is asked only about blocks with the mark of its construct: its own test goes line by line."""

    def __init__(self, inner: BlockProcessor, mark: str) -> None:
        super().__init__(inner.parser)
        self._inner = inner
        self._has_mark = re.compile(mark).search

    def test(self, parent: Element, block: str) -> bool:
        return self._has_mark(block) is not None and self._inner.test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self._inner.run(parent, blocks)


class _Attributes(AttrListTreeprocessor):
    """Attribute lists; the elements of a text without a brace are skipped."""

    def run(self, doc: Element) -> None:
        if any("{" in line for line in self.md.lines):  # type: ignore[attr-defined]
            super().run(doc)


class _Unescape(UnescapeTreeprocessor):
    """Characters behind a backslash; the elements of a text without one are skipped."""

    def run(self, root: Element) -> None:
        if any("\\" in line for line in self.md.lines):  # type: ignore[attr-defined]
            super().run(root)
