"""What a reader types, and what must and must not be found: four tables, asked of a built index in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.search import SearchDocument, Section
from tests.search.browsing import served, write_site
from tests.search.indexing import index_of
from tests.search.tables import Query, read_table

HERE = Path(__file__).parent
FIND_ALL = """async ([root, queries]) => {
  const { openIndex } = await import(`${root}assets/js/search-index.js`);
  const index = await openIndex(`${root}search/`);
  const { ids } = await index.figures();
  const found = [];
  for (const query of queries) {
    const hits = await index.find(query) ?? new Map();
    found.push([...hits.keys()].sort((a, b) => hits.get(b).score - hits.get(a).score).map((row) => ids[row]));
  }
  return found;
}"""


def found_in(
    chromium: Browser, folder: Path, documents: tuple[SearchDocument, ...], queries: list[str]
) -> list[list[str]]:
    """The ids that each query finds in an index of these documents, best first."""
    write_site(folder, index_of(documents).items(), {"index.html": "<!doctype html><html lang=he><title>t</title>"})
    with served(folder) as root:
        page = chromium.new_page()
        page.goto(root)
        answers: list[list[str]] = page.evaluate(FIND_ALL, [root, queries])
        page.close()
    return answers


def ask(chromium: Browser, folder: Path, table: str) -> list[tuple[Query, list[str]]]:
    """Each query of a table with the ids it finds, best first."""
    documents, queries = read_table(HERE / f"{table}.txt")
    answers = found_in(chromium, folder, documents, [query.text for query in queries])
    return list(zip(queries, answers, strict=True))


def figures(answers: list[tuple[Query, list[str]]]) -> tuple[float, float, list[str]]:
    """Share of what must be found that is, share of what must not be that is, and a line for each failure."""
    missed = [(query.text, name) for query, found in answers for name in sorted(query.finds - set(found))]
    false = [(query.text, name) for query, found in answers for name in sorted(query.misses & set(found))]
    finds = sum(len(query.finds) for query, _ in answers)
    misses = sum(len(query.misses) for query, _ in answers)
    lines = [f"missed: {query} → {name}" for query, name in missed] + [
        f"false: {query} → {name}" for query, name in false
    ]
    return 1 - len(missed) / finds, len(false) / misses, lines


@pytest.mark.parametrize(
    ("table", "recall", "false"),
    [("tuning", 0.95, 0.05), ("tuning_second", 0.95, 0.05), ("tuning_third", 0.95, 0.05), ("held_out", 0.85, 0.10)],
)
def test_queries_find_what_they_must_and_little_else(
    chromium: Browser,
    tmp_path: Path,
    table: str,
    recall: float,
    false: float,
) -> None:
    """A reader who types a word in one form would not find a process that writes it in another, or would get noise."""
    answers = ask(chromium, tmp_path, table)
    found, wrong, lines = figures(answers)
    print(f"{table}: {len(answers)} queries, recall {found:.3f}, false {wrong:.3f}", *lines, sep="\n")  # noqa: T201 - with -s, the figures of docs/search.md
    assert found >= recall, "\n".join(lines)
    assert wrong <= false, "\n".join(lines)
    if table == "tuning":
        assert len(answers) >= 100


def test_what_is_written_as_asked_comes_first(chromium: Browser, tmp_path: Path) -> None:
    """A reader who types ועדת wants the pages that say ועדת before those that say ועדה."""
    answers = {query.text: found for query, found in ask(chromium, tmp_path, "tuning")}
    for query, first in (
        ("ועדת", "committee-of"),
        ("משרדים", "ministries"),
        ("תכנית", "plan-short"),
        ("החלטות", "decisions"),
    ):
        assert answers[query][0] == first


def _process(name: str, title: str, description: str, *texts: str) -> SearchDocument:
    sections = tuple(Section(url=f"{name}/{at}/", title="", text=text) for at, text in enumerate(texts))
    return SearchDocument(
        document_id=name, url=f"{name}/", language="he", title=title, description=description, sections=sections
    )


def test_the_process_whose_title_is_typed_comes_before_those_that_speak_of_it(
    chromium: Browser, tmp_path: Path
) -> None:
    """Who types the beginning of a title was shown another process first, since it said the words in more chapters."""
    often = ("תוכנית הפעולה השלישית לממשל פתוח", "הפעולה של תוכנית הפעולה", "תוכנית, פעולה וצמיחה ירוקה")
    documents = (
        _process("often", "דוח על ממשל", "תוכנית הפעולה ועוד", *often),
        _process("begins", "תוכנית הפעולה השלישית", "ממשל"),
        _process("within", "על תוכנית הפעולה", "ממשל"),
        _process("form", "התוכנית הלאומית לצמיחה ירוקה", "סביבה"),
        _process("plural", "תוכניות בתי ספר", "חינוך"),
    )
    queries = ["תוכנית הפעולה", "צמיחה ירוקה", "תוכנית", "ממשל"]
    plan, growth, one, other = found_in(chromium, tmp_path, documents, queries)
    assert plan[:3] == ["begins", "within", "often"]
    assert growth[:2] == ["form", "often"]
    assert one[:3] == ["begins", "within", "often"]
    assert other[0] == "often"
