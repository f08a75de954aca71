"""Ways to sort lessons: what each way is called, its values in order, and the lessons of each value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.content import Lesson
from generator.pages.lists.listed import ListedProcess
from generator.pages.lists.listing import ListLink
from generator.pages.lists.overview import Overview
from generator.rendering.context import SiteContext
from generator.rendering.paging import Item
from generator.rendering.terms import field_title, term_title

UNSAID = "unsaid"
"""The verdict of a lesson that gives none."""


class ListedLesson(Struct, frozen=True, kw_only=True):
    """A lesson, where it comes from, and its place on lists."""

    lesson: Lesson
    theme: str
    """The theme's id; empty when it has none."""
    entry: ListedProcess
    item: Item

    @property
    def verdict(self) -> str:
        return self.lesson.verdict or UNSAID


class Dimension(Struct, frozen=True, kw_only=True):
    """A way to sort lessons: its lists are under `lessons/<id>/<value>/`."""

    id: str
    title: str
    links: tuple[ListLink, ...]
    groups: Mapping[str, tuple[ListedLesson, ...]]


def dimensions_of(overview: Overview, lessons: tuple[ListedLesson, ...]) -> tuple[Dimension, ...]:
    """The ways to sort these lessons: by verdict, method, theme, kind and body, each with the values that occur."""
    context, wording = overview.context, overview.context.wording
    language, structure = context.language, context.structure

    def term(vocabulary: str) -> Callable[[str], str]:
        return partial(_term_or_unsaid, context, vocabulary)

    dimension = partial(_dimension, context, lessons)
    themes = _theme_titles(lessons)
    return (
        dimension(
            "verdicts",
            wording.gettext("What happened"),
            lambda each: (each.verdict,),
            term("lesson-verdict"),
            "lesson-verdict",
        ),
        dimension(
            "methods",
            field_title(structure, "methods", language),
            lambda each: each.entry.methods,
            term("method"),
            "method",
        ),
        dimension("themes", wording.gettext("Theme"), lambda each: (each.theme,), themes.__getitem__),
        dimension(
            "kinds", field_title(structure, "kind", language), lambda each: (each.entry.kind,), term("kind"), "kind"
        ),
        dimension("ministries", wording.gettext("Body"), lambda each: (each.entry.ministry,), overview.ministry_name),
    )


def _dimension(
    context: SiteContext,
    lessons: Iterable[ListedLesson],
    name: str,
    title: str,
    names: Callable[[ListedLesson], Iterable[str]],
    title_of: Callable[[str], str],
    vocabulary: str | None = None,
) -> Dimension:
    """A way to sort lessons by the values that `names` finds, in the order of the vocabulary, else the commonest first."""
    groups: defaultdict[str, list[ListedLesson]] = defaultdict(list)
    for each in lessons:
        for value in dict.fromkeys(names(each)):
            if value:
                groups[value].append(each)
    links = [
        ListLink(id=value, title=title_of(value), url=urls.lessons_of(name, value), count=len(group))
        for value, group in groups.items()
    ]
    order = [each.id for each in context.structure.vocabularies[vocabulary].terms] if vocabulary else []
    links.sort(
        key=lambda link: (
            order.index(link.id) if link.id in order else len(order),
            0 if vocabulary else -link.count,
            context.wording.sort_key(link.title),
        )
    )
    return Dimension(
        id=name,
        title=title,
        links=tuple(links),
        groups={value: tuple(group) for value, group in groups.items()},
    )


def _theme_titles(lessons: Iterable[ListedLesson]) -> dict[str, str]:
    """Of each theme the spelling that is used most, of equals the first in order."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in lessons:
        if each.theme and each.lesson.theme:
            spellings[each.theme][each.lesson.theme.strip()] += 1
    return {theme: min(counts, key=lambda each: (-counts[each], each)) for theme, counts in spellings.items()}


def verdict_links(lessons: Sequence[ListedLesson], base: str, context: SiteContext) -> tuple[ListLink, ...]:
    """A list for each verdict that these lessons have, below the URL `base`, in the order of the vocabulary."""
    counts = Counter(each.verdict for each in lessons)
    order = [*(term.id for term in context.structure.vocabularies["lesson-verdict"].terms), UNSAID]
    return tuple(
        ListLink(
            id=verdict,
            title=_term_or_unsaid(context, "lesson-verdict", verdict),
            url=f"{base}{verdict}/",
            count=counts[verdict],
        )
        for verdict in sorted(counts, key=lambda each: (order.index(each) if each in order else len(order), each))
    )


def _term_or_unsaid(context: SiteContext, vocabulary: str, term: str) -> str:
    if term == UNSAID:
        return context.wording.gettext("No verdict given")
    return term_title(context.structure, vocabulary, term, context.language)
