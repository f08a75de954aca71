"""The editions that are pages of the site: the whole document, one page, a hand-out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editions.brief import brief_of
from generator.editions.context import EditionContext, edition_of
from generator.editions.document import document_of
from generator.editions.summary import handout_of
from generator.model.digest import digest
from generator.model.site import ROOT, Job, Page, SiteFile, page_file
from generator.rendering.templates import render
from generator.views.asked_editions import asked_editions
from generator.views.process import ProcessView
from generator.views.translated import whole_translations

STYLES = f'<link rel="stylesheet" href="{ROOT}assets/css/editions.css">'


def process_job(view: ProcessView, key: str) -> Job:
    """The process's `print/`, its `brief/` when there are bottom lines, and its `handout/` when the profile asks.

    A translation of the whole has the same, below its own address. `view`: that of the pages, so that nothing is worked out
    for both. `key` covers it.
    """
    process = view.process

    def build() -> Iterator[SiteFile]:
        asked = asked_editions(process, view.structure)
        translated = (edition_of(each, view.cross_references, view.context) for each in whole_translations(process))
        for edition in (EditionContext(view), *translated):
            yield page_file(print_page(edition))
            if edition.process.record.bottom_lines:
                yield page_file(brief_page(edition))
            if "handout" in asked:
                yield page_file(handout_page(edition))

    return Job(f"editions/{process.id}", digest("editions", key), build)


def print_page(edition: EditionContext) -> Page:
    """The whole document on one page."""
    return _page(edition, "print", "print", edition.wording.gettext("The full document"), {"doc": document_of(edition)})


def brief_page(edition: EditionContext) -> Page:
    """The one-page edition."""
    return _page(edition, "brief", "brief", edition.wording.gettext("On one page"), {"it": brief_of(edition)})


def handout_page(edition: EditionContext) -> Page:
    """What is handed out at a meeting or a conference."""
    return _page(edition, "handout", "print", edition.wording.gettext("Hand-out"), {"doc": handout_of(edition)})


def _page(edition: EditionContext, name: str, kind: str, what: str, values: dict[str, object]) -> Page:
    process, language = edition.process, edition.wording.language
    home = f"{ROOT}{process.url}"
    body = render(f"editions/{name}.html", language, {"process_id": process.id, "home": home, **values})
    return Page(
        url=f"{process.url}{name}/",
        kind=kind,
        title=f"{process.record.title} – {what}",
        description=process.record.short_description,
        language=language,
        body=body,
        section="catalogue",
        layout="wide" if kind == "brief" else "plain",
        head=STYLES,
        source=f"{process.path}/index.md",
        is_listed=False,
    )
