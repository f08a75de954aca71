"""`sikum import contributions`: what people said, from a form, a survey platform or Pol.is, into the private list."""

from __future__ import annotations

import csv
from pathlib import Path

import click

from generator.cli.authoring import SITE, Refused, open_catalogue
from generator.cli.help import Command
from generator.cli.importing.account import Account
from generator.cli.importing.options import FILE, INTO
from generator.cli.importing.participants import COLUMN, DRY_RUN, told_columns
from generator.cli.ministries import unknown_process
from generator.disk.git import git_output, repository_of
from generator.wording.deferred import N_

_LEFT_OUT = {
    "silent": N_("  rows {rows}: left out, nothing is said in them"),
    "formula": N_("  rows {rows}: left out, a formula without a stored result; open the file in Excel and save it"),
    "hidden": N_("  rows {rows}: left out, hidden or filtered away"),
    "rejected": N_("  rows {rows}: left out, rejected by the moderators"),
    "seed": N_("  rows {rows}: left out, the office's own opening statements"),
    "repeated": N_("  rows {rows}: left out, the same point stands above"),
}


@click.command(cls=Command, short_help="What people said, from a form, Citizen Space or Pol.is: a private list.")
@FILE
@INTO
@click.option("--sheet", help="Name or number of the sheet; else the one whose columns say most.")
@COLUMN
@DRY_RUN
@SITE
def contributions(
    file: Path, named: str, sheet: str | None, columns: tuple[str, ...], dry_run: bool, site: Path
) -> None:
    """Add what people said in FILE to contributions.csv of a process: answers of a form in Excel or CSV, the responses
    that Citizen Space exports, or comments.csv of Pol.is.

    The list is private and never published. Taken are what was said, the address to answer to, the consent to be written
    to and the language; names and all else stay in FILE. Run again with a newer file, it adds what is new and changes
    nothing that the office wrote. Then fill in its column of responses, and see sikum refs and sikum letter --each.

    \b
    Examples:
      sikum import contributions answers.xlsx --into round-table --dry-run
      sikum import contributions comments.csv --into round-table
      sikum import contributions form.xlsx --into round-table --column "מה חסר לכם?=text"
    """
    from generator.importing.contributions.columns import FIELDS
    from generator.importing.contributions.merge import merge
    from generator.importing.contributions.read import columns_seen, read_answers
    from generator.importing.lists.grid import UnreadableSheet
    from generator.reading.contributions import CSV, WORKBOOK

    catalogue = open_catalogue(site)
    account = Account(catalogue)
    folder = catalogue.find(named)
    if folder is None:
        raise click.UsageError(unknown_process(catalogue, named))
    place = catalogue.project.content_dir / folder.path
    if (place / WORKBOOK).exists():
        message = account.gettext("{path} is the list already; save it as contributions.csv first")
        raise Refused(message.format(path=f"{catalogue.shown(folder.path)}/{WORKBOOK}"))
    try:
        found = read_answers(file.name, file.read_bytes(), told_columns(columns, FIELDS, account), sheet)
        before = (place / CSV).read_text(encoding="utf-8-sig") if (place / CSV).exists() else ""
        merged = merge(before, found.points)
    except UnreadableSheet as error:
        raise account.refusal(str(file), error) from error
    except (csv.Error, ValueError) as error:
        message = account.gettext("{path} cannot be read; sikum check says why")
        raise Refused(message.format(path=f"{catalogue.shown(folder.path)}/{CSV}")) from error
    sheet_name = found.platform or found.sheet
    account.line(
        N_("{file} ({sheet}), columns named in row {row}"), file=file.name, sheet=sheet_name, row=found.head_row
    )
    account.line(N_("  understood: {columns}"), columns=columns_seen(found.columns.taken))
    if found.columns.left_out:
        account.line(N_("  left out: {columns}"), columns=", ".join(found.columns.left_out))
    left = sum(map(len, found.left_out.values()))
    account.line(
        N_("  rows: {rows} – with something said {kept}, left out {left}"),
        rows=found.rows,
        kept=found.rows - left,
        left=left,
    )
    for reason, rows in found.left_out.items():
        account.line(_LEFT_OUT[reason], rows=account.rows(rows))
    if found.not_understood:
        account.line(
            N_("  consent to be written to not understood in rows {rows}: not written to"),
            rows=account.rows(found.not_understood),
        )
    account.line(
        N_("  points: {points} – new {new}, there already {known}, no longer in the file {gone}, now refused {refused}"),
        points=len(found.points), new=merged.new, known=len(found.points) - merged.new, gone=merged.gone,
        refused=merged.refused,
    )  # fmt: skip
    if dry_run:
        account.line(N_("nothing written (--dry-run)"))
        return
    catalogue.write(folder.path, [(CSV, merged.text)], force=True)
    account.line(N_("written: {path}"), path=f"{catalogue.shown(folder.path)}/{CSV}")
    ignored = ("ls-files", "--others", "--ignored", "--exclude-standard", "--", CSV)
    if repository_of(place) is not None and not git_output(place, *ignored):
        account.line(N_("  it is private and git does not leave it out: add contributions.* to .gitignore"))
