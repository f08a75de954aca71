"""The site's own pages, found by their titles, headings and a few plain words beside the documents: one small file.

What changes in a document changes nothing here, so that an edit leaves the file as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from generator.search.keys import keys_of
from generator.search.tokens import TOKEN, folded, written


class PagePart(Struct, frozen=True, kw_only=True):
    """A heading of a page."""

    anchor: str
    title: str
    words: str = ""
    """As of a page."""


class SitePage(Struct, frozen=True, kw_only=True):
    """A page that belongs to no document. All texts are plain."""

    url: str
    """Relative to the site's root."""
    title: str
    description: str = ""
    words: str = ""
    """What else readers call it: they count as the title does."""
    parts: tuple[PagePart, ...] = ()


def pages_table(pages: Iterable[SitePage]) -> list[dict[str, Any]]:
    """A row for each page, by URL: `words` stand for what it is called, `more` for what it says of itself.

    Both are folded words, each with the words that it is a form of, with a space between; `parts` are rows of
    anchor, title and words.
    """
    return [
        {
            "url": page.url,
            "title": page.title,
            "words": _forms(page.title, page.words),
            "more": _forms(page.description),
            "parts": [[part.anchor, part.title, _forms(part.title, part.words)] for part in page.parts],
        }
        for page in sorted(pages, key=lambda page: page.url)
    ]


def _forms(*texts: str) -> str:
    found: dict[str, None] = {}
    for token in TOKEN.findall(" ".join(texts)):
        if word := folded(written(token)):
            found |= dict.fromkeys((word, *keys_of(word)))
    return " ".join(found)
