"""A published process with the words of a translation where it has any: what pages in another language show."""

from __future__ import annotations

from msgspec.structs import replace

from generator.model.content import Translation
from generator.model.published import PublishedProcess
from generator.model.record import Outcome
from generator.model.record_words import in_other_words
from generator.model.urls import ProcessUrls


def in_language(process: PublishedProcess, translation: Translation) -> PublishedProcess:
    """The process whose texts of the record, promises and responses are those of the translation.

    What is not translated stays as it was written; title, brief, chapters and meetings are `ProcessView`'s to choose.
    """
    promises = {each.id: each for each in translation.promises}
    responses = {each.id: each for each in translation.responses}
    outcomes = {each.id: each for each in translation.outcomes}
    said = in_other_words(process.record, translation.words)
    record = replace(
        said,
        goals=translation.goals or process.record.goals,
        outcomes=tuple(_outcome(each, outcomes.get(each.id)) for each in said.outcomes),
    )
    told = {each.id: each for each in record.outcomes}
    reasons = {waiver.subject: waiver.reason for waiver in record.closing.waived}
    steps = {step.id: step for step in record.closing.next_steps}
    return replace(
        process,
        record=record,
        promises=tuple(replace(each, promise=promises.get(each.promise.id, each.promise)) for each in process.promises),
        responses=tuple(responses.get(each.id, each) for each in process.responses),
        outcomes=tuple(replace(each, outcome=told.get(each.outcome.id, each.outcome)) for each in process.outcomes),
        steps=tuple(replace(each, step=steps.get(each.step.id, each.step)) for each in process.steps),
        gate=tuple(replace(each, reason=each.reason and reasons.get(each.id, each.reason)) for each in process.gate),
    )


def _outcome(said: Outcome, translated: Outcome | None) -> Outcome:
    return replace(said, title=translated.title, note=translated.note) if translated else said


def translated_pages(translation: Translation) -> frozenset[str]:
    """The pages that it has, relative to its own: empty for its own, `policy/`, `responses/`, `meetings/first/`."""
    own = ProcessUrls("")
    pages = {own.base, *(own.chapter(each.stem) for each in translation.chapters)}
    pages |= {own.meeting(each.stem) for each in translation.meetings}
    pages |= {own.promises} if translation.promises else set()
    pages |= {own.responses} if translation.responses else set()
    return frozenset(pages)


def is_whole(process: PublishedProcess, translation: Translation) -> bool:
    """Whether every text of the process is translated: then it has its own document, on paper too."""
    own = ProcessUrls("")
    pages = {own.base, *(own.chapter(each.stem) for each in process.chapters)}
    pages |= {own.meeting(each.stem) for each in process.meetings}
    pages |= {own.promises} if process.promises else set()
    pages |= {own.responses} if process.responses else set()
    return translation.has_record and pages <= translated_pages(translation)


def whole_translations(process: PublishedProcess) -> tuple[PublishedProcess, ...]:
    """The process in each language that it is translated to as a whole, as if it had been written in it."""
    return tuple(_written_in(process, each) for each in process.translations if is_whole(process, each))


def _written_in(process: PublishedProcess, translation: Translation) -> PublishedProcess:
    """The process at the address of the translation, with its words; facts, figures and files are the original's."""
    translated = in_language(process, translation)
    chapters = {each.stem: each for each in translation.chapters}
    meetings = {each.stem: each for each in translation.meetings}
    originals = process.record.bottom_lines
    said = (*translation.bottom_lines, *(line.text for line in originals[len(translation.bottom_lines) :]))
    record = replace(
        translated.record,
        title=translation.title,
        short_description=translation.short_description,
        language=translation.language,
        bottom_lines=tuple(replace(line, text=text) for line, text in zip(originals, said, strict=False)),
    )
    return replace(
        translated,
        url=process.urls.in_language(translation.language).base,
        record=record,
        brief=translation.brief,
        chapters=tuple(chapters.get(each.stem, each) for each in process.chapters),
        meetings=tuple(meetings.get(each.stem, each) for each in process.meetings),
        translations=(),
        translated_from=process.record.language,
    )
