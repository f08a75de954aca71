"""Turns the private process into the published one; the only function that does (spec 7, "consent is a type")."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from generator.diagnostics import Finding, Span
from generator.markup.targets import parse_target
from generator.markup.words import about, count_words
from generator.model import urls
from generator.model.commitments import Clock, closing_target, is_overdue, is_stage_past, is_stale, is_step_overdue
from generator.model.content import Chapter, Link, Meeting, Promise, Response, Translation
from generator.model.coverage import Coverage, coverage_of
from generator.model.outline import Outline, PageOutline
from generator.model.private import Process
from generator.model.published import (
    GateStep,
    MissingPart,
    PublishedOutcome,
    PublishedProcess,
    PublishedPromise,
    PublishedStep,
    WithdrawnNotice,
)
from generator.model.record import Privacy, Record
from generator.model.registry import Registries
from generator.model.urls import ProcessUrls
from generator.pipeline.consent import publish_participants
from generator.wording import Wording

_Written = TypeVar("_Written", Chapter, Promise, Response, Meeting)


def publish_process(
    process: Process,
    registries: Registries,
    wording: Wording,
    clock: Clock,
    *,
    gate: tuple[GateStep, ...] = (),
    findings: Iterable[Finding] = (),
) -> PublishedProcess | WithdrawnNotice:
    """What may be published of a process; of a withdrawn one only the notice."""
    record = process.record
    if record.status == "withdrawn":
        return _notice(process)
    ministry = registries.ministries.get(record.ministry)
    return PublishedProcess(
        id=process.id,
        url=urls.process(process.id),
        path=process.path,
        record=replace(record, privacy=Privacy(), spans={}),
        brief=process.brief,
        chapters=tuple(
            replace(chapter, spans={}, words=about(count_words(chapter.body.text))) for chapter in process.chapters
        ),
        participants=publish_participants(process, wording),
        promises=tuple(
            PublishedPromise(promise=_without_spans(promise), is_overdue=is_overdue(promise, clock.today))
            for promise in process.promises
        ),
        outcomes=tuple(
            PublishedOutcome(outcome=outcome, is_stale=is_stale(outcome, clock)) for outcome in record.outcomes
        ),
        steps=tuple(
            PublishedStep(step=step, is_overdue=is_step_overdue(step, clock.today))
            for step in record.closing.next_steps
        ),
        responses=tuple(_without_spans(response) for response in process.responses),
        coverage=_coverage(process),
        meetings=tuple(_without_spans(meeting) for meeting in process.meetings),
        files=process.files,
        translations=tuple(_translation(translation) for translation in process.translations),
        gate=gate,
        missing=_missing(findings) if record.status == "closing" else (),
        closing_lag_days=closing_lag(record, clock.today),
        closing_target=closing_target(record, clock),
        is_next_stage_past=is_stage_past(record.output.next_stage, clock.today),
        ministry_name=dict(ministry.name) if ministry else {},
    )


def closing_lag(record: Record, today: date) -> int | None:
    """Days from the end of participation to the day the output was sent; until `today` while still closing.

    None when the process is open or withdrawn, and when a date is partial or missing: a guess would rank ministries.
    """
    end = record.end_date.full_day if record.end_date else None
    if end is None or record.status not in ("closing", "closed"):
        return None
    sent = record.closing.output_sent
    if sent is not None:
        return (sent.full_day - end).days if sent.full_day else None
    return (today - end).days if record.status == "closing" else None


def outline_of(process: Process) -> Outline:
    """The pages, anchors, files and outgoing links of a process, for checks across folders."""
    record = process.record
    own = ProcessUrls(urls.process(process.id))
    bodies = [(own.base, process.brief)]
    bodies += [(own.chapter(chapter.stem), chapter.body) for chapter in process.chapters]
    bodies += [(own.meeting(meeting.stem), meeting.body) for meeting in process.meetings]
    for translation in process.translations:
        translated = own.in_language(translation.language)
        bodies.append((translated.base, translation.brief))
        bodies += [(translated.chapter(chapter.stem), chapter.body) for chapter in translation.chapters]
        bodies += [(translated.meeting(meeting.stem), meeting.body) for meeting in translation.meetings]
    links = tuple(link for _, body in bodies for link in body.links if _leads_out(link, process.path))
    start = Span.start_of(f"{process.path}/index.md")
    following = record.output.next_stage.process if record.output.next_stage else None
    return Outline(
        id=process.id,
        path=process.path,
        status=record.status,
        pages=tuple(
            PageOutline(path=body.path, url=url, anchors=frozenset(heading.id for heading in body.headings))
            for url, body in bodies
        ),
        files={file.path: file.uri for file in process.files},
        unpublished=process.unpublished,
        links_out=links,
        previous=tuple(
            (other, record.spans.get(f"previous[{index}]", start)) for index, other in enumerate(record.previous)
        ),
        next_process=((following, record.spans.get("output.next_stage.process", start)),) if following else (),
        aliases=tuple(
            (alias, record.spans.get(f"aliases[{index}]", start)) for index, alias in enumerate(record.aliases)
        ),
    )


def _leads_out(link: Link, folder: str) -> bool:
    """Whether a link leads out of its process folder; those inside were checked with the process itself."""
    path = parse_target(link.span.path, link.target).path
    return path is None or (path != "" and not f"{path}/".startswith(f"{folder}/"))


def _notice(process: Process) -> WithdrawnNotice:
    record, withdrawal = process.record, process.record.withdrawn
    return WithdrawnNotice(
        id=process.id,
        url=urls.process(process.id),
        title=record.title,
        language=record.language,
        ministry=record.ministry,
        date=withdrawal.date if withdrawal else None,
        explanation=withdrawal.explanation if withdrawal else None,
        promises_count=len(process.promises),
    )


def _coverage(process: Process) -> Coverage | None:
    """As it was written for publishing; the figures without codes where only the private list is at hand."""
    if process.coverage is not None:
        return process.coverage
    answers = (point.responses for point in process.contributions)
    return coverage_of(answers, process.responses)


def _missing(findings: Iterable[Finding]) -> tuple[MissingPart, ...]:
    return tuple(
        MissingPart(rule=finding.rule, values=dict(finding.values)) for finding in findings if finding.rule[0] == "C"
    )


def _without_spans(value: _Written) -> _Written:
    return replace(value, spans={})


def _translation(translation: Translation) -> Translation:
    return replace(
        translation,
        chapters=tuple(_without_spans(chapter) for chapter in translation.chapters),
        meetings=tuple(_without_spans(meeting) for meeting in translation.meetings),
        promises=tuple(_without_spans(promise) for promise in translation.promises),
        responses=tuple(_without_spans(response) for response in translation.responses),
    )
