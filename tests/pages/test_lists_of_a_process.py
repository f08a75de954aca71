"""The people, the promises and the answers of a process: each in a row with what belongs to it, and no figure too small."""

from msgspec.structs import replace

from generator.model.published import (
    PublishedParticipant,
    PublishedParticipants,
    PublishedProcess,
    SectorFigure,
)
from generator.model.site import ROOT, Page
from generator.rendering.context import CrossReferences, SiteContext
from tests.pages.conftest import pages_of, soup_of


def test_small_figures_of_participants_stay_hidden(pages: dict[str, Page]) -> None:
    """A figure of 1–4 may point at a person; its complement would give it away."""
    for url in ("safe-routes/", "safe-routes/participants/"):
        rows = soup_of(pages[url]).select(".chart tbody tr")
        cells = {label.text: value.text for label, value in (row.find_all(["th", "td"]) for row in rows)}
        assert cells == {"ציבור": "40", "ממשלה": "8", "עסקים": "לא מתפרסם", "אקדמיה": "לא מתפרסם"}


def test_where_all_groups_are_small_the_page_says_so(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """A chart without bars would look broken."""
    people = PublishedParticipants(sectors=(SectorFigure(sector="academia", count=None),), unlisted_count=3)
    page = pages_of(replace(process, participants=people), cross_references, context)["safe-routes/participants/"]
    assert "קטנות מכדי לפרסם" in soup_of(page).text


def test_the_list_of_people_has_a_row_for_each_and_says_who_is_not_in_it(pages: dict[str, Page]) -> None:
    """A person without a name in the list is shown with what they agreed to, and the others are counted."""
    page = soup_of(pages["safe-routes/participants/"])
    rows = page.select("table[data-sikum-participants] tbody tr")
    assert len(rows) == 2
    assert "בלי שם" in rows[1].text
    assert "12 משתתפים נוספים נספרים בלי פרטים" in page.text
    assert "עוד 72 משתתפים אינם ברשימה" in page.text
    assert "טופס הרשמה" in page.text


def test_a_list_of_thousands_is_cut_into_pages(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """20,000 rows on one page are several megabytes and a frozen phone."""
    listed = tuple(PublishedParticipant(name=f"שם {number}") for number in range(1_250))
    people = PublishedParticipants(listed=listed)
    pages = pages_of(replace(process, participants=people), cross_references, context)
    urls = [url for url in pages if "/participants/" in url]
    assert urls == [f"safe-routes/participants/{rest}" for rest in ("", "page/2/", "page/3/")]
    counts = [len(soup_of(pages[url]).select("table[data-sikum-participants] tbody tr")) for url in urls]
    assert counts == [500, 500, 250]
    assert pages[urls[0]].title != pages[urls[1]].title


def test_the_ledger_shows_each_promise_with_its_state_and_its_history(pages: dict[str, Page]) -> None:
    """Promised, planned, done, evidence: whoever was promised something finds what became of it."""
    page = soup_of(pages["safe-routes/promises/"])
    promises = {each["data-sikum-promise"]: each for each in page.select("[data-sikum-promise]")}
    assert {name: each["data-status"] for name, each in promises.items()} == {
        "summary": "kept",
        "one-desk": "not-kept",
        "report": "pending",
    }
    evidence = promises["summary"].find("a", href=f"{ROOT}safe-routes/appendices/summary.pdf")
    assert evidence is not None
    dates = [time["datetime"] for time in promises["summary"].select(".updates time")]
    assert dates == ["2023-07-01", "2023-07-22"]
    assert "באיחור" in promises["report"].text
    unmet = promises["one-desk"].find_all("a", href=f"{ROOT}safe-routes/reflection/#unmet")
    assert unmet
    made = promises["one-desk"].find("a", href=f"{ROOT}safe-routes/meetings/2023-02-05-opening/")
    assert made is not None


def test_unmet_expectations_lead_back_to_the_promise(pages: dict[str, Page]) -> None:
    """The debrief and the promise it is about name each other; so do a meeting and what was promised there."""
    back = f"{ROOT}safe-routes/promises/#one-desk"
    assert soup_of(pages["safe-routes/reflection/"]).find("a", href=back) is not None
    assert soup_of(pages["safe-routes/meetings/2023-02-05-opening/"]).find("a", href=back) is not None


def test_a_response_leads_to_its_place_in_the_output(pages: dict[str, Page]) -> None:
    """Heard, done, why, where; a chapter that is not there is no link to nowhere."""
    page = soup_of(pages["safe-routes/responses/"])
    links = [link["href"] for link in page.select(".response a")]
    assert links == [f"{ROOT}safe-routes/policy/#rules"]
