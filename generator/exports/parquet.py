"""Parquet: the tables of the open data for those who load them into a frame. With the extra `[parquet]` (pyarrow) alone."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from generator.rendering.context import SiteContext
from generator.rendering.csv_files import Row
from generator.rendering.datasets import Column, Table
from generator.wording.deferred import N_

MISSING = N_("pyarrow is not installed: pip install 'sikum[parquet]'")


def has_pyarrow() -> bool:
    """Whether Parquet files can be written here."""
    return find_spec("pyarrow") is not None


def pyarrow_version(context: SiteContext) -> str | None:
    """The version that the files are made by; None for a site that has none of them."""
    return version("pyarrow") if context.has_parquet else None


def parquet_bytes(table: Table, rows: Iterable[Row], language: str) -> bytes:
    """One table as a Parquet file: the same bytes for the same rows and version of pyarrow.

    Whole numbers are int64, truth is bool, lists are lists of strings, and everything else is text: a date may be a year
    alone. What is absent is null, an empty list a list without items; no apostrophe stands before a formula's sign.
    The meaning of each column, in `language`, is its field's metadata. Raises ModuleNotFoundError without pyarrow.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([_field(column, table, language, pa) for column in table.columns])
    columns = list(zip(*rows, strict=True)) or [() for _ in table.columns]
    arrays = [pa.array(map(_value, values), type=field.type) for values, field in zip(columns, schema, strict=True)]
    made = BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), made, compression="zstd", version="2.6")
    return made.getvalue()


def _field(column: Column, table: Table, language: str, pa: Any) -> Any:
    types = {"integer": pa.int64(), "boolean": pa.bool_(), "list": pa.list_(pa.string())}
    meaning = {"description": column.meaning.in_language(language)}
    return pa.field(column.name, types.get(column.type, pa.string()), column.name not in table.key, meaning)


def _value(cell: object) -> object:
    return list(cell) if isinstance(cell, tuple) else cell
