"""An Excel workbook's bytes -> grids. Values come from python-calamine, which reads also Strict files and those whose
styles other programs wrote badly; what it does not show (see `marks`) is looked up in the package.

Nothing is computed: a cell is what was stored when the workbook was saved.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from generator.expressions import expression
from generator.importing.lists.cell_marks import Marks, columns_of, read_marks
from generator.importing.lists.grid import MAX_COLUMNS, MAX_ROWS, Grid, Row, UnreadableSheet
from generator.importing.lists.parts import BadPackage, sheet_parts
from generator.importing.lists.rich_text import struck_strings
from generator.importing.lists.styles import read_styles
from generator.importing.package import is_package
from generator.wording.deferred import N_

_ESCAPED = expression(r"_x((?!00)[0-9A-Fa-f]{4})_")
"""How a workbook writes characters such as marks of direction; the library reads only those up to 00FF itself."""
_MAX_CELLS = 8_000_000
"""Of the rectangle that the values span: it is held in memory whole."""

NOT_WHOLE = N_("not a whole Excel file, or far too large; open it in Excel and save it again as .xlsx")
LOCKED = N_("an Excel file with a password, or of an old kind; save it as .xlsx without a password")
NOT_TABLES = N_("not an Excel workbook; open it in Excel or LibreOffice and save it as .xlsx")
TOO_FAR = N_("a cell stands far away from the list; delete the empty rows and columns around the list and save again")


def has_workbook(content: bytes) -> bool:
    """Whether bytes are an Excel workbook of today's form, whatever the file is called."""
    if not is_package(content):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return any(name.lower().endswith("xl/workbook.xml") for name in package.namelist())


_PRINTED_CODE = expression(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|.)')
"""How a line of the page's head says its place, its look, and numbers of pages."""


def read_workbook(content: bytes) -> tuple[Grid, ...]:
    """The worksheets in their order, hidden ones too. Raises UnreadableSheet."""
    if not is_package(content):
        raise UnreadableSheet(NOT_WHOLE)
    if not has_workbook(content):
        raise UnreadableSheet(NOT_TABLES)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = sheet_parts(package)
            styles, strings = read_styles(package), struck_strings(package)
            marks = {
                name: read_marks(package, path, styles, strings) for name, path in parts.items() if "worksheets" in path
            }
    except (BadPackage, KeyError, zipfile.BadZipFile) as error:
        raise UnreadableSheet(NOT_WHOLE) from error
    if any((each.last_row + 1) * (each.last_column + 1) > _MAX_CELLS for each in marks.values()):
        raise UnreadableSheet(TOO_FAR)
    try:
        return tuple(_grids(CalamineWorkbook.from_filelike(io.BytesIO(content)), marks))
    except (CalamineError, OSError) as error:
        raise UnreadableSheet(NOT_WHOLE) from error


def _grids(book: CalamineWorkbook, marks: dict[str, Marks]) -> Iterator[Grid]:
    for about in book.sheets_metadata:
        if about.typ == SheetTypeEnum.WorkSheet:
            of_sheet = marks.get(about.name, Marks())
            yield Grid(
                title=about.name,
                rows=tuple(_rows(book.get_sheet_by_name(about.name), of_sheet)),
                is_hidden=about.visible != SheetVisibleEnum.Visible,
                hidden_columns=frozenset(of_sheet.hidden_columns),
                printed=tuple(_PRINTED_CODE.sub(" ", text) for text in of_sheet.printed),
            )


def _rows(sheet: CalamineSheet, marks: Marks) -> Iterator[Row]:
    cells = [
        [as_text(value) for value in row[:MAX_COLUMNS]]
        for row in sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS)
    ]
    # A row with nothing but formulas that nobody computed has no values, and is a row all the same.
    last = max(marks.unresolved, default=-1)
    cells += [[] for _ in range(len(cells), min(last + 1, MAX_ROWS))]
    for row, kept in marks.kept.items():
        for column, text in kept.items():
            if row < len(cells) and column < len(cells[row]):
                cells[row][column] = text
    repeated: dict[int, set[int]] = {}
    wide: dict[int, set[int]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top >= len(cells) or left >= len(cells[top]):
            continue
        for row in range(top, min(bottom + 1, len(cells))):
            if right > left:
                wide.setdefault(row, set()).update(range(left, min(right + 1, MAX_COLUMNS)))
            if row > top:
                cells[row][left] = cells[top][left]
                repeated.setdefault(row, set()).add(left)
    for index, texts in enumerate(cells):
        yield Row(
            number=index + 1,
            cells=texts,
            is_hidden=index in marks.hidden_rows,
            unresolved=columns_of(marks.unresolved, index),
            sums=columns_of(marks.sums, index),
            struck=columns_of(marks.struck, index),
            bold=columns_of(marks.bold, index),
            colours=marks.colours.get(index, {}),
            comments=tuple(marks.comments.get(index, ())),
            repeated=columns_of(repeated, index),
            wide=columns_of(wide, index),
        )


def as_text(value: Any) -> str:
    """A stored value as a person writes it: dates in ISO form, whole numbers without a point."""
    if isinstance(value, str):
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if "_x" in value else value
        return text.strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)
