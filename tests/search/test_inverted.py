"""The terms of a shard with one process exchanged are those that are gathered anew, to the byte."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.inverted import Collector, Inverted, exchanged
from generator.search.keys import KeyTable
from generator.search.postings import Terms, find_places
from tests.search.indexing import Bench

# forms of one word, a spelling that is unusual, a tatweel alone, and a word that comes in no other list
WORDS = ("הממשלה", "שבממשלה", "ממשלה", "קליפ", "ـ", "2016–2019", "reports", "בית־ספר", "שלומציון")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
PROCESSES = st.lists(st.tuples(TEXTS, TEXTS), max_size=5)


def collected(processes: list[tuple[str, str]], terms: Terms) -> Collector:
    """The terms of processes, each a title and a text."""
    collector = Collector(terms)
    for parts in processes:
        collector.add(find_places(parts))
    return collector


def index(processes: list[tuple[str, str]], terms: Terms) -> Inverted:
    """The same as it is kept."""
    return collected(processes, terms).inverted()


@settings(deadline=None)
@given(PROCESSES, st.tuples(TEXTS, TEXTS), st.data())
def test_a_process_put_in_changed_or_taken_out(
    processes: list[tuple[str, str]], other: tuple[str, str], data: st.DataObject
) -> None:
    """After an edit a reader would find a process by what it said before, or be shown another one."""
    with TemporaryDirectory() as folder:
        terms = Terms(KeyTable(Bench(Path(folder)).place))
    pieces = collected([other], terms).pieces()
    old = index(processes, terms)
    new_at = data.draw(st.integers(0, len(processes)))
    with_new = [*processes[:new_at], other, *processes[new_at:]]
    assert exchanged(old, new_at, pieces, is_new=True) == index(with_new, terms)
    assert exchanged(index(with_new, terms), new_at, None) == old
    if processes:
        at = data.draw(st.integers(0, len(processes) - 1))
        assert exchanged(old, at, pieces) == index([*processes[:at], other, *processes[at + 1 :]], terms)


def test_the_first_page_of_a_long_list_is_found() -> None:
    """The numbers of pages are looked for as bytes: 1 followed by 0 must not be taken for 256."""
    with TemporaryDirectory() as folder:
        terms = Terms(KeyTable(Bench(Path(folder)).place))
    processes = [("", "ממשלה" if number in (0, 1, 256, 257) else "reports") for number in range(260)]
    for page in (0, 1, 255, 256, 257, 259):
        edited = [*processes[:page], ("", "שלומציון"), *processes[page + 1 :]]
        pieces = collected([("", "שלומציון")], terms).pieces()
        assert exchanged(index(processes, terms), page, pieces) == index(edited, terms)
