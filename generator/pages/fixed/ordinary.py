"""Pages that belong to no process and list none: ordinary pages, the accessibility statement, the 404 page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.model import urls
from generator.model.dates import PartialDate
from generator.model.published import OrdinaryPage, PublishedCatalogue
from generator.model.site import Job
from generator.pages.lists.ministries import MinistryLine
from generator.pages.parts.site_page import Head, Prose, page_job
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.panel import version_day

MINISTRIES_SHOWN = 40
"""On the 404 page: those with most processes."""
STANDARD = "WCAG 2.2"
"""What the pages are made to meet, whatever the statement says of the site around them."""


class KnownGap(Struct, frozen=True, kw_only=True):
    text: str
    alternative: str


class Statement(Struct, frozen=True, kw_only=True):
    """The facts of the accessibility statement; what the site's editors did not write is empty."""

    standard: str
    level: str
    updated: PartialDate | None
    coordinator: str
    phone: str
    email: str
    tested_with: tuple[str, ...]
    gaps: tuple[KnownGap, ...]
    report: str


def ordinary_jobs(
    catalogue: PublishedCatalogue, cross_references: CrossReferences, context: SiteContext, key: str
) -> Iterator[Job]:
    """`about.md` -> `/about/`, and so on."""
    for page in catalogue.pages:
        yield page_job(_ordinary_head(page), _ordinary_values(page, cross_references, context), context, key)


def accessibility_jobs(facts: Mapping[str, object], context: SiteContext, key: str) -> Iterator[Job]:
    """`/accessibility/`, also where no facts are written: the page then says that they are missing."""
    wording = context.wording
    head = Head(
        kind="accessibility",
        url=urls.ACCESSIBILITY,
        title=wording.gettext("Accessibility statement"),
        template="fixed/accessibility.html",
        description=wording.gettext(
            "What this site does to be open to everyone, what is still missing, and whom to ask."
        ),
        layout="plain",
    )
    yield page_job(head, {"facts": statement(facts) if facts else None, "own_standard": STANDARD}, context, key)


def not_found_jobs(lines: tuple[MinistryLine, ...], context: SiteContext, key: str) -> Iterator[Job]:
    """`/404.html`: a search, and the ministries."""
    head = Head(
        kind="404",
        url=urls.NOT_FOUND,
        title=context.wording.gettext("The page was not found"),
        template="fixed/not-found.html",
        layout="plain",
    )
    most = sorted(lines, key=lambda line: (-line.processes, line.id))[:MINISTRIES_SHOWN]
    shown = [line for line in lines if line in most]
    values = {"bodies": [(line.name, line.url) for line in shown], "has_more": len(lines) > len(shown)}
    yield page_job(head, values, context, key)


def statement(facts: Mapping[str, object]) -> Statement:
    """The facts as typed values; `facts` has the names of `structure.yml`."""
    coordinator = _map(facts.get("coordinator"))
    updated = facts.get("updated")
    return Statement(
        standard=_text(facts.get("standard")),
        level=_text(facts.get("level")),
        updated=updated if isinstance(updated, PartialDate) else None,
        coordinator=_text(coordinator.get("name")),
        phone=_text(coordinator.get("phone")),
        email=_text(coordinator.get("email")),
        tested_with=tuple(_text(each) for each in _list(facts.get("tested_with"))),
        gaps=tuple(
            KnownGap(text=_text(gap.get("text")), alternative=_text(gap.get("alternative")))
            for gap in map(_map, _list(facts.get("known_gaps")))
        ),
        report=_text(facts.get("report")),
    )


def _ordinary_head(page: OrdinaryPage) -> Head:
    return Head(
        kind="page",
        url=page.url,
        title=page.title,
        template="fixed/ordinary.html",
        description=page.description,
        layout="plain",
        source=page.path,
    )


def _ordinary_values(page: OrdinaryPage, cross_references: CrossReferences, context: SiteContext) -> dict[str, object]:
    body = Prose(body=page.body, title=page.title, urls=cross_references.urls)
    return {
        "body": body,
        "edit_url": context.edit_address(page.path),
        "day": version_day(page, context.wording),
        "is_waiting": page.is_waiting,
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()
