"""Chunks with what some groups have of some words exchanged are those that are written from nothing, to the byte."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch as replaced

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import SearchDocument, Section, chunks, groups, index
from generator.search.packing import read_varint, varint
from tests.search.indexing import Bench, index_of

# forms of one word, a spelling without its final letter, names that no list knows, a tatweel alone, and other languages
WORDS = "הממשלה שבממשלה ממשלה קליפ גרגמלון בגרגמלון שבגרגמלון ـ 2016–2019 reports בית־ספר شارع אבג אבד אבה וזח".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
PROCESSES = st.dictionaries(st.integers(0, 9), st.tuples(TEXTS, TEXTS, TEXTS), max_size=8)


def documents(processes: dict[int, tuple[str, str, str]]) -> list[SearchDocument]:
    """Processes of a title and two chapters."""
    return [
        SearchDocument(
            document_id=f"process-{number}",
            url=f"process-{number}/",
            language="he",
            title=title,
            description="",
            sections=tuple(Section(url="", title="", text=text) for text in texts),
        )
        for number, (title, *texts) in processes.items()
    ]


@settings(deadline=None, max_examples=60)
@given(PROCESSES, PROCESSES, st.sampled_from([1, 30, 80]), st.sampled_from([1, 4]))
def test_a_warm_index_is_the_cold_one(
    before: dict[int, tuple[str, str, str]], after: dict[int, tuple[str, str, str]], smallest: int, group: int
) -> None:
    """After an edit a reader would find a process by what it said before, or be shown another one."""
    small = (
        replaced.object(chunks, "SMALLEST", smallest),
        replaced.object(chunks, "_ENDS", 6),
        replaced.object(chunks, "_ALONE", 2 * smallest),
        replaced.object(chunks, "_INLINE", 6),
        replaced.object(chunks, "_PIECE", 8),
        replaced.object(groups, "_SIZE", group),
        replaced.object(index, "_FEW", 1),
    )
    with TemporaryDirectory() as folder, ExitStack() as stack:
        for each in small:
            stack.enter_context(each)
        bench = Bench(Path(folder))
        bench.build(documents(before))
        assert bench.build(documents(after)) == index_of(documents(after))
        mixed = before | after
        assert bench.build(documents(mixed)) == index_of(documents(mixed))


@pytest.mark.parametrize("number", [0, 1, 127, 128, 300, 16_383, 16_384, 2**31])
def test_a_number_is_read_as_it_was_written(number: int) -> None:
    """A process would be taken for another, from the 128th on."""
    assert read_varint(b"x" + varint(number) + b"x", 1) == (number, 1 + len(varint(number)))
