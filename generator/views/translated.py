"""A published process with the words of a translation where it has any: what pages in another language show."""

from __future__ import annotations

from msgspec.structs import replace

from generator.model.content import Translation
from generator.model.published import PublishedProcess
from generator.model.urls import ProcessUrls


def in_language(process: PublishedProcess, translation: Translation) -> PublishedProcess:
    """The process whose promises, responses, goals and outcomes are those of the translation.

    What is not translated stays as it was written; title, brief, chapters and meetings are `ProcessView`'s to choose.
    """
    promises = {each.id: each for each in translation.promises}
    responses = {each.id: each for each in translation.responses}
    outcomes = {each.id: each for each in translation.outcomes}
    record = replace(
        process.record,
        goals=translation.goals or process.record.goals,
        outcomes=tuple(outcomes.get(each.id, each) for each in process.record.outcomes),
    )
    return replace(
        process,
        record=record,
        promises=tuple(replace(each, promise=promises.get(each.promise.id, each.promise)) for each in process.promises),
        responses=tuple(responses.get(each.id, each) for each in process.responses),
    )


def translated_pages(translation: Translation) -> frozenset[str]:
    """The pages that it has, relative to its own: empty for its own, `policy/`, `responses/`, `meetings/first/`."""
    own = ProcessUrls("")
    pages = {own.base, *(own.chapter(each.stem) for each in translation.chapters)}
    pages |= {own.meeting(each.stem) for each in translation.meetings}
    pages |= {own.promises} if translation.promises else set()
    pages |= {own.responses} if translation.responses else set()
    return frozenset(pages)
