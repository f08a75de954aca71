"""Redacts findings: none, in any format or log, shows a participant's name or a line of the participants file (spec 3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from generator.diagnostics import Finding
from generator.expressions import expression
from generator.model.private import Process
from generator.pipeline.lines import Lines
from generator.pipeline.quoting import HIDDEN, Quoting
from generator.reading import Folder
from generator.rules.chapters.text import RESERVED_CHAPTER_NAME
from generator.rules.fields.record import UNFILLED_GAP
from generator.rules.fields.values import UNKNOWN_FIELD
from generator.rules.links.files import LEFT_OVER
from generator.rules.participants.privacy import NO_BASIS
from generator.rules.problems import PROBLEMS
from generator.rules.source.files import CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE, UNREADABLE_FILE
from generator.rules.source.syntax import BAD_YAML

_QUIET_VALUES = frozenset({"field", "known", "limit", "count", "row", "line", "element", "part"})
"""Values that come from the structure or are numbers, never from a cell."""
_NUMBERS = frozenset({"limit", "count", "row", "line"})
"""Values that are counted by the machine; a large one may look like somebody's number."""
_QUIET_RULES = frozenset(
    rule.code
    for rule in (NOT_UTF8, UNREADABLE_FILE, CONTROL_CHARACTER, TOO_LARGE, RESERVED_CHAPTER_NAME, NO_BASIS, LEFT_OVER)
)
"""Rules whose values are an encoding, a character's number, a path, a size, a reserved name or a kind of consent."""
_FIELD = expression(r"[a-z_]+:(?:\s|\Z)")
_POLICY_GAP = expression(r"[ \t]+default_consent:[ \t]*['\"]?\[[^\[\]\n]{1,80}\]['\"]?[ \t]*\Z")
_SINGLE_VALUE = expression(r"[a-z_]+:\s+[^\s\[{|>&*!]")


def redact(findings: Iterable[Finding], quoting: Quoting, folder: Folder) -> tuple[Finding, ...]:
    """The findings without values that could name a participant; those at a line with a name are marked private."""
    findings = tuple(findings)
    if not findings:
        return ()
    unknown = {each.span.line for each in findings if each.rule == UNKNOWN_FIELD.code and each.span.column == 1}
    inline = _inline_lines(folder, unknown)
    lines = Lines(lambda path: folder.read(path.removeprefix(f"{folder.path}/")))
    of_lists = (each if _is_policy_gap(each, lines) else _of_list(each, inline) for each in findings)
    return tuple(without_secrets(each, quoting, "" if each.is_private else lines.at(each.span)) for each in of_lists)


def quoting_of(process: Process) -> Quoting:
    """What findings about one process may quote."""
    return Quoting(each.name for each in (*process.participants, *process.absent) if each.name)


def without_unquotable(finding: Finding, unquotable: Mapping[str, str]) -> Finding:
    """A finding about the whole catalogue, without paths and link targets that hold someone's name; `unquotable`: as what
    a path of these is shown.
    """
    path = finding.span.path
    if path not in unquotable and unquotable.keys().isdisjoint(finding.values.values()):
        return finding
    hidden = unquotable.get(path, path)
    values = {field: HIDDEN if value in unquotable else value for field, value in finding.values.items()}
    return replace(finding, span=replace(finding.span, path=hidden), values=values, hint=None, is_private=True)


def beside_names(findings: Iterable[Finding], named: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, of which those on a line with a name of another process (`named`) quote nothing that is written there."""
    lines = {(each.span.path, each.span.line) for each in named}
    kept = _NUMBERS | _QUIET_VALUES
    return tuple(
        each
        if (each.span.path, each.span.line) not in lines
        else replace(
            each,
            values={name: text if name in kept else HIDDEN for name, text in each.values.items()},
            hint=None,
            is_private=True,
        )
        for each in findings
    )


def without_secrets(finding: Finding, quoting: Quoting, line: str = "") -> Finding:
    """The finding without what may not be quoted: in its values, its paths and the line it points at (`line`)."""
    values = {
        name: quoting.path(value) if name == "path" else value
        for name, value in finding.values.items()
        if name in ("path", *_NUMBERS) or quoting.allows(value)
    }
    path = quoting.path(finding.span.path)
    related = tuple(
        replace(each, span=replace(each.span, path=quoting.path(each.span.path))) for each in finding.related
    )
    is_whole = len(values) == len(finding.values)
    is_private = finding.is_private or not is_whole or path != finding.span.path or not quoting.allows(line)
    hint = finding.hint if is_whole else None
    return replace(
        finding, values=values, related=related, is_private=is_private, span=replace(finding.span, path=path), hint=hint
    )


def _is_policy_gap(finding: Finding, lines: Lines) -> bool:
    """Whether a finding is about the mark for the consent that holds by default, which says nothing of anybody."""
    return finding.rule == UNFILLED_GAP.code and _POLICY_GAP.match(lines.at(finding.span)) is not None


def _of_list(finding: Finding, inline: frozenset[int]) -> Finding:
    """A finding about the list of participants, without anything that may be a cell of it."""
    file_name = finding.span.path.rpartition("/")[2]
    if file_name.rpartition(".")[0] != "participants" and (file_name != "index.md" or finding.span.line not in inline):
        return finding
    values = dict(finding.values)
    if finding.rule not in _QUIET_RULES:
        values = {name: value for name, value in values.items() if name in _QUIET_VALUES or value in PROBLEMS}
        if finding.rule == BAD_YAML.code or finding.hint == "write-instead":
            values.pop("known", None)
    hint = None if finding.hint == "write-instead" else finding.hint
    return replace(finding, values=values, is_private=True, hint=hint)


def _inline_lines(folder: Folder, unknown: AbstractSet[int]) -> frozenset[int]:
    """Line numbers of an inline list of participants in `index.md`, found without parsing, since it may not parse.

    A list or block under an unknown field counts too: the field's name may be misspelt or in Hebrew.
    """
    try:
        lines = folder.read("index.md").decode(errors="replace").splitlines()
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
