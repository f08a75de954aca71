"""What an .xlsx package says of its cells beside their values: hidden rows and columns, formulas without results,
struck-out text, colours. The library that reads the values shows none of it.

Element names are compared without their namespaces, so that Transitional and Strict files, and prefixes, are all one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping

from msgspec import Struct, field

from generator.expressions import expression
from generator.importing.lists.comments import CommentReader
from generator.importing.lists.grid import column_index
from generator.importing.lists.parts import BadPackage, local_name, number_of, parse_part, relations_of
from generator.importing.lists.plain_rows import PlainRows
from generator.importing.lists.rich_text import RunReader
from generator.importing.lists.styles import Style

_CELL = expression(r"([A-Z]{1,3})(\d{1,7})\Z")
_SUM = expression(r"\s*\+?(?:_xlfn\.)?(?:SUM|SUBTOTAL|AGGREGATE|COUNT|COUNTA)\(", re.IGNORECASE)
_ZERO = expression(r"[0.]+\Z")
_OF_PAGES = ("Header", "Footer")
"""`oddHeader`, `firstFooter` and the others."""
_NONE: frozenset[int] = frozenset()


class Marks(Struct, kw_only=True):
    """Of one sheet. Rows and columns are counted from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unresolved: dict[int, set[int]] = field(default_factory=dict)
    sums: dict[int, set[int]] = field(default_factory=dict)
    struck: dict[int, set[int]] = field(default_factory=dict)
    bold: dict[int, set[int]] = field(default_factory=dict)
    kept: dict[int, dict[int, str]] = field(default_factory=dict)
    """Cells whose text is struck out in part -> what is not."""
    colours: dict[int, dict[int, str]] = field(default_factory=dict)
    comments: dict[int, list[str]] = field(default_factory=dict)
    """Row -> texts of the comments on its cells."""
    printed: list[str] = field(default_factory=list)
    """Lines of the heads and feet of printed pages."""
    last_row: int = 0
    last_column: int = 0
    """Of the cells that hold anything."""


def read_marks(
    package: zipfile.ZipFile, path: str, styles: tuple[Style, ...], struck_strings: Mapping[str, str]
) -> Marks:
    """What a sheet's part says. `struck_strings`: those of `rich_text`. Raises BadPackage."""
    reader = _SheetReader(styles, struck_strings)
    plain = PlainRows(styles) if not struck_strings else None
    parse_part(package, path, reader.start, reader.end, reader.text, passed_over=plain.taken_out if plain else None)
    if plain is not None:
        reader.marks.last_row = max(reader.marks.last_row, plain.last_row)
        reader.marks.last_column = max(reader.marks.last_column, column_index(plain.last_column))
    _read_comments(package, path, reader.marks)
    return reader.marks


def _read_comments(package: zipfile.ZipFile, path: str, marks: Marks) -> None:
    """Add the comments of a sheet, old ones and threads."""
    try:
        related = relations_of(package, path)
    except BadPackage:
        return  # most sheets have nothing that they are related to
    for kind, part in related.values():
        if kind in ("comments", "threadedComment"):
            reader = CommentReader(marks.comments)
            parse_part(package, part, reader.start, reader.end, reader.text)


class _SheetReader:
    """Follows rows and cells; where either has no position it follows the one before."""

    def __init__(self, styles: tuple[Style, ...], struck_strings: Mapping[str, str]) -> None:
        self.marks = Marks()
        self._styles = styles
        self._struck_strings = struck_strings
        self._value = ""
        self._runs: RunReader | None = None
        self._row = -1
        self._place, self._since = "", -1
        self._last: tuple[str, int] | None = None
        self._type = ""
        self._has_formula = self._has_value = self._in_value = self._in_formula = self._in_printed = False
        self._formula = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if ":" in name:
            name = local_name(name)
        if name == "c":
            self._cell(attributes)
        elif name == "v":  # of the most frequent elements
            self._in_value = True
            return
        elif name == "row":
            self._row = number_of(attributes.get("r"), self._row + 2) - 1
            self._place, self._since = "", -1
            if _is_on(attributes.get("hidden")) or _is_zero(attributes.get("ht")):
                self.marks.hidden_rows.add(self._row)
        elif name == "f":
            self._has_formula = self._in_formula = True
        elif name in ("t", "is"):
            self._in_value = True
        elif name == "col":
            self._columns(attributes)
        elif name.endswith(_OF_PAGES):
            self._in_printed = True
        elif name == "r" and self._runs is None:
            self._runs = RunReader()
        if self._runs is not None:
            self._runs.start(name, attributes)

    def text(self, text: str) -> None:
        if self._in_formula:
            self._formula += text
        elif self._in_value and text.strip():
            self._has_value = True
            if self._struck_strings and self._type == "s":
                self._value += text
        elif self._in_printed:
            self.marks.printed.append(text)
        if self._runs is not None:
            self._runs.text(text)

    def end(self, name: str) -> None:
        if ":" in name:
            name = local_name(name)
        if self._runs is not None:
            self._runs.end(name)
        if name == "c":
            self._end_cell()
        elif name == "v":
            self._in_value = False
        elif name == "row":
            self._end_row()
        elif name == "f":
            self._in_formula = False
        elif name == "is":
            self._in_value = False
        elif name.endswith(_OF_PAGES):
            self._in_printed = False

    def _columns(self, attributes: Mapping[str, str]) -> None:
        if _is_on(attributes.get("hidden")) or _is_zero(attributes.get("width")):
            first, last = number_of(attributes.get("min"), 1), number_of(attributes.get("max"), 1)
            self.marks.hidden_columns.update(range(first - 1, min(last, first + 1_000)))

    def _cell(self, attributes: Mapping[str, str]) -> None:
        if "r" in attributes:
            self._place, self._since = attributes["r"], 0
        else:
            self._since += 1
        self._type = attributes.get("t", "")
        self._has_formula = self._has_value = False
        self._formula = self._value = ""
        self._runs = None
        style = number_of(attributes.get("s"))
        if style < len(self._styles):
            look = self._styles[style]
            if look.is_struck:
                self.marks.struck.setdefault(self._row, set()).add(self._column())
            if look.is_bold:
                self.marks.bold.setdefault(self._row, set()).add(self._column())
            if look.colour:
                self.marks.colours.setdefault(self._row, {})[self._column()] = look.colour

    def _end_cell(self) -> None:
        if self._runs is not None and self._runs.struck:
            self._strike(self._runs.kept.strip())
        elif self._value in self._struck_strings:
            self._strike(self._struck_strings[self._value])
        if self._has_formula:
            if _SUM.match(self._formula):
                self.marks.sums.setdefault(self._row, set()).add(self._column())
        elif not self._has_value:
            return
        # An empty text is a result, and has its type; a formula that no program has computed has neither.
        if self._type == "e" or (self._has_formula and not self._has_value and self._type != "str"):
            self.marks.unresolved.setdefault(self._row, set()).add(self._column())
        self.marks.last_row = max(self.marks.last_row, self._row)
        self._last = self._place, self._since

    def _strike(self, kept: str) -> None:
        if kept:
            self.marks.kept.setdefault(self._row, {})[self._column()] = kept
        else:
            self.marks.struck.setdefault(self._row, set()).add(self._column())

    def _end_row(self) -> None:
        if self._last is not None:
            self.marks.last_column = max(self.marks.last_column, _column_of(*self._last))
            self._last = None

    def _column(self) -> int:
        return _column_of(self._place, self._since)


def _column_of(place: str, since: int) -> int:
    """The index of a cell's column: as its place says, or so many after the last cell that said its place."""
    match = _CELL.match(place)
    return (column_index(match[1]) if match else 0) + since


def _is_on(text: str | None) -> bool:
    return text in ("1", "true")


def _is_zero(text: str | None) -> bool:
    return text is not None and _ZERO.match(text) is not None


def columns_of(marks: Mapping[int, set[int]], row: int) -> frozenset[int]:
    """The marked columns of a row."""
    return frozenset(marks[row]) if row in marks else _NONE
