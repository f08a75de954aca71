"""`datapackage.json`: what the CSV files are, by the Data Package standard, so that tools read them typed and checked."""

from __future__ import annotations

from generator.exports.patterns import PARTIAL_DATE
from generator.rendering.context import SiteContext
from generator.rendering.datasets import PROCESSES, TABLES, Column, Table

Data = dict[str, object]

_TYPES = {
    "text": "string",
    "url": "string",
    "list": "string",
    "date": "string",
    "integer": "integer",
    "boolean": "boolean",
}


def package_data(context: SiteContext) -> Data:
    """The descriptor: one resource a table, and the catalogue as JSON."""
    return {
        "profile": "data-package",
        "name": "sikum",
        "title": context.site_name,
        **({"homepage": context.site_url} if context.site_url else {}),
        "resources": [
            *(_resource(table, context) for table in TABLES),
            {
                "name": "catalogue",
                "path": "catalogue.json",
                "profile": "data-resource",
                "title": context.wording.text(PROCESSES.title),
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
            },
        ],
    }


def _resource(table: Table, context: SiteContext) -> Data:
    schema: Data = {"fields": [_field(column, context) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table is not PROCESSES:
        reference = {"resource": PROCESSES.name, "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["process"], "reference": reference}]
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "title": context.wording.text(table.title),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _field(column: Column, context: SiteContext) -> Data:
    field: Data = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": context.wording.text(column.meaning),
    }
    if column.type == "integer":
        # A lag below zero begins with `-`, and so has the apostrophe that every such cell has.
        field["bareNumber"] = False
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.type == "date":
        field["constraints"] = {"pattern": PARTIAL_DATE.strip("^$")}
    if column.vocabulary and column.type != "list":
        terms = context.structure.vocabularies[column.vocabulary].terms
        field["constraints"] = {"enum": [term.id for term in terms if term.id != "withdrawn"]}
    return field
