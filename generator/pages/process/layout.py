"""The layout of every page of a process: breadcrumbs, list of pages, language switch, pager."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import escape
from msgspec import Struct

from generator.markup import TocEntry
from generator.model.site import ROOT, Alternate, Page
from generator.pages.process.downloads import Download, downloads
from generator.rendering.authorship import notices
from generator.rendering.links import Link, inside
from generator.rendering.templates import render
from generator.views.process import ProcessView
from generator.views.process_page import ProcessPage
from generator.views.translated import translated_pages
from generator.wording import DIRECTIONS

SHORT_LIST = 3
"""Number of meetings above which the list of pages folds them into one line."""


class Layout(Struct, frozen=True, kw_only=True):
    """What `process/layout.html` shows."""

    kind: str
    process_id: str
    title: str
    crumbs: tuple[Link, ...]
    switch: tuple[Switch, ...]
    findings: tuple[str, ...]
    notices: tuple[str, ...]
    """Who wrote it, where that was not the convening body; that it is made up."""
    actions: tuple[Download, ...]
    """The whole document in its editions; the record has a row of buttons of its own."""
    permalink: str | None
    edit_url: str | None


class Switch(Struct, frozen=True, kw_only=True):
    """The same page in a language."""

    language: str
    direction: str
    title: str
    """The language's name in that language."""
    url: str
    is_current: bool


def make_page(
    view: ProcessView,
    entry: ProcessPage,
    template: str,
    values: Mapping[str, object],
    *,
    title: str = "",
    description: str = "",
    toc: tuple[TocEntry, ...] = (),
    side: str = "",
    head: str = "",
    source: str | None = None,
    markdown: Callable[[], str] | None = None,
    is_listed: bool = True,
    url: str = "",
    image: str = "",
) -> Page:
    """A page of the process. `entry` is its line of the side list; `url` differs from it on later pages of a list."""
    url = url or entry.url
    is_record = entry.kind == "process"
    title = title or entry.title
    alternates = _alternates(view, entry)
    layout = Layout(
        kind=entry.kind,
        process_id=view.process.id,
        title=title,
        crumbs=_crumbs(view, is_record=is_record),
        switch=_switch(view, alternates),
        findings=view.cross_references.findings,
        notices=view.once("notices", lambda: notices(view.process, view.context, view.language)),
        actions=() if is_record else tuple(each for each in downloads(view) if each.is_edition),
        permalink=view.context.absolute(url) if view.context.site_url else None,
        edit_url=view.context.edit_address(source),
    )
    return Page(
        url=url,
        kind=entry.kind,
        title=title if is_record else f"{title} · {view.title}",
        description=description,
        language=view.language,
        body=render(template, view.language, {**values, "layout": layout}),
        section="catalogue",
        layout="process",
        side=side_list(view, entry) + side,
        toc=_toc(view, toc),
        pager=_pager(view, entry),
        head=head,
        alternates=alternates if len(alternates) > 1 else (),
        source=source,
        markdown=markdown,
        is_listed=is_listed,
        image=image,
    )


def side_list(view: ProcessView, current: ProcessPage) -> str:
    """HTML of the list of the process's pages, with the current one marked."""
    is_open = current.kind == "meeting"
    unmarked = view.once(f"side {is_open}", lambda: _side_list(view, is_open=is_open))
    link = f'<a href="{ROOT}{escape(current.url)}"'
    return unmarked.replace(link, f'{link} aria-current="page"', 1)


def _side_list(view: ProcessView, *, is_open: bool) -> str:
    meetings = [each.url for each in view.entries if each.kind == "meeting"]
    is_long = len(meetings) > SHORT_LIST
    values = {
        "entries": view.entries,
        "first_meeting": meetings[0] if is_long else "",
        "last_meeting": meetings[-1] if is_long else "",
        "meeting_count": len(meetings),
        "is_open": is_open,
        "language": view.language,
        "direction": view.wording.direction,
    }
    return render("process/side.html", view.language, values)


def _crumbs(view: ProcessView, *, is_record: bool) -> tuple[Link, ...]:
    top = inside("", view.wording.gettext("Processes"))
    if is_record:
        ministry = view.ministry(view.process.record.ministry)
        return (top, ministry) if ministry.url else (top,)
    return top, inside(view.url, view.title)


def _alternates(view: ProcessView, entry: ProcessPage) -> tuple[Alternate, ...]:
    """The same page in the other languages that have it."""
    process = view.process
    rest = entry.url.removeprefix(view.url)
    translated = [
        Alternate(language=each.language, url=f"{process.url}{each.language}/{rest}")
        for each in process.translations
        if rest in translated_pages(each)
    ]
    return (Alternate(language=process.record.language, url=f"{process.url}{rest}"), *translated) if translated else ()


def _switch(view: ProcessView, alternates: tuple[Alternate, ...]) -> tuple[Switch, ...]:
    return tuple(
        Switch(
            language=each.language,
            direction=DIRECTIONS.get(each.language, "rtl"),
            title=_OWN_NAMES.get(each.language, each.language),
            url=each.url,
            is_current=each.language == view.language,
        )
        for each in (alternates if len(alternates) > 1 else ())
    )


_OWN_NAMES = {"he": "עברית", "ar": "العربية", "en": "English"}
"""A language switch names each language as its readers do, whatever the language of the page."""


def _pager(view: ProcessView, entry: ProcessPage) -> str:
    places = [each.url for each in view.entries]
    index = places.index(entry.url)
    before = view.entries[index - 1] if index else None
    after = view.entries[index + 1] if index + 1 < len(places) else None
    if before is None and after is None:
        return ""
    return render("process/pager.html", view.language, {"before": before, "after": after})


def _toc(view: ProcessView, toc: tuple[TocEntry, ...]) -> str:
    """HTML of the list of a chapter's headings, its two upper levels; empty for fewer than two headings."""
    if len(toc) < 2:
        return ""
    top = min(each.level for each in toc)
    groups: list[tuple[TocEntry, list[TocEntry]]] = []
    for each in toc:
        if each.level == top or not groups:
            groups.append((each, []))
        elif each.level == top + 1:
            groups[-1][1].append(each)
    values = {"groups": groups, "language": view.language, "direction": view.wording.direction}
    return render("process/toc.html", view.language, values)
