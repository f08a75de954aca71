"""All pages of one process."""

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
from generator.pages.process.translations import translation_page
from generator.rendering.context import SiteContext, Surroundings
from generator.views.process import Dossier


def process_job(process: PublishedProcess, surroundings: Surroundings, context: SiteContext, key: str) -> Job:
    """The pages of a process and its search document. `key` covers the process, its surroundings and the context."""

    def build() -> Iterator[SiteFile]:
        dossier = _dossier(process, surroundings, context)
        for page in _pages(dossier):
            yield page_file(page)
        yield search_file(dossier)

    return Job(id=f"process/{process.id}", key=digest("pages", key), build=build)


def process_pages(process: PublishedProcess, surroundings: Surroundings, context: SiteContext) -> Iterator[Page]:
    """The record first, then the rest in reading order, then the translations."""
    return _pages(_dossier(process, surroundings, context))


def _pages(dossier: Dossier) -> Iterator[Page]:
    process = dossier.process
    yield record_page(dossier)
    for chapter in dossier.chapters:
        yield chapter_page(chapter, dossier)
    yield from participants_pages(dossier)
    if process.promises:
        yield promises_page(dossier)
    if process.responses:
        yield responses_page(dossier)
    for meeting in process.meetings:
        yield meeting_page(meeting, dossier)
    for translation in process.translations:
        translated = Dossier(
            process=process,
            surroundings=dossier.surroundings,
            context=dossier.context,
            wording=dossier.context.wording_for(translation.language),
            translation=translation,
        )
        yield translation_page(translated, translation)
        for chapter in dossier.chapters:
            yield chapter_page(chapter, translated)


def _dossier(process: PublishedProcess, surroundings: Surroundings, context: SiteContext) -> Dossier:
    wording = context.wording_for(process.record.language)
    return Dossier(process=process, surroundings=surroundings, context=context, wording=wording)
