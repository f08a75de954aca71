"""`sikum import`: a list of participants, a Word report, an archive of consultations."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.authoring import FORCE, SITE, Catalogue, Refused, open_catalogue, say
from generator.cli.bodies import add_ministries, convening_body, unknown_process
from generator.importing.participants import ImportedParticipants
from generator.importing.placing import Placement
from generator.importing.sheets import Sheet

_INTO = click.option("--into", "named", required=True, metavar="[GROUP/]ID", help="The process.")
_KEEP_NAMES = click.option("--keep-names", is_flag=True, help="Also write names that nobody agreed to publish.")
_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group(name="import")
def import_() -> None:
    """Take over what an office has already. Nothing is overwritten without --force; what was understood is said.

    \b
    Examples:
      sikum import document report.docx --into health/round-table --ministry health
      sikum import participants list.xlsx --into round-table
      sikum import consultations archive.json
    """


@import_.command(short_help="A list of participants, from Excel or CSV.")
@_FILE
@_INTO
@click.option("--sheet", help="Name or number of the sheet; else the one that names the most columns.")
@_KEEP_NAMES
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


@import_.command(short_help="A report, from Word.")
@_FILE
@_INTO
@click.option("--ministry", help="Id of the convening body, when the process is new.")
@_KEEP_NAMES
@SITE
@FORCE
def document(file: Path, named: str, ministry: str | None, keep_names: bool, site: Path, force: bool) -> None:
    """Write the chapters of a process from FILE (.docx); a process that is new is made, open, with marked gaps.

    Headings are matched to the structure's chapters and parts. What has no place there is kept as content or as an
    appendix, and said. A list of participants is left out: names come through `sikum import participants`.

    \b
    Example:
      sikum import document report.docx --into health/round-table --ministry health
    """
    from generator.importing.document import UnreadableDocument, read_document
    from generator.importing.placing import place_blocks
    from generator.scaffold import Draft, open_record, process_files

    catalogue = open_catalogue(site)
    folder = catalogue.find(named)
    place = folder.path if folder else catalogue.place_for(named)
    try:
        word = read_document(file.read_bytes())
    except UnreadableDocument as error:
        raise Refused(f"{file}: {error}") from error
    placement = place_blocks(word.text, catalogue.structure, keep_names=keep_names)
    body, is_new_body = convening_body(catalogue, ministry, place)
    texts = {"title": placement.title} if placement.title else {}
    elements = {chapter.element for chapter in placement.chapters}
    kind = next((element for element in ("policy", "model") if element in elements), None)
    record, assumed = open_record(body, {"kind": (kind,)} if kind else {}, word.language, texts)
    draft = Draft(
        id=place.rpartition("/")[2],
        record=record,
        assumed=assumed | {"kind"},
        brief=placement.brief,
        chapters=placement.chapters,
        files=word.pictures,
    )
    files = process_files(draft, catalogue.structure, catalogue.language, ledgers=folder is None, index=folder is None)
    if folder is not None and placement.brief:
        say("not written: what stands before the first heading (index.md is there already)")
    catalogue.write(place, files, force=force)
    _tell_placement(placement)
    if word.undescribed:
        say(f"pictures without a description: {word.undescribed} (marked)")
    if word.unreadable_pictures:
        say(f"left out: {word.unreadable_pictures} pictures in a format that browsers do not show")
    if folder is None and is_new_body:
        add_ministries(catalogue, {body: {}})
        say(f"added to ministries.yml: {body} (its name is a marked gap)")
    say(f"written: {catalogue.shown(place)} ({len(files)} files)\nnext: sikum check, which lists the marked gaps")


@import_.command(short_help="Consultations of GOV.UK, as an example of taking over an archive.")
@_FILE
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


def _tell_placement(placement: Placement) -> None:
    for heading, element in placement.placed:
        say(f"  {heading} → {element}")
    for heading, element in placement.unplaced:
        say(f"  not in the structure, kept as {element}: {heading}")
    for heading in placement.left_out:
        say(f"  left out, since it may hold names: {heading} (sikum import participants, or --keep-names)")
    if placement.brief:
        say("  what stands before the first heading → in brief")
