"""A draft from an archive -> the files of a process folder that hold what is known, and no page of gaps.

Only the fields that every process must have get a mark where the archive does not say: nobody answers them but people.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.scaffold.draft import Draft, Files
from generator.scaffold.fields import FieldWriter
from generator.scaffold.yaml_text import Value, lines_of
from generator.structure import Structure

_ALWAYS = ("kind", "methods")
_ENDED = ("closing", "withdrawn")


def known_files(draft: Draft, structure: Structure, language: str) -> Files:
    """The record and the chapters of the draft; placeholders have comments above them, in `language`."""
    ended = ("end_date",) if draft.record.get("status") in _ENDED else ()
    writer = FieldWriter(
        structure=structure,
        language=language,
        own_language=draft.language,
        wanted=frozenset((*_ALWAYS, *ended)),
        assumed=draft.assumed,
        optional=False,
        guidance=False,
    )
    files: list[tuple[str, str | bytes]] = [
        ("index.md", _document(writer.write(structure.record, draft.record), draft.brief))
    ]
    stems: dict[str, int] = {}
    for chapter in draft.chapters:
        stems[chapter.element] = number = stems.get(chapter.element, 0) + 1
        head = [] if number == 1 else lines_of("element", chapter.element)
        head += lines_of("title", chapter.title) if chapter.title else []
        stem = chapter.element if number == 1 else f"{chapter.element}-{number}"
        files.append((f"{stem}.md", _document(head, chapter.body)))
    return (*files, *draft.files)


def known_meeting(values: Mapping[str, Value], text: str, structure: Structure, language: str) -> str:
    """The text of a file of `meetings/`: what is known of a meeting, and its summary if there is one."""
    writer = FieldWriter(
        structure=structure,
        language=language,
        own_language=language,
        wanted=frozenset(),
        optional=False,
        guidance=False,
    )
    return _document(writer.write(structure.meeting, values), text)


def _document(head: list[str], body: str) -> str:
    fields = "\n".join(head)
    return "\n\n".join(part for part in (f"---\n{fields}\n---" if head else "", body.strip()) if part) + "\n"
