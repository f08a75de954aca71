"""The summary of one consultation meeting, with a placeholder for each part."""

from __future__ import annotations

from collections.abc import Mapping

from generator.scaffold.fields import FieldWriter
from generator.scaffold.yaml_text import Value
from generator.source.placeholders import placeholder
from generator.structure import Structure


def meeting_file(date: str, title: str | None, structure: Structure, language: str, own_language: str) -> str:
    """The text of `meetings/<date>.md`; `date` is ISO, comments are in `language`, the rest in the process's own."""
    values: dict[str, Value] = {"date": date, **({"title": title} if title else {})}
    writer = FieldWriter(
        structure=structure, language=language, own_language=own_language, wanted=frozenset(("title", "location"))
    )
    parts = (
        f"## {part.title.in_language(own_language)}\n\n"
        f"{placeholder((part.guidance or part.title).in_language(own_language), own_language)}"
        for part in structure.meeting_parts
    )
    head = "\n".join(writer.write(structure.meeting, values))
    return f"---\n{head}\n---\n\n" + "\n\n".join(parts) + "\n"


def written_meeting(
    values: Mapping[str, Value], body: str, structure: Structure, language: str, own_language: str
) -> str:
    """The text of a file of `meetings/` from what somebody wrote elsewhere; a title that is not known is a marked gap."""
    writer = FieldWriter(
        structure=structure,
        language=language,
        own_language=own_language,
        wanted=frozenset(("title",)),
        optional=False,
        guidance=False,
    )
    head = "\n".join(writer.write(structure.meeting, values))
    return f"---\n{head}\n---\n\n{body.strip()}\n"
