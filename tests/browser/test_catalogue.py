"""The catalogue's own page: search and facets on the site that was built, held against the open data beside it."""

from __future__ import annotations

import csv
import io
import json
import re
import urllib.request
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


MADE_UP = ("example-full", "example-first-stage")
"""On the list, and in no figure and no open data of the whole site."""


@pytest.fixture
def processes(root: str) -> list[dict[str, Any]]:
    """Every process on the list, as the open data tells it; a withdrawn one is on none."""
    known = [each for each in _json(f"{root}data/catalogue.json")["processes"] if each["status"] != "withdrawn"]
    return known + [_json(f"{root}{each}/process.json") for each in MADE_UP]


def _json(address: str) -> dict[str, Any]:
    with urllib.request.urlopen(address) as answer:
        read: dict[str, Any] = json.load(answer)
    return read


def shown(page: Page) -> set[str]:
    """Ids of the processes that a reader sees."""
    cards = page.locator("[data-sikum-results] [data-sikum-process]:visible")
    return set(cards.evaluate_all("all => all.map(card => card.dataset.sikumProcess)"))


def wait_for(page: Page, total: int) -> None:
    """Until the list says that it holds so many."""
    expect(page.locator("[data-sikum-results]")).to_have_attribute("data-count", str(total))


def box(page: Page, facet: str, value: str) -> Any:
    """The checkbox of a facet's value."""
    return page.locator(f'input[name="{facet}"][value="{value}"]')


def test_all_processes_are_there_under_the_catalogue_s_name(
    page: Page, root: str, processes: list[dict[str, Any]]
) -> None:
    """The front page is what a reader is sent to: it must say what it is, and hold everything."""
    page.goto(root)
    expect(page.get_by_role("heading", level=1)).to_have_text("כל המשרדים, כל התהליכים")
    wait_for(page, len(processes))
    assert shown(page) == {each["id"] for each in processes}


def test_words_are_found_in_every_form_and_marked(page: Page, root: str) -> None:
    """Who types ספסל must find what was written about ספסלים, and see where."""
    page.goto(root)
    page.locator("#q").fill("גינות")
    expect(page.locator("[data-sikum-status]")).not_to_be_empty()
    assert "parks" in shown(page)
    expect(page.locator("[data-sikum-results] mark").first).to_be_visible()
    expect(page).to_have_url(f"{root}?q=%D7%92%D7%99%D7%A0%D7%95%D7%AA")


def test_an_excerpt_leads_to_the_chapter_it_was_taken_from(page: Page, root: str) -> None:
    """The whole card leads to the process; who was shown a sentence wants to read on from there."""
    page.goto(f"{root}?q=%D7%91%D7%A7%D7%99%D7%A5")
    page.locator(".search-excerpt a").first.click()
    expect(page).to_have_url(re.compile("/parks/content/"))


def test_values_of_a_facet_add_up_and_facets_narrow(page: Page, root: str, processes: list[dict[str, Any]]) -> None:
    """A count that is not true, or an "and" where a reader meant "or", hides processes from them."""
    page.goto(root)
    box(page, "topic", "environment").check()
    either = [each for each in processes if "environment" in each["topics"]]
    wait_for(page, len(either))
    box(page, "topic", "transport").check()
    either = [each for each in processes if {"environment", "transport"} & set(each["topics"])]
    wait_for(page, len(either))
    assert shown(page) == {each["id"] for each in either}
    box(page, "kind", "knowledge").check()
    both = [each for each in either if each["kind"] == "knowledge"]
    wait_for(page, len(both))
    assert shown(page) == {each["id"] for each in both}
    expect(page).to_have_url(f"{root}?topic=environment&topic=transport&kind=knowledge")


def test_counts_say_what_a_click_would_find(page: Page, root: str, processes: list[dict[str, Any]]) -> None:
    """A number beside a value is a promise: choosing it must give that many."""
    page.goto(f"{root}?kind=knowledge")
    chosen = [each for each in processes if each["kind"] == "knowledge"]
    wait_for(page, len(chosen))
    real = [each for each in chosen if each["id"] not in MADE_UP]  # examples are shown, and told apart
    by_topic = Counter(topic for each in real for topic in each["topics"])
    for facet, counts in (("topic", by_topic), ("status", Counter(each["status"] for each in real))):
        for label in page.locator(f'[data-sikum-facet="{facet}"] label').all():
            value = label.locator("input").get_attribute("value")
            assert label.locator("[data-sikum-facet-count]").inner_text() == str(counts[value]), (facet, value)


def test_a_link_shows_the_same_list_and_back_goes_back(page: Page, root: str, processes: list[dict[str, Any]]) -> None:
    """A list that was sent to a colleague must be the list, and the back button must undo a choice."""
    page.goto(f"{root}?status=closing")
    closing = {each["id"] for each in processes if each["status"] == "closing"}
    wait_for(page, len(closing))
    assert shown(page) == closing == {"library"}
    expect(box(page, "status", "closing")).to_be_checked()
    box(page, "status", "open").check()
    wait_for(page, 2)
    page.go_back()
    wait_for(page, 1)
    expect(box(page, "status", "open")).not_to_be_checked()
    page.get_by_role("button", name="ניקוי").click()
    wait_for(page, len(processes))
    expect(page).to_have_url(root)


def test_the_list_shown_can_be_taken_home(page: Page, root: str) -> None:
    """A researcher wants the rows that were chosen, in a file that a spreadsheet opens."""
    page.goto(f"{root}?ministry=environment")
    wait_for(page, 2)
    with page.expect_download() as download:
        page.get_by_role("button", name="הורדת הרשימה").click()
    text = download.value.path().read_bytes().decode("utf-8-sig")
    assert {row["id"] for row in csv.DictReader(io.StringIO(text))} == {"parks", "crowd"}


def test_the_header_s_search_leads_to_the_catalogue(page: Page, root: str) -> None:
    """From any page, a question goes to the one place that answers it."""
    page.goto(f"{root}data/")
    page.locator("#site-q").fill("סירות")
    page.locator("#site-q").press("Enter")
    expect(page).to_have_url(f"{root}?q=%D7%A1%D7%99%D7%A8%D7%95%D7%AA")
    expect(page.locator("[data-sikum-status]")).not_to_be_empty()


def test_without_script_the_lists_do_the_same_and_nothing_is_dead(chromium: Any, root: str) -> None:
    """Where scripts are off a control that does nothing is worse than none."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(root)
    assert page.locator("[data-needs-script]:visible").count() == 0
    assert page.locator("[data-theme-toggle]:visible").count() == 0
    for button in page.locator("button:visible").all():
        assert button.get_attribute("type") == "submit" or button.get_attribute("popovertarget"), button.inner_text()
    page.locator('[data-sikum-facet="topic"] a[href$="topics/environment/"]').click()
    expect(page).to_have_url(f"{root}topics/environment/")
    cards = page.locator("[data-sikum-results] [data-sikum-process]")
    assert cards.count() == int(page.locator("[data-sikum-results]").get_attribute("data-count") or 0) > 0
    page.goto(f"{root}crowd/participants/")
    assert page.locator("[data-sikum-participants] tbody tr").count() == 500
    assert page.locator("th button:visible").count() == 0
    context.close()


def test_an_empty_result_offers_a_way_on(page: Page, root: str) -> None:
    """Where "nothing was found" stands alone, most readers leave. Often it was the quotation marks, or a filter forgotten."""
    page.goto(f"{root}?q=%22%D7%A1%D7%A4%D7%A1%D7%9C%20%D7%A9%D7%90%D7%99%D7%9F%22&status=closed")
    wait_for(page, 0)
    page.get_by_role("button", name="חיפוש בלי המירכאות").click()
    expect(page.locator("#q")).to_have_value("ספסל שאין")
    page.goto(f"{root}?q=%D7%92%D7%99%D7%A0%D7%95%D7%AA&status=closing")
    wait_for(page, 0)
    page.get_by_role("button", name="חיפוש בלי הסינון").click()
    expect(page.locator("[data-sikum-results] [data-sikum-process]").first).to_be_visible()
    expect(page).to_have_url(f"{root}?q=%D7%92%D7%99%D7%A0%D7%95%D7%AA")


def test_a_slip_of_the_hand_is_answered_with_a_word_that_is_there(page: Page, root: str) -> None:
    """One letter wrong, and a reader would believe that the catalogue has nothing of what they came for."""
    page.goto(f"{root}?q=%D7%A1%D7%A4%D7%A1%D7%9C%D7%99%D7%9B")  # ספסליכ, for ספסלים
    wait_for(page, 0)
    page.locator(".empty").get_by_role("button", name="ספסלים", exact=True).click()
    expect(page.locator("#q")).to_have_value("ספסלים")
    expect(page.locator("[data-sikum-results] [data-sikum-process]").first).to_be_visible()


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("איך סוגרים תהליך", "guide/"),
        ("איך לסגור תהליך", "guide/"),
        ("מדריך", "guide/"),
        ("ארבע השאלות", "guide/#questions"),
        ("רישיון", "data/#licence"),
        ("license", "data/#licence"),
        ("ציטוט", "data/#cite"),
        ("איך מצטטים את הנתונים", "data/#cite"),
        ("BibTeX", "data/#cite"),
        ("נתונים פתוחים", "data/"),
        ("הורדת טבלאות", "data/"),
        ("הבטחות שלא קוימו", "promises/"),
        ("לא קוימה", "promises/"),
        ("קוימה חלקית", "promises/"),
        ("תוצאות", "outcomes/"),
        ("מה נעשה עם מה שאמרתי", "outcomes/"),
        ("לקחים", "lessons/"),
        ("משך הסגירה", "closing/"),
        ("הגופים", "ministries/"),
        ("הצהרת נגישות", "accessibility/"),
        ("כל הכללים", "guide/rules/"),
        ("על הקטלוג", "about/"),
    ],
)
def test_words_of_the_site_itself_lead_to_its_own_pages(page: Page, root: str, asked: str, leads_to: str) -> None:
    """Who asks how to close a process, or types the very title of a page, would be told that nothing was found."""
    page.goto(f"{root}?q={asked}")
    expect(page.locator("[data-sikum-status]")).not_to_be_empty()
    links = page.locator(".site-pages a")
    expect(links.first).to_be_visible()
    hrefs = links.evaluate_all("all => all.map(link => link.href)")
    assert f"{root}{leads_to}" in hrefs[:2]
    assert len(hrefs) <= 4
    assert page.request.get(hrefs[0]).status == 200
    expect(page.locator("[data-sikum-status]")).not_to_have_text("לא נמצא דבר")


@pytest.mark.parametrize("asked", ["סירות", "ספסלים", "משרד הבריאות"])
def test_words_of_processes_lead_to_no_page_of_the_site(page: Page, root: str, asked: str) -> None:
    """A box of pages above every list would soon be read by nobody."""
    page.goto(f"{root}?q={asked}")
    expect(page.locator("[data-sikum-status]")).not_to_be_empty()
    expect(page.locator(".site-pages")).to_have_count(0)


def test_pages_stand_above_the_processes_that_say_the_same(page: Page, root: str) -> None:
    """One process with the word in it would hide the page that the reader came for; and the box goes with its query."""
    page.goto(f"{root}?q=תוצאות")
    expect(page.locator(".site-pages + [data-sikum-results] [data-sikum-process]").first).to_be_visible()
    page.get_by_role("button", name="ניקוי").click()
    expect(page.locator(".site-pages")).to_have_count(0)


def test_where_nothing_is_found_nothing_is_offered_to_sort_or_filter(page: Page, root: str) -> None:
    """A box of orders for no rows, and headings over no choices, are controls that do nothing."""
    page.goto(f"{root}?q=רישיון")
    wait_for(page, 0)
    expect(page.locator("select[name=sort]")).to_be_hidden()
    expect(page.locator("#facets")).to_be_hidden()
    page.get_by_role("button", name="ניקוי").click()
    expect(page.locator("select[name=sort]")).to_be_visible()
    expect(page.locator("#facets")).to_be_visible()


def test_what_nothing_answers_leads_to_the_main_pages(page: Page, root: str) -> None:
    """Where "nothing was found" stands alone, most readers leave."""
    page.goto(f"{root}?q=קרנפים")
    wait_for(page, 0)
    links = page.locator(".empty a")
    expect(links).to_have_count(5)
    hrefs = links.evaluate_all("all => all.map(link => link.href)")
    assert hrefs == [f"{root}{each}/" for each in ("guide", "promises", "outcomes", "lessons", "data")]


def test_a_query_that_only_made_up_examples_answer_says_so_and_leads_on(page: Page, root: str) -> None:
    """ "A form" is found in an invented process: "nothing was found, one example" would contradict itself."""
    page.goto(f"{root}?q=טופס")
    expect(page.locator(".site-pages a").first).to_have_attribute("href", re.compile(r"/guide/$"))
    expect(page.locator("[data-sikum-status]")).to_have_text(re.compile(r"^נמצא.* בלבד$"))
    assert shown(page)
    assert shown(page) <= set(MADE_UP)


def test_a_filter_that_leaves_nothing_is_no_question_about_the_site(page: Page, root: str) -> None:
    """Ways to other pages beside a choice that was too narrow would lead a reader away from undoing it."""
    page.goto(f"{root}?kind=model&status=closing&language=ar")
    wait_for(page, 0)
    expect(page.locator(".empty")).to_be_visible()
    expect(page.locator(".empty a")).to_have_count(0)


@pytest.mark.parametrize(
    ("asked", "there", "is_slip"),
    [
        ("סוגרים", "סוגים", False),  # a letter less makes another word
        ("קוימו", "קוים", False),
        ("ירוקא", "ירוקה", True),  # one sound
        ("הבריאת", "הבריאות", True),
        ("שותפיים", "שותפים", True),
        ("ציובר", "ציבור", True),  # the other order
        ("swimers", "swimmers", True),
        ("swimmers", "swimmer", False),
        ("المشاركن", "المشاركين", True),
        ("תהליך", "תהליך", False),
    ],
)
def test_a_slip_is_told_from_another_word(page: Page, root: str, asked: str, there: str, is_slip: bool) -> None:
    """A word that the catalogue happens to have, offered for one that it does not, is taken for what the site has on it."""
    page.goto(root)
    code = "async ([a, b, at]) => { const near = await import(at); return [near.isSlip(a, b), near.isSlip(b, a)]; }"
    assert page.evaluate(code, [asked, there, f"{root}assets/js/search-near.js"]) == [is_slip, is_slip]


def test_words_that_no_process_has_together_are_offered_apart(page: Page, root: str) -> None:
    """Each word more narrows the list, and few readers guess which one was too much."""
    page.goto(f"{root}?q=%D7%A1%D7%A4%D7%A1%D7%9C%D7%99%D7%9D+Swimmers")
    wait_for(page, 0)
    offered = page.locator(".empty button")
    expect(offered).to_have_text(["ספסלים", "Swimmers"])
    offered.last.click()
    expect(page.locator("[data-sikum-results] [data-sikum-process]")).to_have_count(1)


def test_gershayim_are_not_taken_for_quotation_marks(page: Page, root: str) -> None:
    """דו״ח is one word: to be told that the quotation marks are in the way would send a reader astray."""
    page.goto(f"{root}?q=%D7%93%D7%95%22%D7%97+%D7%90%D7%91%D7%92%D7%93%D7%94")
    wait_for(page, 0)
    expect(page.locator(".empty")).to_be_visible()
    expect(page.get_by_role("button", name="חיפוש בלי המירכאות")).to_have_count(0)
