"""`/data/*.csv`: the columns re-users rely on, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import time

from msgspec.structs import replace

from generator.exports.jobs import catalogue_jobs
from generator.exports.tables import tables_of
from generator.model.content import Response
from generator.model.coverage import Coverage
from generator.model.published import (
    PublishedCatalogue,
    PublishedParticipant,
    PublishedParticipants,
    PublishedProcess,
)
from generator.rendering.context import SiteContext
from generator.rendering.csv_files import csv_bytes
from generator.rendering.datasets import PARTICIPANTS, PROCESSES
from generator.rendering.datasets.added import tables_for
from tests.exports.conftest import bytes_of


def files_of(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, bytes]:
    """Every file the catalogue's jobs write, as bytes."""
    made: dict[str, bytes] = {}
    for job in catalogue_jobs(catalogue, context):
        for file in job.build():
            made[file.uri] = bytes_of(file)
    return made


def rows(data: bytes) -> list[list[str]]:
    """The cells of a CSV file, its head first."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_columns_are_those_that_the_format_promises(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """A researcher's script would break at the first renamed column."""
    made = files_of(catalogue, context)
    heads = {uri: ",".join(rows(data)[0]) for uri, data in made.items() if uri.endswith(".csv")}
    assert heads == {
        "data/processes.csv": "id,url,title,short_description,ministry,ministry_name,kind,methods,topics,status,"
        "language,start_date,end_date,output_sent,closing_lag_days,participants_count,license,license_url,aliases,"
        "writer,spectrum,invited,recruitment,setting,facilitation,districts,localities,points,points_answered,"
        "budget",  # the site's own field comes last
        "data/participants.csv": "process,name,role,organisation",
        "data/promises.csv": "process,id,text,date,status,due,overdue,evidence,explanation,source,planned,done,url,law",
        "data/responses.csv": "process,heard,voices,response,explanation,chapter,id,chapter_url,points",
        "data/lessons.csv": "process,ministry,text,about,verdict,theme,position,chapter",
        "data/outcomes.csv": "process,id,type,state,title,date,due,stale,reference,url,note,evidence,law",
        "data/steps.csv": "process,id,text,who,due,state,overdue,evidence,explanation",
        "data/updates.csv": "process,kind,id,position,date,state,note,url",
        "data/meetings.csv": "process,id,title,date,start_time,end_time,location,type,attendees_count,organisations,url",
        "data/partners.csv": "process,position,ministry,name,role,organisation,sector",
        "data/goals.csv": "process,position,text,met,note",
        "data/chapters.csv": "process,id,title,element,words,url",
        "data/closing.csv": "process,partners_aligned,expectations_revisited,participants_told,output_sent,thanked,"
        "closing_lag_days,target_due,timeliness,days_late,why_now",
        "data/waivers.csv": "process,subject,reason",
    }


def test_a_file_opens_rightly_in_a_spreadsheet(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """Without the mark Excel shows Hebrew as gibberish; lines end as the CSV standard has them."""
    for uri, data in files_of(catalogue, context).items():
        if uri.endswith(".csv"):
            assert data.startswith(b"\xef\xbb\xbf")
            assert data.endswith(b"\r\n")
    responses = files_of(catalogue, context)["data/responses.csv"]
    assert (
        'tables,"שורה\nועוד שורה",34,accepted,,foreword#essentials,1,https://example.org/sikum/tables/foreword/#essentials,\r\n'.encode()
        in responses
    )


def test_lists_absence_and_truth_are_written_one_way(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """A re-user tells "not known" from zero and from no."""
    made = files_of(catalogue, context)
    first, second = rows(made["data/processes.csv"])[1:]
    assert first[7:9] == ["round-table|workshop", "water"]
    assert first[11:] == ["2023", "2023-06-30", "2023-08-20", "51", "30", *[""] * 13, "3.5"]
    assert second[8] == ""
    assert second[15] == ""
    assert [row[6] for row in rows(made["data/promises.csv"])] == ["overdue", "false", "true"]


def test_no_cell_of_any_file_is_run_as_a_formula(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """An editor could otherwise make every reader's spreadsheet call out to a stranger."""
    made = files_of(catalogue, context)
    cells = [cell for uri, data in made.items() if uri.endswith(".csv") for row in rows(data) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert {"'=HYPERLINK(1)", "'+יועצת", "'@עמותה", "'-לא לאחר", "'-5"} <= set(cells)


def test_what_hides_a_formula_behind_a_control_character_is_text_too() -> None:
    """Spreadsheets drop a leading tab or line end and run what comes after."""
    for start in "\t\r\n":
        data = csv_bytes((column.name for column in PARTICIPANTS.columns), [("a", f"{start}=1+1", None, None)])
        assert rows(data)[1][1] == f"'{start}=1+1"


def test_a_participant_is_shown_as_far_as_was_agreed(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """A withheld name is an empty cell, and people who are only counted have no row at all."""
    people = rows(files_of(catalogue, context)["data/participants.csv"])[1:]
    assert people == [
        ["tables", "אבי", "מהנדס", "'=HYPERLINK(1)"],
        ["tables", "", "'+יועצת", "'@עמותה"],
        ["tables", "", "", 'חברה, בע"מ'],
    ]


def test_evidence_that_is_a_file_leads_to_it(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """A path in somebody's repository is no evidence to a reader of the CSV."""
    promises = rows(files_of(catalogue, context)["data/promises.csv"])[1:]
    assert [row[7] for row in promises] == ["https://example.org/sikum/tables/appendices/report.pdf", "פרוטוקול מ-3.7"]


def test_addresses_are_relative_where_the_site_has_none(catalogue: PublishedCatalogue, nowhere: SiteContext) -> None:
    """An address of a host that nobody named would be made up."""
    made = files_of(catalogue, nowhere)
    assert [row[1] for row in rows(made["data/processes.csv"])[1:]] == ["tables/", "early/"]
    assert "data/dcat.jsonld" not in made


def test_a_withdrawn_process_is_in_no_table(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """It is on no list and in no count."""
    for table, table_rows in tables_of(catalogue, context):
        assert all("gone" not in row for row in table_rows), table.name


def test_every_row_has_every_column(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """A missing cell would shift all that follow it."""
    tables = tables_of(catalogue, context)
    assert tuple(table for table, _ in tables) == tables_for(context.structure)
    for table, table_rows in tables:
        assert table_rows, table.name
        assert {len(row) for row in table_rows} == {len(table.columns)}


def test_a_job_is_run_again_only_when_its_rows_change(
    catalogue: PublishedCatalogue, context: SiteContext, early: PublishedProcess
) -> None:
    """One new participant must not rebuild every file, and must not be missed by the one that lists people."""
    more = replace(early, participants=PublishedParticipants(listed=(PublishedParticipant(name="עוד אחת"),)))
    before = {job.id: job.key for job in catalogue_jobs(catalogue, context)}
    changed = replace(catalogue, processes=(catalogue.processes[0], more))
    after = {job.id: job.key for job in catalogue_jobs(changed, context)}
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == ["data/tables/participants", "data/whole"]


def test_how_many_points_were_answered_is_in_the_tables_and_small_figures_are_not(
    early: PublishedProcess, context: SiteContext
) -> None:
    """Whoever compares offices by their answers needs the figures; one person's point must not stand out."""
    responses = (Response(id="benches", heard="ספסלים"), Response(id="shade", heard="צל"))
    coverage = Coverage(total=30, answered=22, waiting=8, responses={"benches": 14, "shade": None})
    process = replace(early, responses=responses, coverage=coverage)
    made = files_of(PublishedCatalogue(processes=(process,)), context)
    (listed,) = csv.DictReader(io.StringIO(made["data/processes.csv"].decode("utf-8-sig")))
    assert (listed["points"], listed["points_answered"]) == ("30", "22")
    answers = csv.DictReader(io.StringIO(made["data/responses.csv"].decode("utf-8-sig")))
    assert [(row["id"], row["points"]) for row in answers] == [("benches", "14"), ("shade", "")]


def test_data_of_a_country_takes_seconds(early: PublishedProcess, context: SiteContext) -> None:
    """3,000 processes and 100,000 people; the generous limit is for a busy machine, a square of the size would need minutes."""
    people = tuple(PublishedParticipant(name=f"שם {n}", role="נציגה", organisation=f"ארגון {n}") for n in range(34))
    processes = tuple(
        replace(early, id=f"process-{n}", participants=PublishedParticipants(listed=people)) for n in range(3000)
    )
    start = time.process_time()
    made = files_of(PublishedCatalogue(processes=processes), context)
    assert time.process_time() - start < 10
    assert made["data/participants.csv"].count(b"\r\n") == 102_001
    assert PROCESSES.file in {uri.removeprefix("data/") for uri in made}
