"""`catalogue.sqlite`: all tables typed and tied together, a full-text index, and views that answer ready questions.

The same rows give the same bytes under one version of SQLite.
Lists are JSON arrays, so that `json_each` takes them apart; truth is 0 or 1; everything else is as in the CSV files.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain, tee
from pathlib import Path

from msgspec import Struct

from generator.exports.questions import QUESTIONS
from generator.rendering.csv_files import Cell, Row
from generator.rendering.datasets import UPDATES, Table

_Rows = Mapping[str, tuple[Table, tuple[Row, ...]]]
WordForms = Callable[[Iterable[tuple[str, ...]]], Iterable[Sequence[str]]]
"""The texts of each process -> for each text, in their order, the words under which it is to be found, with a blank between."""

_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
_SEARCHED = {
    "processes": ("title", "short_description"),
    "goals": ("text", "note"),
    "promises": ("text", "planned", "done", "explanation"),
    "responses": ("heard", "explanation"),
    "outcomes": ("title", "note"),
    "steps": ("text",),
    "lessons": ("text",),
    "meetings": ("title",),
    "chapters": ("title",),
}
"""Columns whose texts are searched, by table."""
_CACHE = 16_000
"""KB of pages that SQLite keeps in memory while it writes."""
_SETTINGS = (
    "PRAGMA page_size = 4096",
    f"PRAGMA cache_size = {-_CACHE}",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF",
)
"""The file is written once and by one: what keeps a database whole while others use it is left out."""
_HASH = 8_000_000
"""Bytes of the index that SQLite gathers before it writes them: with its own million it writes all of them many times."""
_NUMBERS = 1000
"""How many numbers each process has for its texts, at least: one that gets another text moves no number of the others."""
_UPDATED = ("promise", "outcome", "step")


_Text = tuple[int, str, str, str | None, str]
"""Number, process, table, the rest of the row's key, and the text, of a row."""


class _Searched(Struct, frozen=True):
    """Where a table has what is searched: the places of its texts, and of its key but for the process."""

    table: str
    texts: tuple[int, ...]
    key: tuple[int, ...]


def make_database(path: Path, tables: Iterable[tuple[Table, Iterable[Row]]], word_forms: WordForms) -> None:
    """Make the database at `path`, where nothing is yet: of many processes it is larger than all of a build's memory.

    Raises OSError, also when the disk is full.
    """
    rows = {table.name: (table, tuple(its_rows)) for table, its_rows in tables}
    with _full_disk_of(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.execute("BEGIN")
        for table, its_rows in rows.values():
            connection.execute(_schema(table))
            marks = ", ".join("?" * len(table.columns))
            names = ", ".join(_quoted(column.name) for column in table.columns)
            # Names of tables and columns are the code's own; values are bound.
            insert = f"INSERT INTO {_quoted(table.name)} ({names}) VALUES ({marks})"  # noqa: S608
            connection.executemany(insert, _bound(table, its_rows))
        _describe(connection, [table for table, _ in rows.values()])
        _index(connection, rows, word_forms)
        for question in QUESTIONS:
            connection.execute(f"CREATE VIEW {_quoted(question.view)} AS {question.sql}")
        connection.execute("COMMIT")


@contextmanager
def _full_disk_of(path: Path) -> Iterator[None]:
    """Makes SQLite's own fault the one that every other file has on a full disk, which is told in words."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error


def _schema(table: Table) -> str:
    parts = [_column(column.name, column.type, in_key=column.name in table.key) for column in table.columns]
    if table.name == UPDATES.name:
        # SQLite lets one column point at one table only: each kind has a column that holds the id, or nothing.
        parts += [f"{kind} TEXT GENERATED ALWAYS AS (CASE kind WHEN '{kind}' THEN id END) STORED" for kind in _UPDATED]
    if table.key:
        parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += [
        f"FOREIGN KEY ({_names(each.columns)}) REFERENCES {_quoted(each.table)} ({_names(each.key)})"
        for each in table.references
    ]
    if table.name == UPDATES.name:
        parts += [f"FOREIGN KEY (process, {kind}) REFERENCES {kind}s (process, id)" for kind in _UPDATED]
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(parts) + "\n) STRICT"


def _column(name: str, kind: str, *, in_key: bool) -> str:
    check = f" CHECK ({_quoted(name)} IN (0, 1))" if kind == "boolean" else ""
    needed = " NOT NULL" if in_key else ""
    return f"{_quoted(name)} {_TYPES.get(kind, 'TEXT')}{needed}{check}"


def _describe(connection: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """What each column holds and what each view answers, in three languages, for who has this file alone."""
    connection.execute(
        'CREATE TABLE "columns" ("table" TEXT NOT NULL, "column" TEXT NOT NULL, type TEXT NOT NULL,'
        ' he TEXT NOT NULL, ar TEXT NOT NULL, en TEXT NOT NULL, PRIMARY KEY ("table", "column")) STRICT'
    )
    described = [
        (table.name, each.name, each.type, each.meaning.he, each.meaning.ar, each.meaning.en)
        for table in tables
        for each in table.columns
    ]
    connection.executemany('INSERT INTO "columns" VALUES (?, ?, ?, ?, ?, ?)', described)
    connection.execute(
        'CREATE TABLE questions ("view" TEXT NOT NULL PRIMARY KEY, he TEXT NOT NULL, ar TEXT NOT NULL, en TEXT NOT NULL) STRICT'
    )
    asked = [(each.view, each.asks.he, each.asks.ar, each.asks.en) for each in QUESTIONS]
    connection.executemany("INSERT INTO questions VALUES (?, ?, ?, ?)", asked)


def _index(connection: sqlite3.Connection, rows: _Rows, word_forms: WordForms) -> None:
    """`texts` holds what is searched, `search` the words of each: FTS5 itself would cut a pointed word into letters."""
    connection.execute(
        "CREATE TABLE texts (number INTEGER PRIMARY KEY, process TEXT NOT NULL REFERENCES processes (id),"
        ' "table" TEXT NOT NULL, row TEXT, text TEXT NOT NULL) STRICT'
    )
    connection.execute("CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none)")
    connection.execute("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", (_HASH,))
    processes = _rows_of_processes(rows)
    connection.executemany("INSERT INTO texts VALUES (?, ?, ?, ?, ?)", chain.from_iterable(_texts(processes)))
    connection.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", _words(processes, word_forms))
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _rows_of_processes(rows: _Rows) -> list[list[tuple[_Searched, Row]]]:
    """The rows whose texts are searched, of each process, in the order of the ids of processes."""
    of_process: dict[Cell, list[tuple[_Searched, Row]]] = {}
    for table, its_rows in rows.values():
        if table.name in _SEARCHED:
            names = [column.name for column in table.columns]
            texts = tuple(names.index(name) for name in _SEARCHED[table.name])
            key = tuple(names.index(name) for name in table.key if name not in names[:1])
            searched = _Searched(table.name, texts, key)
            for row in its_rows:
                of_process.setdefault(row[0], []).append((searched, row))
    return [of_process[process] for process in sorted(of_process, key=str)]


def _texts(processes: Sequence[Sequence[tuple[_Searched, Row]]]) -> Iterator[list[_Text]]:
    """The texts of each process that has any, in the order of numbers.

    A process's edit changes the numbers of its own texts alone, unless one has more of them than any had before.
    """
    block = _NUMBERS
    while any(len(rows) >= block for rows in processes):
        block *= 10
    for first, rows in enumerate(processes):
        found: list[_Text] = []
        for number, (searched, row) in enumerate(rows, first * block + 1):
            if text := "\n".join([str(row[at]) for at in searched.texts if row[at]]):
                rest = " ".join([str(row[at]) for at in searched.key]) or None
                found.append((number, str(row[0]), searched.table, rest, text))
        if found:
            yield found


def _words(processes: Sequence[Sequence[tuple[_Searched, Row]]], word_forms: WordForms) -> Iterator[tuple[int, str]]:
    """The number of each text, and its words."""
    numbered, asked = tee(_texts(processes))
    words = word_forms(tuple(text for *_, text in texts) for texts in asked)
    for texts, their_words in zip(numbered, words, strict=True):
        yield from zip((number for number, *_ in texts), their_words, strict=True)


def _bound(table: Table, rows: Iterable[Row]) -> Iterable[Sequence[Cell]]:
    """The rows as SQLite takes them: lists as JSON. Truth is a number to it already."""
    lists = [at for at, column in enumerate(table.columns) if column.type == "list"]
    return (_with_json(row, lists) for row in rows) if lists else rows


def _with_json(row: Row, lists: Iterable[int]) -> list[Cell]:
    cells = list(row)
    for at in lists:
        cells[at] = json.dumps(cells[at], ensure_ascii=False)
    return cells


def _names(columns: Iterable[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(name: str) -> str:
    return f'"{name}"'
