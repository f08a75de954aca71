"""Columns for the fields that a site has added to the structure: without them its own facts stood in no table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Text
from generator.model.content import Chapter, Meeting, Promise, Response
from generator.model.places import places_of
from generator.model.record import ExtraField, Goal, NextStep, Outcome, Partner, Record
from generator.rendering.csv_files import Cell
from generator.rendering.datasets import TABLES
from generator.rendering.datasets.columns import Column, ColumnType, Table
from generator.structure import FieldSpec, FieldType, Structure

_NOT_DATA = frozenset({"participants", "privacy", "publish_lists", "withdrawn"})
"""Fields of the record that say what may be published, and are no data themselves."""
_WITH_COLUMNS = frozenset({"spectrum", "invited", "recruitment", "setting", "facilitation", "districts", "localities"})
"""Fields of the package's structure that only the structure knows, and that have columns of their own."""
_TYPES: Mapping[FieldType, ColumnType] = {
    FieldType.INTEGER: "integer",
    FieldType.BOOLEAN: "boolean",
    FieldType.DATE: "date",
    FieldType.URL: "url",
    FieldType.LIST: "list",
}


class AddedColumn(Struct, frozen=True):
    """A column, the field it is for, and where that stands: `budget`, `output.budget`."""

    column: Column
    spec: FieldSpec
    path: str


def tables_for(structure: Structure) -> tuple[Table, ...]:
    """The tables of the open data with a column for each field that a site has added to what they hold."""
    added = added_columns(structure)
    return tuple(
        replace(table, columns=(*table.columns, *(each.column for each in added.get(table.name, ()))))
        for table in TABLES
    )


def added_columns(structure: Structure) -> Mapping[str, tuple[AddedColumn, ...]]:
    """By the name of the table that holds them; a table without any is not among them."""
    record = {spec.id: spec for spec in structure.record}
    steps = {spec.id: spec for spec in _fields(record.get("closing"))}.get("next_steps")
    chapters = (*structure.chapter_fields, *(spec for element in structure.elements for spec in element.fields))
    own = [spec for spec in structure.record if spec.id not in _NOT_DATA | _WITH_COLUMNS]
    sought: dict[str, tuple[Iterable[FieldSpec], type[Struct]]] = {
        "processes": (own, Record),
        "promises": (structure.promise, Promise),
        "responses": (structure.response, Response),
        "meetings": (structure.meeting, Meeting),
        "chapters": ([spec for spec in chapters if spec.id not in _OF_APPENDICES], Chapter),
        "outcomes": (_fields(record.get("outcomes")), Outcome),
        "steps": (_fields(steps), NextStep),
        "partners": (_fields(record.get("partners")), Partner),
        "goals": (_fields(record.get("goals")), Goal),
    }
    tables = {table.name: table for table in TABLES}
    found = {name: tuple(_columns(tables[name], specs, model)) for name, (specs, model) in sought.items()}
    return {name: columns for name, columns in found.items() if columns}


_OF_APPENDICES = frozenset({"type"})
"""What the model holds under another name."""


def _fields(spec: FieldSpec | None) -> Sequence[FieldSpec]:
    if spec is None:
        return ()
    return spec.of.fields if spec.of else spec.fields


def _columns(table: Table, specs: Iterable[FieldSpec], model: type[Struct]) -> Iterator[AddedColumn]:
    taken = {column.name for column in table.columns}
    for path, spec in dict(_without_place(specs, model, "")).items():
        name = path.replace(".", "_")
        while name in taken:
            name = f"own_{name}"
        taken.add(name)
        yield AddedColumn(_column(name, spec), spec, path)


def _without_place(specs: Iterable[FieldSpec], model: type[Struct], before: str) -> Iterator[tuple[str, FieldSpec]]:
    """Fields that the model does not hold, also within maps; those within lists belong to the tables of these."""
    places = places_of(model)
    for spec in specs:
        if spec.id not in places:
            yield f"{before}{spec.id}", spec
        elif spec.type is FieldType.MAP and (inner := places[spec.id]) is not None:
            yield from _without_place(spec.fields, inner, f"{before}{spec.id}.")


def _column(name: str, spec: FieldSpec) -> Column:
    meaning = spec.title
    if spec.guidance:
        pairs = {each: (spec.title.in_language(each), spec.guidance.in_language(each)) for each in ("he", "ar", "en")}
        meaning = Text(**{each: f"{title} – {guidance}" for each, (title, guidance) in pairs.items()})
    vocabulary = spec.of.vocabulary if spec.of else spec.vocabulary
    return Column(name=name, type=_TYPES.get(spec.type, "text"), meaning=meaning, vocabulary=vocabulary)


def added_cells(columns: Iterable[AddedColumn], extra: Iterable[ExtraField], before: str = "") -> tuple[Cell, ...]:
    """The cells of one row. `before`: where the fields of the row stand, such as `outcomes[2].`; None for what is not given."""
    given = {each.id: each.values for each in extra}
    return tuple(_cell(each.spec, given.get(f"{before}{each.path}", ())) for each in columns)


def _cell(spec: FieldSpec, values: tuple[str, ...]) -> Cell:
    if spec.type is FieldType.LIST:
        return values
    if not values:
        return None
    if spec.type is FieldType.INTEGER:
        return int(values[0])
    return values[0] == "true" if spec.type is FieldType.BOOLEAN else "\n".join(values)
