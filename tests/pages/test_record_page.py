"""The first page of a process: what it answers at a glance, when things happened, what is done and what is missing."""

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.model.dates import PartialDate
from generator.model.published import (
    MissingPart,
    PublishedProcess,
)
from generator.model.site import ROOT, Page
from generator.rendering.card import card_of, render_card
from generator.rendering.context import CrossReferences, SiteContext, Stage
from tests.pages.conftest import pages_of, soup_of


def closing(process: PublishedProcess) -> PublishedProcess:
    """The same process while it is being closed."""
    record = process.record
    return replace(process, record=replace(record, status="closing", closing=replace(record.closing, output_sent=None)))


def test_the_record_answers_at_a_glance(pages: dict[str, Page]) -> None:
    """State first, then what was decided, what became of it, and what was promised."""
    page = soup_of(pages["safe-routes/"])
    headings = [heading["id"] for heading in page.find_all("h2")]
    assert headings[:5] == ["bottom-lines", "responses", "outcomes", "promises", "in-brief"]
    # What a participant asks first is a button under the title, on the first screen of a telephone.
    assert page.select_one(".actions a")["href"] == f"{ROOT}safe-routes/responses/"  # the answers, not their number
    state = page.select_one(".page-head .state-line")
    assert state is not None
    assert "סגור" in state.text
    assert "שלב בדרך" in state.text
    assert [tag.text for tag in page.select(".tag--decision")] == ["החלטה"]
    lag = page.select("[data-sikum-lag]")
    assert [each["data-sikum-lag"] for each in lag] == ["22"]
    assert "קהל היעד: משתתפי התהליך ומקבלי החלטות" in page.text
    assert {"אומץ", "צפוי", "נדחה"} <= {state.text for state in page.select(".outcomes .state")}


def test_the_body_has_the_name_of_its_own_time(pages: dict[str, Page]) -> None:
    """A process of 2003 was convened by the ministry as it was then called."""
    page = soup_of(pages["safe-routes/"])
    link = page.select_one(".state-line a")
    assert link is not None
    assert (link.text, link["href"]) == ("משרד התחבורה בשמו דאז", f"{ROOT}ministries/transport/")


def test_a_full_date_range_is_not_turned_around(pages: dict[str, Page]) -> None:
    """A dash with a number on each side, isolated as a range, would put the second day before what stands before it."""
    dots = soup_of(pages["safe-routes/"]).select_one(".page-head .dots li")
    assert dots is not None
    assert dots.decode_contents() == "15 בינואר – 30 ביוני 2023"


def test_the_timeline_is_in_order_and_ends_with_what_has_not_happened(pages: dict[str, Page]) -> None:
    """A reader follows the process from its dates alone."""
    lists = soup_of(pages["safe-routes/"]).select(".timeline")
    for events in lists:
        dates = [time["datetime"] for event in events.select("li") if (time := event.find("time"))]
        assert dates == sorted(dates)
    steps, folded = (each.select("li") for each in lists)
    assert {"is-meeting", "is-change"} >= {name for event in folded for name in event["class"]}
    events = steps
    assert "תחילת השיתוף" in events[0].text
    assert "is-future" in events[-1]["class"]
    late = [event.text for event in events if "is-late" in event["class"]]
    assert len(late) == 1
    assert "לדווח אחרי שנה" in late[0]


def test_a_start_in_a_month_comes_before_an_end_in_that_year(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Dates of different precision must not put the end before the beginning."""
    record = replace(process.record, start_date=PartialDate(2023, 2), end_date=PartialDate(2023))
    page = pages_of(replace(process, record=record), cross_references, context)["safe-routes/"]
    texts = [event.text for event in soup_of(page).select(".timeline > li")]
    begins = next(index for index, text in enumerate(texts) if "תחילת השיתוף" in text)
    ends = next(index for index, text in enumerate(texts) if "סיום השיתוף" in text)
    assert begins < ends


def test_a_process_in_closing_lists_what_is_done_and_what_is_missing(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Who has to act, and under which rule: each missing step has its code, each explained one its reason."""
    page = soup_of(pages_of(closing(process), cross_references, context)["safe-routes/"])
    assert [step["data-sikum-finding"] for step in page.select("[data-sikum-finding]")] == ["G004", "C001"]
    assert [each["data-sikum-waived"] for each in page.select("[data-sikum-waived]")] == ["thanked", "foreword"]
    assert "הכתובות לא נשמרו." in page.text
    assert page.select_one(".banner--closing") is not None
    lag = page.select_one("[data-sikum-lag]")
    assert lag is not None
    assert "לא נשלח" in lag.text


def test_a_closed_process_shows_its_waivers_and_no_checklist(pages: dict[str, Page]) -> None:
    """What was explained instead of done stays visible after the closing."""
    page = soup_of(pages["safe-routes/"])
    assert page.select("[data-sikum-finding]") == []
    waived = page.select_one("[data-sikum-waived=foreword]")
    assert waived is not None
    assert "לא נכתבה הקדמה בזמן התהליך." in waived.text


def test_the_promises_are_one_click_from_the_title_and_from_the_card(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Whoever comes to see what was kept would have to look for it below the outcomes; where none was made, nothing is there."""

    def links(shown: PublishedProcess) -> tuple[set[str], set[str]]:
        record = soup_of(pages_of(shown, cross_references, context)["safe-routes/"])
        card = BeautifulSoup(render_card(card_of(shown, context), context), "html.parser")
        return {str(a["href"]) for a in record.select(".actions a")}, {str(a["href"]) for a in card.select(".dots a")}

    promises = f"{ROOT}safe-routes/promises/"
    actions, dots = links(process)
    assert promises in actions
    assert dots == {promises}
    actions, dots = links(replace(process, promises=()))
    assert promises not in actions
    assert dots == set()


def test_stages_are_shown_as_one_chain(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Whoever comes to the middle of a chain sees where it came from and where it went."""
    following = Stage(id="pilot", url="pilot/", title="הניסיון", status="open", language="he")
    page = soup_of(pages_of(process, replace(cross_references, following=(following,)), context)["safe-routes/"])
    stages = page.select(".stages > li")
    assert [stage.a["href"] if stage.a else None for stage in stages] == [f"{ROOT}first-stage/", None, f"{ROOT}pilot/"]
    assert stages[1]["aria-current"] == "step"
    assert page.find("a", href=f"{ROOT}first-stage/reflection/") is not None
    assert page.select_one(".banner--stage a") is not None


@pytest.mark.parametrize(
    ("is_past", "status", "words"),
    [
        (False, "", "השלב הבא:"),
        (True, "", "מה בא אחר כך:"),
        (False, "open", "השלב הבא:"),
        (False, "closed", "מה בא אחר כך:"),
    ],
)
def test_a_stage_that_has_come_is_not_called_the_next(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext,
    is_past: bool, status: str, words: str,
) -> None:  # fmt: skip
    """A decision of 2014 under the words "the next stage" reads as a page that nobody looks after."""
    stages = (Stage(id="pilot", url="pilot/", title="הניסיון", status=status, language="he"),) if status else ()
    shown = replace(cross_references, following=stages)
    page = soup_of(pages_of(replace(process, is_next_stage_past=is_past), shown, context)["safe-routes/"])
    banner = page.select_one(".banner--stage")
    (event,) = (each for each in page.select(".timeline > li") if words in each.get_text())
    assert banner is not None
    assert words in banner.get_text()
    assert ("is-future" in event["class"]) == (words == "השלב הבא:")


def test_citizens_read_what_is_missing_by_its_title_and_not_by_the_name_of_a_file(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """`Missing: reflection, add reflection.md` is an instruction to an editor, on a page for everybody."""
    missing = MissingPart(rule="C001", values={"element": "reflection"})
    told = replace(closing(process), missing=(missing,))
    [line] = soup_of(pages_of(told, replace(cross_references, findings=()), context)[process.url]).select(
        '.checklist [data-sikum-finding="C001"]'
    )
    assert "מבט לאחור" in line.text
    assert "reflection" not in line.text
    assert "C001" not in line.text
    preview = replace(cross_references, findings=("<p>",))
    assert "reflection.md" in pages_of(told, preview, context)[process.url].body, "the preview says what to do"


def test_a_closed_process_that_answers_nobody_says_so_where_the_answers_would_stand(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """A participant's first question is not met with silence: 6 of 12 pages simply had no such section."""
    silent = replace(process, responses=())
    page = soup_of(pages_of(silent, cross_references, context)[process.url])
    section = page.select_one("section:has(> #responses)")
    assert section is not None
    assert "לא נרשם מה נעשה עם מה שנשמע" in section.text
    assert "לא נרשם" not in soup_of(pages_of(process, cross_references, context)[process.url]).text
