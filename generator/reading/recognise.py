"""Is this `index.md` a process, or an ordinary page?"""

from __future__ import annotations

import re

from generator.source.nodes import MapNode, parse_yaml
from generator.source.text import SourceText, split_front_matter

MARKS = ("ministry", "kind", "status")
"""Any of these fields makes the folder a process (spec 3)."""

_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_LINE = re.compile(rf"^[\"']?(?:{'|'.join(MARKS)})[\"']?[ \t]*:", re.MULTILINE)


def is_process(content: bytes) -> bool:
    """Whether the front matter has `ministry`, `kind` or `status`.

    Told line by line, so that a file whose YAML is broken, or is not even UTF-8, is still the process it was, with its
    finding, and not a page that quietly took the process's place.
    """
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = content.decode(encoding, "replace")
    opening = _FENCE.match(text)
    if opening is None:
        return False
    closing = _END.search(text, opening.end())
    front = text[opening.end() : closing.start() if closing else len(text)]
    if _LINE.search(front):
        return True
    return front.lstrip().startswith("{") and _has_mark_in_flow(text)


def _has_mark_in_flow(text: str) -> bool:
    """Front matter written as one `{…}`."""
    parts, _ = split_front_matter(SourceText("index.md", text.replace("\r\n", "\n")))
    node, _ = parse_yaml(parts.yaml or "", "index.md")
    return isinstance(node, MapNode) and any(node.get(mark) is not None for mark in MARKS)
