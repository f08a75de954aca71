"""Atom 1.0 (RFC 4287), as text: a feed has a dozen elements, and needs no library that builds XML."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from generator.feeds.entries import FeedEntry

_BEGINNING = date(1970, 1, 1)
"""`updated` of a feed without entries: Atom asks for one, and the clock would make every build differ."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML may hold, however they came in."""
_OF_ADDRESSES = "/#%[]=:;$&()+,!?*@'~"
"""What stands in an address for what it is; all else but ASCII letters and digits is written in bytes (RFC 3987, 3.1)."""


def atom(entries: Sequence[FeedEntry], *, title: str, author: str, language: str, url: str, feed_url: str) -> str:
    """The feed as XML. `url` is the page it belongs to, `feed_url` its own address and its id; both absolute."""
    day = max((entry.day for entry in entries), default=_BEGINNING)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xml:lang="{language}" xmlns="http://www.w3.org/2005/Atom"><title>{_text(title)}</title>'
        f"{_link(url, 'alternate')}{_link(feed_url, 'self')}<id>{_text(feed_url)}</id>{_updated(day)}{_author(author)}"
        f"{''.join(map(_entry, entries))}</feed>"
    )


def _entry(entry: FeedEntry) -> str:
    summary = html.escape(entry.summary, quote=False)  # the text of HTML, as its type says
    return (
        f'<entry xml:lang="{entry.language}"><title>{_text(entry.title)}</title>{_link(entry.url, "alternate")}'
        f"{_updated(entry.day)}{_author(entry.author)}<id>{_text(entry.id)}</id>"
        f'<summary type="html">{_text(summary)}</summary></entry>'
    )


def _link(url: str, relation: str) -> str:
    return f'<link href="{html.escape(quote(url, safe=_OF_ADDRESSES), quote=False)}" rel="{relation}"/>'


def _author(name: str) -> str:
    return f"<author><name>{_text(name)}</name></author>"


def _updated(day: date) -> str:
    return f"<updated>{day.isoformat()}T00:00:00Z</updated>"


def _text(text: str) -> str:
    return html.escape(_NOT_XML.sub("\ufffd", text), quote=False)
