"""Isolating, in right-to-left text, what a browser would otherwise turn around (`2016–2017`, `-5%`, `*6552`, `C++`)."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.expressions import expression

_ATTRIBUTES = r'(?:[^<>"]|"[^"]*+")*+'
_ALONE = "(?:code|pre|kbd|samp|bdi|bdo)"
"""Left-to-right by themselves, or isolated by hand."""
_NEXT = expression(
    rf"(?:<(?!/?{_ALONE}(?![a-z0-9]))/?[a-z]{_ATTRIBUTES}>|[^<0-9A-Za-z]++(?=<|\Z))*+"
    rf"(?:<(?P<closes>/?)(?P<alone>{_ALONE})(?![a-z0-9]){_ATTRIBUTES}>|(?P<text>[^<]++)|<|\Z)"
)
"""Over tags and text in which nothing can be found, to a tag that leaves its content alone, to text, or to the end."""
_CANDIDATE = expression("[0-9A-Za-z]")
"""Every pattern below holds one; most text does not, and is left at once."""
_ISOLATED = expression(
    # an address may hold `&amp;`, whole; the entity of another character ends it
    r"(?P<address>(?:https?://|www\.)(?:[^\s<>\"&\u0590-\u05ff\u0600-\u06ff]|&amp;)*[^\s<>\"&.,;:!?)\u0590-\u05ff\u0600-\u06ff]"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    # not the dates around a dash, of which nothing else is a number: 15 בינואר 2023 – 30 ביוני
    r"|(?<![\w.,\-–])(?!\d{4}[ ][-–—][ ]\d{1,2}(?![\d.,:/%]))\d[\d.,:/]{0,12}%?[ ]?[-–—][ ]?\d[\d.,:/]{0,12}(?<=\d)%?(?![\w\-–])"
    r"|(?<![\w*.,\-–])\*\d{3,6}(?![\w*])"
    r"|(?<![\w.,\-–])[-−+]\d[\d.,]*(?<=\d)%?(?!\w)"
    r"|(?<![\w.])\.?[A-Za-z][A-Za-z0-9]*(?:\+\+|#)(?![\w+#])"
    r"|(?<![\w.])\.[A-Z][A-Za-z]+\b"
)


_RANGE = expression(r"(?<![\w.,\-–])\d[\d.,]{0,12}–\d[\d.,]{0,12}(?<=\d)(?![\w\-–])")
"""What is broken after its dash at the end of a line, in a page of any direction."""


def isolate(html: str) -> str:
    """Wrap ranges, signed numbers, star numbers, addresses and Latin words with signs in `<bdi dir="ltr">`.

    A web or mail address has `class="address"` besides.

    `html` is cleaned HTML or escaped text of a right-to-left page; tags and code stay as they are.
    """
    return _each_text(html, _ISOLATED, _isolated)


def keep_ranges(html: str) -> str:
    """Wrap ranges of numbers in `<bdi dir="ltr">`, which the style sheet keeps on one line: all that a left-to-right page needs."""
    return _each_text(html, _RANGE, lambda match: f'<bdi dir="ltr">{match[0]}</bdi>') if "–" in html else html


def _each_text(html: str, pattern: re.Pattern[str], wrapped: Callable[[re.Match[str]], str]) -> str:
    if _CANDIDATE.search(html) is None:
        return html
    parts: list[str] = []
    alone = done = 0
    for match in _NEXT.finditer(html):
        if match["alone"]:
            alone = max(0, alone - 1) if match["closes"] else alone + 1
        elif match["text"] and not alone:
            start, end = match.span("text")
            parts += (html[done:start], pattern.sub(wrapped, html[start:end]))
            done = end
    return "".join((*parts, html[done:]))


def _isolated(match: re.Match[str]) -> str:
    """An address may be broken over lines and says so by its class; a range or a number stays whole (style sheet)."""
    is_address = ' class="address"' if match["address"] else ""
    return f'<bdi dir="ltr"{is_address}>{match[0]}</bdi>'
