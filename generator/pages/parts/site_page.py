"""Pages of the site that belong to no process: what they have in common, and how one is put together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Literal

from markupsafe import Markup, escape
from msgspec import Struct

from generator.model.content import Body
from generator.model.digest import digest
from generator.model.site import ROOT, Job, NavSection, Page, PageLayout, SiteFile, page_file
from generator.rendering.context import SiteContext
from generator.rendering.graphs import Graph, draw
from generator.rendering.markdown_bodies import rendered
from generator.rendering.templates import render
from generator.wording import Wording


class Crumb(Struct, frozen=True, kw_only=True):
    title: str
    url: str


class Prose(Struct, frozen=True, kw_only=True):
    """Authored Markdown that a page shows; it is made HTML only when the page is."""

    body: Body
    title: str
    """Of the page: a first heading that repeats it is left out."""
    urls: Mapping[str, str]
    """Source path -> URL of what its links may lead to."""


class Head(Struct, frozen=True, kw_only=True):
    """Which page it is: what all pages of one list have in common."""

    kind: str
    """The value of `data-sikum-page`."""
    url: str
    title: str
    template: str
    description: str = ""
    section: NavSection | Literal[""] = ""
    layout: PageLayout = "wide"
    crumbs: tuple[Crumb, ...] = ()
    head: str = ""
    """Ready HTML for `<head>`, on the first page alone."""
    has_tables: bool = False
    """Whether it has tables that can be sorted, and so needs their script."""
    source: str | None = None


def section_head(
    section: NavSection,
    url: str,
    title: str,
    crumbs: tuple[Crumb, ...],
    description: str = "",
    template: str = "",
    *,
    has_tables: bool = False,
) -> Head:
    """The head of a list in a section that is named as the section, with the section's own template if no other is given."""
    return Head(
        kind=section,
        url=url,
        title=title,
        template=template or f"lists/{section}.html",
        description=description or title,
        section=section,
        has_tables=has_tables,
        crumbs=crumbs,
    )


def page_of(head: Head, values: Mapping[str, object], context: SiteContext, *, number: int = 1, url: str = "") -> Page:
    """The page: its template, filled; graphs among the values are drawn, and prose is made HTML."""
    filled = {name: _filled(value, context) for name, value in values.items()}
    script = f'<script src="{ROOT}assets/js/tables.js" defer></script>' if head.has_tables else ""
    title = head.title if number == 1 else f"{head.title} – {page_text(number, context.wording)}"
    return Page(
        url=url or head.url,
        kind=head.kind,
        title=title,
        description=head.description,
        language=context.language,
        body=render(head.template, context.language, {"page": head, **filled}) + permalink(url or head.url, context),
        section=head.section,
        layout=head.layout,
        head=script + (head.head if number == 1 else ""),
        source=head.source if number == 1 else None,
    )


def permalink(url: str, context: SiteContext) -> str:
    """The page's address, which comes back on every sheet when the page is printed; the 404 page has none."""
    if not context.site_url or url == "404.html":
        return ""
    return f'<p class="permalink print-only"><span>{escape(context.absolute(url))}</span></p>'


def _filled(value: object, context: SiteContext) -> object:
    if isinstance(value, Graph):
        return draw(value, context.wording)
    if isinstance(value, Prose):
        html = rendered(value.body, value.urls, context.wording, title=value.title).html
        return Markup(html)  # noqa: S704 - cleaned by the renderer
    return value


def page_job(head: Head, values: Mapping[str, object], context: SiteContext, key: str) -> Job:
    """The job of a page that is no list; `key` covers what `context` holds."""
    build = partial(_plain_page, head, values, context)
    return Job(f"page/{head.url or 'index'}", digest(key, head, values), build)


def _plain_page(head: Head, values: Mapping[str, object], context: SiteContext) -> tuple[SiteFile, ...]:
    return (page_file(page_of(head, values, context)),)


def page_text(number: int, wording: Wording) -> str:
    """`page 2`."""
    return wording.gettext("page %(number)s") % {"number": wording.number(number)}
