"""Findings for Markdown that is not allowed: HTML that the cleaner removes, text that would be slow to render."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding, finding
from generator.markup.unsafe import forbidden_entities, slow_markdown, unsafe_html
from generator.model.content import Body
from generator.rules.links.pages import UNSAFE_HTML
from generator.rules.source.files import CONTROL_CHARACTER
from generator.rules.source.syntax import SLOW_MARKDOWN


def check_markdown(body: Body) -> Iterator[Finding]:
    """L004 and S010 of one body."""
    for what, span in unsafe_html(body):
        yield finding(UNSAFE_HTML, span, {"value": what})
    for span, character in forbidden_entities(body):
        yield finding(CONTROL_CHARACTER, span, {"value": f"U+{ord(character):04X}"})
    for span in slow_markdown(body):
        yield finding(SLOW_MARKDOWN, span, {"line": str(span.line)})
