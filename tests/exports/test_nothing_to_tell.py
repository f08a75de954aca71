"""Catalogues in which no process counts: their data is whole, valid and empty, and tells nothing of what must not be told."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from frictionless import Package

from generator.disk.builder import SiteBuilder
from generator.model.licences import licence_of
from generator.rendering.datasets import TABLES
from tests.exports.test_dcat_ap import graph_of, results
from tests.exports.test_other_forms import csvw_error
from tests.trust.sites import Files, build, catalogue_files, process_files, write_project

REGISTRIES = {name: text for name, text in catalogue_files().items() if name.endswith(".yml") and "/" not in name}


def example() -> Files:
    """A made-up process alone."""
    files = process_files("made-up", title="המצאה")
    return files | {"made-up/index.md": str(files["made-up/index.md"]).replace("---\n", "---\nexample: true\n", 1)}


def withdrawn() -> Files:
    """A process that was taken down alone."""
    return process_files("gone", title="המצאה", status="withdrawn")


def held() -> Files:
    """A process whose first version has an error, and so none that could be shown."""
    files = process_files("waits", title="המצאה")
    return files | {"waits/index.md": str(files["waits/index.md"]).replace("kind: knowledge", "kind: fame")}


@pytest.mark.parametrize("files", [{}, example(), withdrawn(), held()], ids=["none", "example", "withdrawn", "held"])
def test_the_data_is_whole_valid_and_empty(files: Files, tmp_path: Path) -> None:
    """A portal harvests on the first day, and a made-up or withdrawn process must not be its first data."""
    project = write_project(tmp_path, {**REGISTRIES, **files})
    _, site = build(
        SiteBuilder(project, project / "processes", is_cached=False),
        project,
        data_license=licence_of("CC BY 4.0"),
        is_holding=True,
        with_archives=True,
        with_parquet=True,
    )
    made = {uri.removeprefix("data/"): content for uri, content in site.items() if uri.startswith("data/")}
    for table in TABLES:
        rows = list(csv.reader(io.StringIO(made[table.file].decode("utf-8-sig"), newline="")))
        assert rows == [[column.name for column in table.columns]]
    folder = tmp_path / "data"
    folder.mkdir()
    for name, content in made.items():
        (folder / name).write_bytes(content)
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert [each for each in results(graph_of(made["dcat.jsonld"]), "shapes", "range") if each[0] == "Violation"] == []
    assert csvw_error(made, tmp_path / "csvw") == ""
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert {database.execute(f'SELECT count(*) FROM "{table.name}"').fetchone() for table in TABLES} == {(0,)}
    listed = json.loads(made["catalogue.json"])["processes"]
    assert [(each["id"], each["status"]) for each in listed] == (
        [("gone", "withdrawn")] if "gone/index.md" in files else []
    )
    for name, content in made.items():
        assert "המצאה".encode() not in content, name
