"""What is heard: the tree of each kind of page stands in `trees/`, was read by a person once, and changes with intent.

`SNAPSHOTS=overwrite` writes the trees anew: read the difference as somebody would hear it, before it is committed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.a11y.trees import Node, links_of, nodes_of, tree_of
from tests.browser.sites import HARD, KINDS, kinds_in
from tests.browser.visits import Visit
from tests.snapshots import assert_as_written

pytestmark = pytest.mark.browser

Case = tuple[str, str, str, list[Node]]
TREES = Path(__file__).parent / "trees"
TEXTS = {"guide", "rules", "print", "data", "handout", "accessibility", "about"}
"""Mostly text, whose headings change with the structure: of these the landmarks and main headings are kept."""
IN_WORDS = ("catalogue", "process", "participants", "all-promises", "lessons")
"""Kept in Arabic and in English too: their names are the site's own words, in the other pages mostly the authors'."""
CASES = [
    ("he", kind) for kind in kinds_in("he") if kind not in HARD or kind in ("catalogue-found", "participants-crowd")
] + [(language, kind) for language in ("ar", "en") for kind in IN_WORDS]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One window for whatever is asked beside the visits."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=CASES, ids=[f"{kind}.{language}" for language, kind in CASES])
def case(request: pytest.FixtureRequest, visited: Callable[[str, str], Visit]) -> Case:
    """The site's language, the kind of page, its address, and what is heard of it."""
    language, kind = request.param
    seen = visited(language, kind)
    assert seen.heard
    return language, kind, seen.address, nodes_of(seen.heard)


def test_the_tree_is_the_one_that_was_read(case: Case) -> None:
    """A role, a name or a state that goes astray is seen by nobody who looks at the page."""
    language, kind, _, nodes = case
    assert_as_written(TREES / f"{kind}.{language}.txt", tree_of(nodes, is_outline=kind in TEXTS))


def test_what_is_heard_is_named_once_and_leads_to_one_place(case: Case) -> None:
    """Who goes from link to link hears names alone: two of one name are taken for one link, and "blank" for none."""
    _, _, url, nodes = case
    places: defaultdict[str, set[str]] = defaultdict(set)
    for name, address in links_of(nodes):
        assert name, address
        places[name].add(urljoin(url, address).split("#")[0] if "#" not in address else urljoin(url, address))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_controls_have_names_and_ornaments_are_silent(case: Case) -> None:
    """A button without a name is "button"; a dot between two items is "middle dot", hundreds of times a page."""
    nodes = case[-1]
    named = {
        "button",
        "checkbox",
        "combobox",
        "searchbox",
        "img",
        "heading",
        "navigation",
        "region",
        "dialog",
        "search",
    }
    assert [node for node in nodes if node.role in named and not node.name and "hidden" not in node.states] == []
    assert [node for node in nodes if node.text.strip() in {"·", "/", "|", "•", "→", "←", "×"}] == []


def test_a_chart_is_heard_once(page: Page, sites: Callable[[str], str]) -> None:
    """Its sentence, then its figures where they are asked for; the drawing itself says nothing more."""
    page.goto(sites("he") + KINDS["participants-crowd"])
    sentence = page.locator("figure.chart figcaption").first.inner_text()
    nodes = nodes_of(page.locator("body").aria_snapshot())
    said = [node for node in nodes if sentence.strip("\u2066\u2067\u2068\u2069. ") in f"{node.name}{node.text}"]
    assert [node.role for node in said] == ["figure", "text"], "the figure, named by its caption"
    assert not [node for node in nodes if node.role == "img" and "chart" in node.name]


def test_facets_are_groups_with_names_and_say_what_is_chosen(page: Page, sites: Callable[[str], str]) -> None:
    """Twenty boxes in a row without the question that they answer are twenty riddles."""
    page.goto(f"{sites('he')}?status=closing")
    expect(page.locator("[data-sikum-results]")).to_have_attribute("data-count", "1")
    nodes = nodes_of(page.locator("body").aria_snapshot())
    groups = [node.name for node in nodes if node.role == "group"]
    assert '"מצב"' in groups
    assert [node.name.split()[0] for node in nodes if "[checked]" in node.states] == ['"בסגירה']


def test_the_number_of_results_is_said_when_it_changes(page: Page, sites: Callable[[str], str]) -> None:
    """Who does not see the list grow short is told by the live region, which was there and empty before."""
    page.goto(sites("he"))
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    page.locator('input[name="status"][value="closing"]').check()
    expect(status).to_have_text("תהליך אחד")
    page.locator("#q").fill("אבגדהוזח")
    expect(status).to_have_text("לא נמצא דבר")
