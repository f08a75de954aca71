"""The same catalogue on MkDocs, on ProperDocs and on Zensical: MkDocs may end, the addresses and what they say may not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.plugin.small import build, files

HOOKS = re.compile(r"^data-sikum-(page|process|finding|promise|participants|lag|median|closed|open|waived)$")


def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of a site by its address."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(path.read_bytes(), "html.parser")
        for path in sorted(site.rglob("index.html"))
    }


def hooks(page: BeautifulSoup) -> Counter[tuple[str, str]]:
    """The hooks that tests and re-users hold on to, with their values."""
    return Counter(
        (name, str(value)) for tag in page.find_all(True) for name, value in tag.attrs.items() if HOOKS.match(name)
    )


def text_of(element: BeautifulSoup) -> str:
    """What is read, whatever the white space."""
    return " ".join(element.get_text(" ").split())


@pytest.fixture(scope="module")
def ours(mkdocs: Path) -> dict[str, BeautifulSoup]:
    """The pages as MkDocs shows them."""
    return pages(mkdocs)


@pytest.fixture(scope="module")
def theirs(zensical: Path) -> dict[str, BeautifulSoup]:
    """The pages as Zensical shows them."""
    return pages(zensical)


def test_properdocs_makes_the_same_site_with_the_same_plugin(catalogue: Path, mkdocs: Path) -> None:
    """Moving to MkDocs' successor must be a change of one word, and of no byte."""
    done = build(catalogue, "--site-dir", "properdocs", engine="properdocs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(catalogue / "properdocs") == files(mkdocs)


def test_zensical_has_every_page_at_its_address(
    ours: dict[str, BeautifulSoup], theirs: dict[str, BeautifulSoup]
) -> None:
    """What is cited stays where it was."""
    assert len(ours) > 60
    assert set(ours) <= set(theirs)


def test_zensical_has_every_file(mkdocs: Path, zensical: Path) -> None:
    """Appendices, pictures, citations, feeds and open data are what others link to."""
    kinds = (".csv", ".json", ".jsonld", ".pdf", ".png", ".jpg", ".svg", ".xml", ".bib", ".ris", ".cff", ".txt")
    own = ("search/", "sitemap", ".well-known/")  # the manifest has the hashes of the pages, which each engine lays out
    wanted = {uri: content for uri, content in files(mkdocs).items() if uri.endswith(kinds) and not uri.startswith(own)}
    assert {"data/catalogue.json", "example-full/process.json", "feeds/all.xml"} <= wanted.keys()
    made = files(zensical)
    assert [uri for uri in wanted if made.get(uri) != wanted[uri]] == []


def test_zensical_keeps_the_hooks(ours: dict[str, BeautifulSoup], theirs: dict[str, BeautifulSoup]) -> None:
    """Who counts promises by their hooks counts the same on either engine."""
    assert {url: hooks(theirs[url]) for url in ours} == {url: hooks(page) for url, page in ours.items()}
    assert {("data-sikum-process", "example-full"), ("data-sikum-page", "chapter")} <= hooks(
        theirs["example-full/background/"]
    ).keys()


def test_zensical_keeps_the_words_of_pages_that_the_machine_makes(
    ours: dict[str, BeautifulSoup], theirs: dict[str, BeautifulSoup]
) -> None:
    """Markdown must not have made something else of HTML it was told to leave alone."""
    differing = []
    for url, page in ours.items():
        mine, other = page.select_one("[data-sikum-page]"), theirs[url].select_one("[data-sikum-page]")
        assert mine is not None
        assert other is not None
        if other.find() is not None and text_of(mine) != text_of(other):
            differing.append(url)
    assert differing == []
    assert theirs["example-full/participants/"].select_one("table[data-sikum-participants] tbody tr")


def test_zensical_makes_html_of_an_authored_chapter(theirs: dict[str, BeautifulSoup]) -> None:
    """Tables, notes, code and places that others link to are why a chapter is written as Markdown."""
    page = theirs["example-full/everything/"].select_one("article")
    assert page is not None
    assert [cell.get_text() for cell in page.select("td")] == ["ראשון", "12"]
    note = page.select_one(".footnote")
    assert note is not None
    assert "נוסח ההערה" in note.get_text()
    assert page.select_one("[id=table]") is not None
    assert page.find("a", href=re.compile(r"/background/$"), string="הרקע") is not None
    assert page.select_one("pre") is not None
    assert [h1.get_text().strip().rstrip("¶") for h1 in page.select("h1")] == ["פרק שיש בו הכול"]


def test_on_zensical_text_runs_as_its_language_does(theirs: dict[str, BeautifulSoup]) -> None:
    """Hebrew from the right, whatever the theme does; and a page in Arabic says that it is."""
    for page in theirs.values():
        whole = page.select_one("body[dir], html[dir]")
        assert whole is not None
        assert whole["dir"] == "rtl"
    for url in ("", "example-full/", "example-full/promises/"):
        marked = theirs[url].select_one("[data-sikum-page]")
        assert marked is not None
        assert marked.find_parent(attrs={"lang": "he", "dir": "rtl"}) is not None
    assert theirs["souq/"].select_one("[lang=ar][dir=rtl] [data-sikum-page]") is not None


def links(page: BeautifulSoup) -> Iterator[str]:
    """Where the page's own content leads, within the site."""
    for tag in page.select("article [href], article [src]"):
        target = str(tag.get("href") or tag.get("src"))
        parts = urlsplit(target)
        if not parts.scheme and not parts.netloc:
            yield target


def test_on_zensical_every_link_leads_somewhere(zensical: Path, theirs: dict[str, BeautifulSoup]) -> None:
    """An engine that rewrites links, or lays pages out otherwise, would break them all at once."""
    by_file = {(zensical / url / "index.html").resolve(): page for url, page in theirs.items()}
    broken, count = [], 0
    for url, page in theirs.items():
        for target in links(page):
            count += 1
            parts = urlsplit(target)
            place = (zensical / url / unquote(parts.path)).resolve()
            file = place / "index.html" if place.is_dir() else place
            there = by_file.get(file)
            lacks_anchor = there is not None and parts.fragment and there.find(id=unquote(parts.fragment)) is None
            if not file.is_file() or lacks_anchor:
                broken.append((url, target))
    assert broken == []
    assert count > 1000
