"""Records that were made up (`example: true`): they show how it is done, and are in no number, no data and no feed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.browser.sites import BELOW, built_folder

EXAMPLES = ("example-full", "example-first-stage")
SAID = {"he": "דוגמה בדויה", "ar": "مثال مختلَق", "en": "Made-up example"}
FACETS = {"ministry": "ministry", "topic": "topics", "kind": "kind", "method": "methods", "status": "status"}


def counted(site: Path) -> list[dict[str, object]]:
    """The processes of the open data that are not withdrawn."""
    processes = json.loads((site / "data" / "catalogue.json").read_text("utf-8"))["processes"]
    return [process for process in processes if process["status"] != "withdrawn"]


def values(process: dict[str, object], name: str) -> Iterator[str]:
    """The values of a field, one or many."""
    found = process[name]
    yield from (map(str, found) if isinstance(found, list) else (str(found),))


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_each_page_and_edition_of_an_example_says_that_it_is_one(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    """A reader comes to a chapter by a search engine, or is handed the sheet of paper: nothing else would tell."""
    site = built_folder(tmp_path_factory, language) / BELOW
    pages = [path for name in EXAMPLES for path in (site / name).rglob("*.html")]
    assert len(pages) > 20
    for path in pages:
        article = BeautifulSoup(path.read_bytes(), "html.parser").find("article") or ""
        assert re.search("בדוי", str(article)), path.relative_to(site)
    for name in EXAMPLES:
        for ending in ("bib", "ris", "cff"):
            assert SAID["he"] in (site / name / f"citation.{ending}").read_text("utf-8"), ending  # its own language
    cards = BeautifulSoup((site / "index.html").read_bytes(), "html.parser").select("[data-sikum-process]")
    marked = {str(card["data-sikum-process"]) for card in cards if SAID[language] in card.get_text(" ")}
    assert marked == set(EXAMPLES)


def test_no_list_of_facts_no_data_and_no_feed_knows_an_example(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An invented promise among the kept ones makes every figure beside it worthless."""
    site = built_folder(tmp_path_factory, "he") / BELOW
    assert not list(site.glob("example-*/feed.xml"))
    assert (site / "parks" / "feed.xml").exists()
    texts = [*site.glob("data/*.*"), *site.glob("feeds/**/*.xml"), *site.glob("closing/**/*.*")]
    texts += [path for name in ("promises", "lessons", "outcomes") for path in site.glob(f"{name}/**/*.html")]
    assert len(texts) > 50
    for path in texts:
        if path.suffix in (".zip", ".sqlite"):
            continue
        text = path.read_text("utf-8")
        if path.suffix == ".html":
            text = _without_the_note(text)
        for name in EXAMPLES:
            assert f"{name}/" not in text, path.relative_to(site)
    promises = BeautifulSoup((site / "promises" / "index.html").read_bytes(), "html.parser")
    named = {str(link["href"]) for link in promises.select("[data-sikum-left-out] a")}
    assert named == {"../example-full/promises/"}, "where they are is said"


def _without_the_note(html: str) -> str:
    """A page without the line that says that examples are left out, and where they are."""
    page = BeautifulSoup(html, "html.parser")
    for note in page.select("[data-sikum-left-out]"):
        note.decompose()
    return str(page)


@pytest.mark.browser
def test_the_counts_beside_the_choices_leave_examples_out(
    page: Page, root: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Without scripts a choice said 3, with them 5: whoever chose it could not tell which two were invented."""
    processes = counted(built_folder(tmp_path_factory, "he") / BELOW)
    page.goto(root)
    page.locator("[data-sikum-facet] input").first.wait_for()
    for facet, field in FACETS.items():
        wanted = Counter(value for process in processes for value in values(process, field))
        shown = page.locator(f'[data-sikum-facet="{facet}"] label').evaluate_all(
            "all => all.map(e => [e.querySelector('input').value,"
            " Number(e.querySelector('[data-sikum-facet-count]').textContent)])"
        )
        assert {value: number for value, number in shown if number} == dict(wanted), facet


@pytest.mark.browser
def test_a_search_names_the_examples_it_found_apart_from_the_processes(page: Page, root: str) -> None:
    """They stand last, and the number of processes is the number of real ones."""
    page.goto(f"{root}?method=workshop")
    expect(page.locator("[data-sikum-status]")).to_contain_text("בדוי")
    shown = page.locator("[data-sikum-results] [data-sikum-process]").evaluate_all(
        "all => all.map(e => e.dataset.sikumProcess)"
    )
    real = [each for each in shown if not each.startswith("example-")]
    assert shown == [*real, *(each for each in shown if each not in real)]
    said = page.locator("[data-sikum-status]").inner_text()
    assert (f"{len(real)} תהליכים" in said) or len(real) < 3
    assert len(shown) > len(real)
