"""What a search moves: only the parts of the index that can still hold an answer."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.pipeline.assets import FOLDER, published_script
from generator.search import SearchDocument, Section
from generator.search.shards import shard_of
from tests.search.browsing import served, write_site
from tests.search.indexing import index_of

COUNT = 70
"""Processes: enough for two shards."""
FIND = """async ([root, query]) => {
  const { openIndex } = await import(`${root}assets/js/search-index.js`);
  const hits = await (await openIndex(`${root}search/`)).find(query);
  return hits.size;
}"""


def documents() -> tuple[SearchDocument, ...]:
    """Long texts of random words; one of them says a long word that no other has, all of them say זה."""
    drawn = random.Random(2)
    words = ["".join(drawn.choices("אבגדהוזחטילמנסעפצקרשת", k=5)) for _ in range(9_000)]
    return tuple(
        SearchDocument(
            process_id=f"process-{number:02}",
            url=f"process-{number:02}/",
            language="he",
            title=f"תהליך {number}",
            description="זה תיאור" + " קריפטואנרכיזם" * (number == 7),
            sections=(Section(url="", title="", text=" ".join(drawn.sample(words, 900))),),
        )
        for number in range(COUNT)
    )


def test_a_shard_without_the_rare_word_is_not_asked_for_the_common_one(chromium: Browser, tmp_path: Path) -> None:
    """Each further word of a query would cost a reader on a phone a piece of every shard."""
    write_site(tmp_path, index_of(documents()).items(), {"index.html": "<!doctype html><html lang=he><title>t</title>"})
    asked: list[str] = []
    with served(tmp_path) as root:
        page = chromium.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(root)
        assert page.evaluate(FIND, [root, "זה קריפטואנרכיזם"]) == 1
        page.close()
    chunks = [name for url in asked for name in re.findall(r"index/([0-9a-f]{8})(.)[0-9a-f]+\.pf_index", url)]
    shards = [int(shard) for _, shard in chunks]
    home = shard_of("process-07", 2)
    assert sorted(shards) == sorted([home, home, 1 - home])
    assert not [url for url in asked if url.endswith("pagefind.js")]


@pytest.mark.parametrize("script", sorted(FOLDER.glob("js/*.js")), ids=lambda script: script.name)
def test_scripts_are_published_without_their_comments(script: Path) -> None:
    """A first search would move ten kilobytes that nobody's browser reads."""
    written, published = script.read_text(encoding="utf-8"), published_script(script)
    assert len(published) < len(written)
    assert not re.search(r"^\s*(//|/\*\*| \* )", published, re.MULTILINE)
