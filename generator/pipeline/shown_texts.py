"""Texts without what no page shows: what is kept of a version, and published beside it, holds no editor's notes."""

from __future__ import annotations

from itertools import chain

from generator.markup import scan_body
from generator.markup.unshown import MARKS, without_unshown
from generator.model.content import Body
from generator.model.published import PublishedProcess
from generator.pipeline.markdown_bodies import Packed, each_body, light, pack, whole
from generator.structure import Structure, parts_of
from generator.structure.specs import PartSpec

_MARKS = tuple(mark.encode() for mark in MARKS)


def shown(packed: Packed, structure: Structure) -> Packed:
    """A process with its texts as they are shown."""
    if not any(mark in packed.texts for mark in _MARKS):
        return packed
    process = whole(light(packed.record), packed.texts)
    parts = parts_by_path(process, structure)
    after = each_body(process, lambda body: shown_body(body, parts.get(body.path, ())))
    return packed if after == process else pack(after)


def parts_by_path(process: PublishedProcess, structure: Structure) -> dict[str, tuple[PartSpec, ...]]:
    """The parts that each chapter of a process may have, by the path of its file."""
    chapters = chain(process.chapters, *(translation.chapters for translation in process.translations))
    return {chapter.body.path: parts_of(structure, chapter.element) for chapter in chapters}


def shown_body(body: Body, parts: tuple[PartSpec, ...] = ()) -> Body:
    """The body without comments, unused definitions and unused notes. `parts`: those that a heading may open here."""
    text = without_unshown(body.text)
    return body if text == body.text else scan_body(body.path, text, body.first_line, parts)
