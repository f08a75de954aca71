"""All that an import makes of the archives of four platforms, in whole; `every_word/<platform>.yml` holds each."""

from __future__ import annotations

import msgspec
import pytest

from generator.importing.platforms.read import read_archive
from generator.structure import Structure, load_structure
from tests.importing.test_every_word_of_an_import import KNOWN, LONG, SAID, TODAY
from tests.importing.test_platforms import (
    ACTIVITY,
    MEETING,
    PROCESS,
    PROJECT,
    PROPOSAL,
    SPACE,
    decidim,
    govuk_item,
    module,
)
from tests.snapshots import assert_as_written

STRUCTURE: Structure = load_structure()


"""More than a short description holds."""


ORGANISATIONS = [
    {"content_id": "b", "base_path": "/government/organisations/example-agency", "title": "Example Agency"},
    {"content_id": "a", "base_path": "/government/organisations/health", "title": "Department of Health"},
    {"content_id": "c", "base_path": "/government/organisations/third", "title": "Third | Troisième"},
    {"content_id": "c", "base_path": "/government/organisations/third", "title": "Third | Troisième"},
    {"content_id": "d", "title": ""},
]


GOVUK = [
    {
        **govuk_item(
            body="<h2>Why</h2><p>What was <a href='/guidance'>asked</a></p>",
            final_outcome_publication_date="2024-09-01T12:00:00+01:00",
            held_on_another_website_url="https://consult.example.org/paths",
            emphasised_organisations=["a"],
            final_outcome_detail="",
            outcome_detail="<p>We will build.</p>",
            public_feedback_attachments=["9002"],
            documents=[
                "<section><h3 class='title'><a href='/uploads/map.pdf'>The map</a></h3><h2><a href='/no'>no</a></h2></section>",
                7,
            ],
            a_new_field=1,
        ),
        "description": LONG,
        "links": {
            "organisations": ORGANISATIONS,
            "primary_publishing_organisation": [ORGANISATIONS[2]],
            "available_translations": [],
            "people": [],
        },
    },
    govuk_item("closed_consultation", change_history="none", body="")
    | {
        "base_path": "/c/closed",
        "withdrawn_notice": {"withdrawn_at": "2024-10-01T00:00:00Z", "explanation": "<p>By law.</p>"},
    },
    govuk_item("open_call_for_evidence", opening_date="", closing_date="")
    | {"base_path": "/c/open", "description": "", "withdrawn_notice": {"withdrawn_at": "2024-10-01T00:00:00Z"}},
    govuk_item("open_consultation") | {"base_path": "/c/open"},
    govuk_item("call_for_evidence") | {"base_path": "/c/later"},
    govuk_item("open_consultation") | {"base_path": "/c/nobody", "links": {}},
    govuk_item("open_consultation") | {"base_path": "/c/untitled", "title": " "},
    {"document_type": "press_release"},
    {"title": "of no kind"},
]


CITIZEN_SPACE = [
    ACTIVITY
    | {
        "why": "<p>To know <a href='more'>more</a>.</p>",
        "supporting_documents": [{"title": " The  map ", "url": "/maps/1.pdf"}, {"title": "no address"}],
        "related_links": [{"title": "", "url": "https://example.org/law"}],
        "participate_url": "https://survey.example.org/paths",
        "type_string": "Quickconsult",
        "a_new_field": 1,
    },
    ACTIVITY | {"dept": "", "workspace_id": "roads", "id": "Lamps", "status": "Open", "overview": "", "what_happens_next": "",
                "resultdate": "", "resultsdate": "2024/10/05", "type_string": "Workshop", "startdate": "soon", "title": LONG},
    ACTIVITY | {"id": "ar", "title": "مسارات إلى المدارس", "workspace_title": "", "department": "بلدية"},
    ACTIVITY | {"id": "he", "title": "שבילים לבתי ספר", "workspace_title": "משרד הבריאות"},
    ACTIVITY | {"id": "later", "status": "forthcoming", "url": ""},
    ACTIVITY | {"id": "he", "workspace_title": "משרד הבריאות", "url": ""},
    ACTIVITY | {"id": "", "url": ""},
    ACTIVITY | {"title": "", "url": ""},
    ACTIVITY | {"id": "unknown", "status": "archived"},
]  # fmt: skip


ADHOCRACY = {
    "project": PROJECT["project"] | {"information": "<h2>Where</h2><p>Everywhere</p><h3>When</h3>", "access": 1, "url": "x"},
    "phases": {
        "past": {"modules": [module("2024-03-01 07:00:00+00:00", "2024-06-30 21:59:00+00:00", "debate"), 7]},
        "current": {"modules": [module("2024-02-01", "2026-06-30 10:58:00+00:00", "interactive-event"), module("", "", "new")]},
        "upcoming": 7,
    },
    "offline_events": [
        {"name": "Opening", "slug": "Opening Day", "date": "2024-03-12T22:30:00+00:00", "event_type": "Talk",
         "description": "<h1>Where</h1><p>In the hall.</p>"},
        {"name": "Undated", "date": "soon"},
        {"name": "", "date": "2024-03-12T22:30:00+00:00"},
        {"name": "Close", "date": "2024-03-13 09:05"},
    ],
}  # fmt: skip


DECIDIM = {
    "participatory_processes": [
        PROCESS | {"reference": "EX-1", "meta_scope/he": "<p>כל העיר</p>", "target/he": "<h2>למי</h2><p>לכולם</p>"},
        {"id": "8", "title/en": "Lamps", "reference": "EX 2", "url": "https://open.example.org/processes/lamps",
         "short_description/en": LONG, "end_date": "2026-02-01"},
        {"id": "9", "title/ar": "إنارة", "slug": "ar", "url": "https://open.example.org/processes/ar"},
        {"id": "10", "slug": "untitled", "url": "https://open.example.org/processes/untitled"},
        {"id": "11", "title/he": "בלי כתובת", "url": "https://open.example.org/processes/none"},
        {"id": "12", "title/he": "אחר", "slug": "other", "url": "https://elsewhere.example.com/processes/other"},
        PROCESS,
    ],
    "proposals": [
        PROPOSAL,
        PROPOSAL | {"id": "2", "state": "evaluating", "title/he": "ספסל", "votes": "12", "answer/he": ""},
        PROPOSAL | {"id": "3", "state": "accepted", "title/he": "", "title/en": "'=A lamp", "votes": "٣"},
        PROPOSAL | {"id": "4", "state": ""},
        PROPOSAL | {"id": "5", "state_published_at": ""},
        PROPOSAL | {"id": "6", "participatory_space/url": "https://open.example.org/processes/ar", "url": ""},
        PROPOSAL | {"id": "7", "state": "half_done", "answer/he": "", "title/he": "גינה"},
    ],
    "meetings": [
        MEETING
        | {"attendees": "12", "organizations": "a", "attending_organizations": "גוף א, , גוף ב", "location/he": "<p>אולם</p>"},
        MEETING | {"id": "5", "attendees": "0", "organizations": "גוף ג", "end_time": "2024-03-14 10:00:00",
                   "closing_report/he": ""},
        MEETING | {"id": "6", "title/he": ""},
        MEETING | {"id": "7", "start_time": "soon"},
    ],
    "results": [
        {"id": "1", "title/he": "תוכנית", "url": f"{SPACE}/f/4/results/1", "progress": "100"},
        {"id": "2", "parent/id": "1", "title/he": "מדרכה", "description/he": "<p>ליד הגן</p>", "url": f"{SPACE}/f/4/results/2",
         "progress": "100.00", "end_date": "2024-12-31"},
        {"id": "3", "parent/id": "1", "title/he": "תאורה", "url": f"{SPACE}/f/4/results/3", "progress": "1000"},
    ],
    "users": [{"name": "x"}],
}  # fmt: skip


def columns_of_all(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows with the columns of all of them, as a server writes them."""
    names = dict.fromkeys(name for row in rows for name in row)
    return [dict.fromkeys(names, "") | row for row in rows]


@pytest.mark.parametrize("platform", ["govuk", "citizen-space", "adhocracy", "decidim"])
def test_what_is_taken_of_an_archive_stands_where_it_belongs_and_the_rest_is_accounted_for(platform: str) -> None:
    """A consultation that is imported with another's body, day or answer is believed, since a platform said it."""
    files = {name: columns_of_all(rows) for name, rows in DECIDIM.items()}
    content = {
        "govuk": msgspec.json.encode({"results": GOVUK}),
        "citizen-space": msgspec.json.encode(CITIZEN_SPACE),
        "adhocracy": msgspec.json.encode(ADHOCRACY),
        "decidim": decidim(**files),
    }[platform]
    archive = read_archive(content, STRUCTURE, KNOWN, zone="Asia/Jerusalem", today=TODAY)
    assert_as_written(SAID / f"{platform}.yml", archive)
