"""The rows of the open data's tables (their columns: `generator.rendering.datasets`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.exports.addresses import address_of, evidence_of, references_of
from generator.exports.record import ministry_name
from generator.model.dates import PartialDate
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.model.record import ExtraField, Update
from generator.rendering.authorship import authorship_of
from generator.rendering.context import SiteContext
from generator.rendering.csv_files import Row
from generator.rendering.datasets import Table
from generator.rendering.datasets.added import AddedColumn, added_cells, added_columns, tables_for

_CODEBOOK = ("spectrum", "invited", "recruitment", "setting", "facilitation")
"""Fields of the record that only the structure knows, each with one value."""

Rows = Callable[[PublishedProcess, SiteContext], Iterator[Row]]


def tables_of(catalogue: PublishedCatalogue, context: SiteContext) -> tuple[tuple[Table, tuple[Row, ...]], ...]:
    """Every table with its rows: in catalogue order, and within a process in the order of its files; no examples."""
    added = added_columns(context.structure)
    return tuple(
        (table, tuple(_rows(table.name, catalogue.counted, added.get(table.name, ()), context)))
        for table in tables_for(context.structure)
    )


def _rows(
    name: str, processes: Iterable[PublishedProcess], added: Sequence[AddedColumn], context: SiteContext
) -> Iterator[Row]:
    for process in processes:
        rows = _ROWS[name](process, context)
        if not added:
            yield from rows
            continue
        for row, (extra, before) in zip(rows, _added_to_rows(name, process), strict=True):
            yield (*row, *added_cells(added, extra, before))


def _added_to_rows(name: str, process: PublishedProcess) -> Iterator[tuple[Iterable[ExtraField], str]]:
    """For each row of the table: the fields that only the structure knows, and where those of the row stand."""
    record = process.record
    within = {
        "outcomes": ("outcomes", len(process.outcomes)),
        "steps": ("closing.next_steps", len(process.steps)),
        "partners": ("partners", len(record.partners)),
        "goals": ("goals", len(record.goals)),
    }
    if name == "processes":
        yield record.extra, ""
    elif name in within:
        path, count = within[name]
        yield from ((record.extra, f"{path}[{number}].") for number in range(count))
    elif name == "promises":
        yield from ((each.promise.extra, "") for each in process.promises)
    else:
        items = {"responses": process.responses, "meetings": process.meetings, "chapters": process.chapters}[name]
        yield from ((each.extra, "") for each in items)  # type: ignore[attr-defined]


def _process_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    record = process.record
    licence = context.licence_of(record)
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
        context.wording.text(licence.name) if licence else None,
        licence.url if licence else None,
        record.aliases,
        writer_of(process, context),
        *(next(iter(record.extra_values(name)), None) for name in _CODEBOOK),
        record.extra_values("districts"),
        record.extra_values("localities"),
        process.coverage.total if process.coverage else None,
        process.coverage.answered if process.coverage else None,
    )


def writer_of(process: PublishedProcess, context: SiteContext) -> str | None:
    """Who wrote the text of a process; None where the convening body did."""
    authorship = authorship_of(process, context, context.language)
    return None if authorship.is_body else authorship.writer


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
            promise.source,
            promise.planned,
            promise.done,
            context.absolute(process.urls.promise(promise.id)),
            promise.law,
        )


def _response_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    references = references_of(process, context)
    for position, response in enumerate(process.responses, 1):
        place = references.place(response.chapter) if response.chapter else None
        yield (
            process.id,
            response.heard,
            response.voices,
            response.response,
            response.explanation,
            response.chapter,
            response.id or str(position),
            address_of(place, context),
            process.coverage.responses.get(response.id) if process.coverage else None,
        )


def _lesson_rows(process: PublishedProcess, _: SiteContext) -> Iterator[Row]:
    lessons = ((chapter, lesson) for chapter in process.chapters for lesson in chapter.lessons)
    for position, (chapter, lesson) in enumerate(lessons, 1):
        told = (lesson.text, lesson.about, lesson.verdict, lesson.theme)
        yield process.id, process.record.ministry, *told, position, chapter.stem


def _outcome_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    references = references_of(process, context)
    for position, published in enumerate(process.outcomes, 1):
        outcome = published.outcome
        yield (
            process.id,
            outcome.id or str(position),
            outcome.type,
            outcome.state,
            outcome.title,
            _iso(outcome.date),
            _iso(outcome.due),
            published.is_stale,
            outcome.reference,
            outcome.url,
            outcome.note,
            evidence_of(outcome.evidence, references, context),
            outcome.law,
        )


def _step_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    references = references_of(process, context)
    for position, published in enumerate(process.steps, 1):
        step = published.step
        yield (
            process.id,
            step.id or str(position),
            step.text,
            step.who,
            _iso(step.due),
            step.state,
            published.is_overdue,
            evidence_of(step.evidence, references, context),
            step.explanation,
        )


def _update_rows(process: PublishedProcess, _: SiteContext) -> Iterator[Row]:
    for promise in process.promises:
        yield from _updates(process, "promise", promise.promise.id, promise.promise.updates)
    for number, outcome in enumerate(process.outcomes, 1):
        yield from _updates(process, "outcome", outcome.outcome.id or str(number), outcome.outcome.updates)
    for number, step in enumerate(process.steps, 1):
        yield from _updates(process, "step", step.step.id or str(number), step.step.updates)


def _updates(process: PublishedProcess, kind: str, of: str, updates: Iterable[Update]) -> Iterator[Row]:
    for position, update in enumerate(updates, 1):
        yield process.id, kind, of, position, _iso(update.date), update.state, update.note, update.url


def _meeting_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    for meeting in process.meetings:
        yield (
            process.id,
            meeting.stem,
            meeting.title,
            _iso(meeting.date),
            meeting.start_time,
            meeting.end_time,
            meeting.location,
            meeting.type,
            meeting.attendees_count,
            meeting.organisations,
            context.absolute(process.urls.meeting(meeting.stem)),
        )


def _partner_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    for position, partner in enumerate(process.record.partners, 1):
        body = context.ministries.get(partner.ministry or "")
        name = partner.name or (body.name_in(context.language) if body else None)
        yield process.id, position, partner.ministry, name, partner.role, partner.organisation, partner.sector


def _goal_rows(process: PublishedProcess, _: SiteContext) -> Iterator[Row]:
    for position, goal in enumerate(process.record.goals, 1):
        yield process.id, position, goal.text, goal.met, goal.note


def _chapter_rows(process: PublishedProcess, context: SiteContext) -> Iterator[Row]:
    for chapter in process.chapters:
        url = context.absolute(process.urls.chapter(chapter.stem))
        yield process.id, chapter.stem, chapter.title, chapter.element, chapter.words, url


def _closing_rows(process: PublishedProcess, _: SiteContext) -> Iterator[Row]:
    """A row for every process of which anything is known."""
    closing, target = process.record.closing, process.closing_target
    row = (
        _iso(closing.partners_aligned),
        _iso(closing.expectations_revisited),
        _iso(closing.participants_told),
        _iso(closing.output_sent),
        _iso(closing.thanked or closing.output_sent),
        process.closing_lag_days,
        target.due.isoformat() if target else None,
        target.timeliness if target else None,
        target.days_late if target else None,
        closing.why_now,
    )
    if any(cell is not None for cell in row):
        yield process.id, *row


def _waiver_rows(process: PublishedProcess, _: SiteContext) -> Iterator[Row]:
    for waiver in process.record.closing.waived:
        yield process.id, waiver.subject, waiver.reason


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None


_ROWS: dict[str, Rows] = {
    "processes": _process_rows,
    "participants": _participant_rows,
    "promises": _promise_rows,
    "responses": _response_rows,
    "lessons": _lesson_rows,
    "outcomes": _outcome_rows,
    "steps": _step_rows,
    "updates": _update_rows,
    "meetings": _meeting_rows,
    "partners": _partner_rows,
    "goals": _goal_rows,
    "chapters": _chapter_rows,
    "closing": _closing_rows,
    "waivers": _waiver_rows,
}
