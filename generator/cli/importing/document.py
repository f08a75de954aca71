"""`sikum import document`: a report in Word."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.authoring import FORCE, SITE, Refused, open_catalogue, say
from generator.cli.importing.options import FILE, INTO, KEEP_NAMES
from generator.cli.ministries import add_ministries, convening_body
from generator.importing.placing import Placement


@click.command(short_help="A report, from Word.")
@FILE
@INTO
@click.option("--ministry", help="Id of the convening body, when the process is new.")
@KEEP_NAMES
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


def _tell_placement(placement: Placement) -> None:
    for heading, element in placement.placed:
        say(f"  {heading} → {element}")
    for heading, element in placement.unplaced:
        say(f"  not in the structure, kept as {element}: {heading}")
    for heading in placement.left_out:
        say(f"  left out, since it may hold names: {heading} (sikum import participants, or --keep-names)")
    if placement.brief:
        say("  what stands before the first heading → in brief")
