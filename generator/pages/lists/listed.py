"""What lists, figures and indexes need of each process, extracted once from what is published of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.model.commitments import ClosingTarget
from generator.model.content import Lesson, Translation
from generator.model.dates import PartialDate
from generator.model.digest import digest
from generator.model.localities import locality_codes
from generator.model.order import catalogue_order
from generator.model.published import (
    FederatedProcess,
    PublishedOutcome,
    PublishedProcess,
    PublishedPromise,
)
from generator.model.record import Waiver
from generator.model.site import ROOT
from generator.model.urls import ProcessUrls
from generator.rendering.card import card_of, federated_card, render_card, translation_of
from generator.rendering.context import SiteContext
from generator.rendering.links import Link, in_short
from generator.rendering.paging import Item
from generator.views.references import References
from generator.views.translated import in_language
from generator.wording import DIRECTIONS


class Place(Struct, frozen=True, kw_only=True):
    """A link to a process as tables and headings show it: in the site's language where it is translated, else in its own."""

    title: str
    href: str
    language: str
    direction: str
    text_language: str
    """Of what is quoted from the process beside its title."""
    text_direction: str
    end_date: PartialDate | None


class ListedProcess(Struct, frozen=True, kw_only=True):
    """One process among all. `card` is its place on every list of cards."""

    id: str
    url: str
    """Relative to the root; absolute for a process of another catalogue."""
    title: str
    language: str
    ministry: str
    ministry_name: str
    """Of the process's own time, in the site's language."""
    kind: str
    methods: tuple[str, ...]
    topics: tuple[str, ...]
    districts: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    status: str
    is_example: bool = False
    """Made up: it has a card on lists, and no part in what they count."""
    start_date: PartialDate | None
    end_date: PartialDate | None
    output_sent: PartialDate | None
    closing_lag_days: int | None
    participants_count: int | None
    closing_target: ClosingTarget | None = None
    waived: tuple[Waiver, ...] = ()
    explained: tuple[Waiver, ...] = ()
    """The same as pages tell them, in the site's language where they are translated."""
    promises: tuple[PublishedPromise, ...] = ()
    outcomes: tuple[PublishedOutcome, ...] = ()
    unmet_url: str | None = None
    """Where it says which expectations were not met; looked for only when a promise was not kept."""
    evidence: tuple[Link | None, ...] = ()
    """For each promise what proves it, as a link where it leads somewhere."""
    lessons: tuple[tuple[str, Lesson], ...] = ()
    """URL of the chapter it stands in, and the lesson."""
    told: tuple[str, ...] = ()
    """Promises, outcomes, waivers (`promise#id`) and URLs of lessons' chapters whose words are in the site's language,
    where the process is written in another one."""
    sectors: tuple[str, ...] = ()
    """Sectors that participants came from, as far as that is published."""
    translations: tuple[Place, ...] = ()
    """Its own pages in other languages."""
    translated: Place | None = None
    """Its page in the site's language, where it is written in another one."""
    source: str | None = None
    """The catalogue it comes from, when that is another one."""
    card: Item

    @property
    def order(self) -> tuple[tuple[int, int, int], str]:
        """The catalogue's order: newest `end_date` first, without a date before all, then id (spec 3.5)."""
        return catalogue_order(self.end_date, self.id)

    @property
    def place(self) -> Place:
        """Where readers of the site are led to."""
        return self.translated or self.written

    def place_of(self, told: str) -> Place:
        """Where readers are led to, beside the words of one of its items (`promise#id`, or the URL of a lesson's chapter)."""
        place = self.place
        if told not in self.told:
            return place
        return replace(place, text_language=place.language, text_direction=place.direction)

    def href_of(self, told: str, page: Callable[[ProcessUrls], str]) -> str:
        """What a link to one of its items holds: on the pages of the translation, where that has words for it."""
        own = ProcessUrls(self.url)
        return address(page(own.in_language(self.place.language) if told in self.told else own))

    @property
    def written(self) -> Place:
        """The process in its own language."""
        direction = DIRECTIONS.get(self.language, "rtl")
        return Place(
            title=self.title,
            href=address(self.url),
            language=self.language,
            direction=direction,
            text_language=self.language,
            text_direction=direction,
            end_date=self.end_date,
        )

    @property
    def year(self) -> int | None:
        return self.end_date.year if self.end_date else None

    @property
    def heading(self) -> tuple[object, ...]:
        """What any row or item shows of the process itself: part of the key of each."""
        name = (self.id, self.url, self.title, self.language, self.source, self.translated, self.told)
        return (*name, self.ministry, self.ministry_name, self.end_date)


def address(url: str) -> str:
    """What a link holds: a URL of the site from its root, one of another site as it is."""
    return url if "://" in url else f"{ROOT}{url}"


def listed(process: PublishedProcess, context: SiteContext) -> ListedProcess:
    """A process of this catalogue as lists see it."""
    record = process.record
    names = process.ministry_name
    ministry = context.ministries.get(record.ministry)
    own_name = names.get(context.language) or names.get("he")
    kept = sum(each.promise.status == "kept" for each in process.promises)
    translation, places = translation_of(process, context), tuple(_translations(process))
    named = (translation.title, translation.short_description) if translation else ()
    told = in_language(process, translation) if translation else process
    shown = (
        process.id,
        named,
        (record.title, record.short_description, record.language, record.status, record.ministry, dict(names)),
        (record.methods, record.start_date, record.end_date, record.participants_count, kept, len(process.promises)),
        (record.kind, record.output.continuation, record.example),
    )
    return ListedProcess(
        id=process.id,
        url=process.url,
        title=record.title,
        language=record.language,
        ministry=record.ministry,
        ministry_name=own_name or (ministry.name_in(context.language) if ministry else record.ministry),
        kind=record.kind,
        methods=record.methods,
        topics=record.topics,
        districts=record.extra_values("districts"),
        localities=locality_codes(record),
        status=record.status,
        is_example=record.example,
        start_date=record.start_date,
        end_date=record.end_date,
        output_sent=record.closing.output_sent,
        closing_lag_days=process.closing_lag_days,
        participants_count=record.participants_count,
        waived=record.closing.waived,
        explained=told.record.closing.waived,
        promises=told.promises,
        outcomes=told.outcomes,
        closing_target=process.closing_target,
        unmet_url=_unmet_url(process, translation),
        evidence=_evidence(process, context),
        lessons=tuple(_lessons(process, translation)),
        told=tuple(_told(process, translation)) if translation else (),
        translations=places,
        translated=next((each for each in places if each.language == context.language), None),
        sectors=tuple(each.sector for each in process.participants.sectors) if process.participants else (),
        card=Item(digest(shown), lambda: render_card(card_of(process, context), context)),
    )


def _unmet_url(process: PublishedProcess, translation: Translation | None) -> str | None:
    if not any(each.promise.status == "not-kept" for each in process.promises):
        return None
    own = process.urls.in_language(translation.language) if translation else process.urls
    places = [(own, each) for each in translation.chapters] if translation else []
    places += [(process.urls, each) for each in process.chapters]
    return next((f"{urls.chapter(each.stem)}#unmet" for urls, each in places if "unmet" in each.parts), None)


def _evidence(process: PublishedProcess, context: SiteContext) -> tuple[Link | None, ...]:
    references = References(process, context.structure, context.language)
    written = (each.promise.evidence for each in process.promises)
    return tuple(in_short(references.resolve(text).link) if text else None for text in written)


def _lessons(process: PublishedProcess, translation: Translation | None) -> Iterator[tuple[str, Lesson]]:
    """The lessons, in the words of the translation where it has as many of a chapter."""
    translated = {each.stem: each for each in translation.chapters} if translation else {}
    for chapter in process.chapters:
        own, url = translated.get(chapter.stem), f"{process.url}{chapter.stem}/"
        if translation and own and len(own.lessons) == len(chapter.lessons):
            url = process.urls.in_language(translation.language).chapter(chapter.stem)
            pairs = zip(chapter.lessons, own.lessons, strict=True)
            yield from (
                (url, replace(lesson, text=said.text, theme=said.theme or lesson.theme)) for lesson, said in pairs
            )
        else:
            yield from ((url, lesson) for lesson in chapter.lessons)


def _told(process: PublishedProcess, translation: Translation) -> Iterator[str]:
    """What the translation has words for."""
    yield from (f"promise#{each.id}" for each in translation.promises)
    yield from (f"outcome#{each.id}" for each in translation.outcomes)
    yield from (
        f"waived#{place.rpartition('.')[2]}" for place in translation.words if place.startswith("closing.waived.")
    )
    own = process.urls.in_language(translation.language)
    yield from (own.chapter(each.stem) for each in translation.chapters if each.lessons)


def _translations(process: PublishedProcess) -> Iterator[Place]:
    for translation in process.translations:
        if translation.has_record:
            yield Place(
                title=translation.title,
                href=address(process.urls.in_language(translation.language).base),
                language=translation.language,
                direction=DIRECTIONS.get(translation.language, "rtl"),
                text_language=process.record.language,
                text_direction=DIRECTIONS.get(process.record.language, "rtl"),
                end_date=process.record.end_date,
            )


def listed_elsewhere(remote: FederatedProcess, context: SiteContext) -> ListedProcess:
    """A process of another catalogue as lists see it: what that catalogue says of it."""
    return ListedProcess(
        id=remote.id,
        url=remote.url,
        title=remote.title,
        language=remote.language,
        ministry=remote.ministry,
        ministry_name=remote.ministry_name,
        kind=remote.kind,
        methods=remote.methods,
        topics=remote.topics,
        status=remote.status,
        start_date=remote.start_date,
        end_date=remote.end_date,
        output_sent=remote.output_sent,
        closing_lag_days=remote.closing_lag_days,
        participants_count=remote.participants_count,
        source=remote.source,
        card=Item(digest(remote), lambda: render_card(federated_card(remote, context), context)),
    )
