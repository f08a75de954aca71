"""Markdown without what a page of the site never shows, for other engines that pass it on to readers.

Comments, unused link definitions and unused abbreviations are an editor's notes, and may hold what consent does not
allow to publish.
"""

from __future__ import annotations

import re

from generator.expressions import expression
from generator.markup.lines import Kind, classify_lines

_COMMENT = expression(r"<!--.*?-->|<!--(?!.*?-->).*\Z", re.DOTALL)
_CODE_SPAN = expression(r"(?<!`)(?P<ticks>`{1,10})(?!`)(?:(?!\n\n).)*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_LINK = expression(
    r"^ {0,3}\[(?P<label>[^\[\]^*][^\[\]]*)\]:[ \t]*(?:\n[ \t]*)?(?:<[^<>\n]*>|[^\s]+)"
    r"[ \t]*(?:\n[ \t]*)?(?:(?P<quote>[\"'])[^\n]*(?P=quote)[ \t]*|\([^\n]*\)[ \t]*)?$",
    re.MULTILINE,
)
"""As Python-Markdown has it: what has more than an address and a title behind the colon is text, and shown."""
_ABBREVIATION = expression(r"^ {0,3}\*\[(?P<label>[^\]\n]+)\]:[^\n]*", re.MULTILINE)
_NOTE = expression(r"^ {0,3}\[(?P<label>\^[^\]\n]+)\]:[^\n]*(?:\n(?:[ \t]+[^\n]*|(?=\n[ \t]+\S)))*", re.MULTILINE)


def without_unshown(text: str) -> str:
    """The text with comments, unused definitions and unused notes taken out; code stays as it is."""
    cut = _cut(text, [match.span() for match in _COMMENT.finditer(_masked(text))])
    masked = _masked(cut)
    spans: list[tuple[int, int]] = []
    for pattern, is_used in ((_LINK, _is_linked), (_NOTE, _is_linked), (_ABBREVIATION, _is_written)):
        found = list(pattern.finditer(masked))
        rest = " ".join(_blanked(masked, [match.span() for match in found]).split()).casefold() if found else ""
        spans += [match.span() for match in found if not is_used(match["label"], rest)]
    return _cut(cut, sorted(spans)) if spans else cut


def _masked(text: str) -> str:
    """The text with spaces in place of code, so that offsets stay."""
    kinds, lines = classify_lines(text).kinds, text.split("\n")
    masked = text
    if len(kinds) == len(lines):
        code = (Kind.FENCED, Kind.INDENTED)
        masked = "\n".join(" " * len(line) if kind in code else line for line, kind in zip(lines, kinds, strict=True))
    return _CODE_SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), masked)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    position = 0
    for start, end in spans:
        kept += (text[position:start], " " * (end - start))
        position = end
    return "".join((*kept, text[position:]))


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    position = 0
    for start, end in spans:
        kept.append(text[position:start])
        position = max(position, end)
    return "".join((*kept, text[position:]))


def _is_linked(label: str, rest: str) -> bool:
    wanted = " ".join(label.split()).casefold()
    return f"[{wanted}]" in rest


def _is_written(label: str, rest: str) -> bool:
    return label.strip().casefold() in rest
