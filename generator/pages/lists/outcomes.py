"""What came of it: `/outcomes/`, every outcome of every process, by state, by body, by type and by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.model import urls
from generator.model.digest import digest
from generator.model.published import PublishedOutcome
from generator.model.site import Job
from generator.pages.lists.figures import OutcomeFigures, outcome_figures
from generator.pages.lists.left_out import left_out
from generator.pages.lists.listed import ListedProcess
from generator.pages.lists.listing import Listing, ListLink, listing_jobs
from generator.pages.lists.ministries import MinistryLine
from generator.pages.lists.overview import Overview
from generator.pages.parts.site_page import Crumb, Head, section_head
from generator.rendering.context import SiteContext
from generator.rendering.paging import Item
from generator.rendering.templates import render
from generator.rendering.terms import term_title
from generator.views.outcomes import outcome_view_in
from generator.wording import Wording

_head = partial(section_head, "outcomes")

STALE = "stale"
"""Beside the states: awaited past its date, with no news for as long as the site allows."""
UNDATED = "undated"


class ListedOutcome(Struct, frozen=True, kw_only=True):
    """An outcome, whose it is, and its place on lists."""

    published: PublishedOutcome
    entry: ListedProcess
    item: Item

    @property
    def states(self) -> tuple[str, ...]:
        """Under which it is listed; one that nothing is expected of has none."""
        outcome = self.published.outcome
        if outcome.type == "none":
            return ()
        return (outcome.state, STALE) if self.published.is_stale else (outcome.state,)

    @property
    def type(self) -> str:
        return self.published.outcome.type or "other"

    @property
    def year(self) -> str:
        day = self.published.outcome.date or self.published.outcome.due
        return str(day.year) if day else UNDATED


class _Dimension(Struct, frozen=True, kw_only=True):
    """A way to divide the list."""

    title: str
    base: str
    """Under which each value has its list."""
    names: Callable[[ListedOutcome], Iterable[str]]
    titles: Mapping[str, str]
    """Of the values, in the order in which they are shown."""


def outcome_jobs(overview: Overview, lines: tuple[MinistryLine, ...]) -> Iterator[Job]:
    """`/outcomes/` and `/outcomes/{states,types,years,ministries}/<value>/`, each with its pages."""
    context, wording = overview.context, overview.context.wording
    every = tuple(each for entry in overview.entries for each in _outcomes(entry, context))
    title = wording.gettext("Outcomes")
    dimensions = _dimensions(every, lines, context)
    groups = [_grouped(every, dimension) for dimension in dimensions]
    links = tuple(
        (dimension.title, _links(dimension, found))
        for dimension, found in zip(dimensions, groups, strict=True)
        if found
    )
    words = wording.gettext(
        "What happens with the output of every process: what was decided, and what is still awaited."
    )
    sentence = outcomes_sentence(outcome_figures(overview.entries), wording)
    top = _listing(_head(urls.OUTCOMES, title, (), words), every, sentence, links, context)
    examples = left_out(overview, lambda entry: entry.outcomes, lambda found: f"{found.base}#outcomes")
    yield from listing_jobs(replace(top, front={"left_out": examples}), overview)
    crumbs = (Crumb(title=title, url=urls.OUTCOMES),)
    for dimension, found in zip(dimensions, groups, strict=True):
        for value, chosen in found.items():
            head = _head(f"{dimension.base}{value}/", f"{title}: {dimension.titles[value]}", crumbs)
            is_body = dimension.base == urls.OUTCOMES_BY_MINISTRY
            of_body = outcome_figures(each for each in overview.by_ministry.get(value, ()) if not each.is_example)
            said = outcomes_sentence(of_body, wording) if is_body else ""
            current = (dimension.title, _links(dimension, found, value))
            yield from listing_jobs(_listing(head, chosen, said, (current,), context), overview)


def outcomes_sentence(figures: OutcomeFigures, wording: Wording) -> str:
    """`140 processes are closed. Followed by a government decision: 52; … ` in groups that add up. Empty for none."""
    if not figures.closed:
        return ""
    words = wording.ngettext(
        "%(closed)s process is closed. Followed by a government decision: %(decided)s; submitted or expected, and not"
        " decided yet: %(awaited)s; another outcome: %(other)s; not known what came of it: %(silent)s.",
        "%(closed)s processes are closed. Followed by a government decision: %(decided)s; submitted or expected, and not"
        " decided yet: %(awaited)s; another outcome: %(other)s; not known what came of it: %(silent)s.",
        figures.closed,
    )
    names = ("closed", "decided", "awaited", "other", "silent")
    return words % {name: wording.number(getattr(figures, name)) for name in names}


def _dimensions(
    every: Sequence[ListedOutcome], lines: Iterable[MinistryLine], context: SiteContext
) -> tuple[_Dimension, ...]:
    _, language, structure = context.wording.gettext, context.language, context.structure

    def titles(vocabulary: str) -> dict[str, str]:
        terms = structure.vocabularies[vocabulary].terms
        return {term.id: term_title(structure, vocabulary, term.id, language) for term in terms}

    years = sorted({each.year for each in every} - {UNDATED}, reverse=True)
    return (
        _Dimension(
            title=_("By state"),
            base=urls.OUTCOMES_BY_STATE,
            names=lambda each: each.states,
            titles=titles("outcome-state") | {STALE: _("No news for long")},
        ),
        _Dimension(
            title=_("By type"),
            base=urls.OUTCOMES_BY_TYPE,
            names=lambda each: (each.type,),
            titles=titles("outcome-type"),
        ),
        _Dimension(
            title=_("By year"),
            base=urls.OUTCOMES_BY_YEAR,
            names=lambda each: (each.year,),
            titles={**{year: year for year in years}, UNDATED: _("No date")},
        ),
        _Dimension(
            title=_("By body"),
            base=urls.OUTCOMES_BY_MINISTRY,
            names=lambda each: (each.entry.ministry,),
            titles={line.id: line.name for line in lines},
        ),
    )


def _grouped(every: Iterable[ListedOutcome], dimension: _Dimension) -> dict[str, list[ListedOutcome]]:
    groups: dict[str, list[ListedOutcome]] = {}
    for each in every:
        for name in dimension.names(each):
            groups.setdefault(name, []).append(each)
    return {name: groups[name] for name in dimension.titles if name in groups}


def _links(dimension: _Dimension, groups: Mapping[str, Sequence[object]], current: str = "") -> tuple[ListLink, ...]:
    return tuple(
        ListLink(
            id=name,
            title=dimension.titles[name],
            url=f"{dimension.base}{name}/",
            count=len(found),
            is_current=name == current,
        )
        for name, found in groups.items()
    )


def _listing(
    head: Head,
    chosen: Sequence[ListedOutcome],
    sentence: str,
    groups: tuple[tuple[str, tuple[ListLink, ...]], ...],
    context: SiteContext,
) -> Listing:
    words = context.wording.ngettext("%(count)s outcome", "%(count)s outcomes", len(chosen))
    values = {
        "sentence": sentence,
        "groups": groups,
        "count_text": words % {"count": context.wording.number(len(chosen))},
    }
    return Listing(head=head, items=[each.item for each in chosen], values=values, front={"left_out": ()})


def _outcomes(entry: ListedProcess, context: SiteContext) -> Iterator[ListedOutcome]:
    if not entry.outcomes:
        return
    key = digest((entry.heading, entry.outcomes))
    for number, published in enumerate(entry.outcomes):
        item = Item(f"{key}/{number}", partial(_html, published, entry, context))
        yield ListedOutcome(published=published, entry=entry, item=item)


def _html(published: PublishedOutcome, entry: ListedProcess, context: SiteContext) -> str:
    view, named = outcome_view_in(published, context.structure, context.wording), f"outcome#{published.outcome.id}"
    values = {
        # the process's own page links to the source
        "outcome": replace(view, evidence=None),
        "href": entry.href_of(named, lambda its: f"{its.base}#{published.outcome.id}"),
        "process_id": entry.id,
        "place": entry.place_of(named),
        "ministry_name": entry.ministry_name,
        "ministry_url": f"{urls.OUTCOMES_BY_MINISTRY}{entry.ministry}/",
    }
    return render("lists/outcome.html", context.language, values)
