"""Which findings `--only` names: of a rule, a process, a body, or a folder that groups processes."""

from __future__ import annotations

from collections.abc import Iterable

import click

from generator.cli.words import or_nearest, said
from generator.diagnostics import Finding
from generator.pipeline.catalogue import CheckedCatalogue
from generator.rules import rule
from generator.structure import nearest
from generator.wording.deferred import N_


def chosen(checked: CheckedCatalogue, findings: Iterable[Finding], names: Iterable[str]) -> tuple[Finding, ...]:
    """The findings selected by `names` (code, process id, ministry). Raises click.UsageError for a name that is none of these."""
    codes: set[str] = set()
    folders: set[str] = set()
    for name in names:
        if (known := rule(name)) is not None:
            codes.add(known.code)
        elif below := _folders(checked, name.strip("/")):
            folders |= below
        else:
            near = nearest(name, [unit.id for unit in checked.units])
            words = said(N_("no rule, process, body or group of this name: {name}"), name=name)
            raise click.UsageError(words + or_nearest(near))
    prefix = checked.options.prefix
    starts = tuple(f"{prefix}{folder}/" for folder in folders)
    return tuple(each for each in findings if each.rule in codes or (starts and each.span.path.startswith(starts)))


def _folders(checked: CheckedCatalogue, name: str) -> set[str]:
    """Of a process by its id or path, of all below a group, and of all that a body leads."""
    found = {unit.path for unit in checked.units if name in (unit.id, unit.path)}
    if found:
        return found
    found = {unit.path for unit in checked.units if unit.path.startswith(f"{name}/")}
    led = (unit for unit in checked.published if checked.records.light(unit).record.ministry == name)
    return found | {unit.path for unit in led}
