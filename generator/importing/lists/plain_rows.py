"""Rows of a sheet in which nothing but values stand: most rows of a long list, of which no mark has to be read.

Following each of their elements is what a long list costs. A row that is passed over has cells with places, values and
formats that say nothing; any other is left for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importing.lists.styles import Style

_ROW = re.compile(rb"<row\b[^>]*>")
_END = b"</row>"
_CELL = re.compile(rb'<c r="([A-Z]{1,3})\d{1,7}"[^>]*?(/?)>')
_NUMBER = re.compile(rb'<row\b[^>]*?\br="(\d{1,7})"')
_FEW = 200
"""Rows. A short list is read as it is."""


class PlainRows:
    """Takes such rows out of a sheet's XML, and remembers how far they reach."""

    def __init__(self, styles: Sequence[Style]) -> None:
        marked = [n for n, style in enumerate(styles) if style.is_struck or style.is_bold or style.colour]
        formats = b"|".join(str(n).encode() for n in marked)
        self._telling = re.compile(
            rb'<f\b|<r>|\bhidden=|\bht="[0.]*"|\bt="e"' + (rb'|\bs="(?:' + formats + rb')"' if formats else rb"")
        )
        self.last_row = 0
        """Index of the last row that was taken out."""
        self.last_column = ""
        """Letters of the furthest column in such a row."""

    def taken_out(self, content: bytes) -> bytes:
        """The XML without plain rows; all of it where its elements have prefixes, or its cells no places."""
        start = _ROW.search(content)
        if start is None or content.count(_END) < _FEW:
            return content
        pieces = content.split(_END)
        kept = [pieces[0] + _END]
        reach: set[bytes] = set()
        for piece in pieces[1:-1]:
            numbers, cells = _NUMBER.findall(piece), _CELL.findall(piece)
            has_places = numbers and len(cells) == piece.count(b"<c ") and b"<c>" not in piece
            if not has_places or self._telling.search(piece):
                kept.append(piece + _END)
                continue
            reach.update(letters for letters, is_empty in cells if not is_empty)
            self.last_row = max(self.last_row, int(numbers[-1]) - 1)
        self.last_column = max(reach, key=lambda letters: (len(letters), letters), default=b"").decode()
        return b"".join((*kept, pieces[-1]))
