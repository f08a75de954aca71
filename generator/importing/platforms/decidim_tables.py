"""The tables in Decidim's open data: rows of the files that are read, by the names of their columns."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping
from typing import TypeAlias

from generator.expressions import expression
from generator.importing.platforms.archive import UnreadableArchive, without_marks
from generator.wording.deferred import N_

Row: TypeAlias = Mapping[str, str]

_FILE = expression(r"(?:.*/)?(?:.*-)?open-data-([a-z_]+)\.csv\Z")
_READ = ("participatory_processes", "meetings", "proposals", "results")
MAX_UNPACKED = 300_000_000
TOO_LARGE = N_("larger than any open data that a platform writes")


def is_ours(content: bytes) -> bool:
    """Whether bytes are a zip with files of open data."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return any(_FILE.match(name) for name in package.namelist())
    except zipfile.BadZipFile:
        return False


def tables_of(content: bytes) -> tuple[dict[str, list[Row]], list[str]]:
    """The files that are read, as rows, and the names of those that are not."""
    tables: dict[str, list[Row]] = {}
    others: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = package.infolist()
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise UnreadableArchive(TOO_LARGE)
        for entry in entries:
            match = _FILE.match(entry.filename)
            if match and match[1] in _READ:
                tables[match[1]] = _rows(without_marks(package.read(entry).decode("utf-8-sig", "replace")))
            elif match:
                others.append(entry.filename.rpartition("/")[2])
    return tables, others


def _rows(text: str) -> list[Row]:
    """Rows by the names of their columns. The separator is each installation's own choice."""
    separator = max((";", ",", "\t"), key=text.partition("\n")[0].count)
    csv.field_size_limit(10_000_000)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    return [{name: _value(value) for name, value in row.items() if name and isinstance(value, str)} for row in rows]


def _value(text: str) -> str:
    """A cell; the apostrophe that guards spreadsheets from formulas comes off."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text
