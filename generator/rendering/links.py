"""Links of machine-made text: only to places that are safe to go to."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from generator.expressions import expression
from generator.model.site import ROOT

_SAFE = expression(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)

_LINE = 60
"""Characters that a link on a list may take."""


class Link(Struct, frozen=True):
    """Text that may lead somewhere. `url` is ready for the page: `ROOT` in front of the site's own; None for bare text."""

    text: str
    url: str | None = None
    language: str = ""
    """Set when the text is in another language than the page's."""


def outside(url: str | None) -> str | None:
    """An address of the web as an author wrote it; None for anything that is not plainly one (`javascript:`, a path)."""
    return url.strip() if url and _SAFE.match(url.strip()) else None


def inside(url: str, text: str) -> Link:
    """A link to a URL of the site, which is relative to its root."""
    return Link(text, f"{ROOT}{url}")


def in_short(link: Link) -> Link:
    """A link whose text is its bare address gets a text that fits a line: the host, and the address's last part decoded."""
    if link.url is None or link.text != link.url or outside(link.url) is None:
        return link
    parts = urlsplit(link.url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    host = parts.hostname or parts.netloc
    named = f"{host.removeprefix('www.')} – {last}" if last else host.removeprefix("www.")
    return Link(named if len(named) <= _LINE else f"{named[: _LINE - 1]}…", link.url, link.language)
