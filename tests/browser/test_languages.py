"""Three languages: a process that is translated, one in another language than its site, and sites whole in their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from playwright.sync_api import Page, expect

from tests.browser.sites import BELOW, built_folder

HEBREW = re.compile(r"[\u0590-\u05ff]{2,}(?:[\s\"'.,:–-]*[\u0590-\u05ff]+)*")
SPOKEN = ("aria-label", "placeholder", "title", "alt", "data-strings")
"""Attributes that a reader sees or hears."""


@pytest.mark.browser
def test_a_translated_process_has_a_switch_both_ways(page: Page, root: str) -> None:
    """An Arabic reader must find the Arabic text from the Hebrew one, chapter by chapter, and the way back."""
    page.goto(f"{root}parks/foreword/")
    page.get_by_role("link", name="العربية").click()
    expect(page).to_have_url(f"{root}parks/ar/foreword/")
    expect(page.locator("article.page__main")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_text("تمهيد")
    page.get_by_role("link", name="עברית").click()
    expect(page).to_have_url(f"{root}parks/foreword/")


@pytest.mark.browser
def test_what_is_not_translated_is_said_and_led_to(page: Page, root: str) -> None:
    """A reader would take the missing chapter for one that was never written."""
    page.goto(f"{root}parks/ar/")
    page.locator("#side").get_by_role("link", name="المضمون").click()
    expect(page).to_have_url(f"{root}parks/ar/content/")
    expect(page.get_by_role("heading", level=1)).to_have_text("المضمون")
    page.locator(".note-missing a").click()
    expect(page).to_have_url(f"{root}parks/content/")


@pytest.mark.browser
def test_facts_of_a_translation_come_from_the_one_record(page: Page, root: str) -> None:
    """Figures that are written twice come apart: the Arabic page says 14 too, in Arabic words."""
    page.goto(f"{root}parks/ar/")
    head = page.locator(".page-head")
    expect(head).to_contain_text("14 مشاركًا")
    expect(head).to_contain_text("2021")
    expect(head).not_to_contain_text("משתתפים")


def test_search_engines_are_told_of_both_languages(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Who searches in Arabic would be sent to the Hebrew page."""
    site = built_folder(tmp_path_factory, "he") / BELOW
    for page in ("parks/index.html", "parks/ar/index.html"):
        soup = BeautifulSoup((site / page).read_bytes(), "html.parser")
        others = {link["hreflang"]: link["href"] for link in soup.select('link[rel="alternate"][hreflang]')}
        assert others == {"he": f"https://example.org/{BELOW}parks/", "ar": f"https://example.org/{BELOW}parks/ar/"}


@pytest.mark.browser
def test_a_process_in_english_reads_from_left_to_right_in_the_hebrew_site(page: Page, root: str) -> None:
    """Its frame stays Hebrew; its sentences, dates and headings are English, and begin at the left."""
    page.goto(f"{root}harbour/")
    article = page.locator("article.page__main")
    assert article.evaluate("e => getComputedStyle(e).direction") == "ltr"
    expect(article).to_contain_text("October 2018")
    expect(article.get_by_role("heading", name="Bottom lines")).to_be_visible()
    expect(page.get_by_role("navigation", name="ניווט ראשי")).to_be_visible()


def _language(tag: Tag | None) -> str:
    while tag is not None:
        if tag.get("lang"):
            return str(tag["lang"])
        tag = tag.parent
    return ""


def _words(soup: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    for text in soup.body.find_all(string=True) if soup.body else ():
        if (
            isinstance(text, NavigableString)
            and not isinstance(text, Comment)
            and text.parent.name not in ("script", "code")
        ):
            yield text.parent, str(text)
    for tag in soup.find_all(True):
        for name in SPOKEN:
            if tag.get(name):
                yield tag, str(tag[name])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_hebrew_word_is_left_in_the_frame(tmp_path_factory: pytest.TempPathFactory, language: str) -> None:
    """An English or an Arabic site in which a button, a heading or a label is Hebrew is not whole.

    What editors wrote is theirs, in whatever language; all else that is Hebrew and does not say so was left behind.
    """
    folder = built_folder(tmp_path_factory, language)
    written = "\n".join(
        path.read_text(encoding="utf-8") for path in (folder.parent / "processes").rglob("*") if _is_text(path)
    )
    written = re.sub(r"\s+", " ", written)
    left = {
        (page.relative_to(folder).as_posix(), found)
        for page in folder.rglob("*.html")
        for tag, text in _words(BeautifulSoup(page.read_bytes(), "html.parser"))
        if _language(tag) != "he"
        for found in HEBREW.findall(re.sub(r"\s+", " ", text))
        if found not in written and found.replace("-", " ") not in written  # the address of a theme
    }
    assert left == set()


def _is_text(path: Path) -> bool:
    return path.suffix in (".md", ".yml", ".csv")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("he", ("6 תהליכים", "5 גופים", "משרד לדוגמה", "שולחן עגול", "סגור")),
        ("ar", ("6 عمليات", "5 جهات", "وزارة نموذجية (مثال)", "طاولة مستديرة", "مغلقة")),
        ("en", ("6 processes", "5 bodies", "Example Ministry", "Round table", "Closed")),
    ],
)
def test_names_vocabulary_and_plurals_follow_the_site(
    page: Page, sites: Callable[[str], str], language: str, said: tuple[str, ...]
) -> None:
    """Names of bodies, topics and kinds are registered in three languages, so that no site borrows another's.

    The sample's two examples are listed, and in no count: what is made up is in no figure.
    """
    page.goto(sites(language))
    text = page.locator("main").inner_text()
    assert [words for words in said if words not in text] == []
