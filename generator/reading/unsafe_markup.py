"""What may not stand in an author's Markdown: HTML the cleaner takes out, text that is slow on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.markup.unsafe import slow_markdown, unsafe_html
from generator.model.content import Body


def check_markdown(body: Body) -> Iterator[Finding]:
    """L004 and S010 of one body."""
    for what, span in unsafe_html(body):
        yield Finding(rule="L004", severity=Severity.ERROR, span=span, values={"value": what})
    for span in slow_markdown(body):
        yield Finding(rule="S010", severity=Severity.WARNING, span=span, values={"line": str(span.line)})
