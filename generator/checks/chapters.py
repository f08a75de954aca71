"""The generic structure: which chapters and parts the profile asks for, and faults inside chapters (spec 3.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from generator.checks.places import index_start
from generator.diagnostics import Finding, Related, Span, finding
from generator.model.content import Body, Chapter, Heading, Translation
from generator.model.private import Process
from generator.model.record import Record
from generator.model.record_words import words_of
from generator.rules.chapters.structure import MISSING_CHAPTER, MISSING_PART, MISSING_RECOMMENDED_PART
from generator.rules.chapters.text import (
    EMPTY_CHAPTER,
    EMPTY_PART,
    MISSING_ALT,
    NOTHING_SHOWN,
    SKIPPED_HEADING_LEVEL,
)
from generator.rules.chapters.translations import MISSING_TRANSLATION
from generator.source.text import shows_nothing
from generator.structure import (
    Answers,
    RequiredPart,
    Structure,
    answers_of,
    required_elements,
    required_parts,
)

TRANSLATION_WAIVER = "translation"
"""Under this id in `closing.waived` an office explains what is not translated."""


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


def answers(process: Process) -> Answers:
    """What this process answers to the structure's questions."""
    unkept = any(promise.status == "not-kept" for promise in process.promises)
    return answers_of(process.record, promises_unkept=unkept, participants_listed=bool(process.participants))


def check_chapters(process: Process, structure: Structure) -> Iterator[Finding]:
    """Missing chapters and parts, empty ones, pictures without words, headings that skip a level."""
    given = answers(process)
    absent = set()
    for required in required_elements(structure, given):
        if not any(_may_be_in(chapter, required.places, structure) for chapter in process.chapters):
            absent.add(required.element.id)
            yield finding(
                MISSING_CHAPTER, index_start(process), {"element": required.element.id}, subject=required.element.id
            )
    missing: set[str] = set()
    for part in required_parts(structure, given, recommended=True):
        if part.element not in absent:
            for each in _part(process, part):
                missing |= set(part.one_of)
                yield each
    for chapter in process.chapters:
        if chapter.body.is_empty:
            yield finding(EMPTY_CHAPTER, Span.start_of(chapter.body.path), subject=chapter.element)
        yield from _headings(chapter.body, missing)
    for body in bodies_of(process):
        yield from _pictures(body)
        yield from _unseen(body)
    for translation in process.translations:
        yield from _translation(process, translation)


def bodies_of(process: Process) -> Iterator[Body]:
    """Every Markdown text of the process."""
    yield process.brief
    yield from (chapter.body for chapter in process.chapters)
    yield from (meeting.body for meeting in process.meetings)
    for translation in process.translations:
        yield from translation.bodies


def _may_be_in(chapter: Chapter, places: Sequence[str], structure: Structure) -> bool:
    """Whether a chapter is the element, or what would say which element it is cannot be read."""
    return _is_in(chapter, places, structure) or (not chapter.is_readable and not chapter.element)


def _is_in(chapter: Chapter, places: Sequence[str], structure: Structure) -> bool:
    """Whether a chapter is the element, or hosts at least one of its parts."""
    own, *hosts = places
    if chapter.element == own:
        return True
    parts = {part.id for element in structure.elements if element.id == own for part in element.parts}
    return chapter.element in hosts and bool(chapter.parts & parts or _opened(chapter) & parts)


def _opened(chapter: Chapter) -> set[str]:
    return {heading.part for heading in chapter.body.headings if heading.part}


def _part(process: Process, required: RequiredPart) -> Iterator[Finding]:
    chapters = [chapter for place in required.places for chapter in process.chapters if chapter.element == place]
    if any(chapter.parts & set(required.one_of) for chapter in chapters):
        return
    if any(
        not (chapter.body.is_readable and chapter.is_readable) or chapter.is_element_guessed for chapter in chapters
    ):
        return  # family S, or C003, says it
    if any(chapter.body.is_empty for chapter in chapters if chapter.element == required.element):
        return  # C005 says it
    headed = [heading for chapter in chapters for heading in chapter.body.headings if heading.part in required.one_of]
    rule = MISSING_RECOMMENDED_PART if required.is_recommended else MISSING_PART
    span = Span.start_of(chapters[0].body.path) if chapters else index_start(process)
    values = {"element": required.element, "part": " / ".join(required.one_of)}
    if required.is_recommended and not chapters:
        return
    related = tuple(Related(heading.span, "no-text-here") for heading in headed)
    yield finding(rule, span, values, subject="|".join((*required.one_of, required.element)), related=related)


def _headings(body: Body, missing: AbstractSet[str]) -> Iterator[Finding]:
    """`missing`: parts that are called missing already; a heading without text is no part."""
    for heading in _empty_parts(body):
        if heading.part not in missing:
            yield finding(EMPTY_PART, heading.span, {"part": heading.part}, subject=heading.part or "")
    for before, heading in zip(body.headings, body.headings[1:], strict=False):
        if heading.level > before.level + 1:
            values = {"value": heading.level, "other": before.level}
            related = (Related(before.span, "previous-heading"),)
            yield finding(SKIPPED_HEADING_LEVEL, heading.span, values, related=related)


def _empty_parts(body: Body) -> Iterator[Heading]:
    """Part headings with nothing below them, sub-headings with text included."""
    for index, heading in enumerate(body.headings):
        if heading.part is None or heading.has_text:
            continue
        following = body.headings[index + 1] if index + 1 < len(body.headings) else None
        if following is None or following.level <= heading.level:
            yield heading


def _unseen(body: Body) -> Iterator[Finding]:
    """Headings, links and their titles in which a reader sees nothing; a link of a picture is as its picture is (C012)."""
    pictured = {link.span.line for link in body.links if link.is_image}
    for heading in body.headings:
        if shows_nothing(heading.text):
            yield finding(NOTHING_SHOWN, heading.span, {"value": "#" * heading.level})
    for link in body.links:
        is_blank = not link.is_image and link.span.line not in pictured and shows_nothing(link.text)
        if is_blank or (link.title is not None and shows_nothing(link.title)):
            yield finding(NOTHING_SHOWN, link.span, {"value": link.target})


def _pictures(body: Body) -> Iterator[Finding]:
    for link in body.links:
        if link.is_image and shows_nothing(link.text):
            yield finding(MISSING_ALT, link.span, {"value": link.target})


def _translation(process: Process, translation: Translation) -> Iterator[Finding]:
    """What a translation lacks that its original has: whole files, lines of lists, parts of chapters.

    One that is a summary alone, `index.ar.md`, lacks nothing: the page says that the rest is in the original language.
    """
    lacking = tuple(_lacking(process, translation)) if translation.pages or translation.lines else ()
    if lacking:
        span = Span.start_of(translation.brief.path if translation.has_record else index_start(process).path)
        values = {"path": f"index.{translation.language}.md", "value": ", ".join(lacking)}
        yield finding(MISSING_TRANSLATION, span, values, subject=TRANSLATION_WAIVER)


def _lacking(process: Process, translation: Translation) -> Iterator[str]:
    """Files as paths in the folder, `responses#id` for a line of a list, `reflection.md#unmet` for a part of a chapter."""
    if not translation.has_record:
        yield "index.md"
    chapters = {chapter.stem: chapter for chapter in translation.chapters}
    for chapter in process.chapters:
        path, translated = _inner(process, chapter.body), chapters.get(chapter.stem)
        if translated is None:
            yield path
        elif translated.body.is_readable:
            yield from (f"{path}#{part}" for part in sorted(chapter.parts - translated.parts))
    meetings = {meeting.stem for meeting in translation.meetings}
    yield from (_inner(process, each.body) for each in process.meetings if each.stem not in meetings)
    record = process.record
    lists: tuple[tuple[str, Iterable[_WithId], Iterable[_WithId]], ...] = (
        ("promises", process.promises, translation.promises),
        ("responses", process.responses, translation.responses),
        ("outcomes", (each for each in record.outcomes if each.title or each.note), translation.outcomes),
    )
    for name, originals, translated_items in lists:
        done = {each.id for each in translated_items}
        yield from (f"{name}#{each.id}" for each in originals if each.id not in done)
    if translation.has_record:
        yield from _lacking_words(record, translation)


def _lacking_words(record: Record, translation: Translation) -> Iterator[str]:
    """Fields of the record; of a list by numbers, its name. What is there in another number is C016's to say."""
    told = set(translation.uneven)
    if record.goals and not translation.goals and "goals" not in told:
        yield "goals"
    if record.bottom_lines and not translation.bottom_lines:
        yield "bottom_lines"
    for place in words_of(record):
        name, _, _ = place.partition("[")
        if place not in translation.words and name not in told:
            told.add(name)
            yield name


def _inner(process: Process, body: Body) -> str:
    return body.path.removeprefix(f"{process.path}/")
