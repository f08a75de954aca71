"""A spreadsheet's bytes -> rows of text. Excel is read as a stream and never computes; CSV in whatever encoding it has."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from msgspec import Struct
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from generator.importing.columns import Cells, Head, find_head
from generator.importing.package import is_package
from generator.structure import FieldSpec

MAX_ROWS = 200_000
MAX_COLUMNS = 200
_ENCODINGS = ("utf-8-sig", "windows-1255", "windows-1256")
"""In the order in which they are tried: Excel in Hebrew saves CSV as Windows-1255, in Arabic as Windows-1256."""
_SEPARATORS = (",", ";", "\t")
_FORMULA = re.compile(r"\A[=+\-@\s]+")
"""What a spreadsheet would take for a formula at the head of a cell; no name or role begins so, and `-` means nothing."""
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class UnreadableSheet(ValueError):
    """Why nothing can be read from a file, in words for its owner; never a piece of it."""


class Sheet(Struct, frozen=True, kw_only=True):
    """A table with a head that was understood."""

    title: str
    """Name of the sheet in Excel; of the encoding for CSV."""
    head: Head
    rows: tuple[Cells, ...]
    """Those below the head that are not empty."""


def read_sheet(name: str, content: bytes, specs: Sequence[FieldSpec], wanted: str | None = None) -> Sheet:
    """The first table in a file that has a head made of `specs`; `wanted`: of this sheet, by name or number from 1.

    Raises UnreadableSheet.
    """
    if name.lower().endswith(".xls"):
        raise UnreadableSheet("an old Excel file; save it as .xlsx")
    if content[:4] == b"PK\x03\x04":
        sheets = _excel(content, wanted)
    elif wanted is not None:
        raise UnreadableSheet("a CSV file has no sheets")
    else:
        sheets = _csv(content)
    # Where several readings make sense, the one that names the most columns is the right one.
    found = [(title, rows, head) for title, rows in sheets if (head := find_head(rows, specs))]
    if not found:
        names = ", ".join(spec.title.he for spec in specs)
        raise UnreadableSheet(f"no row names a column that is known ({names})")
    title, rows, head = max(found, key=lambda each: each[2].score)
    below = tuple(row for row in rows[head.row + 1 :] if any(row))
    return Sheet(title=title, head=head, rows=below)


def clean(text: str) -> str:
    """A cell as it is kept: one line, no hidden characters, nothing that a spreadsheet would compute."""
    return _FORMULA.sub("", " ".join(_UNWANTED.sub("", text).split()))


def _excel(content: bytes, wanted: str | None) -> Iterator[tuple[str, list[Cells]]]:
    if not is_package(content):
        raise UnreadableSheet("not a whole Excel file, or far too large")
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnreadableSheet("not a whole Excel file (or one with a password)") from error
    try:
        names = book.sheetnames
        if wanted is not None:
            if wanted not in names and not (wanted.isascii() and wanted.isdigit() and 0 < int(wanted) <= len(names)):
                raise UnreadableSheet(f"no such sheet: {wanted} (there are: {', '.join(names)})")
            names = [wanted if wanted in names else names[int(wanted) - 1]]
        for name in names:
            sheet = book[name]
            if hasattr(sheet, "iter_rows"):
                rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True)
                yield name, [[_text(cell) for cell in row] for row in rows]
    finally:
        book.close()


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return "" if cell is None else clean(str(cell))


def _csv(content: bytes) -> Iterator[tuple[str, list[Cells]]]:
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else _ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        for separator in _SEPARATORS:
            try:
                reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
                rows: list[Cells] = [
                    [clean(cell) for cell in row[:MAX_COLUMNS]] for row, _ in zip(reader, range(MAX_ROWS), strict=False)
                ]
            except csv.Error:
                continue
            yield encoding, rows
