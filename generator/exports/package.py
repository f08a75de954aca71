"""`datapackage.json`: what the CSV files are, by the Data Package standard (version 2), so that tools read them typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.exports.file_facts import Facts, digest_of_files
from generator.exports.patterns import PARTIAL_DATE
from generator.model.licences import Licence
from generator.rendering.context import SiteContext
from generator.rendering.datasets import PROCESSES, Column, Table
from generator.rendering.datasets.added import tables_for

Data = dict[str, object]

FORM = 2
"""Raised when a column goes or changes its meaning; the first number of the package's version."""

_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES = {
    "text": "string",
    "url": "string",
    "list": "string",
    "date": "string",
    "integer": "integer",
    "boolean": "boolean",
}


def package_data(files: Mapping[str, Facts], writers: Sequence[str], context: SiteContext) -> Data:
    """The descriptor: one resource a table, and the catalogue as JSON. `files`: size and hash of each, by name.

    `writers`: who wrote texts of processes, where the convening bodies did not.
    """
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "sikum",
        "title": context.site_name,
        **({"homepage": context.site_url} if context.site_url else {}),
        "version": version_of(files),
        "contributors": [
            {"title": context.site_name, "roles": ["publisher"]} | _path(context.site_url),
            *({"title": writer, "roles": ["author"]} for writer in writers),
        ],
        **({"licenses": [_license(context.licence, context)]} if context.licence else {}),
        "resources": [
            *(_resource(table, files[table.file], context) for table in tables_for(context.structure)),
            {
                "name": "catalogue",
                "path": "catalogue.json",
                "title": context.wording.text(PROCESSES.title),
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
                **files["catalogue.json"].described,
            },
        ],
    }


def version_of(files: Mapping[str, Facts]) -> str:
    """The version of exactly these files, as a Data Package writes it: `2.0.0+0123456789ab`."""
    return f"{FORM}.0.0+{digest_of_files(files)}"


def _license(licence: Licence, context: SiteContext) -> Data:
    """The standard asks for a name or a path; a name is an id."""
    name = {"name": licence.id} if licence.id else {}
    return {**name, **_path(licence.url), "title": context.wording.text(licence.name)}


def _path(address: str | None) -> Data:
    return {"path": address} if address else {}


def _resource(table: Table, facts: Facts, context: SiteContext) -> Data:
    schema: Data = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column, context) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": list(each.columns), "reference": {"resource": each.table, "fields": list(each.key)}}
            for each in table.references
        ]
    return {
        "name": table.name,
        "path": table.file,
        "type": "table",
        "title": context.wording.text(table.title),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **facts.described,
        "dialect": {
            "$schema": f"{_PROFILES}/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
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
        # A withdrawn process is in no table; an outcome may be.
        known = [term.id for term in terms if (column.vocabulary, term.id) != ("status", "withdrawn")]
        field["constraints"] = {"enum": known}
    return field
