"""What holds on every page, in every language: nothing from elsewhere, nothing that does not fit, the right direction.

And axe-core (WCAG 2.2 AA and its best practice) finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.browser.sites import BELOW, DIRECTIONS, KINDS, LANGUAGES, built_folder, kinds_in
from tests.browser.visits import Visit

pytestmark = pytest.mark.browser

IN_ENGLISH, IN_ARABIC = (
    {"process-in-english"},
    {"process-in-arabic", "translation", "translation-chapter", "translation-missing"},
)
OF_A_PROCESS = {
    "process", "process-translated", "process-open", "process-closing", "process-withdrawn", "process-crowded",
    "chapter", "reflection", "appendix", "participants", "participants-crowd", "promises", "responses", "meeting",
    "print", "brief", "handout", "yardsticks-of-process", "since-sent",
}  # fmt: skip


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """The site's language."""
    return str(request.param)


@pytest.fixture
def visits(visited: Callable[[str, str], Visit], language: str) -> dict[str, Visit]:
    """By kind, what the browser saw there."""
    return {kind: visited(language, kind) for kind in kinds_in(language)}


def written_in(kind: str, site: str) -> str:
    """The language of what a page of this kind says."""
    if kind in OF_A_PROCESS:
        return "he"
    return "en" if kind in IN_ENGLISH else "ar" if kind in IN_ARABIC else site


def test_every_kind_of_page_is_opened(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A page that no test of these opens is one that nobody who listens or uses a keyboard has been thought of."""
    folder = built_folder(tmp_path_factory, "he") / BELOW
    assert _shapes(folder, (file.parent for file in folder.rglob("index.html"))) == _shapes(
        folder, (folder / url.partition("?")[0] for url in KINDS.values() if not url.startswith("no/"))
    )


def _shapes(folder: Path, pages: Iterable[Path]) -> set[tuple[str, str]]:
    """What a page calls itself, and the list it belongs to (`lessons`, `topics`); those of a process belong to none."""
    found = set()
    for page in pages:
        kind = re.search(r'data-kind="([^"]*)"', (page / "index.html").read_text(encoding="utf-8"))
        first = page.relative_to(folder).parts[:1]
        is_list = bool(first) and not (folder / first[0] / "process.json").is_file()
        assert kind, page
        found.add((kind[1], first[0] if is_list and kind[1] != "facet" else ""))
    return found


def test_no_page_asks_another_host_for_anything(visits: dict[str, Visit]) -> None:
    """A reader's visit to a ministry's site would be told to a third party, and a page would break without it."""
    assert {kind: seen.strangers for kind, seen in visits.items() if seen.strangers} == {}


def test_no_page_breaks_the_policy_or_has_a_fault(visits: dict[str, Visit]) -> None:
    """With the headers that the site itself asks for, a script, a style or a file would be refused or missing."""
    assert {kind: seen.faults for kind, seen in visits.items() if seen.faults} == {}


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_no_page_scrolls_sideways(visits: dict[str, Visit], width: int) -> None:
    """On a phone, or at 400 % zoom, each line would have to be pulled into view (WCAG 1.4.10)."""
    assert {kind: seen.overflow[width] for kind, seen in visits.items() if seen.overflow[width]} == {}


def test_no_page_scrolls_sideways_with_large_letters(visits: dict[str, Visit]) -> None:
    """Each line would have to be pulled into view by the readers who see least, with letters of 32 pixels on a phone."""
    assert {kind: seen.overflow_large for kind, seen in visits.items() if seen.overflow_large} == {}


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_no_words_are_cut_or_lie_on_others(visits: dict[str, Visit], width: int) -> None:
    """A box that cuts the order it names, a bar whose figure stands on its label: the reader guesses what is written."""
    assert {kind: seen.cut[width] for kind, seen in visits.items() if seen.cut[width]} == {}


def test_axe_finds_nothing(visits: dict[str, Visit]) -> None:
    """A reader with a screen reader, a keyboard or low vision would meet a page that was not made for them."""
    assert {kind: seen.violations for kind, seen in visits.items() if seen.violations} == {}


def test_every_page_says_its_language_and_direction(visits: dict[str, Visit], language: str) -> None:
    """A screen reader would read Hebrew as English, and a line would start on the wrong side."""
    for kind, seen in visits.items():
        text = written_in(kind, language)
        frame = text if kind.startswith("translation") else language
        assert seen.site == (frame, DIRECTIONS[frame]), kind
        assert seen.article == (text, DIRECTIONS[text]), kind


def test_every_page_has_one_main_part_and_headings_in_order(visits: dict[str, Visit]) -> None:
    """Who moves by headings and landmarks would miss a part, or look for one that is not there."""
    for kind, seen in visits.items():
        assert seen.mains == 1, kind
        assert seen.headings[0] == 1, (kind, seen.headings)
        assert seen.headings.count(1) == 1, (kind, seen.headings)
        steps = zip(seen.headings, seen.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (kind, seen.headings)


def test_pictures_tables_and_charts_say_what_they_show(visits: dict[str, Visit]) -> None:
    """Who does not see a picture, a chart or where a column starts would be left without what it says."""
    for what in ("pictures", "heads", "charts"):
        assert {kind: getattr(seen, what) for kind, seen in visits.items() if getattr(seen, what)} == {}
