"""The whole document, the one page and the hand-out as pages of the site."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag
from msgspec.structs import replace

from generator.editions import process_job
from generator.markup import scan_body
from generator.model.content import UNKNOWN, Update
from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.model.record import Approval, Outcome, Output
from generator.model.site import ROOT, Page
from generator.rendering.context import CrossReferences, SiteContext
from generator.views.shared import view_of


def pages_of(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> dict[str, Page]:
    """The editions of a process by the last part of their address."""
    pages = {}
    for file in process_job(view_of(process, cross_references, context), "key").build():
        assert isinstance(file.content, Page)
        pages[file.content.url.removeprefix(process.url).strip("/")] = file.content
    return pages


@pytest.fixture
def document(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> BeautifulSoup:
    """The print page, parsed."""
    return BeautifulSoup(pages_of(process, cross_references, context)["print"].body, "lxml")


def test_no_two_things_in_the_document_have_one_id(document: BeautifulSoup) -> None:
    """Two chapters have a part of the same name; a link to the second would lead to the first."""
    ids = [tag["id"] for tag in document.find_all(id=True)]
    assert sorted(ids) == sorted(set(ids))
    assert "doc:reflection:plan-and-execution" in ids
    assert "doc:invitation:plan-and-execution" in ids


def test_links_between_chapters_lead_within_the_document(document: BeautifulSoup) -> None:
    """On paper, or in a saved file, there is no other page to go to."""
    ids = {tag["id"] for tag in document.find_all(id=True)}
    within = [str(link["href"])[1:] for link in document.select('a[href^="#"]')]
    assert set(within) <= ids
    assert {
        "doc:reflection:unmet",
        "doc:meetings:opening",
        "doc:promises",
        "doc:participants",
        "doc:foreword:fn:1",
    } <= set(within)
    assert not [
        link for link in document.select(f'a[href^="{ROOT}safe-routes/"]') if link["href"].endswith("/reflection/")
    ]


def test_headings_go_down_one_step_at_a_time(document: BeautifulSoup) -> None:
    """Whoever listens to the page moves by its headings; a step left out sounds like a part that is missing."""
    levels = [int(tag.name[1]) for tag in document.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_document_follows_the_generic_structure(document: BeautifulSoup) -> None:
    """A decision maker who was not there reads in this order; the contents say the same."""
    order = [section["id"] for section in document.select(".chapter")]
    assert order == [
        "doc-record",
        "doc-brief",
        "doc:foreword",
        "doc:reflection",
        "doc:promises",
        "doc:responses",
        "doc:meetings",
        "doc:invitation",
        "doc:participants",
        "doc-sources",
    ]
    contents = [str(link["href"])[1:] for link in document.select(".contents > li > a")]
    assert contents == order[:-1]


def test_what_was_not_agreed_to_is_not_in_the_table(document: BeautifulSoup) -> None:
    """A row without a name says so, and those who are only counted are a number."""
    rows = document.select("table[data-sikum-participants] tbody tr")
    assert [row.th.get_text() for row in rows if row.th] == ["משתתפת לדוגמה", "השם לא פורסם"]
    assert "84 משתתפים נוספים נספרים בלי פרטים" in document.get_text()
    assert [cell.get_text() for cell in document.select('[id="doc:participants"] td.num')][:3] == [
        "80",
        "לא מתפרסם",
        "לא מתפרסם",
    ]


def test_a_reason_stands_where_something_is_missing(document: BeautifulSoup) -> None:
    """An office may explain instead of comply; the reader of the print must see the reason too."""
    assert [waived.get_text() for waived in document.select(".waived")] == ["תודה למשתתפים התודות נאמרו בעל פה."]


def test_only_a_safe_address_becomes_a_link(document: BeautifulSoup) -> None:
    """A record could otherwise carry a script into the page."""
    assert "javascript:" not in str(document)
    assert "תיקון חוק" in document.get_text()


def test_news_of_an_outcome_are_marked_in_the_document_and_the_last_stands_on_the_one_page(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """A state without its mark runs into the note; all addresses on the one page push a bottom line off it."""
    news = (
        Update(date=PartialDate(2024, 3), note="ההצעה הוגשה.", state="submitted", url="https://example.org/bill"),
        Update(date=PartialDate(2024, 8), note="ההצעה אומצה.", state="adopted", url="https://example.org/law"),
    )
    outcome = Outcome(id="law", type="legislation", title="חוק", evidence="https://example.org/all", updates=news)
    told = replace(process, record=replace(process.record, outcomes=(outcome,)))
    pages = {
        name: BeautifulSoup(page.body, "lxml").select_one(".outcomes")
        for name, page in pages_of(told, cross_references, context).items()
    }
    print_page, brief = pages["print"], pages["brief"]
    assert print_page is not None
    assert brief is not None
    assert [line.get_text(" ", strip=True) for line in print_page.select(".updates li")] == [
        "מרץ 2024 הוגש ההצעה הוגשה. https://example.org/bill",
        "אוגוסט 2024 אומץ ההצעה אומצה. https://example.org/law",
    ]
    assert [mark.get_text() for mark in print_page.select(".updates .state")] == ["הוגש", "אומץ"]
    assert print_page.select_one("p > a")["href"] == "https://example.org/all"
    assert [line.get_text(" ", strip=True) for line in brief.select(".updates li")] == ["אוגוסט 2024 אומץ ההצעה אומצה."]
    assert [link["href"] for link in brief.select("a")] == ["https://example.org/all"]


def test_dates_in_words_keep_their_order(document: BeautifulSoup) -> None:
    """`2023 – 30` inside two dates is no range: set left to right, the second day would change places with the first year."""
    assert str(document.select_one(".dots li")) == "<li>15 בינואר – 30 ביוני 2023</li>"


def test_a_hand_out_is_made_for_a_meeting_only(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """The profile's answer on distribution decides; a page nobody asked for would have to be kept."""
    assert set(pages_of(process, cross_references, context)) == {"print", "brief", "handout"}
    output = replace(process.record.output, distribution=("digital",))
    digital = replace(process, record=replace(process.record, output=output, bottom_lines=()))
    assert set(pages_of(digital, cross_references, context)) == {"print"}


def test_links_of_the_hand_out_lead_to_the_chapters_themselves(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """The hand-out holds no chapters; a link within it would lead nowhere."""
    handout = BeautifulSoup(pages_of(process, cross_references, context)["handout"].body, "lxml")
    assert handout.select_one(f'a[href="{ROOT}safe-routes/reflection/#unmet"]')
    assert not handout.select('a[href^="#"]')


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_a_process_that_says_little_has_no_empty_sections(
    process: PublishedProcess, context: SiteContext, language: str
) -> None:
    """A heading over nothing reads as a fault of the office."""
    record = replace(
        type(process.record)(title="Short", ministry="office", kind="knowledge", status="open", language=language),
        output=Output(),
    )
    bare = PublishedProcess(
        id="bare", url="bare/", path="bare", record=record, brief=scan_body("bare/index.md", "", 1, ())
    )
    page = pages_of(bare, CrossReferences(), context)["print"]
    document = BeautifulSoup(page.body, "lxml")
    assert page.language == language
    assert [section["id"] for section in document.select(".chapter")] == ["doc-record"]
    headings = document.select("h2, h3")
    assert all(heading.find_next_sibling() for heading in headings)


def test_who_stood_behind_it_stands_in_the_document_and_on_the_one_page(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """On paper a reader would not know that anybody answers for it."""
    signed = Approval(who="דוגמה ראשונה", role="סמנכ״לית", date=PartialDate(2024, 4), of="output")
    record = replace(process.record, approvals=(signed,))
    for name in ("print", "brief"):
        without, page = (
            BeautifulSoup(pages_of(each, cross_references, context)[name].body, "lxml").get_text(" ", strip=True)
            for each in (replace(process, record=replace(record, approvals=())), replace(process, record=record))
        )
        assert "דוגמה ראשונה, סמנכ״לית" in page
        assert "אפריל 2024" in page
        assert "מי עומד מאחוריו" in page
        assert "מי עומד מאחוריו" not in without


def test_a_one_page_that_has_room_says_what_the_process_was_about_and_what_was_done(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Half a sheet was left white, and a minister asked what had been talked about; a full one drops no outcome for it."""

    def brief_with(outcomes: int, process: PublishedProcess) -> Tag:
        record = replace(process.record, outcomes=process.record.outcomes[:1] * outcomes, bottom_lines=lines)
        page = pages_of(replace(process, record=record), cross_references, context)["brief"]
        brief = BeautifulSoup(page.body, "lxml").select_one(".brief")
        assert brief
        return brief

    lines, about = process.record.bottom_lines[:3], process.record.short_description
    spare, full = brief_with(1, process), brief_with(12, process)
    assert "brief--large" in spare["class"]
    assert about in spare.get_text()
    assert "מה נעשה עם מה" in spare.get_text()
    assert "brief--dense" in full["class"]
    assert len(full.select(".outcomes > li")) == 12
    assert about not in full.get_text()
    unknown = tuple(replace(each, response=UNKNOWN) for each in process.responses)
    assert "מה נעשה עם מה" not in brief_with(1, replace(process, responses=unknown)).get_text()
