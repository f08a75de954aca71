"""The catalogue's own page, `/`, and the pages after it: words, totals, search, facets, and every process as a card."""

from __future__ import annotations

import json
from collections.abc import Iterator

from babel import Locale

from generator.model import urls
from generator.model.published import OrdinaryPage
from generator.model.site import ROOT, Job
from generator.pages.lists.facets import Facet, boxes, script_boxes
from generator.pages.lists.listing import Listing, listing_jobs
from generator.pages.lists.other_languages import other_languages
from generator.pages.lists.overview import Overview
from generator.pages.parts.counts import examples_text, listed_text, ministries_text, processes_text
from generator.pages.parts.site_page import Head, Prose
from generator.rendering.context import CrossReferences
from generator.rendering.panel import version_day
from generator.wording import Wording


def front_jobs(
    overview: Overview, facets: tuple[Facet, ...], introduction: OrdinaryPage | None, cross_references: CrossReferences
) -> Iterator[Job]:
    """`/`, `/page/2/` … Facets and totals stand on the first alone, so that one edit does not touch them all."""
    wording = overview.context.wording
    title = wording.gettext("All ministries, all processes")
    words = Prose(body=introduction.body, title=title, urls=cross_references.urls) if introduction else None
    head = Head(
        kind="catalogue",
        url="",
        title=title,
        template="lists/catalogue.html",
        description=introduction.description if introduction else "",
        section="catalogue",
        head=f'<script src="{ROOT}assets/js/search.js" type="module"></script>',
        source=introduction.path if introduction else None,
    )
    listing = Listing(
        head=head,
        items=[entry.card for entry in (*overview.entries, *overview.examples)],
        values={
            "count_text": _count_text(overview),
            "lists": tuple((facet.title, facet.base) for facet in facets if facet.links),
            "language": wording.language,
            "strings": script_strings(wording),
            "sorts": (
                ("", wording.gettext("Ended most recently")),  # with a query, the script calls it the best match
                ("date", wording.gettext("Ended most recently")),
                ("lag", wording.gettext("Days until closing")),
                ("participants", wording.gettext("Number of participants")),
            ),
        },
        front={
            "introduction": words,
            "day": version_day(introduction, wording) if introduction else "",
            "totals": totals(overview),
            "other_languages": other_languages(overview),
            "facets": (*boxes(facets), *script_boxes(overview)),
        },
    )
    yield from listing_jobs(listing, overview)


def _count_text(overview: Overview) -> str:
    """The processes of the list, and apart from them the examples after them."""
    return listed_text(len(overview.entries), len(overview.examples), overview.context.wording)


def totals(overview: Overview) -> tuple[str, ...]:
    """Processes, ministries, participants and years, in words; what is not known of any process is left out."""
    wording, entries = overview.context.wording, overview.entries
    if not entries:
        return ()
    people = sum(entry.participants_count or 0 for entry in entries)
    dates = [date.year for entry in entries for date in (entry.start_date, entry.end_date) if date]
    words = [
        processes_text(len(entries), wording),
        ministries_text(len({entry.ministry for entry in entries}), wording),
    ]
    if people:
        shown = {"count": wording.number(people)}
        participants = wording.ngettext("%(count)s participant", "%(count)s participants", people) % shown
        known = sum(entry.participants_count is not None for entry in entries)
        of_some = wording.gettext("%(participants)s (known of %(known)s of the processes)")
        values = {"participants": participants, "known": wording.number(known)}
        words.append(participants if known == len(entries) else of_some % values)
    if dates:
        first, last = min(dates), max(dates)
        words.append(str(first) if first == last else f"{first}–{last}")
    return tuple(words)


def script_strings(wording: Wording) -> str:
    """The words that the search writes, as JSON; `results` by the plural categories of the language, `#` for the number."""
    category = Locale(wording.language).plural_form
    # One number of each category that Hebrew, Arabic and English tell apart.
    counts = (1, 2, 3, 11, 100)
    results = {str(category(count)): _results(count, wording) for count in counts}
    words = {
        "results": results,
        "show": {str(category(count)): _show(count, wording) for count in counts},
        "examples": {str(category(count)): examples_text(count, wording, "#") for count in counts},
        "only": {str(category(count)): _only_examples(count, wording) for count in counts},
        "none": wording.gettext("Nothing was found"),
        "pages": wording.gettext("No process has this; pages of the site do"),
        "empty": {
            "quoted": wording.gettext("Quotation marks ask for the words exactly as written, in this order."),
            "unquote": wording.gettext("Search without the quotation marks"),
            "unfilter": wording.gettext("Search without the filters"),
            "near": wording.gettext("Did you mean:"),
            "apart": wording.gettext("No process has all of these words. Some of them:"),
            "other": wording.gettext("Try fewer words, or another word for the same thing."),
            "also": wording.gettext("Also on this site:"),
            "places": [{"title": title, "url": url} for title, url in _places(wording)],
        },
        "in": wording.gettext("In"),
        "relevance": wording.gettext("Best match"),
        "unavailable": wording.gettext("The search is not there yet; try again in a moment"),
        "failed": wording.gettext("The search failed; the lists by body, topic and year are all here"),
    }
    return json.dumps(words, ensure_ascii=False, sort_keys=True)


def _places(wording: Wording) -> tuple[tuple[str, str], ...]:
    """Pages that answer questions about the site itself, which no process has words for: what each tells, and its URL."""
    _ = wording.gettext
    return (
        (_("How to close a process, with blanks to fill in"), urls.GUIDE),
        (_("What was promised to participants, and what was kept"), urls.PROMISES),
        (_("What was decided and done"), urls.OUTCOMES),
        (_("Lessons from the processes that were held"), urls.LESSONS),
        (_("Tables to download, their licence, and how to cite them"), urls.DATA),
    )


def _only_examples(count: int, wording: Wording) -> str:
    """That nothing but made-up examples was found, with `#` in place of their number."""
    words = wording.ngettext(
        "Only %(count)s made-up example was found", "Only %(count)s made-up examples were found", count
    )
    return words % {"count": "#"}


def _results(count: int, wording: Wording) -> str:
    """The form of "processes" that a count takes, with `#` in place of its figure."""
    return wording.ngettext("%(count)s process", "%(count)s processes", count) % {"count": "#"}


def _show(count: int, wording: Wording) -> str:
    """The words of the button that leads from the facets of a phone to the list, with `#` in place of the figure."""
    return wording.ngettext("Show %(count)s process", "Show %(count)s processes", count) % {"count": "#"}
