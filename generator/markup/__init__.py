"""Markdown -> headings and links without building a page (`scan`), and clean HTML (`render`).

Both see the same lines (`layout`) and the same links (`inline`), so that an anchor that was checked is an anchor that
is there.
"""

from generator.markup.bidi import isolate, keep_ranges
from generator.markup.plain import plain_text
from generator.markup.render import Labels, RenderedBody, TocEntry, render, repeats_title
from generator.markup.scan import scan_body
from generator.markup.unsafe import slow_markdown, unsafe_html

__all__ = [
    "Labels",
    "RenderedBody",
    "TocEntry",
    "isolate",
    "keep_ranges",
    "plain_text",
    "render",
    "repeats_title",
    "scan_body",
    "slow_markdown",
    "unsafe_html",
]
