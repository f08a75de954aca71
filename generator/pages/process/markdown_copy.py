"""Authored Markdown for other engines: the same text, with links and anchors that hold without Sikum's Markdown."""

from __future__ import annotations

from collections.abc import Mapping

from generator.expressions import expression
from generator.markup.targets import resolve
from generator.markup.unshown import without_unshown
from generator.model.content import Body, Heading

_OWN_ID = expression(r"[ \t]*\{#[^}\s]+\}(?=[ \t]*#*[ \t]*$)")


def resolved_markdown(body: Body, urls: Mapping[str, str], title: str) -> str:
    """The body with links from `ROOT`; headings that others may link to have an anchor before them, in plain HTML.

    What a page of the site does not show (comments, unused definitions) is left out, and so is a first heading that repeats
    `title`: whoever writes the page writes the title.
    """
    lines = body.text.split("\n")
    for link in sorted(body.links, key=lambda each: each.span, reverse=True):
        span = link.span
        row = span.line - body.first_line
        address = resolve(body.path, link.target, urls)
        if address is None or span.end_line != span.line or not 0 <= row < len(lines):
            continue
        line = lines[row]
        lines[row] = f"{line[: span.column - 1]}{_written(address)}{line[span.end_column - 1 :]}"
    for heading in reversed(body.headings):
        _anchor(lines, heading, heading.span.line - body.first_line, title)
    return without_unshown("\n".join(lines)).strip()


def _anchor(lines: list[str], heading: Heading, row: int, title: str) -> None:
    if heading.level == 1 and heading.text == title.strip():
        lines[row : row + 1] = []
        return
    bare = _OWN_ID.sub("", lines[row])
    if bare != lines[row] or heading.part:
        lines[row : row + 1] = [f'<a id="{heading.id}"></a>', "", bare]


def _written(address: str) -> str:
    """An address in Markdown's parentheses: what would end it is encoded."""
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
