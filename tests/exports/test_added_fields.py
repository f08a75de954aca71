"""Fields that a site has added to the structure: they stand in every form of the open data, described, and are translated."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from frictionless import Package
from jsonschema import Draft7Validator

from tests.exports.test_other_forms import csvw_error
from tests.plugin.small import run, small_site

STRUCTURE = """\
vocabularies:
  source-of-money:
    title: {he: מקור התקציב, ar: مصدر الميزانية, en: Source of the budget}
    terms:
      state: {title: {he: המדינה, ar: الدولة, en: The state}}
      fund: {title: {he: קרן, ar: صندوق, en: A fund}}
record:
  shekels:
    type: integer
    title: {he: תקציב, ar: الميزانية, en: Budget}
    guidance: {he: בשקלים., ar: بالشواكل., en: In shekels.}
  broadcast: {type: boolean, title: {he: שודר, ar: بُث, en: Broadcast}}
  decided: {type: date, title: {he: מתי הוחלט, ar: متى تقرر, en: When it was decided}}
  money: {type: term, vocabulary: source-of-money, title: {he: כסף, ar: المال, en: Money}}
  languages_spoken: {type: list, of: {type: text}, title: {he: שפות, ar: اللغات, en: Languages}}
  url: {type: url, title: {he: דף קודם, ar: صفحة سابقة, en: Earlier page}}
  remark: {type: long-text, title: {he: הערה, ar: ملاحظة, en: Remark}}
promise:
  owner: {type: text, title: {he: אחראים, ar: المسؤولون, en: Owners}}
"""
ADDED = """\
shekels: 12,500
broadcast: no
decided: 2024-05
money: fund
languages_spoken: [עברית, أمهرية|עוד]
url: https://old.example.org/1
remark: נכתב אחרי המפגש
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open data of two processes, of which one has the added fields and a translation."""
    site = small_site(
        tmp_path_factory.mktemp("added"),
        "site_url: https://s.example.org/\n",
        "[{sikum: {structure: more.yml, parquet: true, data_license: CC0-1.0, today: 2026-01-31}}]",
    )
    (site / "more.yml").write_text(STRUCTURE, encoding="utf-8")
    shutil.copytree(site / "processes/example", site / "processes/plain")
    record = site / "processes/example/index.md"
    record.write_text(record.read_text("utf-8").replace("\n---", f"\n{ADDED}---", 1), "utf-8")
    (site / "processes/example/promises.yml").write_text(
        "- {id: more, text: מפגש נוסף, date: 2024-05-01, status: in-progress, due: 2027-01-01, owner: האגף}\n", "utf-8"
    )
    (site / "processes/example/index.ar.md").write_text(
        "---\ntitle: مائدة مستديرة\nshort_description: وصف\nremark: كُتب بعد اللقاء\n---\n", "utf-8"
    )
    (site / "processes/example/promises.ar.yml").write_text("- {id: more, text: لقاء آخر, owner: القسم}\n", "utf-8")
    checked = run("generator", "check", "--format", "concise", folder=site)
    assert (checked.returncode, "F030" in checked.stdout) == (0, False), checked.stdout
    done = run("generator", "export", "od", folder=site)
    assert done.returncode == 0, done.stderr
    return site / "od/data"


def rows(data: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO((data / name).read_text("utf-8-sig"), newline="")))


EXPECTED = {
    "shekels": "12500", "broadcast": "false", "decided": "2024-05", "money": "fund",
    "languages_spoken": "עברית|أمهرية¦עוד", "own_url": "https://old.example.org/1", "remark": "נכתב אחרי המפגש",
}  # fmt: skip


def test_the_tables_have_a_column_for_each(data: Path) -> None:
    """A ministry adds its budget to every record, and a researcher found it in no table."""
    by_id = {row["id"]: row for row in rows(data, "processes.csv")}
    assert {name: by_id["example"][name] for name in EXPECTED} == EXPECTED
    assert {by_id["plain"][name] for name in EXPECTED} == {""}
    assert by_id["example"]["url"] == "https://s.example.org/example/"
    assert [row["owner"] for row in rows(data, "promises.csv")] == ["האגף"]


def test_the_database_and_parquet_have_them_typed(data: Path) -> None:
    """A sum over texts is zero without a word."""
    with closing(sqlite3.connect(data / "catalogue.sqlite")) as connection:
        found = connection.execute("SELECT shekels, broadcast, languages_spoken FROM processes ORDER BY id").fetchall()
        assert found == [(12500, 0, '["עברית", "أمهرية|עוד"]'), (None, None, "[]")]
        (meaning,) = connection.execute('SELECT en FROM "columns" WHERE "column" = ?', ("shekels",)).fetchone()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert meaning == "Budget – In shekels."
    table = pq.read_table(data / "processes.parquet")
    assert (str(table.schema.field("shekels").type), str(table.schema.field("broadcast").type)) == ("int64", "bool")


def test_what_describes_the_tables_describes_them(data: Path) -> None:
    """A column that no descriptor knows makes the whole table invalid for who reads by it."""
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    fields = {
        field["name"]: field
        for resource in package["resources"]
        for field in resource.get("schema", {}).get("fields", [])
    }
    assert fields["shekels"]["type"] == "integer"
    assert fields["shekels"]["description"] == "תקציב – בשקלים."
    assert fields["money"]["constraints"] == {"enum": ["state", "fund"]}
    assert Package(str(data / "datapackage.json")).validate().valid
    files = {path.name: path.read_bytes() for path in data.iterdir()}
    assert csvw_error(files, data.parent / "csvw") == ""
    catalogue: dict[str, Any] = json.loads((data / "catalogue.json").read_text("utf-8"))
    Draft7Validator(json.loads((data / "catalogue.schema.json").read_text("utf-8"))).validate(catalogue)
    (example,) = [each for each in catalogue["processes"] if each["id"] == "example"]
    assert (example["shekels"], example["broadcast"], example["money"]) == (12500, False, "fund")


def test_their_texts_are_translated(data: Path) -> None:
    """A translated remark was called a fact that a translation does not repeat, and the page showed the Hebrew one."""
    process = json.loads((data.parent / "example/process.json").read_text("utf-8"))
    assert process["remark"] == "נכתב אחרי המפגש"
    (arabic,) = process["translations"]
    assert arabic["words"] == {"remark": "كُتب بعد اللقاء"}
    assert run("generator", "write", "md", folder=data.parents[1]).returncode == 0
    pages = "".join(path.read_text("utf-8") for path in (data.parents[1] / "md/example/ar").rglob("*.md"))
    assert "كُتب بعد اللقاء" in pages
    assert "القسم" in pages
    assert "האגף" not in pages
