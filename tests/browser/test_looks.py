"""How pages look: light and dark, forced colours, less motion, on paper. Pictures stay in `artefacts/reader/`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import BELOW, KINDS
from tests.browser.visits import keep

pytestmark = pytest.mark.browser

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def test_the_reader_s_choice_of_dark_holds_on_the_next_page(page: Page, root: str) -> None:
    """The system says light, the reader says dark: the reader wins, and is not asked again."""
    page.emulate_media(color_scheme="light")
    page.goto(root)
    light = page.evaluate(BACKGROUND)
    page.locator("[data-theme-toggle]").click()
    expect(page.locator("[data-theme-toggle]")).to_have_attribute("aria-pressed", "true")
    dark = page.evaluate(BACKGROUND)
    assert dark != light
    page.goto(f"{root}parks/")
    assert page.evaluate(BACKGROUND) == dark
    page.locator("[data-theme-toggle]").click()
    assert page.evaluate(BACKGROUND) == light


def test_the_system_s_dark_is_followed(page: Page, root: str) -> None:
    """Who reads at night has said so once, to the system."""
    page.emulate_media(color_scheme="dark")
    page.goto(root)
    assert sum(map(int, page.evaluate(f"{BACKGROUND}.match(/[0-9]+/g).slice(0, 3)"))) < 150


def test_states_and_bars_keep_their_shapes_in_forced_colours(chromium: Browser, root: str) -> None:
    """In high contrast the system takes colours away: what was told by a filled shape must still be drawn."""
    context = chromium.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{root}example-full/")
    shapes = page.locator(".state").evaluate_all(
        "all => all.map(e => { const s = getComputedStyle(e, '::before'); return [s.content, s.width, s.forcedColorAdjust]; })"
    )
    assert shapes
    assert all(content != "none" and width != "0px" for content, width, _ in shapes)
    keep(page, "process-1280-forced-colours")
    page.goto(f"{root}example-full/participants/")
    bar, track = (
        page.locator(f".c-{part}").first.evaluate("e => getComputedStyle(e).fill") for part in ("bar", "track")
    )
    assert bar != track
    context.close()


def test_nothing_moves_for_who_asked_for_less_motion(page: Page, root: str) -> None:
    """Motion makes some readers ill."""
    page.emulate_media(reduced_motion="reduce")
    for url in ("", "parks/", "example-full/promises/"):
        page.goto(root + url)
        moving = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(e => {
              const s = getComputedStyle(e), long = t => t.split(',').some(x => parseFloat(x) > 0.01);
              return long(s.transitionDuration) || s.animationName !== 'none' && long(s.animationDuration)
                || s.scrollBehavior === 'smooth';
            }).map(e => e.tagName + '.' + e.className)"""
        )
        assert moving == []


@pytest.mark.parametrize("kind", ["closing", "ministries", "all-promises", "participants"])
def test_heads_of_a_table_keep_their_size_when_the_script_makes_buttons_of_them(
    page: Page, root: str, kind: str
) -> None:
    """On a phone the script comes after the table is drawn; all below it jumped under the finger."""
    page.set_viewport_size({"width": 360, "height": 740})
    sizes = []
    page.route("**/tables.js", lambda route: route.abort())
    for _ in ("without the script", "with it"):
        page.goto(root + KINDS[kind])
        page.evaluate("document.fonts.ready.then(() => 1)")
        sizes.append(page.locator("[data-sortable] thead").evaluate_all("all => all.map(e => e.offsetHeight)"))
        assert bool(page.locator(".sort").count()) == (len(sizes) == 2)
        page.unroute("**/tables.js")
    assert sizes[0] == sizes[1]


def test_the_mark_of_a_list_to_choose_from_stands_off_its_frame(page: Page, root: str) -> None:
    """Right to left, Chromium drew its own onto the frame; the words must not run under ours either."""
    page.goto(root)
    place, room = page.locator("select").evaluate(
        "e => [getComputedStyle(e).backgroundPositionX.split(', ')[0], parseFloat(getComputedStyle(e).paddingLeft)]"
    )
    assert float(place.removesuffix("px")) >= 8, place
    assert room >= 24


@pytest.mark.parametrize(
    ("kind", "most"),
    [("catalogue", 6), ("process", 8), ("process-open", 1), ("process-withdrawn", 1), ("chapter", 1), ("promises", 3),
     ("participants-crowd", 24), ("meeting", 1), ("ministry", 2), ("all-promises", 6), ("lessons", 6), ("accessibility", 2)],
)  # fmt: skip
def test_any_page_is_printed_on_few_sheets_with_its_address(
    page: Page, root: str, tmp_path: Path, kind: str, most: int
) -> None:
    """Offices still file paper: it must not be a screen's menus, and must say where it came from."""
    page.goto(root + KINDS[kind])
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    info = subprocess.run(["pdfinfo", tmp_path / "page.pdf"], check=True, capture_output=True, text=True).stdout
    assert "A4" in info
    sheets = int(next(line for line in info.splitlines() if line.startswith("Pages:")).split()[1])
    assert 1 <= sheets <= most
    text = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], check=True, capture_output=True, text=True).stdout
    assert f"https://example.org/{BELOW}{KINDS[kind]}" in text.replace("\n", "")
    assert "דילוג לתוכן" not in text


@pytest.mark.parametrize("kind", ["process", "process-translated", "closing"])
def test_no_heading_is_left_alone_at_the_foot_of_a_sheet(page: Page, root: str, tmp_path: Path, kind: str) -> None:
    """What it is the heading of lay on the next sheet, and whoever filed one of the two had half of it."""
    page.goto(root + KINDS[kind])
    headings = {_bare(text) for text in page.locator("h2").all_inner_texts()}
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "page.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    sheets = [[_bare(line) for line in sheet.splitlines() if _bare(line)] for sheet in text.split("\f")[:-1]]
    assert len(sheets) > 1
    assert headings & {line for sheet in sheets for line in sheet}
    for sheet in sheets:
        assert "https" in sheet[-1], "the permalink stands in the foot"
        assert sheet[-2] not in headings


def _bare(line: str) -> str:
    """Letters alone: how a reader marks directions is its own affair."""
    return "".join(letter for letter in line if letter.isalnum())


def test_pictures_of_the_pages_are_kept(chromium: Browser, root: str) -> None:
    """A person can open `artefacts/reader/` and look at what readers get, without building anything."""
    context = chromium.new_context()
    page = context.new_page()
    for kind in ("catalogue", "process", "participants", "promises", "responses", "closing", "not-found"):
        page.goto(root + KINDS[kind])
        for width, scheme in ((1280, "light"), (360, "dark")):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 900})
            keep(page, f"{kind}-{width}-{scheme}")
    context.close()
    assert len(list((Path(__file__).parents[2] / "artefacts" / "reader").glob("*.png"))) >= 14


def test_a_printed_table_has_its_heads_on_each_sheet(page: Page, root: str, tmp_path: Path) -> None:
    """On the second sheet of a list, who knows what the third column is? Chromium repeats no buttons, and the heads sort."""
    page.goto(f"{root}crowd/participants/")
    expect(page.locator("th .sort").first).to_be_visible()
    page.pdf(path=tmp_path / "list.pdf", prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "list.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    full = [sheet for sheet in text.split("\f") if sheet.count("לדוגמה") > 10]
    assert len(full) > 3
    assert all("תפקיד" in sheet.strip().splitlines()[0] for sheet in full[1:])


def test_the_figures_behind_a_chart_are_printed(page: Page, root: str) -> None:
    """On paper nothing can be opened: a heading of a table with nothing under it is a promise not kept."""
    page.goto(f"{root}years/")
    page.emulate_media(media="print")
    rows = page.locator("[data-sikum-graph] details tbody tr")
    assert rows.count() > 1
    for row in rows.all():
        expect(row).to_be_visible()
