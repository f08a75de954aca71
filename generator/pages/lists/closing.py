"""How long it takes to close: `/closing/`, with every process's lag and every ministry's median."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.dates import PartialDate
from generator.model.digest import digest
from generator.model.site import Job
from generator.pages.lists.closing_csv import table_job
from generator.pages.lists.figures import LagFigures, lag_figures
from generator.pages.lists.left_out import left_out
from generator.pages.lists.listed import ListedProcess, Place
from generator.pages.lists.listing import Listing, listing_jobs
from generator.pages.lists.ministries import MinistryLine
from generator.pages.lists.overview import Overview
from generator.pages.parts.site_page import Crumb, Head
from generator.rendering.context import SiteContext
from generator.rendering.graphs import Datum, Graph
from generator.rendering.paging import Item
from generator.rendering.templates import render
from generator.rendering.terms import state_of, subject_title
from generator.views.outcomes import timeliness_text
from generator.wording import Wording

OUTLIER = 4
"""A median of so many times that of all processes is drawn as an exception, and off the scale."""
MINISTRIES_IN_GRAPH = 12
SPANS = ((0, 30), (31, 60), (61, 90), (91, 180), (181, 365))
"""Days, both ends included, by which closed processes are counted; fewer and more have spans of their own."""


class ClosingRow(Struct, frozen=True, kw_only=True):
    """A process in the table."""

    id: str
    place: Place
    ministry_name: str
    ministry_url: str
    output_sent: PartialDate | None
    lag: int | None
    status: str
    timeliness: str
    """In time, late, or late and explained, in words; empty where the site has no target."""
    waived: tuple[ExplainedStep, ...]
    source: str | None


class ExplainedStep(Struct, frozen=True, kw_only=True):
    """What was explained instead of done."""

    subject: str
    title: str
    reason: str
    place: Place
    """Of the reason's words: they may be translated where others are not."""


def closing_jobs(overview: Overview, lines: tuple[MinistryLine, ...]) -> Iterator[Job]:
    """`/closing/` with its pages, the ministries' own list where one page does not hold them, and the CSV.

    A body stands among the ministries when something is known of its closing times, or it is closing now.
    """
    context, wording = overview.context, overview.context.wording
    figures = lag_figures(overview.entries)
    bodies = [_ministry_item(line, context) for line in lines if line.lag.closed or line.lag.open]
    has_more = len(bodies) > context.per_page
    head = Head(
        kind="closing",
        url=urls.CLOSING,
        title=wording.gettext("How long closing takes"),
        template="lists/closing.html",
        has_tables=True,
        description=wording.gettext(
            "How many days passed from the end of each process until its output was sent. Participants trust a body that "
            "answers them; the days are shown for that, and are no ranking."
        ),
    )
    front = {
        "guide_url": urls.GUIDE,
        "calendar_url": urls.CALENDAR if context.has_feeds else None,
        "figures": figures,
        "spans": span_graph(overview.entries, wording),
        "medians": median_graph(lines, figures, wording),
        "bodies_url": urls.CLOSING_BY_MINISTRY if has_more else None,
        "left_out": left_out(overview),
    }
    rows = [_row(entry, context) for entry in overview.entries]
    asides = {"bodies": bodies[: context.per_page]}
    yield from listing_jobs(Listing(head=head, items=rows, values={}, front=front, asides=asides), overview)
    if has_more:
        yield from listing_jobs(_ministries_listing(bodies, overview), overview)
    yield table_job(overview, [row.key for row in rows])


def span_graph(entries: Iterable[ListedProcess], wording: Wording) -> Graph:
    """Closed processes whose lag is known, by spans of days."""
    closed = (entry for entry in entries if entry.status == "closed")
    lags = [entry.closing_lag_days for entry in closed if entry.closing_lag_days is not None]
    longest = SPANS[-1][1]
    counts = [(f"{low}–{high}", sum(low <= lag <= high for lag in lags)) for low, high in SPANS]
    counts.append((f"{longest + 1}+", sum(lag > longest for lag in lags)))
    if early := sum(lag < 0 for lag in lags):
        counts.insert(0, ("<0", early))
    words = wording.ngettext(
        "%(within)s of %(total)s closed process sent its output within %(days)s days.",
        "%(within)s of %(total)s closed processes sent their output within %(days)s days.",
        len(lags),
    )
    within = sum(lag <= SPANS[0][1] for lag in lags)
    return Graph(
        id="lag-spans",
        name=wording.gettext("Closed processes by days until the output was sent"),
        sentence=words
        % {"within": wording.number(within), "total": wording.number(len(lags)), "days": wording.number(SPANS[0][1])},
        label_heading=wording.gettext("Days"),
        value_heading=wording.gettext("Processes"),
        data=tuple(Datum(label=label, value=count, shown=wording.number(count)) for label, count in counts),
        shape="columns",
    )


def median_graph(lines: Iterable[MinistryLine], overall: LagFigures, wording: Wording) -> Graph:
    """The ministries with the longest medians; the median of all processes is drawn across."""
    known = [(line, line.lag.median) for line in lines if line.lag.median is not None]
    known.sort(key=lambda found: (-found[1], found[0].id))
    middle = overall.median or 0
    data = tuple(
        Datum(
            label=line.name,
            value=max(median, 0),
            shown=wording.number(median),
            url=line.url,
            style="bar c-bar--late" if median > OUTLIER * middle else "bar",
        )
        for line, median in known[:MINISTRIES_IN_GRAPH]
    )
    left_out = (
        ""
        if len(known) == len(data)
        else wording.gettext("Shown: the %(shown)s longest of %(total)s bodies.")
        % {
            "shown": wording.number(len(data)),
            "total": wording.number(len(known)),
        }
    )
    limit = _scale(tuple(median for _, median in known[:MINISTRIES_IN_GRAPH]), middle)
    beyond = wording.gettext("A broken bar is longer than the scale.") if limit is not None else ""
    words = wording.gettext("The median of all processes is %(median)s days; the highest of one body is %(longest)s.")
    return Graph(
        id="lag-medians",
        name=wording.gettext("Median of days until the output was sent, by body"),
        sentence=words % {"median": wording.number(middle), "longest": data[0].shown if data else ""},
        label_heading=wording.gettext("Body"),
        value_heading=wording.gettext("Days, median"),
        data=data,
        mark=overall.median,
        limit=limit,
        is_count=False,
        source=" ".join(filter(None, (left_out, beyond))),
    )


def _scale(medians: Sequence[float], middle: float) -> float | None:
    """Where the scale of bars ends when one is so long that it would flatten the others; None when none is."""
    usual = [median for median in medians if median <= OUTLIER * max(middle, 1)]
    return None if len(usual) in (0, len(medians)) else max(*usual, middle)


def _ministry_item(line: MinistryLine, context: SiteContext) -> Item:
    key = digest(line.id, line.name, line.url, line.lag)
    return Item(key, partial(render, "lists/closing-ministry-row.html", context.language, {"line": line}))


def _ministries_listing(bodies: list[Item], overview: Overview) -> Listing:
    wording = overview.context.wording
    head = Head(
        kind="closing",
        url=urls.CLOSING_BY_MINISTRY,
        title=wording.gettext("How long closing takes, by body"),
        template="lists/closing-ministries.html",
        has_tables=True,
        crumbs=(Crumb(title=wording.gettext("How long closing takes"), url=urls.CLOSING),),
    )
    return Listing(head=head, items=bodies, values={})


def _row(entry: ListedProcess, context: SiteContext) -> Item:
    shown = (
        entry.heading,
        entry.status,
        entry.output_sent,
        entry.closing_lag_days,
        entry.explained,
        entry.closing_target,
    )
    return Item(digest(shown), partial(_row_html, entry, context))


def _row_html(entry: ListedProcess, context: SiteContext) -> str:
    language, structure = context.language, context.structure
    row = ClosingRow(
        id=entry.id,
        place=entry.place,
        ministry_name=entry.ministry_name,
        ministry_url=urls.ministry(entry.ministry),
        output_sent=entry.output_sent,
        lag=entry.closing_lag_days,
        status=entry.status,
        timeliness=timeliness_text(entry.closing_target, context.wording),
        waived=tuple(
            ExplainedStep(
                subject=each.subject,
                title=subject_title(structure, each.subject, language),
                reason=each.reason,
                place=entry.place_of(f"waived#{each.subject}"),
            )
            for each in entry.explained
        ),
        source=entry.source,
    )
    values = {"row": row, "state": state_of(structure, "status", entry.status, language)}
    return render("lists/closing-row.html", language, values)
