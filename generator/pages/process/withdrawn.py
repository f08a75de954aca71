"""The page of a withdrawn process: a notice at its address that says why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model import urls
from generator.model.digest import digest
from generator.model.published import PublishedCatalogue, WithdrawnNotice
from generator.model.site import Job, Page, SiteFile, page_file
from generator.pages.parts.site_page import permalink
from generator.rendering.context import SiteContext
from generator.rendering.links import Link, inside
from generator.rendering.templates import render
from generator.rendering.terms import state_of


def withdrawn_jobs(catalogue: PublishedCatalogue, context: SiteContext) -> Iterator[Job]:
    """One job for each withdrawn process; the page is on no list."""
    for notice in catalogue.withdrawn:
        yield Job(
            id=f"withdrawn/{notice.id}",
            key=digest("withdrawn", context.key, notice),
            build=partial(_build, notice, context),
        )


def _build(notice: WithdrawnNotice, context: SiteContext) -> tuple[SiteFile, ...]:
    return (page_file(withdrawn_page(notice, context)),)


def withdrawn_page(notice: WithdrawnNotice, context: SiteContext) -> Page:
    """The notice at the process's own URL: title, body, date, explanation."""
    wording = context.wording_for(notice.language)
    ministry = context.ministries.get(notice.ministry)
    values = {
        "notice": notice,
        "top": inside("", wording.gettext("Processes")),
        "state": state_of(context.structure, "status", "withdrawn", notice.language),
        "ministry": inside(urls.ministry(ministry.id), ministry.name_in(notice.language))
        if ministry
        else Link(notice.ministry),
    }
    return Page(
        url=notice.url,
        kind="process",
        title=notice.title,
        language=notice.language,
        body=render("process/withdrawn.html", notice.language, values) + permalink(notice.url, context),
        section="catalogue",
        is_listed=False,
    )
