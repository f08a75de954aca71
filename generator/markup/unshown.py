"""Markdown without what a page of the site never shows, for other engines that pass it on to readers.

Comments, instructions to programs, unused link definitions and unused abbreviations are an editor's notes, and may hold what
consent does not allow to publish.
"""

from __future__ import annotations

import re

from generator.expressions import expression
from generator.markup.lines import Kind, classify_lines

MARKS = ("<!", "<?", "]:", "```", "~~~")
"""Without any of these a text has nothing that is not shown, and most have none."""
_COMMENT = expression(r"<!--.*?-->|<!--(?!.*?-->).*\Z|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_FENCE = expression(r"(?P<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?P<ticks>`{3,}|~{3,})(?P<said>.*)")
_LANGUAGE = expression(r"[ \t]*(?:[\w+#-]+|\{[ \t]*\.[\w+#-]+)")
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
    """The text with comments, unused definitions and unused notes taken out; code stays as it is, but for what stands behind
    its language."""
    if not any(mark in text for mark in MARKS):
        return text
    masked = _masked(text)
    cut = _without_info(_cut(text, [match.span() for match in _COMMENT.finditer(masked)]))
    if cut != text:
        masked = _masked(cut)
    unused = [
        (match, is_used)
        for pattern, is_used in ((_LINK, _is_linked), (_NOTE, _is_linked), (_ABBREVIATION, _is_written))
        for match in pattern.finditer(masked)
    ]
    if not unused:
        return cut
    rest = _plain(_cut(masked, sorted(match.span() for match, _ in unused)))
    while used := [match for match, is_used in unused if is_used(match["label"], rest)]:
        unused = [(match, is_used) for match, is_used in unused if match not in used]
        rest += _plain(" ".join(match[0].partition("]:")[2] for match in used))  # a note may call another
    return _cut(cut, sorted(match.span() for match, _ in unused))


def _without_info(text: str) -> str:
    """The text with nothing but the language where a block of code opens."""
    lines = text.split("\n")
    if "```" not in text and "~~~" not in text:
        return text
    kinds = classify_lines(text).kinds
    opened = ""
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=False)):
        is_code = kind == Kind.FENCED or line.lstrip().startswith(">")
        fence = _FENCE.match(line) if is_code else None
        if not is_code:
            opened = ""
        elif fence and not opened:
            opened = fence["ticks"]
            language = _LANGUAGE.match(fence["said"])
            bare = language[0] + ("}" if "{" in language[0] else "") if language else ""
            lines[number] = f"{fence['before']}{opened}{bare}" if bare.strip() != fence["said"].strip() else line
        elif fence and fence["ticks"].startswith(opened) and not fence["said"].strip():
            opened = ""
    return "\n".join(lines)


def _masked(text: str) -> str:
    """The text with spaces in place of code, so that offsets stay."""
    kinds, lines = classify_lines(text).kinds, text.split("\n")
    masked = text
    if len(kinds) == len(lines):
        code = (Kind.FENCED, Kind.INDENTED)
        masked = "\n".join(" " * len(line) if kind in code else line for line, kind in zip(lines, kinds, strict=True))
    return _CODE_SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), masked)


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    position = 0
    for start, end in spans:
        kept.append(text[position:start])
        position = max(position, end)
    return "".join((*kept, text[position:]))


def _plain(text: str) -> str:
    return f" {' '.join(text.split())} ".casefold()


def _is_linked(label: str, rest: str) -> bool:
    wanted = " ".join(label.split()).casefold()
    return f"[{wanted}]" in rest


def _is_written(label: str, rest: str) -> bool:
    return label.strip().casefold() in rest
