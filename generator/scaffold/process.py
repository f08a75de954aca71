"""A draft -> the files of a process folder that builds at once: what is known, and a marked placeholder for all that is wanted.

What is wanted is what the profile will ask for when the process is closed, so that a folder whose gaps are filled is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from generator.markup import scan_body
from generator.scaffold.draft import Draft, DraftChapter, Files
from generator.scaffold.fields import FieldWriter, comment
from generator.scaffold.profile import with_defaults
from generator.scaffold.words import LIST_NOTES
from generator.scaffold.yaml_text import Value, lines_of
from generator.source.placeholders import placeholder
from generator.structure import (
    Answers,
    ElementSpec,
    PartSpec,
    RequiredPart,
    Structure,
    element_by_id,
    fields_of,
    parts_of,
    required_elements,
    required_fields,
    required_parts,
)

CLOSING = (
    "start_date",
    "participants.default_consent",
    "participants.basis",
    "output.type",
    "output.audience",
    "output.purpose",
    "output.distribution",
    "output.continuation",
    "outcomes",
    "closing.participants_told",
    "closing.output_sent",
    "closing.contact.name",
    "closing.contact.email",
)
"""What the closing gate asks of every process (spec 3.5), and what publishing people asks: neither is `required` in the
structure, because each has a rule of its own."""

FOR_DECISION = ("approvals", "output.expected")
"""What is asked besides of an output that decision makers are to act on."""

_OF_THE_FILE = frozenset(("element", "title", "order", "covers"))


def process_files(
    draft: Draft, structure: Structure, language: str, *, lists: bool = True, index: bool = True
) -> Files:
    """The folder of a process, comments in `language`.

    `lists`: also an empty list of promises and of responses; `index`: also the record, and what the whole process wants
    besides the draft's own chapters.
    """
    answers = _answers(with_defaults(draft.record))
    files: list[tuple[str, str | bytes]] = []
    if index:
        files.append(("index.md", _index(draft, structure, language, answers)))
    chapters = (*draft.chapters, *(_placeholder_chapters(draft, structure, answers) if index else ()))
    files += _chapter_files(chapters, draft, structure, language, answers)
    if lists:
        files += _ledgers(language, structure)
    return (*files, *draft.files)


def _index(draft: Draft, structure: Structure, language: str, answers: Answers) -> str:
    besides = FOR_DECISION if "decision-makers" in (answers.get("output.audience") or ()) else ()
    wanted = frozenset((*CLOSING, *besides, *(path for path, _ in required_fields(structure, answers))))
    writer = FieldWriter(
        structure=structure, language=language, own_language=draft.language, wanted=wanted, assumed=draft.assumed
    )
    brief = draft.brief.strip() or placeholder(_brief_wanted(structure, draft.language), draft.language)
    return _document(writer.write(structure.record, draft.record), brief)


def _brief_wanted(structure: Structure, language: str) -> str:
    spec = next(spec for spec in structure.record if spec.id == "short_description")
    return (spec.guidance or spec.title).in_language(language)


def _answers(record: Mapping[str, Value]) -> Answers:
    """What the record answers, as if the process were closed already."""
    answers: dict[str, frozenset[str] | None] = {name: _ids(value) for name, value in record.items()}
    output = record.get("output")
    for name, value in (output if isinstance(output, Mapping) else {}).items():
        answers[f"output.{name}"] = _ids(value)
    no = frozenset(("no",))
    return answers | {"status": frozenset(("closed",)), "expectations-unmet": no, "participants-listed": no}


def _ids(value: Value) -> frozenset[str] | None:
    if isinstance(value, str):
        return frozenset((value,))
    return frozenset(each for each in value if isinstance(each, str)) or None


def _placeholder_chapters(draft: Draft, structure: Structure, answers: Answers) -> Iterator[DraftChapter]:
    """A chapter for each element that is asked for and that no chapter of the draft is or hosts."""
    for required in required_elements(structure, answers):
        own = [part.id for part in required.element.parts]
        there = any(
            chapter.element == required.element.id
            or (chapter.element in required.places and set(own) & _parts_in(chapter, structure))
            for chapter in draft.chapters
        )
        if not there:
            yield DraftChapter(element=required.element.id)


def _parts_in(chapter: DraftChapter, structure: Structure) -> set[str]:
    body = scan_body("", chapter.body, 1, parts_of(structure, chapter.element))
    return {heading.part for heading in body.headings if heading.part}


def _chapter_files(
    chapters: Sequence[DraftChapter], draft: Draft, structure: Structure, language: str, answers: Answers
) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for chapter in chapters:
        element = element_by_id(structure, chapter.element)
        if element is None:
            raise ValueError(f"{chapter.element} is no element of the structure")
        stem = next(stem for n in count(1) if (stem := element.id if n == 1 else f"{element.id}-{n}") not in taken)
        taken.add(stem)
        yield f"{stem}.md", _chapter(chapter, element, stem, draft.language, structure, language, answers)


def _chapter(
    chapter: DraftChapter,
    element: ElementSpec,
    stem: str,
    own_language: str,
    structure: Structure,
    language: str,
    answers: Answers,
) -> str:
    specs = [spec for spec in fields_of(structure, element.id) if spec.id not in _OF_THE_FILE]
    writer = FieldWriter(
        structure=structure,
        language=language,
        own_language=own_language,
        wanted=frozenset(f"{spec.id}.{inner.id}" for spec in element.fields if spec.required for inner in spec.fields),
    )
    head = (
        comment(f"{element.title.in_language(language)}: {element.guidance.in_language(language)}")
        if (element.guidance)
        else []
    )
    if stem != element.id:
        head += lines_of("element", element.id)
    if chapter.title:
        head += lines_of("title", chapter.title)
    parts = [part for part in required_parts(structure, answers, recommended=True) if part.element == element.id]
    body = "\n\n".join(
        (*filter(None, (chapter.body.strip(),)), *_placeholder_parts(chapter, parts, element, own_language, structure))
    )
    if not body:
        body = placeholder((element.guidance or element.title).in_language(own_language), own_language)
    return _document([*head, *writer.write(specs, chapter.fields)], body)


def _placeholder_parts(
    chapter: DraftChapter, parts: Sequence[RequiredPart], element: ElementSpec, language: str, structure: Structure
) -> Iterator[str]:
    """A heading and a placeholder for each part that is asked for and not there; where one of several will do, for all."""
    there = _parts_in(chapter, structure)
    specs = {part.id: part for part in element.parts}
    is_prose = not chapter.body.strip() and all(part.is_recommended for part in parts)
    if is_prose and parts:
        yield placeholder((element.guidance or element.title).in_language(language), language)
    for part in parts:
        if not there & set(part.one_of):
            yield from (_placeholder_part(specs[each], language) for each in part.one_of if each in specs)


def _placeholder_part(part: PartSpec, language: str) -> str:
    wanted = (part.guidance or part.title).in_language(language)
    return f"## {part.title.in_language(language)}\n\n{placeholder(wanted, language)}"


def _ledgers(language: str, structure: Structure) -> Iterator[tuple[str, str]]:
    """Empty lists with a comment that says what belongs there. The list of participants is left to `sikum import`."""
    for name, specs in (("promises", structure.promise), ("responses", structure.response)):
        lines = comment(LIST_NOTES[name].in_language(language))
        for spec in specs:
            guidance = f" – {spec.guidance.in_language(language)}" if spec.guidance else ""
            lines += comment(f"{spec.id}: {spec.title.in_language(language)}{guidance}")
        example = "\n".join(f"{'# - ' if not n else '#   '}{spec.id}:" for n, spec in enumerate(specs))
        yield f"{name}.yml", "\n".join((*lines, "#", example)) + "\n"


def _document(head: Sequence[str], body: str) -> str:
    fields = "\n".join(head)
    return f"---\n{fields}\n---\n\n{body.strip()}\n" if head else f"{body.strip()}\n"
