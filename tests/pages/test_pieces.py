"""The small pieces that several builders share: bodies, cards, the theme's context, the panel of a preview."""

import re

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.diagnostics import Finding, Severity, Span
from generator.markup import scan_body
from generator.model.published import PublishedProcess
from generator.model.site import ROOT
from generator.pages.process.job import process_pages
from generator.rendering.card import card_of, render_card
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.graphs import Datum, Graph, draw, top_with_rest
from generator.rendering.links import Link, in_short
from generator.rendering.markdown_bodies import rendered
from generator.rendering.panel import findings_panel
from generator.rendering.terms import period
from generator.rendering.theme_context import theme_context
from generator.wording import Wording
from generator.wording.findings import word

NOTE = '## חלק {#part}\n\nטקסט[^1], `id="code"`, [לחלק](#part).\n\n[^1]: הערה.\n'


def test_a_prefix_moves_every_anchor_and_every_link_to_it() -> None:
    """On a page of many bodies two footnotes 1 would be one; an example of code is no anchor and stays as written."""
    body = scan_body("a/b.md", NOTE, 1, ())
    html = rendered(body, {}, Wording("he"), prefix="b-").html
    soup = BeautifulSoup(html, "html.parser")
    anchors = {str(each["id"]) for each in soup.select("[id]")}
    assert all(anchor.startswith("b-") for anchor in anchors)
    assert {str(link["href"])[1:] for link in soup.select('a[href^="#"]')} <= anchors
    assert 'id="code"' in soup.text


def test_a_body_is_rendered_anew_when_what_it_leads_to_has_moved() -> None:
    """Under a preview the same text may lead elsewhere a minute later: the memo must not hold on to the old place."""
    body = scan_body("a/b.md", "[קישור](c.md)\n", 1, ())
    first = rendered(body, {"a/c.md": "a/c/"}, Wording("he"))
    second = rendered(body, {"a/c.md": "a/new/"}, Wording("he"))
    assert f"{ROOT}a/c/" in first.html
    assert f"{ROOT}a/new/" in second.html


def test_words_and_numbers_of_a_right_to_left_body_keep_their_direction() -> None:
    """`-5%` in a Hebrew sentence would show as `5%-`; in an English one it needs no help."""
    body = scan_body("a/b.md", "ירידה של -5% בשנה.\n", 1, ())
    assert '<bdi dir="ltr">-5%</bdi>' in rendered(body, {}, Wording("he")).html
    assert "<bdi" not in rendered(body, {}, Wording("en")).html


def test_a_range_of_years_runs_from_left_to_right(process: PublishedProcess) -> None:
    """`2016–2017` would show its second year first."""
    start, end = process.record.start_date, process.record.end_date
    assert start is not None
    assert end is not None
    years = period(replace(start, month=None, day=None), replace(end, year=2024, month=None, day=None), Wording("he"))
    assert years == '<bdi dir="ltr">2023–2024</bdi>'


def test_a_card_says_in_the_words_of_the_site_what_is_known(process: PublishedProcess, context: SiteContext) -> None:
    """A card of a process in another language keeps its own title, and the list its own words."""
    english = replace(process, record=replace(process.record, language="en", title="Safe routes"))
    card = BeautifulSoup(render_card(card_of(english, context), context), "html.parser")
    title = card.h3
    assert title is not None
    assert (title.text, title["lang"], title["dir"]) == ("Safe routes", "en", "ltr")
    assert "86 משתתפים" in card.text
    assert "קוימו" in card.text


def test_what_stands_around_a_page_has_what_the_theme_asks_for(context: SiteContext) -> None:
    """The shell reads these names; one that is missing is an empty link on every page."""
    values = theme_context(replace(context, has_feeds=True, has_accessibility=True, pages=(("על האתר", "about/"),)))
    assert values.keys() == {
        "language", "site_language", "direction", "title", "licence", "root", "nav", "footer", "strings",
    }  # fmt: skip
    footer = values["footer"]
    assert isinstance(footer, list)
    assert [item["url"] for item in footer] == ["about/", "accessibility/", "closing/", "guide/rules/", "feeds/all.xml"]


def test_the_panel_leads_from_a_fault_to_its_rule() -> None:
    """An editor sees file and line, what is wrong, how to mend it, and where the rule is explained."""
    finding = Finding(
        rule="F021", severity=Severity.ERROR, span=Span("x/index.md", 4, 11, 4, 16), values={"value": "<b>helth</b>"}
    )
    (piece,) = findings_panel([word(finding, "he")], "he")
    soup = BeautifulSoup(piece, "html.parser")
    assert soup.select_one("[data-sikum-finding=F021]") is not None
    assert "x/index.md:4:11" in soup.text
    assert soup.b is None
    link = soup.a
    assert link is not None
    assert link["href"] == f"{ROOT}guide/rules/#F021"


@pytest.mark.parametrize("language", ["he", "ar"])
def test_a_page_in_a_language_has_no_word_of_another(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, language: str
) -> None:
    """Headings and labels the machine writes come in the process's language, on any site."""
    plain = replace(process, record=replace(process.record, language=language), translations=())
    english_site = replace(context, wording=Wording("en"))
    headings = [
        heading.text
        for page in process_pages(plain, cross_references, english_site)
        for heading in BeautifulSoup(page.body + page.side + page.pager, "html.parser").find_all(
            ["h1", "h2", "small", "dt"]
        )
    ]
    assert [text for text in headings if re.search("[A-Za-z]{3}", text) and "Safe Routes" not in text] == []


BARS = Graph(id="b", name="n", sentence="s", label_heading="l", value_heading="v", data=(), is_count=False)


def test_one_long_bar_does_not_flatten_the_others() -> None:
    """A body that took nine years would make months of all others look alike; its bar is broken, its figure stays."""
    data = tuple(Datum(label=str(days), value=days, shown=str(days)) for days in (3000, 100, 50))
    drawn = str(draw(replace(BARS, data=data, limit=100), Wording("en")))
    assert [float(width) for width in re.findall(r'class="c-bar" x="0.00%" y="22" width="([\d.]+)%"', drawn)] == [
        100,
        100,
        50,
    ]
    assert drawn.count("c-break") == 1
    assert "3000" in drawn


def test_counts_of_one_and_two_are_told_and_not_drawn() -> None:
    """Eleven bodies with a process each: a wall of equal bars says less than the sentence over it."""
    few = tuple(Datum(label=str(count), value=count, shown=str(count)) for count in (2, 1, 1))
    assert "<svg" not in draw(replace(BARS, data=few, is_count=True), Wording("he"))
    assert "<table" in draw(replace(BARS, data=few, is_count=True), Wording("he"))
    assert "<svg" in draw(replace(BARS, data=few), Wording("he"))


def test_the_sum_of_all_others_has_no_bar() -> None:
    """Beside the sum of sixteen bodies the greatest of them looks small."""
    data = tuple(Datum(label=str(count), value=count, shown=str(count)) for count in (4, 3, 2, 2, 2))
    shown = top_with_rest(data, 2, "others", Wording("en"))
    assert [(datum.label, datum.value, datum.shown) for datum in shown] == [
        ("4", 4, "4"),
        ("3", 3, "3"),
        ("others", None, "6"),
    ]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.gov.il/he/pages/%D7%93%D7%95%D7%97-2024", "gov.il – דוח-2024"),
        ("https://example.org/", "example.org"),
        ("https://example.org/a/b.pdf?x=1#p", "example.org – b.pdf"),
        (f"https://example.org/{'a' * 90}", f"example.org – {'a' * 45}…"),
    ],
)
def test_an_address_as_evidence_is_told_by_its_host_and_end(address: str, shown: str) -> None:
    """Five lines of percent signs on a phone say nothing of where a proof comes from."""
    assert in_short(Link(address, address)) == Link(shown, address)


def test_a_link_with_words_of_its_own_keeps_them() -> None:
    """Only a bare address is shortened; a title, or a text that leads nowhere, is the author's."""
    for link in (
        Link("הדוח", "https://example.org/x"),
        Link("https://example.org/x"),
        Link("javascript:x", "javascript:x"),
    ):
        assert in_short(link) == link
