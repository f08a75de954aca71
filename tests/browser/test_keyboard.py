"""The keyboard alone does everything: a skip link, the navigation, the facets, a table's order, the menu of a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    text: (element.innerText || element.getAttribute("aria-label") || element.name || "").trim(),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none",
  };
}"""


def tab(page: Page, times: int = 1) -> str:
    """Presses Tab; what has the focus must be in sight, and drawn as such. Its text."""
    seen = {"text": ""}
    for _ in range(times):
        page.keyboard.press("Tab")
        seen = page.evaluate(FOCUS)
        assert seen["seen"], seen
        assert seen["ring"], seen
    return str(seen["text"])


def test_the_first_stop_is_a_link_to_what_the_page_says(page: Page, root: str) -> None:
    """Without it, each page begins with the whole navigation again."""
    page.goto(f"{root}parks/")
    assert tab(page) == "דילוג לתוכן"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    assert tab(page) == "התהליכים"


def test_every_stop_of_the_front_page_is_seen_and_in_the_order_of_reading(page: Page, root: str) -> None:
    """A focus that jumps or hides leaves a reader without a pointer nowhere."""
    page.goto(root)
    stops = [tab(page) for _ in range(20)]
    assert stops[:3] == ["דילוג לתוכן", "כל המשרדים, כל התהליכים", "התהליכים"]
    order = [stops.index(text) for text in ("הגופים", "הבטחות", "לקחים", "המדריך", "נתונים", "q", "חיפוש")]
    assert order == sorted(order)


def test_a_facet_is_chosen_with_the_space_bar(page: Page, root: str) -> None:
    """A checkbox that only a pointer reaches is no checkbox."""
    page.goto(root)
    page.locator('input[name="status"][value="open"]').focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-sikum-results]")).to_have_attribute("data-count", "1")
    expect(page).to_have_url(f"{root}?status=open")
    assert page.evaluate("document.activeElement.value") == "open"


def test_a_table_is_sorted_and_says_so(page: Page, root: str) -> None:
    """Who hears the table must be told by what it is sorted, and who sees it finds one name among 500."""
    page.goto(f"{root}crowd/participants/")
    button = page.locator("[data-sikum-participants] th button").first
    button.focus()
    page.keyboard.press("Enter")
    head = page.locator("[data-sikum-participants] th").first
    direction = head.get_attribute("aria-sort")
    assert direction in ("ascending", "descending")
    page.keyboard.press("Enter")
    assert {direction, head.get_attribute("aria-sort")} == {"ascending", "descending"}
    assert page.evaluate("document.activeElement.closest('th') !== null")


def test_the_menu_of_a_phone_opens_and_closes_by_keys(phone: Page, root: str) -> None:
    """At 360 px, or at 400 % zoom, the navigation lies behind a button."""
    phone.goto(f"{root}parks/")
    menu = phone.locator(".menu-button")
    menu.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("link", name="הגופים")).to_be_visible()
    assert tab(phone) == "סגירה"
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("link", name="הגופים", exact=True)).to_be_hidden()
    assert phone.evaluate("document.activeElement.className") == "menu-button"


def test_the_facets_of_a_phone_open_as_a_sheet_and_tell_how_many_are_chosen(phone: Page, root: str) -> None:
    """On a phone the list comes first, and the facets when they are asked for."""
    phone.goto(root)
    expect(phone.locator("#facets")).to_be_hidden()
    phone.locator(".facets-button").press("Enter")
    phone.locator('input[name="topic"][value="environment"]').press("Space")
    phone.locator('input[name="status"][value="closed"]').press("Space")
    phone.keyboard.press("Escape")
    expect(phone.locator("#facets")).to_be_hidden()
    expect(phone.locator(".facets-button")).to_have_text("סינון (2)")


def test_the_focus_never_goes_behind_the_facets_of_a_phone(phone: Page, root: str) -> None:
    """A sheet that lets the focus out leaves a reader of the keyboard on a card that the sheet covers."""
    phone.goto(root)
    phone.locator(".facets-button").press("Enter")
    for _ in range(60):
        phone.keyboard.press("Tab")
        assert phone.evaluate(
            "!document.hasFocus() || document.activeElement.closest('dialog') !== null "
            "|| document.activeElement === document.body"
        )
    phone.locator('input[name="status"][value="open"]').check()
    back = phone.locator("[data-sikum-show]")
    expect(back).to_have_text("הצגת תהליך אחד")
    expect(back).to_be_in_viewport()
    back.press("Enter")
    expect(phone.locator("#facets")).to_be_hidden()
    expect(phone.locator(".facets-button")).to_be_focused()


def test_the_foot_of_the_facets_of_a_phone_covers_nothing_that_has_the_focus(phone: Page, root: str) -> None:
    """The button that stays below hid every sixth box: a reader of the keyboard ticked what was not to be seen."""
    phone.goto(root)
    phone.locator(".facets-button").press("Enter")
    covered = """() => {
      const box = document.activeElement, {left, top, width, height} = box.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      return box.matches("dialog input") && !(above && (above.contains(box) || box.contains(above))) ? box.value : "";
    }"""
    for _ in range(30):
        phone.keyboard.press("Tab")
        phone.wait_for_function("""() => {
          const top = document.activeElement.getBoundingClientRect().top, is_still = top === window.last;
          window.last = top;
          return is_still;
        }""")
        assert phone.evaluate(covered) == ""


def test_the_first_process_is_on_the_first_screen_of_a_phone(phone: Page, root: str) -> None:
    """Who comes to see what was decided sees a process, and not only what stands around the list."""
    phone.goto(root)
    expect(phone.locator(".card h3").first).to_be_in_viewport()


def test_a_phone_is_at_the_place_of_a_link_at_once(phone: Page, root: str) -> None:
    """A page that glides past fifteen screens shows none of them: whoever asked for the questions looks at nothing."""
    phone.goto(f"{root}guide/")
    phone.evaluate("document.querySelector('a[href=\"#questions\"]').click()")
    top, height = phone.evaluate("[document.querySelector('#questions').getBoundingClientRect().top, innerHeight]")
    assert 0 <= top < height / 2
