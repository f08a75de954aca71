"""The search document of a process, in the JSON format of `search.SearchDocument`, which pages may not import."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.expressions import expression
from generator.markup import RenderedBody, plain_text

_HEADING = expression(r'<h[2-6] id="([^"]+)"[^>]*>(.*?)</h[2-6]>', re.DOTALL)


class SearchSection(Struct, frozen=True, kw_only=True):
    url: str
    title: str
    text: str


class ProcessSearchDocument(Struct, frozen=True, kw_only=True):
    """Only what consent allows to be published. The fields are `search.SearchDocument`'s."""

    document_id: str
    url: str
    language: str
    title: str
    description: str
    sections: tuple[SearchSection, ...]
    filters: Mapping[str, tuple[str, ...]]
    sort: Mapping[str, str | int | None]
    is_example: bool
    card: str


def body_sections(body: RenderedBody, url: str, title: str) -> Iterator[SearchSection]:
    """A section for the text before the first heading and one for each heading with text under it."""
    position, anchor, heading = 0, "", ""
    for match in _HEADING.finditer(body.html):
        yield from _section(body.html[position : match.start()], url, anchor, title, heading)
        position, anchor, heading = match.end(), match[1], plain_text(match[2])
    yield from _section(body.html[position:], url, anchor, title, heading)


def _section(html: str, url: str, anchor: str, title: str, heading: str) -> Iterator[SearchSection]:
    if text := plain_text(html):
        name = f"{title} · {heading}" if heading else title
        yield SearchSection(url=f"{url}#{anchor}" if anchor else url, title=name, text=text)
