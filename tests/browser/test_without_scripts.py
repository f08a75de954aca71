"""A site where no script runs, or that has no server: it reads, its links work, and the search says that it is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import BELOW, built_folder

pytestmark = pytest.mark.browser

LISTS = ("topics", "kinds", "methods", "years")


@pytest.fixture
def still(chromium: Browser) -> Iterator[Page]:
    """A window whose reader has turned scripts off."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def test_the_search_says_that_it_needs_scripts_and_leads_to_the_lists(still: Page, root: str) -> None:
    """A box that takes a question and answers nothing is a wall; the lists are all there, one step away."""
    still.goto(root)
    expect(still.locator("#q")).to_be_hidden()
    notice = still.locator("p.no-script")
    expect(notice).to_be_visible()
    for name in LISTS:
        expect(notice.locator(f'a[href$="{name}/"]')).to_be_visible()
    notice.locator('a[href$="topics/"]').click()
    expect(still.get_by_role("heading", level=1)).to_have_text("נושאים")
    expect(still.locator(".site-search")).to_be_hidden()


def test_a_site_on_a_disk_reads_and_its_links_lead_on(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A copy on a USB stick, or a page of the past from an archive: there is no server that would find `index.html`."""
    folder = (built_folder(tmp_path_factory, "he") / BELOW).as_uri()
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{folder}/index.html")
    expect(page.locator("p.no-script")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Assistant")
    for link, heading in (
        (page.locator('.card h3 a[href*="parks/"]'), "גינה לכל שכונה"),
        (page.locator('#side a[href*="participants/"]'), "משתתפי התהליך"),
        (page.locator('.crumbs a[href*="parks/"]'), "גינה לכל שכונה"),
        (page.locator('.site-nav a[href*="promises/"]'), "הבטחות"),
    ):
        link.first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert failed == []
    context.close()
