"""Texts without what no page shows: what is kept of a version, and published beside it, holds no editor's notes."""

from __future__ import annotations

from itertools import chain

from generator.markup import scan_body
from generator.markup.unshown import may_hold_unshown, without_unshown
from generator.model.content import Body
from generator.model.published import PublishedProcess
from generator.pipeline.markdown_bodies import bodies_of, each_body
from generator.structure import Structure, parts_of
from generator.structure.specs import PartSpec


def shown(process: PublishedProcess, structure: Structure) -> PublishedProcess:
    """A process with its texts as they are shown; itself where they all are already."""
    noted = {body.path: body for body in bodies_of(process) if may_hold_unshown(body.text)}
    if not noted:
        return process
    parts = parts_by_path(process, structure)
    bodies = {path: shown_body(body, parts.get(path, ())) for path, body in noted.items()}
    if bodies == noted:
        return process
    return each_body(process, lambda body: bodies.get(body.path, body))


def parts_by_path(process: PublishedProcess, structure: Structure) -> dict[str, tuple[PartSpec, ...]]:
    """The parts that each chapter of a process may have, by the path of its file."""
    chapters = chain(process.chapters, *(translation.chapters for translation in process.translations))
    return {chapter.body.path: parts_of(structure, chapter.element) for chapter in chapters}


def shown_body(body: Body, parts: tuple[PartSpec, ...] = ()) -> Body:
    """The body without comments, unused definitions and unused notes. `parts`: those that a heading may open here."""
    text = without_unshown(body.text)
    return body if text == body.text else scan_body(body.path, text, body.first_line, parts)
