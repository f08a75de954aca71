"""What a browser shows of a document that was found: its card, and its text in packs from which excerpts are cut."""

from __future__ import annotations

import html

from msgspec import Struct

from generator.search.documents import SearchDocument
from generator.search.environment import BlobStore
from generator.search.packing import compact, packed

_PACK = 12_000
"""Bytes of text (before packing) in one file: what is moved to show one excerpt."""


class Row(Struct, frozen=True, kw_only=True):
    """What is needed of a document when none of its words is looked at."""

    document_id: str
    digest: str
    """Of the document."""
    filters: dict[str, tuple[str, ...]]
    sort: dict[str, str | int | None]
    is_example: bool
    card: str
    """Hash of what is shown of the document, packed."""
    texts: dict[int, str]
    """Its text in one or more files: the number of the first part in it, and its hash."""

    @property
    def hashes(self) -> tuple[str, ...]:
        """Of all its files."""
        return self.card, *self.texts.values()


def parts_of(document: SearchDocument) -> list[tuple[str, str, str]]:
    """Address, title and text of each part; the text begins with the title and a line break. The first is the document itself."""
    parts = [(document.url, document.title, f"{document.title}\n{document.description}")]
    return parts + [(each.url, each.title, f"{each.title}\n{each.text}") for each in document.sections]


def make_row(document: SearchDocument, digest: str, blobs: BlobStore) -> Row:
    """Store the card and the text of a document."""
    parts = parts_of(document)
    packs = _text_packs([text for _, _, text in parts])
    card = compact(
        {
            "id": document.document_id,
            "url": document.url,
            "language": document.language,
            "title": document.title,
            "card": document.card or _plain_card(document),
            "sections": [[url, title] for url, title, _ in parts],
            "packs": [first for first, _ in packs],
        }
    )
    return Row(
        document_id=document.document_id,
        digest=digest,
        filters=document.filters,
        sort=document.sort,
        is_example=document.is_example,
        card=blobs.put(packed(card)),
        texts={first: blobs.put(packed(compact(texts))) for first, texts in packs},
    )


def _plain_card(document: SearchDocument) -> str:
    return (
        f'<h3><a href="{html.escape(document.url)}">{html.escape(document.title)}</a></h3>'
        f"<p>{html.escape(document.description)}</p>"
    )


def _text_packs(texts: list[str]) -> list[tuple[int, list[str]]]:
    """The number of the first part, and the parts, of each text file; a long part has a file of its own."""
    groups: list[tuple[int, list[str]]] = []
    size = _PACK
    for number, text in enumerate(texts):
        length = len(text.encode())
        if size + length > _PACK:
            groups.append((number, []))
            size = 0
        groups[-1][1].append(text)
        size += length
    return groups
