"""The job that builds all pages of one process."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.digest import digest
from generator.model.published import PublishedProcess
from generator.model.site import Job, Page, SiteFile, page_file
from generator.pages.process.chapters import chapter_page
from generator.pages.process.meetings import meeting_page
from generator.pages.process.participants import participants_pages
from generator.pages.process.promises_and_responses import promises_page, responses_page
from generator.pages.process.record import record_page
from generator.pages.process.search_document import search_file
from generator.pages.process.since_sent import since_sent_page
from generator.pages.process.translations import translation_page
from generator.pages.process.yardsticks import yardsticks_page
from generator.rendering.context import CrossReferences, SiteContext
from generator.views.process import ProcessView
from generator.views.shared import view_of
from generator.views.translated import in_language


def process_job(view: ProcessView, key: str) -> Job:
    """The pages of a process and its search document. `key` covers the process, its cross-references and the context."""

    def build() -> Iterator[SiteFile]:
        for page in _pages(view):
            yield page_file(page)
        yield search_file(view)

    return Job(id=f"process/{view.process.id}", key=digest("pages", key), build=build)


def process_pages(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> Iterator[Page]:
    """The record first, then the rest in reading order, then the translations."""
    return _pages(view_of(process, cross_references, context))


def _pages(view: ProcessView) -> Iterator[Page]:
    process = view.process
    yield record_page(view)
    for chapter in view.chapters:
        yield chapter_page(chapter, view)
    yield from participants_pages(view)
    if process.promises:
        yield promises_page(view)
    if process.responses:
        yield responses_page(view)
    for meeting in process.meetings:
        yield meeting_page(meeting, view)
    if since := view.cross_references.since_sent:
        yield since_sent_page(view, since)
    if view.context.yardsticks:
        yield yardsticks_page(view)
    for translation in process.translations:
        translated = ProcessView(
            process=in_language(process, translation),
            cross_references=view.cross_references,
            context=view.context,
            wording=view.context.wording_for(translation.language),
            translation=translation,
        )
        yield translation_page(translated, translation)
        for chapter in view.chapters:
            yield chapter_page(chapter, translated)
        if translation.promises:
            yield promises_page(translated)
        if translation.responses:
            yield responses_page(translated)
        for meeting in translation.meetings:
            yield meeting_page(meeting, translated)
