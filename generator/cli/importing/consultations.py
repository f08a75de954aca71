"""`sikum import consultations`: an archive of another platform."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from generator.cli.authoring import FORCE, SITE, Catalogue, Refused, open_catalogue
from generator.cli.help import Command
from generator.cli.importing.account import Account
from generator.cli.importing.options import FILE
from generator.cli.importing.participants import DRY_RUN
from generator.cli.ministries import add_ministries
from generator.importing.platforms.archive import NOTHING_THERE, Archive, Bodies, Body, UnreadableArchive
from generator.wording.deferred import N_

_SHOWN = 10
_SHOWN_FIELDS = 24
ZONE = click.option(
    "--zone", default="Asia/Jerusalem", show_default=True, help="The office's time zone: times become days there."
)


@click.command(cls=Command, short_help="Consultations of GOV.UK, Citizen Space, Decidim or adhocracy+.")
@FILE
@click.option("--group", default="", help="Folder of the content folder to put the processes into.")
@ZONE
@DRY_RUN
@SITE
@FORCE
def consultations(file: Path, group: str, zone: str, dry_run: bool, site: Path, force: bool) -> None:
    """Make a process of each consultation in FILE, by what another platform writes: content items of GOV.UK, Citizen
    Space's public search (both JSON), Decidim's open data (a zip), a project of adhocracy+ (JSON).

    What is known is written, and nothing else: people's names, contacts and comments are left out, and no process becomes
    closed. Ministries that the registry does not know are added to it.

    \b
    Examples:
      sikum import consultations archive.json --group uk
      sikum import consultations shituf.example.org-open-data.zip --dry-run
    """
    from generator.importing.platforms.read import read_archive
    from generator.scaffold import known_files

    catalogue = open_catalogue(site)
    account = Account(catalogue)
    check_zone(zone, account)
    today = catalogue.project.options().today
    bodies = Bodies(
        (body.id, (*body.name.values(), *body.aliases)) for body in catalogue.registries.ministries.values()
    )
    try:
        archive = read_archive(
            file.read_bytes(), catalogue.structure, bodies, zone=zone, today=today, language=catalogue.language
        )
    except UnreadableArchive as error:
        raise Refused(f"{file}: {account.gettext(error.message).format(**error.values)}") from error
    _tell(file, archive, account)
    if not archive.processes:
        raise Refused(f"{file}: {account.gettext(NOTHING_THERE)}")
    files: list[tuple[str, str | bytes]] = []
    for process in archive.processes:
        place = catalogue.place_for(f"{group.strip('/')}/{process.draft.id}".strip("/"))
        _check_id_is_free(catalogue, place, account)
        made = known_files(process.draft, catalogue.structure, catalogue.language)
        files += [(f"{place}/{path}", content) for path, content in made]
    if dry_run:
        account.line(N_("nothing written (--dry-run)"))
        return
    catalogue.write("", files, force=force)
    add_bodies(catalogue, [body for each in archive.processes for body in each.bodies], account)
    account.line(
        N_("processes written: {count}\nnext: sikum check, which lists what is missing"), count=len(archive.processes)
    )


def add_bodies(catalogue: Catalogue, bodies: Sequence[Body], account: Account) -> None:
    """Add the ministries that the registry does not know, and say so."""
    found = {body.id: {body.language: body.name} for body in bodies}
    unknown = {body: name for body, name in found.items() if body not in catalogue.registries.ministries}
    if unknown:
        add_ministries(catalogue, unknown)
        account.line(N_("added to ministries.yml: {bodies}"), bodies=", ".join(unknown))


def _tell(file: Path, archive: Archive, account: Account) -> None:
    account.line(
        N_("{file}: {platform}, {count} processes"),
        file=file.name,
        platform=archive.platform,
        count=len(archive.processes),
    )
    reasons = Counter((each.reason, tuple(each.values.items())) for each in archive.passed_over)
    for (reason, values), count in reasons.items():
        names = [
            each.name for each in archive.passed_over if (each.reason, tuple(each.values.items())) == (reason, values)
        ]
        shown = ", ".join(dict.fromkeys(names[:_SHOWN])) + (", …" if len(names) > _SHOWN else "")
        words = account.gettext(reason).format(**dict(values))
        account.line(N_("  passed over, {reason}: {count} ({names})"), reason=words, count=count, names=shown)
    for process in archive.processes:
        if process.missing:
            account.line(
                N_("  {process}: attachments that the archive names and does not have: {ids}"),
                process=process.draft.id, ids=", ".join(process.missing),
            )  # fmt: skip
        if process.unread:
            account.line(
                N_("  {process}: not understood as a day, and left out: {days}"),
                process=process.draft.id, days=", ".join(process.unread),
            )  # fmt: skip
        if process.rows_left_out:
            account.line(
                N_("  {process}: rows not taken, withdrawn, private, or without a time or an answer: {rows}"),
                process=process.draft.id, rows=", ".join(f"{name} {count}" for name, count in process.rows_left_out),
            )  # fmt: skip
    if archive.left_out:
        more = len(archive.left_out) - _SHOWN_FIELDS
        fields = ", ".join(archive.left_out[:_SHOWN_FIELDS]) + (f", … (+{more})" if more > 0 else "")
        account.line(N_("  not taken: {fields}"), fields=fields)


def check_zone(zone: str, account: Account) -> None:
    """Raises click.UsageError for an unknown time zone."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise click.UsageError(account.gettext("no such time zone: {zone}").format(zone=zone)) from error


def _check_id_is_free(catalogue: Catalogue, place: str, account: Account) -> None:
    known = catalogue.find(place)
    if known is not None and known.path != place:
        raise Refused(account.gettext("the id is taken: {path}").format(path=known.path))
