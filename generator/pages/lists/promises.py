"""Every promise of every process: `/promises/`, by status and by ministry, what is overdue, and each ministry's figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.model import urls
from generator.model.dates import PartialDate
from generator.model.digest import digest
from generator.model.published import PublishedPromise
from generator.model.record import Update
from generator.model.site import ROOT, Job
from generator.pages.lists.figures import OVERDUE, UNSTATED, PromiseFigures, promise_figures
from generator.pages.lists.left_out import left_out
from generator.pages.lists.listed import ListedProcess, Place
from generator.pages.lists.listing import Listing, ListLink, listing_jobs
from generator.pages.lists.ministries import MinistryLine
from generator.pages.lists.overview import Overview
from generator.pages.parts.counts import promises_text
from generator.pages.parts.site_page import Crumb, Head, section_head
from generator.rendering.context import SiteContext
from generator.rendering.graphs import Datum, Graph
from generator.rendering.links import Link as Reference
from generator.rendering.paging import Item
from generator.rendering.templates import render
from generator.rendering.terms import State, state_of, term_title, title_in
from generator.wording import Wording

_head = partial(section_head, "promises", has_tables=True)

PATTERNS = {"kept": "bar", "partly": "hatch", "not-kept": "outline", "changed": "bar c-bar--soft"}
"""How each status is told apart in the graph; what is still to come is dotted."""


class ListedPromise(Struct, frozen=True, kw_only=True):
    """A promise, whose it is, and its place on lists."""

    published: PublishedPromise
    entry: ListedProcess
    item: Item

    @property
    def statuses(self) -> tuple[str, ...]:
        """Under which it is listed: its status, and overdue."""
        status = self.published.promise.status or UNSTATED
        return (status, OVERDUE) if self.published.is_overdue else (status,)


class PromiseView(Struct, frozen=True, kw_only=True):
    """A promise in words, as the list of all shows it; the process's own list says more."""

    id: str
    process_id: str
    text: str
    href: str
    status: str
    state: State
    overdue: State | None
    place: Place
    ministry_name: str
    ministry_url: str
    date: PartialDate | None
    due: PartialDate | None
    steps: tuple[tuple[str, Reference], ...]
    """What was done, and what shows it, where that is written."""
    explanation: str
    unmet_href: str | None
    last_update: Update | None


def promise_jobs(overview: Overview, lines: tuple[MinistryLine, ...]) -> Iterator[Job]:
    """`/promises/`, `/promises/statuses/<status>/`, `/promises/ministries/<id>/` and `…/<status>/` within it."""
    context, wording = overview.context, overview.context.wording
    every = tuple(promised for entry in overview.entries for promised in _promised(entry, context))
    bodies = tuple(line for line in lines if line.promises.total)
    rows = [Item(digest(line.id, line.name, line.promises), partial(_ministry_row, line, context)) for line in bodies]
    has_more = len(rows) > context.per_page
    title = wording.gettext("Promises")
    crumb = Crumb(title=title, url=urls.PROMISES)
    words = wording.gettext("What was promised to participants in all processes, and what became of each promise.")
    figures = promise_figures(overview.entries)
    front = {
        "graph": promise_graph(figures, context, urls.PROMISES_BY_STATUS),
        "bodies_url": urls.PROMISES_BY_MINISTRY if has_more else None,
        "left_out": left_out(overview, lambda entry: entry.promises, lambda found: found.promises),
    }
    listing = _listing(_head(urls.PROMISES, title, (), words), every, figures, overview, base=urls.PROMISES_BY_STATUS)
    asides = {"bodies": rows[: context.per_page]}
    yield from listing_jobs(replace(listing, front=front, asides=asides), overview)
    yield from _status_jobs(every, figures, urls.PROMISES_BY_STATUS, title, (crumb,), overview)
    if has_more:
        head = _head(
            urls.PROMISES_BY_MINISTRY,
            wording.gettext("Promises, by body"),
            (crumb,),
            template="lists/promises-ministries.html",
        )
        yield from listing_jobs(Listing(head=head, items=rows, values={"statuses": _columns(context)}), overview)
    by_body: dict[str, list[ListedPromise]] = {}
    for promised in every:
        by_body.setdefault(promised.entry.ministry, []).append(promised)
    for line in bodies:
        yield from _ministry_jobs(line, by_body[line.id], crumb, overview)


def promise_graph(figures: PromiseFigures, context: SiteContext, base: str) -> Graph:
    """Promises by status, each leading to its own list under `base`; a status that no promise has is left out."""
    wording = context.wording
    return Graph(
        id="by-status",
        name=wording.gettext("Promises by status"),
        sentence=promises_sentence(figures, wording),
        label_heading=wording.gettext("Status"),
        value_heading=wording.gettext("Promises"),
        data=tuple(
            Datum(
                label=_status_title(status, context),
                value=figures.count(status),
                shown=wording.number(figures.count(status)),
                url=f"{base}{status}/",
                style=PATTERNS.get(status, "dots"),
                state=status,
            )
            for status in _statuses(figures, context)
            if figures.count(status)
        ),
        shape="stack",
    )


def promises_sentence(figures: PromiseFigures, wording: Wording) -> str:
    """`4 of 8 promises were kept. 1 is overdue.`"""
    words = wording.ngettext(
        "%(kept)s of %(total)s promise was kept.", "%(kept)s of %(total)s promises were kept.", figures.total
    )
    sentence = words % {"kept": wording.number(figures.kept), "total": wording.number(figures.total)}
    if not figures.overdue:
        return sentence
    late = wording.ngettext("%(count)s is overdue.", "%(count)s are overdue.", figures.overdue)
    return f"{sentence} {late % {'count': wording.number(figures.overdue)}}"


def _status_jobs(
    every: Sequence[ListedPromise],
    figures: PromiseFigures,
    base: str,
    title: str,
    crumbs: tuple[Crumb, ...],
    overview: Overview,
) -> Iterator[Job]:
    groups: dict[str, list[ListedPromise]] = {}
    for promised in every:
        for status in promised.statuses:
            groups.setdefault(status, []).append(promised)
    for status in (*_statuses(figures, overview.context), OVERDUE):
        if chosen := groups.get(status):
            head = _head(f"{base}{status}/", f"{title}: {_status_title(status, overview.context)}", crumbs)
            yield from listing_jobs(_listing(head, chosen, figures, overview, base=base, current=status), overview)


def _ministry_jobs(line: MinistryLine, promised: list[ListedPromise], top: Crumb, overview: Overview) -> Iterator[Job]:
    url = urls.promises_of(line.id)
    title = overview.context.wording.gettext("Promises of %(body)s") % {"body": line.name}
    listing = _listing(_head(url, title, (top,)), promised, line.promises, overview, base=url)
    graph = promise_graph(line.promises, overview.context, url)
    yield from listing_jobs(replace(listing, front={**listing.front, "graph": graph}), overview)
    crumbs = (top, Crumb(title=line.name, url=url))
    yield from _status_jobs(promised, line.promises, url, title, crumbs, overview)


def _listing(
    head: Head,
    promised: Sequence[ListedPromise],
    figures: PromiseFigures,
    overview: Overview,
    *,
    base: str,
    current: str = "",
) -> Listing:
    context = overview.context
    tags = tuple(
        ListLink(
            id=status,
            title=_status_title(status, context),
            url=f"{base}{status}/",
            count=figures.count(status),
            is_current=status == current,
        )
        for status in (*_statuses(figures, context), OVERDUE)
        if figures.count(status)
    )
    return Listing(
        head=head,
        items=[each.item for each in promised],
        values={
            "tags": tags,
            "count_text": promises_text(len(promised), context.wording),
            "statuses": _columns(context),
        },
        front={"graph": None, "bodies_url": None, "left_out": ()},
        asides={"bodies": ()},
    )


def _statuses(figures: PromiseFigures, context: SiteContext) -> tuple[str, ...]:
    """The vocabulary's statuses in its order, and "not stated" where that occurs."""
    known = _known(context)
    return known + tuple(sorted(set(figures.by_status) - set(known)))


def _columns(context: SiteContext) -> tuple[str, ...]:
    """Titles of the statuses, as the table of bodies has them."""
    return tuple(_status_title(status, context) for status in _known(context))


def _known(context: SiteContext) -> tuple[str, ...]:
    return tuple(term.id for term in context.structure.vocabularies["promise-status"].terms)


def _status_title(status: str, context: SiteContext) -> str:
    if status == OVERDUE:
        return context.wording.gettext("Overdue")
    if status == UNSTATED:
        return context.wording.gettext("State not stated")
    return term_title(context.structure, "promise-status", status, context.language)


def _ministry_row(line: MinistryLine, context: SiteContext) -> str:
    counts = tuple(line.promises.count(status) for status in _known(context))
    values = {"line": line, "counts": counts, "titles": _columns(context), "url": urls.promises_of(line.id)}
    return render("lists/promises-ministry-row.html", context.language, values)


def _promised(entry: ListedProcess, context: SiteContext) -> Iterator[ListedPromise]:
    """The promises of a process as items; they share a key, since an editor writes them in one file."""
    if not entry.promises:
        return
    key = digest((entry.heading, entry.promises, entry.unmet_url, entry.evidence))
    for number, published in enumerate(entry.promises):
        item = Item(f"{key}/{number}", partial(_html, published, entry.evidence[number], entry, context))
        yield ListedPromise(published=published, entry=entry, item=item)


def _html(published: PublishedPromise, evidence: Reference | None, entry: ListedProcess, context: SiteContext) -> str:
    promise, language, structure = published.promise, context.language, context.structure
    state = (
        state_of(structure, "promise-status", promise.status, language)
        if promise.status
        else State("unknown", _status_title(UNSTATED, context))
    )
    steps = [(title_in(structure.promise, "done", language), Reference(promise.done))] if promise.done else []
    if evidence:
        steps.append((title_in(structure.promise, "evidence", language), evidence))
    dated = [update for update in promise.updates if update.date]
    view = PromiseView(
        id=promise.id,
        process_id=entry.id,
        text=promise.text,
        href=entry.href_of(f"promise#{promise.id}", lambda its: its.promise(promise.id)),
        status=promise.status or "",
        state=state,
        overdue=State("overdue", _status_title(OVERDUE, context)) if published.is_overdue else None,
        place=entry.place_of(f"promise#{promise.id}"),
        ministry_name=entry.ministry_name,
        ministry_url=urls.promises_of(entry.ministry),
        date=promise.date,
        due=promise.due,
        steps=tuple(steps),
        explanation=promise.explanation or "",
        unmet_href=f"{ROOT}{entry.unmet_url}" if entry.unmet_url and promise.status == "not-kept" else None,
        last_update=max(dated, key=_iso) if dated else None,
    )
    return render("lists/promise.html", language, {"promise": view})


def _iso(update: Update) -> str:
    return update.date.iso if update.date else ""
