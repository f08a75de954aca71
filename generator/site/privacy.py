"""No finding, in any format or log, shows a participant's name or a line of the participants file (spec 3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.diagnostics import Finding
from generator.model.private import Process
from generator.reading import Folder

_QUIET_VALUES = frozenset({"field", "known", "limit", "count", "row", "line", "element", "part"})
"""Values that come from the structure or are numbers, never from a cell."""


def shield(findings: Iterable[Finding], process: Process, folder: Folder) -> tuple[Finding, ...]:
    """The findings with everything taken out that could name a participant."""
    names = tuple(participant.name for participant in process.participants if participant.name)
    inline = _inline_lines(folder)
    return tuple(_shielded(finding, names, inline) for finding in findings)


def _shielded(finding: Finding, names: tuple[str, ...], inline: frozenset[int]) -> Finding:
    file_name = finding.span.path.rpartition("/")[2]
    in_list = file_name.rpartition(".")[0] == "participants" or (
        file_name == "index.md" and finding.span.line in inline
    )
    is_private = in_list or finding.is_private or finding.rule == "P003"
    values = dict(finding.values)
    if in_list:
        values = {name: value for name, value in values.items() if name in _QUIET_VALUES}
        if finding.rule == "S002":
            values.pop("known", None)
    values = {name: value for name, value in values.items() if not any(person in value for person in names)}
    hint = None if in_list and finding.hint == "write-instead" else finding.hint
    return replace(finding, values=values, is_private=is_private, hint=hint)


def _inline_lines(folder: Folder) -> frozenset[int]:
    """Lines of `index.md` that belong to an inline list of participants, told without parsing: it may not parse."""
    try:
        lines = folder.read("index.md").decode("utf-8", "replace").splitlines()
    except OSError:
        return frozenset()
    found: set[int] = set()
    inside = False
    for number, line in enumerate(lines, 1):
        if number > 1 and line.startswith(("---", "...")):
            break
        if line[:1] not in (" ", "\t", "-", "#", ""):
            inside = line.startswith("participants:")
        if inside:
            found.add(number)
    return frozenset(found)
