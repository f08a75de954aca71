"""Faults of Markdown found before a page is made: HTML that will be removed, text that is slow to render."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Span
from generator.expressions import expression
from generator.markup.clean import TAGS, is_allowed_attribute, is_safe_address, scheme_of
from generator.markup.cost import costly_paragraphs, costly_whole
from generator.markup.inline import find_tags, prose_of
from generator.markup.lines import classify_lines
from generator.markup.scan import span_finder
from generator.model.content import Body
from generator.source.text import FORBIDDEN

_ENTITY = expression(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,8})|(?P<number>[0-9]{1,10}));?")


def unsafe_html(body: Body) -> Iterator[tuple[str, Span]]:
    """What the cleaner would take out of `body`: (`<script>`, `onclick`, `javascript:` …, its place), in order."""
    in_tags = [*_in_tags(body)]
    yield from sorted((*in_tags, *_in_links(body, in_tags)), key=lambda found: found[1])


def slow_markdown(body: Body) -> Iterator[Span]:
    """What no person writes and what would hold up the build; it is shown as plain text."""
    layout = classify_lines(body.text)
    if whole := costly_whole(layout):
        yield span_finder(prose_of(layout), body.path, body.first_line)(*whole)
        return
    for start, end in costly_paragraphs(layout):
        yield Span(body.path, body.first_line + start, 1, body.first_line + end - 1, len(layout.lines[end - 1]) + 1)


def _in_tags(body: Body) -> Iterator[tuple[str, Span]]:
    if "<" not in body.text:
        return
    prose = prose_of(classify_lines(body.text))
    span = span_finder(prose, body.path, body.first_line)
    for tag in find_tags(prose):
        if tag.name not in TAGS:
            if not tag.is_closing:
                yield f"<{tag.name}>", span(tag.start, tag.end)
            continue
        for attribute in tag.attributes:
            if not is_allowed_attribute(tag.name, attribute.name):
                yield attribute.name, span(*attribute.name_place)
            elif attribute.name in ("href", "src", "cite") and not is_safe_address(attribute.value):
                yield f"{scheme_of(attribute.value)}:", span(*attribute.value_place)


def _in_links(body: Body, in_tags: Iterable[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    from_tags = {place for _, place in in_tags}
    for link in body.links:
        if not is_safe_address(link.target) and link.span not in from_tags:
            yield f"{scheme_of(link.target)}:", link.span


def forbidden_entities(body: Body) -> Iterator[tuple[Span, str]]:
    """Characters that no file may hold, written as HTML's entities: their places, and each character."""
    if "&#" not in body.text:
        return
    for found in _ENTITY.finditer(body.text):
        number = int(found["hex"], 16) if found["hex"] else int(found["number"])
        character = chr(number) if number <= 0x10FFFF else "\0"
        if FORBIDDEN.match(character):
            yield span_finder(body.text, body.path, body.first_line)(found.start(), found.end()), character
