"""A process as a list shows it: the one card of the catalogue, the facet pages, the ministries' pages and the search."""

from __future__ import annotations

from msgspec import Struct

from generator.model import urls
from generator.model.content import Translation
from generator.model.dates import PartialDate
from generator.model.published import FederatedProcess, PublishedProcess
from generator.rendering.context import SiteContext
from generator.rendering.picture import Picture, picture_of
from generator.rendering.templates import render
from generator.rendering.terms import State, state_of, term_title
from generator.wording import DIRECTIONS


class Card(Struct, frozen=True, kw_only=True):
    """Words are in the site's language; `title` and `description` too where they are translated, else in the process's own."""

    id: str
    url: str
    """Relative to the root; absolute for a process of another catalogue."""
    language: str
    direction: str
    title: str
    description: str
    state: State
    ministry: str
    ministry_url: str | None
    period: str
    """The years it took: `2016`, `2016–2017`; empty when no date is known."""
    facts: tuple[str, ...]
    """Methods and number of participants; only what is known."""
    promises: str = ""
    """How many were kept; empty for a process that made none."""
    promises_url: str = ""
    is_example: bool = False
    picture: Picture | None = None
    source: str | None = None
    """The catalogue it comes from, when that is another one."""


def card_of(process: PublishedProcess, context: SiteContext) -> Card:
    """The card of a process of this catalogue."""
    record, wording, translation = process.record, context.wording, translation_of(process, context)
    language = translation.language if translation else record.language
    ministry = context.ministries.get(record.ministry)
    name = process.ministry_name.get(context.language) or (ministry.name_in(context.language) if ministry else "")
    kept = sum(published.promise.status == "kept" for published in process.promises)
    promises = ""
    if total := len(process.promises):
        promises = wording.ngettext("%(kept)s of %(total)s promise kept", "%(kept)s of %(total)s promises kept", total)
        promises %= {"kept": wording.number(kept), "total": wording.number(total)}
    return Card(
        id=process.id,
        url=process.urls.in_language(language).base if translation else process.url,
        language=language,
        direction=DIRECTIONS.get(language, "rtl"),
        title=translation.title if translation else record.title,
        description=translation.short_description if translation else record.short_description,
        state=state_of(context.structure, "status", record.status, context.language),
        ministry=name or record.ministry,
        ministry_url=urls.ministry(ministry.id) if ministry else None,
        period=_years(record.start_date, record.end_date),
        facts=(*_methods(record.methods, context), *_participants(record.participants_count, context)),
        promises=promises,
        promises_url=process.urls.promises if promises else "",
        is_example=record.example,
        picture=picture_of(process),
    )


def translation_of(process: PublishedProcess, context: SiteContext) -> Translation | None:
    """The process's own page in the site's language, where it is written in another one."""
    return next((each for each in process.translations if each.has_record and each.language == context.language), None)


def federated_card(process: FederatedProcess, context: SiteContext) -> Card:
    """The card of a process of another catalogue: it leads there."""
    return Card(
        id=process.id,
        url=process.url,
        language=process.language,
        direction=DIRECTIONS.get(process.language, "rtl"),
        title=process.title,
        description=process.short_description,
        state=state_of(context.structure, "status", process.status, context.language),
        ministry=process.ministry_name,
        ministry_url=None,
        period=_years(process.start_date, process.end_date),
        facts=(*_methods(process.methods, context), *_participants(process.participants_count, context)),
        source=process.source,
    )


def render_card(card: Card, context: SiteContext) -> str:
    """The card's HTML; links begin with `ROOT`."""
    return render("parts/card.html", context.language, {"card": card})


def participants_text(count: int, context: SiteContext, language: str | None = None) -> str:
    """`132 participants`, in the site's language or another."""
    wording = context.wording_for(language or context.language)
    return wording.ngettext("%(count)s participant", "%(count)s participants", count) % {"count": wording.number(count)}


def _methods(methods: tuple[str, ...], context: SiteContext) -> tuple[str, ...]:
    return tuple(term_title(context.structure, "method", method, context.language) for method in methods)


def _participants(count: int | None, context: SiteContext) -> tuple[str, ...]:
    return () if count is None else (participants_text(count, context),)


def _years(start: PartialDate | None, end: PartialDate | None) -> str:
    return "–".join(str(year) for year in sorted({date.year for date in (start, end) if date}))
