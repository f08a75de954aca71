"""The rows of the open data's tables (their columns: `generator.rendering.datasets`)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.addresses import evidence_of, references_of
from generator.model.dates import PartialDate
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.rendering.context import SiteContext
from generator.rendering.csv_files import Row
from generator.rendering.datasets import LESSONS, PARTICIPANTS, PROCESSES, PROMISES, RESPONSES, Table


def tables_of(catalogue: PublishedCatalogue, context: SiteContext) -> tuple[tuple[Table, tuple[Row, ...]], ...]:
    """Every table with its rows: in catalogue order, and within a process in the order of its files; no examples."""
    makers = (
        (PROCESSES, _process_rows),
        (PARTICIPANTS, _participant_rows),
        (PROMISES, _promise_rows),
        (RESPONSES, _response_rows),
        (LESSONS, _lesson_rows),
    )
    return tuple(
        (table, tuple(row for process in catalogue.counted for row in rows(process, context))) for table, rows in makers
    )


def _process_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    record = process.record
    yield (
        process.id,
        context.absolute(process.url),
        record.title,
        record.short_description,
        record.ministry,
        ministry_name(process, context),
        record.kind,
        record.methods,
        record.topics,
        record.status,
        record.language,
        _iso(record.start_date),
        _iso(record.end_date),
        _iso(record.closing.output_sent),
        process.closing_lag_days,
        record.participants_count,
    )


def ministry_name(process: PublishedProcess, context: SiteContext) -> str:
    """The lead ministry's name in the site's language, of the process's own time; its id where it has no name."""
    names = process.ministry_name
    return names.get(context.language) or names.get("he") or process.record.ministry


def _participant_rows(process: PublishedProcess, _: SiteContext) -> Iterator[Row]:
    for participant in process.participants.listed if process.participants else ():
        yield process.id, participant.name, participant.role, participant.organisation


def _promise_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    references = references_of(process, context)
    for published in process.promises:
        promise = published.promise
        yield (
            process.id,
            promise.id,
            promise.text,
            _iso(promise.date),
            promise.status,
            _iso(promise.due),
            published.is_overdue,
            evidence_of(promise.evidence, references, context),
            promise.explanation,
        )


def _response_rows(process: PublishedProcess, _: SiteContext) -> Iterator[Row]:
    for response in process.responses:
        yield process.id, response.heard, response.voices, response.response, response.explanation, response.chapter


def _lesson_rows(process: PublishedProcess, _: SiteContext) -> Iterator[Row]:
    for chapter in process.chapters:
        for lesson in chapter.lessons:
            yield process.id, process.record.ministry, lesson.text, lesson.about, lesson.verdict, lesson.theme


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None
