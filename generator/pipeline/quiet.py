"""Removes from the findings of a site the names that any of its processes withholds (spec 3.3).

A process's own names are removed before a finding leaves its unit (`pipeline.privacy`); here those of all other lists are, from the
findings of processes, pages, registries and links alike. What was decided is kept by the hashes of the lists and of the folder,
so that a build without an edit reads no list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

import msgspec
from msgspec import Struct

from generator.diagnostics import Finding
from generator.model.digest import digest
from generator.pipeline.across import Lists
from generator.pipeline.cache import Cache
from generator.pipeline.discovery import Reader
from generator.pipeline.lines import Lines
from generator.pipeline.privacy import without_secrets
from generator.pipeline.units import Unit

QUIET = "quiet"
"""Where the cache keeps what was decided, in one entry."""
_REST = ""
"""Stands for everything outside processes among the paths of processes."""


class _Quiet(Struct, frozen=True):
    """The findings of one process, or of the rest, as they may be shown."""

    key: str
    findings: tuple[Finding, ...]


class _Memory(Struct, frozen=True):
    names: str
    """Hash of the lists whose names were removed."""
    found: dict[str, _Quiet]


def without_withheld_names(
    units: Iterable[Unit], rest: Sequence[Finding], lists: Lists, cache: Cache, reader: Reader
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings of all units, and the rest of the findings, without values, paths and lines that hold a withheld name."""
    units = tuple(units)
    if not lists.withholds:
        return tuple(finding for unit in units for finding in unit.findings), tuple(rest)
    payload = cache.get(QUIET, lists.digest)
    memory = _Memory("", {})
    with suppress(msgspec.DecodeError):
        memory = msgspec.json.decode(payload, type=_Memory) if payload else memory
    lines = Lines(reader.read)
    found: dict[str, _Quiet] = {}
    wanted = [(unit.path, unit.state, unit.findings) for unit in units if unit.findings]
    if rest:
        shown = ["" if each.is_private else lines.at(each.span) for each in rest]
        wanted.append((_REST, digest(list(rest), shown), tuple(rest)))
    for path, key, findings in wanted:
        before = memory.found.get(path)
        found[path] = (
            before if before is not None and before.key == key else _Quiet(key, _quiet(findings, lists, lines))
        )
    if found != memory.found:
        cache.put(QUIET, lists.digest, msgspec.json.encode(_Memory(lists.digest, found)))
    of_units = tuple(finding for path, each in found.items() if path != _REST for finding in each.findings)
    return of_units, found[_REST].findings if rest else ()


def _quiet(findings: Iterable[Finding], lists: Lists, lines: Lines) -> tuple[Finding, ...]:
    return tuple(
        without_secrets(each, lists.quoting, "" if each.is_private else lines.at(each.span)) for each in findings
    )
