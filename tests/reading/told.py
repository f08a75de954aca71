"""Small processes held in memory, and what reading says of them."""

from generator.diagnostics import Finding
from generator.model.private import Process
from generator.reading import Folder, read_process, read_registries
from generator.structure import load_structure

STRUCTURE = load_structure()
REGISTRIES, _ = read_registries(
    {
        "ministries.yml": 'health: {name: {he: משרד הבריאות}, aliases: ["בריאות"]}\n'.encode(),
        "topics.yml": "water: {title: {he: מים, en: Water}}\n".encode(),
    },
    STRUCTURE,
)
SOUND = """\
title: שולחן עגול
short_description: מה נלמד.
ministry: health
kind: knowledge
methods: [round-table]
end_date: 2024-03-10
status: open
"""


def read(
    fields: str = "", files: dict[str, str | bytes] | None = None, folder: str = "group/table"
) -> tuple[Process, list[Finding]]:
    """A sound open process, with `fields` after its own and `files` beside it; and its findings."""
    index = f"---\n{SOUND}{fields}---\nבקצרה.\n"
    process, findings = read_process(Folder.of(folder, {"index.md": index, **(files or {})}), STRUCTURE, REGISTRIES)
    return process, list(findings)


def told(findings: list[Finding]) -> list[tuple[str, str, int, int]]:
    """Rule, file, line and column of each finding."""
    return [(each.rule, each.span.path.rpartition("/")[2], each.span.line, each.span.column) for each in findings]
