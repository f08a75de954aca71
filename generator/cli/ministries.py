"""Ministries that the registry knows, and those it has to learn of, when a process is made."""

from __future__ import annotations

import click

from generator.cli.authoring import Catalogue
from generator.cli.words import or_nearest, said
from generator.reading.scalars import ID
from generator.scaffold import ministry_entry
from generator.structure import nearest
from generator.wording.deferred import N_

PLACEHOLDER_MINISTRY = "to-be-named"
"""The ministry of a process of which nobody said whose it is: an entry of the registry with a marked gap for a name."""


def unknown_process(catalogue: Catalogue, named: str) -> str:
    """One line that says so, with the nearest id."""
    near = nearest(named, [folder.id for folder in catalogue.tree.processes])
    return said(N_("no such process: {name}"), name=named) + or_nearest(near)


def ministries_with(catalogue: Catalogue, bodies: dict[str, dict[str, str]]) -> str:
    """The text of the registry with these ministries, id -> name by language, at its end."""
    registry = catalogue.project.content_dir / "ministries.yml"
    before = registry.read_text(encoding="utf-8") if registry.exists() else ""
    entries = "".join(ministry_entry(body, name, catalogue.language) for body, name in bodies.items())
    return f"{before.rstrip()}\n{entries}".lstrip("\n")


def add_ministries(catalogue: Catalogue, bodies: dict[str, dict[str, str]]) -> None:
    """Append ministries, id -> name by language, to the registry."""
    registry = catalogue.project.content_dir / "ministries.yml"
    registry.write_text(ministries_with(catalogue, bodies), encoding="utf-8")


def known_ministry(catalogue: Catalogue, place: str) -> str | None:
    """The ministry of a process by its folder: its group when that is a ministry, else the only ministry there is."""
    bodies = catalogue.registries.ministries
    group = place.split("/", maxsplit=1)[0]
    return group if "/" in place and group in bodies else next(iter(bodies), None) if len(bodies) == 1 else None


def convening_ministry(catalogue: Catalogue, written: str | None, place: str) -> tuple[str, bool]:
    """The convening ministry's id, and whether the registry has to learn of it."""
    bodies = catalogue.registries.ministries
    if written is None:
        body = known_ministry(catalogue, place) or PLACEHOLDER_MINISTRY
        return body, body not in bodies
    for known in bodies.values():
        if written in (known.id, *known.name.values(), *known.aliases):
            return known.id, False
    if not ID.match(written):
        near = nearest(written, bodies)
        raise click.UsageError(said(N_("no such body: {name}"), name=written) + or_nearest(near))
    return written, True
