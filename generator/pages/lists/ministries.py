"""The ministries that convene: `/ministries/` with every ministry's counts, and each ministry's own page (spec 3.6, 6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from generator.model import urls
from generator.model.digest import digest
from generator.model.registry import Ministry
from generator.model.site import ROOT, Job
from generator.pages.lists.figures import (
    LagFigures,
    OutcomeFigures,
    PromiseFigures,
    lag_figures,
    outcome_figures,
    promise_figures,
)
from generator.pages.lists.listed import ListedProcess
from generator.pages.lists.listing import Listing, listing_jobs
from generator.pages.lists.overview import Overview, counted
from generator.pages.parts.counts import listed_text, processes_text
from generator.pages.parts.site_page import Crumb, Head
from generator.rendering.context import SiteContext
from generator.rendering.graphs import Datum, Graph, top_with_rest
from generator.rendering.links import outside
from generator.rendering.paging import Item
from generator.rendering.templates import render
from generator.rendering.terms import term_title
from generator.wording import Wording

MINISTRIES_IN_GRAPH = 10
LESSONS_SHOWN = 10


class MinistryLine(Struct, frozen=True, kw_only=True):
    """A ministry and its figures. A ministry's figures count the processes that it convened under this name, no others."""

    id: str
    name: str
    url: str
    type: str
    """In words; empty for a ministry of another catalogue."""
    processes: int
    lag: LagFigures
    promises: PromiseFigures
    outcomes: OutcomeFigures
    withdrawn: int
    """Processes that were withdrawn, and are in no other figure."""
    withdrawn_promises: int
    """Promises that left the lists with them."""
    continues: bool = False
    """Has no process of its own, and is listed for those of a body before it."""


class Relative(Struct, frozen=True, kw_only=True):
    """The ministry before or after another one."""

    name: str
    url: str
    period: str
    """While it had this name; empty when the registry does not say."""
    processes: int


def ministry_lines(overview: Overview) -> tuple[MinistryLine, ...]:
    """Every ministry of the registry, and those that only other catalogues know, in the order of their names."""
    wording = overview.context.wording
    ids = dict.fromkeys((*overview.context.ministries, *overview.by_ministry))
    lines = [_line(each, overview) for each in ids]
    return tuple(sorted(lines, key=lambda line: (wording.sort_key(line.name), line.id)))


def ministry_jobs(
    overview: Overview, lines: tuple[MinistryLine, ...], lessons: Mapping[str, Sequence[Item]]
) -> Iterator[Job]:
    """`lessons`: by id of a process, its lessons as items of a list."""
    yield from _index_jobs(overview, lines)
    for line in lines:
        yield from listing_jobs(_listing(line, overview, lessons), overview)


def ministry_graph(lines: Sequence[MinistryLine], wording: Wording) -> Graph:
    """The ministries with most processes, and all others together."""
    most = sorted((line for line in lines if line.processes), key=lambda line: (-line.processes, line.id))
    data = [
        Datum(label=line.name, value=line.processes, shown=wording.number(line.processes), url=line.url)
        for line in most
    ]
    words = wording.ngettext(
        "%(count)s body convened processes; the most by one body: %(most)s.",
        "%(count)s bodies convened processes; the most by one body: %(most)s.",
        len(most),
    )
    return Graph(
        id="by-body",
        name=wording.gettext("Processes by body"),
        sentence=words % {"count": wording.number(len(most)), "most": data[0].shown if data else ""},
        label_heading=wording.gettext("Body"),
        value_heading=wording.gettext("Processes"),
        data=top_with_rest(data, MINISTRIES_IN_GRAPH, wording.gettext("All other bodies"), wording),
    )


def _line(ministry: str, overview: Overview) -> MinistryLine:
    context = overview.context
    entries = counted(overview.by_ministry.get(ministry, ()))
    known = context.ministries.get(ministry)
    return MinistryLine(
        id=ministry,
        name=overview.ministry_name(ministry),
        url=urls.ministry(ministry),
        type=term_title(context.structure, "body-type", known.type, context.language) if known else "",
        processes=len(entries),
        lag=lag_figures(entries),
        promises=promise_figures(entries),
        outcomes=outcome_figures(entries),
        withdrawn=len(overview.withdrawn.get(ministry, ())),
        continues=not entries
        and any(counted(overview.by_ministry.get(each, ())) for each in overview.predecessors(ministry)),
        withdrawn_promises=sum(each.promises_count for each in overview.withdrawn.get(ministry, ())),
    )


def _index_jobs(overview: Overview, lines: tuple[MinistryLine, ...]) -> Iterator[Job]:
    context, wording = overview.context, overview.context.wording
    head = Head(
        kind="ministries",
        url=urls.MINISTRIES,
        title=wording.gettext("The bodies"),
        template="lists/ministries.html",
        has_tables=True,
        description=wording.gettext("Every body, with its processes, how long they took to close, and its promises."),
        section="ministries",
    )
    active = [line for line in lines if _has_something(line)]
    without = tuple(line for line in lines if line not in active)
    words = wording.ngettext(
        "%(count)s more body, without a process here", "%(count)s more bodies, without a process here", len(without)
    )
    front = {
        "graph": ministry_graph(lines, wording),
        "without": without,
        "without_text": words % {"count": wording.number(len(without))},
    }
    items = [Item(digest(line), partial(_index_row, line, context)) for line in active]
    yield from listing_jobs(Listing(head=head, items=items, values={}, front=front), overview)


def _has_something(line: MinistryLine) -> bool:
    """Whether there is anything of this body to read: its own processes, those that were withdrawn, or a predecessor's.

    Examples are made up, and so are the bodies that have nothing else.
    """
    return line.processes > 0 or line.withdrawn > 0 or line.continues


def _index_row(line: MinistryLine, context: SiteContext) -> str:
    return render("lists/ministry-row.html", context.language, {"line": line})


def _listing(line: MinistryLine, overview: Overview, lessons: Mapping[str, Sequence[Item]]) -> Listing:
    """The page of a ministry: its own processes and those of the ministries whose work it took over."""
    context, wording = overview.context, overview.context.wording
    own = overview.by_ministry.get(line.id, ())
    inherited = [each for before in overview.predecessors(line.id) for each in overview.by_ministry.get(before, ())]
    entries = sorted((*own, *inherited), key=lambda entry: (entry.is_example, entry.order))
    known = context.ministries.get(line.id)
    learnt = [item for entry in own for item in lessons.get(entry.id, ())]
    feed_url = urls.feed(line.id) if known and context.has_feeds else None
    head = Head(
        kind="ministry",
        url=line.url,
        title=line.name,
        template="lists/ministry.html",
        description=f"{line.name}: {processes_text(line.processes, wording)}",
        section="ministries",
        crumbs=(Crumb(title=wording.gettext("The bodies"), url=urls.MINISTRIES),),
        head=_feed_tag(line.name, feed_url),
    )
    front = {
        "line": line,
        "address": outside(known.url) if known else None,
        "feed_url": feed_url,
        "calendar_url": urls.calendar(line.id),
        "yardsticks_url": urls.yardsticks_of(line.id) if context.yardsticks and line.processes else None,
        "before": _relatives(overview.predecessors(line.id), overview),
        "after": _relatives((known.successor,), overview) if known and known.successor else (),
        "lessons_count": len(learnt),
        "lessons_url": urls.lessons_of("ministries", line.id),
        "promises_url": urls.promises_of(line.id),
        "outcomes_url": f"{urls.OUTCOMES_BY_MINISTRY}{line.id}/"
        if any(each.outcomes for each in counted(own))
        else None,
        "inherited": _inherited_text(len(counted(inherited)), wording),
    }
    processes = len(counted(entries))
    count_text = listed_text(processes, len(entries) - processes, wording)
    return Listing(
        head=head,
        items=[entry.card for entry in entries],
        values={"count_text": count_text},
        front=front,
        asides={"lessons": learnt[:LESSONS_SHOWN]},
    )


def _inherited_text(count: int, wording: Wording) -> str:
    if not count:
        return ""
    words = wording.ngettext(
        "The list includes %(count)s process of bodies that came before; the figures above count this body's own alone.",
        "The list includes %(count)s processes of bodies that came before; the figures above count this body's own alone.",
        count,
    )
    return words % {"count": wording.number(count)}


def _relatives(ids: Sequence[str], overview: Overview) -> tuple[Relative, ...]:
    """The ministries with these ids that the registry knows."""
    found = (overview.context.ministries[each] for each in ids if each in overview.context.ministries)
    return tuple(_relative(each, overview.by_ministry.get(each.id, ()), overview.context) for each in found)


def _relative(ministry: Ministry, entries: Sequence[ListedProcess], context: SiteContext) -> Relative:
    wording = context.wording
    period = wording.period(ministry.start, ministry.end)
    if ministry.start is None and ministry.end is not None:
        period = wording.gettext("until %(date)s") % {"date": wording.date(ministry.end)}
    elif ministry.end is None and ministry.start is not None:
        period = wording.gettext("since %(date)s") % {"date": wording.date(ministry.start)}
    return Relative(
        name=ministry.name_in(context.language),
        url=urls.ministry(ministry.id),
        period=period,
        processes=len(counted(entries)),
    )


def _feed_tag(title: str, url: str | None) -> str:
    if url is None:
        return ""
    tag = Markup('<link rel="alternate" type="application/atom+xml" title="{title}" href="{root}{url}">')
    return str(tag.format(title=title, root=Markup(ROOT), url=url))  # noqa: S704 - a constant
