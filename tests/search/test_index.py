"""The files of the index: the same bytes from the same documents, whatever a cache holds, and no more made than changed."""

from __future__ import annotations

import dataclasses
import gzip
import json
import random
import re
from pathlib import Path

import pytest

from generator.search import SearchDocument, Section, build_index, shard_count
from generator.search.shards import shard_of
from tests.search.catalogue_page import processes


def files(documents: tuple[SearchDocument, ...], cache_dir: Path | None = None) -> dict[str, bytes]:
    """The index by uri; a uri that comes twice with different content fails."""
    built: dict[str, bytes] = {}
    for uri, content in build_index(documents, cache_dir):
        assert built.setdefault(uri, content) == content
    return built


def edited(documents: tuple[SearchDocument, ...], number: int, text: str) -> tuple[SearchDocument, ...]:
    """The documents, with one more section in one of them."""
    section = Section(url=f"{documents[number].url}more/", title="עוד", text=text)
    changed = dataclasses.replace(documents[number], sections=(*documents[number].sections, section))
    return (*documents[:number], changed, *documents[number + 1:])


def many(count: int) -> tuple[SearchDocument, ...]:
    """More processes than one shard holds."""
    return tuple(dataclasses.replace(document, process_id=f"{document.process_id}-{number}")
                 for number in range(count // 30) for document in processes())


def test_the_order_of_documents_changes_no_byte() -> None:
    """Two machines that list a folder in another order would publish two sites."""
    shuffled = list(processes())
    random.Random(1).shuffle(shuffled)
    assert files(processes()) == files(tuple(shuffled))


def test_a_warm_build_is_the_cold_one(tmp_path: Path) -> None:
    """A reader would find what an earlier version of the page said, or not find what this one says."""
    documents = many(90)
    assert files(documents, tmp_path) == files(documents)
    assert files(documents, tmp_path) == files(documents)
    for number, text in ((3, "מילה חדשה לגמרי"), (50, "ועוד אחת"), (3, "")):
        documents = edited(documents, number, text)
        assert files(documents, tmp_path) == files(documents)
    assert files(documents[:40], tmp_path) == files(documents[:40])


@pytest.mark.parametrize("damage", [b"", b"\x92\xa0", b"[]", b"{", b"\x00" * 50])
def test_a_damaged_cache_is_of_no_account(tmp_path: Path, damage: bytes) -> None:
    """A build killed while writing, or a folder from elsewhere, would spoil every later build."""
    documents = processes()
    expected = files(documents, tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(damage)
    assert files(documents, tmp_path) == expected


def test_an_edit_remakes_only_the_shard_of_its_process(tmp_path: Path) -> None:
    """At thousands of processes, every save would make the whole index again."""
    documents = many(90)
    count = shard_count(len(documents))
    assert count == 2
    before = files(documents, tmp_path)
    after = files(edited(documents, 7, "תוספת"), tmp_path)
    other = [document.process_id for document in documents
             if shard_of(document.process_id, count) != shard_of(documents[7].process_id, count)]
    assert other
    tables = {re.sub(r"\D", "", uri): content for uri, content in before.items() if uri.endswith(".pf_meta")}
    assert len(set(tables.values()) & set(after.values())) == 1
    changed = [uri for uri in after if uri not in before and "/texts/" in uri]
    assert len(changed) == 1


def test_a_changed_file_has_another_name() -> None:
    """A browser that keeps files would show old text under new results."""
    before, after = files(processes()), files(edited(processes(), 7, "תוספת של טקסט"))
    same = {uri for uri in before.keys() & after.keys() if before[uri] != after[uri]}
    assert same == {"search/index.json", "search/pagefind-entry.json"}


def test_a_word_that_is_gone_is_in_no_file(tmp_path: Path) -> None:
    """A name taken out because its owner did not agree would stay in the index, from the cache."""
    name = "שלומציון"
    files(edited(processes(), 3, f"אמרה {name} בדיון"), tmp_path)
    after = files(processes(), tmp_path)
    for uri, content in after.items():
        plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
        assert name[:-1].encode() not in plain, uri


def test_two_documents_of_one_process_are_refused() -> None:
    """One of the two would be lost without a word."""
    with pytest.raises(ValueError, match="process-00"):
        list(build_index((*processes(), processes()[0])))


def test_an_empty_catalogue_has_an_index_that_says_so() -> None:
    """A new site's search would fail instead of finding nothing."""
    built = files(())
    assert json.loads(built["search/index.json"])["processes"] == 0
