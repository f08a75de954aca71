"""`/yardsticks/`: the outside standards that the site names, and for each body what its processes show of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model import urls
from generator.model.digest import digest
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.model.site import Job
from generator.pages.lists.listing import Listing, listing_jobs
from generator.pages.lists.ministries import MinistryLine
from generator.pages.lists.overview import Overview
from generator.pages.parts.site_page import Crumb, Head, page_job
from generator.rendering.context import SiteContext
from generator.rendering.paging import Item
from generator.rendering.templates import render
from generator.views.evidence import Sheet, sheets


def yardstick_urls(context: SiteContext, lines: tuple[MinistryLine, ...]) -> tuple[str, ...]:
    """The addresses of these pages; none where the site names no standard."""
    if not context.yardsticks:
        return ()
    return (urls.YARDSTICKS, *(urls.yardsticks_of(line.id) for line in _convening(lines)))


def yardstick_jobs(catalogue: PublishedCatalogue, overview: Overview, lines: tuple[MinistryLine, ...]) -> Iterator[Job]:
    """Nothing where the site names no standard. Made-up examples are in no sheet of a body."""
    context = overview.context
    if not context.yardsticks:
        return
    wording, language = context.wording, context.language
    head = Head(
        kind="yardsticks",
        url=urls.YARDSTICKS,
        title=wording.gettext("Outside standards"),
        template="fixed/yardsticks.html",
        description=wording.gettext("What the records of this site show of standards that others wrote."),
        section="catalogue",
    )
    standards = [
        (
            pack.title.in_language(language),
            pack.source,
            [(each.number, each.title.in_language(language)) for each in pack.criteria],
        )
        for pack in context.yardsticks
    ]
    bodies = [(line.name, urls.yardsticks_of(line.id)) for line in _convening(lines)]
    yield page_job(head, {"standards": standards, "bodies": bodies}, context, context.key)
    for line in _convening(lines):
        own = [process for process in catalogue.counted if process.record.ministry == line.id]
        yield from listing_jobs(_listing(line, own, head, context), overview)


def _convening(lines: tuple[MinistryLine, ...]) -> Iterator[MinistryLine]:
    return (line for line in lines if line.processes)


def _listing(line: MinistryLine, own: list[PublishedProcess], index: Head, context: SiteContext) -> Listing:
    head = Head(
        kind="yardsticks",
        url=urls.yardsticks_of(line.id),
        title=line.name,
        template="lists/yardsticks.html",
        description=index.description,
        section="catalogue",
        crumbs=(Crumb(title=index.title, url=index.url),),
    )
    items = [_item(process, sheets(process, context, context.language), context) for process in own]
    return Listing(head=head, items=items, values={})


def _item(process: PublishedProcess, shown: tuple[Sheet, ...], context: SiteContext) -> Item:
    values = {
        "id": process.id,
        "url": process.urls.yardsticks,
        "title": process.record.title or process.id,
        "language": process.record.language,
        "sheets": shown,
    }
    return Item(digest(values), partial(render, "lists/yardstick.html", context.language, values))
