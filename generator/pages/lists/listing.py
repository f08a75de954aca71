"""Lists over all processes, cut into pages: one job for each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct, field

from generator.model.digest import digest
from generator.model.site import Job, SiteFile, page_file
from generator.pages.lists.overview import Overview
from generator.pages.parts.site_page import Head, page_of
from generator.rendering.context import SiteContext
from generator.rendering.paging import Item, ListPage, list_pages, pagination
from generator.rendering.templates import render


class ListLink(Struct, frozen=True, kw_only=True):
    """A way to another list, with how many things are there."""

    id: str
    title: str
    url: str
    count: int
    is_current: bool = False


class Listing(Struct, frozen=True, kw_only=True):
    """A list of things of all processes, to be cut into pages."""

    head: Head
    items: Sequence[Item]
    values: Mapping[str, object]
    """What every page of the list shows besides its items: plain values, part of each page's key."""
    front: Mapping[str, object] = field(default_factory=dict)
    """What the first page alone shows; the other pages get None under the same names."""
    asides: Mapping[str, Sequence[Item]] = field(default_factory=dict)
    """Other items that the first page alone shows, such as the rows of a table of figures."""


def link_item(link: ListLink, language: str) -> Item:
    """A line of an index: the name, and how many things are there."""
    return Item(digest(link), partial(render, "lists/index-line.html", language, {"link": link}))


def listing_jobs(listing: Listing, overview: Overview) -> Iterator[Job]:
    """A job for each page of the list; one whose items and words are the same as before keeps its key."""
    head, context = listing.head, overview.context
    for part in list_pages(head.url, listing.items, context.per_page):
        values = {**listing.values, **(listing.front if part.is_first else dict.fromkeys(listing.front))}
        asides = {name: items if part.is_first else () for name, items in listing.asides.items()}
        keys = [[item.key for item in items] for items in asides.values()]
        key = digest(overview.context.key, head, values, keys, part.key)
        yield Job(f"list/{part.url}", key, partial(_list_page, head, part, {**values, **asides}, context))


def _list_page(head: Head, part: ListPage, values: Mapping[str, object], context: SiteContext) -> tuple[SiteFile, ...]:
    filled = {**values, "list": part, "pagination": pagination(part, context.language)}
    return (page_file(page_of(head, filled, context, number=part.number, url=part.url)),)
