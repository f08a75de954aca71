"""Items of a list -> an Excel sheet, and a sheet -> items: what was written comes back as it was."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from generator.expressions import expression
from generator.importing.lists.columns import HEAD_ROWS, LEAVE_OUT
from generator.importing.lists.grid import Grid, Row, UnreadableSheet, one_line, people_in
from generator.importing.lists.rows import is_total
from generator.importing.lists.sheets import read_grids
from generator.importing.process_tables.content import Item
from generator.importing.process_tables.drop_downs import offer_words
from generator.importing.process_tables.kinds import TableKind
from generator.importing.register.cells import read_day
from generator.model.dates import PartialDate
from generator.scaffold.yaml_text import Value
from generator.structure import FieldSpec, FieldType, Structure, match_name, match_term, normal
from generator.wording.deferred import N_

_UPDATE = expression(r"\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)\s*[:–-]\s*(.*)\Z")
_WIDTHS = {FieldType.LONG_TEXT: 60, FieldType.TEXT: 30, FieldType.LIST: 40}
_FIRST_YEAR = 1900
"""Sheets count their days from it; those before it are texts."""
NO_TABLE = N_("no row names the columns of this table ({names}); --column HEADER=FIELD names one")


class ReadTable(Struct, frozen=True, kw_only=True):
    """The items of a sheet, and what was left out."""

    sheet: str
    head_row: int
    columns: tuple[tuple[str, str], ...]
    """Words of a column, and its field."""
    unknown: tuple[str, ...]
    items: tuple[Item, ...]
    unsaid: tuple[frozenset[str], ...]
    """Of each item, the fields of which its row says nothing, so that they stay as they were: all of a row that is hidden or
    filtered away, and those whose cells are formulas that nobody computed."""
    rows: tuple[int, ...]
    """Of each item, the row as the spreadsheet counts."""
    left_out: Mapping[str, tuple[int, ...]]
    """`hidden`, `formula`, `struck`, `total` or `empty` (nothing in the main column) -> rows. Of the first two, what was
    there before stays."""
    unread: Mapping[str, tuple[int, ...]]
    """Field -> rows in which a word or a date is not understood; it stands as it is written."""


def write_workbook(tables: Sequence[tuple[TableKind, Sequence[Item]]], structure: Structure, language: str) -> bytes:
    """A workbook with a sheet for each table: titles of fields, words of vocabularies, real dates, in `language`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for kind, found in tables:
        sheet = book.create_sheet(kind.name)
        sheet.sheet_view.rightToLeft = language != "en"
        sheet.freeze_panes = "A2"
        for column, spec in enumerate(kind.specs, 1):
            cell = sheet.cell(1, column, spec.title.in_language(language))
            cell.font = Font(bold=True)
            sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(spec.type, 18)
            for row, item in enumerate(found, 2):
                cell = sheet.cell(row, column)
                value = _shown(spec, item.get(spec.id, ""), structure, language)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if isinstance(value, date):
                    cell.value, cell.number_format = value, "yyyy-mm-dd"
                elif value:
                    cell.value = value
                    cell.data_type = "s"  # a text that begins with = is no formula
    offer_words(
        book,
        [(sheet, kind.specs) for sheet, (kind, _) in zip(book.worksheets, tables, strict=True)],
        structure,
        language,
    )
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def read_table(
    name: str,
    content: bytes,
    kind: TableKind,
    structure: Structure,
    *,
    told: Mapping[str, str] | None = None,
    sheet: str | None = None,
) -> ReadTable:
    """The items of the sheet that is named as the table is, else of the one whose columns say most. `told`: normal words of
    a column -> field. Raises UnreadableSheet."""
    grids, _ = read_grids(name, content)
    shown = [grid for grid in grids if (one_line(grid.title) == sheet if sheet else not grid.is_hidden)]
    found = [(grid, head) for grid in shown if (head := _head(grid, kind, told or {}))]
    if not found:
        raise UnreadableSheet(NO_TABLE, names=", ".join(spec.title.he for spec in kind.specs))
    grid, (row, columns) = max(found, key=lambda each: (each[0].title == kind.name, len(each[1][1])))
    return _Reader(grid, row, columns, kind, structure).read()


def _head(grid: Grid, kind: TableKind, told: Mapping[str, str]) -> tuple[int, dict[int, str]] | None:
    """Index of the row that names the most columns, the main one among them, and index of a column -> field."""
    best: tuple[int, dict[int, str]] | None = None
    for index, row in enumerate(grid.rows[:HEAD_ROWS]):
        columns: dict[int, str] = {}
        exact = {number: spec.id for number, cell in enumerate(row.cells) if (spec := match_name(kind.specs, cell))}
        for number, cell in enumerate(row.cells):
            words = normal(cell)
            field = told.get(words) or exact.get(number)
            if field is None and kind.words.get(words) not in exact.values():
                field = kind.words.get(words)
            if field and field != LEAVE_OUT and field not in columns.values() and number not in grid.hidden_columns:
                columns[number] = field
        if kind.main in columns.values() and (best is None or len(columns) > len(best[1])):
            best = (index, columns)
    return best


class _Reader:
    """Reads the rows below the head."""

    def __init__(
        self, grid: Grid, head: int, columns: Mapping[int, str], kind: TableKind, structure: Structure
    ) -> None:
        self._grid = grid
        self._head = head
        self._columns = columns
        self._kind = kind
        self._structure = structure
        self._specs = {spec.id: spec for spec in kind.specs}
        self._unread: dict[str, list[int]] = {}

    def read(self) -> ReadTable:
        found: list[tuple[int, Item, frozenset[str]]] = []
        fields = frozenset(self._columns.values())
        left_out: dict[str, list[int]] = {}
        main = next(index for index, field in self._columns.items() if field == self._kind.main)
        for row in self._grid.rows[self._head + 1 :]:
            if not any(one_line(cell) for cell in row.cells):
                continue
            reason = self._reason(row, main)
            if reason:
                left_out.setdefault(reason, []).append(row.number)
            if reason in (None, "hidden", "formula"):
                unsaid = {self._columns[index] for index in row.unresolved if index in self._columns}
                found.append((row.number, self._item(row), fields if reason else frozenset(unsaid)))
                if unsaid and not reason:
                    left_out.setdefault("formula", []).append(row.number)
        head = self._grid.rows[self._head]
        return ReadTable(
            sheet=self._grid.title,
            head_row=head.number,
            columns=tuple((one_line(head.at(index)), field) for index, field in self._columns.items()),
            unknown=tuple(
                one_line(cell) for n, cell in enumerate(head.cells) if one_line(cell) and n not in self._columns
            ),
            items=tuple(item for _, item, _ in found),
            unsaid=tuple(unsaid for *_, unsaid in found),
            rows=tuple(number for number, *_ in found),
            left_out={reason: tuple(numbers) for reason, numbers in left_out.items()},
            unread={field: tuple(numbers) for field, numbers in self._unread.items()},
        )

    @staticmethod
    def _reason(row: Row, main: int) -> str | None:
        if row.is_hidden:
            return "hidden"
        if main in row.struck:
            return "struck"
        if main in row.unresolved:
            return "formula"
        said = one_line(row.at(main))
        if not said:
            return "total" if any(is_total(cell) for cell in row.cells) else "empty"
        is_sum = is_total(said) or (people_in(said) is not None and any(is_total(cell) for cell in row.cells))
        return "total" if is_sum and len([cell for cell in row.cells if one_line(cell)]) < 3 else None

    def _item(self, row: Row) -> Item:
        item: dict[str, Value] = {}
        for index, field in self._columns.items():
            text = row.at(index).strip()
            if one_line(text):
                item[field] = self._value(self._specs[field], text, row.number)
        # In the structure's order, so that a file does not change with the order of columns.
        return {spec.id: item[spec.id] for spec in self._kind.specs if spec.id in item}

    def _value(self, spec: FieldSpec, text: str, number: int) -> Value:
        if spec.type is FieldType.TERM and spec.vocabulary:
            term = match_term(self._structure.vocabularies[spec.vocabulary], text)
            return term.id if term else self._as_written(spec, text, number)
        if spec.type is FieldType.DATE:
            return read_day(text, "UTC") or self._as_written(spec, text, number)
        if spec.type is FieldType.INTEGER and (count := people_in(one_line(text))) is not None:
            return str(count)
        if spec.type is FieldType.LIST:
            matches = [_UPDATE.match(line) for line in text.splitlines() if line.strip()]
            if all(matches):
                return [{"date": match[1], "note": match[2]} for match in matches if match]
            return self._as_written(spec, text, number)
        return _lines(text) if spec.type is FieldType.LONG_TEXT else one_line(text)

    def _as_written(self, spec: FieldSpec, text: str, number: int) -> str:
        self._unread.setdefault(spec.id, []).append(number)
        return one_line(text)


def _lines(text: str) -> str:
    """A text with its line ends and blank lines, each line without characters that cannot be seen."""
    return "\n".join(one_line(line) for line in text.splitlines()).strip("\n")


def _shown(spec: FieldSpec, value: Value, structure: Structure, language: str) -> str | date:
    if isinstance(value, str):
        if spec.type is FieldType.TERM and spec.vocabulary:
            term = match_term(structure.vocabularies[spec.vocabulary], value)
            return term.title.in_language(language) if term else value
        if spec.type is FieldType.DATE:
            known = PartialDate.parse(value)
            day = known.full_day if known and known.year > _FIRST_YEAR else None
            return datetime.combine(day, datetime.min.time()) if day else value
        return _lines(value) if spec.type is FieldType.LONG_TEXT else one_line(value)
    lines = (each for each in value if isinstance(each, Mapping)) if isinstance(value, Sequence) else ()
    return "\n".join(f"{one_line(str(each.get('date', '')))}: {one_line(str(each.get('note', '')))}" for each in lines)
