"""Archives of other platforms: what is known is taken by name, and nobody's name, contact or comment with it."""

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from generator.importing.platforms.archive import NO_ARCHIVE, NOT_JSON, Bodies, UnreadableArchive, last_day, local_day
from generator.importing.platforms.read import read_archive
from tests.importing.conftest import findings_of

ARCHIVE = Path(__file__).parent / "archive.json"
TODAY = date(2026, 1, 1)


def archive_of(content, structure, **options):
    """An archive as it is read in Jerusalem; `content` may be a value of JSON."""
    written = content if isinstance(content, bytes) else json.dumps(content).encode()
    return read_archive(written, structure, Bodies(), zone="Asia/Jerusalem", today=TODAY, **options)


def govuk_item(kind="consultation_outcome", **details):
    """A content item in the form that Whitehall sends since April 2026."""
    lists = {"featured_attachments": ["9001"], "final_outcome_attachments": ["9002", "9009"]}
    body = {
        "body": "<p>What was asked</p>",
        "opening_date": "2024-05-31T23:00:00.000Z",
        "closing_date": "2024-06-30T23:45:00.000+01:00",
        "final_outcome_detail": "<p>We will build.</p>",
        "public_feedback_detail": "<p>Most wanted shade.</p>",
        "public_feedback_publication_date": "2024-08-01T00:00:00+01:00",
        "change_history": [
            {"public_timestamp": "2024-09-02T10:00:00.000+01:00", "note": "Published the outcome."},
            {"public_timestamp": "2024-03-01T09:30:00.000+00:00", "note": "First published."},
        ],
        "attachments": [
            {"id": "9001", "title": "The document", "url": "https://assets.example.org/1.pdf",
             "alternative_format_contact_email": "[[EMAIL]]"},
            {"id": "9002", "title": "The decision", "url": "/government/consultations/example-paths/decision"},
        ],
        "ways_to_respond": {"email": "[[EMAIL]]"},
    }  # fmt: skip
    organisation = {"content_id": "a", "base_path": "/government/organisations/department", "title": "Department"}
    return {
        "document_type": kind,
        "base_path": "/government/consultations/example-paths",
        "title": "Example",
        "description": "An invented consultation.",
        "details": body | lists | details,
        "links": {"organisations": [organisation], "people": [{"title": "[[MINISTER]]"}]},
    }


ACTIVITY = {
    "id": "paths", "dept": "ministry", "title": "Paths", "overview": "<p>Where?</p>", "startdate": "2024/03/01",
    "enddate": "2024/06/30", "status": "closed", "why": None, "what_happens_next": "<p>We publish.</p>", "resultdate": "2024/09/02",
    "url": "https://consult.example.org/ministry/paths", "workspace_title": "Ministry of Examples", "type_string": "Online Survey",
    "contact_name": "[[OFFICER]]", "contact_email": "[[EMAIL]]", "owner": "[[OWNER]]", "supporting_documents": [],
}  # fmt: skip


def module(start, end, kind="poll"):
    """A module of an adhocracy+ project, with an idea in it."""
    content = {"ideas": [{"id": 4, "name": "[[IDEA]]", "comments": [{"text": "[[COMMENT]]"}]}]}
    return {"module_start": start, "module_end": end, "module_type": kind, "content": content}


PROJECT = {
    "project": {
        "name": "Paths", "slug": "paths", "organisation": "Ministry of Examples", "description": "Where?",
        "information": '<p>A <a href="/media/map.pdf">map</a></p>', "result": "<p>We will build.</p>",
    },
    "phases": {
        "past": {"modules": [module("2024-03-01 07:00:00+00:00", "2024-06-30 21:59:00+00:00")]},
        "upcoming": {"modules": [module("None", "None")]},
    },
    "offline_events": [
        {"name": "Opening", "slug": "opening", "date": "2024-03-12T22:30:00+00:00", "description": "<p>In the hall.</p>"}
    ],
}  # fmt: skip


def table(*rows, separator=";"):
    """Rows of dictionaries as CSV, with the columns of the first."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), delimiter=separator, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def decidim(separator=";", **files):
    """The zip of open data; a file for each argument."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, rows in files.items():
            package.writestr(f"open.example.org-open-data-{name}.csv", table(*rows, separator=separator))
    return made.getvalue()


SPACE = "https://open.example.org/processes/paths"
PROCESS = {
    "id": "7", "title/machine_translations/ar": "مسارات", "title/he": "שבילים", "title/en": "Paths", "slug": "paths",
    "short_description/he": "<p>איפה חסרה מדרכה?</p>", "description/he": "<p>ביקשנו לדעת.</p>", "url": SPACE,
    "start_date": "2024-03-01", "end_date": "2024-06-30", "developer_group/he": "משרד לדוגמה",
}  # fmt: skip
PROPOSAL = {
    "id": "1", "author/name": "[[AUTHOR]]", "participatory_space/url": SPACE, "title/he": "מדרכה", "state": "rejected",
    "state_published_at": "2024-08-01 10:00:00 UTC", "answer/he": "<p>נדחה: ציר חירום.</p>", "votes": "", "withdrawn": "false",
    "endorsements/user_endorsements": "[[ENDORSER]]", "url": f"{SPACE}/f/1/proposals/1",
}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-12 23:30:00 UTC", "2024-03-13"),
        ("2024-05-31T21:30:00.000Z", "2024-06-01"),
        ("2024-06-30T23:45:00.000+01:00", "2024-07-01"),
        ("2024-03-12T23:30:00z", "2024-03-13"),
        ("20240312T233000Z", "2024-03-13"),
        ("2024-03-12 23:30:00 GMT", "2024-03-13"),
        ("2024-03-12 23:30:00", "2024-03-12"),
        ("2024/08/30", "2024-08-30"),
        ("2024-03", "2024-03"),
        ("None", None),
        ("", None),
    ],
)
def test_a_time_becomes_a_day_where_the_office_is(value, day):
    """Cut after ten characters, an evening's meeting in UTC was on the day before."""
    assert local_day(value, "Asia/Jerusalem") == day


def test_the_last_minute_of_a_day_is_of_that_day_wherever_the_platform_stands():
    """21:59 in UTC is how a server in Berlin writes midnight less a minute."""
    assert last_day("2024-06-30 21:59:00+00:00", "Asia/Jerusalem") == "2024-06-30"


def test_govuk_attachments_are_found_by_their_ids_the_outcome_first(structure):
    """The decision itself was not in the imported record, and nothing said so."""
    (process,) = archive_of([govuk_item()], structure).processes
    assert process.draft.record["output"] == {
        "files": [
            {"title": "The decision", "url": "https://www.gov.uk/government/consultations/example-paths/decision"},
            {"title": "The document", "url": "https://assets.example.org/1.pdf"},
        ]
    }
    assert process.missing == ("9009",)


def test_govuk_days_are_londons_and_the_outcomes_is_marked_as_assumed(structure):
    """It opened in the first minute of June; the archive sends no day for the outcome."""
    (process,) = archive_of([govuk_item()], structure).processes
    record = process.draft.record
    assert (record["start_date"], record["end_date"]) == ("2024-06-01", "2024-06-30")
    assert record["outcomes"][0]["date"] == "2024-09-02"
    assert "outcomes" in process.draft.assumed
    assert {"date": "2024-08-01", "note": "The feedback received was published."} in record["changes"]


def test_govuk_calls_for_evidence_are_taken_and_what_has_not_opened_is_not(structure):
    """They have the same fields under another type; the bare type is of one that is still to come."""
    evidence = govuk_item("call_for_evidence_outcome", outcome_detail="<p>So.</p>", final_outcome_detail="")
    archive = archive_of([evidence, govuk_item("consultation") | {"base_path": "/c/later"}], structure)
    assert [chapter.body for chapter in archive.processes[0].draft.chapters if chapter.element == "policy"] == ["So."]
    assert [(each.name, each.reason) for each in archive.passed_over] == [("/c/later", "not open yet")]


def test_the_older_form_of_govuk_is_still_read(structure):
    """Archives that were saved before April 2026 are no fewer than those after it."""
    archive = archive_of(ARCHIVE.read_bytes(), structure)
    (process,) = archive.processes
    assert process.draft.record["output"]["files"] == [
        {"title": "The decision", "url": "https://www.gov.uk/uploads/decision.pdf"}
    ]
    assert [each.values["kind"] for each in archive.passed_over] == ["press_release"]


def test_citizen_space_ids_are_those_of_their_workspaces(structure):
    """Two agencies may both have an activity `paths`; one would have been dropped as a repetition."""
    other = ACTIVITY | {"dept": "agency", "workspace_title": "Agency", "status": "open", "enddate": "2030/12/31"}
    archive = archive_of([ACTIVITY, other, ACTIVITY, ACTIVITY | {"status": "forthcoming"}], structure)
    assert [process.draft.id for process in archive.processes] == ["ministry-paths", "agency-paths"]
    assert [process.draft.record["status"] for process in archive.processes] == ["closing", "open"]
    assert [each.reason for each in archive.passed_over] == ["it is in the file already", "not open yet"]


def test_citizen_space_days_are_those_of_the_office(structure):
    """A consultation that opened and closed at midnight, as the office has it, would be a day off in another zone."""
    times = {
        "startdate": "2024-03-01T22:30:00+00:00",
        "enddate": "2024-06-30T21:30:00+00:00",
        "resultdate": "2024-09-01T21:30:00+00:00",
    }
    (process,) = archive_of([ACTIVITY | times], structure).processes
    record = process.draft.record
    assert (record["start_date"], record["end_date"]) == ("2024-03-02", "2024-07-01")
    assert record["output"] == {"next_stage": {"date": "2024-09-02"}}
    told = ACTIVITY | {"resultdate": "", "feedbackdate": "2024/10/07"}
    (process,) = archive_of([told], structure).processes
    assert process.draft.record["output"] == {"next_stage": {"date": "2024-10-07"}}


@pytest.mark.parametrize("lacking", ["dept", "overview"])
def test_an_activity_without_a_department_or_without_an_overview_is_still_citizen_spaces(structure, lacking):
    """Servers leave fields out; the archive would be refused as one of no platform that is known."""
    activity = {name: value for name, value in ACTIVITY.items() if name != lacking}
    archive = archive_of([activity], structure)
    assert (archive.platform, len(archive.processes)) == ("Citizen Space", 1)


def test_what_has_neither_department_nor_overview_is_no_activity(structure):
    """Events of another calendar have a title and a first day too, and would all be told as incomplete activities."""
    with pytest.raises(UnreadableArchive):
        archive_of([{"title": "Paths", "startdate": "2024/03/01"}], structure)


def test_decidims_rows_are_read_by_name_and_repetitions_are_told(structure):
    """The same process comes once for each public space, columns in whatever order, another separator on another server."""
    backwards = dict(reversed(PROCESS.items()))
    foreign = backwards | {"id": "9", "slug": "other", "url": "https://elsewhere.example.com/processes/other"}
    content = decidim(",", participatory_processes=[backwards, backwards, foreign], proposals=[PROPOSAL, PROPOSAL])
    archive = archive_of(content, structure)
    (process,) = archive.processes
    assert (process.draft.id, process.draft.record["title"]) == ("paths", "שבילים")
    assert process.draft.record["status"] == "closing"
    assert len(archive.passed_over) == 2
    assert dict(process.draft.files)["responses.yml"].count("heard") == 1


def test_decidims_own_states_are_noted_and_empty_votes_are_not_none(structure):
    """Hidden votes are not zero; `partially_accepted` means what its installation says."""
    custom = PROPOSAL | {"id": "2", "state": "partially_accepted", "votes": "12", "title/he": "ספסל"}
    withdrawn = PROPOSAL | {"id": "3", "withdrawn": "true"}
    content = decidim(participatory_processes=[PROCESS], proposals=[PROPOSAL, custom, withdrawn])
    (process,) = archive_of(content, structure).processes
    assert dict(process.draft.files)["responses.yml"] == (
        "- heard: מדרכה\n  response: declined\n  explanation: 'נדחה: ציר חירום.'\n"
        "- heard: ספסל\n  voices: 12\n  response: noted\n  explanation: 'נדחה: ציר חירום.'\n"
    )


def test_decidims_results_are_promises_kept_only_when_they_are_done(structure):
    """A machine cannot say that something was half kept: that asks for a reason."""
    results = [
        {"id": "1", "parent/id": "", "title/he": "תוכנית", "url": f"{SPACE}/f/4/results/1", "progress": "50.0"},
        {"id": "2", "parent/id": "1", "title/he": "מדרכה", "url": f"{SPACE}/f/4/results/2", "progress": "100.0"},
        {"id": "3", "parent/id": "1", "title/he": "תאורה", "url": f"{SPACE}/f/4/results/3", "progress": "99.0"},
    ]
    (process,) = archive_of(decidim(participatory_processes=[PROCESS], results=results), structure).processes
    promises = dict(process.draft.files)["promises.yml"]
    assert promises.split("- id: ")[1:] == [
        f"result-2\n  text: מדרכה\n  status: kept\n  evidence: {SPACE}/f/4/results/2\n",
        "result-3\n  text: תאורה\n  status: pending\n",
    ]
    assert process.draft.record["outcomes"][0]["title"] == "תוכנית"


@pytest.mark.parametrize(
    ("progress", "status"), [("100", "kept"), ("100.0", "kept"), ("10", "pending"), ("1.0", "pending"), ("", "pending")]
)
def test_a_result_is_kept_at_a_hundred_percent_and_at_no_other_number_with_a_one(structure, progress, status):
    """A tenth of a path was told as a promise that is kept."""
    result = {"id": "2", "title/he": "מדרכה", "url": f"{SPACE}/f/4/results/2", "progress": progress}
    (process,) = archive_of(decidim(participatory_processes=[PROCESS], results=[result]), structure).processes
    assert f"status: {status}\n" in dict(process.draft.files)["promises.yml"]


def test_a_state_of_an_installations_own_is_marked_where_no_answer_says_what_it_means(structure):
    """ "Noted" was stated of a proposal that its platform calls half accepted, and nobody had said so."""
    custom = PROPOSAL | {"state": "partially_accepted", "answer/he": ""}
    (process,) = archive_of(decidim(participatory_processes=[PROCESS], proposals=[custom]), structure).processes
    assert dict(process.draft.files)["responses.yml"] == (
        "- heard: מדרכה\n  response: noted\n  explanation: '[להשלים: partially_accepted]'\n"
    )


MEETING = {
    "id": "4", "participatory_space/url": SPACE, "title/he": "סיור", "start_time": "2024-03-12 22:30:00",
    "end_time": "2024-03-12 23:30:00 UTC", "closing_report/he": "<p>הלכנו יחד.</p>", "closing_visible": "true",
    "withdrawn": "false", "withdrawn_at": "", "published": "true", "url": f"{SPACE}/f/2/meetings/4",
}  # fmt: skip


def test_a_meetings_times_are_utc_even_where_the_platform_does_not_say_so(structure):
    """Half past ten at night, written by a server of before 0.30, is the next day in Jerusalem."""
    (process,) = archive_of(decidim(participatory_processes=[PROCESS], meetings=[MEETING]), structure).processes
    ((path, text),) = process.draft.files
    assert path == "meetings/2024-03-13-4.md"
    assert "start_time: 00:30\nend_time: 01:30\n" in text
    assert "הלכנו יחד." in text


@pytest.mark.parametrize(
    "said",
    [{"withdrawn": "true"}, {"withdrawn_at": "2024-03-01 10:00:00 UTC"}, {"state": "withdrawn"}, {"published": "false"},
     {"private_meeting": "true"}],
)  # fmt: skip
def test_a_meeting_that_was_taken_back_or_never_published_is_not_taken(structure, said):
    """What an administrator had hidden on the platform would be on the site."""
    content = decidim(
        participatory_processes=[PROCESS], meetings=[MEETING | {"private_meeting": "", "state": ""} | said]
    )
    assert archive_of(content, structure).processes[0].draft.files == ()


def test_a_report_that_the_platform_does_not_show_stays_there(structure):
    """A draft of minutes, kept from the public, came with the open data."""
    content = decidim(participatory_processes=[PROCESS], meetings=[MEETING | {"closing_visible": "false"}])
    ((_, text),) = archive_of(content, structure).processes[0].draft.files
    assert "הלכנו יחד" not in text


@pytest.mark.parametrize("name", ["participate_url", "participation_url"])
def test_citizen_spaces_other_address_is_a_source_whatever_it_is_called(structure, name):
    """The reference and the live answers give it different names."""
    (process,) = archive_of([ACTIVITY | {name: "https://survey.example.org/paths"}], structure).processes
    assert [source["url"] for source in process.draft.record["sources"]] == [
        "https://consult.example.org/ministry/paths", "https://survey.example.org/paths",
    ]  # fmt: skip


def test_an_adhocracy_project_ends_with_its_last_module(structure):
    """`None` is a word in that file, and 21:59 its last minute of a day."""
    (process,) = archive_of(PROJECT, structure).processes
    wanted = {"start_date": "2024-03-01", "end_date": "2024-06-30", "status": "closing"}
    assert {name: process.draft.record[name] for name in wanted} == wanted
    assert [path for path, _ in process.draft.files] == ["meetings/2024-03-13-opening.md"]
    assert {chapter.element: chapter.body for chapter in process.draft.chapters} == {
        "background": "## Background\n\nA map",
        "content": "We will build.",
    }


def test_a_project_whose_modules_have_no_days_is_taken_without_any(structure):
    """The whole archive could not be read because one project had not said when it begins."""
    undated = {**PROJECT, "phases": {"past": {"modules": [module("None", "None")]}}}
    (process,) = archive_of(undated, structure).processes
    assert not {"start_date", "end_date"} & process.draft.record.keys()


@pytest.mark.parametrize(
    "content",
    [
        [govuk_item()],
        [govuk_item("open_consultation")],
        [ACTIVITY],
        PROJECT,
        decidim(participatory_processes=[PROCESS], proposals=[PROPOSAL], users=[{"name": "[[AUTHOR]]"}]),
    ],
    ids=["govuk", "govuk-open", "citizen-space", "adhocracy", "decidim"],
)
def test_people_stay_in_the_archive_and_the_catalogue_has_no_error(run, site, tmp_path, content):
    """Names, addresses and comments are in the same file as the content; a first import must build nevertheless."""
    file = tmp_path / "archive"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    result = run("import", "consultations", str(file), "--group", "taken")
    assert result.exit_code == 0, result.output
    written = [path for path in (site / "processes").rglob("*") if path.is_file()]
    assert all("[[" not in path.read_text(encoding="utf-8-sig") for path in written)
    assert "[[" not in result.output
    assert "status: closed" not in "".join(path.read_text("utf-8") for path in (site / "processes/taken").rglob("*.md"))
    assert {code for code in findings_of(site) if code[0] in "SFPML"} <= {"F031"}


def test_a_dry_run_writes_nothing(run, site, tmp_path):
    """One looks before one leaps."""
    (tmp_path / "a.json").write_text(json.dumps([ACTIVITY]), encoding="utf-8")
    before = sorted(site.rglob("*"))
    assert run("import", "consultations", str(tmp_path / "a.json"), "--dry-run").exit_code == 0
    assert sorted(site.rglob("*")) == before


@pytest.mark.parametrize("content", [b"", b"[1]", b'"text"', b"\xff", b"[" * 100_000, b'[{"a": 1}]', b"PK\x03\x04"])
def test_what_is_no_archive_is_said_in_a_line(structure, content):
    """A traceback tells an editor nothing."""
    with pytest.raises(UnreadableArchive):
        archive_of(content, structure)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id;title\n1;Paths\n", NO_ARCHIVE),
        (b"PK\x03\x04", NO_ARCHIVE),
        (b'[{"a":', NOT_JSON),
        (b'\xef\xbb\xbf\n{"a":', NOT_JSON),
    ],
)
def test_a_table_is_told_where_tables_are_read(structure, content, message):
    """Who brought the central unit's list was told that it is not JSON."""
    with pytest.raises(UnreadableArchive) as refusal:
        archive_of(content, structure)
    assert refusal.value.message == message


def test_no_mark_of_what_was_taken_out_is_written(structure):
    """Whoever shares an archive puts [[NAME]] where people were; it would stand on the page of the process."""
    item = govuk_item(body="<p>Ask [[NAME]] or [[E-MAIL]].</p>")
    item["title"] = "Paths [[NAME]] to schools"
    (process,) = archive_of({"results": [item]}, structure).processes
    assert process.draft.record["title"].split() == ["Paths", "to", "schools"]
    assert "[[" not in repr(process)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_an_answer_that_windows_saved_is_read(structure, encoding):
    """PowerShell writes UTF-16, and the office was told that its file is no JSON."""
    archive = archive_of(json.dumps([ACTIVITY]).encode(encoding), structure)
    assert [process.draft.id for process in archive.processes] == ["ministry-paths"]


def test_a_day_that_is_not_understood_is_said_with_its_field(structure):
    """A consultation lost its first day, nothing said so, and no gap stands where it was."""
    other = {"startdate": "01/03/2024", "enddate": "spring", "resultdate": "", "feedbackdate": "None"}
    project = {**PROJECT, "phases": {"past": {"modules": [module("1 March", "None")]}}}
    read = {
        "activity": archive_of([ACTIVITY | other], structure),
        "item": archive_of([govuk_item(opening_date="1 June 2024")], structure),
        "row": archive_of(decidim(participatory_processes=[PROCESS | {"start_date": "1.3.2024"}]), structure),
        "project": archive_of(project, structure),
    }
    assert {name: archive.processes[0].unread for name, archive in read.items()} == {
        "activity": ("startdate: 01/03/2024", "enddate: spring"),
        "item": ("opening_date: 1 June 2024",),
        "row": ("start_date: 1.3.2024",),
        "project": ("module_start: 1 March",),
    }


def test_rows_of_a_process_that_were_not_taken_are_counted(structure):
    """Half of the proposals have no answer yet, and the import looked as if it had taken them all."""
    rows = [PROPOSAL, PROPOSAL | {"id": "2", "state": ""}, PROPOSAL | {"id": "3", "withdrawn": "true"}]
    meeting = {"id": "1", "participatory_space/url": SPACE, "title/he": "מפגש", "start_time": "", "url": f"{SPACE}/f/2"}
    content = decidim(participatory_processes=[PROCESS], proposals=rows, meetings=[meeting])
    assert archive_of(content, structure).processes[0].rows_left_out == (("meetings", 1), ("proposals", 2))
    assert archive_of(decidim(participatory_processes=[PROCESS]), structure).processes[0].rows_left_out == ()


def test_a_language_that_no_record_can_be_in_is_marked(structure):
    """A Welsh or Spanish text was read out by screen readers as English, and nobody was asked."""
    welsh = archive_of([govuk_item() | {"locale": "cy"}], structure).processes[0].draft
    spanish = {"id": "7", "title/es": "Caminos", "slug": "caminos", "url": SPACE, "developer_group/es": "Ministerio"}
    assert "language" in welsh.assumed
    assert "language" in archive_of(decidim(participatory_processes=[spanish]), structure).processes[0].draft.assumed
    assert "language" not in archive_of([govuk_item() | {"locale": "en"}], structure).processes[0].draft.assumed
