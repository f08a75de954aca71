"""`catalogue.sqlite`: all tables typed and tied together, a full-text index, and views that answer ready questions.

The same rows give the same bytes under one version of SQLite.
Lists are JSON arrays, so that `json_each` takes them apart; truth is 0 or 1; everything else is as in the CSV files.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from generator.exports.questions import QUESTIONS
from generator.rendering.csv_files import Cell, Row
from generator.rendering.datasets import UPDATES, Table

_Rows = Mapping[str, tuple[Table, tuple[Row, ...]]]
WordForms = Callable[[str], str]
"""The words under which a text is to be found, with a blank between."""

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
_UPDATED = ("promise", "outcome", "step")


def make_database(path: Path, tables: Iterable[tuple[Table, Iterable[Row]]], word_forms: WordForms) -> None:
    """Make the database at `path`, where nothing is yet: of many processes it is larger than all of a build's memory.

    Raises OSError, or sqlite3.Error when the disk is full.
    """
    rows = {table.name: (table, tuple(its_rows)) for table, its_rows in tables}
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute(f"PRAGMA cache_size = {-_CACHE}")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        for table, its_rows in rows.values():
            connection.execute(_schema(table))
            marks = ", ".join("?" * len(table.columns))
            names = ", ".join(_quoted(column.name) for column in table.columns)
            written = ([_value(cell) for cell in row] for row in its_rows)
            # Names of tables and columns are the code's own; values are bound.
            connection.executemany(f"INSERT INTO {_quoted(table.name)} ({names}) VALUES ({marks})", written)  # noqa: S608
        _describe(connection, [table for table, _ in rows.values()])
        _index(connection, rows, word_forms)
        for question in QUESTIONS:
            connection.execute(f"CREATE VIEW {_quoted(question.view)} AS {question.sql}")
        connection.execute("COMMIT")


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
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?, ?, ?, ?)", ((number, *text) for number, text in enumerate(_texts(rows), 1))
    )
    connection.executemany(
        "INSERT INTO search (rowid, words) VALUES (?, ?)",
        ((number, word_forms(text)) for number, (*_, text) in enumerate(_texts(rows), 1)),
    )
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _texts(rows: _Rows) -> Iterator[tuple[str, str, str | None, str]]:
    """Process, table, the rest of the row's key, and the text, of every row that has any."""
    for table, its_rows in rows.values():
        names = [column.name for column in table.columns]
        searched = [names.index(name) for name in _SEARCHED.get(table.name, ())]
        key = [names.index(name) for name in table.key if name != "process" and table.name != "processes"]
        for row in its_rows if searched else ():
            text = "\n".join(str(row[at]) for at in searched if row[at])
            if text:
                yield str(row[0]), table.name, " ".join(str(row[at]) for at in key) or None, text


def _value(cell: Cell) -> str | int | None:
    if isinstance(cell, tuple):
        return json.dumps(cell, ensure_ascii=False)
    return int(cell) if isinstance(cell, bool) else cell


def _names(columns: Iterable[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(name: str) -> str:
    return f'"{name}"'
