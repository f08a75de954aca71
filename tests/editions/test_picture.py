"""The picture of a process in its editions: the same picture, words and credit as at the head of its page."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup, Tag
from msgspec.structs import replace

from generator.editions import process_job
from generator.editions.pdf import media_of, pdf_html, render_pdf
from generator.editions.standing_alone import standing_alone
from generator.markup import scan_body
from generator.model.content import Translation
from generator.model.published import PublishedProcess
from generator.model.record import Picture
from generator.model.site import Page
from generator.pages.process.job import process_pages
from generator.rendering.context import CrossReferences, SiteContext
from generator.views.shared import view_of
from generator.views.translated import whole_translations
from tests.editions.matterhorn import elements, faults
from tests.editions.test_pdf import media

ALT, CREDIT = "ילדה חוצה במעבר חציה", "צילום: לשכת העיתונות לדוגמה, 2023"


@pytest.fixture
def pictured(process: PublishedProcess) -> PublishedProcess:
    """The process with a picture, and few enough outcomes to have it on one page."""
    record = replace(process.record, picture=Picture(path="media/map.png", alt=ALT, credit=CREDIT))
    return replace(process, record=record)


def editions_of(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> dict[str, Tag]:
    """The figure of each edition that is a page, by the end of its address; editions without one are not there."""
    found = {}
    for file in process_job(view_of(process, cross_references, context), "key").build():
        assert isinstance(file.content, Page)
        if figure := BeautifulSoup(file.content.body, "lxml").select_one("figure.picture"):
            found[file.content.url.removeprefix(process.url)] = figure
    return found


def said(figure: Tag) -> tuple[str, str, str, str]:
    """Address, words and their language, credit."""
    image, credit = figure.find("img"), figure.find("figcaption")
    assert image
    assert credit
    return str(image["src"]), str(image["alt"]), str(image["lang"]), credit.get_text()


def test_page_and_editions_show_one_picture_with_its_words_and_credit(
    pictured: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Paper is what a decision maker gets: a picture without its credit is used unlawfully there, not on the page."""
    pages = process_pages(pictured, cross_references, context)
    head = BeautifulSoup(next(page for page in pages if page.url == pictured.url).body, "lxml")
    figure = head.select_one("figure.picture")
    assert figure
    editions = editions_of(pictured, cross_references, context)
    assert {"print/", "brief/"} <= editions.keys()
    assert {said(each) for each in editions.values()} == {said(figure)}
    assert said(figure)[1:] == (ALT, "he", CREDIT)


def test_the_pdf_has_it_as_a_figure_that_is_read_aloud(
    pictured: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """The cover's picture is tagged with its words; the file stays what it claims to be, and the credit is on the sheet."""
    path = tmp_path / "said.pdf"
    asked: list[str] = []

    def read(source: str) -> bytes:
        asked.append(source)
        return media(source)

    path.write_bytes(render_pdf(pdf_html(pictured, cross_references, context), media_of(pictured, read)))
    assert "examples/safe-routes/media/map.png" in asked
    assert faults(path) == []
    with pikepdf.open(path) as pdf:
        figures = [element for element, _ in elements(pdf) if str(element.S) == "/Figure"]
        assert str(figures[0].Alt) == ALT
        assert str(figures[0].Lang) == "he"
        assert pdf.pages[0].get_images()
    cover = subprocess.run(["pdftotext", "-l", "1", path, "-"], check=True, capture_output=True, text=True).stdout
    assert "לשכת העיתונות לדוגמה" in re.sub("[\u2066-\u2069\u202a-\u202e]", "", cover)


def test_a_translation_says_the_pictures_words_in_their_own_language(
    pictured: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Nobody translates them: an English voice would spell out Hebrew letters."""
    english = Translation(
        language="en",
        title="Safe routes",
        short_description="A round table.",
        brief=scan_body("examples/safe-routes/index.en.md", "A round table.", 1, ()),
        has_record=True,
    )
    bare = replace(pictured, chapters=(), meetings=(), promises=(), responses=(), translations=(english,))
    (translated,) = whole_translations(bare)
    html = pdf_html(translated, cross_references, context)
    assert '<html lang="en"' in html
    assert f'alt="{ALT}" lang="he"' in html
    assert '<figcaption lang="he" dir="rtl">' in html
    assert said(editions_of(bare, cross_references, context)["en/print/"])[2] == "he"


def test_the_archive_has_it_inside(
    pictured: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """The document that stands alone fetches nothing: its picture is in it."""
    html = standing_alone(pictured, cross_references, context, media_of(pictured, media)).decode()
    assert re.search(rf'<img src="data:image/png;base64,[^"]+" alt="{ALT}"', html)


def test_one_page_that_is_full_has_its_words_and_no_picture(
    overfull: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """What was decided goes before what it looked like; without a picture nothing looks missing."""
    record = replace(overfull.record, picture=Picture(path="media/map.png", alt=ALT, credit=CREDIT))
    editions = editions_of(replace(overfull, record=record), cross_references, context)
    assert "print/" in editions
    assert "brief/" not in editions
