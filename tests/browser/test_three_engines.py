"""The shorter walk in Firefox and WebKitGTK: what a reader does most, and what these engines once did otherwise.

Chromium walks the whole site in the other modules of this folder.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.rendering.graphs import Datum, Graph, draw
from generator.wording import Wording
from tests.browser.engines import Engine, Firefox, firefox, until, webkit

pytestmark = pytest.mark.browser

FOUND = "document.querySelector('[data-sikum-status]')?.textContent"
IDS = "return [...document.querySelectorAll('[data-sikum-results] [data-sikum-process]')].map(e => e.dataset.sikumProcess)"
WALK = (
    "",
    "parks/",
    "example-full/participants/",
    "example-full/promises/",
    "closing/",
    "example-full/brief/",
    "guide/",
)
"""A page of each kind with a script or a picture of its own."""


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One window for the whole walk: a start costs two seconds."""
    opened = {"firefox": firefox, "webkit": webkit}[request.param](tmp_path_factory.mktemp(request.param))
    with opened as browser:
        browser.resize(1280, 900)
        yield browser


def test_a_word_is_found_in_every_form_and_marked(engine: Engine, root: str) -> None:
    """The search is most of what a reader does, and all of it is script: an engine that fails it has no catalogue."""
    engine.open(root)
    until(engine, "document.querySelector('#facets input')")
    engine.ask("document.querySelector('#q').value = 'גינות'")
    engine.ask("document.querySelector('#q').dispatchEvent(new InputEvent('input', {bubbles: true}))")
    until(engine, FOUND)
    until(engine, "document.querySelector('[data-sikum-results] mark')")
    assert "parks" in engine.ask(IDS)
    assert engine.ask("return location.search") == "?q=%D7%92%D7%99%D7%A0%D7%95%D7%AA"


def test_quotes_mean_the_words_as_written(engine: Engine, root: str) -> None:
    """A lawyer looks for a phrase: its words in another form or order are not it."""
    engine.open(
        f"{root}?q=%22%D7%92%D7%99%D7%A0%D7%94%20%D7%A7%D7%94%D7%99%D7%9C%D7%AA%D7%99%D7%AA%20%D7%91%D7%9C%D7%99%22"
    )
    until(engine, FOUND)
    assert engine.ask(IDS) == []


def test_a_facet_is_chosen_and_back_undoes_it(engine: Engine, root: str) -> None:
    """A link to a list is the list, and the back button is how most readers undo."""
    engine.open(f"{root}?status=closing")
    until(engine, FOUND)
    assert engine.ask(IDS) == ["library"]
    engine.ask("document.querySelector('input[name=status][value=open]').click()")
    until(engine, "document.querySelector('[data-sikum-results]').dataset.count == 2")
    assert set(engine.ask("return location.search.slice(1).split('&')")) == {"status=closing", "status=open"}
    engine.ask("history.back()")
    until(engine, "document.querySelector('[data-sikum-results]').dataset.count == 1")
    assert engine.ask("return document.querySelector('input[name=status][value=open]').checked") is False


def test_the_facets_of_a_narrow_window_hold_the_focus(engine: Engine, root: str) -> None:
    """On a phone the facets are a modal dialog: behind it nothing can be reached."""
    engine.resize(460, 740)
    try:
        engine.open(root)
        until(engine, "document.querySelector('[aria-haspopup=dialog]')")
        engine.ask("document.querySelector('.facets-button').click()")
        assert engine.ask("return document.querySelector('.sheet').matches(':modal')")
        engine.ask("document.querySelector('.card a').focus()")
        assert not engine.ask("return document.activeElement.matches('.card a')")
        engine.ask("document.querySelector('[data-sikum-show]').click()")
        assert engine.ask(
            "return !document.querySelector('.sheet').open && !document.querySelector('#facets').checkVisibility()"
        )
    finally:
        engine.resize(1280, 900)


def test_a_table_is_sorted(engine: Engine, root: str) -> None:
    """Among 500 participants a name is found by order."""
    engine.open(f"{root}crowd/participants/")
    until(engine, "document.querySelector('th .sort')")
    engine.ask("document.querySelector('th .sort').click()")
    names = engine.ask(
        "return [...document.querySelectorAll('[data-sikum-participants] tbody th')].map(e => e.innerText)"
    )
    numbers = [int(name.split()[-1]) for name in names]
    assert numbers == sorted(numbers)
    assert len(numbers) > 1


def test_the_choice_of_dark_holds_on_the_next_page(engine: Engine, root: str) -> None:
    """Who asked for dark is not asked again."""
    engine.open(root)
    engine.ask("localStorage.clear(); document.querySelector('[data-theme-toggle]').click()")
    chosen = engine.ask("return document.documentElement.dataset.theme")
    engine.open(f"{root}parks/")
    assert engine.ask("return document.documentElement.dataset.theme") == chosen
    engine.ask("localStorage.clear()")


def test_a_hidden_figure_reads_less_than_and_not_more_than(engine: Engine, root: str) -> None:
    """`<5` hides who could be known among few. Turned around, the chart says the opposite of the truth."""
    figures = Graph(
        id="few",
        name="לפי מגזר",
        sentence="מעט משתתפים.",
        label_heading="מגזר",
        value_heading="משתתפים",
        data=(
            Datum(label="ציבור", value=14, shown="14"),
            Datum(label="ממשלה", value=6, shown="6"),
            Datum(label="אחר", value=None, shown="<5"),
        ),
    )
    engine.open(f"{root}parks/")
    drawn = json.dumps(str(draw(figures, Wording("he"))))
    engine.ask(f"document.querySelector('.page__main').insertAdjacentHTML('afterbegin', {drawn})")
    places = engine.ask(
        "return [...document.querySelectorAll('.chart text')].filter(e => e.textContent.startsWith('<'))"
        ".map(e => [e.getStartPositionOfChar(0).x, e.getStartPositionOfChar(1).x, e.getBBox().x])"
    )
    assert places
    assert all(sign < figure and left >= -1 for sign, figure, left in places), places


def test_no_page_breaks_the_policy(engine: Engine, root: str) -> None:
    """A style or script that the site's own policy forbids is a control that fails in silence."""
    if not isinstance(engine, Firefox):
        pytest.skip("WebKitGTK's driver runs no script before the page's own, and its reports are not kept")
    for url in WALK:
        engine.open(root + url)
        assert engine.violations() == [], url
    engine.ask("const s = document.createElement('style'); s.textContent = 'b{color:red}'; document.head.append(s)")
    assert engine.violations(), "the walk would not have seen a violation"


def test_a_long_list_of_pages_has_no_stripe_beside_it(engine: Engine, root: str) -> None:
    """In the dark a scroll bar in the system's colours is a white stripe down the page."""
    engine.open(f"{root}example-full/")
    track = engine.ask("return getComputedStyle(document.querySelector('.page__side')).scrollbarColor ?? null")
    assert track is None or track.endswith(("transparent", "rgba(0, 0, 0, 0)"))


def test_the_one_page_edition_is_one_sheet(engine: Engine, root: str, tmp_path: Path) -> None:
    """A second sheet with nothing on it goes to the minister, too."""
    if not isinstance(engine, Firefox):
        pytest.skip("WebKitGTK's driver does not print")
    engine.open(f"{root}example-full/brief/")
    (tmp_path / "page.pdf").write_bytes(engine.printed())
    said = subprocess.run(["pdfinfo", tmp_path / "page.pdf"], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^Pages: +1$", said, re.MULTILINE), said
