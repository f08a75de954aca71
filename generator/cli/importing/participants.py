"""`sikum import participants`: a list in Excel or CSV."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.authoring import FORCE, SITE, Refused, open_catalogue, say
from generator.cli.importing.options import FILE, INTO, KEEP_NAMES
from generator.cli.ministries import unknown_process
from generator.importing.participants import ImportedParticipants
from generator.importing.sheets import Sheet


@click.command(short_help="A list of participants, from Excel or CSV.")
@FILE
@INTO
@click.option("--sheet", help="Name or number of the sheet; else the one that names the most columns.")
@KEEP_NAMES
@SITE
@FORCE
def participants(file: Path, named: str, sheet: str | None, keep_names: bool, site: Path, force: bool) -> None:
    """Write participants.csv of a process from FILE (.xlsx, or .csv in UTF-8 or Windows-1255).

    Columns are found by their names in Hebrew, Arabic or English; others are left out. A repository is a publication
    too: without --keep-names, each row keeps only what it agreed to, and those who are only counted become totals.

    \b
    Examples:
      sikum import participants list.xlsx --into round-table --sheet 2
      sikum import participants list.csv --into health/round-table --force
    """
    from generator.importing.participants import import_participants
    from generator.importing.sheets import UnreadableSheet, read_sheet

    catalogue = open_catalogue(site)
    folder = catalogue.find(named)
    if folder is None:
        raise click.UsageError(unknown_process(catalogue, named))
    structure = catalogue.structure
    try:
        table = read_sheet(file.name, file.read_bytes(), structure.participant, sheet)
    except UnreadableSheet as error:
        raise Refused(f"{file}: {error}") from error
    record = catalogue.read(folder).record
    people = import_participants(table, structure, record.consent, record.language, keep_names=keep_names)
    _tell_people(file, table, people, keep_names=keep_names)
    catalogue.write(folder.path, [("participants.csv", people.csv)], force=force)
    say(f"written: {catalogue.shown(folder.path)}/participants.csv")


def _tell_people(file: Path, table: Sheet, people: ImportedParticipants, *, keep_names: bool) -> None:
    """What was understood: columns, rows, consent. Never a name."""
    say(f"{file.name} ({table.title}), columns named in row {table.head.row + 1}")
    say("  understood: " + ", ".join(f"{words} → {field}" for field, _, words in table.head.columns))
    if table.head.unknown:
        say(f"  left out: {', '.join(table.head.unknown)}")
    say(f"  rows: {len(table.rows)}, people: {people.people}")
    say("  consent: " + (", ".join(f"{level} {count}" for level, count in people.levels) or "–"))
    for what, rows in (("consent", people.unread_consent), ("sector", people.unread_sector)):
        if rows:
            more = ", …" if len(rows) > 10 else ""
            then = "only counted" if what == "consent" else "left empty"
            say(f"  {what} not understood in rows {', '.join(map(str, rows[:10]))}{more} below the head: {then}")
    if not people.has_consent and not keep_names:
        say(
            "  nobody said what may be published, so everybody is only counted: fill the consent column, or set"
            " participants.default_consent and basis in index.md, and import again with --force"
        )
