"""The table of a page's headings, as the engine's plugins ask for it: `page.toc`."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.toc import TableOfContents, get_toc

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def contents_of(html: str) -> TableOfContents:
    """Headings of a page that can be linked to, nested by their levels; titles are HTML without elements, as the engine has it."""
    reader = _Headings()
    reader.feed(html)
    reader.close()
    return get_toc(nest_toc_tokens(reader.found))


class _Headings(HTMLParser):
    """Collects the headings that have an id."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Any] = []
        self._open: tuple[str, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            identifier = dict(attrs).get("id")
            self._open, self._text = ((tag, identifier) if identifier else None), []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open is None or tag != self._open[0]:
            return
        title = escape(" ".join("".join(self._text).split()))
        self.found.append({"level": _HEADINGS[tag], "id": self._open[1], "name": title})
        self._open = None
