"""Comments on the cells of an .xlsx package, old ones and threads."""

from __future__ import annotations

import re
from collections.abc import Mapping

_CELL = re.compile(r"[A-Z]{1,3}(\d{1,7})\Z")


class CommentReader:
    """Follows comments: each names its cell, and holds its words in pieces. `found`: row, from 0 -> texts."""

    def __init__(self, found: dict[int, list[str]]) -> None:
        self._found = found
        self._row = 0
        self._words: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match = _CELL.match(attributes.get("ref", ""))
        if match and name.rpartition(":")[2] in ("comment", "threadedComment"):
            self._row = int(match[1]) - 1
            self._words.clear()

    def text(self, text: str) -> None:
        self._words.append(text)

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] in ("comment", "threadedComment"):
            self._found.setdefault(self._row, []).append("".join(self._words).strip())
