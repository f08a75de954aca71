"""Values that break tables: each form of the data gives them back as they were written, or says how they were changed."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from frictionless import Package
from msgspec.structs import replace

from generator.disk.builder import SiteBuilder
from generator.exports.jobs import catalogue_jobs
from generator.exports.record import process_data
from generator.model.published import PublishedCatalogue
from generator.model.record import Goal
from generator.pipeline.options import SiteOptions
from generator.rendering.context import SiteContext
from tests.exports.conftest import bytes_of
from tests.trust.sites import TODAY, catalogue_files, write_project

HARD = (
    '=HYPERLINK("http://x.example.org","y")',
    "＝1+1",
    "+972-2-5551234",
    "-5",
    "@office",
    "\tטאב",
    "שורה\nשנייה",
    "שורה\r\nשנייה",
    "מרכאות \" ו'גרש",
    "פסיק, ונקודה;פסיק",
    "קו|אנכי",
    "'כבר עם גרש",
    "  רווחים  ",
    "\u200fסימן כיוון\u200e",
    "😀 א\u05b8ב",
    "NULL",
    "true",
    "2016-06",
    "00123",
    "\\N",
    "<b>&amp;</b>",
)


@pytest.fixture
def hard(catalogue: PublishedCatalogue) -> PublishedCatalogue:
    """The catalogue with each of them as a goal, and as an organisation at a meeting."""
    first = catalogue.processes[0]
    record = replace(first.record, goals=tuple(Goal(text=text, note=text) for text in HARD))
    meeting = replace(first.meetings[0], organisations=HARD)
    changed = replace(first, record=record, meetings=(meeting,))
    return replace(catalogue, processes=(changed, *catalogue.processes[1:]))


def files_of(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, bytes]:
    """The files of `/data/` by name."""
    made = (file for job in catalogue_jobs(catalogue, context) for file in job.build())
    return {file.uri.removeprefix("data/"): bytes_of(file) for file in made}


def rows(content: bytes) -> Iterator[dict[str, str]]:
    """The rows of a CSV file."""
    return csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))


def test_every_form_gives_back_what_was_written(hard: PublishedCatalogue, context: SiteContext, tmp_path: Path) -> None:
    """A telephone number without its plus, or half a line, would be quoted as the ministry's own words."""
    made = files_of(hard, replace(context, has_parquet=True))
    with closing(sqlite3.connect(tmp_path / "c.sqlite")) as database:
        database.deserialize(made["catalogue.sqlite"])
        told = database.execute("SELECT text, note FROM goals ORDER BY position").fetchall()
        (organisations,) = database.execute("SELECT organisations FROM meetings").fetchone()
    assert told == [(text, text) for text in HARD]
    assert tuple(json.loads(organisations)) == HARD
    assert pq.read_table(io.BytesIO(made["goals.parquet"])).column("text").to_pylist() == list(HARD)
    assert pq.read_table(io.BytesIO(made["meetings.parquet"])).column("organisations").to_pylist() == [list(HARD)]
    data = process_data(hard.processes[0], context)
    assert [goal["text"] for goal in json.loads(json.dumps(data))["goals"]] == list(HARD)


def test_a_csv_cell_differs_by_its_apostrophe_alone(hard: PublishedCatalogue, context: SiteContext) -> None:
    """What a reader has to undo is one thing, and described; no cell begins as a formula does."""
    made = files_of(hard, context)
    cells = [row["text"] for row in rows(made["goals.csv"])]
    for written, cell in zip(HARD, cells, strict=True):
        assert cell in (written, f"'{written}")
        assert not cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r", "\n"))
    (meeting,) = rows(made["meetings.csv"])
    assert meeting["organisations"].removeprefix("'").split("|") == [text.replace("|", "¦") for text in HARD]


def test_the_package_is_valid_with_them(hard: PublishedCatalogue, context: SiteContext, tmp_path: Path) -> None:
    """A line break in a cell is where readers of tables part ways."""
    for name, content in files_of(hard, context).items():
        (tmp_path / name).write_bytes(content)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])


@pytest.mark.parametrize("sign", ["\0", "\\0", "\\x02", "\\e", "\\u202e", "\\uFFFE"])
def test_a_sign_that_no_text_has_stops_the_build(tmp_path: Path, sign: str) -> None:
    """A NUL ends a text for half of all programs; written as an escape of YAML it is no better than as it is."""
    files = dict(catalogue_files())
    files["first/promises.yml"] = f'- {{id: p1, text: "לפני{sign}אחרי", status: kept, evidence: טקסט}}\n'
    project = write_project(tmp_path, files)
    builder = SiteBuilder(project, project / "processes", is_cached=False)
    checked = builder.check(SiteOptions(content_dir=project / "processes", prefix="processes/", today=TODAY))
    builder.close()
    assert checked.must_stop
    assert "S007" in {each.rule for each in checked.findings if each.span.path.endswith("first/promises.yml")}


@pytest.mark.parametrize(
    ("name", "before", "after", "kind"),
    [
        ("processes.csv", b",51,30,", b",51,many,", "type-error"),
        ("processes.csv", b",closed,he,", b",fame,he,", "constraint-error"),
        ("goals.csv", b"\r\ntables,1,", b"\r\nnobody,1,", "foreign-key"),
        ("goals.csv", b"\r\ntables,2,", b"\r\ntables,1,", "primary-key"),
        ("promises.csv", b"\r\ntables,", b"\r\nTables,", "hash-count"),
    ],
)
def test_the_judge_of_packages_sees_what_is_wrong(
    hard: PublishedCatalogue, context: SiteContext, tmp_path: Path, name: str, before: bytes, after: bytes, kind: str
) -> None:
    """The test above has teeth: types, vocabularies, keys, and the hash of each file."""
    for file, content in files_of(hard, context).items():
        if file == name:
            assert before in content
            content = content.replace(before, after, 1)
        (tmp_path / file).write_bytes(content)
    described = json.loads((tmp_path / "datapackage.json").read_bytes())
    if kind != "hash-count":
        for resource in described["resources"]:
            resource.pop("hash")
            resource.pop("bytes")
        (tmp_path / "datapackage.json").write_text(json.dumps(described))
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert kind in {error for (error,) in report.flatten(["type"])}
