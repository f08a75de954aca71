"""The appendix of participants: who took part, as far as they agreed to be named."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.model.published import PublishedParticipants
from generator.model.site import ROOT, Page
from generator.pages.process.layout import make_page
from generator.pages.process.sector_chart import sector_chart
from generator.structure import FieldSpec
from generator.views.participants import participants_sentences
from generator.views.process import ProcessView

PAGED_ABOVE = 1_000
"""Up to so many rows stand on one page, which a browser sorts in one go."""
PER_PAGE = 500


class Number(Struct, frozen=True, kw_only=True):
    """A figure of the head of the page."""

    title: str
    value: int


class PageLink(Struct, frozen=True, kw_only=True):
    number: int
    url: str
    is_current: bool


def participants_pages(view: ProcessView) -> Iterator[Page]:
    """`/<id>/participants/`, and `…/page/2/` and on when the list is long."""
    people = view.process.participants
    if people is None:
        return
    entry = view.entry(view.process.urls.participants)
    chunks = _chunks(people)
    urls = [entry.url if index == 0 else f"{entry.url}page/{index + 1}/" for index in range(len(chunks))]
    wording = view.wording
    for index, listed in enumerate(chunks):
        values = {
            "is_first": index == 0,
            "numbers": _numbers(people, view) if index == 0 else (),
            "sentences": _sentences(people, view) if index == 0 else (),
            "chart": sector_chart(view) if index == 0 else None,
            "listed": listed,
            "heads": tuple(_head(name, view) for name in ("name", "role", "organisation")),
            "organisations": people.organisations if index == 0 else (),
            "pages": tuple(
                PageLink(number=number + 1, url=f"{ROOT}{url}", is_current=number == index)
                for number, url in enumerate(urls)
            )
            if len(urls) > 1
            else (),
        }
        title = entry.title
        if index:
            title = wording.gettext("%(title)s – page %(number)s") % {"title": title, "number": index + 1}
        yield make_page(
            view,
            entry,
            "process/participants.html",
            values,
            title=title,
            url=urls[index],
            description=view.process.record.short_description,
            head=f'<script src="{ROOT}assets/js/tables.js" defer></script>' if listed else "",
        )


def _chunks(people: PublishedParticipants) -> list[tuple[object, ...]]:
    rows = people.listed
    if len(rows) <= PAGED_ABOVE:
        return [rows]
    return [rows[start : start + PER_PAGE] for start in range(0, len(rows), PER_PAGE)]


def _numbers(people: PublishedParticipants, view: ProcessView) -> tuple[Number, ...]:
    _ = view.wording.gettext
    total = view.process.record.participants_count
    shown = [
        (_("Took part"), total) if total is not None else (_("Took part, at least"), people.count),
        (_("Published in the list"), len(people.listed)),
        (_("Organisations"), len(people.organisations)),
    ]
    return tuple(Number(title=title, value=value) for title, value in shown if value)


def _sentences(people: PublishedParticipants, view: ProcessView) -> tuple[str, ...]:
    """What is not in the list, and on what basis the rest is published."""
    basis = (
        view.wording.gettext("Basis of publication: %(basis)s.") % {"basis": people.basis.rstrip(".")}
        if people.basis
        else ""
    )
    return tuple(filter(None, (*participants_sentences(view), basis)))


def _head(name: str, view: ProcessView) -> str:
    specs: tuple[FieldSpec, ...] = view.structure.participant
    return next((spec.title.in_language(view.language) for spec in specs if spec.id == name), name)
