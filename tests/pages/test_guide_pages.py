"""The guide and the pages that the site writes of itself: rules, blanks, examples, accessibility, words of its editors."""

import pytest
from msgspec.structs import replace

from generator.model import urls
from generator.model.dates import PartialDate
from generator.model.published import (
    PublishedCatalogue,
)
from generator.model.site import ROOT
from generator.rendering.context import CrossReferences, SiteContext
from generator.rules import RULES
from generator.rules.examples import for_readers
from generator.wording import Wording
from tests.pages.conftest import soup_of
from tests.pages.test_catalogue_pages import made, ordinary


def test_the_rules_page_explains_every_rule_at_its_own_anchor(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """The panel of findings links to `#F021`; the method beside it is free of them."""
    pages = made(catalogue, context)
    rules = soup_of(pages["guide/rules/"])
    assert [article["id"] for article in rules.select("article.rule")]
    for rule in RULES:
        article = rules.find(id=rule.code)
        assert rule.what.he in article.get_text()
        assert for_readers(rule.right, "he") in article.get_text()
    assert rules.select('nav a[href="../"], .crumbs a')
    guide = soup_of(pages["guide/"])
    assert guide.select('a[href$="guide/rules/"]')
    shown = guide.get_text()
    assert not [rule.code for rule in RULES if rule.code in shown]


@pytest.mark.parametrize(
    ("language", "name"),
    [("he", "טופס-סיכום-תהליך.docx"), ("ar", "نموذج-الوثيقة-الختامية.docx"), ("en", "blank-closing-document.docx")],
)
def test_each_blank_says_what_it_is_for_and_is_saved_under_a_name_of_the_language(
    catalogue: PublishedCatalogue, context: SiteContext, language: str, name: str
) -> None:
    """Four files called `process.docx` and the like, and no word of which is first: an office would fill in the wrong one."""
    guide = soup_of(made(catalogue, replace(context, wording=Wording(language)))["guide/"])
    blanks = [line for line in guide.select("#blanks > li") if line.select_one("a[download]")]
    links = [line.a for line in blanks]
    assert [link["href"].removeprefix(ROOT) for link in links if link] == [*urls.BLANKS]
    names = [str(link["download"]) for link in links if link]
    assert names[0] == name
    assert [each.rpartition(".")[2] for each in names] == [url.rpartition(".")[2] for url in urls.BLANKS]
    uses = {line.select("p")[1].get_text() for line in blanks}
    assert len(uses) == len(blanks)
    assert all(uses)
    assert all(step.a for step in guide.select("#begin + ul > li")), "each step leads to where it is taken"


def test_the_guide_teaches_all_that_the_structure_holds(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """A part that only the structure knows is taught without anyone writing it a second time."""
    text = soup_of(made(catalogue, context)["guide/"]).get_text()
    for element in context.structure.elements:
        assert element.title.he in text
        assert all(part.title.he in text for part in element.parts)
    assert all(step.title.he in text for step in (*context.structure.gate, *context.structure.questions))
    assert all(told.guidance.he in text for told in (*context.structure.method, *context.structure.steps))


def test_the_guide_leads_to_a_worked_example_and_to_the_toolbox_of_the_site(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """An office that has never closed a process looks for one that was; an address that nobody gave is not guessed."""
    first = catalogue.processes[0]
    example = replace(first, record=replace(first.record, title="דוגמה שלמה", example=True, status="closed"))
    told = replace(context, toolbox="https://tools.example.org/all")
    links = [
        link["href"] for link in soup_of(made(replace(catalogue, processes=(example,)), told)["guide/"]).select("a")
    ]
    assert f"{ROOT}{example.url}" in links
    assert "https://tools.example.org/all" in links
    bare = [link["href"] for link in soup_of(made(catalogue, context)["guide/"]).select("a")]
    assert not [link for link in bare if link.startswith("http")]


def test_the_accessibility_page_shows_the_facts_and_names_what_is_missing(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """The law wants a coordinator to turn to; a page that keeps quiet about having none breaks it unseen."""
    facts = {
        "standard": 'ת"י 5568',
        "level": "AA",
        "updated": PartialDate(2026, 3, 1),
        "coordinator": {"name": "רכזת הנגישות", "email": "a@example.org"},
        "known_gaps": [{"text": "סרטון בלי כתוביות", "alternative": "תמליל"}],
    }
    full = soup_of(made(replace(catalogue, accessibility=facts), context)["accessibility/"]).get_text()
    for words in ('ת"י 5568', "1 במרץ 2026", "רכזת הנגישות", "סרטון בלי כתוביות", "תמליל"):
        assert words in full
    bare = soup_of(made(catalogue, context)["accessibility/"])
    assert "accessibility.yml" in bare.select_one(".banner").get_text()
    nameless = soup_of(made(replace(catalogue, accessibility={"level": "AA"}), context)["accessibility/"])
    assert len(nameless.select(".unknown")) == 4


def test_words_of_the_editors_stand_on_their_pages(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """`index.md` is read above the catalogue, `about.md` at its own address, and links go where they should."""
    front = ordinary("index.md", "כאן מתפרסם, ראו [עוד](about.md).")
    about = ordinary("about.md", "# על הקטלוג\n\nפסקה.")
    around = CrossReferences(urls={"about.md": "about/"})
    pages = made(replace(catalogue, introduction=front, pages=(about,)), context, around)
    assert soup_of(pages[""]).select_one(".hero .prose a")["href"] == f"{ROOT}about/"
    assert [h1.get_text() for h1 in soup_of(pages["about/"]).select("h1")] == ["על הקטלוג"]
    assert pages["about/"].source == "about.md"
