"""Limits on Markdown that is slow on purpose. Python-Markdown is quadratic, at places worse, in what is counted here.

A paragraph that a person wrote stays far below all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.expressions import expression
from generator.markup.inline import bracket_depth, find_tags, prose_of
from generator.markup.lines import ClassifiedLines, Kind

MAX_PARAGRAPH = 20_000
"""Characters: some eight pages without an empty line."""
MAX_MARKS = 600
"""Of emphasis, or of brackets, in one paragraph."""
MAX_DEPTH = 8
"""Of quotations and lists in one another, and of open brackets."""
MAX_TABLE_LINES = 5_000
MAX_OPEN_TAGS = 60
"""Of raw HTML, unclosed at one time: each that stays open is opened again in every paragraph."""
MAX_FOOTNOTES = 1_000

_EMPHASIS = expression(r"[*_]+")
_BRACKETS = expression(r"[\[<`]")
_CLOSED_BY_OTHERS = frozenset(
    "br hr img wbr col area base embed input link meta source track p li td th tr dt dd tbody thead tfoot".split()
)
_NESTING = expression(r"[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)")
_DEEP = expression(rf"\n[ \t>*+\-\d.)]{{{MAX_DEPTH + 1}}}")
"""How a line begins that is nested too deep: each level takes a character at least."""


def costly_paragraphs(layout: ClassifiedLines) -> Iterator[tuple[int, int]]:
    """Ranges of lines (from 0, end exclusive) that are shown as plain text: reading them as Markdown may take long."""
    if not _may_be_costly(layout.lines):
        return
    start = -1
    for index, kind in enumerate([*layout.kinds, Kind.BLANK]):
        if kind == Kind.TEXT and start < 0:
            start = index
        elif kind != Kind.TEXT:
            if start >= 0 and _is_costly(layout.lines[start:index]):
                yield start, index
            start = -1
            if kind == Kind.HEADING and _is_costly(layout.lines[index : index + 1]):
                yield index, index + 1


def costly_whole(layout: ClassifiedLines) -> tuple[int, int] | None:
    """Offsets in the prose of what makes the whole text slow to read (open tags, footnotes); None when nothing does."""
    prose = prose_of(layout)
    if prose.count("[^") > MAX_FOOTNOTES:
        start = prose.index("[^")
        return start, start + 2
    if prose.count("<") <= MAX_OPEN_TAGS:
        return None
    open_by_name: dict[str, int] = {}
    count = 0
    for tag in find_tags(prose):
        if tag.name in _CLOSED_BY_OTHERS:
            continue
        if not tag.is_closing:
            count += 1
            open_by_name[tag.name] = open_by_name.get(tag.name, 0) + 1
        elif open_by_name.get(tag.name):
            count -= 1
            open_by_name[tag.name] -= 1
        if count > MAX_OPEN_TAGS:
            return tag.start, tag.end
    return None


def _may_be_costly(lines: list[str]) -> bool:
    """Whether the lines as a whole pass one of the limits: nearly no text does, and no paragraph of one that does not."""
    text = "\n".join(lines)
    return (
        len(text) > MAX_PARAGRAPH
        or len(lines) > MAX_TABLE_LINES
        or _has_costly_inline(text)
        or _DEEP.search(f"\n{text}") is not None
    )


def _is_costly(lines: list[str]) -> bool:
    if len(lines) == 1 and len(lines[0]) <= MAX_DEPTH:
        return False
    text = "\n".join(lines)
    if any(_depth(line) > MAX_DEPTH for line in lines if line[0] in " \t>-*+0123456789"):
        return True
    is_table = all("|" in line for line in lines[:2]) and len(lines) > 2
    if is_table:
        return len(lines) > MAX_TABLE_LINES or any(_has_costly_inline(line) for line in lines)
    return (len(text) > MAX_PARAGRAPH and _longest_run(lines) > MAX_PARAGRAPH) or _has_costly_inline(text)


def _longest_run(lines: list[str]) -> int:
    """Characters between two items of a list: each item is read on its own."""
    longest = length = 0
    for line in lines:
        length = len(line) if _NESTING.match(line) else length + len(line)
        longest = max(longest, length)
    return longest


def _has_costly_inline(text: str) -> bool:
    if text.count("[") > MAX_DEPTH and bracket_depth(text) > MAX_DEPTH:
        return True
    if len(text) < MAX_MARKS:
        return False
    return _is_often(_EMPHASIS, "*_", text) or _is_often(_BRACKETS, "[<`", text)


def _is_often(marks: re.Pattern[str], characters: str, text: str) -> bool:
    """Whether a text has more than `MAX_MARKS` marks; each is made of `characters`, which are counted first."""
    return sum(map(text.count, characters)) > MAX_MARKS and len(marks.findall(text)) > MAX_MARKS


def _depth(line: str) -> int:
    """How many quotation and list marks a line begins with, indents counted by four."""
    position = depth = 0
    indent = len(line) - len(line.lstrip(" \t"))
    while depth <= MAX_DEPTH and (match := _NESTING.match(line, position)):
        position = match.end()
        depth += 1
    return depth + len(line[:indent].expandtabs(4)) // 4
