"""The catalogue as a reader uses it: typing, choosing, going back, by keyboard, and without script or index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.browsing import served, write_site
from tests.search.catalogue_page import page as catalogue
from tests.search.catalogue_page import processes
from tests.search.indexing import index_of

DATA = {
    "version": 1,
    "processes": [
        {
            "id": f"process-{number:02}",
            "url": f"process-{number:02}/",
            "title": '=תהליך, "ראשון"' if number == 0 else f"תהליך {number}",
            "methods": ["round-table", "workshop"],
            "closing_lag_days": None,
        }
        for number in range(30)
    ],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a built catalogue, in a folder below the host's root as many sites are."""
    folder = tmp_path_factory.mktemp("site")
    documents = processes()
    write_site(
        folder / "below",
        index_of(documents).items(),
        {
            "index.html": catalogue(documents),
            "data/catalogue.json": json.dumps(DATA),
            "process-00/content/index.html": "<!doctype html><title>t</title>",
        },
    )
    with served(folder) as address:
        yield f"{address}below/"


@pytest.fixture
def page(chromium: Browser, root: str) -> Iterator[Page]:
    """A page on which any request to another host, and any error in the console, fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on(
        "request", lambda request: None if request.url.startswith((root, "blob:")) else faults.append(request.url)
    )
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert not [fault for fault in faults if "favicon" not in fault and "404" not in fault]


def ids(page: Page) -> list[str]:
    """Ids of the results shown, in order."""
    shown = page.locator("[data-sikum-results] [data-sikum-process]")
    return list(map(str, shown.evaluate_all("all => all.map(e => e.dataset.sikumProcess)")))


def count(page: Page, number: int) -> None:
    """Wait until the list says that it has so many."""
    expect(page.locator("[data-sikum-results]")).to_have_attribute("data-count", str(number))


def test_typing_finds_a_form_of_the_word_and_shows_where(page: Page, root: str) -> None:
    """A reader would see a list of titles and have to guess which chapter speaks of what was asked."""
    page.goto(root)
    page.get_by_role("searchbox").fill("ממשלה")
    count(page, 10)
    assert len(ids(page)) == 10
    excerpt = page.locator("[data-sikum-results] .search-excerpt").first
    expect(excerpt.locator("mark")).to_have_text("שהממשלה")
    expect(excerpt).to_contain_text("ונאמר שהממשלה תקצה לכך תקציב.")
    assert "פסקה ראשונה" not in excerpt.inner_text()
    expect(excerpt.get_by_role("link")).to_have_text("תובנות")
    expect(excerpt.get_by_role("link")).to_have_attribute("href", f"{root}{ids(page)[0]}/content/#main")
    expect(page.get_by_role("status")).to_have_text("10 תהליכים")
    assert page.url == f"{root}?q=%D7%9E%D7%9E%D7%A9%D7%9C%D7%94"


def test_text_that_looks_like_markup_is_shown_as_text(page: Page, root: str) -> None:
    """An author's `<` would become an element in the reader's page."""
    page.goto(f"{root}?q=שותפים")
    expect(page.get_by_role("status")).to_have_text("30 תהליכים")
    expect(page.locator(".search-excerpt").first).to_contain_text("& לשותפים <כולם>.")


def test_all_words_must_be_there_and_quotes_keep_their_order(page: Page, root: str) -> None:
    """A reader who narrows a search with another word would get more, not less."""
    page.goto(f"{root}?q=מורים+בית־ספר")
    count(page, 10)
    for query, number in (("מורים ממשלה", 0), ('"כיתות קטנות"', 10), ('"קטנות כיתות"', 0), ("מורים אבראקדברא", 0)):
        page.get_by_role("searchbox").fill(query)
        count(page, number)
    expect(page.get_by_role("status")).to_have_text("לא נמצאו תהליכים")


def test_facets_are_or_within_and_and_between_with_true_counts(page: Page, root: str) -> None:
    """A count that leaves another choice out of account would promise processes that are not there."""
    page.goto(root)
    page.get_by_label("משרד הבריאות").check()
    count(page, 10)
    page.get_by_label("משרד החינוך").check()
    count(page, 20)
    page.get_by_label("2021").check()
    count(page, 5)
    shown = page.locator("[data-sikum-facet=ministry] label").all_inner_texts()
    assert [text.split()[-1] for text in shown] == ["2", "3", "3"]  # of 2021 alone: its own choice left out
    shown = page.locator("[data-sikum-facet=year] label").all_inner_texts()
    assert sum(int(text.split()[-1]) for text in shown) == 20
    assert page.url.endswith("?ministry=health&ministry=education&year=2021")
    expect(page.locator("[data-sikum-active]")).to_have_text("(3)")


def test_an_address_shows_the_same_list_and_back_goes_back(page: Page, root: str) -> None:
    """A link sent to a colleague would show another list, and the browser's own button would leave the page."""
    page.goto(f"{root}?ministry=health&topic=youth&sort=participants")
    count(page, 4)
    assert ids(page) == ["process-09", "process-06", "process-03", "process-00"]
    expect(page.get_by_label("משרד הבריאות")).to_be_checked()
    page.get_by_label("משרד הבריאות").uncheck()
    count(page, 10)
    page.go_back()
    count(page, 4)
    expect(page.get_by_label("משרד הבריאות")).to_be_checked()
    page.get_by_role("button", name="ניקוי").click()
    count(page, 30)
    assert ids(page) == [f"process-{number:02}" for number in range(10)]
    assert page.url == root


def test_a_choice_without_a_box_stays_until_the_form_is_cleared(page: Page, root: str) -> None:
    """A link to a rare value, which the page does not list, would lose it at the reader's first key."""
    page.goto(f"{root}?language=he&kind=model")
    count(page, 0)
    page.get_by_role("searchbox").fill("health")
    expect(page).to_have_url(re.compile("[?]q=health&kind=model&language=he$"))
    expect(page.get_by_role("status")).to_have_text("לא נמצאו תהליכים")
    page.get_by_role("button", name="ניקוי").click()
    count(page, 30)
    assert page.url == root


def test_orders_put_what_is_not_known_last(page: Page, root: str) -> None:
    """A process that has not said when it closed would head the list of the quick ones."""
    page.goto(f"{root}?sort=lag")
    expect(page.get_by_role("status")).to_have_text("30 תהליכים")
    while page.locator("[data-sikum-more]").is_visible():
        shown = len(ids(page))
        page.locator("[data-sikum-more]").click()
        expect(page.locator("[data-sikum-results] [data-sikum-process]")).not_to_have_count(shown)
    found = ids(page)
    assert found[-1] == "process-05"
    assert found[0] == "process-00"
    assert len(found) == 30
    page.goto(f"{root}?sort=date")
    expect(page.get_by_role("status")).to_have_text("30 תהליכים")
    assert ids(page)[:2] == ["process-27", "process-23"]


def test_the_order_of_a_query_has_its_own_name(page: Page, root: str) -> None:
    """A reader would be told that the best matches are the latest, and could not ask for the latest."""
    page.goto(root)
    order = page.get_by_label("מיון")
    shown = "options => options.filter(option => !option.hidden).map(option => option.text)"
    assert order.locator("option").evaluate_all(shown) == ["רגיל", "זמן", "משתתפים"]
    page.get_by_role("searchbox").fill("תקציב")
    count(page, 10)
    assert order.locator("option").evaluate_all(shown) == ["המתאימים ביותר", "תאריך", "זמן", "משתתפים"]
    order.select_option("date")
    expect(page).to_have_url(f"{root}?q=%D7%AA%D7%A7%D7%A6%D7%99%D7%91&sort=date")
    expect(page.locator("[data-sikum-results] [data-sikum-process]").first).to_have_attribute(
        "data-sikum-process", "process-27"
    )
    page.get_by_role("searchbox").fill("")
    count(page, 30)
    expect(order).to_have_value("date")


def test_the_keyboard_alone_does_everything(page: Page, root: str) -> None:
    """A reader without a mouse could type, but neither filter nor reach the results."""
    page.goto(root)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("תקציב")
    page.keyboard.press("Enter")
    count(page, 10)
    page.get_by_label("2020").focus()
    page.keyboard.press("Space")
    count(page, 3)
    page.keyboard.press("Space")
    count(page, 10)
    page.goto(f"{root}?kind=knowledge")
    expect(page.get_by_role("status")).to_have_text("30 תהליכים")
    page.locator("[data-sikum-more]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-sikum-results] [data-sikum-process]")).to_have_count(20)
    assert page.evaluate("document.activeElement.closest('[data-sikum-process]').dataset.sikumProcess") == ids(page)[10]


def test_the_list_shown_is_downloaded_as_csv(page: Page, root: str, tmp_path: Path) -> None:
    """A spreadsheet would show the Hebrew as noise, or reckon a title that begins with a sign."""
    page.goto(f"{root}?topic=water&ministry=health")
    count(page, 4)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="הורדה").click()
    waiting.value.save_as(tmp_path / "list.csv")
    content = (tmp_path / "list.csv").read_bytes().decode("utf-8")
    lines = content.split("\r\n")
    assert lines[0].startswith("\ufeffid,url,title,short_description,ministry,")
    assert lines[-1] == ""
    assert len(lines) == 6
    assert [line.split(",")[0] for line in lines[1:-1]] == ids(page)
    assert '"\'=תהליך, ""ראשון"""' in content
    assert "round-table|workshop" in content


def test_nothing_is_loaded_until_it_is_needed(page: Page, root: str) -> None:
    """Every visit would pay for a search that most readers do not make."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(root)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url]
    page.get_by_label("משרד הבריאות").check()
    count(page, 10)
    assert not [url for url in asked if "/search/index/" in url]  # facets need no text


def test_without_an_index_the_list_stays_and_a_word_says_so(chromium: Browser, tmp_path: Path) -> None:
    """Under `mkdocs serve` the index may not be there yet: a reader would find an empty page."""
    write_site(tmp_path, (), {"index.html": catalogue(processes())})
    with served(tmp_path) as root:
        page = chromium.new_page()
        page.goto(f"{root}?q=ממשלה")
        expect(page.get_by_role("status")).to_have_text("החיפוש עוד לא מוכן")
        assert len(ids(page)) == 10
        for uri, content in index_of(processes()).items():
            (tmp_path / uri).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / uri).write_bytes(content)
        page.get_by_role("searchbox").fill("תקציב")
        count(page, 10)
        page.close()


def test_without_script_the_static_list_and_its_links_stand(chromium: Browser, root: str) -> None:
    """A reader whose browser runs no script would have no catalogue."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root)
    expect(page.locator("[data-sikum-results] [data-sikum-process]")).to_have_count(10)
    expect(page.get_by_role("link", name="משרד הבריאות")).to_be_visible()
    context.close()
