"""The same tables in other forms: each is opened by the program that its readers have, and holds what the CSV holds."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from csvw import TableGroup
from msgspec.structs import replace

from generator.configuration.options import BadOption
from generator.configuration.settings import site_options
from generator.exports import database
from generator.exports.jobs import catalogue_jobs
from generator.exports.questions import QUESTIONS
from generator.model.licences import licence_of
from generator.model.published import PublishedCatalogue
from generator.rendering.context import SiteContext
from generator.rendering.datasets import TABLES
from generator.rendering.datasets.added import tables_for
from tests.exports.conftest import bytes_of


def files_of(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, bytes]:
    """The files of `/data/` by name."""
    made = (file for job in catalogue_jobs(catalogue, context) for file in job.build())
    return {file.uri.removeprefix("data/"): bytes_of(file) for file in made}


def rows_of(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def as_csv(value: object) -> str:
    """A value of another form as the CSV writes it, its apostrophe left out."""
    if isinstance(value, list):
        return "|".join(value)
    return (
        {None: "", True: "true", False: "false"}[value]
        if value is None or value is True or value is False
        else str(value)
    )


def test_a_full_disk_is_told_of_the_database_as_of_every_file(
    catalogue: PublishedCatalogue, context: SiteContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build ended in lines of code, where of other files it says in words that there is no room."""
    monkeypatch.setattr(database, "_SETTINGS", (*database._SETTINGS, "PRAGMA max_page_count = 3"))
    with pytest.raises(OSError, match=r"catalogue\.sqlite") as caught:
        files_of(catalogue, context)
    assert caught.value.errno == errno.ENOSPC


def test_parquet_holds_what_the_tables_hold_typed(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """Who loads a table into a frame gets numbers, truth and lists, and the meaning of each column with it."""
    made = files_of(catalogue, replace(context, has_parquet=True))
    for table in tables_for(context.structure):
        found = pq.read_table(io.BytesIO(made[f"{table.name}.parquet"]))
        assert found.column_names == [column.name for column in table.columns]
        expected = [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows_of(made[table.file])]
        assert [{name: as_csv(cell) for name, cell in row.items()} for row in found.to_pylist()] == expected, table.name
        for column in table.columns:
            field = found.schema.field(column.name)
            assert field.metadata[b"description"].decode() == column.meaning.he
            kind = {"integer": "int64", "boolean": "bool", "list": "list<element: string>"}.get(column.type, "string")
            assert str(field.type) == kind
    lags = pq.read_table(io.BytesIO(made["processes.parquet"])).column("closing_lag_days").to_pylist()
    assert lags == [51, -5]


def test_parquet_is_the_same_bytes_twice_and_told_to_portals(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A file that changed at each build would be fetched again by everybody."""
    wanted = replace(context, has_parquet=True, licence=licence_of("CC BY 4.0"))
    made, again = files_of(catalogue, wanted), files_of(catalogue, wanted)
    assert made == again
    told = json.dumps(json.loads(made["dcat.jsonld"]))
    for table in TABLES:
        assert f"/data/{table.name}.parquet" in told
    assert not [name for name in files_of(catalogue, context) if name.endswith(".parquet")]


def test_an_empty_catalogue_has_every_column_in_every_form(context: SiteContext) -> None:
    """A pipeline that is set up before the first process must not fail for the want of it."""
    made = files_of(PublishedCatalogue(processes=()), replace(context, has_parquet=True))
    for table in tables_for(context.structure):
        assert pq.read_table(io.BytesIO(made[f"{table.name}.parquet"])).column_names == [
            column.name for column in table.columns
        ]


def test_a_site_that_wants_parquet_and_cannot_have_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is forgotten more often than not, and a traceback names a module that nobody knows."""
    assert site_options(tmp_path, {}, {"parquet": True}, content_dir=tmp_path).with_parquet
    monkeypatch.setattr("generator.exports.parquet.has_pyarrow", lambda: False)
    with pytest.raises(BadOption, match=r"parquet: pyarrow is not installed: pip install 'sikum\[parquet\]'"):
        site_options(tmp_path, {}, {"parquet": True}, content_dir=tmp_path)


def csvw_error(made: Mapping[str, bytes], folder: Path) -> str:
    """What a reader of CSV on the Web says against the tables: of cells, or of keys that lead nowhere; empty for nothing."""
    folder.mkdir(exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    group = TableGroup.from_file(folder / "csv-metadata.json")
    try:
        for table in group.tables:
            list(table.iterdicts(strict=True))
        return "" if group.check_referential_integrity(strict=True) is not False else "keys"
    except ValueError as error:
        return str(error)


def test_a_reader_of_csv_on_the_web_finds_nothing_wrong(
    catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path
) -> None:
    """It reads cells by their types, lists apart, and follows the keys."""
    made = files_of(catalogue, context)
    assert csvw_error(made, tmp_path / "sound") == ""
    described = json.loads(made["csv-metadata.json"])
    assert {table["url"] for table in described["tables"]} == {table.file for table in TABLES}
    group = TableGroup.from_file(tmp_path / "sound/csv-metadata.json")
    first = next(iter(group.tabledict["processes.csv"].iterdicts()))
    assert first["methods"] == ["round-table", "workshop"]
    assert first["participants_count"] == 30


def test_that_reader_sees_a_wrong_cell_and_a_row_that_leads_nowhere(
    catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path
) -> None:
    """The test above has teeth."""
    made = files_of(catalogue, context)
    spoilt = made | {"processes.csv": made["processes.csv"].replace(b",51,30,", b",51,many,")}
    assert "many" in csvw_error(spoilt, tmp_path / "cell")
    lost = made | {"goals.csv": made["goals.csv"].replace(b"\r\ntables,", b"\r\nnobody,")}
    assert "nobody" in csvw_error(lost, tmp_path / "key")


def datasette(database: Path, path: str) -> dict[str, object]:
    """What Datasette answers to a request, asked without a server."""
    done = subprocess.run(
        [sys.executable, "-m", "datasette", str(database), "--immutable", str(database), "--get", path],
        env=os.environ | {"HOME": str(database.parent)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


def test_datasette_opens_the_database_and_shows_the_questions(
    catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path
) -> None:
    """Researchers and newsrooms put such a file behind Datasette; what it lists is what they see."""
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(files_of(catalogue, context)["catalogue.sqlite"])
    listed = datasette(path, "/catalogue.json")
    assert isinstance(listed["views"], list)
    assert isinstance(listed["tables"], list)
    assert {view["name"] for view in listed["views"]} == {question.view for question in QUESTIONS}
    assert {table.name for table in TABLES} <= {table["name"] for table in listed["tables"]}
    asked = datasette(path, "/catalogue/questions.json?_shape=objects")
    assert isinstance(asked["rows"], list)
    assert [(row["view"], row["he"]) for row in asked["rows"]] == sorted(
        (question.view, question.asks.he) for question in QUESTIONS
    )
    with sqlite3.connect(path) as database:
        for question in QUESTIONS:
            answer = datasette(path, f"/catalogue/{question.view}.json?_shape=arrays&_size=max")
            rows = [list(row) for row in database.execute(f'SELECT * FROM "{question.view}"')]
            assert answer["rows"] == rows, question.view
            assert rows or question.view == "adopted_outcomes"
    database.close()
