"""A text as Python-Markdown should read it: headings marked, code and HTML put aside, lists and tables as git hosts show them."""

from __future__ import annotations

import html
from collections.abc import Callable

from generator.expressions import expression
from generator.markup.cost import costly_paragraphs
from generator.markup.lines import ClassifiedLines, Kind, classify_lines
from generator.markup.lists import ListIndents, begins_item, is_table_head, with_bars

MARK, END = "\x02sikum:", "\x03"
"""Around a heading's number. The outer characters are Python-Markdown's own, and are taken out of authors' text."""
_TOKENS = str.maketrans("", "", "\x02\x03")
_QUOTE = expression(r" {0,3}> ?")
_DEEPEST_QUOTE = 3


def prepare_lines(layout: ClassifiedLines, stash: Callable[[str], str], *, depth: int = 0) -> list[str]:
    """The lines for Python-Markdown. `stash` keeps a block of HTML and returns what stands for it; `depth`: quotes around."""
    return _Preparation(layout, stash, depth).lines()


class _Preparation:
    """Goes over the lines once; its fields hold what those above have left open."""

    def __init__(self, layout: ClassifiedLines, stash: Callable[[str], str], depth: int) -> None:
        self._layout = layout
        self._stash = stash
        self._depth = depth
        self._plain = dict(costly_paragraphs(layout))
        self._headings = {heading.index: number for number, heading in enumerate(layout.headings)}
        self._lists = ListIndents()
        self._in_table = False
        self._made: list[str] = []

    def lines(self) -> list[str]:
        index, kinds = 0, self._layout.kinds
        while index < len(kinds):
            kind = kinds[index]
            if kind == Kind.TEXT and index in self._plain:
                index = self._costly(index)
            elif kind in (Kind.FENCED, Kind.HTML):
                index = self._aside(index)
            elif kind == Kind.HEADING:
                index = self._heading(index)
            elif kind == Kind.TEXT and self._depth < _DEEPEST_QUOTE and _QUOTE.match(self._layout.lines[index]):
                index = self._quote(index)
            else:
                self._line(index)
                index += 1
        return self._made

    def _line(self, index: int) -> None:
        kind = self._layout.kinds[index]
        if kind == Kind.BLANK:
            self._lists.indented("")
            self._in_table = False
            self._made.append("")
            return
        text = self._lists.indented(_clear(self._layout.lines[index]).expandtabs(4))
        if kind == Kind.TEXT and is_table_head(self._layout.lines, index):
            self._in_table = True
        is_below = bool(self._made) and bool(self._made[-1].strip())
        if self._lists.wants_blank or (self._in_table and is_below and is_table_head(self._layout.lines, index)):
            self._made.append("")
        self._made.append(with_bars(text) if self._in_table else text)

    def _costly(self, index: int) -> int:
        end = self._plain[index]
        written = html.escape("\n".join(self._layout.lines[index:end]), quote=False)
        self._made += ["", self._stash(f"<p>{written}</p>"), ""]
        return end

    def _aside(self, index: int) -> int:
        """A block of code or of raw HTML."""
        end = _block_end(self._layout, index)
        block = self._layout.lines[index:end]
        stashed = self._stash(_code(block) if self._layout.kinds[index] == Kind.FENCED else _raw(block))
        self._made += ["", self._lists.around(block[0].expandtabs(4)) + stashed, ""]
        return end

    def _heading(self, index: int) -> int:
        """A heading; one in a quotation is no heading of the page, and is shown in bold."""
        number = self._headings[index]
        heading = self._layout.headings[number]
        content = _clear(heading.content)
        if index in self._plain:
            content = self._stash(html.escape(content, quote=False))
        self._lists = ListIndents()
        self._made += ["", f"**{content}**" if self._depth else f"{MARK}{number}{END}{content}", ""]
        return index + heading.line_count

    def _quote(self, index: int) -> int:
        """A quotation: what it holds is prepared as the body is."""
        end = index
        within: list[str] = []
        while end < len(self._layout.lines) and self._layout.kinds[end] == Kind.TEXT:
            line = self._layout.lines[end]
            match = _QUOTE.match(line)
            if match is None and (not within[-1].strip() or begins_item(line)):
                break  # any other line goes on with the paragraph that is quoted
            within.append(line[match.end() :] if match else line)
            end += 1
        prepared = prepare_lines(classify_lines("\n".join(within)), self._stash, depth=self._depth + 1)
        while prepared and not prepared[-1]:
            prepared.pop()
        around = self._lists.around(self._layout.lines[index])
        self._made += ["", *(f"{around}> {line}".rstrip() for line in prepared), ""]
        return end


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
