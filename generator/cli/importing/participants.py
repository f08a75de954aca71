"""`sikum import participants`: a list in Excel or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.authoring import FORCE, SITE, Catalogue, open_catalogue
from generator.cli.help import Command
from generator.cli.importing.account import Account
from generator.cli.importing.left_out import keep_names as keep_left_out
from generator.cli.importing.left_out import tell_where_names_stand
from generator.cli.importing.list_report import list_report
from generator.cli.importing.options import FILE, INTO, KEEP_NAMES, REPORT
from generator.cli.ministries import unknown_process
from generator.disk.cache import write_beside
from generator.importing.lists.columns import LEAVE_OUT
from generator.importing.lists.consent import Doubt
from generator.importing.lists.grid import column_letters
from generator.importing.lists.participants import ImportedParticipants, TableAccount
from generator.importing.lists.rows import Kind
from generator.importing.lists.said import Said
from generator.importing.lists.sheets import Book, Table
from generator.model.record import ConsentPolicy
from generator.reading.consent_words import has_default, yes_or_no
from generator.structure import FieldSpec, match_name, normal
from generator.wording.deferred import N_

DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
COLUMN = click.option(
    "--column", "columns", multiple=True, metavar="HEADER=FIELD", help="What a column is, such as name; - for nothing."
)
SHEETS = click.option(
    "--sheet", "sheets", multiple=True, help="Name or number of a sheet; may be given several times. Else the fullest."
)

_LEFT_OUT = {
    Kind.CONTINUED: N_("  rows {rows}: more about the person above, whose name is merged over them"),
    Kind.TOTAL: N_("  rows {rows}: left out, totals"),
    Kind.HEAD: N_("  rows {rows}: left out, the names of the columns again"),
    Kind.SECTION: N_("  rows {rows}: left out, titles of sections"),
    Kind.NOTE: N_("  rows {rows}: left out, notes about the list"),
    Kind.NUMBERED: N_("  rows {rows}: left out, a number, a date or a mark where a name should be"),
    Kind.UNREAD: N_("  rows {rows}: left out, a number of people that is not written as a number"),
    Kind.HIDDEN: N_("  rows {rows}: left out, hidden or filtered away (--hidden takes them)"),
    Kind.STRUCK: N_("  rows {rows}: left out, struck through (--hidden takes them)"),
    Kind.FORMULA: N_(
        "  rows {rows}: left out, a formula without a stored result for a name or a number of people; open the file in Excel"
        " and save it"
    ),
    Kind.ABSENT: N_("  rows {rows}: left out, people who cancelled or did not come"),
    Kind.NOTHING: N_("  rows {rows}: left out, nothing in the columns that were understood"),
}
_DOUBTS = {
    Doubt.WORDS: N_("  consent not understood in rows {rows}: only counted ({words})"),
    Doubt.FORMULA: N_(
        "  consent is a formula without a stored result in rows {rows}: only counted; open the file in Excel and save it"
    ),
    Doubt.EMPTY: N_("  consent empty in rows {rows}, beside rows that answer: only counted"),
    Doubt.SECTION: N_("  rows {rows} stand under a title that speaks of consent: only counted"),
    Doubt.NOTE: N_("  a note above, below or beside the list withholds rows {rows}: only counted"),
    Doubt.NAME: N_("  the name in rows {rows} says that there shall be none: only counted"),
    Doubt.COMMENT: N_("  a comment on rows {rows} speaks of consent: only counted"),
    Doubt.REMARK: N_("  a remark in rows {rows} asks not to be named: only counted"),
    Doubt.COLOUR: N_("  rows {rows} are coloured otherwise, and no column says what that means: only counted"),
}


@click.command(cls=Command, short_help="A list of participants, from Excel or CSV.")
@FILE
@INTO
@SHEETS
@COLUMN
@click.option("--without-names", is_flag=True, help="The list has no column of names, and needs none.")
@click.option("--hidden", is_flag=True, help="Take hidden, filtered and struck-out rows too.")
@KEEP_NAMES
@REPORT
@DRY_RUN
@SITE
@FORCE
def participants(
    file: Path,
    named: str,
    sheets: tuple[str, ...],
    columns: tuple[str, ...],
    without_names: bool,
    hidden: bool,
    keep_names: bool,
    report: Path | None,
    dry_run: bool,
    site: Path,
    force: bool,
) -> None:
    """Write participants.csv of a process from FILE (.xlsx, or .csv in any usual encoding).

    Columns are found by their names in Hebrew, Arabic or English, or by the question that a form asked; others are left
    out. A repository is a publication too: without --keep-names, each row keeps only what it agreed to, and those who are
    only counted become totals. Every row is accounted for before anything is written, in the terminal and with --report.

    \b
    Examples:
      sikum import participants list.xlsx --into round-table --sheet 2 --dry-run
      sikum import participants form.xlsx --into round-table --column "מי אתם?=name"
      sikum import participants list.csv --into health/round-table --force --report account.json
    """
    from generator.importing.lists.columns import HeadReader
    from generator.importing.lists.participants import ListOptions, import_participants
    from generator.importing.lists.sheets import UnreadableSheet, read_tables, refuse_nameless

    catalogue = open_catalogue(site)
    account = Account(catalogue)
    folder = catalogue.find(named)
    if folder is None:
        raise click.UsageError(unknown_process(catalogue, named))
    specs = catalogue.structure.participant
    told = told_columns(columns, [spec.id for spec in specs], account, specs)
    try:
        book = read_tables(file.name, file.read_bytes(), specs, sheets, told)
        if not without_names:
            refuse_nameless(book.tables)
    except UnreadableSheet as error:
        raise account.refusal(str(file), error) from error
    process = catalogue.read(folder, without="participants.csv")
    record = process.record
    people = import_participants(
        book.tables,
        catalogue.structure,
        HeadReader(specs=specs, told=told),
        record.consent,
        record.language,
        ListOptions(keep_names=keep_names, hidden=hidden),
    )
    said = Said(people.withheld_names)
    shown, book = said.file(file.name), said.book(book)
    _tell(shown, book, people, catalogue, account, record.consent, keep_names=keep_names)
    tell_where_names_stand(process, () if keep_names else people.withheld_names, account)
    if dry_run:
        _write_report(report, shown, book, people, "")
        account.line(N_("nothing written (--dry-run)"))
        return
    catalogue.write(folder.path, [("participants.csv", people.csv)], force=force)
    _write_report(report, shown, book, people, f"{folder.path}/participants.csv")
    keep_left_out(catalogue, folder.path, () if keep_names else people.withheld_names, account)
    account.line(N_("written: {path}"), path=f"{catalogue.shown(folder.path)}/participants.csv")


def _write_report(report: Path | None, file: str, book: Book, people: ImportedParticipants, written: str) -> None:
    if report is not None:
        write_beside(report, list_report(file, book, people, written).encode())


def told_columns(
    columns: Sequence[str], fields: Sequence[str], account: Account, specs: Sequence[FieldSpec] = ()
) -> dict[str, str]:
    """What `--column HEADER=FIELD` says: normal words of a column -> id of a field, or `-` for a column that means nothing.

    Raises click.UsageError.
    """
    told: dict[str, str] = {}
    for column in columns:
        header, _, written = column.rpartition("=")
        spec = match_name(specs, written)
        field = spec.id if spec else written.strip()
        if not normal(header) or field not in (*fields, LEAVE_OUT):
            raise click.UsageError(
                account.gettext("not HEADER=FIELD: {column} (fields: {fields}, or -)").format(
                    column=column, fields=", ".join(fields)
                )
            )
        told[normal(header)] = field
    return told


def _tell(
    file: str,
    book: Book,
    people: ImportedParticipants,
    catalogue: Catalogue,
    account: Account,
    policy: ConsentPolicy,
    *,
    keep_names: bool,
) -> None:
    """What was understood: columns, rows, consent. Never a name."""
    for table, each in zip(book.tables, people.accounts, strict=True):
        _tell_columns(file, table, each, catalogue, account)
        _tell_rows(each, account)
    levels = {
        term.id: term.title.in_language(account.wording.language)
        for term in catalogue.structure.vocabularies["consent"].terms
    }
    consent = ", ".join(f"{levels[level]} {count}" for level, count in people.levels) or "–"
    account.line(N_("  people: {people}; consent: {consent}"), people=people.people, consent=consent)
    for sheet in book.further:
        message = (
            N_("  sheet not taken, hidden: {title} ({rows} rows); --sheet takes it")
            if sheet.is_hidden
            else N_("  sheet not taken: {title} ({rows} rows); --sheet takes it")
        )
        account.line(message, title=sheet.title, rows=sheet.rows)
    if people.withheld_names and not keep_names:
        account.line(N_("  names not written: {count}"), count=len(people.withheld_names))
    if people.emptied:
        account.line(
            N_("  rows whose role or organisation named somebody who is not named, or a number: left empty: {count}"),
            count=people.emptied,
        )
    answered = [word for each in people.accounts for word in each.not_understood if yes_or_no(word) == "yes"]
    if answered and not keep_names and not has_default(policy):
        account.line(
            N_(
                "  a bare yes ('{word}') agrees to what people were asked, and index.md does not say what that was: set"
                " participants.default_consent and basis there, and import again with --force"
            ),
            word=answered[0],
        )
    if not people.has_consent and not keep_names:
        account.line(
            N_(
                "  nobody said what may be published, so everybody is only counted: fill the consent column, or set"
                " participants.default_consent and basis in index.md, and import again with --force"
            )
        )


def _tell_columns(file: str, table: Table, each: TableAccount, catalogue: Catalogue, account: Account) -> None:
    titles = {spec.id: spec.title.in_language(account.wording.language) for spec in catalogue.structure.participant}
    account.line(N_("{file} ({sheet}), columns named in row {row}"), file=file, sheet=table.title, row=table.head_row)
    pairs = [f"{column.words} → {titles[column.field]}" for column in table.head.columns]
    known = {column.words for column in table.head.columns}
    pairs += [f"{words or '…'} → {titles['consent']}" for words in each.consent_columns if words not in known]
    account.line(N_("  understood: {columns}"), columns=", ".join(pairs))
    left = [words for _, words in table.head.unknown if words not in each.consent_columns]
    if left:
        account.line(N_("  left out: {columns}"), columns=", ".join(left))
    if table.head.unnamed:
        letters = ", ".join(column_letters(index) for index in table.head.unnamed)
        account.line(N_("  left out, columns without a name: {columns}"), columns=letters)
    if table.hidden_words:
        account.line(N_("  left out, hidden columns: {columns}"), columns=", ".join(table.hidden_words))
    if each.serial_column:
        account.line(N_("  numbers the rows, and counts nobody: {column}"), column=each.serial_column)


def _tell_rows(each: TableAccount, account: Account) -> None:
    account.line(
        N_("  rows: {rows} – people {people}, numbers of people {counts}, left out {left}"),
        rows=each.rows, people=each.people, counts=each.counts, left=each.rows - each.people - each.counts,
    )  # fmt: skip
    for kind, numbers in each.left_out.items():
        account.line(_LEFT_OUT[kind], rows=account.rows(numbers))
    words = ", ".join(f"“{word}”" for word in each.not_understood[:8])
    for doubt, numbers in each.doubts.items():
        account.line(_DOUBTS[doubt], rows=account.rows(numbers), words=words or "…")
    if each.unread_count:
        account.line(
            N_("  number of people not understood in rows {rows}: taken as one"), rows=account.rows(each.unread_count)
        )
    if each.unread_sector:
        account.line(N_("  sector not understood in rows {rows}: left empty"), rows=account.rows(each.unread_sector))
    if each.contacts:
        account.line(
            N_("  ways to reach a person taken out of the cells of rows {rows}"), rows=account.rows(each.contacts)
        )
    if each.several:
        account.line(
            N_("  several names in one cell of rows {rows}: each is a person"), rows=account.rows(each.several)
        )
    if each.repeated:
        account.line(
            N_("  rows {rows} repeat a row above; they are counted all the same"), rows=account.rows(each.repeated)
        )
