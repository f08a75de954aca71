"""The process in another language: `index.ar.md`, and chapters beside the originals (`foreword.ar.md`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.diagnostics import Finding, finding
from generator.model.content import Body, Chapter, Translation
from generator.model.record import Record
from generator.reading.chapters import make_chapter, read_body
from generator.reading.documents import Document, read_document
from generator.reading.fields import FieldReader, Values
from generator.reading.folder import Folder
from generator.reading.scalars import Context
from generator.reading.typed import maps, text
from generator.rules.chapters.text import ORPHAN_TRANSLATION
from generator.rules.fields.record import FACT_IN_TRANSLATION
from generator.source.nodes import MapNode
from generator.structure import ALWAYS, FieldSpec, Structure, element_by_id, fields_of

_RECORD_TEXTS = ("title", "short_description", "bottom_lines")
_CHAPTER_FACTS = ("element", "order")


def translated(path: str, structure: Structure) -> tuple[str, str] | None:
    """The original's path and the language that a translation's name says: (`foreword.md`, `ar`) of `foreword.ar.md`."""
    folder, slash, name = path.rpartition("/")
    stem, _, language = name.removesuffix(".md").rpartition(".")
    if not stem or language not in structure.languages or not path.endswith(".md"):
        return None
    return f"{folder}{slash}{stem}.md", language


def read_translations(
    folder: Folder, paths: Iterable[str], record: Record, chapters: Mapping[str, Chapter], context: Context
) -> tuple[tuple[Translation, ...], list[FieldReader], list[Finding]]:
    """Translations by language. `chapters` are the originals by their path in the folder."""
    findings: list[Finding] = []
    readers: list[FieldReader] = []
    briefs: dict[str, tuple[Document, Values]] = {}
    translated_chapters: dict[str, list[Chapter]] = {}
    for path in paths:
        original, language = translated(path, context.structure) or (path, "")
        document, faults = read_document(folder, path, context.structure)
        findings += faults
        if original == "index.md":
            reader = FieldReader(context, document.start)
            specs = tuple(_as_translated(spec) for spec in context.structure.record if spec.id in _RECORD_TEXTS)
            briefs[language] = (document, _read(reader, document, specs, context.structure.record))
        elif original in chapters:
            chapter = chapters[original]
            reader = FieldReader(context, document.start)
            every = fields_of(context.structure, chapter.element)
            specs = tuple(spec for spec in every if spec.id not in _CHAPTER_FACTS)
            values = _read(reader, document, specs, every)
            spec = element_by_id(context.structure, chapter.element)
            fallback = spec.title.in_language(language) if spec else chapter.title
            made = make_chapter(document, original, chapter.element, values, reader, fallback, context)
            translated_chapters.setdefault(language, []).append(made)
            reader.forget_missing()  # the original is asked for its fields, not each translation again
        else:
            values_of = {"path": folder.place(original)}
            findings.append(finding(ORPHAN_TRANSLATION, folder.start_of(path), values_of))
            continue
        if not document.is_readable:
            reader.forget_missing()
        readers.append(reader)
    order = {chapter.stem: index for index, chapter in enumerate(chapters.values())}
    translations = tuple(
        _translation(folder, language, record, briefs.get(language), translated_chapters.get(language, []), order)
        for language in sorted({*briefs, *translated_chapters})
    )
    return translations, readers, findings


def _as_translated(spec: FieldSpec) -> FieldSpec:
    """A field as a translation has it: what is asked of some originals only, and how many items, is asked of those."""
    if spec.required == ALWAYS:
        return spec
    return replace(spec, required=None, min_items=None, max_items=None)


def _read(reader: FieldReader, document: Document, specs: Sequence[FieldSpec], every: Sequence[FieldSpec]) -> Values:
    """The texts of a translation; F030 for a fact that is the record's own."""
    facts = {spec.id for spec in every} - {spec.id for spec in specs}
    for entry in document.fields.entries:
        if entry.key.text in facts:
            reader.report(FACT_IN_TRANSLATION, entry.key.span, {"field": entry.key.text})
    kept = tuple(entry for entry in document.fields.entries if entry.key.text not in facts)
    return reader.read(MapNode(kept, document.fields.span), specs)


def _translation(
    folder: Folder,
    language: str,
    record: Record,
    brief: tuple[Document, Values] | None,
    chapters: list[Chapter],
    order: Mapping[str, int],
) -> Translation:
    document, values = brief or (None, {})
    return Translation(
        language=language,
        title=text(values, "title") or record.title,
        short_description=text(values, "short_description") or record.short_description,
        bottom_lines=tuple(line for item in maps(values, "bottom_lines") if (line := text(item, "text"))),
        brief=read_body(document, ())
        if document
        else Body(path=folder.place(f"index.{language}.md"), text="", first_line=1),
        chapters=tuple(sorted(chapters, key=lambda chapter: order.get(chapter.stem, 0))),
    )
