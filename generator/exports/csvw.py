"""`csv-metadata.json`: the tables in the words of CSV on the Web (W3C, 2015), whose readers look for it under this name."""

from __future__ import annotations

from generator.exports.patterns import PARTIAL_DATE
from generator.model import urls
from generator.rendering.context import SiteContext
from generator.rendering.datasets import Column, Table
from generator.rendering.datasets.added import tables_for

NAME = "csv-metadata.json"
Data = dict[str, object]

_BELOW_ZERO = frozenset({"closing_lag_days"})
"""Whole numbers that may be below zero: such a cell has an apostrophe in front, and so is no number to a reader."""


def csvw_data(context: SiteContext) -> Data:
    """The tables, their columns and the keys between them, in the site's language; `licence` where there is one."""
    licence = context.licence
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": context.language}],
        "@id": context.absolute(urls.data_file(NAME)),
        "dc:title": context.site_name,
        **({"dc:license": {"@id": licence.url}} if licence and licence.url else {}),
        "dialect": {
            "encoding": "utf-8",
            "lineTerminators": ["\r\n"],
            "header": True,
            "delimiter": ",",
            "quoteChar": '"',
        },
        "tables": [_table(table, context) for table in tables_for(context.structure)],
    }


def _table(table: Table, context: SiteContext) -> Data:
    schema: Data = {"columns": [_column(column, table, context) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {
                "columnReference": list(each.columns),
                "reference": {"resource": f"{each.table}.csv", "columnReference": list(each.key)},
            }
            for each in table.references
        ]
    return {"url": table.file, "dc:title": context.wording.text(table.title), "tableSchema": schema}


def _column(column: Column, table: Table, context: SiteContext) -> Data:
    described: Data = {
        "name": column.name,
        "titles": column.name,
        "dc:description": context.wording.text(column.meaning),
        "datatype": _datatype(column),
    }
    if column.type == "list":
        described["separator"] = "|"
    if column.name in table.key:
        described["required"] = True
    return described


def _datatype(column: Column) -> str | Data:
    if column.type == "date":
        return {"base": "string", "format": PARTIAL_DATE.strip("^$")}
    if column.name in _BELOW_ZERO:
        return {"base": "string", "format": "('-)?[0-9]+"}
    if column.type == "boolean":
        return {"base": "boolean", "format": "true|false"}
    return {"integer": "integer", "url": "anyURI"}.get(column.type, "string")
