"""Whatever a process holds, its page, print, PDF, brief, JSON and CSV say the same of it.

They were once made by two packages that did not know each other, and had drifted: a promise without a status was in one
tally and not in the other, and the evidence of a kept promise was a link in one place and dead text in four.
"""

from __future__ import annotations

from collections import Counter

from bs4 import BeautifulSoup, Tag
from hypothesis import given
from msgspec.structs import replace

from generator.editions.context import edition_of
from generator.editions.embedding import place_of
from generator.editions.pages import brief_page, print_page
from generator.editions.pdf import pdf_html
from generator.exports.record import process_data
from generator.exports.tables import tables_of
from generator.model.published import (
    PublishedCatalogue,
    PublishedProcess,
)
from generator.model.site import ROOT, Page
from generator.pages.catalogue import catalogue_jobs
from generator.pages.process.job import process_pages
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.links import Link, in_short
from generator.wording import Wording
from tests.views.some_processes import SITE, SOME, STRUCTURE, processes

Found = list[tuple[str, str]]
"""Links: where each leads on the site or the web, and its text."""


@SOME
@given(processes())
def test_every_edition_and_file_says_of_promises_what_the_page_says(process: PublishedProcess) -> None:
    """A journalist who counts kept promises on paper, in the table and on the site gets one number, with its proof."""
    page, record, prints, brief = _rendered(process)
    tally = _tally(page)
    assert tally
    assert _tally(record) == tally, "the tally of the process's own page"
    assert _tally(brief) == tally, "the tally of the brief"
    data = process_data(process, _context())
    _assert_counts(tally, [(each["status"], each["overdue"]) for each in data["promises"]], process)
    rows = [
        row for table, rows in tables_of(_catalogue(process), _context()) if table.name == "promises" for row in rows
    ]
    _assert_counts(tally, [(row[4], row[6]) for row in rows], process)
    told = _promises(page)
    for name, document in prints.items():
        assert _tally(document) == tally, name
        assert _promises(document) == told, name
    for published, one, row, item in zip(process.promises, data["promises"], rows, _listed(process), strict=True):
        links = told[published.promise.id]["evidence"]
        where = links[0][0] if links else None
        assert _bare(item) == where
        written = published.promise.evidence
        assert _bare(one["evidence"]) == _bare(row[7]) == (where if where is not None else written)


@SOME
@given(processes())
def test_every_edition_says_of_outcomes_goals_and_facts_what_the_page_says(process: PublishedProcess) -> None:
    """Who reads on paper that the output was adopted, and follows the link, gets where the site would have led."""
    _, record, prints, brief = _rendered(process)
    for name, document in prints.items():
        assert _rows(document, "outcomes") == _rows(record, "outcomes"), name
        assert _rows(document, "goals") == _rows(record, "goals"), name
        assert _facts(document.select_one("#doc-record")) == _facts(record), name
    whole = _rows(record, "outcomes")
    said, latest = _news(brief), _news(record)
    assert all(line.startswith(words) for line, words in zip(latest, said, strict=True)), (
        "the last, without its address"
    )
    for news in (*brief.select(".updates"), *record.select(".updates")):
        news.extract()
    assert _rows(brief, "outcomes") == _rows(record, "outcomes")
    shown = [[where for where, _ in links] for _, links in whole]
    for outcome, data, links in zip(
        process.record.outcomes, process_data(process, _context())["outcomes"], shown, strict=True
    ):
        leads_somewhere = data["evidence"] != outcome.evidence
        assert not leads_somewhere or _bare(data["evidence"]) in links, "evidence as programs read it"


@SOME
@given(processes())
def test_every_edition_and_file_says_of_responses_and_people_what_the_page_says(process: PublishedProcess) -> None:
    """Who was told "not accepted, see page 4" finds the same answer and the same page wherever it is read."""
    pages = {
        page.url.removeprefix(process.url): _soup(page.body)
        for page in process_pages(process, _around(process), _context())
    }
    data = process_data(process, _context())
    _, _, prints, _ = _rendered(process)
    for name, document in prints.items():
        if process.responses:
            assert _answers(document) == _answers(pages["responses/"]), name
        if process.participants:
            sentences, sectors = _people(pages["participants/"])
            printed, printed_sectors = _people(document.select_one('[id="doc:participants"]'))
            assert sentences <= printed, name
            assert sectors == printed_sectors, name
    if process.responses:
        shown = [links[0][0] if links else None for _, links in _answers(pages["responses/"])]
        assert shown == [_bare(each["chapter_url"]) for each in data["responses"]]


def _context() -> SiteContext:
    return SiteContext(
        site_name="לדוגמה", site_url=SITE, wording=Wording("he"), structure=STRUCTURE, ministries={}, topics={}
    )


def _around(process: PublishedProcess) -> CrossReferences:
    urls = {process.brief.path: process.url} | {file.path: file.uri for file in process.files}
    urls |= {each.body.path: process.urls.chapter(each.stem) for each in process.chapters}
    return CrossReferences(urls=urls | {each.body.path: process.urls.meeting(each.stem) for each in process.meetings})


def _catalogue(process: PublishedProcess) -> PublishedCatalogue:
    return PublishedCatalogue(processes=(process,))


def _rendered(process: PublishedProcess) -> tuple[Tag, Tag, dict[str, Tag], Tag]:
    """The promises page, the record page, the print edition and the PDF's source, and the brief."""
    around, context = _around(process), _context()
    pages = {page.url: page for page in process_pages(process, around, context)}
    edition = edition_of(process, around, context)
    prints = {"print": _soup(print_page(edition).body), "pdf": _as_on_screen(_soup(pdf_html(process, around, context)))}
    record = _in_full(_soup(pages[process.url].body))
    return _in_full(_soup(pages[process.urls.promises].body)), record, prints, _soup(brief_page(edition).body)


def _listed(process: PublishedProcess) -> list[str | None]:
    """Where the evidence of each promise leads on the list of all promises."""
    site = replace(_context(), wording=Wording(process.record.language))
    for job in catalogue_jobs(_catalogue(process), CrossReferences(), site):
        if job.id == "list/promises/":
            page = next(file.content for file in job.build() if isinstance(file.content, Page))
            found = {}
            for article in _soup(page.body).select("article.promise"):
                links = [link for step in _evidence(article) for link in step.select("a")]
                found[article["data-sikum-promise"]] = str(links[0]["href"]) if links else None
            written = {each.promise.id: each.promise.evidence for each in process.promises}
            return [found[name] if written[name] else None for name in written]
    raise AssertionError("no list of promises")


def _in_full(screen: Tag) -> Tag:
    """A page whose bare addresses, which a screen shows in short, are written out as on paper."""
    for link in screen.select("a[href]"):
        url = str(link["href"])
        if link.get_text() == in_short(Link(url, url)).text:
            link.string = url
    return screen


def _as_on_screen(paper: Tag) -> Tag:
    """The source of a PDF without what paper adds: addresses written out behind links, and facts as items of a list."""
    for address in paper.select("a > .beside"):
        address.extract()
    for address in paper.select("a > .address"):
        address.unwrap()
    for item in [term.parent for term in paper.select("ul > li > .dt")]:
        item.parent.name, item.name = "dl", "div"
        for part in item.select(".dt, .dd"):
            part.name = next(name for name in part["class"] if name in ("dt", "dd"))
    return paper


def _soup(html: str) -> Tag:
    return BeautifulSoup(html, "html.parser")


def _tally(page: Tag) -> dict[str, str]:
    """State -> how many, of the promises: their section's on a process's own page, else the first tally."""
    first = page.select_one("section:has(> h2#promises) ul.tally") or page.select_one("ul.tally")
    return {
        next(name for name in item.select_one(".state")["class"] if "--" in name): item.b.get_text(strip=True)
        for item in first.select("li")
    }


def _promises(page: Tag) -> dict[str, dict[str, object]]:
    """By id: the states, where it was made, what proves it, the steps and the updates, as text and links."""
    found = {}
    for article in page.select("article.promise"):
        line = article.select_one(".state-line")
        steps = [step for step in article.select("dl.steps > div") if "is-empty" not in (step.get("class") or ())]
        found[article["data-sikum-promise"]] = {
            "states": [state.get_text() for state in line.select(".state")],
            "source": _links(line),
            "steps": [(step.dt.get_text(), step.dd.get_text()) for step in steps],
            "evidence": _links_of(_evidence(article)),
            "explained": _links_of(article.select("p.explain")),
            "updates": [
                [span.get_text() for span in item.find_all(True, recursive=False)][-1]
                for item in article.select(".updates > li")
            ],
        }
    return found


def _evidence(article: Tag) -> list[Tag]:
    spec = next(spec for spec in STRUCTURE.promise if spec.id == "evidence")
    titles = {spec.title.in_language(each) for each in ("he", "ar", "en")}
    return [title.parent for title in article.select("dt") if title.get_text() in titles]


def _answers(page: Tag) -> list[tuple[str, Found]]:
    return [
        (" ".join(state.get_text() for state in item.select(".state")), _links(item))
        for item in page.select("li.response, .responses > li")
    ]


def _people(root: Tag) -> tuple[set[str], list[tuple[str, str]]]:
    """The sentences that begin with a figure, and the rows of the table by sector."""
    sentences = {each.get_text(strip=True) for each in root.select("p") if each.get_text(strip=True)[:1].isdigit()}
    rows = [row for row in root.select("tbody tr") if len(row.select("td")) == 1]
    return sentences, [(row.th.get_text(strip=True), row.td.get_text(strip=True)) for row in rows]


def _rows(page: Tag, name: str) -> list[tuple[list[str], Found]]:
    """The texts and links of a list of outcomes or goals; what is said first and last differs between the layouts."""
    return [
        (sorted(text for text in item.get_text("\n", strip=True).split("\n") if text), _links(item))
        for item in page.select(f"ul.{name} > li")
    ]


def _news(page: Tag) -> list[str]:
    """What became known last of each outcome of which anything did."""
    return [
        " ".join(item.get_text(" ", strip=True).split()) for item in page.select(".outcomes .updates > li:last-child")
    ]


def _facts(page: Tag) -> list[tuple[str, str, Found]]:
    """The facts that are stated."""
    rows = page.select_one("dl.facts").find_all("div", recursive=False)
    stated = [row for row in rows if "unknown" not in (row.dd.get("class") or ())]
    return [(row.dt.get_text(), row.dd.get_text(), _links(row)) for row in stated]


def _links(tag: Tag | None) -> Found:
    return _links_of([tag] if tag else [])


def _links_of(tags: list[Tag]) -> Found:
    return [(_bare(str(link["href"])) or "", link.get_text()) for tag in tags for link in tag.select("a[href]")]


def _bare(href: str | None) -> str | None:
    """A link without the way to the site's root; one within a document as that of the page it stands for."""
    if href is None:
        return None
    url = href.removeprefix(ROOT).removeprefix(SITE)
    page, _, anchor = url.partition("#")
    if not page and anchor.startswith("doc"):
        return "doc-brief" if anchor == "doc-record" else anchor
    if page.startswith("safe-routes/") and page.endswith("/"):
        place = place_of(page, "safe-routes/")
        return f"{place}:{anchor}" if anchor else place
    return url


def _assert_counts(tally: dict[str, str], found: list[tuple[object, object]], process: PublishedProcess) -> None:
    """The tally is that of the statuses in a file of data."""
    counts = Counter(f"state--{status or 'unknown'}" for status, _ in found)
    if late := sum(bool(overdue) for _, overdue in found):
        counts["state--overdue"] = late
    number = Wording(process.record.language).number
    assert tally == {state: number(count) for state, count in counts.items()}
