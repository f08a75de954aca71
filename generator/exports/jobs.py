"""The jobs of the open data. A job's key is a hash of the rows or values its files are written from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from generator.exports.catalogue import catalogue_data, catalogue_schema, withdrawn_data
from generator.exports.citations import bibtex, cff, ris
from generator.exports.dcat import dcat_data
from generator.exports.package import package_data
from generator.exports.process_schema import NAME as PROCESS_SCHEMA
from generator.exports.process_schema import process_schema
from generator.exports.record import process_data
from generator.exports.tables import tables_of
from generator.model import urls
from generator.model.digest import digest
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext
from generator.rendering.csv_files import Row, csv_bytes
from generator.rendering.datasets import PROCESSES, Table


def process_job(process: PublishedProcess, context: SiteContext, key: str) -> Job:
    """`process.json` and the citations of one process. `key` covers the process and the context."""

    def build() -> Iterator[SiteFile]:
        yield SiteFile(uri=process.urls.data, content=json_bytes(process_data(process, context)))
        yield SiteFile(uri=f"{process.url}citation.bib", content=bibtex(process, context))
        yield SiteFile(uri=f"{process.url}citation.ris", content=ris(process, context))
        yield SiteFile(uri=f"{process.url}citation.cff", content=cff(process, context))

    return Job(f"data/{process.id}", key, build)


def catalogue_jobs(catalogue: PublishedCatalogue, context: SiteContext) -> Iterator[Job]:
    """Everything in `/data/` but its page: the tables, the catalogue as JSON, and what describes them."""
    tables = tables_of(catalogue, context)
    for table, rows in tables:
        yield _table_job(table, rows, context)
    rows = next(rows for table, rows in tables if table is PROCESSES)
    withdrawn = [withdrawn_data(notice, context) for notice in catalogue.withdrawn if not notice.is_waiting]
    key = digest(context.key, rows, withdrawn)
    yield _json_job("catalogue.json", key, lambda: catalogue_data(rows, withdrawn, context))
    yield _json_job("catalogue.schema.json", context.key, lambda: catalogue_schema(context))
    yield _json_job(PROCESS_SCHEMA, context.key, lambda: process_schema(context))
    yield _json_job("datapackage.json", context.key, lambda: package_data(context))
    if context.site_url:
        yield _json_job("dcat.jsonld", context.key, lambda: dcat_data(context))


def json_bytes(value: object) -> bytes:
    """JSON in UTF-8, indented so that two versions can be compared line by line."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _table_job(table: Table, rows: tuple[Row, ...], context: SiteContext) -> Job:
    # The `/` keeps these apart from the jobs of processes: no id of a process has one.
    return Job(
        f"data/tables/{table.name}",
        digest(context.key, rows),
        lambda: [
            SiteFile(uri=urls.data_file(table.file), content=csv_bytes((column.name for column in table.columns), rows))
        ],
    )


def _json_job(name: str, key: str, data: Callable[[], object]) -> Job:
    return Job(f"data/json/{name}", key, lambda: [SiteFile(uri=urls.data_file(name), content=json_bytes(data()))])
