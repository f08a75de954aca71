"""The pages that belong to no one process, as a browser gets them: lists, guide, data, and what an edit rebuilds."""

import json
from itertools import chain

import pytest
from msgspec.structs import replace

from generator.diagnostics import Span
from generator.markup import scan_body
from generator.model import urls
from generator.model.dates import PartialDate
from generator.model.published import (
    FederatedProcess,
    OrdinaryPage,
    PublishedCatalogue,
    PublishedProcess,
    WithdrawnNotice,
)
from generator.model.record import Record
from generator.model.registry import Ministry
from generator.model.site import ROOT, Page
from generator.pages.catalogue import catalogue_jobs
from generator.pages.fixed.sitemap import LIMIT, process_urls, sitemap_jobs
from generator.pages.process.job import process_pages
from generator.rendering.context import CrossReferences, SiteContext
from generator.wording import Wording
from tests.pages.conftest import soup_of

NOWHERE = CrossReferences()


def made(
    catalogue: PublishedCatalogue, context: SiteContext, cross_references: CrossReferences = NOWHERE
) -> dict[str, Page]:
    """All pages by URL."""
    files = (file for job in catalogue_jobs(catalogue, cross_references, context) for file in job.build())
    return {file.content.url: file.content for file in files if isinstance(file.content, Page)}


def ordinary(path: str, text: str, title: str = "על הקטלוג") -> OrdinaryPage:
    """An ordinary page with this Markdown."""
    url = "" if path == "index.md" else f"{path.removesuffix('.md')}/"
    body = scan_body(path, text, 1, ())
    return OrdinaryPage(path=path, url=url, title=title, description="תיאור", is_hidden=False, body=body)


@pytest.fixture
def small_pages(context: SiteContext) -> SiteContext:
    """A site that shows three things a page."""
    return replace(context, per_page=3)


def test_each_page_says_once_what_it_is(catalogue: PublishedCatalogue, small_pages: SiteContext) -> None:
    """Others find a page's content by its hook; only the 404 page, which is nothing of the sort, has none."""
    for url, page in made(catalogue, small_pages).items():
        hooks = [hook["data-sikum-page"] for hook in soup_of(page).select("[data-sikum-page]")]
        assert hooks == ([] if url == "404.html" else [page.kind])
        assert len(soup_of(page).select("h1")) == 1


def test_every_link_leads_to_a_page_that_is_there(catalogue: PublishedCatalogue, small_pages: SiteContext) -> None:
    """A static site has no server to mend a wrong link; the processes' own pages and the data are made elsewhere."""
    pages = made(replace(catalogue, pages=(ordinary("about.md", "טקסט"),)), small_pages)
    own = tuple(each.url for each in catalogue.processes)
    files = tuple(file.uri for each in catalogue.processes for file in each.files)
    for page in pages.values():
        for link in soup_of(page).select(f'a[href^="{ROOT}"]'):
            url, _, anchor = link["href"].removeprefix(ROOT).partition("#")
            if url.startswith((*own, *files, "data/", "feeds/", "closing/closing.csv", *urls.BLANKS)):
                continue
            assert url in pages, f"{page.url or '/'} links to {url}"
            assert not anchor or soup_of(pages[url]).find(id=anchor), f"{page.url} links to {url}#{anchor}"


def test_ids_are_unique_in_a_page(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """Two equal ids send a link, or the name of a picture, to the wrong place."""
    for page in made(catalogue, context).values():
        ids = [element["id"] for element in soup_of(page).select("[id]")]
        assert len(ids) == len(set(ids)), page.url


def test_lists_are_cut_into_pages_of_one_size(catalogue: PublishedCatalogue, small_pages: SiteContext) -> None:
    """Seven processes, three a page: the reader sees all seven, each once, and how many there are on every page."""
    pages = made(catalogue, small_pages)
    lists = [soup_of(pages[url]) for url in ("", "page/2/", "page/3/")]
    cards = [
        [card["data-sikum-process"] for card in page.select("[data-sikum-results] [data-sikum-process]")]
        for page in lists
    ]
    assert [len(each) for each in cards] == [3, 3, 1]
    assert [*chain(*cards)] == [f"p-{number:03}" for number in range(7)]
    assert {page.select_one("[data-sikum-results]")["data-count"] for page in lists} == {"7"}
    assert [link["href"] for link in lists[1].select('.pagination a[rel="prev"], .pagination a[rel="next"]')] == [
        ROOT,
        f"{ROOT}page/3/",
    ]
    assert "page/4/" not in pages


def test_after_an_edit_only_the_lists_that_show_it_are_made_again(
    catalogue: PublishedCatalogue, small_pages: SiteContext
) -> None:
    """A preview of 3,000 processes cannot wait for every list when one description changes."""
    edited = catalogue.processes[4]
    edited = replace(edited, record=replace(edited.record, short_description="תיאור אחר"))
    after = replace(catalogue, processes=(*catalogue.processes[:4], edited, *catalogue.processes[5:]))
    before = {job.id: job.key for job in catalogue_jobs(catalogue, NOWHERE, small_pages)}
    changed = {job.id for job in catalogue_jobs(after, NOWHERE, small_pages) if job.key != before[job.id]}
    assert changed == {
        f"list/{base}page/2/"
        for base in ("", "ministries/transport/", "topics/roads/", "kinds/policy/", "methods/round-table/",
                     "methods/workshop/", "statuses/closed/", "years/2024/")
    }  # fmt: skip


def test_what_a_page_shows_is_in_its_key(catalogue: PublishedCatalogue, small_pages: SiteContext) -> None:
    """A page whose key misses something stays as it was: the site would lie until its cache is thrown away."""
    first = catalogue.processes[0]
    promise = replace(first.promises[0].promise, status="not-kept", explanation="לא נעשה")
    promises = (replace(first.promises[0], promise=promise), *first.promises[1:])
    record = first.record
    variants = [
        replace(first, record=replace(record, title="שם אחר")),
        replace(first, record=replace(record, status="closing")),
        replace(first, record=replace(record, participants_count=7)),
        replace(first, promises=promises),
        replace(first, closing_lag_days=99),
        replace(first, ministry_name={"he": "שם קודם"}),
        replace(first, chapters=()),
        replace(first, record=replace(record, methods=("committee",))),
        replace(first, record=replace(record, end_date=PartialDate(2020))),
    ]
    keys = {job.id: job.key for job in catalogue_jobs(catalogue, NOWHERE, small_pages)}
    html = {url: page.body for url, page in made(catalogue, small_pages).items()}
    for variant in variants:
        after = replace(catalogue, processes=(variant, *catalogue.processes[1:]))
        jobs = {job.id: job for job in catalogue_jobs(after, NOWHERE, small_pages)}
        for job in jobs.values():
            pages = [file.content for file in job.build() if isinstance(file.content, Page)]
            if any(page.body != html.get(page.url) for page in pages):
                assert job.key != keys.get(job.id), job.id


def test_an_empty_catalogue_says_how_to_write_the_first_process(context: SiteContext) -> None:
    """The first thing an office sees of Sikum is a catalogue without a process."""
    pages = made(PublishedCatalogue(processes=()), replace(context, ministries={}, topics={}))
    front = soup_of(pages[""])
    assert "sikum new process" in front.get_text()
    assert front.select_one("[data-sikum-results]")["data-count"] == "0"
    assert {"closing/", "promises/", "lessons/", "ministries/", "guide/"} <= pages.keys()


def test_a_process_of_another_catalogue_says_so_and_leads_there(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A reader who follows a card to another site should know whose site it is."""
    remote = FederatedProcess(
        id="far",
        url="https://health.example.org/far/",
        title="תהליך רחוק",
        short_description="תיאור",
        ministry="far-body",
        ministry_name="הגוף הרחוק",
        kind="policy",
        methods=("workshop",),
        topics=(),
        status="closed",
        language="he",
        start_date=None,
        end_date=PartialDate(2030, 1, 1),
        output_sent=PartialDate(2030, 1, 11),
        closing_lag_days=10,
        participants_count=5,
        source="קטלוג הבריאות",
    )
    pages = made(replace(catalogue, remote=(remote,)), context)
    card = soup_of(pages[""]).select_one('[data-sikum-process="far"]')
    assert card.h3.a["href"] == "https://health.example.org/far/"
    assert "קטלוג הבריאות" in card.get_text()
    assert soup_of(pages["closing/"]).select_one('tr[data-sikum-process="far"]')["data-sikum-lag"] == "10"
    assert soup_of(pages["ministries/far-body/"]).h1.get_text() == "הגוף הרחוק"


def test_a_withdrawn_process_is_on_no_list(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """It keeps its address as a notice; a list or a count that held it would publish it again."""
    notice = WithdrawnNotice(
        id="gone",
        url="gone/",
        title="צינור הגז של בית העלמין",
        language="he",
        ministry="transport",
        date=None,
        explanation="הסבר",
    )
    pages = made(replace(catalogue, withdrawn=(notice,)), context)
    assert [url for url, page in pages.items() if "צינור הגז של בית העלמין" in page.body] == ["gone/"]


def test_the_body_of_a_process_has_the_name_of_its_own_time(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A ministry that was renamed did not sign what it did under a name it had not got yet."""
    old = Ministry(
        id="old", name={"he": "משרד הדרכים"}, successor="transport", end=PartialDate(2019), span=Span("ministries.yml")
    )
    first = catalogue.processes[0]
    first = replace(first, record=replace(first.record, ministry="old"), ministry_name={"he": "משרד הדרכים"})
    site = replace(context, ministries={**context.ministries, "old": old})
    pages = made(replace(catalogue, processes=(first, *catalogue.processes[1:])), site)
    heir = soup_of(pages["ministries/transport/"])
    assert "משרד הדרכים" in heir.select_one(f'[data-sikum-process="{first.id}"]').get_text()
    assert heir.select_one("[data-sikum-results]")["data-count"] == "7"
    assert heir.select_one("header").get_text().count("משרד הדרכים") == 1
    assert soup_of(pages["ministries/old/"]).select_one("[data-sikum-results]")["data-count"] == "1"


def test_a_card_in_another_language_keeps_its_own_direction(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """English set from right to left has its full stop at the wrong end; the words around it are the site's."""
    first = catalogue.processes[0]
    english = replace(first, record=replace(first.record, language="en", title="Safe Routes"))
    page = made(replace(catalogue, processes=(english,)), context)[""]
    title = soup_of(page).select_one('[data-sikum-process="p-000"] h3')
    assert (title["lang"], title["dir"]) == ("en", "ltr")
    assert "משתתפים" in soup_of(page).select_one('[data-sikum-process="p-000"] .dots').get_text()


def test_bodies_with_nothing_of_theirs_stand_behind_one_link(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A list in which most rows say none hides those that convened; each body is still found from it."""
    idle = Ministry(id="idle", name={"he": "רשות שלא כינסה"}, span=Span("ministries.yml"))
    told = replace(context, ministries={**context.ministries, "idle": idle})
    page = soup_of(made(catalogue, told)["ministries/"])
    link = f"{ROOT}ministries/idle/"
    assert link not in {each["href"] for each in page.select("table a")}
    assert link in {each["href"] for each in page.select("details:not([open]) a")}
    convening = {each.record.ministry for each in catalogue.processes}
    shown = {each["href"] for each in page.select("table a")}
    assert {f"{ROOT}ministries/{each}/" for each in convening} <= shown


def test_what_the_search_writes_is_whole_in_the_language_of_the_site(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """The browser chooses the plural; a category without a form would show a bare number."""
    for language, categories in (("he", {"one", "two", "other"}), ("en", {"one", "other"}),
                                 ("ar", {"one", "two", "few", "many", "other"})):  # fmt: skip
        page = made(catalogue, replace(context, wording=Wording(language)))[""]
        strings = json.loads(soup_of(page).select_one("[data-sikum-search]")["data-strings"])
        assert categories <= strings["results"].keys()
        assert "#" in strings["results"]["other"]
        assert all(strings[name] for name in ("none", "in", "unavailable", "failed"))


def test_a_large_sitemap_is_cut_into_files_under_an_index(context: SiteContext, process: PublishedProcess) -> None:
    """A search engine takes no file above its limit, and a site without an address has none at all."""
    bare = PublishedProcess(id="x", url="x/", path="x", record=Record(), brief=process.brief)
    small = PublishedCatalogue(processes=(bare,))
    large = PublishedCatalogue(
        processes=tuple(replace(bare, id=f"p-{number}", url=f"p-{number}/") for number in range(LIMIT))
    )
    files = [file for job in sitemap_jobs(small, (), context) for file in job.build()]
    assert [file.uri for file in files] == ["sitemap.xml"]
    assert f"<loc>{context.site_url}x/</loc>" in str(files[0].content)
    files = [file for job in sitemap_jobs(large, (), context) for file in job.build()]
    assert [file.uri for file in files] == ["sitemap/1.xml", "sitemap/2.xml", "sitemap.xml"]
    assert sum(str(file.content).count("<url>") for file in files) == LIMIT + 9
    assert not list(sitemap_jobs(small, (), replace(context, site_url=None)))


def test_pictures_of_figures_say_in_words_what_they_show(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """Who cannot see a graph gets its sentence and its table, and no graph needs a script or a style of its own."""
    pages = made(catalogue, context)
    seen = 0
    for url in ("closing/", "promises/", "years/", "ministries/"):
        for figure in soup_of(pages[url]).select("[data-sikum-graph]"):
            seen += 1
            # the sentence is heard once, and the figures from the table; counts of one and two are not drawn at all
            assert not figure.svg or figure.svg["aria-hidden"] == "true"
            assert figure.figcaption.get_text().strip()
            assert figure.select("details table, .tally")
            assert not figure.select("[style], script")
    assert seen == 5


def test_the_sitemap_names_the_pages_that_a_process_has(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """An address that leads nowhere costs a site its standing with search engines; a page left out is not found."""
    pages = process_pages(process, cross_references, context)
    assert set(process_urls(process)) == {page.url for page in pages if page.is_listed}
