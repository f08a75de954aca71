"""One process folder -> `Process` and everything that is wrong with how it is written. Total: any bytes give findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Finding, finding
from generator.markup.targets import parse_target
from generator.model.content import Body, Meeting, Promise, Translation
from generator.model.private import Process
from generator.model.record import Record
from generator.model.registry import Registries
from generator.reading.attached import reads_like_people
from generator.reading.chapters import ReadChapter, read_body, read_chapters
from generator.reading.contributions import read_contributions
from generator.reading.coverage import read_coverage
from generator.reading.documents import Document, read_document
from generator.reading.fields import FieldReader
from generator.reading.files import Sorted, attached_files, sort_paths
from generator.reading.folder import Folder
from generator.reading.meetings import read_meetings
from generator.reading.participants import read_participants
from generator.reading.promises_and_responses import RESPONSES, read_promises, read_responses
from generator.reading.record import make_record
from generator.reading.scalars import ID, Context
from generator.reading.translations import Originals, read_translations, translated
from generator.reading.unsafe_markup import check_markdown
from generator.rules.fields.names import BAD_ID, RESERVED_NAME
from generator.structure import Answers, Structure, answers_of

INDEX = "index.md"


def read_process(folder: Folder, structure: Structure, registries: Registries) -> tuple[Process, tuple[Finding, ...]]:
    """Read a process folder. Raises only FileNotFoundError, when a file vanishes between listing and reading.

    What families C and G ask of the process is not judged here; neither is what links lead to.
    """
    context = Context(structure, registries)
    sorted_paths = sort_paths(folder)
    document, findings = read_document(folder, INDEX, structure)
    reader, record = _read_record(document, context)
    people = read_participants(folder, document.fields, context, record.consent)
    promises, promise_reader = read_promises(folder, context)
    responses, response_reader = read_responses(folder, context)
    contributions, contribution_faults = read_contributions(folder)
    coverage, coverage_faults = read_coverage(folder)
    own, foreign = _by_language(sorted_paths, structure)
    originals = Originals(record=record, chapters={}, meetings={}, promises=promises, responses=responses)
    texts = _read_texts(folder, own, foreign, originals, context)
    brief = read_body(document, ())
    bodies = (brief, *texts.bodies)
    linked, titles = _linked(folder, bodies, record, promises)
    lists_people = partial(_lists_people, record=record, structure=structure)
    files, unpublished, refused, file_faults = attached_files(
        folder, own.others, linked, titles, lists_people=lists_people
    )

    readers = (reader, promise_reader, response_reader, *texts.readers)
    answers = answers_of(
        record,
        promises_unkept=any(promise.status == "not-kept" for promise in promises),
        participants_listed=bool(people.participants),
    )
    faults = chain(
        _name(folder, structure),
        findings,
        sorted_paths.findings,
        people.findings,
        contribution_faults,
        coverage_faults,
        texts.faults,
        file_faults,
        *(check_markdown(body) for body in bodies),
        _of_readers(readers, answers),
        _of_chapters(texts.chapters, answers),
    )
    process = Process(
        id=folder.id,
        path=folder.path,
        record=record,
        brief=brief,
        chapters=tuple(read.chapter for read in texts.chapters),
        participants=people.participants,
        absent=people.absent,
        participants_span=people.span,
        promises=promises,
        responses=responses,
        has_responses_file=any(path.split("/")[0] == RESPONSES for path in folder.paths),
        contributions=contributions,
        coverage=coverage,
        meetings=texts.meetings,
        files=files,
        unpublished=unpublished,
        refused=(*(folder.place(path) for path in sorted_paths.refused), *refused),
        translations=texts.translations,
    )
    return process, tuple(sorted(faults, key=lambda finding: finding.order))


def _read_record(document: Document, context: Context) -> tuple[FieldReader, Record]:
    reader = FieldReader(context, document.start)
    values = reader.read(document.fields, context.structure.record)
    if not document.is_readable:
        reader.forget_missing()
    return reader, make_record(values, context.structure, reader.spans, is_readable=document.is_readable)


class _Texts(Struct, frozen=True, kw_only=True):
    """Chapters, meetings and translations, with what is wrong with them and who reads their fields."""

    chapters: tuple[ReadChapter, ...]
    meetings: tuple[Meeting, ...]
    translations: tuple[Translation, ...]
    readers: tuple[FieldReader, ...]
    """Of meetings and translations; a chapter has its own."""
    faults: tuple[Finding, ...]

    @property
    def bodies(self) -> Iterator[Body]:
        yield from (read.chapter.body for read in self.chapters)
        yield from (meeting.body for meeting in self.meetings)
        for translation in self.translations:
            yield from translation.bodies


def _read_texts(
    folder: Folder, paths: Sorted, foreign: Iterable[str], originals: Originals, context: Context
) -> _Texts:
    """`paths`: files in the process's own language; `foreign`: its translations. `originals` has no texts yet."""
    chapters, chapter_faults = read_chapters(folder, paths.chapters, originals.record.language, context)
    meetings, meeting_readers, meeting_faults = read_meetings(folder, paths.meetings, context)
    originals = replace(
        originals,
        chapters={_inner(folder, read.chapter.body): read.chapter for read in chapters},
        meetings={_inner(folder, meeting.body): meeting for meeting in meetings},
    )
    translations, translation_readers, translation_faults = read_translations(folder, foreign, originals, context)
    return _Texts(
        chapters=tuple(chapters),
        meetings=meetings,
        translations=translations,
        readers=(*meeting_readers, *translation_readers),
        faults=(*chapter_faults, *meeting_faults, *translation_faults),
    )


def _name(folder: Folder, structure: Structure) -> Iterable[Finding]:
    """The folder's name is the process's id and its address."""
    span = folder.start_of(INDEX)
    if not ID.match(folder.id):
        yield finding(BAD_ID, span, {"value": folder.id, "field": "id"}, hint="id-of-folder")
    elif folder.id in structure.reserved_ids:
        yield finding(RESERVED_NAME, span, {"value": folder.id})


def _lists_people(path: str, content: bytes, *, record: Record, structure: Structure) -> bool:
    """Whether an attached file reads like a list of people and is not named in the record's `publish_lists`."""
    named = {waiver.subject.strip().removeprefix("./") for waiver in record.publish_lists}
    return path not in named and reads_like_people(path, content, structure)


def _by_language(paths: Sorted, structure: Structure) -> tuple[Sorted, list[str]]:
    """The files in the process's own language, and those that are translations by their name."""

    def own(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(path for path in names if translated(path, structure) is None)

    every = (*paths.chapters, *paths.meetings, *paths.others)
    originals = replace(paths, chapters=own(paths.chapters), meetings=own(paths.meetings), others=own(paths.others))
    return originals, [path for path in every if translated(path, structure) is not None]


def _inner(folder: Folder, body: Body) -> str:
    """A body's path in its folder."""
    return body.path.removeprefix(folder.place(""))


def _linked(
    folder: Folder, bodies: Iterable[Body], record: Record, promises: Iterable[Promise]
) -> tuple[frozenset[str], Mapping[str, str]]:
    """Paths in the folder that its texts link to, its record or its promises name; and what they are called there."""
    titles: dict[str, str] = {}
    linked: set[str] = set()
    prefix = folder.place("")
    for body in bodies:
        for link in body.links:
            target = parse_target(body.path, link.target).path
            if target and target.startswith(prefix):
                linked.add(target.removeprefix(prefix))
                if link.text and not link.is_image:
                    titles.setdefault(target.removeprefix(prefix), link.text)
    named = [(file.path, file.title) for file in record.output.files if file.path]
    if record.picture and record.picture.path:
        named.append((record.picture.path, record.picture.alt))
    named += [(promise.evidence, None) for promise in promises if promise.evidence]
    for path, title in named:
        target = parse_target(folder.place(INDEX), path or "").path
        if target and target.startswith(prefix):
            linked.add(target.removeprefix(prefix))
            if title:
                titles[target.removeprefix(prefix)] = title
    return frozenset(linked), titles


def _of_readers(readers: Iterable[FieldReader], answers: Answers) -> Iterable[Finding]:
    for reader in readers:
        reader.missing(answers)
        yield from reader.findings


def _of_chapters(chapters: Iterable[ReadChapter], answers: Answers) -> Iterable[Finding]:
    for read in chapters:
        if not read.chapter.is_readable:
            read.reader.forget_missing()
        read.reader.missing(answers)
        yield from read.reader.findings
