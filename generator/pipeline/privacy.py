"""No finding, in any format or log, shows a participant's name or a line of the participants file (spec 3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from generator.diagnostics import Finding, Span
from generator.model.private import Process
from generator.reading import Folder
from generator.rules.chapters import RESERVED_CHAPTER_NAME
from generator.rules.fields import UNKNOWN_FIELD
from generator.rules.participants import NO_BASIS, WITHHELD_NAME_IN_TEXT
from generator.rules.source import BAD_YAML, CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE, UNREADABLE_FILE

_QUIET_VALUES = frozenset({"field", "known", "limit", "count", "row", "line", "element", "part"})
"""Values that come from the structure or are numbers, never from a cell."""
_QUIET_RULES = frozenset(
    rule.code for rule in (NOT_UTF8, UNREADABLE_FILE, CONTROL_CHARACTER, TOO_LARGE, RESERVED_CHAPTER_NAME, NO_BASIS)
)
"""Rules whose values are an encoding, a character's number, a path, a size, a reserved name or a kind of consent."""
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"\r\n?|\n")
_FIELD = re.compile(r"[a-z_]+:(?:\s|\Z)")
_SINGLE_VALUE = re.compile(r"[a-z_]+:\s+[^\s\[{|>&*!]")


def shield(findings: Iterable[Finding], process: Process, folder: Folder) -> tuple[Finding, ...]:
    """The findings with everything taken out that could name a participant."""
    findings = tuple(findings)
    if not findings:
        return ()
    names = tuple(participant.name for participant in process.participants if participant.name)
    unknown = {each.span.line for each in findings if each.rule == UNKNOWN_FIELD.code and each.span.column == 1}
    inline = _inline_lines(folder, unknown)
    told = (_shielded(finding, names, inline) for finding in findings)
    words = frozenset(tuple(_WORD.findall(name.casefold())) for name in names)
    lines = _Lines(folder)
    return tuple(
        each if each.is_private or not _names_someone(lines.at(each.span), words) else replace(each, is_private=True)
        for each in told
    )


class _Lines:
    """The lines that findings point at."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._read: dict[str, list[str]] = {}

    def at(self, span: Span) -> str:
        """The line of a span, small letters; empty when there is none."""
        if span.path not in self._read:
            try:
                content = self._folder.read(span.path.removeprefix(f"{self._folder.path}/"))
            except OSError:
                content = b""
            self._read[span.path] = _ENDS.split(content.decode("utf-8", "replace").casefold())
        lines = self._read[span.path]
        return lines[span.line - 1] if span.line <= len(lines) else ""


def _names_someone(line: str, names: frozenset[tuple[str, ...]]) -> bool:
    """Whether all words of a name stand in a line, in whatever form."""
    return any(all(word in line for word in name) for name in names)


def _shielded(finding: Finding, names: tuple[str, ...], inline: frozenset[int]) -> Finding:
    file_name = finding.span.path.rpartition("/")[2]
    in_list = file_name.rpartition(".")[0] == "participants" or (
        file_name == "index.md" and finding.span.line in inline
    )
    is_private = in_list or finding.is_private or finding.rule == WITHHELD_NAME_IN_TEXT.code
    values = dict(finding.values)
    if in_list and finding.rule not in _QUIET_RULES:
        values = {name: value for name, value in values.items() if name in _QUIET_VALUES}
        if finding.rule == BAD_YAML.code or finding.hint == "write-instead":
            values.pop("known", None)
    values = {name: value for name, value in values.items() if not any(person in value for person in names)}
    hint = None if in_list and finding.hint == "write-instead" else finding.hint
    return replace(finding, values=values, is_private=is_private, hint=hint)


def _inline_lines(folder: Folder, unknown: AbstractSet[int]) -> frozenset[int]:
    """Lines of `index.md` that belong to an inline list of participants, told without parsing: it may not parse.

    A list or a block whose field is not known may be one too, under a name that is misspelt or in Hebrew.
    """
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
            is_list = not _SINGLE_VALUE.match(line)
            is_named = line.startswith("participants") and not line.startswith("participants_count:")
            inside = is_named or not _FIELD.match(line) or (number in unknown and is_list)
        if inside:
            found.add(number)
    return frozenset(found)
