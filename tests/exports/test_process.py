"""`process.json` and the citations: one process for programs and for reference lists."""

from __future__ import annotations

import json

import yaml
from msgspec.structs import replace

from generator.exports import process_job
from generator.exports.record import NOT_DATA
from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.rendering.context import SiteContext
from generator.structure import load_structure

BASE = "https://example.org/sikum/tables/"


def made(process: PublishedProcess, context: SiteContext) -> dict[str, str]:
    """The job's files by uri, as text."""
    files = {}
    for file in process_job(process, context, "key").build():
        content = file.content
        assert isinstance(content, str | bytes)
        files[file.uri] = content if isinstance(content, str) else content.decode()
    return files


def test_every_field_of_the_record_is_there_under_its_own_name(tables: PublishedProcess, context: SiteContext) -> None:
    """A field that the model gains reaches researchers without anybody remembering this file."""
    data = json.loads(made(tables, context)["tables/process.json"])
    assert {spec.id for spec in load_structure().record} - NOT_DATA <= set(data)
    assert not {"spans", "consent", "is_readable", "withdrawn"} & set(data)
    assert data["budget"] == "3.5"
    assert data["version"] == 1
    assert data["url"] == BASE
    assert data["start_date"] == "2023"
    assert data["scope"] is None
    assert data["previous"] == []
    assert data["bottom_lines"] == [{"text": "שורה אחת", "decision": True}]
    assert data["changes"][0] == {"date": "2023-09-03", "note": "תוקן מספר."}


def test_what_the_record_leaves_unsaid_is_resolved_as_the_pages_resolve_it(
    tables: PublishedProcess, context: SiteContext
) -> None:
    """Thanks that went with the output, a partner's name, a file's address, reasons by what they explain."""
    data = json.loads(made(tables, context)["tables/process.json"])
    assert data["closing"]["thanked"] == "2023-08-20"
    assert data["closing"]["waived"] == {"use": "אין"}
    assert [partner["name"] for partner in data["partners"]] == ["משרד הרווחה", "אורח"]
    assert data["output"]["files"][0]["url"] == f"{BASE}appendices/report.pdf"


def test_people_are_data_only_as_far_as_they_agreed(tables: PublishedProcess, context: SiteContext) -> None:
    """Neither the sector of a person, nor a small figure, nor what makes one computable."""
    data = json.loads(made(tables, context)["tables/process.json"])
    assert data["participants"][1] == {"name": None, "role": "+יועצת", "organisation": "@עמותה"}
    assert data["participants_by_sector"] == {"academia": None, "business": None, "government": 20}
    assert "unlisted" not in json.dumps(data)


def test_chapters_promises_responses_and_meetings_lead_to_their_pages(
    tables: PublishedProcess, context: SiteContext
) -> None:
    """Data that cannot be followed back to the page cannot be checked."""
    data = json.loads(made(tables, context)["tables/process.json"])
    assert [chapter["url"] for chapter in data["chapters"]] == [f"{BASE}foreword/", f"{BASE}reflection/"]
    assert data["chapters"][0]["parts"] == ["essentials", "thanks"]
    assert data["chapters"][0]["author"]["standing"] == "senior"
    assert data["chapters"][1]["lessons"][0]["verdict"] == "worked"
    assert data["promises"][0]["url"] == f"{BASE}promises/#summary"
    assert data["promises"][0]["updates"][0] == {"date": "2023-08-20", "note": "נשלח.", "url": None, "state": None}
    assert [promise["overdue"] for promise in data["promises"]] == [False, True]
    assert [answer["chapter_url"] for answer in data["responses"]] == [f"{BASE}foreword/#essentials", None]
    assert data["meetings"][0]["url"] == f"{BASE}meetings/2023-02-05-opening/"
    assert data["meetings"][0]["start_time"] == "10:30"


def test_a_comment_in_the_markdown_is_not_published_by_the_data(tables: PublishedProcess, context: SiteContext) -> None:
    """Pages drop `<!-- … -->`; an editor who relies on that must not find the note in a JSON file."""
    assert "הערה פנימית" not in "".join(made(tables, context).values())


def test_a_process_that_says_almost_nothing_is_sound_data(early: PublishedProcess, context: SiteContext) -> None:
    """An old process with a title and a date has the same names, empty."""
    data = json.loads(made(early, context)["early/process.json"])
    assert data["participants"] == []
    assert data["participants_by_sector"] == {}
    assert data["closing"]["contact"] is None
    assert data["closing_lag_days"] == -5


def test_bibtex_survives_the_signs_that_tex_acts_on(tables: PublishedProcess, context: SiteContext) -> None:
    """`&` in a title would stop a thesis from compiling."""
    assert made(tables, context)["tables/citation.bib"] == (
        "@techreport{tables,\n"
        "  author = {{משרד הבריאות}},\n"
        '  title = {{שולחנות עגולים: "מים \\& אדמה"}},\n'
        "  institution = {משרד הבריאות},\n"
        "  year = {2023},\n"
        "  month = {8},\n"
        f"  url = {{{BASE}}},\n"
        "  langid = {hebrew},\n"
        "  abstract = {מה נלמד, בשתי שורות.},\n"
        "}\n"
    )


def test_a_stray_brace_does_not_swallow_the_rest_of_a_bibliography(
    early: PublishedProcess, context: SiteContext
) -> None:
    """BibTeX counts braces, escaped ones too."""
    title = replace(early, record=replace(early.record, title="סעיף {א"))
    text = made(title, context)["early/citation.bib"]
    assert text.count("{") == text.count("}")


def test_ris_is_read_line_by_line(tables: PublishedProcess, context: SiteContext) -> None:
    """Reference managers want the type first, the end last, a tag and two spaces on every line."""
    lines = made(tables, context)["tables/citation.ris"].split("\r\n")
    assert lines == [
        "TY  - RPRT",
        "ID  - tables",
        'TI  - שולחנות עגולים: "מים & אדמה"',
        "AU  - משרד הבריאות",
        "PB  - משרד הבריאות",
        "PY  - 2023",
        "DA  - 2023/08/20/",
        "LA  - he",
        "AB  - מה נלמד, בשתי שורות.",
        f"UR  - {BASE}",
        "ER  - ",
        "",
    ]


def test_cff_says_what_to_cite_and_since_when(tables: PublishedProcess, context: SiteContext) -> None:
    """The required keys of the Citation File Format, and the report as what is preferred."""
    text = made(tables, context)["tables/citation.cff"]
    data = yaml.safe_load(text)
    assert data["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= set(data)
    assert data["date-released"].isoformat() == "2023-08-20"
    assert data["preferred-citation"]["authors"] == [{"name": "משרד הבריאות"}]
    assert (data["preferred-citation"]["year"], data["preferred-citation"]["month"]) == (2023, 8)


def test_an_output_of_which_the_year_alone_is_known_is_cited_by_its_year(
    tables: PublishedProcess, context: SiteContext
) -> None:
    """A month that nobody wrote would stand in somebody's bibliography, as a word or as January."""
    closing = replace(tables.record.closing, output_sent=PartialDate(2023))
    files = made(replace(tables, record=replace(tables.record, closing=closing)), context)
    assert "  year = {2023},\n" in files["tables/citation.bib"]
    assert "month" not in files["tables/citation.bib"]
    assert "\r\nPY  - 2023\r\nDA  - 2023///\r\n" in files["tables/citation.ris"]
    data = yaml.safe_load(files["tables/citation.cff"])
    assert data["preferred-citation"]["year"] == 2023
    assert not {"date-released", "month"} & {*data, *data["preferred-citation"]}


def test_a_citation_has_no_address_that_leads_nowhere(tables: PublishedProcess, nowhere: SiteContext) -> None:
    """In a bibliography a relative address is noise."""
    files = made(tables, nowhere)
    assert "url" not in files["tables/citation.bib"]
    assert "UR  -" not in files["tables/citation.ris"]
    assert "url" not in yaml.safe_load(files["tables/citation.cff"])
