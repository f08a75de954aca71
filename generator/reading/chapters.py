"""Markdown files of a process -> chapters, with their element, title and order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Finding, Related, Rule, Span, finding
from generator.markup.scan import scan_body
from generator.model.content import Author, Body, Chapter, Lesson
from generator.reading.documents import Document, read_document
from generator.reading.extra import extra_fields
from generator.reading.fields import FieldReader, Values
from generator.reading.folder import Folder
from generator.reading.scalars import Context
from generator.reading.typed import inner, maps, number, text, texts
from generator.rules.chapters.structure import DUPLICATE_ELEMENT, UNKNOWN_ELEMENT, UNKNOWN_PART
from generator.rules.chapters.text import DUPLICATE_CHAPTER_URL, RESERVED_CHAPTER_NAME
from generator.source.nodes import ListNode, Scalar
from generator.structure import (
    ElementSpec,
    FieldSpec,
    PartSpec,
    Structure,
    element_by_id,
    fields_of,
    match_heading,
    match_name,
    nearest,
    parts_of,
    written_names,
)

APPENDICES = "appendices"


class ReadChapter(Struct, frozen=True):
    """A chapter, and the reader that later reports what is missing in it."""

    chapter: Chapter
    reader: FieldReader


def read_chapters(
    folder: Folder, paths: Iterable[str], language: str, context: Context
) -> tuple[list[ReadChapter], list[Finding]]:
    """The chapters among `paths` (Markdown in the process folder and its `appendices/`), in the order of publication."""
    structure = context.structure
    chapters: list[ReadChapter] = []
    findings: list[Finding] = []
    for path in paths:
        stem = stem_of(path)
        if stem in structure.reserved_stems or stem in structure.languages:
            findings.append(_fault(RESERVED_CHAPTER_NAME, folder.start_of(path), {"value": stem}))
            continue
        document, faults = read_document(folder, path, context.structure)
        findings += faults
        chapters.append(_chapter(document, path, language, context))
    rank = {element.id: index for index, element in enumerate(structure.elements)}
    chapters.sort(key=lambda each: order_key(each.chapter, rank))
    findings += _repeated_elements(chapters, structure)
    findings += _repeated_addresses(folder, chapters)
    return chapters, findings


def order_key(chapter: Chapter, rank: dict[str, int]) -> tuple[int, int, int, str]:
    """Sort key: the structure's order, then `order`, then name; chapters without `order` come last."""
    return (
        rank.get(chapter.element, len(rank)),
        0 if chapter.order is not None else 1,
        chapter.order or 0,
        chapter.stem,
    )


def stem_of(path: str) -> str:
    """The last part of a chapter's URL."""
    return path.rpartition("/")[2].removesuffix(".md")


def read_body(document: Document, parts: Sequence[PartSpec]) -> Body:
    """The body of a document, scanned."""
    body = scan_body(document.path, document.body, document.body_line, parts)
    return body if document.has_body else replace(body, is_readable=False)


def chapter_values(
    document: Document, specs: Sequence[FieldSpec], context: Context, element: str = ""
) -> tuple[FieldReader, Values]:
    """The front matter of a chapter by the fields of its element."""
    reader = FieldReader(context, document.start, element)
    return reader, reader.read(document.fields, specs)


def make_chapter(
    document: Document, path: str, element: str, values: Values, reader: FieldReader, fallback: str, context: Context
) -> Chapter:
    """Makes a chapter of its values and body; `fallback` is the title when the front matter has none."""
    structure = context.structure
    body = read_body(document, parts_of(structure, element))
    first = next((heading.text for heading in body.headings if heading.level == 1 and heading.text), "")
    author = inner(values, "author")
    return Chapter(
        stem=stem_of(path),
        element=element,
        title=text(values, "title") or first or fallback,
        order=number(values, "order"),
        author=Author(
            name=text(author, "name"),
            role=text(author, "role"),
            organisation=text(author, "organisation"),
            standing=text(author, "standing"),
        )
        if author
        else None,
        covers=_covers(document, values, element, reader, structure),
        appendix_type=text(values, "type"),
        lessons=tuple(
            Lesson(
                text=text(lesson, "text") or "",
                about=text(lesson, "about"),
                verdict=text(lesson, "verdict"),
                theme=text(lesson, "theme"),
            )
            for lesson in maps(values, "lessons")
        ),
        insights=texts(values, "insights"),
        extra=extra_fields(values, fields_of(structure, element), Chapter, {"type": "appendix_type"}),
        body=body,
        spans=reader.spans,
    )


def _chapter(document: Document, path: str, language: str, context: Context) -> ReadChapter:
    structure = context.structure
    element, fault = _element(document, path, structure)
    reader, values = chapter_values(document, fields_of(structure, element), context, element)
    if fault is not None:
        reader.findings.append(fault)
        reader.forget_missing()
    spec = element_by_id(structure, element)
    fallback = spec.title.in_language(language) if spec else stem_of(path)
    chapter = make_chapter(document, path, element, values, reader, fallback, context)
    chapter = replace(chapter, is_element_guessed=fault is not None, is_readable=document.is_readable)
    return ReadChapter(chapter, reader)


def _element(document: Document, path: str, structure: Structure) -> tuple[str, Finding | None]:
    """The id of the element a file is a chapter of: by `element:`, else by its stem, else by lying in `appendices/`.

    What is not known is taken for the nearest, so that one wrong letter is not also a missing chapter.
    """
    elements = tuple(element for element in structure.elements if not element.is_generated)
    written = document.fields.get("element")
    in_appendices = path.startswith(f"{APPENDICES}/")
    if isinstance(written, Scalar) and not written.is_empty and written.text.strip():
        name, span = written.text.strip(), written.span
    elif in_appendices and (appendix := next((e for e in elements if e.is_appendix), None)):
        return appendix.id, None
    else:
        name, span = stem_of(path), Span.start_of(document.path)
    if found := match_name(elements, name):
        return found.id, None
    if not document.is_readable:
        return _likely(elements, name), None  # what `element:` says is in the part that cannot be read
    near = nearest(name, written_names(elements))
    known = near or ", ".join(element.id for element in elements)
    hint = "did-you-mean" if near else None
    return _likely(elements, name), _fault(UNKNOWN_ELEMENT, span, {"value": name, "known": known}, hint)


def _likely(elements: Sequence[ElementSpec], name: str) -> str:
    near = nearest(name, written_names(elements))
    found = match_name(elements, near) if near else None
    return found.id if found else ""


def _covers(
    document: Document, values: Values, element: str, reader: FieldReader, structure: Structure
) -> tuple[str, ...]:
    """Ids of the parts named in `covers`; what is no part of the element is C009."""
    parts = parts_of(structure, element)
    node = document.fields.get("covers")
    places = node.items if isinstance(node, ListNode) else ()
    spans = {item.text.strip(): item.span for item in places if isinstance(item, Scalar)}
    found: list[str] = []
    for written in texts(values, "covers"):
        part = match_heading(parts, written)
        if part is not None:
            found.append(part.id)
        elif element:
            near = nearest(written, written_names(parts))
            known = near or ", ".join(part.id for part in parts)
            span = spans.get(written, document.start)
            fault = {"value": written, "element": element, "known": known}
            reader.findings.append(_fault(UNKNOWN_PART, span, fault, "did-you-mean" if near else None))
    return tuple(dict.fromkeys(found))


def _repeated_elements(chapters: Sequence[ReadChapter], structure: Structure) -> Iterable[Finding]:
    """C006 for the second and later chapters of an element that occurs once; nothing is required of them."""
    seen: dict[str, Chapter] = {}
    for read in chapters:
        chapter = read.chapter
        spec = element_by_id(structure, chapter.element)
        if spec is None or spec.repeats:
            continue
        if first := seen.get(chapter.element):
            related = (Related(_where(first), "first-here"),)
            read.reader.forget_missing()
            yield _fault(DUPLICATE_ELEMENT, _where(chapter), {"element": chapter.element}, related=related)
        else:
            seen[chapter.element] = chapter


def _repeated_addresses(folder: Folder, chapters: Sequence[ReadChapter]) -> Iterable[Finding]:
    """C011 for chapters whose stem another one has: one in the folder, one in `appendices/`."""
    seen: dict[str, Chapter] = {}
    for chapter in sorted((read.chapter for read in chapters), key=lambda each: (each.body.path.count("/"), each.stem)):
        if first := seen.get(chapter.stem):
            span = Span.start_of(chapter.body.path)
            related = (Related(Span.start_of(first.body.path), "first-here"),)
            yield _fault(DUPLICATE_CHAPTER_URL, span, {"value": f"{folder.id}/{chapter.stem}/"}, related=related)
        else:
            seen[chapter.stem] = chapter


def _where(chapter: Chapter) -> Span:
    return chapter.spans.get("element") or Span.start_of(chapter.body.path)


def _fault(
    rule: Rule, span: Span, values: dict[str, str], hint: str | None = None, related: tuple[Related, ...] = ()
) -> Finding:
    return finding(rule, span, values, hint=hint, related=related)
