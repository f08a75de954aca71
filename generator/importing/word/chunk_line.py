"""What is read from a document within the document that is no .docx: lines, pieces and tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct, field, structs

from generator.expressions import expression

_UNWRITABLE = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Piece(Struct, frozen=True, kw_only=True):
    """Text that is set in one way."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    address: str = ""
    """Where it leads, outside the document."""
    why_left_out: str = ""
    """`hidden`, `header-footer` or `tracked` for what a reader does not see; empty for all else."""


Cell: TypeAlias = tuple[Piece, ...]


class ChunkLine(Struct, kw_only=True):
    """A paragraph or a table of a chunk."""

    pieces: list[Piece] = field(default_factory=list)
    level: int = 0
    """1–6 for a heading."""
    depth: int = -1
    """Of an item of a list, 0 for the outermost; -1 for any other line."""
    number: int = 0
    """Of an item of a numbered list; 0 for any other."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """Of a table; such a line has no pieces of its own."""

    @property
    def text(self) -> str:
        """Its words as a reader sees them."""
        return words_in(piece for piece in self._all() if not piece.why_left_out)

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """(reason, words) of what a reader does not see."""
        unseen = [piece for piece in self._all() if piece.why_left_out]
        reasons = dict.fromkeys(piece.why_left_out for piece in unseen)
        texts = ((why, words_in(piece for piece in unseen if piece.why_left_out == why)) for why in reasons)
        return [(why, text) for why, text in texts if text]

    def _all(self) -> Iterable[Piece]:
        yield from self.pieces
        for row in self.rows:
            for cell in row:
                yield from cell
                yield Piece(text=" ")


def words_in(pieces: Iterable[Piece]) -> str:
    """The text of pieces, each white space as one space."""
    return " ".join("".join(piece.text for piece in pieces).split())


def filled(lines: Iterable[ChunkLine]) -> tuple[ChunkLine, ...]:
    """The lines that hold anything, without characters that no XML can hold."""
    whole = []
    for line in lines:
        line.pieces = _writable(line.pieces)
        line.rows = tuple(tuple(tuple(_writable(cell)) for cell in row) for row in line.rows)
        if line.text or line.left_out:
            whole.append(line)
    return tuple(whole)


def _writable(pieces: Iterable[Piece]) -> list[Piece]:
    return [structs.replace(piece, text=_UNWRITABLE.sub("", piece.text)) for piece in pieces]
