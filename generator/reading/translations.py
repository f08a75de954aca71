"""The process in another language: `index.ar.md`, and texts beside the originals (`foreword.ar.md`, `responses.ar.yml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Finding, finding
from generator.model.content import Body, Chapter, Meeting, Promise, Response, Translation
from generator.model.record import Record
from generator.reading.chapters import make_chapter, read_body
from generator.reading.documents import read_document
from generator.reading.fields import FieldReader
from generator.reading.folder import Folder
from generator.reading.meetings import make_meeting
from generator.reading.promises_and_responses import PROMISES, RESPONSES
from generator.reading.scalars import Context
from generator.reading.translated_texts import (
    Found,
    read_goals,
    read_list_texts,
    read_outcome_texts,
    read_words,
    texts_alone,
)
from generator.reading.typed import maps, text
from generator.rules.chapters.translations import ORPHAN_TRANSLATION
from generator.structure import FieldSpec, Structure, element_by_id, fields_of
from generator.structure.translated import as_translated, chapter_in_translation, meeting_in_translation, record_texts

_INDEX = "index.md"


class Originals(Struct, frozen=True, kw_only=True):
    """What may be translated. Chapters and meetings by their path in the folder."""

    record: Record
    chapters: Mapping[str, Chapter]
    meetings: Mapping[str, Meeting]
    promises: tuple[Promise, ...]
    responses: tuple[Response, ...]

    def has(self, path: str) -> bool:
        """Whether a translation of this file has an original."""
        if path in (PROMISES, RESPONSES):
            return bool(self.promises if path == PROMISES else self.responses)
        return path == _INDEX or path in self.chapters or path in self.meetings


def translated(path: str, structure: Structure) -> tuple[str, str] | None:
    """The original's path and the language that a translation's name says: (`foreword.md`, `ar`) of `foreword.ar.md`."""
    folder, slash, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    stem, _, language = stem.rpartition(".")
    original = f"{folder}{slash}{stem}.{ending}"
    if not stem or language not in structure.languages:
        return None
    return (original, language) if ending == "md" or original in (PROMISES, RESPONSES) else None


def read_translations(
    folder: Folder, paths: Iterable[str], originals: Originals, context: Context
) -> tuple[tuple[Translation, ...], list[FieldReader], list[Finding]]:
    """Translations by language, of the files `paths`, each of which `translated` knows."""
    found = Found()
    made: dict[str, Translation] = {}
    for path in paths:
        original, language = translated(path, context.structure) or (path, "")
        if not originals.has(original):
            values = {"path": folder.place(original)}
            found.findings.append(finding(ORPHAN_TRANSLATION, folder.start_of(path), values))
            continue
        before = made.get(language) or _empty(folder, language, originals.record)
        made[language] = _with(before, folder, path, original, originals, context, found)
    translations = tuple(_in_order(made[language], originals) for language in sorted(made))
    return translations, found.readers, found.findings


def _empty(folder: Folder, language: str, record: Record) -> Translation:
    return Translation(
        language=language,
        title=record.title,
        short_description=record.short_description,
        brief=Body(path=folder.place(f"index.{language}.md"), text="", first_line=1),
    )


def _with(
    translation: Translation,
    folder: Folder,
    path: str,
    original: str,
    originals: Originals,
    context: Context,
    found: Found,
) -> Translation:
    """The translation with what one file adds to it."""
    if original == _INDEX:
        return _with_record(translation, folder, path, originals.record, context, found)
    if original == PROMISES:
        promises = read_list_texts(folder, path, "promises", originals.promises, context, found)
        return replace(translation, promises=promises)
    if original == RESPONSES:
        responses = read_list_texts(folder, path, "responses", originals.responses, context, found)
        return replace(translation, responses=responses)
    if original in originals.meetings:
        meeting = _meeting(folder, path, originals.meetings[original], context, found)
        return replace(translation, meetings=(*translation.meetings, meeting))
    chapter = _chapter(folder, path, original, originals.chapters[original], translation.language, context, found)
    return replace(translation, chapters=(*translation.chapters, chapter))


def _with_record(
    translation: Translation, folder: Folder, path: str, record: Record, context: Context, found: Found
) -> Translation:
    document, faults = read_document(folder, path, context.structure)
    found.findings += faults
    reader = FieldReader(context, document.start)
    every = context.structure.record
    texts = record_texts(context.structure)
    fields = texts_alone(document.fields, texts, every, reader)
    specs = tuple(as_translated(spec) for spec in every if spec.id in texts)
    values = reader.read(fields, specs)
    if not document.is_readable:
        reader.forget_missing()
    found.readers.append(reader)
    words, uneven = read_words(values, record, reader, found)
    lines = tuple(line for item in maps(values, "bottom_lines") if (line := text(item, "text")))
    return replace(
        translation,
        title=text(values, "title") or record.title,
        short_description=text(values, "short_description") or record.short_description,
        bottom_lines=lines,
        goals=read_goals(maps(values, "goals"), record),
        outcomes=read_outcome_texts(values, record, reader, found),
        words=words,
        uneven=uneven,
        brief=read_body(document, ()),
        has_record=True,
    )


def _chapter(
    folder: Folder, path: str, original: str, chapter: Chapter, language: str, context: Context, found: Found
) -> Chapter:
    document, faults = read_document(folder, path, context.structure)
    found.findings += faults
    reader = FieldReader(context, document.start)
    every = fields_of(context.structure, chapter.element)
    specs = chapter_in_translation(context.structure, chapter.element)
    values = reader.read(texts_alone(document.fields, _names(specs), every, reader), specs)
    reader.forget_missing()  # the original is asked for its fields, not each translation again
    found.readers.append(reader)
    spec = element_by_id(context.structure, chapter.element)
    fallback = spec.title.in_language(language) if spec else chapter.title
    return make_chapter(document, original, chapter.element, values, reader, fallback, context)


def _meeting(folder: Folder, path: str, original: Meeting, context: Context, found: Found) -> Meeting:
    """A meeting with its words translated; day, hours and figures are the original's."""
    document, faults = read_document(folder, path, context.structure)
    found.findings += faults
    reader = FieldReader(context, document.start)
    every = context.structure.meeting
    specs = meeting_in_translation(context.structure)
    values = reader.read(texts_alone(document.fields, _names(specs), every, reader), specs)
    reader.forget_missing()
    found.readers.append(reader)
    words = make_meeting(document, path, values, reader, context)
    has_title = "title" in values or any(heading.level == 1 for heading in words.body.headings)
    return replace(
        original,
        title=words.title if has_title else original.title,
        location=words.location or original.location,
        type=words.type or original.type,
        organisations=words.organisations or original.organisations,
        extra=words.extra or original.extra,
        body=words.body,
        spans=words.spans,
    )


def _names(specs: Sequence[FieldSpec]) -> dict[str, None]:
    return {spec.id: None for spec in specs}


def _in_order(translation: Translation, originals: Originals) -> Translation:
    """Chapters and meetings in the order of their originals."""
    chapters = {chapter.stem: index for index, chapter in enumerate(originals.chapters.values())}
    meetings = {meeting.stem: index for index, meeting in enumerate(originals.meetings.values())}
    return replace(
        translation,
        chapters=tuple(sorted(translation.chapters, key=lambda each: chapters.get(each.stem, 0))),
        meetings=tuple(sorted(translation.meetings, key=lambda each: meetings.get(each.stem, 0))),
    )
