"""Nothing of the method is lost on the way: each sentence of it has a place in the guide, the structure or a rule."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.diagnostics import Text
from generator.model import urls
from generator.pages.fixed.guide import guide_jobs
from generator.rendering.context import SiteContext
from generator.rules import RULES
from generator.structure import Structure, element_by_id, load_structure, spec_at
from generator.wording import Wording

ROOT = Path(__file__).parent.parent.parent
SENTENCES = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
"""The method document, a sentence a line, as it stands there."""
ROW = re.compile(r'\| \d+ \| <span dir="rtl" lang="he">(.+)</span> \| (.+) \|')
FILES = {"promises.yml", "responses.yml"}
PAGES = {urls.LESSONS, ""}


def rows() -> list[tuple[str, list[str]]]:
    """The sentences of the map, each with its places."""
    text = (ROOT / "docs" / "method-map.md").read_text("utf-8")
    return [(match[1], re.findall(r"`([^`]+)`", match[2])) for match in ROW.finditer(text)]


@cache
def guide() -> BeautifulSoup:
    """The guide as it is built, without a toolbox."""
    wording = Wording("he")
    context = SiteContext(
        site_name="s", site_url=None, wording=wording, structure=load_structure(), ministries={}, topics={}
    )
    job = next(job for job in guide_jobs(context, "key") if job.id.endswith("guide/"))
    (file,) = job.build()
    return BeautifulSoup(file.content.body, "html.parser")  # type: ignore[union-attr]


def is_there(place: str, structure: Structure) -> bool:
    """Whether a place of the map exists today."""
    if place.startswith("/guide/#"):
        return guide().find(id=place.partition("#")[2]) is not None
    if place.startswith("/"):
        url = place.removeprefix("/")
        return url in PAGES or bool(list((ROOT / "processes").glob(f"*/{url.rstrip('/')}/index.md")))
    if place.startswith("elements."):
        _, name, *inner = place.split(".")
        element = element_by_id(structure, name)
        inside = {each.id for each in (*element.parts, *element.fields)} if element else set()
        return element is not None and set(inner) <= inside
    if place.startswith("vocabularies."):
        return place.partition(".")[2] in structure.vocabularies
    if place == "toolbox":
        return place in SiteContext.__struct_fields__
    known = FILES | set(urls.BLANKS) | {rule.code for rule in RULES}
    return place in known or spec_at(structure, place) is not None


def test_every_sentence_of_the_method_has_a_row() -> None:
    """A sentence without one is what the guide forgot: trust, and expectations, were missing for months."""
    assert [sentence for sentence, _ in rows()] == SENTENCES


@pytest.mark.parametrize(("sentence", "places"), rows(), ids=range(1, len(rows()) + 1))
def test_every_place_of_a_sentence_is_there(sentence: str, places: list[str]) -> None:
    """A heading that is renamed or a field that goes would leave a sentence of the method without a home, unseen."""
    assert places, sentence
    assert [place for place in places if not is_there(place, load_structure())] == []


def test_what_the_method_asks_is_said_on_the_guide_in_its_own_words() -> None:
    """Its terms are what offices look for: an anchor over other words would be no place for them."""
    text = guide().get_text(" ")
    for words in (
        "למה זה טוב", "אמון", "תיאום ציפיות", "החלטת ממשלה", "תוכנית העבודה העירונית", "שבה מחליטים", "משמעותיים או בכירים",
        "למטרה המקורית", "מזמינים אותם לשמור על קשר", "מתמקד פעמים רבות בתוצאות", "הצעה", "לסרט, לאתר או למצגת",
        "בכירה, מוכרת, מובילה או בעלת סמכות מקצועית", "מבט ביקורתי", "לתחקר", "נספחים",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_the_method_is_told_in_each_language(language: str) -> None:
    """A guide that is whole in Hebrew alone leaves half of the offices to guess."""
    structure = load_structure()
    told: list[Text] = [each.guidance for each in (*structure.method, *structure.steps, *structure.questions)]
    texts = [text.in_language(language) for text in told]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    "place",
    [
        "/guide/#a-heading-that-was-renamed", "/a-process-that-is-gone/", "elements.foreword.gone", "elements.gone",
        "vocabularies.gone", "G099", "guide/gone.docx", "output.gone", "gone.yml",
    ],
)  # fmt: skip
def test_a_place_that_is_gone_is_found_out(place: str) -> None:
    """The map would go on naming homes that nobody lives in, and every test would pass."""
    assert not is_there(place, load_structure())


def test_a_sentence_without_a_row_is_found_out() -> None:
    """The first sentence to be dropped would be the one about trust."""
    told = [sentence for sentence, _ in rows()]
    assert told[1:] != SENTENCES
    assert len(set(SENTENCES)) == len(SENTENCES) > 60
