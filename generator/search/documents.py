"""What the search is told: documents, whose sections say where in them a text stands."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field


class Section(Struct, frozen=True, kw_only=True):
    """A part of a document that an excerpt can name and link."""

    url: str
    """Relative to the site's root, with `#part` where there is one: `health-parliament/background/#goals`."""
    title: str
    text: str
    """Plain text as published; a line break wherever an excerpt should not run on (paragraphs, table cells)."""


class SearchDocument(Struct, frozen=True, kw_only=True):
    """What is found as one: in Sikum, a process. Only what consent allows to be published may be in it."""

    document_id: str
    url: str
    """Relative to the site's root."""
    language: str
    title: str
    description: str
    sections: tuple[Section, ...]
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet → ids of its values."""
    sort: dict[str, str | int | None] = field(default_factory=dict)
    """`date`, ISO and perhaps partial, is the order of the list; others are figures. None or absent is unknown, and comes last."""
    is_example: bool = False
    """Made up: it stands after all others, and no number counts it."""
    card: str = ""
    """The card's HTML, without the excerpt; links relative to the site's root."""


class DocumentSource(Struct, frozen=True, kw_only=True):
    """A document that may not have to be read at all."""

    document_id: str
    digest: str
    """A hash of everything in the document, known without reading it."""
    load: Callable[[], SearchDocument]
    load_earlier: Callable[[str], SearchDocument]
    """The document as it was, by the hash that it had then. Raises KeyError where that is not kept."""
