"""The files of the index: the same bytes from the same documents, whatever a cache holds, and no more made than changed."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.search import SearchDocument, Section, last_index
from generator.search.environment import RULES
from tests.search.catalogue_page import processes
from tests.search.indexing import SCRATCH, Bench, index_of


def edited(documents: tuple[SearchDocument, ...], number: int, text: str) -> tuple[SearchDocument, ...]:
    """The documents, with one more section in one of them."""
    section = Section(url=f"{documents[number].url}more/", title="עוד", text=text)
    changed = replace(documents[number], sections=(*documents[number].sections, section))
    return (*documents[:number], changed, *documents[number + 1 :])


def many(count: int) -> tuple[SearchDocument, ...]:
    """Processes of several groups."""
    return tuple(
        replace(document, document_id=f"{document.document_id}-{number}")
        for number in range(count // 30)
        for document in processes()
    )


def long_texts() -> tuple[SearchDocument, ...]:
    """Long texts of random words, most of which are in several of them."""
    drawn = random.Random(2)
    words = ["".join(drawn.choices("אבגדהוזחטילמנסעפצקרשת", k=5)) for _ in range(9_000)]
    return tuple(
        SearchDocument(
            document_id=f"process-{number:02}",
            url=f"process-{number:02}/",
            language="he",
            title=f"תהליך {number}",
            description="תיאור",
            sections=(Section(url="", title="", text=" ".join(drawn.sample(words, 900))[:5000] + "\nסוף"),),
        )
        for number in range(70)
    )


def test_the_order_of_documents_changes_no_byte() -> None:
    """Two machines that list a folder in another order would publish two sites."""
    shuffled = list(processes())
    random.Random(1).shuffle(shuffled)
    assert index_of(processes()) == index_of(shuffled)


def test_the_number_of_workers_changes_no_byte() -> None:
    """A laptop and a server would publish two sites."""
    assert index_of(many(90), workers=2) == index_of(many(90))


def test_a_warm_build_is_the_cold_one(tmp_path: Path) -> None:
    """A reader would find what an earlier version of the page said, or not find what this one says."""
    documents, bench = many(90), Bench(tmp_path)
    assert bench.build(documents) == index_of(documents)
    assert bench.build(documents) == index_of(documents)
    for number, text in ((3, "מילה חדשה לגמרי"), (50, "ועוד אחת"), (3, "")):
        documents = edited(documents, number, text)
        assert bench.build(documents) == index_of(documents)
    for fewer in (documents[:89], documents[1:89], documents[1:], documents[:40]):
        assert bench.build(fewer) == index_of(fewer)
    assert Bench(tmp_path, workers=2).build(documents) == index_of(documents)


def test_words_that_come_and_go_leave_the_vocabulary_of_a_cold_build(tmp_path: Path) -> None:
    """A name would stay known, or its family not be found, after the only page that has a form of it changed."""
    names = ("גרגמלון", "בגרגמלון", "שבגרגמלון", "לקשקשוף", "הקשקשופ", "קשקשופ", "קליפ", "קליף", "הקליפ", "כרגיל")
    chance, bench, documents = random.Random(5), Bench(tmp_path), processes()
    bench.build(documents)
    for _ in range(12):
        changed = edited(processes(), chance.randrange(30), " ".join(chance.sample(names, 3)))
        documents = tuple(chance.choice(pair) for pair in zip(documents, changed, strict=True))
        assert bench.build(documents) == index_of(documents)


@pytest.mark.parametrize("damage", [b"", b"\x92\xa0", b"[]", b"{", b"\x00" * 50])
def test_a_damaged_cache_is_of_no_account(tmp_path: Path, damage: bytes) -> None:
    """A build killed while writing, or a folder from elsewhere, would spoil every later build."""
    expected = Bench(tmp_path).build(processes())
    for path in (tmp_path / "search").iterdir():
        path.write_bytes(damage)
    assert Bench(tmp_path).build(processes()) == expected


def test_values_of_another_kind_in_the_cache_are_of_no_account(tmp_path: Path) -> None:
    """An entry that is whole, but not what an index is made of, would stop every later build."""
    bench = Bench(tmp_path)
    expected = bench.build(processes())
    for path in (tmp_path / "search").iterdir():
        bench.cache.put(f"search/{path.name}", RULES, b"\x93\x01\x02\x03")
    assert bench.build(processes()) == expected


def test_a_build_that_was_ended_leaves_no_old_card(tmp_path: Path) -> None:
    """It has saved the words of a changed process and not its card: a hit would show what an earlier version said."""
    bench, documents = Bench(tmp_path), many(90)
    bench.build(documents)
    before = bench.cache.get("search/index", RULES)
    assert before
    changed = edited(documents, 7, "תוספת")
    expected = bench.build(changed)
    bench.cache.put("search/index", RULES, before)
    assert bench.build(changed) == expected == index_of(changed)


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_left_in_the_scratch_folder(tmp_path: Path, workers: int) -> None:
    """Every cold build would leave some fifty kilobytes a process."""
    Bench(tmp_path, workers=workers).build(many(60))
    assert not [*tmp_path.glob(f"{SCRATCH}*")]


def test_files_that_are_gone_from_the_store_are_made_again(tmp_path: Path) -> None:
    """A build without the search drops the index's files; the next one would name files that are not there."""
    bench = Bench(tmp_path)
    expected = bench.build(processes())
    texts = [name for uri, name in last_index(bench.env).items() if "/texts/" in uri or "/cards/" in uri]
    for name in texts:
        bench.store.path(name).unlink()
    assert not set(texts) & set(last_index(bench.env).values())
    assert bench.build(processes()) == expected


def test_another_process_changes_no_card_nor_text(tmp_path: Path) -> None:
    """A host would be sent the cards and texts of many processes when one is published, and a page that was open before it
    would show one process for another."""
    documents, bench = many(90), Bench(tmp_path)
    before = bench.build(documents[1:])
    after = bench.build(documents)
    changed = {uri for uri in after if before.get(uri) != after[uri] and uri.split("/")[1] in ("cards", "texts")}
    assert len(changed) == 2
    assert not changed & before.keys()


def test_what_did_not_change_is_not_read(tmp_path: Path) -> None:
    """At thousands of processes, every save would read and decode them all."""
    bench, documents = Bench(tmp_path), many(90)
    bench.build(documents)
    assert sorted(bench.read) == sorted(document.document_id for document in documents)
    bench.build(documents)
    assert bench.read == []
    bench.build(edited(documents, 7, "תוספת"))
    assert bench.read == [documents[7].document_id]
    bench.build(documents[1:])
    assert len(set(bench.read)) < len(documents) / 2


def test_a_sentence_changes_few_files(tmp_path: Path) -> None:
    """A host that uploads what changed would upload most of the index after every edit."""
    documents, bench = long_texts(), Bench(tmp_path)
    before = bench.build(documents)
    section = documents[7].sections[0]
    text = section.text.replace("\n", "\nעוד נאמר כאן דבר שלא נאמר. ", 1)
    changed = replace(documents[7], sections=(replace(section, text=text),))
    after = bench.build((*documents[:7], changed, *documents[8:]))
    changed = [uri for uri in before.keys() | after.keys() if before.get(uri) != after.get(uri)]
    kinds = Counter(uri.split("/")[1] for uri in changed)
    assert len([uri for uri in after if "/index/" in uri]) > 60
    assert kinds.pop("texts") == 1
    assert 0 < kinds.pop("index") < 20
    assert kinds.total() < 8


def test_a_word_that_is_gone_is_in_no_file(tmp_path: Path) -> None:
    """A name taken out because its owner did not agree would stay in the index, from the cache."""
    name = "שלומציון"
    bench = Bench(tmp_path)
    bench.build(edited(processes(), 3, f"אמרה {name} בדיון"))
    after = bench.build(processes())
    for uri, content in after.items():
        plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
        assert name[:-1].encode() not in plain, uri
    for path in (tmp_path / "search").iterdir():
        assert name[:-1].encode() not in path.read_bytes(), path.name


def test_two_documents_of_one_process_are_refused() -> None:
    """One of the two would be lost without a word."""
    with pytest.raises(ValueError, match="process-00"):
        index_of((*processes(), processes()[0]))


def test_an_empty_catalogue_has_an_index_that_says_so() -> None:
    """A new site's search would fail instead of finding nothing."""
    built = index_of(())
    assert json.loads(built["search/index.json"])["documents"] == 0


def test_the_order_of_the_table_is_the_catalogues() -> None:
    """The list would jump as soon as a reader touches the form: those without date come first, coarser dates after finer."""
    dates = {
        "process-00": None,
        "process-01": "2024",
        "process-02": "2024-03",
        "process-03": "2024-03-05",
        "process-04": "2023-12-31",
        "process-05": "2024-03-05",
    }
    documents = [
        replace(document, sort={"date": dates[document.document_id]})
        for document in processes()
        if document.document_id in dates
    ]
    built = index_of(documents)
    ranks = json.loads(gzip.decompress(built["search/catalogue.pack"]))["rank"]
    ids = json.loads(gzip.decompress(built["search/figures.pack"]))["ids"]
    assert [name for _, name in sorted(zip(ranks, ids, strict=True))] == [
        f"process-0{number}" for number in (0, 3, 5, 2, 1, 4)
    ]
