"""What an edit of one process changes in the open data: its own rows, in every form, and what is said of the whole."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace
from rdflib import Graph
from rdflib.compare import graph_diff, to_isomorphic

from generator.disk.cache import DiskCache
from generator.exports import jobs
from generator.exports.jobs import catalogue_jobs
from generator.exports.one_file import LANGUAGES, Member, member_of, one_file
from generator.model.content import Response
from generator.model.kept import KEPT_NOWHERE, Kept
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.model.record import Goal
from generator.pipeline.kept_parts import KeptParts
from generator.pipeline.text_words import FOLDER, words_of
from generator.rendering.context import SiteContext
from generator.search import forms
from generator.search.forms import word_forms
from tests.exports.conftest import bytes_of

Files = dict[str, bytes]
CHANGED = {"processes": {"tables"}, "goals": {"tables"}, "responses": {"tables"}}
"""Tables, and the processes of the rows that an edit changed in them."""


@pytest.fixture
def both(catalogue: PublishedCatalogue, context: SiteContext) -> tuple[Files, Files]:
    """The files of `/data/` before and after one process got another title, a goal and an answer more; three processes."""
    first, second = catalogue.processes
    third = replace(first, id="zone", url="zone/")
    goals = (Goal(text="מטרה חדשה"), *first.record.goals)
    responses = (*first.responses, Response(id="more", heard="עוד דבר", response="noted"))
    edited = replace(first, record=replace(first.record, title="שם אחר", goals=goals), responses=responses)
    site = replace(context, has_parquet=True)
    made = []
    for processes in ((first, second, third), (edited, second, third)):
        jobs = catalogue_jobs(replace(catalogue, processes=processes), site, partial(words_of, kept=KEPT_NOWHERE))
        made.append({file.uri.removeprefix("data/"): bytes_of(file) for job in jobs for file in job.build()})
    return made[0], made[1]


def test_the_tables_change_in_its_rows_alone(both: tuple[Files, Files]) -> None:
    """Who keeps the tables in git, or compares last month's with this month's, sees who changed what and nothing beside."""
    found: dict[str, set[str]] = {}
    for name in (name for name in both[0] if name.endswith(".csv")):
        lists = [list(csv.reader(io.StringIO(made[name].decode("utf-8-sig"), newline=""))) for made in both]
        others = [[row for row in rows if row[0] != "tables"] for rows in lists]
        assert others[0] == others[1], "in the same order, too"
        if differing := {row[0] for row in (*lists[0], *lists[1]) if (row in lists[0]) != (row in lists[1])}:
            found[name.removesuffix(".csv")] = differing
    assert found == CHANGED


def test_the_database_changes_in_its_rows_alone(both: tuple[Files, Files], tmp_path: Path) -> None:
    """A dump of it differs in the lines of the process; the numbers by which its texts are found move no other's."""
    dumps = []
    for number, made in enumerate(both):
        path = tmp_path / f"{number}.sqlite"
        path.write_bytes(made["catalogue.sqlite"])
        with closing(sqlite3.connect(path)) as database:
            named = [
                name
                for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
                if not name.startswith("search")
            ]
            dumps.append({(name, row) for name in named for row in database.execute(f'SELECT * FROM "{name}"')})
            words = (
                "SELECT count(*) FROM search JOIN texts ON number = search.rowid WHERE search MATCH ? AND process = ?"
            )
            assert database.execute(words, ("שולחן", "zone")).fetchone() == (1,)
    changed = {(table, row[1] if table == "texts" else row[0]) for table, row in dumps[0] ^ dumps[1]}
    assert changed == {(table, "tables") for table in (*CHANGED, "texts")}


def test_the_archive_and_parquet_change_in_the_files_of_these_tables(both: tuple[Files, Files]) -> None:
    """A mirror that fetches what has another hash fetches three tables of fourteen, and what tells of the whole."""
    packed = []
    for made in both:
        with zipfile.ZipFile(io.BytesIO(made["catalogue.zip"])) as archive:
            packed.append({name: archive.read(name) for name in archive.namelist()})
    assert {name for name in packed[0] if packed[0][name] != packed[1][name]} == {
        *(f"{table}.csv" for table in CHANGED),
        "catalogue.json",
        "datapackage.json",
        "CITATION.cff",
        "SHA256SUMS",
        *(f"README.{language}.md" for language in ("he", "ar", "en")),
    }, "a README and a citation name the version"
    names = [name for name in both[0] if name.endswith(".parquet")]
    assert {name.removesuffix(".parquet") for name in names if both[0][name] != both[1][name]} == set(CHANGED)
    for name in names:
        before, after = (pq.read_table(io.BytesIO(made[name])).to_pylist() for made in both)
        for row in (*before, *after):
            assert ((row in before) == (row in after)) or row.get("process", row.get("id")) == "tables"


def test_what_describes_the_data_changes_in_sizes_and_hashes(both: tuple[Files, Files]) -> None:
    """A portal that harvests again sees new files of these tables, and nothing else of the catalogue."""
    packages = [json.loads(made["datapackage.json"]) for made in both]
    differing = {
        before["name"]
        for before, after in zip(*(each["resources"] for each in packages), strict=True)
        if before != after
    }
    assert differing - {"catalogue"} == set(CHANGED)
    graphs = [to_isomorphic(Graph().parse(data=made["dcat.jsonld"], format="json-ld")) for made in both]
    _, gone, new = graph_diff(*graphs)
    assert {str(what).rpartition("#")[2] for _, what, _ in (*gone, *new)} == {"byteSize", "checksumValue"}
    about = {str(subject).partition("#")[0].rpartition("/")[2] for subject, _, _ in (*gone, *new)}
    assert about == {
        *(f"{table}.{form}" for table in CHANGED for form in ("csv", "parquet")),
        "catalogue.json",
        "catalogue.zip",
        "catalogue.sqlite",
    }


def test_after_an_edit_only_the_words_of_its_texts_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of processes an editor would wait for the words of all, which are most of the database's time."""
    made: list[str] = []

    def noted(text: str) -> str:
        made.append(text)
        return word_forms(text)

    monkeypatch.setattr(forms, "word_forms", noted)
    processes = [(f"הוועדה דנה בסעיף {number}", f"סעיף {number} נדון") for number in range(100)]
    cold = list(words_of(processes, KeptParts(DiskCache(tmp_path))))
    made.clear()
    edited = [*processes[:5], ("נוסף",), ("—",), *processes[5:]]
    warm = list(words_of(edited, KeptParts(DiskCache(tmp_path))))
    assert made == ["נוסף", "—", *processes[62], *processes[63]], "and those that moved to the next part"
    assert list(map(_as_sets, warm)) == [*map(_as_sets, cold[:5]), [{"נוסף", "נוספ"}], [{""}], *map(_as_sets, cold[5:])]
    made.clear()
    list(words_of(edited, KeptParts(DiskCache(tmp_path))))
    assert made == [], "a text without a word is kept too"
    assert len(list(words_of(processes[:3], KeptParts(DiskCache(tmp_path))))) == 3
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["0000"], "parts that nothing needs are gone"


def test_after_an_edit_only_the_tables_that_changed_are_compressed_again(
    catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compressing all tables takes a tenth of an edit; the archive is that of a program that keeps nothing."""
    compressed: list[bytes] = []

    def noted(content: bytes) -> Member:
        compressed.append(content)
        return member_of(content)

    monkeypatch.setattr(jobs, "member_of", noted)
    first, *others = catalogue.processes
    edited = replace(first, record=replace(first.record, title="שם אחר"))
    kept = KeptParts(DiskCache(tmp_path))

    def made(processes: tuple[PublishedProcess, ...], kept: Kept = KEPT_NOWHERE) -> Files:
        found = catalogue_jobs(replace(catalogue, processes=processes), context, kept=kept)
        return {file.uri.removeprefix("data/"): bytes_of(file) for job in found for file in job.build()}

    cold = made(catalogue.processes, kept)
    assert len(compressed) == len(set(compressed)), "what lies beside the archive is compressed once"
    compressed.clear()
    warm = made((edited, *others), kept)
    names = {name for name, content in warm.items() if content in compressed}
    assert names == {"processes.csv", "catalogue.json", "datapackage.json", "csv-metadata.json", "citation.cff"}
    assert warm == made((edited, *others))
    assert cold == made(catalogue.processes)


def test_the_archive_is_what_the_library_would_write(context: SiteContext) -> None:
    """Its members are put in ready compressed, which the library for such files has no call for."""
    contents = {"a.csv": "א,ב\r\n".encode() * 5000, "B.csv": b"", "c.json": b"{}\n"}
    packed = one_file(
        {name: member_of(content) for name, content in contents.items()}, dict.fromkeys(LANGUAGES, ""), context
    )
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as other:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in contents} == contents
        for entry in archive.infolist():
            copy = zipfile.ZipInfo(entry.filename, entry.date_time)
            copy.create_system, copy.external_attr, copy.compress_type = 3, entry.external_attr, zipfile.ZIP_DEFLATED
            other.writestr(copy, archive.read(entry))
    assert again.getvalue() == packed


def test_a_damaged_part_is_made_again(tmp_path: Path) -> None:
    """The cache is never trusted: a build after a full disk gives the words of a clean one."""
    kept = KeptParts(DiskCache(tmp_path))
    cold = list(words_of([("הוועדות",)], kept))
    (part,) = (tmp_path / FOLDER).iterdir()
    part.write_bytes(part.read_bytes()[:-3])
    assert list(map(_as_sets, words_of([("הוועדות",)], kept))) == list(map(_as_sets, cold))


def _as_sets(words: list[str]) -> list[set[str]]:
    return [set(each.split(" ")) for each in words]
