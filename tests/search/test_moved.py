"""What a search moves: of each word a chunk, and of what a quote asks no more than its words' followers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.pipeline.assets import FOLDER, published_script
from tests.search.browsing import served, write_site
from tests.search.indexing import index_of
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


@pytest.mark.parametrize("script", sorted(FOLDER.glob("js/*.js")), ids=lambda script: script.name)
def test_scripts_are_published_without_their_comments(script: Path) -> None:
    """A first search would move ten kilobytes that nobody's browser reads."""
    written, published = script.read_text(encoding="utf-8"), published_script(script)
    assert len(published) < len(written)
    assert not re.search(r"^\s*(//|/\*\*| \* )", published, re.MULTILINE)
