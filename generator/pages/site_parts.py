"""Small values that the templates of lists and indexes ask for, and how a page of the site is put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from markupsafe import Markup, escape
from msgspec import Struct, field

from generator.model.content import Body
from generator.model.digest import digest
from generator.model.site import ROOT, Job, Page, SiteFile, page_file
from generator.pages.all_entries import Overview
from generator.rendering.bodies import rendered
from generator.rendering.context import SiteContext
from generator.rendering.graphs import Graph, draw
from generator.rendering.paging import Item, ListPage, list_pages, pagination
from generator.rendering.templates import render
from generator.wording import Wording


class Link(Struct, frozen=True, kw_only=True):
    """A way to another list, with how many things are there."""

    id: str
    title: str
    url: str
    count: int
    is_current: bool = False


class Crumb(Struct, frozen=True, kw_only=True):
    title: str
    url: str


class Prose(Struct, frozen=True, kw_only=True):
    """Authored Markdown that a page shows; it is made HTML only when the page is."""

    body: Body
    title: str
    """Of the page: a first heading that repeats it is left out."""
    urls: Mapping[str, str]
    """Source path -> URL of what its links may lead to."""


class Head(Struct, frozen=True, kw_only=True):
    """Which page it is: what all pages of one list have in common."""

    kind: str
    """The value of `data-sikum-page`."""
    url: str
    title: str
    template: str
    description: str = ""
    section: str = ""
    layout: str = "wide"
    crumbs: tuple[Crumb, ...] = ()
    head: str = ""
    """Ready HTML for `<head>`, on the first page alone."""
    has_tables: bool = False
    """Whether it has tables that can be sorted, and so needs their script."""
    source: str | None = None


class Listing(Struct, kw_only=True):
    """A list of things of all processes, to be cut into pages."""

    head: Head
    items: Sequence[Item]
    values: Mapping[str, object]
    """What every page of the list shows besides its items: plain values, part of each page's key."""
    front: Mapping[str, object] = field(default_factory=dict)
    """What the first page alone shows; the other pages get None under the same names."""
    asides: Mapping[str, Sequence[Item]] = field(default_factory=dict)
    """Other items that the first page alone shows, such as the rows of a table of figures."""


def link_item(link: Link, language: str) -> Item:
    """A line of an index: the name, and how many things are there."""
    return Item(digest(link), partial(render, "partials/index-line.html", language, {"link": link}))


def page_of(head: Head, values: Mapping[str, object], context: SiteContext, *, number: int = 1, url: str = "") -> Page:
    """The page: its template, filled; graphs among the values are drawn, and prose is made HTML."""
    filled = {name: _filled(value, context) for name, value in values.items()}
    script = f'<script src="{ROOT}assets/js/tables.js" defer></script>' if head.has_tables else ""
    title = head.title if number == 1 else f"{head.title} – {page_text(number, context.wording)}"
    return Page(
        url=url or head.url,
        kind=head.kind,
        title=title,
        description=head.description,
        language=context.language,
        body=render(head.template, context.language, {"page": head, **filled}) + permalink(url or head.url, context),
        section=head.section,
        layout=head.layout,
        head=script + (head.head if number == 1 else ""),
        source=head.source if number == 1 else None,
    )


def permalink(url: str, context: SiteContext) -> str:
    """The page's address, which comes back on every sheet when the page is printed; the 404 page has none."""
    if not context.site_url or url == "404.html":
        return ""
    return f'<p class="permalink print-only"><span>{escape(context.absolute(url))}</span></p>'


def _filled(value: object, context: SiteContext) -> object:
    if isinstance(value, Graph):
        return draw(value, context.wording)
    if isinstance(value, Prose):
        html = rendered(value.body, value.urls, context.wording, title=value.title).html
        return Markup(html)  # noqa: S704 - cleaned by the renderer
    return value


def listing_jobs(listing: Listing, overview: Overview) -> Iterator[Job]:
    """A job for each page of the list; one whose items and words are the same as before keeps its key."""
    head, context = listing.head, overview.context
    for part in list_pages(head.url, listing.items, context.per_page):
        values = {**listing.values, **(listing.front if part.is_first else dict.fromkeys(listing.front))}
        asides = {name: items if part.is_first else () for name, items in listing.asides.items()}
        keys = [[item.key for item in items] for items in asides.values()]
        key = digest(overview.key, head, values, keys, part.key)
        yield Job(f"list/{part.url}", key, partial(_list_page, head, part, {**values, **asides}, context))


def page_job(head: Head, values: Mapping[str, object], context: SiteContext, key: str) -> Job:
    """The job of a page that is no list; `key` covers what `context` holds."""
    build = partial(_plain_page, head, values, context)
    return Job(f"page/{head.url or 'index'}", digest(key, head, values), build)


def _list_page(head: Head, part: ListPage, values: Mapping[str, object], context: SiteContext) -> tuple[SiteFile, ...]:
    filled = {**values, "list": part, "pagination": pagination(part, context.language)}
    return (page_file(page_of(head, filled, context, number=part.number, url=part.url)),)


def _plain_page(head: Head, values: Mapping[str, object], context: SiteContext) -> tuple[SiteFile, ...]:
    return (page_file(page_of(head, values, context)),)


def page_text(number: int, wording: Wording) -> str:
    """`page 2`."""
    return wording.gettext("page %(number)s") % {"number": wording.number(number)}


def processes_text(count: int, wording: Wording) -> str:
    """`37 processes`."""
    return wording.ngettext("%(count)s process", "%(count)s processes", count) % {"count": wording.number(count)}


def bodies_text(count: int, wording: Wording) -> str:
    """`24 bodies`."""
    return wording.ngettext("%(count)s body", "%(count)s bodies", count) % {"count": wording.number(count)}


def promises_text(count: int, wording: Wording) -> str:
    """`14 promises`."""
    return wording.ngettext("%(count)s promise", "%(count)s promises", count) % {"count": wording.number(count)}


def lessons_text(count: int, wording: Wording) -> str:
    """`14 lessons`."""
    return wording.ngettext("%(count)s lesson", "%(count)s lessons", count) % {"count": wording.number(count)}
