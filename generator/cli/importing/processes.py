"""`sikum import processes`: the list of all processes that a central unit keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from generator.cli.authoring import SITE, Catalogue, Refused, open_catalogue
from generator.cli.help import Command
from generator.cli.importing.account import Account
from generator.cli.importing.consultations import ZONE, add_bodies, check_zone
from generator.cli.importing.options import FILE
from generator.cli.importing.participants import DRY_RUN, told_columns
from generator.importing.lists.grid import UnreadableSheet
from generator.importing.platforms.archive import Bodies
from generator.importing.register.read import Reason, Register, RegisterEntry
from generator.importing.register.state import FILE as STATE
from generator.importing.register.state import Written, digest_of, read_state, write_state
from generator.structure import Structure, normal
from generator.wording.deferred import N_

_LEFT_OUT = {
    Reason.TOTAL: N_("  rows {rows}: left out, totals"),
    Reason.UNTITLED: N_("  rows {rows}: left out, without a title"),
    Reason.BODILESS: N_("  rows {rows}: left out, it does not say whose process it is"),
    Reason.SECTION: N_("  rows {rows}: left out, names of bodies, whose processes stand below them"),
    Reason.HIDDEN: N_("  rows {rows}: left out, hidden or filtered away"),
    Reason.PLANNED: N_("  rows {rows}: no process made, not open yet"),
    Reason.CANCELLED: N_("  rows {rows}: no process made, cancelled"),
    Reason.REPEATED: N_("  rows {rows}: left out, the same process stands above"),
}
_RECORD_FIELDS = (
    "title", "ministry", "start_date", "end_date", "status", "kind", "methods", "topics", "participants_count",
    "short_description", "reference",
)  # fmt: skip
_OTHER_FIELDS = {"summary": N_("output files"), "link": N_("sources"), "id": N_("id")}


@click.command(cls=Command, short_help="A central unit's own list of all processes, from Excel or CSV.")
@FILE
@click.option("--group", default="", help="Folder of the content folder to put new processes into.")
@click.option("--sheet", help="Name or number of the sheet; else the one whose columns say most.")
@click.option("--column", "columns", multiple=True, metavar="HEADER=FIELD", help="What a column is, such as title.")
@ZONE
@DRY_RUN
@SITE
def processes(
    file: Path, group: str, sheet: str | None, columns: tuple[str, ...], zone: str, dry_run: bool, site: Path
) -> None:
    """Make a process of each row of FILE (.xlsx or .csv), the list that a central unit keeps of all processes.

    Columns are found by their words and confirmed by what stands in them; those that hold people are never taken. Run
    again with a newer list, it adds what is new, updates what it wrote itself, and touches nothing that people changed.
    What it wrote is remembered in .sikum/register.json, which belongs into the repository. No process becomes closed.

    \b
    Examples:
      sikum import processes list.xlsx --dry-run
      sikum import processes list.xlsx --column "יעד=end_date"
    """
    from generator.importing.register.read import read_register

    catalogue = open_catalogue(site)
    account = Account(catalogue)
    check_zone(zone, account)
    told = told_columns(columns, [*_RECORD_FIELDS, *_OTHER_FIELDS], account)
    bodies = Bodies(
        (body.id, (*body.name.values(), *body.aliases)) for body in catalogue.registries.ministries.values()
    )
    topics = {
        normal(name): topic.id
        for topic in catalogue.registries.topics.values()
        for name in (topic.id, *topic.title.values())
    }
    try:
        register = read_register(
            file.name, file.read_bytes(), catalogue.structure, bodies, topics,
            language=catalogue.language, zone=zone, today=catalogue.project.options().today, told=told, sheet=sheet,
        )  # fmt: skip
    except UnreadableSheet as error:
        raise account.refusal(str(file), error) from error
    _tell(file, register, catalogue.structure, account)
    plan = _Plan(catalogue, group)
    for entry in register.entries:
        plan.add(entry)
    _tell_plan(plan, account)
    if dry_run:
        account.line(N_("nothing written (--dry-run)"))
        return
    catalogue.write("", plan.files, force=True)
    add_bodies(catalogue, [entry.body for entry in register.entries if entry.row in plan.written_rows], account)
    write_state(catalogue.project.folder, plan.state)
    account.line(N_("next: sikum check, which lists what is missing"))


class _Plan:
    """What is to be written, decided before anything is."""

    def __init__(self, catalogue: Catalogue, group: str) -> None:
        self._catalogue = catalogue
        self._group = group.strip("/")
        self._content = catalogue.project.content_dir
        self._ids = {folder.id for folder in catalogue.tree.processes}
        self._by_address: dict[str, str] | None = None
        self._before = read_state(catalogue.project.folder)
        self.state = dict(self._before)
        self.files: list[tuple[str, str | bytes]] = []
        self.written_rows: set[int] = set()
        self.new: list[int] = []
        self.updated: list[int] = []
        self.unchanged: list[int] = []
        self.peoples: list[int] = []
        self.deleted: list[int] = []
        """Rows whose process an earlier run made, and people took away since."""
        self._seen: set[str] = set()

    @property
    def gone(self) -> int:
        """Processes that an earlier list had and this one has not."""
        return len(self._before.keys() - self._seen)

    def add(self, entry: RegisterEntry) -> None:
        from generator.scaffold import known_files

        self._seen.add(entry.key)
        known = self._before.get(entry.key)
        place = known.place if known and (self._content / known.place / "index.md").is_file() else self._find(entry)
        if place is None and known is not None:
            place = self._moved(known)
            if place is None:
                self.deleted.append(entry.row)
                return
        is_new = place is None
        place = place or self._new_place(entry)
        draft = msgspec.structs.replace(entry.draft, id=place.rpartition("/")[2])
        files = known_files(draft, self._catalogue.structure, self._catalogue.language)
        content = dict(files)["index.md"]
        digest = digest_of(content if isinstance(content, bytes) else content.encode())
        if is_new:
            self.new.append(entry.row)
        else:
            there = digest_of((self._content / place / "index.md").read_bytes())
            if there == digest:
                self.unchanged.append(entry.row)
                self.state[entry.key] = Written(place=place, sha256=digest)
                return
            if known is None or there != known.sha256:
                self.peoples.append(entry.row)
                return
            self.updated.append(entry.row)
        self.written_rows.add(entry.row)
        self.files += [(f"{place}/{path}", content) for path, content in files]
        self.state[entry.key] = Written(place=place, sha256=digest)

    def _find(self, entry: RegisterEntry) -> str | None:
        """The process that is this row by its reference, its addresses or its own id, though another hand made it."""
        if self._by_address is None:
            self._by_address = dict(self._addresses())
        record = entry.draft.record
        output = record.get("output")
        files = output.get("files", ()) if isinstance(output, dict) else ()
        links = [*files, *record.get("sources", ())]
        wanted = [str(record.get("reference", "")), *(str(link["url"]) for link in links if isinstance(link, dict))]
        found = next((self._by_address[each] for each in wanted if each in self._by_address), None)
        if found is None and entry.has_own_id:
            folder = self._catalogue.find(entry.draft.id)
            found = folder.path if folder else None
        return found

    def _moved(self, known: Written) -> str | None:
        """Where a process is that this import made: in another folder, or under another id that keeps its old address."""
        identifier = known.place.rpartition("/")[2]
        folder = self._catalogue.find(identifier)
        if folder is not None:
            return folder.path
        folders = self._catalogue.tree.processes
        return next((each.path for each in folders if identifier in self._catalogue.read(each).record.aliases), None)

    def _addresses(self) -> Iterator[tuple[str, str]]:
        for folder in self._catalogue.tree.processes:
            record = self._catalogue.read(folder).record
            for each in (
                record.reference,
                *(source.url for source in record.sources),
                *(f.url for f in record.output.files),
            ):
                if each:
                    yield each, folder.path

    def _new_place(self, entry: RegisterEntry) -> str:
        made, number = entry.draft.id, 1
        reserved = self._catalogue.structure.reserved_ids
        identifier = made if entry.has_own_id else f"{made}-{number}"
        while identifier in self._ids or identifier in reserved or self._is_there(identifier):
            number += 1
            identifier = f"{made}-{number}"
        self._ids.add(identifier)
        return self._catalogue.place_for(f"{self._group}/{identifier}".strip("/"))

    def _is_there(self, identifier: str) -> bool:
        """Whether a folder of that name holds something, though it is no process: one that is not published, for example."""
        return (self._content / self._group / identifier / "index.md").exists()


def _tell(file: Path, register: Register, structure: Structure, account: Account) -> None:
    titles = {spec.id: spec.title.in_language(account.wording.language) for spec in structure.record}
    titles |= {field: account.gettext(message) for field, message in _OTHER_FIELDS.items()}
    account.line(
        N_("{file} ({sheet}), columns named in row {row}"), file=file.name, sheet=register.sheet, row=register.head_row
    )
    for column in register.head.columns:
        account.line(
            N_("  {words} → {field} (filled {filled} of {rows})"),
            words=column.words, field=titles[column.field], filled=column.filled, rows=register.rows,
        )  # fmt: skip
    for message, words in register.head.refused:
        account.line(f"  {account.gettext(message)}", column=words)
    if register.head.unknown:
        account.line(N_("  left out: {columns}"), columns=", ".join(register.head.unknown))
    if register.head.people:
        account.line(N_("  left out, columns that hold people: {count}"), count=register.head.people)
    left = register.rows - len(register.entries)
    account.line(
        N_("  rows: {rows} – processes {entries}, left out {left}"),
        rows=register.rows, entries=len(register.entries), left=left,
    )  # fmt: skip
    for reason, numbers in register.left_out.items():
        account.line(_LEFT_OUT[reason], rows=account.rows(numbers))
    for field, numbers in register.unread.items():
        account.line(
            N_("  {field} not understood in rows {rows}: left empty, or marked"),
            field=titles[field], rows=account.rows(numbers),
        )  # fmt: skip
    if register.further:
        account.line(N_("  sheets not taken: {sheets}; --sheet takes one"), sheets=", ".join(register.further))


def _tell_plan(plan: _Plan, account: Account) -> None:
    account.line(
        N_("new: {new}; updated: {updated}; as they were: {unchanged}"),
        new=len(plan.new), updated=len(plan.updated), unchanged=len(plan.unchanged),
    )  # fmt: skip
    if plan.peoples:
        account.line(
            N_("not touched, since people wrote or changed them: rows {rows}"), rows=account.rows(plan.peoples)
        )
    if plan.deleted:
        account.line(
            N_("not made again, since people deleted them: rows {rows}; {file} remembers them"),
            rows=account.rows(plan.deleted), file=STATE,
        )  # fmt: skip
    if plan.gone:
        account.line(N_("not touched, and not in this list: {count}"), count=plan.gone)
    if not any((plan.new, plan.updated, plan.unchanged, plan.peoples, plan.deleted)):
        raise Refused(account.gettext("no process in it"))
