"""The jobs of the open data: what each writes, and when it is run again."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec.structs import replace

from generator.exports import process_job
from generator.exports.jobs import catalogue_jobs
from generator.model.dates import PartialDate
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.rendering.context import SiteContext
from generator.rendering.datasets import TABLES
from tests.exports.conftest import bytes_of

WHOLE = (
    "datapackage.json",
    "citation.bib",
    "citation.ris",
    "citation.cff",
    "outcomes.bib",
    "outcomes.ris",
    "catalogue.zip",
    "catalogue.sqlite",
    "dcat.jsonld",
)
FILES = [
    *(f"data/tables: tables/{name}" for name in ("process.json", "citation.bib", "citation.ris", "citation.cff")),
    *(f"data/tables/{table.name}: data/{table.name}.csv" for table in TABLES),
    *(
        f"data/json/{name}.json: data/{name}.json"
        for name in ("catalogue", "catalogue.schema", "process.schema", "csv-metadata")
    ),
    *(f"data/whole: data/{name}" for name in WHOLE),
]
"""Each file after the job that writes it."""


def jobs_of(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, str]:
    """The keys of all jobs, by their ids."""
    return {job.id: job.key for job in catalogue_jobs(catalogue, context)}


def made_anew(one: dict[str, str], other: dict[str, str]) -> set[str]:
    """The jobs that run again when the one has become the other."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_each_file_of_the_data_is_written_once_by_a_job_of_its_name(
    catalogue: PublishedCatalogue, context: SiteContext, tables: PublishedProcess
) -> None:
    """A file that two jobs write has the content of whichever came last."""

    def files() -> Iterator[str]:
        for job in (process_job(tables, context, "key"), *catalogue_jobs(catalogue, context)):
            assert job.key
            for file in job.build():
                yield f"{job.id}: {file.uri}"
                if file.uri.endswith((".json", ".jsonld")):
                    assert json.loads(bytes_of(file))

    assert list(files()) == FILES


def test_what_changes_makes_anew_the_files_that_tell_of_it(
    catalogue: PublishedCatalogue, context: SiteContext, tables: PublishedProcess
) -> None:
    """A file that was not made anew tells of last year; one that always is, is fetched again by everybody."""
    before = jobs_of(catalogue, context)
    assert made_anew(before, jobs_of(catalogue, context)) == set()
    assert made_anew(before, jobs_of(catalogue, replace(context, site_name="אחר"))) == set(before)
    assert made_anew(before, jobs_of(catalogue, replace(context, has_parquet=True))) >= {"data/whole"}
    left = replace(catalogue, withdrawn=())
    assert made_anew(before, jobs_of(left, context)) == {"data/json/catalogue.json", "data/whole"}
    waiting = replace(catalogue, withdrawn=tuple(replace(each, is_waiting=True) for each in catalogue.withdrawn))
    assert made_anew(jobs_of(left, context), jobs_of(waiting, context)) == set()
    change = replace(
        tables.record, changes=(*tables.record.changes, replace(tables.record.changes[0], date=PartialDate(2026)))
    )
    later = replace(catalogue, processes=(replace(tables, record=change), *catalogue.processes[1:]))
    assert made_anew(before, jobs_of(later, context)) == {"data/whole"}
    assert process_job(tables, context, "key").key == "key"
