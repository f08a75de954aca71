"""Comments on the cells of an .xlsx package, old ones and threads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.expressions import expression
from generator.importing.lists.parts import local_name

_CELL = expression(r"[A-Z]{1,3}(\d{1,7})\Z")
_COMMENTS = frozenset(("comment", "threadedComment"))


class CommentReader:
    """Follows comments: each names its cell, and holds its words in pieces. `found`: row, from 0 -> texts."""

    def __init__(self, found: dict[int, list[str]]) -> None:
        self._found = found
        self._cell: re.Match[str] | None = None
        self._words: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if local_name(name) in _COMMENTS:
            self._cell = _CELL.match(attributes.get("ref", ""))
            self._words.clear()

    def text(self, text: str) -> None:
        self._words.append(text)

    def end(self, name: str) -> None:
        if local_name(name) in _COMMENTS and self._cell:
            self._found.setdefault(int(self._cell[1]) - 1, []).append("".join(self._words).strip())
