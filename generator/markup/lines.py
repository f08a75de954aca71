"""The lines of a Markdown text by kind: prose, heading, code, raw HTML, nothing. One pass, linear in the text.

The rules are CommonMark's, for the outermost level: a heading stands at the margin (at most three spaces), a fence may
stand inside a list, a block of raw HTML ends at the next empty line, a comment is nowhere.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from msgspec import Struct

from generator.expressions import expression


class Kind(IntEnum):
    """What a line is. Comments are blanked out, so that a line of nothing else is `BLANK`."""

    BLANK = 0
    TEXT = 1
    HEADING = 2
    """The line of an ATX heading, or both lines of a setext heading."""
    FENCED = 3
    """A fence and what stands in it."""
    INDENTED = 4
    """Indented code."""
    HTML = 5


class HeadingLine(Struct, frozen=True, gc=False):
    """A heading as written."""

    index: int
    """Of its first line, from 0."""
    line_count: int
    level: int
    content: str
    """Markdown, without the marks of the heading and without `{#id}`."""
    column: int
    """Of the content's first character, from 0."""
    given_id: str | None
    """What the author put into `{#id}`."""


class ClassifiedLines(Struct, frozen=True):
    lines: list[str]
    kinds: bytearray
    """A `Kind` for each line."""
    headings: list[HeadingLine]


_BLOCK_TAG = expression(
    r"</?(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|section"
    r"|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?=[\s/>]|\Z)",
    re.IGNORECASE,
)
_RAW_TAG = expression(r"<(pre|script|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_ATX = expression(r"(#{1,6})(?:[ \t]+(.*)|()\Z)|(#{2,6})([^\W\d_].*)")
"""`##רקע` with no space is a heading; `#רקע` is a hashtag."""
_UNDERLINE = expression(r"(?:=+|-+)[ \t]*\Z")
_LIST_MARK = expression(r"(?:[-*+]|\d{1,9}[.)])(?=[ \t]|\Z)|\[\^[^\]]*\]:|:[ \t]")
"""What may hold indented paragraphs: an item of a list, a footnote, a definition."""
_SPECIAL = frozenset("#`~<=->*+[:|0123456789")
_ATTRIBUTES = expression(r"\{:?[ \t]*((?:[#.][^\s{}#.][^\s{}]*[ \t]*)+)\}\Z")
_GIVEN_ID = expression(r"#([^\W_][\w.-]*)(?=[ \t]|\Z)")


@lru_cache(maxsize=16)
def classify_lines(text: str) -> ClassifiedLines:
    """The kinds of the lines of `text`, and its headings. Nobody may change what comes out.

    The last few are kept: one text is scanned, looked over for HTML and for what would be slow, one after the other.
    """
    reader = _LineReader(text)
    for index in range(len(reader.lines)):
        reader.read(index)
    return ClassifiedLines(reader.lines, reader.kinds, reader.headings)


class _LineReader:
    """Classifies lines in one pass; its fields hold what the lines above have left open."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.kinds = bytearray(len(self.lines))
        self.headings: list[HeadingLine] = []
        self.fence = ""
        self.raw_end = ""
        """The closing tag that a `<pre>`, `<script>` … waits for."""
        self.is_comment = self.is_html = self.in_list = False
        self.after_blank = True
        self.title_line = -1
        """The line that a setext underline would turn into a heading."""

    def read(self, index: int) -> None:
        line = self.lines[index]
        if self.fence or self.raw_end:
            self.inside(index, line)
            return
        if not line:  # every other line, as a rule
            self.after_blank, self.is_html, self.title_line = True, False, -1
            return
        if self.is_comment or "<!--" in line:
            line = self.without_comments(index, line)
        body = line.lstrip(" \t")
        if not body or body.isspace():
            self.after_blank, self.is_html, self.title_line = True, False, -1
            self.lines[index] = ""
        elif self.is_html:
            self.kinds[index] = Kind.HTML
        else:
            self.kinds[index] = Kind.TEXT
            indent = len(line) - len(body)
            if indent and (indent > 3 or "\t" in line[:indent]) and len(line[:indent].expandtabs(4)) > 3:
                self.indented(index, body)
            else:
                self.at_margin(index, body, indent)

    def inside(self, index: int, line: str) -> None:
        """A line of fenced code or of a raw element."""
        if self.fence:
            self.kinds[index] = Kind.FENCED
            if _closes(line, self.fence):
                self.fence = ""
        else:
            self.kinds[index] = Kind.HTML
            if self.raw_end in line.lower():
                self.raw_end = ""

    def without_comments(self, index: int, line: str) -> str:
        is_code = line.startswith(("    ", "\t")) and not self.in_list and not self.is_comment
        if not is_code:
            line, self.is_comment = _blank_comments(line, self.is_comment)
            self.lines[index] = line
        return line

    def indented(self, index: int, body: str) -> None:
        """Four spaces or more: code, unless a list or a paragraph goes on."""
        was_code = index > 0 and self.kinds[index - 1] == Kind.INDENTED
        if not self.in_list and (self.after_blank or was_code):
            self.kinds[index] = Kind.INDENTED
        elif body[0] in "`~" and (fence := _opens(body)):
            self.fence = fence
            self.kinds[index] = Kind.FENCED
        self.after_blank = False

    def at_margin(self, index: int, body: str, indent: int) -> None:
        was_blank, self.after_blank = self.after_blank, False
        previous, self.title_line = self.title_line, -1
        first = body[0]
        if first not in _SPECIAL:
            if was_blank:
                self.in_list = False
            if was_blank or self.kinds[index - 1] != Kind.TEXT:
                self.title_line = index
        elif first == "#" and (heading := _atx(body, index, indent)):
            self.heading(heading, index)
        elif first in "=-" and previous == index - 1 >= 0 and _UNDERLINE.match(body):
            self.kinds[previous] = Kind.HEADING
            self.heading(_setext(self.lines[previous], previous, 1 if first == "=" else 2), index)
        elif first in "`~" and (fence := _opens(body)):
            self.fence = fence
            self.kinds[index] = Kind.FENCED
        elif first == "<" and self.opens_html(body):
            self.kinds[index] = Kind.HTML
        elif _LIST_MARK.match(body):
            self.in_list = True
        elif was_blank:
            self.in_list = False
            if first not in ">|[":
                self.title_line = index

    def heading(self, heading: HeadingLine, index: int) -> None:
        self.headings.append(heading)
        self.kinds[index] = Kind.HEADING
        self.in_list, self.after_blank = False, True

    def opens_html(self, body: str) -> bool:
        if raw := _RAW_TAG.match(body):
            end = f"</{raw[1].lower()}"
            self.raw_end = "" if end in body.lower() else end
            return True
        self.is_html = _BLOCK_TAG.match(body) is not None
        return self.is_html


def _opens(body: str) -> str:
    """The fence that a line opens, or "" when it opens none."""
    mark = body[0]
    length = len(body) - len(body.lstrip(mark))
    if length < 3 or (mark == "`" and "`" in body[length:]):
        return ""
    return mark * length


def _closes(line: str, fence: str) -> bool:
    body = line.strip()
    return len(body) >= len(fence) and not body.strip(fence[0])


def _blank_comments(line: str, is_open: bool) -> tuple[str, bool]:
    """The line with spaces for comments, and whether the last of them goes on in the next line."""
    code = _code_spans(line) if "`" in line and not is_open else []
    kept: list[str] = []
    position = 0
    if is_open:
        end = line.find("-->")
        if end < 0:
            return "", True
        kept.append(" " * (end + 3))
        position = end + 3
    while (start := line.find("<!--", position)) >= 0:
        if span := next((end for begin, end in code if begin < start < end), 0):
            kept.append(line[position:span])
            position = span
            continue
        end = line.find("-->", start + 4)
        kept.append(line[position:start])
        if end < 0:
            return "".join(kept), True
        kept.append(" " * (end + 3 - start))
        position = end + 3
    return "".join(kept) + line[position:], False


def _code_spans(line: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", line[:2_000])]


def _atx(body: str, index: int, indent: int) -> HeadingLine | None:
    match = _ATX.match(body)
    if match is None:
        return None
    marks = match[1] or match[4]
    raw = match[2] or match[5] or ""
    content, given_id = _content(raw)
    lead = len(raw) - len(raw.lstrip())
    column = indent + (len(body) - len(raw)) + (lead if content else 0)
    return HeadingLine(index, 1, len(marks), content, column if content else indent, given_id)


def _setext(line: str, index: int, level: int) -> HeadingLine:
    content, given_id = _content(line)
    return HeadingLine(index, 2, level, content, len(line) - len(line.lstrip()), given_id)


def _content(raw: str) -> tuple[str, str | None]:
    """The heading's Markdown and its `{#id}`; closing `#`s and attributes are left out."""
    content = _without_closing(raw.strip())
    given_id = None
    if content.endswith("}") and (brace := content.rfind("{")) >= 0:
        if match := _ATTRIBUTES.match(content, brace):
            content = _without_closing(content[:brace].rstrip())
            found = _GIVEN_ID.search(match[1])
            given_id = found[1] if found else None
    return content, given_id


def _without_closing(content: str) -> str:
    bare = content.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else content
