"""Tables of short documents and queries, as the text files beside this one hold them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.search import SearchDocument, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query, the documents it must find, and those it must not."""

    text: str
    finds: frozenset[str]
    misses: frozenset[str]


def read_table(path: Path) -> tuple[tuple[SearchDocument, ...], tuple[Query, ...]]:
    """The documents and the queries of one table; a line that names an unknown document is an error."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    split = lines.index("===")
    texts = dict(line.split(": ", 1) for line in lines[:split])
    queries = tuple(map(_query, lines[split + 1 :]))
    named = {name for query in queries for name in query.finds | query.misses}
    assert named <= texts.keys(), named - texts.keys()
    return tuple(_document(name, text) for name, text in texts.items()), queries


def _query(line: str) -> Query:
    text, _, documents = line.partition(" -> ")
    finds, _, misses = documents.partition("!")
    return Query(text=text, finds=frozenset(finds.split()), misses=frozenset(misses.split()))


def _document(name: str, text: str) -> SearchDocument:
    return SearchDocument(
        document_id=name,
        url=f"{name}/",
        language="ar" if name.startswith("ar-") else "he",
        title=name,
        description="",
        sections=(Section(url=f"{name}/content/", title="", text=text),),
    )
