"""Several pages on one: ids that stay unique, headings one level deeper, and links between the pages made links within.

A page's place in the document is `doc:` and its address under the process with `:` for `/` (`doc:meetings:opening`),
and an anchor of it is `place:anchor`. So none is an id of the site's own shell (`content`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from generator.expressions import expression

TAG = expression(r'<(/?)([a-z][a-z0-9]*+)((?:[^<>"]|"[^"]*+")*+)>')
_CHANGED = expression(r'<(/?)(?=h\d|[a-z0-9]++[^>a-z0-9])([a-z][a-z0-9]*+)((?:[^<>"]|"[^"]*+")*+)>')
"""A tag that is written otherwise in a document: a heading's, or one with attributes."""
ATTRIBUTE = expression(r'(\s[a-z-]++=")([^"]*+)"')
DEEPEST = 6


def place_of(url: str, process_url: str) -> str:
    """`<id>/meetings/first/` -> `doc:meetings:first`; the process's own page -> `doc-brief`."""
    name = url.removeprefix(process_url).strip("/").replace("/", ":")
    return f"doc:{name}" if name else "doc-brief"


class Embedding(Struct, frozen=True):
    """How the pages of one process are put on one."""

    base: str
    """What links to the process's own pages begin with: `ROOT` and its URL."""
    places: Mapping[str, str]
    """URL under the process (`reflection/`) -> place, of all that stands in the document."""

    def embed(self, html: str, place: str, depth: int = 1) -> str:
        """Rendered HTML of the page at `place` as it stands in the document, its headings `depth` levels deeper."""

        def tag(match: re.Match[str]) -> str:
            slash, name, rest = match.groups()
            if len(name) == 2 and name[0] == "h" and name[1].isdigit():
                name = f"h{min(int(name[1]) + depth, DEEPEST)}"
            return f"<{slash}{name}{ATTRIBUTE.sub(attribute, rest) if rest else ''}>"

        def attribute(match: re.Match[str]) -> str:
            name, value = match[1], match[2]
            if name.strip() == 'id="':
                value = f"{place}:{value}"
            elif name.strip() == 'href="':
                value = f"#{place}:{value[1:]}" if value.startswith("#") else self.within(value)
            elif name.strip() == 'role="' and value == "region":
                value = "group"  # on one page there are many tables, and landmarks of one name are none
            return f'{name}{value}"'

        return _CHANGED.sub(tag, html)

    def within(self, href: str) -> str:
        """A link to something that stands in the document becomes a link within it; others stay."""
        if not href.startswith(self.base):
            return href
        page, _, anchor = href.removeprefix(self.base).partition("#")
        target = self.places.get(page)
        if target is None:
            return href
        return f"#{target}:{anchor}" if anchor else f"#{target}"
