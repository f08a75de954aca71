"""Markdown without what a page of the site never shows, for other engines that pass it on to readers.

Comments, instructions to programs, unused link definitions and unused abbreviations are an editor's notes, and may hold what
consent does not allow to publish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.expressions import expression
from generator.markup.lines import Kind, classify_lines

_MARKS = {"<": ("<!", "<?"), "]": ("]:",), "`": ("```",), "~": ("~~~",)}
"""Without any of these a text has nothing that is not shown, by the character that each begins with."""
_COMMENT = expression(r"<!--.*?-->|<!--(?!.*?-->).*\Z|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_FENCE = expression(r"(?P<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?P<ticks>`{3,}|~{3,})(?P<said>.*)")
_LANGUAGE = expression(r"[ \t]*(?:[\w+#-]+|\{[ \t]*\.[\w+#-]+)")
_CODE_SPAN = expression(r"(?<!`)(?P<ticks>`{1,10})(?!`)(?:(?!\n\n).)*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_CLOSED = expression(r"\]:")
_LINK = expression(
    r"^ {0,3}\[(?P<label>[^\[\]^*][^\[\]]*)\]:[ \t]*(?:\n[ \t]*)?(?:<[^<>\n]*>|[^\s]+)"
    r"[ \t]*(?:\n[ \t]*)?(?:(?P<quote>[\"'])[^\n]*(?P=quote)[ \t]*|\([^\n]*\)[ \t]*)?$",
    re.MULTILINE,
)
"""As Python-Markdown has it: what has more than an address and a title behind the colon is text, and shown."""
_ABBREVIATION = expression(r"^ {0,3}\*\[(?P<label>[^\]\n]+)\]:[^\n]*", re.MULTILINE)
_NOTE = expression(r"^ {0,3}\[(?P<label>\^[^\]\n]+)\]:[^\n]*(?:\n(?:[ \t]+[^\n]*|(?=\n[ \t]+\S)))*", re.MULTILINE)


def may_hold_unshown(text: str) -> bool:
    """Whether a text has what may not be shown: most have none. One character is looked for first, which is quick."""
    return any(first in text and any(mark in text for mark in marks) for first, marks in _MARKS.items())


def without_unshown(text: str) -> str:
    """The text with comments, unused definitions and unused notes taken out; code stays as it is, but for what stands behind
    its language."""
    if not may_hold_unshown(text):
        return text
    masked = _masked(text)
    comments = _COMMENT.finditer(masked) if any(mark in masked for mark in _MARKS["<"]) else ()
    cut = _without_info(_cut(text, [match.span() for match in comments]))
    if cut != text:
        masked = _masked(cut)
    unused = [
        (match, is_used)
        for pattern, is_used in ((_LINK, _is_linked), (_NOTE, _is_linked), (_ABBREVIATION, _is_written))
        for match in _definitions(pattern, masked)
    ]
    if not unused:
        return cut
    rest = _cut(masked, sorted(match.span() for match, _ in unused))
    while used := [match for match, is_used in unused if is_used(match["label"], rest)]:
        unused = [(match, is_used) for match, is_used in unused if match not in used]
        rest = "\n\0\n".join((rest, *(match[0].partition("]:")[2] for match in used)))  # a note may call another
    return _cut(cut, sorted(match.span() for match, _ in unused))


def _definitions(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds, tried only where a line begins whose brackets are closed before a colon."""
    end = 0
    for closed in _CLOSED.finditer(text):
        opened = max(text.rfind("[", 0, closed.start()), 0)
        line = text.rfind("\n", 0, opened) + 1
        if line >= end and (match := pattern.match(text, line)):
            yield match
            end = match.end()


def _without_info(text: str) -> str:
    """The text with nothing but the language where a block of code opens."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
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
    kinds, code = classify_lines(text).kinds, (Kind.FENCED, Kind.INDENTED)
    if any(kind in kinds for kind in code):
        lines = zip(text.split("\n"), kinds, strict=True)
        text = "\n".join(" " * len(line) if kind in code else line for line, kind in lines)
    return _CODE_SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text) if "`" in text else text


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    position = 0
    for start, end in spans:
        kept.append(text[position:start])
        position = max(position, end)
    return "".join((*kept, text[position:]))


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_linked(label: str, rest: str) -> bool:
    words = label.split()
    if words == [label] and f"[{label}]" in rest:  # nearly all are called as they are written
        return True
    return f"[{' '.join(words)}]".casefold() in _plain(rest)


def _is_written(label: str, rest: str) -> bool:
    return label.strip().casefold() in _plain(rest)
