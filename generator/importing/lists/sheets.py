"""A spreadsheet's bytes -> tables with a head that was understood, and what else is in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec
from msgspec import Struct

from generator.importing.lists.columns import Head, HeadReader
from generator.importing.lists.delimited import readings
from generator.importing.lists.grid import Cells, Grid, Row, UnreadableSheet, clean, one_line
from generator.importing.lists.workbook import LOCKED, has_workbook, read_workbook
from generator.structure import FieldSpec, normal
from generator.wording.deferred import N_

__all__ = ["Book", "FurtherSheet", "Table", "UnreadableSheet", "clean", "read_grids", "read_tables"]

OLD_KINDS = {
    ".xls": N_("an old Excel file; open it in Excel or LibreOffice and save it as .xlsx"),
    ".xlsb": N_("a binary Excel file; open it in Excel and save it as .xlsx"),
    ".ods": N_("an OpenDocument sheet; open it in LibreOffice or Excel and save it as .xlsx"),
    ".numbers": N_("a sheet of Numbers; export it as .xlsx"),
    ".pdf": N_("a PDF, whose tables cannot be read; ask for the sheet that it was made from, as .xlsx"),
    ".docx": N_("a Word file; copy its table into a sheet and save that as .xlsx, or use sikum import document"),
    ".doc": N_("an old Word file; copy its table into a sheet and save that as .xlsx"),
}
"""What to do about files that hold a table and are read by nothing here."""
_OLD_PACKAGE = b"\xd0\xcf\x11\xe0"
WEB_PAGE = N_("a web page that is named like a sheet; open it in Excel and save it as .xlsx")
ON_ITS_SIDE = N_("the list lies on its side, a person in each column; turn it in Excel (Paste Special, Transpose)")
NO_HEAD = N_("no row names a column that is known ({names}); --column HEADER=FIELD names one")
NO_HEAD_IN = N_("no row of the sheet {title} names a column that is known; --column HEADER=FIELD names one")
NO_NAME = N_(
    "no column holds names; the columns are: {seen}. --column HEADER=name says which one does,"
    " --without-names that the list has none"
)
NO_SHEET = N_("no such sheet: {wanted} (there are: {there})")
NO_SHEETS = N_("a CSV file has no sheets")
NOTHING_IN_IT = N_("no sheet with anything in it")
ONLY_HIDDEN = N_("only hidden sheets have a list: {there}; --sheet takes one of them")


class Table(Struct, frozen=True, kw_only=True):
    """A sheet whose head was understood."""

    title: str
    head: Head
    rows: tuple[Row, ...]
    """Those below the head that hold anything."""
    head_row: int
    """As the spreadsheet counts."""
    above: tuple[str, ...] = ()
    """Lines above the head that are the only cell of their row, such as the list's title."""
    hidden_columns: frozenset[int] = frozenset()
    hidden_words: tuple[str, ...] = ()
    """Words of columns that are hidden, and not taken for that reason."""
    is_hidden: bool = False
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Title of each sheet that is not taken, and the names in its list."""


class FurtherSheet(Struct, frozen=True, kw_only=True):
    """A sheet that has a list too, and was not taken."""

    title: str
    rows: int
    is_hidden: bool


class Book(Struct, frozen=True, kw_only=True):
    """What was taken from a file, and what was not."""

    tables: tuple[Table, ...]
    further: tuple[FurtherSheet, ...] = ()


def read_grids(name: str, content: bytes) -> tuple[tuple[Grid, ...], bool]:
    """The sheets of a file, and whether they are sheets of a workbook; else they are possible readings of one table.

    Raises UnreadableSheet, with what to do about files that cannot be read.
    """
    kind = f".{name.lower().rpartition('.')[2]}"
    if kind in OLD_KINDS and not has_workbook(content):
        raise UnreadableSheet(OLD_KINDS[kind])
    if content[:4] == _OLD_PACKAGE:
        raise UnreadableSheet(LOCKED)
    if content[:4] == b"PK\x03\x04":
        return read_workbook(content), True
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        raise UnreadableSheet(WEB_PAGE)
    return tuple(readings(content)), False


def read_tables(
    name: str,
    content: bytes,
    specs: Sequence[FieldSpec],
    wanted: Sequence[str] = (),
    told: Mapping[str, str] | None = None,
) -> Book:
    """The table whose head, made of `specs`, says most, of the sheets that are shown; or the tables of the `wanted` sheets,
    by name or number from 1, hidden ones too. `told`: normal words of a column -> field.

    Raises UnreadableSheet.
    """
    grids, is_workbook = read_grids(name, content)
    if wanted and not is_workbook:
        raise UnreadableSheet(NO_SHEETS)
    reader = HeadReader(specs=specs, told=told or {})
    chosen = [_sheet(grids, each) for each in wanted]
    found = [(grid, _filled(grid, head, reader)) for grid in (chosen or grids) if (head := reader.find(grid))]
    if chosen and len(found) < len(chosen):
        raise UnreadableSheet(NO_HEAD_IN, title=next(g.title for g in chosen if g not in [grid for grid, _ in found]))
    if not any(one_line(cell) for grid in grids for row in grid.rows for cell in row.cells):
        raise UnreadableSheet(NOTHING_IN_IT)
    if not found:
        raise UnreadableSheet(NO_HEAD, names=", ".join(spec.title.he for spec in specs))
    if chosen:
        taken = found
    else:
        shown = [each for each in found if not each[0].is_hidden]
        if not shown:
            raise UnreadableSheet(ONLY_HIDDEN, there=", ".join(grid.title for grid, _ in found))
        # Where several readings make sense, the one that names the most columns is the right one.
        taken = [max(shown, key=lambda each: each[1].score)]
    titles = {grid.title for grid, _ in taken}
    others = [each for each in found if each[0].title not in titles] if is_workbook else []
    elsewhere = tuple((grid.title, _names(grid, head)) for grid, head in others)
    tables = tuple(
        msgspec.structs.replace(table, elsewhere=elsewhere)
        for grid, head in taken
        for table in _side_by_side(grid, head, reader)
    )
    if any(_lies_on_its_side(table, reader) for table in tables):
        raise UnreadableSheet(ON_ITS_SIDE)
    further = tuple(
        FurtherSheet(title=grid.title, rows=len(_table(grid, head).rows), is_hidden=grid.is_hidden)
        for grid, head in others
    )
    return Book(tables=tables, further=further)


def refuse_nameless(tables: Sequence[Table]) -> None:
    """Raises UnreadableSheet for a list that has neither names nor numbers of people, saying which columns it has."""
    for table in tables:
        head = table.head
        if not head.names and head.column("count") is None:
            words = [column.words for column in head.columns] + [words for _, words in head.unknown]
            raise UnreadableSheet(NO_NAME, seen=", ".join((*words, *table.hidden_words)))


def _filled(grid: Grid, head: Head, reader: HeadReader) -> Head:
    """The head by other columns of names where nobody stands in its own: that of a form stays empty when nobody signs in."""
    row = grid.rows[head.row]
    while head.names and not head.has_groups and not any(normal(row.at(index)) in reader.told for index in head.names):
        if any(each.at(index) for index in head.names for each in grid.rows[head.row + 1 :]):
            break
        empty = {index: one_line(row.at(index)) for index in head.names}
        row = msgspec.structs.replace(row, cells=["" if n in empty else cell for n, cell in enumerate(row.cells)])
        other = reader.read(head.row, row.cells)
        if other is None or not other.names:
            break
        head = msgspec.structs.replace(other, unknown=tuple(sorted((*other.unknown, *empty.items()))))
    return head


def _side_by_side(grid: Grid, head: Head, reader: HeadReader) -> Iterator[Table]:
    """The list, or the lists that stand beside one another under one head; each has the rows in which it has anything."""
    cells = grid.rows[head.row].cells
    starts = reader.starts(cells)
    if len(starts) < 2 or head.has_groups or (head.row and grid.rows[head.row - 1].wide):
        yield _table(grid, head)
        return
    # A first list may have columns before its names; those between two lists belong to the one before.
    edges = tuple(pairwise((0, *starts[1:], len(cells))))
    heads = [{words for cell in cells[start:end] if (words := normal(cell))} for start, end in edges]
    is_repeated = len(frozenset().union(*heads)) < sum(map(len, heads))
    if not is_repeated and not _has_gap(grid, head, starts):
        # Lists have the same head again, or a column free between them. Else it is one list in which two columns are called
        # names, as in a form that knows who is signed in: what somebody answered holds for both.
        yield _table(grid, head)
        return
    for start, end in edges:
        part = reader.read(head.row, _masked(cells, start, end))
        if part is not None:
            rows = tuple(msgspec.structs.replace(row, cells=_masked(row.cells, start, end)) for row in grid.rows)
            yield _table(msgspec.structs.replace(grid, rows=rows), part)


def _has_gap(grid: Grid, head: Head, starts: Sequence[int]) -> bool:
    """Whether a column between the first of some columns and the last is empty, its head too."""
    rows = grid.rows[head.row :]
    return any(not any(one_line(row.at(index)) for row in rows) for index in range(starts[0], starts[-1]))


def _masked(cells: Cells, start: int, end: int) -> list[str]:
    return [cell if start <= index < end else "" for index, cell in enumerate(cells)]


def _lies_on_its_side(table: Table, reader: HeadReader) -> bool:
    """Whether field names are in a column, where people's names should be."""
    names = [row.at(table.head.names[0]).casefold() for row in table.rows] if table.head.names else []
    fields_of_others = reader.spellings - {column.words.casefold() for column in table.head.columns}
    fields = [name for name in names if name in fields_of_others]
    return len(set(fields)) > 1 and len(fields) >= len(names) / 2


def _table(grid: Grid, head: Head) -> Table:
    below = grid.rows[head.row + 1 :]
    titles = ([text for cell in row.cells if (text := one_line(cell))] for row in grid.rows[: head.row])
    shown, hidden_words = head.over(grid.rows[head.row], below).without(grid.hidden_columns)
    return Table(
        title=grid.title,
        head=shown,
        hidden_words=hidden_words,
        rows=tuple(row for row in below if row.unresolved or any(one_line(cell) for cell in row.cells)),
        head_row=grid.rows[head.row].number,
        above=(*(title[0] for title in titles if len(title) == 1), *grid.printed),
        hidden_columns=grid.hidden_columns,
        is_hidden=grid.is_hidden,
    )


def _names(grid: Grid, head: Head) -> tuple[str, ...]:
    return tuple(" ".join(one_line(row.at(index)) for index in head.names) for row in grid.rows[head.row + 1 :])


def _sheet(grids: Sequence[Grid], wanted: str) -> Grid:
    for grid in grids:
        if one_line(grid.title) == one_line(wanted):
            return grid
    if wanted.isascii() and wanted.isdigit() and 0 < int(wanted) <= len(grids):
        return grids[int(wanted) - 1]
    raise UnreadableSheet(NO_SHEET, wanted=wanted, there=", ".join(grid.title for grid in grids))
