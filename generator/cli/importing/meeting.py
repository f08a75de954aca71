"""`sikum import meeting`: the summary of one meeting, in Word; the site's blank for it, or an office's own."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.authoring import FORCE, SITE, Refused, open_catalogue, say
from generator.cli.help import Command
from generator.cli.importing.options import CHANGES, FILE, INTO, KEEP_NAMES, REPORT
from generator.cli.ministries import unknown_process
from generator.cli.words import said
from generator.reading.scalars import ID
from generator.wording import Wording
from generator.wording.deferred import N_


@click.command(cls=Command, short_help="The summary of one meeting, from Word.")
@FILE
@INTO
@click.option("--date", help="The day of the meeting, such as 2026-03-10, where the file does not say it.")
@click.option("--name", help="Name of the file in meetings/, when two meetings were on one day.")
@KEEP_NAMES
@CHANGES
@REPORT
@SITE
@FORCE
def meeting(
    file: Path,
    named: str,
    date: str | None,
    name: str | None,
    keep_names: bool,
    changes: str,
    report: Path | None,
    site: Path,
    force: bool,
) -> None:
    """Write the summary of a meeting from FILE (.docx): the blank of the site's guide, filled, or an office's own.

    Lines such as "Date: 10.3.2026" become fields, headings the parts of a meeting; all else stays in the text. Every
    word of the file is kept, or left out for a reason that is said. Lists of people are left out.

    \b
    Examples:
      sikum import meeting summary.docx --into round-table
      sikum import meeting summary.docx --into round-table --date 2026-03-10
    """
    from generator.cli.importing.meeting_report import MeetingReport, meeting_json, tell_meeting
    from generator.cli.importing.word import check_folder_is_there, read_word
    from generator.importing.meetings import read_meeting, read_written_day
    from generator.importing.word.account import make_account, markdown_of
    from generator.scaffold import written_meeting

    catalogue = open_catalogue(site)
    wording = Wording(catalogue.language)
    folder = catalogue.find(named)
    if folder is None:
        raise click.UsageError(unknown_process(catalogue, named))
    check_folder_is_there(report)
    word = read_word(file, changes, catalogue.structure, wording)
    draft = read_meeting(word.text, catalogue.structure, keep_names=keep_names)
    if date is not None:
        day = read_written_day(date)
        if day is None:
            raise click.UsageError(said(N_("not a date: {value} (such as 2026-03-10)"), value=date))
        draft.values["date"] = day
    if "date" not in draft.values:
        why = N_("no line says when the meeting was; add --date, such as --date 2026-03-10")
        raise Refused(f"{file.name}: {said(why)}")
    stem = name or str(draft.values["date"])
    if not ID.match(stem):
        raise click.UsageError(
            said(N_("not an id: {value} (lower-case Latin letters, digits and single hyphens)"), value=stem)
        )
    pictures = {path: f"media/{stem}-{path.removeprefix('media/')}" for path, _bytes in word.pictures}
    body = draft.body
    for path, moved in pictures.items():
        body = body.replace(f"]({path})", f"](../{moved})").replace(f'src="{path}"', f'src="../{moved}"')
    own_language = catalogue.read(folder).record.language
    text = written_meeting(draft.values, body, catalogue.structure, catalogue.language, own_language)
    path = f"meetings/{stem}.md"
    heads = [markdown_of(line) for line in (draft.title, *draft.heads)]
    account = make_account(
        word.seen, [(path, draft.body), *((path, line) for line in heads)], [*word.left_out, *draft.left_out]
    )
    told = MeetingReport(
        file=file.name, path=f"{catalogue.shown(folder.path)}/{path}", account=account, draft=draft, word=word
    )
    files: list[tuple[str, str | bytes]] = [(path, text)]
    files += [(pictures[old], content) for old, content in word.pictures]
    catalogue.write(folder.path, files, force=force)
    if report is not None:
        report.write_text(meeting_json(told), encoding="utf-8")
    tell_meeting(told, catalogue.structure, wording, say)
