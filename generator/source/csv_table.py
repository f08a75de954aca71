"""A table in CSV as rows of cells with places: comma, semicolon or tab, quoted cells with line ends inside."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct

from generator.diagnostics import Finding, Span, finding
from generator.expressions import expression
from generator.rules.source.syntax import BAD_CSV
from generator.source.text import SourceText, decode

MAX_COLUMNS = 100
MAX_ROWS = 200_000
_COMMENT = expression(r"#(?!\d*\Z|\d+[.)]?\Z)")
"""A line that begins so is a comment; `#` alone heads a column of numbers, and `#7` is one of them."""
_SEPARATORS = (",", ";", "\t")


class Cell(NamedTuple):
    """One cell. A tuple, since a list of participants may hold a hundred thousand of them."""

    text: str
    """Without quotes and outer spaces."""
    line: int
    column: int
    """Of its first character, from 1."""


class Row(Struct, frozen=True, gc=False):
    number: int
    """As a spreadsheet counts: the header is row 1, empty rows count."""
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        return not any(cell.text for cell in self.cells)


class Table(Struct, frozen=True):
    path: str
    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
    """Without empty rows and without those that have a finding."""

    def span(self, cell: Cell) -> Span:
        """The cell's first character."""
        return Span(self.path, cell.line, cell.column, cell.line, cell.column + 1)


def read_table(path: str, content: bytes) -> tuple[Table | None, tuple[Finding, ...]]:
    """The table in the bytes of a CSV file; None when it cannot be read at all, or is empty.

    Findings: those of `decode`; S004 for an unclosed quotation mark, a row with more cells than columns, too many
    columns or rows. They hold the number of the row and nothing that was written in it.
    """
    source, findings = decode(path, content)
    if source is None:
        return None, findings
    table, faults = parse_table(source)
    return table, (*findings, *faults)


def parse_table(source: SourceText) -> tuple[Table | None, tuple[Finding, ...]]:
    """The table in decoded text; see `read_table`."""
    separator = _separator(source.text)
    findings: list[Finding] = []
    header: tuple[Cell, ...] | None = None
    rows: list[Row] = []
    number = 0
    for cells, unclosed in _records(source.text, separator):
        number += 1
        if unclosed is not None:
            findings.append(_fault(source.path, unclosed, number, "unclosed-quote"))
            break
        if header is None:
            if not any(cell.text for cell in cells) or _COMMENT.match(cells[0].text):
                continue
            header = cells
            if len(header) > MAX_COLUMNS:
                findings.append(_fault(source.path, header[MAX_COLUMNS], number, None))
                return None, tuple(findings)
            continue
        if len(cells) > len(header) and (surplus := next((c for c in cells[len(header) :] if c.text), None)):
            findings.append(_fault(source.path, surplus, number, "too-many-cells"))
        elif number > MAX_ROWS:
            findings.append(_fault(source.path, cells[0], number, None))
            break
        elif any(cell.text for cell in cells) and not _COMMENT.match(cells[0].text):
            rows.append(Row(number, cells[: len(header)]))
    if header is None:
        return None, tuple(findings)
    return Table(source.path, header, tuple(rows)), tuple(findings)


def _separator(text: str) -> str:
    """The one that occurs most in the first line that is not empty, outside quotes; a comma when none does."""
    line = next((line for line in text.split("\n", 50)[:50] if line.strip()), "")
    bare = re.sub(r'"[^"]*+"', "", line)
    return max(_SEPARATORS, key=lambda mark: (bare.count(mark), -_SEPARATORS.index(mark)))


def _records(text: str, separator: str) -> list[tuple[tuple[Cell, ...], Cell | None]]:
    """Records as cells; the second value is the cell whose quotation mark is never closed."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    records: list[tuple[tuple[Cell, ...], Cell | None]] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if '"' not in line:
            records.append((_plain_cells(line, separator, index + 1), None))
            index += 1
            continue
        cells, index, unclosed = _quoted_cells(lines, index, separator)
        records.append((cells, unclosed))
    return records


def _plain_cells(line: str, separator: str, number: int) -> tuple[Cell, ...]:
    cells = []
    column = 1
    for raw in line.split(separator):
        text = raw.strip()
        lead = len(raw) - len(raw.lstrip()) if text else 0
        cells.append(Cell(text, number, column + lead))
        column += len(raw) + 1
    return tuple(cells)


def _quoted_cells(lines: list[str], index: int, separator: str) -> tuple[tuple[Cell, ...], int, Cell | None]:
    """The cells of the record that begins on line `index`, and the index of the next record."""
    cells: list[Cell] = []
    position = 0
    while True:
        line = lines[index]
        start = position
        while start < len(line) and line[start] == " ":
            start += 1
        if not line.startswith('"', start):
            end = line.find(separator, position)
            end = len(line) if end < 0 else end
            raw = line[position:end]
            lead = len(raw) - len(raw.lstrip()) if raw.strip() else 0
            cells.append(Cell(raw.strip(), index + 1, position + lead + 1))
            position = end
        else:
            opening = Cell("", index + 1, start + 1)
            text, index, position = _quoted(lines, index, start + 1)
            if position < 0:
                return tuple(cells), index, opening
            line = lines[index]
            end = line.find(separator, position)
            end = len(line) if end < 0 else end
            cells.append(Cell((text + line[position:end]).strip(), opening.line, opening.column))
            position = end
        if position >= len(line):
            return tuple(cells), index + 1, None
        position += 1


def _quoted(lines: list[str], index: int, position: int) -> tuple[str, int, int]:
    """The text of a quoted cell from after its opening mark; then the line and offset after the closing one, or -1."""
    parts: list[str] = []
    while True:
        line = lines[index]
        end = line.find('"', position)
        if end < 0:
            parts.append(line[position:] + "\n")
            index, position = index + 1, 0
            if index >= len(lines):
                return "", index, -1
        elif line.startswith('""', end):
            parts.append(line[position : end + 1])
            position = end + 2
        else:
            parts.append(line[position:end])
            return "".join(parts), index, end + 1


def _fault(path: str, cell: Cell, number: int, hint: str | None) -> Finding:
    span = Span(path, cell.line, cell.column, cell.line, cell.column + 1)
    return finding(BAD_CSV, span, {"row": str(number)}, hint=hint, is_private=True)
