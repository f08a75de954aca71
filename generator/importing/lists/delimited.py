"""Separated values in whatever encoding and with whatever separator -> their possible readings, as grids."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from generator.expressions import expression
from generator.importing.lists.grid import MAX_COLUMNS, MAX_ROWS, Grid, Row, UnreadableSheet
from generator.wording.deferred import N_

UNCLOSED = N_(
    "a quotation mark at line {line} is never closed, and would make one cell of all that follows; take it out, or save as .xlsx"
)

_ENCODINGS = ("utf-8-sig", "windows-1255", "windows-1256", "cp862", "iso8859-6", "windows-1252")
"""In the order in which they are tried: Excel in Hebrew saves CSV as Windows-1255 (ISO-8859-8 is a part of it), in Arabic
as Windows-1256, old DOS programs in code page 862."""
_SEPARATORS = (",", ";", "\t", "|")
_TOLD = expression(r"\Asep=(.)\r?\n", re.IGNORECASE)
"""The line by which Excel is told the separator."""


def readings(content: bytes) -> Iterator[Grid]:
    """A grid for each encoding and separator that can be: the one whose head makes sense is the right one.

    Raises UnreadableSheet for a quotation mark that is never closed.
    """
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding).replace("\x00", "")
        except UnicodeDecodeError:
            continue
        told = _TOLD.match(text.lstrip("\ufeff"))
        body = text.lstrip("\ufeff")[told.end() :] if told else text
        for separator in (told[1],) if told else _SEPARATORS:
            try:
                yield Grid(title=encoding, rows=tuple(_rows(body, separator, 2 if told else 1)))
            except csv.Error:
                continue


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    # Without a mark, UTF-16 shows by its zero bytes, of which no other encoding has more than a stray one.
    if content[:2000].count(b"\x00") > len(content[:2000]) / 20:
        return ("utf-16-le", "utf-16-be")
    return _ENCODINGS


def _rows(text: str, separator: str, first: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begin = 0
    for number, cells in enumerate(reader, first):
        if number > MAX_ROWS:
            return
        if reader.line_num - begin > 1 and cells[-1].count("\n") + cells[-1].count("\r"):
            _refuse_unclosed(text, separator, begin, reader.line_num, first)
        begin = reader.line_num
        yield Row(number=number, cells=[cell.strip() for cell in cells[:MAX_COLUMNS]])


def _refuse_unclosed(text: str, separator: str, begin: int, end: int, first: int) -> None:
    """Raises UnreadableSheet when a row of several lines is the last, and ends within quotation marks."""
    lines = io.StringIO(text, newline="").readlines()
    if end < len(lines):
        return
    try:
        list(csv.reader(lines[begin:end], delimiter=separator, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise UnreadableSheet(UNCLOSED, line=str(begin + first)) from error
