"""What a search moves: of each word a chunk, and of what a quote asks no more than its words' followers."""

from __future__ import annotations

import os
import re
from pathlib import Path
from unittest.mock import patch as replaced

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser

from generator.pipeline.assets import FOLDER, published_script
from generator.search import Section, chunks
from tests.search.browsing import served, write_site
from tests.search.catalogue_page import processes
from tests.search.indexing import Bench, index_of
from tests.search.test_index import long_texts

FIND = """async ([root, query]) => {
  const { openIndex } = await import(`${root}assets/js/search-index.js`);
  const hits = await (await openIndex(`${root}search/`)).find(query);
  return hits.size;
}"""


def test_a_query_moves_a_chunk_for_each_word(chromium: Browser, tmp_path: Path) -> None:
    """A reader on a phone would load the index, and not what was asked of it."""
    documents = long_texts()
    first, second = documents[7].sections[0].text.split()[:2]
    write_site(tmp_path, index_of(documents).items(), {"index.html": "<!doctype html><html lang=he><title>t</title>"})
    asked: list[str] = []
    with served(tmp_path) as root:
        page = chromium.new_page()
        page.on("request", lambda request: asked.append(request.url.removeprefix(f"{root}search/").split("/")[0]))
        page.goto(root)
        assert page.evaluate(FIND, [root, f"{first} {second}"]) >= 1
        words = list(asked)
        assert page.evaluate(FIND, [root, f'"{first} {second}"']) == 1
        assert page.evaluate(FIND, [root, f'"{second} {first}"']) == 0
        page.close()
    assert 1 <= words.count("index") <= 4
    assert "followers" not in words
    assert not [name for name in words if name in ("cards", "texts")]


def test_a_quote_of_common_words_asks_what_follows_what(chromium: Browser, tmp_path: Path) -> None:
    """A process would be found for a quote whose words it has, but not one after another."""
    said = ["דבר חדש נאמר כאן", "נאמר דבר כאן חדש"]
    documents = [
        replace(each, sections=(*each.sections, Section(url="", title="", text=said[at % 5 > 0])))
        for at, each in enumerate(long_texts() * 2)
    ]
    documents = [replace(each, document_id=f"{at}", url=f"{at}/") for at, each in enumerate(documents)]
    with replaced.object(chunks, "_PIECE", 40):
        index = index_of(documents)
    write_site(tmp_path, index.items(), {"index.html": "<!doctype html><html lang=he><title>t</title>"})
    asked: list[str] = []
    with served(tmp_path) as root:
        page = chromium.new_page()
        page.on("request", lambda request: asked.append(request.url.removeprefix(f"{root}search/").split("/")[0]))
        page.goto(root)
        assert page.evaluate(FIND, [root, "חדש נאמר"]) == 140
        assert page.evaluate(FIND, [root, '"דבר חדש"']) == 28
        assert page.evaluate(FIND, [root, '"נאמר דבר כאן"']) == 112
        page.close()
    assert asked.count("followers") > 8
    assert "texts" not in asked


def test_a_browser_that_keeps_files_shows_no_old_ones(chromium: Browser, tmp_path: Path) -> None:
    """Names stay when the content changes: a reader would go on finding what a page no longer says, as long as a host lets
    browsers keep files."""
    pages = {"index.html": "<!doctype html><html lang=he><title>t</title>"}
    site, (first, *others) = Bench(tmp_path / "cache"), processes()
    edited = replace(first, title="גרגמלון")
    with served(tmp_path / "site") as root:
        context = chromium.new_context()
        for hour, (document, found) in enumerate(((first, 0), (edited, 1), (first, 0))):
            write_site(tmp_path / "site", site.build([document, *others]).items(), pages)
            for path in (tmp_path / "site/search").rglob("*.*"):
                os.utime(path, (3600 * hour, 3600 * hour))  # a server tells versions apart by seconds
            page = context.new_page()
            page.goto(root)
            assert page.evaluate(FIND, [root, "גרגמלון"]) == found
            page.close()
        context.close()


@pytest.mark.parametrize("script", sorted(FOLDER.glob("js/*.js")), ids=lambda script: script.name)
def test_scripts_are_published_without_their_comments(script: Path) -> None:
    """A first search would move ten kilobytes that nobody's browser reads."""
    written, published = script.read_text(encoding="utf-8"), published_script(script)
    assert len(published) < len(written)
    assert not re.search(r"^\s*(//|/\*\*| \* )", published, re.MULTILINE)
