"""What the search is told of a process: one document each, whose sections say where in it a text stands."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field


class Section(Struct, frozen=True, kw_only=True):
    """A part of a process that an excerpt can name and link: a chapter, a promise, a meeting."""

    url: str
    """Relative to the site's root, with `#part` where there is one: `health-parliament/background/#goals`."""
    title: str
    text: str
    """Plain text as published; a line break wherever an excerpt should not run on (paragraphs, table cells)."""


class SearchDocument(Struct, frozen=True, kw_only=True):
    """A process as a search result. Only what consent allows to be published may be in it."""

    process_id: str
    url: str
    """Relative to the site's root."""
    language: str
    title: str
    description: str
    sections: tuple[Section, ...]
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet → ids: `ministry, topic, method, kind, year, status, sector, language`."""
    sort: dict[str, str | int | None] = field(default_factory=dict)
    """`date` ISO and perhaps partial, `lag` in days, `participants`; None or absent is unknown, and comes last."""
    card: str = ""
    """The card's HTML, without the excerpt; links relative to the site's root."""


class DocumentSource(Struct, frozen=True, kw_only=True):
    """A document that may not have to be read at all."""

    process_id: str
    digest: str
    """A hash of everything in the document, known without reading it."""
    load: Callable[[], SearchDocument]
