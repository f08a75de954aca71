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
    lines = zip(process.record.bottom_lines, translation.bottom_lines, strict=False)
    record = replace(
        translated.record,
        title=translation.title,
        short_description=translation.short_description,
        language=translation.language,
        bottom_lines=tuple(replace(line, text=text) for line, text in lines) or process.record.bottom_lines,
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
