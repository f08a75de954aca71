"""The graphs of a page as pictures of a document: inline SVG with widths in per cent -> drawings of a fixed width."""

from __future__ import annotations

import re
from base64 import b64encode

from markupsafe import escape

from generator.editions import drawings
from generator.expressions import expression

WIDTH = 612
"""Pixels of CSS: what is between the margins of an A4 page of the PDF."""
_CHART = expression(
    r'(<figure class="chart[^"]*"[^>]*><figcaption>)(.*?)(</figcaption>\s*)'
    r'<svg height="(\d+)" aria-hidden="true" focusable="false" direction="(rtl|ltr)">(.*?)</svg>',
    re.DOTALL,
)
_TAG = expression(r"<[^>]*>")
_STYLE = (
    "text{fill:#16222b;font-size:14px}.c-value{font-weight:700}.c-note{fill:#434d57;font-size:13px}"
    ".c-bar{fill:#0b4d57}.c-bar--soft{fill:#cfe0e0;stroke:#0b4d57;stroke-width:1}.c-bar--late{fill:#8a3208}"
    ".c-track{fill:#ece9df}.c-axis,.c-median{stroke:#666;stroke-width:1}.c-break{fill:#fff}"
    ".c-narrow{display:none}.c-hatch{stroke:#0b4d57;stroke-width:3}.c-outline{fill:none;stroke:#8a3208;stroke-width:2}.c-dots{fill:#666}"
)
"""The colours of the style sheet's classes; WeasyPrint's drawings know no style but their own."""


def with_drawn_charts(html: str) -> str:
    """The document with each graph as an `<img>` that holds its drawing and has its sentence as alternative text."""
    return _CHART.sub(_picture, html)


def _picture(chart: re.Match[str]) -> str:
    opening, caption, closing, height, direction, inner = chart.groups()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" direction="{direction}">'
        f"<style>{_STYLE}</style>{inner}</svg>"
    )
    address = b64encode(drawings.for_paper(svg.encode())).decode()
    words = escape(_TAG.sub("", caption)).replace("&amp;", "&")
    return f'{opening}{caption}{closing}<img class="drawn" alt="{words}" src="data:image/svg+xml;base64,{address}">'
