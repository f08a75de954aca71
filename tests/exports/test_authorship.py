"""Who is cited: whoever wrote the text, which need not be the body that convened the process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from generator.exports.citations import bibtex, cff, ris
from generator.exports.tables import tables_of
from generator.feeds.entries import entries_of
from generator.model.dates import PartialDate
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.model.record import Writing
from generator.rendering.authorship import authorship_of, notices
from generator.rendering.context import SiteContext
from generator.rendering.deadlines import deadlines
from generator.rendering.jsonld import process_data

ROOT = Path(__file__).parents[2]
BODY = "משרד הבריאות"
WRITER = "עורכי הקטלוג"


@pytest.fixture
def from_outside(tables: PublishedProcess) -> PublishedProcess:
    """A process of a ministry that somebody else wrote down, in 2026."""
    written = Writing(name=WRITER, date=PartialDate(2026))
    return replace(tables, record=replace(tables.record, written_by=written))


def test_a_body_that_did_not_write_a_text_is_not_cited_as_its_author(
    from_outside: PublishedProcess, context: SiteContext
) -> None:
    """A researcher who presses BibTeX would take home a false reference, dated to a year when nothing was published."""
    bib, tags = bibtex(from_outside, context), ris(from_outside, context).split("\r\n")
    assert f"author = {{{{{WRITER}}}}}" in bib
    assert "year = {2026}" in bib
    assert f"note = {{תהליך של {BODY}" in bib
    assert f"AU  - {WRITER}" in tags
    assert "PY  - 2026" in tags
    assert f"AU  - {BODY}" not in tags
    described = yaml.safe_load(cff(from_outside, context))["preferred-citation"]
    assert described["authors"] == [{"name": WRITER}]
    assert described["year"] == 2026
    assert BODY in described["notes"]


def test_machines_are_told_who_wrote_and_who_organised(from_outside: PublishedProcess, context: SiteContext) -> None:
    """Search engines show the author of a report: a ministry's name there is a claim that the ministry published it."""
    graph = {node["@type"]: node for node in process_data(from_outside, context)["@graph"]}
    report, event = graph["Report"], graph["Event"]
    assert report["author"] == {"@type": "Organization", "name": WRITER} == report["publisher"]
    assert report["datePublished"] == "2026"
    assert event["organizer"]["@id"].endswith("/ministries/health/#body")
    assert BODY not in json.dumps(report, ensure_ascii=False)


def test_news_of_a_process_is_by_whoever_wrote_it(from_outside: PublishedProcess, context: SiteContext) -> None:
    """A feed reader shows the author beside each line."""
    assert {entry.author for entry in entries_of(from_outside, context)} == {WRITER}


def test_a_site_says_once_who_wrote_all_its_records(tables: PublishedProcess, context: SiteContext) -> None:
    """Editors of a catalogue need not repeat themselves; a record may still give the year, or another name."""
    site = replace(context, written_by={"he": WRITER})
    assert authorship_of(tables, site, "he").writer == WRITER
    dated = replace(tables, record=replace(tables.record, written_by=Writing(date=PartialDate(2026))))
    assert (authorship_of(dated, site, "he").writer, authorship_of(dated, site, "he").date) == (
        WRITER,
        PartialDate(2026),
    )
    assert authorship_of(tables, site, "he").date is None, "the day of the process is not the day of the text"
    assert authorship_of(tables, context, "he").writer == BODY


def test_readers_are_told_in_their_language_who_wrote(from_outside: PublishedProcess, context: SiteContext) -> None:
    """The notice that protects the body must be one that its reader can read."""
    assert not notices(replace(from_outside, record=replace(from_outside.record, written_by=None)), context, "he")
    for language in context.structure.languages:
        [notice] = notices(from_outside, context, language)
        assert WRITER in notice
        assert "2026" in notice
    assert BODY in notices(from_outside, context, "he")[0]


def test_what_is_made_up_is_in_no_table_calendar_or_feed(
    tables: PublishedProcess, catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """An invented promise among real ones falsifies every sum a researcher makes."""
    made_up = replace(tables, record=replace(tables.record, example=True))
    others = tuple(each for each in catalogue.processes if each.id != tables.id)
    with_it = replace(catalogue, processes=(*others, made_up))
    without = replace(catalogue, processes=others)
    assert tables_of(with_it, context) == tables_of(without, context)
    assert deadlines(with_it, context) == deadlines(without, context)
    assert with_it.counted == others
    for language in context.structure.languages:
        assert notices(made_up, context, language)


def test_a_process_without_a_date_can_be_cited(tables: PublishedProcess, context: SiteContext) -> None:
    """A style that asks for the year of a report stops at the whole list of somebody's references."""
    record = replace(tables.record, end_date=None, closing=replace(tables.record.closing, output_sent=None))
    undated = bibtex(replace(tables, record=record), context)
    assert undated.startswith(f"@misc{{{tables.id},\n")
    assert "year" not in undated
    assert bibtex(tables, context).startswith("@techreport{")


def test_a_citation_of_an_arabic_process_is_in_arabic(early: PublishedProcess, context: SiteContext) -> None:
    """Its page cited the body by its Arabic name, and the file beside it by the Hebrew one, with Arabic as its language."""
    names = {"he": "רשות לדוגמה", "ar": "سلطة للمثال"}
    process = replace(early, ministry_name=names, record=replace(early.record, language="ar", written_by=None))
    for made in (bibtex(process, context), ris(process, context), cff(process, context)):
        assert names["ar"] in made
        assert names["he"] not in made
