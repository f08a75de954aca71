"""The pages of one process, read as a browser gets them: hooks, links, order, and what must not be there."""

import json
from collections.abc import Iterator

import msgspec
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.markup import scan_body
from generator.model.dates import PartialDate
from generator.model.published import (
    PublishedCatalogue,
    PublishedProcess,
    WithdrawnNotice,
)
from generator.model.record import Record
from generator.model.site import ROOT, Page
from generator.pages import process_job, withdrawn_jobs
from generator.rendering.context import CrossReferences, SiteContext
from generator.search import SearchDocument
from generator.views.shared import view_of
from tests.pages.conftest import pages_of, soup_of


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


def test_a_part_that_the_prose_covers_can_be_linked(pages: dict[str, Page]) -> None:
    """A part named in `covers` has no heading, and a link to it must arrive all the same."""
    assert soup_of(pages["safe-routes/foreword/"]).find(id="thanks") is not None


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
    files = {file.uri: file.content for file in process_job(view_of(process, cross_references, context), "key").build()}
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
    first = [file.content for file in process_job(view_of(process, cross_references, context), "key").build()]
    fresh = replace(cross_references, urls=dict(cross_references.urls))
    assert first == [file.content for file in process_job(view_of(process, fresh, context), "key").build()]
