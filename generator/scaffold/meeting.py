"""The summary of one consultation meeting, with a placeholder for each part."""

from __future__ import annotations

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
