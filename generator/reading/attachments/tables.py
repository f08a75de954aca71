"""Rows of tables and of data, as lines: the halves of a name together, wherever their columns stand."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from typing import Any

from generator.expressions import expression
from generator.reading.participant_columns import FAMILY_NAMES, FIRST_NAMES
from generator.structure import normal

Rows = Sequence[Sequence[str]]
_MOST_ROWS, _HEADS_WITHIN, _DEEPEST = 100_000, 15, 8
_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])")


def lines_of(rows: Rows) -> Iterator[str]:
    """A line for each row; where a row of heads tells a given name from a family name, these two come first."""
    halves: tuple[int, int] | None = None
    for number, row in enumerate(rows):
        if number < _HEADS_WITHIN and (found := _halves(row)):
            halves = found
        cells = [cell for cell in row if cell]
        if halves and max(halves) < len(row) and row[halves[0]] and row[halves[1]]:
            cells.insert(0, f"{row[halves[0]]} {row[halves[1]]}")
        if cells:
            yield " | ".join(cells)


def _halves(row: Sequence[str]) -> tuple[int, int] | None:
    heads = [normal(_CAMEL.sub(" ", cell)) if len(cell) <= 40 else "" for cell in row]
    first = next((number for number, head in enumerate(heads) if head in FIRST_NAMES), None)
    family = next((number for number, head in enumerate(heads) if head in FAMILY_NAMES), None)
    return None if first is None or family is None else (first, family)


def delimited_rows(text: str) -> Rows:
    """The rows of a table in text, whatever separates its cells."""
    lines = [line for line in text.splitlines()[:_MOST_ROWS] if line.strip()]
    head = "\n".join(lines[:5])
    separator = max(",;\t|", key=head.count)
    try:
        return list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return [line.split(separator) for line in lines]


def data_tables(text: str) -> Iterator[Rows]:
    """Every list of objects in JSON (or of lines of it), as a table with their keys as heads; and lists of plain rows."""
    value = _parsed(text)
    if value is None:
        objects = [_parsed(line) for line in text.splitlines()[:_MOST_ROWS] if line.strip()]
        value = [each for each in objects if each is not None]
    yield from _tables_of(value)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _tables_of(value: Any, depth: int = 0) -> Iterator[Rows]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield [[str(key) for key in value], [_shown(item) for item in value.values()]]
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _tables_of(inner, depth + 1)
    elif isinstance(value, list):
        items = value[:_MOST_ROWS]
        objects = [item.get("properties", item) for item in items if isinstance(item, dict)]
        objects = [item for item in objects if isinstance(item, dict)]
        if objects:
            heads = list(dict.fromkeys(str(key) for item in objects for key in item))
            yield [heads, *([_shown(item.get(head, "")) for head in heads] for item in objects)]
        yield [[_shown(cell) for cell in item] for item in items if isinstance(item, list)]
        yield [[_shown(item)] for item in items if not isinstance(item, dict | list)]
        for item in items:
            for inner in item.values() if isinstance(item, dict) else item if isinstance(item, list) else ():
                if isinstance(inner, dict | list):
                    yield from _tables_of(inner, depth + 1)


def _shown(value: Any) -> str:
    return "" if isinstance(value, dict | list) or value is None else str(value)
