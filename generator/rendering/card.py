"""A process on a list: the few facts that its card shows, and their words in the language of the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess, RemoteProcess
from generator.model.site import ROOT
from generator.rendering.context import SiteContext
from generator.rendering.templates import render
from generator.structure import Structure
from generator.wording import DIRECTIONS, Wording

STAGE_ON_THE_WAY = "next-stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a list shows of one process. Its digest says whether a list that holds it has to be made again."""

    id: str
    url: str
    """Relative to the site's root; of another catalogue's process absolute."""
    title: str
    short_description: str
    language: str
    status: str
    ministry: str
    ministry_name: str
    """In the site's language, of the process's own time."""
    kind: str
    methods: tuple[str, ...] = ()
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    participants_count: int | None = None
    promise_count: int = 0
    kept_count: int = 0
    is_stage: bool = False
    """The output is a stage on the way, not the final summary."""
    source: str | None = None
    """Title of the catalogue it comes from; None for a process of this one."""

    @property
    def order(self) -> tuple[tuple[int, int, int], str]:
        """The catalogue's order: newest `end_date` first, without a date before all, then id (spec 3.5)."""
        end = self.end_date
        date = (-end.year, -(end.month or 0), -(end.day or 0)) if end else (-10_000, 0, 0)
        return date, self.id


def card_of(process: PublishedProcess, language: str) -> Card:
    """The card of a process of this catalogue on a site in `language`."""
    record = process.record
    names = process.ministry_name
    return Card(
        id=process.id,
        url=process.url,
        title=record.title,
        short_description=record.short_description,
        language=record.language,
        status=record.status,
        ministry=record.ministry,
        ministry_name=names.get(language) or names.get("he") or record.ministry,
        kind=record.kind,
        methods=record.methods,
        start_date=record.start_date,
        end_date=record.end_date,
        participants_count=record.participants_count,
        promise_count=len(process.promises),
        kept_count=sum(each.promise.status == "kept" for each in process.promises),
        is_stage=record.output.continuation == STAGE_ON_THE_WAY,
    )


def card_of_remote(remote: RemoteProcess) -> Card:
    """The card of another catalogue's process, which says where it comes from."""
    return Card(
        id=remote.id,
        url=remote.url,
        title=remote.title,
        short_description=remote.short_description,
        language=remote.language,
        status=remote.status,
        ministry=remote.ministry,
        ministry_name=remote.ministry_name,
        kind=remote.kind,
        methods=remote.methods,
        start_date=remote.start_date,
        end_date=remote.end_date,
        participants_count=remote.participants_count,
        source=remote.source,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card in words: what `templates/partials/card.html` asks for."""

    id: str
    href: str
    title: str
    short_description: str
    language: str
    direction: str
    site_language: str
    site_direction: str
    is_foreign: bool
    """In another language than the site: the card's own direction, the facts in the site's."""
    status: str
    status_title: str
    ministry_name: str
    ministry_href: str
    period: str
    """Empty when no date is known."""
    facts: tuple[str, ...]
    source: str | None


def card_view(card: Card, context: SiteContext) -> CardView:
    """The card in the words of the site."""
    wording, structure = context.wording, context.structure
    return CardView(
        id=card.id,
        href=address(card.url),
        title=card.title,
        short_description=card.short_description,
        language=card.language,
        direction=DIRECTIONS.get(card.language, "rtl"),
        site_language=wording.language,
        site_direction=wording.direction,
        is_foreign=card.language != wording.language,
        status=card.status,
        status_title=term_title(structure, "status", card.status, wording),
        ministry_name=card.ministry_name,
        ministry_href=f"{ROOT}ministries/{card.ministry}/",
        period=years(card.start_date, card.end_date),
        facts=tuple(_facts(card, structure, wording)),
        source=card.source,
    )


def card_html(card: Card, context: SiteContext) -> str:
    """The card as an `<li>`; the same on every list."""
    return render("partials/card.html", context.language, {"card": card_view(card, context)})


def address(url: str) -> str:
    """What a link holds: an address of the site from its root, any other as it is."""
    return url if "://" in url else f"{ROOT}{url}"


def term_title(structure: Structure, vocabulary: str, term_id: str | None, wording: Wording) -> str:
    """The title of a vocabulary's term; an id that it does not know as it is written."""
    terms = structure.vocabularies[vocabulary].terms if vocabulary in structure.vocabularies else ()
    found = next((term for term in terms if term.id == term_id), None)
    return wording.text(found.title) if found else term_id or ""


def years(start: PartialDate | None, end: PartialDate | None) -> str:
    """The years a process took: `2016`, `2016–2017`, empty when no date is known."""
    found = sorted({date.year for date in (start, end) if date})
    return "–".join(str(year) for year in found)


def participants_in_words(count: int | None, wording: Wording) -> str:
    """`132 participants`, or that the number is not known."""
    if count is None:
        return wording.gettext("Number of participants unknown")
    shown = wording.number(count)
    return wording.ngettext("%(shown)s participant", "%(shown)s participants", count) % {"shown": shown}


def kept_in_words(kept: int, total: int, wording: Wording) -> str:
    """`4 of 6 promises kept`."""
    words = wording.ngettext("%(kept)s of %(total)s promise kept", "%(kept)s of %(total)s promises kept", total)
    return words % {"kept": wording.number(kept), "total": wording.number(total)}


def _facts(card: Card, structure: Structure, wording: Wording) -> Iterable[str]:
    yield term_title(structure, "kind", card.kind, wording)
    for method in card.methods[:2]:
        yield term_title(structure, "method", method, wording)
    yield participants_in_words(card.participants_count, wording)
    if card.is_stage:
        yield term_title(structure, "continuation", STAGE_ON_THE_WAY, wording)
    if card.promise_count:
        yield kept_in_words(card.kept_count, card.promise_count, wording)
