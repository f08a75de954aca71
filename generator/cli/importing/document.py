"""`sikum import document`: a report in Word."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.authoring import FORCE, SITE, Catalogue, Refused, open_catalogue, say
from generator.cli.help import Command
from generator.cli.importing.options import CHANGES, FILE, INTO, KEEP_NAMES, REPORT
from generator.cli.importing.report import ImportReport, report_json, tell
from generator.cli.ministries import convening_ministry, ministries_with
from generator.wording import Wording

if TYPE_CHECKING:
    from generator.importing.placement import Placement


@click.command(cls=Command, short_help="A report, from Word.")
@FILE
@INTO
@click.option("--ministry", help="Id of the convening body, when the process is new.")
@KEEP_NAMES
@CHANGES
@REPORT
@click.option(
    "--participants-to",
    "people_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the lists of participants that are left out to this CSV file, outside the site.",
)
@SITE
@FORCE
def document(
    file: Path,
    named: str,
    ministry: str | None,
    keep_names: bool,
    changes: str,
    report: Path | None,
    people_file: Path | None,
    site: Path,
    force: bool,
) -> None:
    """Write the chapters of a process from FILE (.docx); a process that is new is made, open, with marked gaps.

    Headings are matched to the structure's chapters and parts. What has no place there is kept as content or as an
    appendix. Every word of the file is kept, or left out for a reason that is said. Lists of participants are left out:
    names come through `sikum import participants`.

    \b
    Examples:
      sikum import document report.docx --into health/round-table --ministry health
      sikum import document report.docx --into round-table --report account.json --participants-to people.csv
    """
    from generator.cli.importing.word import check_folder_is_there, read_word
    from generator.collector import tune_garbage_collector
    from generator.importing.meetings import is_meeting
    from generator.importing.placing import place_blocks
    from generator.importing.word.account import LeftOut, make_account
    from generator.scaffold import Draft, open_record, process_files

    tune_garbage_collector()
    catalogue = open_catalogue(site)
    wording = Wording(catalogue.language)
    _check_is_outside(people_file, catalogue, wording)
    for beside in (report, people_file):
        check_folder_is_there(beside)
    folder = catalogue.find(named)
    place = folder.path if folder else catalogue.place_for(named)
    structure = catalogue.structure
    word = read_word(file, changes, structure, wording)
    placement = place_blocks(word.text, structure, keep_names=keep_names)
    body, is_new_body = convening_ministry(catalogue, ministry, place)
    texts = {"title": placement.title} if placement.title else {}
    record = open_record(body, {}, word.language, texts)
    draft = Draft(
        id=place.rpartition("/")[2],
        record=record,
        brief=placement.brief,
        chapters=placement.chapters,
        files=word.pictures,
    )
    is_new = folder is None
    files = process_files(draft, structure, catalogue.language, lists=is_new, index=is_new)
    left_out = [*word.left_out, *placement.left_out]
    if not is_new:
        parts = (("record-is-there", placement.title), ("record-is-there", placement.brief))
        left_out += [LeftOut(reason=reason, text=text) for reason, text in parts if text]
    written = _written(placement, [path for path, _ in files], with_brief=is_new)
    account = make_account(word.seen, written, left_out)
    told = ImportReport(
        file=file.name,
        folder=catalogue.shown(place),
        account=account,
        placement=placement,
        word=word,
        is_new=is_new,
        new_body=body if is_new and is_new_body else "",
        files=tuple(path for path, _ in files),
    )
    registry = [("ministries.yml", ministries_with(catalogue, {body: {}}))] if is_new and is_new_body else []
    catalogue.write("", [(f"{place}/{path}", content) for path, content in files], force=force, also=registry)
    if report is not None:
        report.write_text(report_json(told), encoding="utf-8")
    if people_file is not None and placement.people:
        people_file.write_bytes(_csv(placement.people))
    tell(told, structure, wording, people_file=people_file, say=say)
    if is_meeting(word.text, structure):
        _ = wording.gettext
        say(
            _("this looks like the summary of one meeting; for that: sikum import meeting %(file)s --into ID")
            % {"file": file.name}
        )


def _written(placement: Placement, paths: Sequence[str], *, with_brief: bool) -> list[tuple[str, str]]:
    """Path and Markdown of everything that was placed in files with these paths, of which the chapters are in order."""
    from generator.importing.word.account import markdown_of

    brief = f"{markdown_of(placement.title or '')}\n\n{placement.brief}"
    written = [("index.md", brief)] if with_brief else []
    chapter_paths = [path for path in paths if path.endswith(".md") and path != "index.md"]
    for chapter, path in zip(placement.chapters, chapter_paths, strict=False):
        fields = " ".join(str(value) for each in chapter.fields.values() for value in _texts(each))
        written.append((path, f"{markdown_of(chapter.title or '')}\n\n{chapter.body}\n\n{markdown_of(fields)}"))
    for heading, element in placement.placed:
        path = next(
            (p for p, c in zip(chapter_paths, placement.chapters, strict=False) if c.element == element), "index.md"
        )
        written.append((path, markdown_of(heading)))
    return written


def _texts(value: object) -> list[str]:
    return [text for text in value.values() if isinstance(text, str)] if isinstance(value, dict) else [str(value)]


def _check_is_outside(people_file: Path | None, catalogue: Catalogue, wording: Wording) -> None:
    """A list of names is never written where it could be published."""
    if people_file is not None and people_file.resolve().is_relative_to(catalogue.project.content_dir.resolve()):
        _ = wording.gettext
        why = _("a list of names does not belong in the content folder")
        raise Refused(f"{people_file}: {why}")


def _csv(rows: tuple[tuple[str, ...], ...]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")
