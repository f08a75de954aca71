"""The jobs of the open data of the catalogue. A job's key is a hash of the rows or values its files are written from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct

from generator.exports.catalogue import catalogue_data, catalogue_schema, withdrawn_data
from generator.exports.citations import bibtex_of_data, cff_of_data, ris_of_data
from generator.exports.csvw import NAME as CSVW
from generator.exports.csvw import csvw_data
from generator.exports.database import WordForms, make_database
from generator.exports.dcat import dcat_data
from generator.exports.file_facts import Facts, facts_of, facts_of_file
from generator.exports.one_file import LANGUAGES, Member, member_of, one_file
from generator.exports.package import package_data, version_of
from generator.exports.parquet import parquet_bytes, pyarrow_version
from generator.exports.process import json_bytes
from generator.exports.process_schema import NAME as PROCESS_SCHEMA
from generator.exports.process_schema import process_schema
from generator.exports.tables import tables_of, writer_of
from generator.model import urls
from generator.model.digest import digest
from generator.model.kept import KEPT_NOWHERE, Kept
from generator.model.published import PublishedCatalogue
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext
from generator.rendering.csv_files import Row, csv_bytes
from generator.rendering.datasets import OUTCOMES, PROCESSES, Table
from generator.views.data_citation import DataCitation, citation_of_data, citation_of_table
from generator.views.span_of_data import span_of_data

_Tables = Sequence[tuple[Table, tuple[Row, ...]]]


def catalogue_jobs(
    catalogue: PublishedCatalogue, context: SiteContext, word_forms: WordForms = list, kept: Kept = KEPT_NOWHERE
) -> Iterator[Job]:
    """Everything in `/data/` but its page: the tables, the catalogue as JSON, all in one file, and what describes them.

    `word_forms`: the words under which each text is found by the full-text index of the database; by default its own.
    `kept`: of the last build, the tables and the JSON as they lie in the archive.
    """
    tables = tables_of(catalogue, context)
    rows = next(rows for table, rows in tables if table.name == PROCESSES.name)
    withdrawn = [withdrawn_data(notice, context) for notice in catalogue.withdrawn if not notice.is_waiting]
    packed: list[_DataFile] = []
    for table, its_rows in tables:
        # The `/` keeps these apart from the jobs of processes: no id of a process has one.
        key = digest(context.key, its_rows)
        packed.append(_DataFile(f"data/tables/{table.name}", table.file, key, partial(_csv, table, its_rows), kept))
    key = digest(context.key, rows, withdrawn)
    name = "catalogue.json"
    packed.append(
        _DataFile(f"data/json/{name}", name, key, lambda: json_bytes(catalogue_data(rows, withdrawn, context)), kept)
    )
    yield from (each.job for each in packed)
    yield _json_job("catalogue.schema.json", context.key, lambda: catalogue_schema(context))
    yield _json_job(PROCESS_SCHEMA, context.key, lambda: process_schema(context))
    yield _json_job(CSVW, context.key, lambda: csvw_data(context))
    span = span_of_data(catalogue.counted)
    citations = {each: citation_of_data(span, context, each) for each in (*LANGUAGES, context.language)}
    writers = sorted({writer for process in catalogue.counted if (writer := writer_of(process, context))})
    key = digest(context.key, [each.key for each in packed], span, pyarrow_version(context))

    def whole() -> Iterator[SiteFile]:
        files = {each.name: each.member() for each in packed}
        version = version_of(_facts(files))
        package = json_bytes(package_data(_facts(files), writers, context))
        yield SiteFile(uri=urls.data_file("datapackage.json"), content=package)
        files["datapackage.json"] = member_of(package)
        files[CSVW] = member_of(json_bytes(csvw_data(context)))
        made = _facts(files)
        files["CITATION.cff"] = member_of(cff_of_data(citations[context.language], version, context).encode())
        cited = {each: data.text(context.wording_for(each), version) for each, data in citations.items()}
        whole_citation = citations[context.language]
        yield from _citations(whole_citation, version, context)
        table = citation_of_table(OUTCOMES, whole_citation, context, context.language)
        for ending, make in (("bib", bibtex_of_data), ("ris", ris_of_data)):
            cited_table = make(table, version, context).encode()
            yield SiteFile(uri=urls.table_citation(OUTCOMES.name, ending), content=cited_table)
        for name, content in _large_files(files, cited, tables, word_forms, context):
            made[name] = facts_of(content) if isinstance(content, bytes) else facts_of_file(content)
            yield SiteFile(uri=urls.data_file(name), content=content)
        if context.site_url:
            data = json_bytes(dcat_data(made, span, writers, context))
            yield SiteFile(uri=urls.data_file("dcat.jsonld"), content=data)

    yield Job("data/whole", key, whole)


class _DataFile(Struct, frozen=True):
    """A file of the data that lies in the archive too, where it is compressed once for both."""

    job_id: str
    name: str
    key: str
    """Hash of what it is made from."""
    make: Callable[[], bytes]
    kept: Kept

    @property
    def job(self) -> Job:
        """The job that writes it beside the archive."""
        return Job(self.job_id, self.key, self._build)

    def _build(self) -> Iterator[SiteFile]:
        content = self.make()
        self._packed(lambda: content)  # now that it is there
        yield SiteFile(uri=urls.data_file(self.name), content=content)

    def member(self) -> Member:
        """The file as it lies in the archive."""
        return msgspec.msgpack.decode(self._packed(self.make), type=Member)

    def _packed(self, make: Callable[[], bytes]) -> bytes:
        return self.kept.part(f"packed/{self.name}", self.key, lambda: msgspec.msgpack.encode(member_of(make())))


def _citations(data: DataCitation, version: str, context: SiteContext) -> Iterator[SiteFile]:
    """How the data is cited, for programs; each a file."""
    for ending, make in (("bib", bibtex_of_data), ("ris", ris_of_data), ("cff", cff_of_data)):
        yield SiteFile(uri=urls.data_citation(ending), content=make(data, version, context).encode())


def _large_files(
    files: dict[str, Member], citations: Mapping[str, str], tables: _Tables, word_forms: WordForms, context: SiteContext
) -> Iterator[tuple[str, bytes | Path]]:
    """Name and content of each form that holds many tables, made when it is asked for; a file is there until the next.

    `files`, what goes into the archive, is emptied: nothing of it is held while the database is made.
    `citations`: how the data is cited, by language.
    """
    yield "catalogue.zip", one_file(files, citations, context)
    files.clear()
    with TemporaryDirectory(prefix="sikum-") as folder:
        path = Path(folder, "catalogue.sqlite")
        make_database(path, tables, word_forms)
        yield path.name, path
    for table, its_rows in tables if context.has_parquet else ():
        yield f"{table.name}.parquet", parquet_bytes(table, its_rows, context.language)


def _facts(files: Mapping[str, Member]) -> dict[str, Facts]:
    return {name: member.facts for name, member in files.items()}


def _csv(table: Table, rows: tuple[Row, ...]) -> bytes:
    return csv_bytes((column.name for column in table.columns), rows)


def _json_job(name: str, key: str, data: Callable[[], object]) -> Job:
    return Job(f"data/json/{name}", key, lambda: [SiteFile(uri=urls.data_file(name), content=json_bytes(data()))])
