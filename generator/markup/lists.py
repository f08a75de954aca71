"""Lists and tables as git hosts show them, written so that Python-Markdown reads them: it wants four spaces for each level."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +)(?=\S)")
_TASK = re.compile(r"\[([ xX])\] (?=\S)")
_DELIMITERS = re.compile(r" {0,3}\|?(?: *:?-+:? *\|)+ *(?::?-+:? *)?\Z")


class ListIndents:
    """Follows the lines of a body. An item belongs to the one above it whose text begins no further to the right."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []
        """Indent and column of the text of each item that is open, the outermost first."""
        self._was_blank = False
        self.ends_paragraph = False
        """Whether an item has just come right below a paragraph of the item before it: an empty line is wanted between."""
        self._is_paragraph = False

    def indented(self, line: str) -> str:
        """The line with four spaces for each list it is in, and boxes for tasks."""
        self.ends_paragraph = False
        if not line.strip():
            self._was_blank, self._is_paragraph = True, False
            return line
        indent = len(line) - len(line.lstrip(" "))
        match = _ITEM.match(line)
        if match and (indent < 4 or self._open):
            while self._open and indent < self._open[-1][1]:
                self._open.pop()
            depth = len(self._open)
            self._open.append((indent, indent + len(match[2]) + min(len(match[3]), 4)))
            self.ends_paragraph, self._is_paragraph = self._is_paragraph, False
            self._was_blank = False
            return " " * (4 * depth) + match[2] + match[3] + _ticked(line[match.end() :])
        if not self._open:
            return line
        if self._was_blank:
            while self._open and indent < self._open[-1][1]:
                self._open.pop()
            self._is_paragraph = bool(self._open)
        self._was_blank = False
        depth = sum(column <= indent for _, column in self._open)
        if not depth:
            return line
        return " " * max(4 * depth, indent if indent >= 4 * depth else 0) + line.lstrip(" ")


def is_table_head(lines: Sequence[str], index: int) -> bool:
    """Whether this line is a table's header: a row of dashes follows it."""
    if "|" not in lines[index] or index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    return "-" in below and "|" in below and _DELIMITERS.match(below) is not None


def _ticked(text: str) -> str:
    match = _TASK.match(text)
    return f"{'☐' if match[1] == ' ' else '☒'} {text[match.end() :]}" if match else text
