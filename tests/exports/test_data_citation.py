"""How the open data is cited: one finished citation, in words and for programs, that the content alone decides."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
import yaml
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.exports.jobs import catalogue_jobs
from generator.model.dates import PartialDate
from generator.model.published import PublishedCatalogue
from generator.model.record import Change, Writing
from generator.model.site import Page
from generator.pages.fixed.open_data import data_jobs
from generator.rendering.context import SiteContext
from generator.views.data_citation import citation_of_data
from generator.views.span_of_data import span_of_data
from generator.wording import Wording
from tests.exports.conftest import bytes_of

WRITER = "עורכי {הקטלוג} & שות' 100%"


@pytest.fixture
def told(catalogue: PublishedCatalogue) -> PublishedCatalogue:
    """A catalogue of which something is told on a known day, after everything else."""
    first, *others = catalogue.processes
    changes = (*first.record.changes, Change(date=PartialDate(2031, 5, 9), note="תוקן"))
    return replace(catalogue, processes=(replace(first, record=replace(first.record, changes=changes)), *others))


@pytest.fixture
def licensed(context: SiteContext) -> SiteContext:
    """A site that names who writes it and on what terms."""
    from generator.model.licences import licence_of

    return replace(context, written_by={"he": WRITER}, licence=licence_of("CC BY 4.0"))


def data_of(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, bytes]:
    """The files of the open data, by uri."""
    files = (file for job in catalogue_jobs(catalogue, context) for file in job.build())
    return {file.uri: bytes_of(file) for file in files}


def cited_on_page(catalogue: PublishedCatalogue, context: SiteContext) -> list[str]:
    """What `/data/` gives to be copied."""
    [job] = data_jobs(catalogue, context, "")
    [file] = job.build()
    assert isinstance(file.content, Page)
    found = BeautifulSoup(file.content.body, "html.parser").select("#cite ~ .cite .whole")
    return [" ".join(each.get_text().split()) for each in found]


def test_the_page_gives_a_citation_that_is_finished(told: PublishedCatalogue, licensed: SiteContext) -> None:
    """A template in which the reader has to put writer, year and version is filled in by each reader differently."""
    whole, table = cited_on_page(told, licensed)
    address = f"{licensed.site_url}data/"
    assert whole.startswith(f"{WRITER} (2031), {licensed.site_name}: נתונים פתוחים, גרסת 9 במאי 2031. רישיון: ")
    assert whole.endswith(f" CC BY 4.0. {address}")
    assert "(outcomes.csv), מתוך: " in table
    assert table.endswith(f"{address}outcomes.csv")


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_the_data_is_cited_in_the_language_of_the_site(
    told: PublishedCatalogue, licensed: SiteContext, language: str
) -> None:
    """A citation that is half in another language is one that nobody copies."""
    wording = Wording(language)
    spoken = replace(licensed, wording=wording)
    whole, _ = cited_on_page(told, spoken)
    assert wording.gettext("version of %(date)s") % {"date": wording.date(PartialDate(2031, 5, 9))} in whole
    assert wording.gettext("Open data") in whole
    # The page links to the licence; where there are no links its address is written out.
    assert whole == replace(citation_of_data(span_of_data(told.counted), spoken, language), licence_url=None).text(
        wording
    )


def test_programs_read_the_same_citation_with_its_exact_version(
    told: PublishedCatalogue, licensed: SiteContext
) -> None:
    """Reference managers take what is written; a brace in a name must not swallow the rest of the file."""
    files = data_of(told, licensed)
    version = json.loads(files["data/datapackage.json"])["version"]
    title, address = f"{licensed.site_name}: נתונים פתוחים", f"{licensed.site_url}data/"

    bib = files["data/citation.bib"].decode()
    assert bib.startswith("@misc{example-org-sikum-data,\n")
    assert bib.count("{") == bib.count("}")
    for field in (f"title = {{{{{title}}}}}", "year = {2031}", "month = {5}", f"version = {{{version}}}"):
        assert f"  {field},\n" in bib
    assert f"url = {{{address}}}" in bib
    assert f"note = {{גרסה {version}. " in bib
    assert "creativecommons.org/licenses/by/4.0/}" in bib

    table = files["data/outcomes.bib"].decode()
    assert table.startswith("@misc{example-org-sikum-data-outcomes-csv,\n")
    assert f"  title = {{{{תוצאות (outcomes.csv), מתוך: {title}}}}},\n" in table
    assert f"  version = {{{version}}},\n" in table
    assert f"UR  - {address}outcomes.csv\r\n" in files["data/outcomes.ris"].decode()

    lines = files["data/citation.ris"].decode().split("\r\n")
    assert (lines[0], lines[-2:]) == ("TY  - DATA", ["ER  - ", ""])
    for line in (f"AU  - {WRITER}", f"TI  - {title}", "PY  - 2031", "DA  - 2031/05/09/", f"ET  - {version}"):
        assert line in lines
    assert f"UR  - {address}" in lines

    described = yaml.safe_load(files["data/citation.cff"])
    assert (described["version"], described["license"]) == (version, "CC-BY-4.0")
    assert str(described["date-released"]) == "2031-05-09"
    assert described["preferred-citation"]["year"] == 2031
    assert described["preferred-citation"]["authors"] == [{"name": WRITER}]


def test_whoever_takes_the_archive_takes_the_citation_along(told: PublishedCatalogue, licensed: SiteContext) -> None:
    """A year later the file is all there is, and its version is what says which data it was."""
    files = data_of(told, licensed)
    with zipfile.ZipFile(io.BytesIO(files["data/catalogue.zip"])) as archive:
        assert archive.read("CITATION.cff") == files["data/citation.cff"]
        version = yaml.safe_load(archive.read("CITATION.cff"))["version"]
        for language in ("he", "ar", "en"):
            cited = citation_of_data(span_of_data(told.counted), licensed, language).text(Wording(language), version)
            assert cited in archive.read(f"README.{language}.md").decode()
            assert version in cited


def test_a_text_written_from_outside_dates_the_data(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """Records of 2016 that somebody wrote down in 2040 are data of 2040, not of 2016."""
    first, *others = catalogue.processes
    written = replace(first.record, written_by=Writing(name="אחרים", date=PartialDate(2040)))
    later = replace(catalogue, processes=(replace(first, record=written), *others))
    assert citation_of_data(span_of_data(later.counted), context, "he").date == PartialDate(2040)


def test_the_version_changes_with_the_data_and_with_nothing_else(
    told: PublishedCatalogue, licensed: SiteContext
) -> None:
    """A version that the clock decides says nothing about what was in the files."""
    names = [f"data/citation.{ending}" for ending in ("bib", "ris", "cff")]
    once, again = data_of(told, licensed), data_of(told, licensed)
    assert [once[name] for name in names] == [again[name] for name in names]
    first, *others = told.processes
    renamed = replace(first, record=replace(first.record, title="שם אחר"))
    changed = data_of(replace(told, processes=(renamed, *others)), licensed)
    assert all(once[name] != changed[name] for name in names)


def test_what_is_not_known_is_not_made_up(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """No year, licence or address is better than one that a program invented."""
    empty = replace(catalogue, processes=(), withdrawn=())
    bare = replace(context, site_url=None, licence=None, written_by={})
    assert cited_on_page(empty, bare)[0] == f"{bare.site_name}, {bare.site_name}: נתונים פתוחים."
    files = data_of(empty, bare)
    assert b"year" not in files["data/citation.bib"]
    assert b"url" not in files["data/citation.bib"]
    assert b"PY  -" not in files["data/citation.ris"]
    assert {"version", "title", "authors", "message"} <= set(yaml.safe_load(files["data/citation.cff"]))
