"""`/data/`: what the open data holds, file by file and column by column. The files themselves are made elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.model import urls
from generator.model.digest import digest
from generator.model.published import PublishedCatalogue
from generator.model.site import Job
from generator.pages.lists.closing_csv import URL as CLOSING_TABLE
from generator.pages.parts.site_page import Head, page_job
from generator.rendering.context import SiteContext
from generator.rendering.datasets import CLOSING_PAGE, OUTCOMES, TABLES, TYPES, Table
from generator.rendering.datasets.added import tables_for
from generator.views.data_citation import citation_of_data
from generator.views.span_of_data import span_of_data

_CITATIONS = (("BibTeX", "bib"), ("RIS", "ris"), ("CFF", "cff"))


class DataFile(Struct, frozen=True, kw_only=True):
    """A file to download. `url` is relative to the root; None for one that each process has of its own."""

    name: str
    url: str | None
    meaning: str
    format: str


class ColumnLine(Struct, frozen=True, kw_only=True):
    name: str
    type: str
    meaning: str


class TableView(Struct, frozen=True, kw_only=True):
    name: str
    title: str
    columns: tuple[ColumnLine, ...]


def data_jobs(catalogue: PublishedCatalogue, context: SiteContext, key: str) -> Iterator[Job]:
    """The page about the open data."""
    wording = context.wording
    head = Head(
        kind="data",
        url=urls.DATA,
        title=wording.gettext("Open data"),
        template="fixed/open-data.html",
        description=wording.gettext("Everything on this site as files, and what each column means."),
        section="data",
    )
    citation = citation_of_data(span_of_data(catalogue.counted), context, context.language)
    tables = [_table(table, context) for table in (*tables_for(context.structure), CLOSING_PAGE)]
    values = {
        "files": tuple(_files(context)),
        "tables": tables,
        "citation": citation,
        "example": next(table for table in tables if table.name == OUTCOMES.file),
        "example_address": context.absolute(urls.data_file(OUTCOMES.file)) if context.site_url else "",
        "example_forms": [(name, urls.table_citation(OUTCOMES.name, ending)) for name, ending in _CITATIONS[:2]],
        "forms": [(name, urls.data_citation(ending)) for name, ending in _CITATIONS],
    }
    yield page_job(head, values, context, digest(key, citation))


def _files(context: SiteContext) -> Iterator[DataFile]:
    _ = context.wording.gettext
    yield DataFile(
        name="catalogue.json", url=urls.data_file("catalogue.json"), meaning=_("All processes"), format="JSON"
    )
    for table in TABLES:
        title = context.wording.text(table.title)
        yield DataFile(name=table.file, url=urls.data_file(table.file), meaning=title, format="CSV")
    yield DataFile(
        name=CLOSING_PAGE.file, url=CLOSING_TABLE, meaning=context.wording.text(CLOSING_PAGE.title), format="CSV"
    )
    yield DataFile(
        name="catalogue.zip",
        url=urls.data_file("catalogue.zip"),
        meaning=_("All tables in one file, with what describes them"),
        format="ZIP",
    )
    yield DataFile(
        name="catalogue.sqlite",
        url=urls.data_file("catalogue.sqlite"),
        meaning=_("All tables in one database, with full-text search and ready questions"),
        format="SQLite",
    )
    for table in TABLES if context.has_parquet else ():
        name = f"{table.name}.parquet"
        title = context.wording.text(table.title)
        yield DataFile(name=name, url=urls.data_file(name), meaning=title, format="Parquet")
    yield DataFile(
        name="datapackage.json",
        url=urls.data_file("datapackage.json"),
        meaning=_("What each table and column holds, for programs"),
        format="Data Package",
    )
    yield DataFile(
        name="csv-metadata.json",
        url=urls.data_file("csv-metadata.json"),
        meaning=_("The same for programs that know CSV on the Web"),
        format="CSVW",
    )
    if context.site_url:
        yield DataFile(
            name="dcat.jsonld", url=urls.data_file("dcat.jsonld"), meaning=_("The same for data portals"), format="DCAT"
        )
    if context.has_feeds:
        yield DataFile(name="all.xml", url=urls.ALL_FEED, meaning=_("What is new, as a feed"), format="Atom")
    yield DataFile(
        name="process.json", url=None, meaning=_("One process whole, beside each process's page"), format="JSON"
    )


def _table(table: Table, context: SiteContext) -> TableView:
    wording = context.wording
    return TableView(
        name=table.file,
        title=wording.text(table.title),
        columns=tuple(
            ColumnLine(name=each.name, type=wording.text(TYPES[each.type]), meaning=wording.text(each.meaning))
            for each in table.columns
        ),
    )
