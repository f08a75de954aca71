"""Atom 1.0, by the feedgenerator library; here is only what it leaves to the clock or to its caller."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date, datetime, time

from feedgenerator import Atom1Feed

from generator.expressions import expression
from generator.feeds.entries import FeedEntry

_BEGINNING = date(1970, 1, 1)
"""`updated` of a feed without entries: Atom asks for one, and the clock would make every build differ."""

_NOT_XML = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML may hold, however they came in."""


class _Feed(Atom1Feed):  # type: ignore[misc]  # the library has no types
    def latest_post_date(self) -> datetime:
        """Of the entries alone: the library's own would ask the clock."""
        return max((item["updateddate"] for item in self.items), default=_midnight(_BEGINNING))

    def item_attributes(self, item: dict[str, str]) -> dict[str, str]:
        return {"xml:lang": item["language"]}


def atom(entries: Sequence[FeedEntry], *, title: str, author: str, language: str, url: str, feed_url: str) -> str:
    """The feed as XML. `url` is the page it belongs to, `feed_url` its own address and its id; both absolute."""
    feed = _Feed(
        title=_clean(title),
        link=url,
        description=None,
        language=language,
        author_name=_clean(author),
        feed_url=feed_url,
        feed_guid=feed_url,
    )
    for entry in entries:
        feed.add_item(
            title=_clean(entry.title),
            link=entry.url,
            # The library declares a summary to be HTML.
            description=html.escape(_clean(entry.summary), quote=False),
            unique_id=entry.id,
            updateddate=_midnight(entry.day),
            author_name=_clean(entry.author),
            language=entry.language,
        )
    return str(feed.writeString("utf-8"))


def _midnight(day: date) -> datetime:
    """Without a zone: the library writes that as `Z`, and what has one as `+00:00`."""
    return datetime.combine(day, time())


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
