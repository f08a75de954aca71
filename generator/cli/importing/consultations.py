"""`sikum import consultations`: an archive of consultations."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.authoring import FORCE, SITE, Catalogue, Refused, open_catalogue, say
from generator.cli.importing.options import FILE
from generator.cli.ministries import add_ministries


@click.command(short_help="Consultations of GOV.UK, as an example of taking over an archive.")
@FILE
@click.option("--group", default="", help="Folder of the content folder to put the processes into.")
@SITE
@FORCE
def consultations(file: Path, group: str, site: Path, force: bool) -> None:
    """Make a process of each consultation in FILE: JSON of GOV.UK's content items, one or a list.

    Bodies that the registry does not know are added to it. What the archive does not say is marked.

    \b
    Example:
      sikum import consultations archive.json --group uk
    """
    from generator.importing.consultations import UnreadableArchive, read_archive
    from generator.scaffold import process_files

    catalogue = open_catalogue(site)
    try:
        archive = read_archive(file.read_bytes())
    except UnreadableArchive as error:
        raise Refused(f"{file}: {error}") from error
    files: list[tuple[str, str | bytes]] = []
    for consultation in archive.consultations:
        draft = consultation.draft
        place = catalogue.place_for(f"{group.strip('/')}/{draft.id}".strip("/"))
        _check_id_is_free(catalogue, place)
        made = process_files(draft, catalogue.structure, catalogue.language)
        files += [(f"{place}/{path}", content) for path, content in made]
    for path in archive.passed_over:
        say(f"passed over: {path}")
    if not archive.consultations:
        raise Refused(f"{file}: no consultation in it")
    catalogue.write("", files, force=force)
    bodies = {body.id: {"en": body.name} for each in archive.consultations for body in each.bodies}
    unknown = {body: name for body, name in bodies.items() if body not in catalogue.registries.ministries}
    if unknown:
        add_ministries(catalogue, unknown)
        say(f"added to ministries.yml: {', '.join(unknown)} (their Hebrew names are marked)")
    say(f"processes: {len(archive.consultations)}\nnext: sikum check, which lists the marked gaps")


def _check_id_is_free(catalogue: Catalogue, place: str) -> None:
    known = catalogue.find(place)
    if known is not None and known.path != place:
        raise Refused(f"the id is taken: {known.path}")
