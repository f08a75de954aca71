"""Fields that make records comparable: offered to whoever knows the answer, shown where they are given, asked of nobody."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.disk.builder import SiteBuilder
from generator.model.localities import locality_code
from generator.pages.process.search_document import search_document
from generator.pipeline.build import site_context
from generator.pipeline.options import SiteOptions
from generator.reading import read_localities
from generator.rendering.context import CrossReferences
from generator.structure import load_structure
from generator.views.process import ProcessView
from generator.wording import Wording
from tests.trust.sites import build, catalogue_files, write_project

CODEBOOK = """\
spectrum: involve
invited: open-with-outreach
recruitment: stratified-sample
setting: both
facilitation: professional
districts: [IL-JM, il-ta]
localities: [3000, "0028"]
"""
NAMES = ("spectrum", "invited", "recruitment", "setting", "facilitation", "districts", "localities")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A catalogue in which one of two processes gives all of them."""
    files = dict(catalogue_files())
    files["first/index.md"] = str(files["first/index.md"]).replace("---\n", f"---\n{CODEBOOK}", 1)
    project = write_project(tmp_path_factory.mktemp("codebook"), files)
    findings, site = build(SiteBuilder(project, project / "processes"), project)
    assert not [each for each in findings if each.is_error]
    return site


def test_what_is_given_stands_on_the_page_in_print_and_in_the_data(site: dict[str, bytes]) -> None:
    """A researcher who reads the page, and one who reads the data, would otherwise count different things."""
    data = json.loads(site["first/process.json"])
    given = {**data, **data.get("extra", {})}
    assert given["districts"] == ["il-jm", "il-ta"]
    assert given["localities"] == ["3000", "0028"]
    assert [given[name] for name in NAMES[:5]] == [
        "involve",
        "open-with-outreach",
        "stratified-sample",
        "both",
        "professional",
    ]
    for page in ("first/index.html", "first/print/index.html"):
        text = site[page].decode()
        for words in ("עירוב", "מדגם אקראי מרובד", "מחוז ירושלים", "מנחים מקצועיים", "0028"):
            assert words in text, (page, words)


def test_the_table_of_processes_has_them(site: dict[str, bytes]) -> None:
    """Who compares a hundred records opens one table, not a hundred files."""
    rows = csv.DictReader(io.StringIO(site["data/processes.csv"].decode("utf-8-sig"), newline=""))
    first, second = sorted(rows, key=lambda row: row["id"])
    assert [first[name] for name in NAMES[:5]] == [
        "involve",
        "open-with-outreach",
        "stratified-sample",
        "both",
        "professional",
    ]
    assert (first["districts"], first["localities"]) == ("il-jm|il-ta", "3000|0028")
    assert [second[name] for name in NAMES] == [""] * 7


def test_processes_are_found_by_district(site: dict[str, bytes], tmp_path: Path) -> None:
    """Who lives in a district asks what was decided there; a catalogue that names none has no empty lists of them."""
    page = BeautifulSoup(site["districts/il-jm/index.html"].decode(), "html.parser")
    assert page.select_one("h1").get_text() == "מחוז ירושלים"  # type: ignore[union-attr]
    assert [card["data-sikum-process"] for card in page.select("article[data-sikum-process]")] == ["first"]
    process = BeautifulSoup(site["first/index.html"].decode(), "html.parser")
    assert process.select_one('dl.facts a[href$="districts/il-jm/"]') is not None
    front = BeautifulSoup(site["index.html"].decode(), "html.parser")
    assert front.select_one('[data-sikum-facet="district"] [data-value="il-ta"]') is not None
    assert "districts/index.html" in site
    project = write_project(tmp_path, catalogue_files())
    _, without = build(SiteBuilder(project, project / "processes"), project)
    assert not [uri for uri in without if uri.startswith("districts/")]
    assert b'data-sikum-facet="district"' not in without["index.html"]


def test_processes_are_found_by_locality(site: dict[str, bytes]) -> None:
    """A researcher joins records with the Bureau's tables by the code; `0028` and `28` are one place."""
    for code in ("3000", "28"):
        page = BeautifulSoup(site[f"localities/{code}/index.html"].decode(), "html.parser")
        assert page.select_one("h1").get_text() == f"יישוב שסמלו {code}"  # type: ignore[union-attr]
        assert [card["data-sikum-process"] for card in page.select("article[data-sikum-process]")] == ["first"]
    process = BeautifulSoup(site["first/index.html"].decode(), "html.parser")
    link = process.select_one('dl.facts a[href$="localities/28/"]')
    assert link is not None
    assert link.get_text() == "0028", "as it was written"
    front = BeautifulSoup(site["index.html"].decode(), "html.parser")
    assert front.select_one('[data-sikum-facet="locality"] [data-value="28"]') is not None
    assert b'"locality"' in site["assets/js/search-state.js"]


def test_a_locality_is_called_as_the_site_says_it(tmp_path: Path) -> None:
    """`Locality 3000` tells a reader nothing; where nobody wrote the name, nothing is invented."""
    files = dict(catalogue_files())
    files["first/index.md"] = str(files["first/index.md"]).replace("---\n", f"---\n{CODEBOOK}", 1)
    files["localities.yml"] = '"03000": {he: ירושלים, ar: القدس, en: Jerusalem}\n'
    project = write_project(tmp_path, files)
    _, site = build(SiteBuilder(project, project / "processes"), project)
    headings = {
        code: BeautifulSoup(site[f"localities/{code}/index.html"].decode(), "html.parser").select_one("h1").get_text()  # type: ignore[union-attr]
        for code in ("3000", "28")
    }
    assert headings == {"3000": "ירושלים", "28": "יישוב שסמלו 28"}
    for page in ("first/index.html", "index.html", "first/print/index.html"):
        assert "ירושלים" in BeautifulSoup(site[page].decode(), "html.parser").get_text(), page
    assert "localities.yml" not in site
    assert json.loads(site["first/process.json"])["localities"] == ["3000", "0028"]


def test_a_place_is_found_by_its_name(tmp_path: Path) -> None:
    """Whoever types the name of a town into the search does not know its code."""
    files = dict(catalogue_files())
    files["first/index.md"] = str(files["first/index.md"]).replace("---\n", f"---\n{CODEBOOK}", 1)
    files["localities.yml"] = "3000: {he: ירושלים, ar: القدس, en: Jerusalem}\n"
    project = write_project(tmp_path, files)
    builder = SiteBuilder(project, project / "processes", is_cached=False)
    checked = builder.check(SiteOptions(content_dir=project / "processes", today=date(2026, 1, 31)))
    (unit,) = [each for each in checked.published if each.id == "first"]
    view = ProcessView(
        process=checked.records.whole(unit),
        cross_references=CrossReferences(),
        context=site_context(checked),
        wording=Wording("he"),
    )
    sections = {section.title: section.text for section in search_document(view).sections if "#facts" in section.url}
    assert sections == {"מחוזות": "מחוז ירושלים\nמחוז תל אביב", "יישובים": "ירושלים"}
    builder.close()


@pytest.mark.parametrize(
    ("text", "names", "faulty"),
    [
        ("3000: ירושלים\n", {"3000": {"he": "ירושלים"}}, []),
        ("3000: {en: Jerusalem}\n", {}, ["3000"]),
        ("Jerusalem: ירושלים\n", {}, ["Jerusalem"]),
        ("28: עיר\n'0028': כפר\n", {"28": {"he": "עיר"}}, ["0028"]),
        ("3000: [ירושלים]\n", {}, ["3000"]),
        ("3000: {he: ירושלים, fr: Jerusalem}\n", {}, ["3000"]),
        ("- 3000\n", {}, ["localities.yml"]),
        ("", {}, []),
    ],
)
def test_what_is_no_name_of_a_locality_is_told(text: str, names: dict[str, dict[str, str]], faulty: list[str]) -> None:
    """A misspelt entry would leave the code on the page, and nobody would know why."""
    found, findings = read_localities({"localities.yml": text.encode()}, load_structure())
    assert found == names
    assert [(each.rule, each.values["field"]) for each in findings] == [("M001", field) for field in faulty]


@pytest.mark.parametrize(
    ("written", "code"), [("0028", "28"), (" 3000 ", "3000"), ("ירושלים", ""), ("../x", ""), ("0", ""), ("12345", "")]
)
def test_only_codes_have_lists(written: str, code: str) -> None:
    """A name or a path is shown as it was written, and is no address."""
    assert locality_code(written) == code


def test_nobody_is_asked_for_them() -> None:
    """An office that does not know how people were recruited must not be led to guess."""
    fields = {field.id: field for field in load_structure().record}
    assert not [name for name in NAMES if fields[name].required]
