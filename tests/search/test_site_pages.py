"""The file of the site's own pages: small, and the same whatever the documents say."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import msgspec

from generator.search import PagePart, SitePage, build_index
from tests.search.catalogue_page import processes
from tests.search.indexing import Bench

GUIDE = SitePage(
    url="guide/", title="איך סוגרים תהליך", words="מדריך", parts=(PagePart(anchor="why", title="למה זה טוב"),)
)
DATA = SitePage(url="data/", title="Open data", description="Everything as files")


def built(bench: Bench, pages: list[SitePage], *, edited: bool = False) -> dict[str, bytes]:
    """The index of thirty documents, one of them perhaps with another title, and these pages."""
    first, *others = processes()
    documents = (msgspec.structs.replace(first, title="כותרת אחרת") if edited else first, *others)
    files = build_index(map(bench.source, documents), bench.env, pages)
    return {uri: bench.store.read(content_hash) for uri, content_hash in files.items()}


def test_a_page_is_found_by_forms_of_its_words(tmp_path: Path) -> None:
    """Who types "files" or a noun without its article would not find the page that has the other form."""
    files = built(Bench(tmp_path), [GUIDE, DATA])
    data, guide = json.loads(gzip.decompress(files["search/pages.pack"]))
    assert {"files", "file"} <= set(data["more"].split())
    assert {"מדריכ", "תהליכ"} <= set(guide["words"].split())
    assert guide["parts"][0][:2] == ["why", "למה זה טוב"]


def test_an_edited_document_leaves_the_pages_as_they_are(tmp_path: Path) -> None:
    """Every edit would be one more file to upload, and one more for every browser to load again."""
    bench = Bench(tmp_path)
    before, after = built(bench, [GUIDE, DATA]), built(bench, [DATA, GUIDE], edited=True)
    assert before != after
    assert before["search/pages.pack"] == after["search/pages.pack"]


def test_a_page_that_changed_is_written_though_no_document_did(tmp_path: Path) -> None:
    """A page of the site with a new title would be found by its old one for as long as no process is edited."""
    bench = Bench(tmp_path)
    built(bench, [GUIDE])
    files = built(bench, [msgspec.structs.replace(GUIDE, title="Closing")])
    assert json.loads(gzip.decompress(files["search/pages.pack"]))[0]["title"] == "Closing"
