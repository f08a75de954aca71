"""Everything of the site that is not one process: the catalogue, its lists, its figures, the guide, ordinary pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import urls
from generator.model.published import PublishedCatalogue
from generator.model.site import Job
from generator.pages.fixed.guide import examples_of, guide_jobs
from generator.pages.fixed.open_data import data_jobs
from generator.pages.fixed.ordinary import accessibility_jobs, not_found_jobs, ordinary_jobs
from generator.pages.fixed.sitemap import sitemap_jobs
from generator.pages.lists.closing import closing_jobs
from generator.pages.lists.facets import facet_jobs, facets_of
from generator.pages.lists.front import front_jobs
from generator.pages.lists.lessons import items_by_process, lesson_jobs, lessons_of
from generator.pages.lists.ministries import ministry_jobs, ministry_lines
from generator.pages.lists.outcomes import outcome_jobs
from generator.pages.lists.overview import overview_of
from generator.pages.lists.promises import promise_jobs
from generator.pages.lists.yardsticks import yardstick_jobs, yardstick_urls
from generator.pages.process.withdrawn import withdrawn_jobs
from generator.pages.search_pages import reader_words, with_search_page
from generator.rendering.context import CrossReferences, SiteContext


def catalogue_jobs(
    catalogue: PublishedCatalogue, cross_references: CrossReferences, context: SiteContext
) -> Iterator[Job]:
    """Jobs for all pages outside the processes' own folders.

    `cross_references.urls` says where links of ordinary pages and of the introduction lead.
    """
    words = reader_words(context)
    for job in _jobs(catalogue, cross_references, context):
        yield with_search_page(job, words)


def _jobs(catalogue: PublishedCatalogue, cross_references: CrossReferences, context: SiteContext) -> Iterator[Job]:
    overview = overview_of(catalogue, context)
    facets = facets_of(overview)
    lines = ministry_lines(overview)
    lessons = lessons_of(overview)
    yield from front_jobs(overview, facets, catalogue.introduction, cross_references)
    yield from ministry_jobs(overview, lines, items_by_process(lessons))
    yield from facet_jobs(facets, overview)
    yield from lesson_jobs(overview, lessons)
    yield from promise_jobs(overview, lines)
    yield from outcome_jobs(overview, lines)
    yield from closing_jobs(overview, tuple(line for line in lines if line.processes))
    yield from yardstick_jobs(catalogue, overview, lines)
    yield from guide_jobs(context, context.key, examples_of(catalogue))
    yield from data_jobs(catalogue, context, context.key)
    yield from ordinary_jobs(catalogue, cross_references, context, context.key)
    yield from accessibility_jobs(catalogue.accessibility, context, context.key)
    yield from not_found_jobs(lines, context, context.key)
    yield from withdrawn_jobs(catalogue, context)
    lists = (
        urls.OUTCOMES,
        *(line.url for line in lines),
        *(link.url for facet in facets for link in facet.links),
        *yardstick_urls(context, lines),
    )
    yield from sitemap_jobs(catalogue, lists, context)
