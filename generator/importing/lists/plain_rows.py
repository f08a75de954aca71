"""Rows of a sheet in which nothing but values stand: most rows of a long list, of which no mark has to be read.

Following each of their elements is what a long list costs. A row that is passed over has cells with places, values and
formats that say nothing; any other is left for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.expressions import expression
from generator.importing.lists.styles import Style

_END = b"</row>"
_HELD = expression(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>/]*>')
"""A cell that is not empty: its column's letters and its row."""
_TELLING = (b"<f", b"<r>", b"hidden=", b'ht=""', b'ht="0', b'ht=".', b't="e"')
"""Whatever stands in a formula, in a text of several looks, in what is hidden or has no height, in an error. A row that has
one of these for another reason is read like those: one search for each is several times as fast as one for all."""
_FEW = 200
"""Rows. A short list is read as it is."""


class PlainRows:
    """Takes such rows out of a sheet's XML, and remembers how far they reach."""

    def __init__(self, styles: Sequence[Style]) -> None:
        marked = [n for n, style in enumerate(styles) if style.is_struck or style.is_bold or style.colour]
        self._marked = re.compile(rb' s="(?:' + b"|".join(str(n).encode() for n in marked) + rb')"') if marked else None
        self.last_row = 0
        """Index of the last row that was taken out and holds anything."""
        self.last_column = ""
        """Letters of the furthest column that holds anything, in any row."""

    def taken_out(self, content: bytes) -> bytes:
        """The XML without plain rows; all of it where its elements have prefixes, or its rows and cells no places."""
        if content.count(_END) < _FEW:
            return content
        pieces = content.split(_END)
        kept = [pieces[0]]
        for piece in pieces[1:-1]:
            if self._is_plain(piece):
                held = _HELD.search(piece)
                self.last_row = max(self.last_row, int(held[2]) - 1 if held else 0)
            else:
                kept.append(piece)
        columns = {letters for letters, _ in _HELD.findall(content)}
        self.last_column = max(columns, key=lambda letters: (len(letters), letters), default=b"").decode()
        return _END.join((*kept, pieces[-1]))

    def _is_plain(self, row: bytes) -> bool:
        has_places = all(row.count(name) == row.count(name + b'r="') for name in (b"<row ", b"<c "))
        if not has_places or b"<row>" in row or b"<c>" in row or any(each in row for each in _TELLING):
            return False
        return self._marked is None or self._marked.search(row) is None
