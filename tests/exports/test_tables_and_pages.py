"""Every table is read beside the pages of the same process: what a reader sees and what a program counts are one thing."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.disk.builder import SiteBuilder
from tests.trust.sites import build

REPOSITORY = Path(__file__).parents[2]

COUNTED = {
    "promises": ("promises/", "[data-sikum-promise]"),
    "responses": ("responses/", "li.response"),
    "outcomes": ("", "ul.outcomes > li"),
    "goals": ("", "ul.goals > li"),
    "meetings": ("", "h2#meetings ~ ul.rows > li"),
    "steps": ("", "h2#next-steps ~ ul.rows > li"),
    "participants": ("participants/", "[data-sikum-participants] tbody tr"),
}
"""Of each table the page of a process, and what on it is a row of the table."""

TEXTS = {
    "processes": ("title", "short_description", "ministry_name"),
    "participants": ("name", "role", "organisation"),
    "promises": ("text", "planned", "done", "explanation"),
    "responses": ("heard", "explanation"),
    "lessons": ("text", "theme"),
    "outcomes": ("title", "reference", "note"),
    "steps": ("text", "who", "explanation"),
    "updates": ("note",),
    "meetings": ("title", "location"),
    "partners": ("name", "role", "organisation"),
    "goals": ("text", "note"),
    "chapters": ("title",),
    "closing": ("why_now",),
    "waivers": ("reason",),
}
"""Columns that hold words of the process, which its pages have to say."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
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


def rows(site: dict[str, bytes], table: str) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(site[f"data/{table}.csv"].decode("utf-8-sig"), newline="")))


def plain(text: str) -> str:
    """Without marks of direction, blanks and Markdown's marks: what is said, however it is set."""
    return re.sub(r"[\s\u200e\u200f\u2066-\u2069*_`|'\"]", "", text)


def said(site: dict[str, bytes], process_id: str) -> str:
    """Everything that the pages of a process say."""
    pages = (
        content.decode() for uri, content in site.items() if uri.startswith(f"{process_id}/") and uri.endswith(".html")
    )
    return plain(" ".join(BeautifulSoup(page, "html.parser").get_text(" ") for page in pages))


@pytest.fixture(scope="module")
def words(site: dict[str, bytes]) -> dict[str, str]:
    """By process, everything that its pages say."""
    return {process["id"]: said(site, process["id"]) for process in rows(site, "processes")}


@pytest.mark.parametrize("table", COUNTED)
def test_a_table_has_a_row_for_each_thing_on_the_page(site: dict[str, bytes], table: str) -> None:
    """A row too few hides what a ministry promised; one too many accuses it of what it did not."""
    place, selector = COUNTED[table]
    shown = Counter[str]()
    for process in rows(site, "processes"):
        if page := site.get(f"{process['id']}/{place}index.html"):
            shown[process["id"]] = len(BeautifulSoup(page.decode(), "html.parser").select(selector))
    assert Counter(row["process"] for row in rows(site, table)) == +shown
    assert shown.total()


def test_each_chapter_meeting_and_promise_has_the_address_that_the_table_says(site: dict[str, bytes]) -> None:
    """A researcher who follows a row has to arrive at what it is about."""
    for table in ("processes", "chapters", "meetings", "promises"):
        for row in rows(site, table):
            url, _, part = row["url"].removeprefix("https://catalogue.example.org/").partition("#")
            page = BeautifulSoup(site[f"{url}index.html"].decode(), "html.parser")
            assert not part or page.find(id=part) is not None, row
            assert plain(row.get("title") or row.get("text") or "") in plain(page.get_text(" ")), row


@pytest.mark.parametrize("table", TEXTS)
def test_what_a_table_says_the_pages_say_too(site: dict[str, bytes], words: dict[str, str], table: str) -> None:
    """Whoever quotes the data is asked where that stands."""
    told = rows(site, table)
    assert told, "the sample has none, so nothing would be compared"
    for row in told:
        text = words[row.get("process") or row["id"]]
        for column in TEXTS[table]:
            assert plain(row[column]) in text, (table, column, row)
