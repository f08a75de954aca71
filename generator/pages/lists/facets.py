"""The ways to look at the catalogue one facet at a time: `/topics/<id>/`, `/years/<yyyy>/` … and the index of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.model import urls
from generator.model.site import Job
from generator.pages.lists.listed import ListedProcess
from generator.pages.lists.listing import Listing, ListLink, link_item, listing_jobs
from generator.pages.lists.overview import Overview, counted, grouped
from generator.pages.parts.counts import listed_text
from generator.pages.parts.site_page import Crumb, Head
from generator.rendering.graphs import Datum, Graph
from generator.rendering.terms import field_title, term_title
from generator.wording import Wording

SHOWN = 30
"""How many values of a facet the catalogue's own page offers, in a box that scrolls; its index has the others."""
YEARS_SHOWN = 24
"""Columns of the chart of years: more would not stand apart on a phone."""


class Facet(Struct, frozen=True, kw_only=True):
    """A facet with all its values that occur, in the order in which they are shown."""

    id: str
    """The parameter of the search: `ministry`."""
    base: str
    """Where its lists are: `ministries/`."""
    title: str
    links: tuple[ListLink, ...]


class FacetBox(Struct, frozen=True, kw_only=True):
    """A facet beside the catalogue: its first values, and the way to the others."""

    id: str
    title: str
    links: tuple[ListLink, ...]
    total: int
    more_url: str | None
    needs_script: bool = False
    """No list of its own: shown only where the search is."""


def facets_of(overview: Overview) -> tuple[Facet, ...]:
    """The facets that have lists of their own, in the order of the catalogue's side; places only where any is named."""
    context = overview.context
    language, structure = context.language, context.structure
    topics = context.topics

    def topic_title(topic: str) -> str:
        return topics[topic].title_in(language) if topic in topics else topic

    def of_vocabulary(name: str, facet_id: str, base: str, groups: Mapping[str, tuple[ListedProcess, ...]]) -> Facet:
        order = [term.id for term in structure.vocabularies[name].terms]
        names = sorted(groups, key=lambda each: (order.index(each) if each in order else len(order), each))
        links = (_link(base, each, term_title(structure, name, each, language), groups[each]) for each in names)
        return Facet(
            id=facet_id, base=base, title=field_title(structure, _FIELDS[facet_id], language), links=tuple(links)
        )

    bodies = [
        _link(urls.MINISTRIES, each, overview.ministry_name(each), group)
        for each, group in overview.by_ministry.items()
    ]
    by_topic = [_link(urls.TOPICS, each, topic_title(each), group) for each, group in overview.by_topic.items()]
    years = [_link(urls.YEARS, each, each, overview.by_year[each]) for each in sorted(overview.by_year, reverse=True)]
    return (
        Facet(
            id="ministry",
            base=urls.MINISTRIES,
            title=context.wording.gettext("Body"),
            links=_by_count(bodies, context.wording),
        ),
        Facet(
            id="topic",
            base=urls.TOPICS,
            title=field_title(structure, "topics", language),
            links=_by_count(by_topic, context.wording),
        ),
        of_vocabulary("kind", "kind", urls.KINDS, overview.by_kind),
        of_vocabulary("method", "method", urls.METHODS, overview.by_method),
        Facet(id="year", base=urls.YEARS, title=context.wording.gettext("Year of ending"), links=tuple(years)),
        of_vocabulary("status", "status", urls.STATUSES, overview.by_status),
        *(
            (of_vocabulary("district", "district", urls.DISTRICTS, overview.by_district),)
            if overview.by_district
            else ()
        ),
        *((_localities(overview),) if overview.by_locality else ()),
    )


def _localities(overview: Overview) -> Facet:
    """By name, or by code where `localities.yml` has none; the most frequent first."""
    context = overview.context
    words = context.wording.gettext("Locality %(code)s")
    links = [
        _link(urls.LOCALITIES, code, context.locality_in(code, context.language) or words % {"code": code}, group)
        for code, group in overview.by_locality.items()
    ]
    return Facet(
        id="locality",
        base=urls.LOCALITIES,
        title=field_title(context.structure, "localities", context.language),
        links=_by_count(links, context.wording),
    )


_FIELDS = {"kind": "kind", "method": "methods", "status": "status", "district": "districts"}


def boxes(facets: tuple[Facet, ...]) -> tuple[FacetBox, ...]:
    """The facets as they stand beside the catalogue; one without a value is left out."""
    return tuple(
        FacetBox(
            id=facet.id,
            title=facet.title,
            links=links[:SHOWN],
            total=len(links),
            more_url=facet.base if len(links) > SHOWN else None,
        )
        for facet in facets
        if (links := tuple(link for link in facet.links if link.count))
    )


def script_boxes(overview: Overview) -> Iterator[FacetBox]:
    """Sectors and languages: facets of the search that have no lists of their own."""
    context = overview.context
    for facet_id, groups in (
        ("sector", grouped(overview.entries, lambda entry: entry.sectors)),
        ("language", grouped(overview.entries, lambda entry: (entry.language,))),
    ):
        terms = [term.id for term in context.structure.vocabularies[facet_id].terms if term.id in groups]
        links = tuple(
            _link("", each, term_title(context.structure, facet_id, each, context.language), groups[each])
            for each in terms
        )
        if len(links) > 1:
            title = context.wording.text(context.structure.vocabularies[facet_id].title)
            yield FacetBox(id=facet_id, title=title, links=links, total=len(links), more_url=None, needs_script=True)


def facet_jobs(facets: tuple[Facet, ...], overview: Overview) -> Iterator[Job]:
    """The lists and the indexes of every facet but the ministries, whose pages say more."""
    groups = {
        "topic": overview.by_topic,
        "kind": overview.by_kind,
        "method": overview.by_method,
        "year": overview.by_year,
        "status": overview.by_status,
        "district": overview.by_district,
        "locality": overview.by_locality,
    }
    for facet in facets:
        if facet.id in groups:
            yield from _index_jobs(facet, overview)
            for link in facet.links:
                yield from listing_jobs(_list(facet, link, groups[facet.id][link.id], overview), overview)


def _list(facet: Facet, link: ListLink, entries: tuple[ListedProcess, ...], overview: Overview) -> Listing:
    wording = overview.context.wording
    has_lessons = facet.id in ("kind", "method") and any(entry.lessons for entry in counted(entries))
    processes = len(counted(entries))
    count_text = listed_text(processes, len(entries) - processes, wording)
    return Listing(
        head=Head(
            kind="facet",
            url=link.url,
            title=link.title,
            template="lists/facet.html",
            description=f"{facet.title}: {link.title} · {count_text}",
            section="catalogue",
            crumbs=(Crumb(title=wording.gettext("Processes"), url=""), Crumb(title=facet.title, url=facet.base)),
        ),
        items=[entry.card for entry in entries],
        values={"count_text": count_text, "lessons_url": f"{urls.LESSONS}{link.url}" if has_lessons else None},
        front={},
    )


def _index_jobs(facet: Facet, overview: Overview) -> Iterator[Job]:
    """All values of a facet with their counts, as a paged list of links."""
    wording = overview.context.wording
    head = Head(
        kind="facet",
        url=facet.base,
        title=facet.title,
        template="lists/facet-index.html",
        description=wording.gettext("All processes by: %(facet)s") % {"facet": facet.title},
        section="catalogue",
        crumbs=(Crumb(title=wording.gettext("Processes"), url=""),),
    )
    chart = year_chart(tuple(link for link in facet.links if link.count), wording) if facet.id == "year" else None
    items = [link_item(link, overview.context.language) for link in facet.links]
    yield from listing_jobs(Listing(head=head, items=items, values={}, front={"chart": chart}), overview)


def year_chart(links: tuple[ListLink, ...], wording: Wording) -> Graph:
    """Processes by the year in which they ended, the years without one among them."""
    counts = {int(link.id): link for link in links}
    first, last = (min(counts), max(counts)) if counts else (0, -1)
    data: list[Datum] = []
    for year in range(max(first, last - YEARS_SHOWN + 1), last + 1):
        link = counts.get(year)
        count = link.count if link else 0
        data.append(Datum(label=str(year), value=count, shown=wording.number(count), url=link.url if link else None))
    most = max((datum.value or 0 for datum in data), default=0)
    span = f"{data[0].label}–{data[-1].label}" if len(data) > 1 else data[0].label if data else ""
    total = sum(int(datum.value or 0) for datum in data)
    return Graph(
        id="by-year",
        name=wording.gettext("Processes by year of ending"),
        sentence=wording.ngettext(
            "%(span)s: %(count)s process ended; the most in one year: %(most)s.",
            "%(span)s: %(count)s processes ended; the most in one year: %(most)s.",
            total,
        )
        % {"span": span, "count": wording.number(total), "most": wording.number(most)},
        label_heading=wording.gettext("Year"),
        value_heading=wording.gettext("Processes"),
        data=tuple(data),
        shape="columns",
    )


def _link(base: str, value: str, title: str, entries: tuple[ListedProcess, ...]) -> ListLink:
    return ListLink(id=value, title=title, url=f"{base}{value}/", count=len(counted(entries)))


def _by_count(links: list[ListLink], wording: Wording) -> tuple[ListLink, ...]:
    return tuple(sorted(links, key=lambda link: (-link.count, wording.sort_key(link.title), link.id)))
