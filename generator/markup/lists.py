"""Lists and tables as git hosts show them, written so that Python-Markdown reads them: it wants four spaces for each level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.expressions import expression

_ITEM = expression(r"( *)([-*+]|\d{1,9}[.)])( +)(?=\S)")
_TASK = expression(r"\[([ xX])\] (?=\S)")
_DELIMITERS = expression(r" {0,3}\|?(?: *:?-+:? *\|)+ *(?::?-+:? *)?\Z")
_CODE = expression(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")


class _Item(Struct, frozen=True, gc=False):
    column: int
    """Where its text begins."""
    is_numbered: bool


class ListIndents:
    """Follows the lines of a body. An item belongs to the one above it whose text begins no further to the right."""

    def __init__(self) -> None:
        self._open: list[_Item] = []
        """The items that are open, the outermost first."""
        self._was_blank = True
        self._is_paragraph = self._is_quote = False
        self._block_depth = 0
        """In how many lists the line is that came after the last empty one."""
        self.wants_blank = False
        """Whether an empty line has to come before the line that was asked for last, since it is no part of what is above."""

    def indented(self, line: str) -> str:
        """The line with four spaces for each list it is in, numbers with a full stop, and boxes for tasks."""
        self.wants_blank = False
        if not line or line.isspace():
            self._was_blank, self._is_paragraph, self._is_quote = True, False, False
            return line
        indent = len(line) - len(line.lstrip(" "))
        match = _ITEM.match(line)
        if match and (indent < 4 or self._open) and (item := self._item(match, indent, line)):
            return item
        was_quote, self._is_quote = self._is_quote, line[indent] == ">"
        was_blank, self._was_blank = self._was_blank, False
        if not self._open:
            return line
        if was_blank:
            self._close(indent)
            self._is_paragraph = bool(self._open)
        depth = self._depth(indent)
        if not depth:
            return line
        self.wants_blank = self._is_quote and not was_quote and not was_blank
        if was_blank or self.wants_blank:
            self._block_depth = depth
        text = (
            f"{match[2][:-1]}\\{line[match.end(2) - 1 :]}" if match else line.lstrip(" ")
        )  # a number that is no item's
        return " " * max(4 * depth, indent if indent >= 4 * depth else 0) + text

    def around(self, line: str) -> str:
        """The spaces before a block that is put aside, such as code. `line`: its first."""
        indent = len(line) - len(line.lstrip(" "))
        self._close(indent)
        self._was_blank, self._is_paragraph, self._is_quote = True, bool(self._open), False
        return " " * (4 * len(self._open))

    def _item(self, match: re.Match[str], indent: int, line: str) -> str:
        """The line of an item; empty for one that goes on with a paragraph, as "in the year / 1948. …" does."""
        mark, blanks = match[2], match[3]
        is_numbered = mark[-1] in ".)"
        sibling = self._sibling(indent)
        if sibling is None and not self._was_blank and is_numbered and int(mark[:-1]) != 1:
            return ""
        is_first = not self._open
        self._close(indent)
        is_other = sibling is not None and sibling.is_numbered != is_numbered
        depth = len(self._open)
        is_apart = is_first or is_other or self._is_paragraph or depth < self._block_depth
        self.wants_blank = is_apart and not self._was_blank
        if self._was_blank or self.wants_blank:
            self._block_depth = depth
        self._open.append(_Item(indent + len(mark) + min(len(blanks), 4), is_numbered))
        self._was_blank = self._is_paragraph = self._is_quote = False
        return " " * (4 * depth) + (f"{mark[:-1]}." if is_numbered else mark) + blanks + _ticked(line[match.end() :])

    def _sibling(self, indent: int) -> _Item | None:
        """The open item beside which one at this indent stands."""
        return next((each for each in self._open if indent < each.column), None)

    def _close(self, indent: int) -> None:
        while self._open and indent < self._open[-1].column:
            self._open.pop()

    def _depth(self, indent: int) -> int:
        return sum(each.column <= indent for each in self._open)


def begins_item(line: str) -> bool:
    """Whether a line that no empty one is above begins a list."""
    match = _ITEM.match(line)
    return match is not None and match[2] in ("-", "*", "+", "1.", "1)")


def is_table_head(lines: Sequence[str], index: int) -> bool:
    """Whether this line is a table's header: a row of dashes follows it."""
    if "|" not in lines[index] or index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    return "-" in below and "|" in below and _DELIMITERS.match(below) is not None


def with_bars(row: str) -> str:
    """A row of a table: the `\\|` that keeps a bar within a cell is a bare one in code, which shows what it holds."""
    return _CODE.sub(lambda code: code[0].replace("\\|", "|"), row) if "\\|" in row and "`" in row else row


def _ticked(text: str) -> str:
    match = _TASK.match(text)
    return f"{'☐' if match[1] == ' ' else '☒'} {text[match.end() :]}" if match else text
