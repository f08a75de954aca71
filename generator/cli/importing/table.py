"""`sikum import table` and `sikum export tables`: promises, responses and outcomes as an assistant keeps them in Excel."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.authoring import FORCE, SITE, Refused, open_catalogue, write_files
from generator.cli.help import Command
from generator.cli.importing.account import Account
from generator.cli.importing.options import FILE, INTO
from generator.cli.importing.participants import DRY_RUN, told_columns
from generator.cli.ministries import unknown_process
from generator.importing.process_tables.kinds import NAMES, kind_of
from generator.wording.deferred import N_

_LEFT_OUT = {
    "hidden": N_("  rows {rows}: hidden or filtered away, so that what is there stays as it is"),
    "formula": N_("  rows {rows}: a formula without a stored result, so that what is there stays as it is"),
    "struck": N_("  rows {rows}: left out, struck through"),
    "total": N_("  rows {rows}: left out, totals"),
    "empty": N_("  rows {rows}: left out, nothing in the main column"),
}


@click.command(cls=Command, short_help="Promises, responses or outcomes, from Excel or CSV.")
@click.argument("name", metavar="|".join(NAMES), type=click.Choice(NAMES))
@FILE
@INTO
@click.option("--sheet", help="Name of the sheet; else the one that is named as the table, or says most.")
@click.option("--column", "columns", multiple=True, metavar="HEADER=FIELD", help="What a column is; - for nothing.")
@DRY_RUN
@SITE
@FORCE
def table(
    name: str,
    file: Path,
    named: str,
    sheet: str | None,
    columns: tuple[str, ...],
    dry_run: bool,
    site: Path,
    force: bool,
) -> None:
    """Take the promises, responses or outcomes of a process from a table: FILE (.xlsx or .csv).

    The table is the whole list. Fields that it has no column for and hidden rows stay as they were, and of index.md only the
    outcomes change. A table that says what is there already changes nothing; sikum export tables writes such a one.

    \b
    Example:
      sikum import table promises promises.xlsx --into round-table --force
    """
    from generator.importing.lists.grid import UnreadableSheet
    from generator.importing.process_tables.content import UnreadableFile, read_items, write_items
    from generator.importing.process_tables.merge import merge
    from generator.importing.process_tables.sheets import read_table

    catalogue = open_catalogue(site)
    account = Account(catalogue)
    folder = catalogue.find(named)
    if folder is None:
        raise click.UsageError(unknown_process(catalogue, named))
    kind = kind_of(name, catalogue.structure)
    told = told_columns(columns, [spec.id for spec in kind.specs], account, kind.specs)
    path = catalogue.project.content_dir / folder.path / kind.file
    try:
        found = read_table(file.name, file.read_bytes(), kind, catalogue.structure, told=told, sheet=sheet)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        merged = merge(kind, read_items(kind, before), found.items, [field for _, field in found.columns], found.unsaid)
        after = write_items(kind, before, merged.items)
    except UnreadableSheet as error:
        raise account.refusal(str(file), error) from error
    except (UnreadableFile, UnicodeDecodeError) as error:
        message = account.gettext("{path} cannot be read; sikum check says why").format(
            path=catalogue.shown(folder.path) + f"/{kind.file}"
        )
        raise Refused(message) from error
    titles = {spec.id: spec.title.in_language(account.wording.language) for spec in kind.specs}
    account.line(
        N_("{file} ({sheet}), columns named in row {row}"), file=file.name, sheet=found.sheet, row=found.head_row
    )
    pairs = ", ".join(f"{words} → {titles[field]}" for words, field in found.columns)
    account.line(N_("  understood: {columns}"), columns=pairs)
    if found.unknown:
        account.line(N_("  left out: {columns}"), columns=", ".join(found.unknown))
    for reason, rows in found.left_out.items():
        account.line(_LEFT_OUT[reason], rows=account.rows(rows))
    for field, rows in found.unread.items():
        account.line(
            N_("  {field} not understood in rows {rows}: it stands as it is written"),
            field=titles[field], rows=account.rows(rows),
        )  # fmt: skip
    account.line(
        N_("  rows that count: {rows} – new {new}, changed {changed}, no longer there {gone}"),
        rows=len(merged.items), new=merged.new, changed=merged.changed, gone=merged.gone,
    )  # fmt: skip
    if merged.is_same:
        account.line(N_("nothing changed, nothing written"))
    elif dry_run:
        account.line(N_("nothing written (--dry-run)"))
    else:
        is_fresh = not path.exists() or (kind.key is None and not read_items(kind, before))
        catalogue.write(folder.path, [(kind.file, after)], force=force or is_fresh)
        account.line(N_("written: {path}"), path=f"{catalogue.shown(folder.path)}/{kind.file}")


@click.command(cls=Command, short_help="Promises, responses and outcomes of a process, as an Excel workbook.")
@click.argument("out", metavar="OUT.xlsx", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "named", required=True, metavar="ID", help="The process.")
@SITE
@FORCE
def tables(out: Path, named: str, site: Path, force: bool) -> None:
    """Write the promises, responses and outcomes of a process into OUT.xlsx, a sheet for each, to be kept in Excel.

    The sheets come back with sikum import table, and unchanged ones change nothing.

    \b
    Example:
      sikum export tables round-table.xlsx --from round-table
    """
    from generator.importing.process_tables.content import UnreadableFile, read_items
    from generator.importing.process_tables.sheets import write_workbook

    catalogue = open_catalogue(site)
    account = Account(catalogue)
    folder = catalogue.find(named)
    if folder is None:
        raise click.UsageError(unknown_process(catalogue, named))
    if out.suffix.lower() != ".xlsx":
        raise click.UsageError(
            account.gettext("not the name of an Excel file: {name} (it ends with .xlsx)").format(name=out)
        )
    kinds = [kind_of(name, catalogue.structure) for name in NAMES]
    found = []
    for kind in kinds:
        path = catalogue.project.content_dir / folder.path / kind.file
        try:
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            found.append((kind, read_items(kind, text)))
        except (UnreadableFile, UnicodeDecodeError) as error:
            shown = f"{catalogue.shown(folder.path)}/{kind.file}"
            message = account.gettext("{path} cannot be read; sikum check says why").format(path=shown)
            raise Refused(message) from error
    language = catalogue.read(folder).record.language
    content = write_workbook(found, catalogue.structure, language)
    write_files(out.parent, [(out.name, content)], force=force)
    for kind, items in found:
        account.line(N_("{sheet}: {count} rows"), sheet=kind.name, count=len(items))
    account.line(N_("written: {path}"), path=str(out))
