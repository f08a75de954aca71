"""What was learnt, from all processes: `/lessons/`, by theme, verdict, body, kind and method, each with each verdict.

"What worked less in round tables" is two steps from the first page: the method, then the verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from msgspec import Struct
from msgspec.structs import replace

from generator.markup.slugs import slugify
from generator.model import urls
from generator.model.content import Lesson
from generator.model.digest import digest
from generator.model.site import Job
from generator.pages.lists.left_out import left_out
from generator.pages.lists.lesson_dimensions import Dimension, ListedLesson, dimensions_of, verdict_links
from generator.pages.lists.listed import ListedProcess, Place, address
from generator.pages.lists.listing import Listing, ListLink, link_item, listing_jobs
from generator.pages.lists.overview import Overview
from generator.pages.parts.counts import lessons_text
from generator.pages.parts.site_page import Crumb, Head, section_head
from generator.rendering.context import SiteContext
from generator.rendering.graphs import Datum, Graph
from generator.rendering.paging import Item
from generator.rendering.templates import render
from generator.rendering.terms import State, state_of, term_title
from generator.structure import normal
from generator.wording import Wording

_head = partial(section_head, "lessons")

SHOWN = 12
"""Values of a dimension on the first page; its index has the others."""
PATTERNS = {"worked": "bar", "worked-less": "hatch", "missed": "outline"}
"""How each verdict is told apart in the graph; lessons without one are dotted."""


class Choice(Struct, frozen=True, kw_only=True):
    """The first values of a dimension, as a row of links."""

    title: str
    links: tuple[ListLink, ...]
    more_url: str | None


class LessonView(Struct, frozen=True, kw_only=True):
    """A lesson in words."""

    text: str
    place: Place
    """The chapter it stands in, by the name of its process."""
    state: State | None
    ministry_name: str
    ministry_url: str
    facts: tuple[str, ...]
    theme: str
    """In the words of the process."""


def lessons_of(overview: Overview) -> tuple[ListedLesson, ...]:
    """All lessons, in the catalogue's order of their processes."""
    context = overview.context
    found: list[ListedLesson] = []
    for entry in overview.entries:
        if not entry.lessons:
            continue
        key = digest((entry.heading, entry.lessons))
        found += (
            ListedLesson(
                lesson=lesson,
                theme=theme_id(lesson.theme),
                entry=entry,
                item=Item(f"{key}/{number}", partial(_html, lesson, url, entry, context)),
            )
            for number, (url, lesson) in enumerate(entry.lessons)
        )
    return tuple(found)


@lru_cache(maxsize=4096)
def theme_id(theme: str | None) -> str:
    """A form in which two spellings of a theme are one; empty when it has none."""
    plain = normal(theme) if theme else ""
    return slugify(plain) if plain else ""


def items_by_process(lessons: Iterable[ListedLesson]) -> Mapping[str, Sequence[Item]]:
    """Id of a process -> its lessons, for the pages of ministries."""
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for learnt in lessons:
        found[learnt.entry.id].append(learnt.item)
    return found


def lesson_jobs(overview: Overview, lessons: tuple[ListedLesson, ...]) -> Iterator[Job]:
    """`/lessons/`, a list for each value of each dimension, and within it one for each verdict."""
    wording = overview.context.wording
    dimensions = dimensions_of(overview, lessons)
    title = wording.gettext("Lessons")
    choices = tuple(
        Choice(
            title=each.title,
            links=each.links[:SHOWN],
            more_url=f"{urls.LESSONS}{each.id}/" if len(each.links) > SHOWN else None,
        )
        for each in dimensions
        if each.links
    )
    head = _head(
        urls.LESSONS,
        title,
        (),
        wording.gettext("What worked, what worked less and what was missed, from all processes."),
    )
    front = {
        "choices": choices,
        "graph": verdict_graph(dimensions[0], len(lessons), wording),
        "left_out": left_out(overview, lambda entry: entry.lessons),
    }
    yield from listing_jobs(_listing(head, lessons, overview, front=front), overview)
    top = Crumb(title=title, url=urls.LESSONS)
    for dimension in dimensions:
        index = _head(f"{urls.LESSONS}{dimension.id}/", dimension.title, (top,), template="lists/lessons-index.html")
        items = [link_item(link, overview.context.language) for link in dimension.links]
        yield from listing_jobs(Listing(head=index, items=items, values={}), overview)
        for link in dimension.links:
            crumbs = (top, Crumb(title=dimension.title, url=index.url))
            yield from _value_jobs(dimension, link, crumbs, overview)


def verdict_graph(verdicts: Dimension, total: int, wording: Wording) -> Graph:
    """Lessons by what happened: what worked, what worked less, what was missed."""
    worked = sum(link.count for link in verdicts.links if link.id == "worked")
    words = wording.ngettext(
        "%(worked)s of %(total)s lesson is of what worked.",
        "%(worked)s of %(total)s lessons are of what worked.",
        total,
    )
    return Graph(
        id="by-verdict",
        name=wording.gettext("Lessons by what happened"),
        sentence=words % {"worked": wording.number(worked), "total": wording.number(total)},
        label_heading=verdicts.title,
        value_heading=wording.gettext("Lessons"),
        data=tuple(
            Datum(
                label=link.title,
                value=link.count,
                shown=wording.number(link.count),
                url=link.url,
                style=PATTERNS.get(link.id, "dots"),
                state=link.id,
            )
            for link in verdicts.links
        ),
        shape="stack",
    )


def _value_jobs(dimension: Dimension, link: ListLink, crumbs: tuple[Crumb, ...], overview: Overview) -> Iterator[Job]:
    """The lessons of one value, and of it with each verdict; a theme has few enough to be read whole."""
    lessons = dimension.groups[link.id]
    if dimension.id in ("verdicts", "themes"):
        yield from listing_jobs(_listing(_head(link.url, link.title, crumbs), lessons, overview), overview)
        return
    verdicts = verdict_links(lessons, link.url, overview.context)
    head = _head(link.url, link.title, crumbs)
    yield from listing_jobs(_listing(head, lessons, overview, verdicts=verdicts), overview)
    for verdict in verdicts:
        chosen = tuple(learnt for learnt in lessons if learnt.verdict == verdict.id)
        title = f"{link.title}: {verdict.title}"
        head = _head(verdict.url, title, (*crumbs, Crumb(title=link.title, url=link.url)))
        yield from listing_jobs(_listing(head, chosen, overview), overview)


def _listing(
    head: Head,
    lessons: Sequence[ListedLesson],
    overview: Overview,
    *,
    verdicts: tuple[ListLink, ...] = (),
    front: Mapping[str, object] | None = None,
) -> Listing:
    values = {"count_text": lessons_text(len(lessons), overview.context.wording), "verdicts": verdicts}
    items = [learnt.item for learnt in lessons]
    return Listing(head=head, items=items, values=values, front=front or {"choices": (), "graph": None, "left_out": ()})


def _html(lesson: Lesson, url: str, entry: ListedProcess, context: SiteContext) -> str:
    structure, language = context.structure, context.language
    place = replace(entry.place_of(url), href=address(url))
    about = (term_title(structure, "lesson-about", lesson.about, language),) if lesson.about else ()
    view = LessonView(
        text=lesson.text,
        place=place,
        state=state_of(structure, "lesson-verdict", lesson.verdict, language) if lesson.verdict else None,
        ministry_name=entry.ministry_name,
        ministry_url=urls.ministry(entry.ministry),
        facts=about,
        theme=lesson.theme or "",
    )
    return render("lists/lesson.html", language, {"lesson": view})
