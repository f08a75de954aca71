"""The pages of one process, read as a browser gets them: hooks, links, languages, and what must not be there."""

import json
from collections.abc import Iterator

import msgspec
import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.markup import scan_body
from generator.model.dates import PartialDate
from generator.model.published import (
    MissingPart,
    PublishedCatalogue,
    PublishedParticipant,
    PublishedParticipants,
    PublishedProcess,
    SectorFigure,
    WithdrawnNotice,
)
from generator.model.record import NextStage, Record
from generator.model.site import ROOT, Page
from generator.pages import process_job, withdrawn_jobs
from generator.pages.process.job import process_pages
from generator.rendering.card import card_of, render_card
from generator.rendering.context import CrossReferences, SiteContext, Stage
from generator.search import SearchDocument


def pages_of(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> dict[str, Page]:
    """By URL, in the order in which they are made."""
    return {page.url: page for page in process_pages(process, cross_references, context)}


@pytest.fixture
def pages(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> dict[str, Page]:
    """All pages of the process that has everything."""
    return pages_of(process, cross_references, context)


def soup_of(page: Page) -> BeautifulSoup:
    """A page's main content, parsed."""
    return BeautifulSoup(page.body, "html.parser")


def closing(process: PublishedProcess) -> PublishedProcess:
    """The same process while it is being closed."""
    record = process.record
    return replace(process, record=replace(record, status="closing", closing=replace(record.closing, output_sent=None)))


def test_each_page_says_once_what_it_is(pages: dict[str, Page]) -> None:
    """Scripts and tests of others find a page's content by its hook; two hooks on a page would be two pages."""
    for page in pages.values():
        hooks = soup_of(page).select("[data-sikum-page]")
        assert [hook["data-sikum-page"] for hook in hooks] == [page.kind]
        assert hooks[0]["data-sikum-process"] == "safe-routes"
    assert {page.kind for page in pages.values()} == {
        "process",
        "chapter",
        "participants",
        "promises",
        "responses",
        "meeting",
    }


def test_no_page_leads_to_a_page_that_is_not_there(pages: dict[str, Page]) -> None:
    """A link within the process, in text, side list or pager, has to arrive."""
    elsewhere = ("ministries/", "kinds/", "methods/", "topics/", "first-stage/", "guide/", "assets/")
    others = ("print/", "brief/", "handout/", "process.json", "citation.bib", "citation.ris", "citation.cff")
    made_by_others = {f"safe-routes/{name}" for name in others}
    files = {"safe-routes/appendices/summary.pdf", "safe-routes/appendices/table.csv"}
    for page in pages.values():
        for link in _links(page):
            url, _, anchor = link.partition("#")
            if not url or url.startswith(elsewhere) or url in made_by_others | files:
                continue
            assert url in pages, (page.url, link)
            if anchor:
                assert soup_of(pages[url]).find(id=anchor) is not None, (page.url, link)


def _links(page: Page) -> Iterator[str]:
    for part in (page.body, page.side, page.pager):
        for link in BeautifulSoup(part, "html.parser").find_all("a", href=True):
            if str(link["href"]).startswith(ROOT):
                yield str(link["href"]).removeprefix(ROOT)


def test_an_address_that_is_no_web_address_is_never_a_link(pages: dict[str, Page]) -> None:
    """`javascript:` in an outcome, a file or a promise's evidence would run in the reader's page."""
    for page in pages.values():
        for link in BeautifulSoup(page.body + page.side, "html.parser").find_all("a", href=True):
            assert str(link["href"]).startswith((ROOT, "#", "http", "mailto:", "tel:"))


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


def test_a_part_that_the_prose_covers_can_be_linked(pages: dict[str, Page]) -> None:
    """A part named in `covers` has no heading, and a link to it must arrive all the same."""
    assert soup_of(pages["safe-routes/foreword/"]).find(id="thanks") is not None


def test_chapters_follow_the_structure_and_appendices_close_the_file(pages: dict[str, Page]) -> None:
    """The side list is the table of contents of the closing document."""
    side = BeautifulSoup(pages["safe-routes/"].side, "html.parser").select_one("nav.side")
    assert side is not None
    stems = [str(link["href"]).removeprefix(f"{ROOT}safe-routes/").rstrip("/") for link in side.find_all("a")]
    assert stems == [
        "",
        "foreword",
        "reflection",
        "policy",
        "participants",
        "promises",
        "responses",
        "meetings/2023-02-05-opening",
        "method",
    ]
    current = BeautifulSoup(pages["safe-routes/policy/"].side, "html.parser").select("[aria-current=page]")
    assert [link["href"] for link in current] == [f"{ROOT}safe-routes/policy/"]


def test_a_translation_stands_beside_the_original_and_says_what_is_missing(pages: dict[str, Page]) -> None:
    """Readers of another language get what there is of it, and the way to the rest."""
    record, chapter, note = (pages[f"safe-routes/en/{rest}"] for rest in ("", "policy/", "reflection/"))
    assert {page.language for page in (record, chapter, note)} == {"en"}
    assert [each.language for each in record.alternates] == ["he", "en"]
    assert [each.language for each in pages["safe-routes/policy/"].alternates] == ["he", "en"]
    assert pages["safe-routes/reflection/"].alternates == ()
    assert soup_of(record).find("a", href=f"{ROOT}safe-routes/en/reflection/") is not None
    assert "This chapter is not translated yet." in soup_of(note).text
    assert soup_of(note).find("a", href=f"{ROOT}safe-routes/reflection/") is not None
    assert soup_of(record).select("[data-sikum-lag], .timeline") == []


def test_a_record_whose_words_are_translated_tells_its_course_as_the_original_does(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """The front page says that the process is written in English too; its reader is not sent to Hebrew for what came next."""
    words = replace(process.translations[0], has_record=True, words={"output.next_stage.description": "Another street"})
    output = replace(
        process.record.output,
        continuation="next-stage",
        next_stage=NextStage(description="רחוב נוסף", date=PartialDate(2031)),
    )
    told = replace(process, record=replace(process.record, output=output), translations=(words,))
    pages = pages_of(told, cross_references, context)
    original, english = (soup_of(pages[f"safe-routes/{rest}"]) for rest in ("", "en/"))
    for shown in ("#chain", ".banner--stage", "#responses + figure", "#timeline", "#stages"):
        assert original.select_one(shown) is not None, shown
        assert english.select_one(shown) is not None, shown
    assert "Another street" in english.select_one(".banner--stage").text
    assert len(english.select(".timeline > li")) == len(original.select(".timeline > li"))
    assert english.select_one('.timeline .is-meeting [lang="he"]') is not None


def test_what_a_translation_has_of_meetings_and_lists_stands_at_addresses_of_its_own(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Whoever reads Arabic asks first what was done with their words, and got the answer in Hebrew."""
    english = process.translations[0]
    (meeting,), first = process.meetings, process.responses[0]
    words = replace(
        english,
        has_record=True,
        meetings=(replace(meeting, title="Opening", body=scan_body("meetings/opening.en.md", "We met.\n", 1, ())),),
        responses=(replace(first, id="crossing", heard="Mend the crossing", explanation="Mended."),),
    )
    told = replace(
        process,
        translations=(words,),
        responses=(replace(first, id="crossing"), replace(process.responses[1], id="street")),
    )
    pages = pages_of(told, cross_references, context)
    opening, answers, record = (pages[f"safe-routes/en/{rest}"] for rest in (
        "meetings/2023-02-05-opening/", "responses/", "",
    ))  # fmt: skip
    assert {opening.language, answers.language} == {"en"}
    assert "31" in soup_of(opening).text
    assert [each.url for each in opening.alternates] == [
        "safe-routes/meetings/2023-02-05-opening/", "safe-routes/en/meetings/2023-02-05-opening/",
    ]  # fmt: skip
    actions = [link["href"] for link in soup_of(record).select(".actions a")]
    assert actions[:1] == [f"{ROOT}safe-routes/en/responses/"]
    heard = soup_of(answers).select(".heard")
    assert [(each.text, each.get("lang")) for each in heard] == [
        ("Mend the crossing", None),
        ("לסגור את הרחוב", "he"),
    ]
    assert soup_of(answers).find("a", href=f"{ROOT}safe-routes/en/policy/#rules") is not None
    assert soup_of(record).find("a", href=f"{ROOT}safe-routes/en/responses/") is not None
    assert "safe-routes/en/promises/" not in pages
    assert soup_of(record).find("a", href=f"{ROOT}safe-routes/promises/", hreflang="he") is not None


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


def test_json_ld_is_whole_and_cannot_break_out_of_its_element(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """A title with `</script>` in it must stay a title."""
    evil = replace(process, record=replace(process.record, title="</script><script>alert(1)</script>"))
    head = pages_of(evil, cross_references, context)["safe-routes/"].head
    scripts = BeautifulSoup(head, "html.parser").find_all("script")
    assert [script["type"] for script in scripts] == ["application/ld+json"]
    data = json.loads(str(scripts[0].string))
    assert [each["@type"] for each in data["@graph"]] == ["Report", "GovernmentOrganization", "Event", "Dataset"]
    assert data["@graph"][0]["name"] == evil.record.title
    assert "<script>alert" not in pages_of(evil, cross_references, context)["safe-routes/"].body


def test_markdown_for_other_engines_keeps_links_and_anchors(pages: dict[str, Page]) -> None:
    """Another engine resolves no source path and gives headings other ids: both are made plain before."""
    made = [pages[f"safe-routes/{name}/"].markdown for name in ("foreword", "policy")]
    foreword, policy = (make() for make in made if make is not None)
    assert foreword.count("# הקדמה") == 1
    assert f"[מדיניות]({ROOT}safe-routes/policy/#rules)" in foreword
    assert '<a id="rules"></a>\n\n## כללים\n' in policy
    assert f"![מפת הדרכים]({ROOT}safe-routes/media/map.png)" in policy


def test_the_preview_shows_its_findings_on_each_page(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """An editor sees what is wrong wherever they look; the public build has none."""
    panel = '<article data-sikum-finding="F021">…</article>'
    for page in pages_of(process, replace(cross_references, findings=(panel,)), context).values():
        assert len(soup_of(page).select("[data-sikum-finding=F021]")) == 1


def test_a_field_that_only_the_structure_knows_is_shown(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Adding a field to the structure is all it takes: no template names it."""
    budget = replace(next(spec for spec in context.structure.record if spec.id == "reference"), id="budget")
    extended = replace(context, structure=replace(context.structure, record=(*context.structure.record, budget)))
    page = soup_of(pages_of(process, cross_references, extended)["safe-routes/"])
    assert "3.5 מיליון" in page.text


def test_the_smallest_process_has_no_empty_section(context: SiteContext) -> None:
    """An office that writes little gets a short page, not a page of empty boxes."""
    record = Record(title="קטן", short_description="מעט.", ministry="city", kind="knowledge", status="open")
    brief = scan_body("small/index.md", "", 1, ())
    small = PublishedProcess(id="small", url="small/", path="small", record=record, brief=brief)
    pages = pages_of(small, cross_references=CrossReferences(), context=context)
    assert list(pages) == ["small/"]
    page = soup_of(pages["small/"])
    assert [heading["id"] for heading in page.find_all("h2")] == ["facts", "cite"]
    assert pages["small/"].pager == ""


def test_a_record_with_nothing_in_it_yet_can_be_previewed(context: SiteContext) -> None:
    """Between the first save and the last, an editor sees a page with a name and not an error."""
    brief = scan_body("draft/index.md", "", 1, ())
    draft = PublishedProcess(id="draft", url="draft/", path="draft", record=Record(), brief=brief)
    page = pages_of(draft, CrossReferences(), context)["draft/"]
    heading = soup_of(page).h1
    assert heading is not None
    assert heading.text == "draft"


def test_a_withdrawn_process_keeps_its_address_and_its_reason(context: SiteContext) -> None:
    """Its permalink is in letters and papers; what was there is gone, why is not."""
    notice = WithdrawnNotice(
        id="gone",
        url="gone/",
        title="תהליך שהוסר",
        language="he",
        ministry="transport",
        date=PartialDate(2024, 3, 5),
        explanation="התוצר בוטל.",
    )
    (job,) = withdrawn_jobs(PublishedCatalogue(processes=(), withdrawn=(notice,)), context)
    (file,) = job.build()
    assert isinstance(file.content, Page)
    assert file.uri == "gone/index.html"
    assert not file.content.is_listed
    assert "התוצר בוטל." in soup_of(file.content).text


def test_the_search_is_told_in_the_shape_it_reads(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """The pages may not import the search: what they write has to be what it reads, and lead to places that exist."""
    files = {file.uri: file.content for file in process_job(process, cross_references, context, "key").build()}
    content = files[".sikum/search/safe-routes.json"]
    assert isinstance(content, bytes)
    document = msgspec.json.decode(content, type=SearchDocument, strict=True)
    pages = pages_of(process, cross_references, context)
    for section in document.sections:
        url, _, anchor = section.url.partition("#")
        assert url in pages
        if anchor:
            assert soup_of(pages[url]).find(id=anchor) is not None, section.url
    assert document.filters["sector"] == ("academia", "business", "government", "public")
    assert ROOT not in document.card
    assert 'href="safe-routes/"' in document.card


def test_building_twice_gives_the_same_pages(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """A warm build has to equal a cold one byte for byte, also through the memo of rendered bodies."""
    first = [file.content for file in process_job(process, cross_references, context, "key").build()]
    fresh = replace(cross_references, urls=dict(cross_references.urls))
    assert first == [file.content for file in process_job(process, fresh, context, "key").build()]


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
