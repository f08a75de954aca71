"""A body of Markdown -> its headings (anchors, parts), links and pictures, without building a page."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from generator.diagnostics import Span
from generator.expressions import expression
from generator.markup.inline import find_links, prose_of
from generator.markup.lines import ClassifiedLines, HeadingLine, Kind, classify_lines
from generator.markup.slugs import slugify, unique_ids
from generator.model.content import Body, Heading, Link
from generator.structure.lookups import match_heading
from generator.structure.specs import PartSpec

_LINKED = expression(r"!?\[([^\[\]]*+)\](?:\([^()]*+\)|\[[^\[\]]*+\])")
_FOOTNOTE = expression(r"\[\^[^\[\]]*+\]")
_TAGS = expression(r"</?[A-Za-z][^<>]*+>")
_EMPHASIS = expression(r"\*(?<!\\\*)\*{0,2}|`(?<!\\`)`*|_(?<![\w\\]_)_{0,2}(?=\S)|_(?<=[^\s\\]_)_{0,2}(?!\w)")
"""Each begins with the mark itself, and looks back afterwards: so `re` passes over all other characters at once."""
_WORD = expression(r"\w")
_ESCAPED = expression(r"\\([!-/:-@\[-`{-~])")


def scan_body(path: str, text: str, first_line: int, parts: Sequence[PartSpec]) -> Body:
    """Find the headings and links of the Markdown `text`, which begins on `first_line` of the file `path`.

    `parts` are those a heading may open here: the element's own, and those of the elements it hosts.
    """
    layout = classify_lines(text)
    return Body(
        path=path,
        text=text,
        first_line=first_line,
        headings=_headings(layout, path, first_line, parts),
        links=_links(layout, path, first_line),
    )


def plain_inline(markdown: str) -> str:
    """The words of a line of Markdown: no emphasis, no code marks, a link's text only."""
    return " ".join(without_marks(markdown).split())


def without_marks(markdown: str) -> str:
    """The same with its blanks as they are."""
    text = markdown
    if "[" in text:
        text = _FOOTNOTE.sub("", text)
        text = _LINKED.sub(r"\1", text)
    if "<" in text:
        text = _TAGS.sub("", text)
    if "*" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return text


def span_finder(prose: str, path: str, first_line: int) -> Callable[[int, int], Span]:
    """A function from offsets in `prose` to a span of the file; made once, asked for each link."""
    starts = [0, *accumulate(len(line) + 1 for line in prose.split("\n"))]

    def span(start: int, end: int) -> Span:
        line = bisect_right(starts, start)
        end_line = bisect_right(starts, end)
        return Span(
            path,
            line - 1 + first_line,
            start - starts[line - 1] + 1,
            end_line - 1 + first_line,
            end - starts[end_line - 1] + 1,
        )

    return span


def _headings(layout: ClassifiedLines, path: str, first_line: int, parts: Sequence[PartSpec]) -> tuple[Heading, ...]:
    found = layout.headings
    if not found:
        return ()
    by_id = {part.id for part in parts}
    texts = [plain_inline(heading.content) for heading in found]
    opened = [_part(heading, text, parts, by_id) for heading, text in zip(found, texts, strict=True)]
    ids = unique_ids(_wanted(found, texts, opened))
    ends = [heading.index for heading in found[1:]] + [len(layout.lines)]
    return tuple(
        Heading(
            level=heading.level,
            text=text,
            id=anchor,
            part=part,
            has_text=_has_text(layout, heading.index + heading.line_count, end),
            span=_span(heading, path, first_line),
        )
        for heading, text, part, anchor, end in zip(found, texts, opened, ids, ends, strict=True)
    )


def _part(heading: HeadingLine, text: str, parts: Sequence[PartSpec], ids: set[str]) -> str | None:
    if heading.given_id in ids:
        return heading.given_id
    part = match_heading(parts, text)
    return part.id if part else None


def _wanted(
    headings: Iterable[HeadingLine], texts: Iterable[str], parts: Iterable[str | None]
) -> Iterable[tuple[str, bool]]:
    for heading, text, part in zip(headings, texts, parts, strict=True):
        given = part or heading.given_id
        yield (given, True) if given else (slugify(text), False)


def _has_text(layout: ClassifiedLines, start: int, end: int) -> bool:
    return any(layout.kinds[index] != Kind.BLANK and _WORD.search(layout.lines[index]) for index in range(start, end))


def _span(heading: HeadingLine, path: str, first_line: int) -> Span:
    line = heading.index + first_line
    column = heading.column + 1
    return Span(path, line, column, line, column + max(len(heading.content), 1))


def _links(layout: ClassifiedLines, path: str, first_line: int) -> tuple[Link, ...]:
    prose = prose_of(layout)
    found = list(find_links(prose))
    if not found:
        return ()
    span = span_finder(prose, path, first_line)
    return tuple(
        Link(
            target=link.target,
            text=plain_inline(link.text),
            is_image=link.is_image,
            span=span(link.start, link.end),
            title=link.title,
        )
        for link in sorted(found, key=lambda link: link.start)
    )
