"""All of the open data as one ZIP and one database: whole, checkable, searchable, and the same bytes from the same content."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from frictionless import Package
from msgspec.structs import replace

from generator.disk.builder import SiteBuilder
from generator.exports.jobs import catalogue_jobs
from generator.exports.questions import QUESTIONS
from generator.model.kept import KEPT_NOWHERE
from generator.model.licences import licence_of
from generator.model.published import PublishedCatalogue
from generator.pipeline.build import site_context
from generator.pipeline.text_words import words_of
from generator.rendering.context import SiteContext
from generator.rendering.datasets import TABLES
from tests.exports.conftest import bytes_of
from tests.trust.sites import build

REPOSITORY = Path(__file__).parents[2]


def files_of(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, bytes]:
    """The files of `/data/` by name."""
    made = (
        file for job in catalogue_jobs(catalogue, context, partial(words_of, kept=KEPT_NOWHERE)) for file in job.build()
    )
    return {file.uri.removeprefix("data/"): bytes_of(file) for file in made}


def opened(content: bytes, folder: Path) -> sqlite3.Connection:
    """The database as any program opens it: from a file."""
    path = folder / "catalogue.sqlite"
    path.write_bytes(content)
    return sqlite3.connect(path)


def test_the_database_holds_every_row_and_its_keys_lead_somewhere(
    catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path
) -> None:
    """A researcher joins tables by these keys; a row that points nowhere would silently fall out."""
    made = files_of(catalogue, context)
    with closing(opened(made["catalogue.sqlite"], tmp_path)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in TABLES:
            rows = list(csv.reader(io.StringIO(made[table.file].decode("utf-8-sig"), newline="")))[1:]
            assert database.execute(f'SELECT count(*) FROM "{table.name}"').fetchone() == (len(rows),)
            assert bool(table.references) == bool(
                database.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall()
            )
        assert database.execute("SELECT closing_lag_days, methods FROM processes ORDER BY id DESC").fetchall() == [
            (51, '["round-table", "workshop"]'),
            (-5, '["other"]'),
        ]


def test_a_row_that_points_nowhere_is_seen(catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path) -> None:
    """The check above has teeth, also where one table follows three: updates."""
    with closing(opened(files_of(catalogue, context)["catalogue.sqlite"], tmp_path)) as database:
        database.execute(
            "INSERT INTO updates (process, kind, id, position, note) VALUES ('tables', 'step', 'none', 1, '')"
        )
        database.execute("INSERT INTO goals (process, position, text) VALUES ('nobody', 1, '')")
        broken = {(table, parent) for table, _, parent, _ in database.execute("PRAGMA foreign_key_check")}
    assert broken == {("updates", "steps"), ("goals", "processes")}


def test_values_keep_their_types(catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path) -> None:
    """A text where a number belongs is refused, and the apostrophe that spreadsheets need is not in the values."""
    with closing(opened(files_of(catalogue, context)["catalogue.sqlite"], tmp_path)) as database:
        assert database.execute("SELECT organisation FROM participants").fetchone() == ("=HYPERLINK(1)",)
        assert database.execute("SELECT overdue FROM promises ORDER BY id").fetchall() == [(1,), (0,)]
        with pytest.raises(sqlite3.IntegrityError):
            database.execute("UPDATE processes SET participants_count = 'many'")
        with pytest.raises(sqlite3.IntegrityError):
            database.execute("UPDATE promises SET overdue = 2")


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("הוועדות התכנסו", "ועדה"),
        ("בוועדה", "ועדה"),
        ("שָׁלוֹם רב", "שלום"),
        ("مُدَرِّسَة", "مدرسه"),
        ("consultations", "consultation"),
        ('דברי מנכ"ל המשרד', "מנכל"),
        ("דו״ח מסכם", "דוח"),
    ],
)
def test_a_text_is_found_by_the_word_it_is_a_form_of(
    catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path, title: str, asked: str
) -> None:
    """SQLite's own index cuts a pointed word into letters, and knows no prefix and no plural of Hebrew."""
    first = catalogue.processes[0]
    changed = replace(first, record=replace(first.record, title=title))
    made = files_of(replace(catalogue, processes=(changed,)), context)
    with closing(opened(made["catalogue.sqlite"], tmp_path)) as database:
        found = database.execute(
            'SELECT texts.process, "table", text FROM search JOIN texts ON number = search.rowid WHERE search MATCH ?',
            (asked,),
        ).fetchall()
    assert [(process, table) for process, table, _ in found] == [("tables", "processes")]
    assert found[0][2].startswith(title)


def test_the_zip_is_whole_and_says_on_what_terms(
    catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path
) -> None:
    """Who was handed the file years later needs nothing but the file: what it is, what it may be used for, that it is whole."""
    made = files_of(catalogue, replace(context, licence=licence_of("CC BY 4.0")))
    with zipfile.ZipFile(io.BytesIO(made["catalogue.zip"])) as archive:
        archive.extractall(tmp_path)
    for line in (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    names = {path.name for path in tmp_path.iterdir()}
    assert {table.file for table in TABLES} | {"datapackage.json", "catalogue.json", "LICENSE.txt"} <= names
    assert "https://creativecommons.org/licenses/by/4.0/" in (tmp_path / "LICENSE.txt").read_text(encoding="utf-8")
    for language, word in (("he", "הבטחה"), ("ar", "الوعد"), ("en", "promise")):
        readme = (tmp_path / f"README.{language}.md").read_text(encoding="utf-8")
        assert word in readme
        assert all(f"`{column.name}`" in readme for table in TABLES for column in table.columns)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    [license_] = json.loads((tmp_path / "datapackage.json").read_bytes())["licenses"]
    assert license_["name"] == "CC-BY-4.0"


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds can be compared, and a cache that keeps files by their hash keeps one."""
    program = (
        "import sys, hashlib, pathlib; from datetime import date;"
        "from generator.disk.builder import SiteBuilder; from generator.pipeline.options import SiteOptions;"
        "from generator.pipeline.build import site_jobs;"
        "content = pathlib.Path('processes').resolve();"
        "b = SiteBuilder(pathlib.Path(sys.argv[1]), content, is_cached=False);"
        "c = b.check(SiteOptions(content_dir=content, today=date(2026, 1, 1), site_url='https://x.example.org/'));"
        "read = lambda content: content if isinstance(content, bytes) else content.read_bytes();"
        "made = (f for j in site_jobs(c) if j.id == 'data/whole' for f in j.build());"
        "print([(f.uri, hashlib.sha256(read(f.content)).hexdigest()) for f in made]); b.close()"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program, tmp_path],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "UTC"))
    ]
    assert outputs[0] == outputs[1]
    assert b"catalogue.sqlite" in outputs[0]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the sample catalogue's site, its examples counted like the rest; pages without a theme around them."""
    project = tmp_path_factory.mktemp("sample")
    shutil.copytree(REPOSITORY / "processes", project / "processes")
    for record in project.glob("processes/examples/*/index.md"):
        record.write_text(record.read_text(encoding="utf-8").replace("\nexample: true\n", "\n"), encoding="utf-8")
    builder = SiteBuilder(project, project / "processes", is_cached=False)
    try:
        return build(builder, project, per_page=1000)[1]
    finally:
        builder.close()


@pytest.fixture
def database(sample: dict[str, bytes], tmp_path: Path) -> sqlite3.Connection:
    """The database of the sample catalogue."""
    return opened(sample["data/catalogue.sqlite"], tmp_path)


def page(sample: dict[str, bytes], url: str) -> BeautifulSoup:
    """A page of the site."""
    return BeautifulSoup(sample[f"{url}index.html"].decode(), "html.parser")


def promises_on_pages(sample: dict[str, bytes]) -> list[tuple[str, str, str, bool]]:
    """Ministry, process, status and whether it is overdue, of each promise on the page of all promises."""
    overdue = (
        {
            (holder["data-sikum-process"], mark["data-sikum-promise"])
            for holder in page(sample, "promises/statuses/overdue/").select("[data-sikum-process]")
            for mark in holder.select("[data-sikum-promise]")
        }
        if "promises/statuses/overdue/index.html" in sample
        else set()
    )
    found = []
    for holder in page(sample, "promises/").select("li[data-sikum-process]"):
        mark = holder.select_one("[data-sikum-promise]")
        ministry = next(a["href"] for a in holder.select("ul.dots a") if "ministries/" in a["href"])
        name = (holder["data-sikum-process"], mark["data-sikum-promise"])
        found.append((ministry.rstrip("/").rpartition("/")[2], name[0], mark["data-status"], name in overdue))
    return found


def test_how_many_promises_each_ministry_made_and_kept(sample: dict[str, bytes], database: sqlite3.Connection) -> None:
    """The first of five questions: the one file answers as the pages do."""
    shown: dict[str, Counter[str]] = {}
    for ministry, _, status, is_overdue in promises_on_pages(sample):
        shown.setdefault(ministry, Counter()).update(["all", status, *(["overdue"] if is_overdue else [])])
    told = database.execute(
        "SELECT ministry, promises, kept, partly, not_kept, pending, overdue FROM promises_by_ministry"
    )
    names = ("all", "kept", "partly", "not-kept", "pending", "overdue")
    assert told.fetchall() == [(each, *(shown[each][name] for name in names)) for each in sorted(shown)]
    assert shown


def test_how_many_days_it_took_to_close_in_each_year(sample: dict[str, bytes], database: sqlite3.Connection) -> None:
    """The second question."""
    lags: dict[str, list[int]] = {}
    for row in page(sample, "closing/").select("tr[data-sikum-process][data-sikum-lag]"):
        if row.select_one(".state--closed"):
            year = row.select("td[data-sort]")[1]["data-sort"][:4]
            lags.setdefault(year, []).append(int(row["data-sikum-lag"]))
    told = database.execute("SELECT year, processes, least, most FROM days_to_close_by_year").fetchall()
    assert told == [(year, len(days), min(days), max(days)) for year, days in sorted(lags.items())]
    assert told


def test_which_processes_led_to_something_adopted(sample: dict[str, bytes], database: sqlite3.Connection) -> None:
    """The third question."""
    processes = [each["id"] for each in json.loads(sample["data/catalogue.json"])["processes"]]
    shown = Counter(
        process
        for process in processes
        for mark in page(sample, f"{process}/").select(".outcomes .state--adopted, .outcomes .state--partly")
    )
    assert Counter(process for (process,) in database.execute("SELECT process FROM adopted_outcomes")) == shown
    assert shown


def test_what_each_ministry_answered(sample: dict[str, bytes], database: sqlite3.Connection) -> None:
    """The fourth question."""
    shown: Counter[tuple[str, str]] = Counter()
    for each in json.loads(sample["data/catalogue.json"])["processes"]:
        if f"{each['id']}/responses/index.html" in sample:
            for mark in page(sample, f"{each['id']}/responses/").select("li.response .state"):
                state = next(name for name in mark["class"] if name.startswith("state--"))
                shown[each["ministry"], state.rpartition("--")[2].removeprefix("response-")] += 1
    answers = ("accepted", "partly", "declined", "noted", "unknown")
    told = database.execute(f"SELECT ministry, {', '.join(answers)} FROM answers_by_ministry").fetchall()
    assert {
        (ministry, answer): count
        for ministry, *counts in told
        for answer, count in zip(answers, counts, strict=True)
        if count
    } == shown
    assert shown


def test_what_is_overdue(sample: dict[str, bytes], database: sqlite3.Connection) -> None:
    """The fifth question; every other promise in the answer would accuse somebody wrongly."""
    shown = Counter(process for _, process, _, is_overdue in promises_on_pages(sample) if is_overdue)
    told = Counter(process for (process,) in database.execute("SELECT process FROM overdue WHERE kind = 'promise'"))
    assert told == shown
    steps = {(process, key) for process, key in database.execute("SELECT process, id FROM overdue WHERE kind = 'step'")}
    due = database.execute("SELECT process, id, due FROM steps WHERE state = 'open' AND due < '2026'").fetchall()
    assert steps == {(process, key) for process, key, _ in due}


def test_the_file_says_itself_what_it_answers(database: sqlite3.Connection) -> None:
    """Who opens it in a browser of databases finds the questions and the meaning of each column in three languages."""
    assert [view for (view,) in database.execute("SELECT view FROM questions ORDER BY rowid")] == [
        each.view for each in QUESTIONS
    ]
    described = set(
        database.execute("SELECT \"table\", \"column\" FROM \"columns\" WHERE he <> '' AND ar <> '' AND en <> ''")
    )
    assert described == {(table.name, column.name) for table in TABLES for column in table.columns}


def test_an_edit_makes_the_one_file_anew_and_nothing_else_does(tmp_path: Path) -> None:
    """Of thousands of processes the file is made only when a row of it changed."""
    from datetime import date

    from generator.pipeline.options import SiteOptions

    content = REPOSITORY / "processes"
    builder = SiteBuilder(tmp_path, content, is_cached=False)
    checked = builder.check(SiteOptions(content_dir=content, today=date(2026, 1, 1)))
    builder.close()
    catalogue, context = checked.catalogue, site_context(checked)
    keys = {job.id: job.key for job in catalogue_jobs(catalogue, context)}
    again = {job.id: job.key for job in catalogue_jobs(catalogue, context)}
    first = catalogue.counted[0]
    edited = replace(first, record=replace(first.record, title="שם אחר"))
    others = tuple(each for each in catalogue.processes if each is not first)
    changed = {job.id: job.key for job in catalogue_jobs(replace(catalogue, processes=(edited, *others)), context)}
    assert keys == again
    assert {name for name in keys if keys[name] != changed[name]} == {
        "data/tables/processes",
        "data/json/catalogue.json",
        "data/whole",
    }
