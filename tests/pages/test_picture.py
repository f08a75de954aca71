"""The picture of a process: at the head of its page, on its card and behind shared links; and nothing where there is none."""

import json

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.exports.record import process_data
from generator.model.content import AttachedFile
from generator.model.published import PublishedProcess
from generator.model.record import Picture
from generator.model.site import ROOT, Page
from generator.pages.process.job import process_pages
from generator.rendering.card import card_of, render_card
from generator.rendering.context import CrossReferences, SiteContext

ALT, CREDIT = "ילדה חוצה במעבר חציה", "צילום: לשכת העיתונות לדוגמה"


def with_picture(
    process: PublishedProcess, name: str = "media/crossing.jpg", alt: str | None = ALT
) -> PublishedProcess:
    """The process with a picture whose file is published."""
    file = AttachedFile(
        path=f"{process.path}/{name}", uri=f"{process.id}/{name}", size=90_000, title="x", in_appendices=False
    )
    record = replace(process.record, picture=Picture(path=name, alt=alt, credit=CREDIT))
    return replace(process, record=record, files=(*process.files, file))


def record_page(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> Page:
    """`/<id>/`."""
    return next(page for page in process_pages(process, cross_references, context) if page.url == process.url)


def test_it_stands_at_the_head_of_the_page_in_words_and_with_its_credit(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Who does not see it is told what it shows; whose it is must be said wherever it is shown whole."""
    page = record_page(with_picture(process), cross_references, context)
    figure = BeautifulSoup(page.body, "html.parser").select_one(".page-head figure.picture")
    assert figure is not None
    assert figure.img["src"] == f"{ROOT}{process.id}/media/crossing.jpg"
    assert figure.img["alt"] == ALT
    assert figure.figcaption.get_text() == CREDIT
    assert page.image == f"{process.id}/media/crossing.jpg"
    graph = json.loads(BeautifulSoup(page.head, "html.parser").script.string)["@graph"]
    assert graph[0]["image"] == f"https://sikum.example.org/{process.id}/media/crossing.jpg"


def test_a_card_shows_it_and_does_not_read_it_aloud(process: PublishedProcess, context: SiteContext) -> None:
    """In a list of fifty cards the words of fifty pictures would stand between a reader who listens and the titles."""
    card = BeautifulSoup(render_card(card_of(with_picture(process), context), context), "html.parser")
    assert card.img["src"] == f"{ROOT}{process.id}/media/crossing.jpg"
    assert card.img["alt"] == ""
    assert card.img["loading"] == "lazy"


def test_data_says_what_is_in_the_record(process: PublishedProcess, context: SiteContext) -> None:
    """Who takes the data on needs the words and the credit with the picture."""
    data = process_data(with_picture(process), context)
    assert data["picture"] == {"path": "media/crossing.jpg", "alt": ALT, "credit": CREDIT}
    assert process_data(process, context)["picture"] is None


@pytest.mark.parametrize("case", ["none given", "no words", "file not published"])
def test_without_one_nothing_looks_missing(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, case: str
) -> None:
    """Most offices have no picture: a grey box on each of their cards would say so every time."""
    if case == "no words":
        process = with_picture(process, alt=None)
    elif case == "file not published":
        process = replace(process, record=replace(process.record, picture=Picture(path="a.jpg", alt=ALT, credit="x")))
    page = record_page(process, cross_references, context)
    assert 'figure class="picture"' not in page.body
    assert page.image == ""
    assert "<img" not in render_card(card_of(process, context), context)


def test_a_drawing_is_no_picture_for_social_networks(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """They draw no SVG: a link shared there would come with a broken picture in place of the site's card."""
    page = record_page(with_picture(process, "media/crossing.svg"), cross_references, context)
    assert "crossing.svg" in page.body
    assert page.image == ""
