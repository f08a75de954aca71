"""The rows of a register -> drafts of processes, and why the other rows are none."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from generator.expressions import expression
from generator.importing.lists.grid import Grid, Row, UnreadableSheet, one_line
from generator.importing.lists.rows import is_total
from generator.importing.lists.sheets import read_grids
from generator.importing.platforms.archive import (
    Bodies,
    Body,
    is_over,
    language_of,
    links,
    plain,
    shortened,
    slugged,
)
from generator.importing.register.cells import (
    CANCELLED,
    CLOSING,
    OPEN,
    PLANNED,
    read_address,
    read_count,
    read_day,
    read_state,
    read_terms,
)
from generator.importing.register.columns import RegisterHead, find_head
from generator.reading.list_heads import pattern_of
from generator.scaffold import Draft
from generator.scaffold.yaml_text import Value
from generator.structure import Structure, normal
from generator.wording.deferred import N_

_PERSONAL = expression(r"\[\[[^\[\]]{0,100}\]\]")
"""Where a platform that gave the text has taken out what is personal."""
_BODY = pattern_of(
    r"ה?(?:משרד|רשות|מועצה|מועצת|עיריית|אגף|מינהל|מנהל|לשכת|נציבות|מכון|בנק)\b|המשרד ל|הרשות ל"
    r"|(?:ministry|department|office|agency|authority|council|municipality)\b|(?:وزارة|هيئة|سلطة|بلدية|مجلس|دائرة)\b"
)
NO_REGISTER = N_("no row names the columns of a list of processes: a title, and a body, dates or a status")
NO_SUCH_SHEET = N_("no such sheet: {wanted} (there are: {there})")


class Reason(StrEnum):
    """Why a row is no process."""

    TOTAL = "total"
    UNTITLED = "untitled"
    BODILESS = "bodiless"
    SECTION = "section"
    """The name of a body, over the rows of its processes."""
    HIDDEN = "hidden"
    PLANNED = PLANNED
    CANCELLED = CANCELLED
    REPEATED = "repeated"


class RegisterEntry(Struct, frozen=True, kw_only=True):
    """A row that is a process."""

    row: int
    """As the spreadsheet counts."""
    key: str
    """By which the row is known again: its reference, else its body, title and start."""
    body: Body
    draft: Draft
    """Its id is a proposal: where one is known by the key, that one holds."""
    has_own_id: bool
    """Whether the list gives the id, or it was made up."""


class Register(Struct, frozen=True, kw_only=True):
    sheet: str
    head: RegisterHead
    head_row: int
    rows: int
    entries: tuple[RegisterEntry, ...]
    left_out: Mapping[Reason, tuple[int, ...]]
    unread: Mapping[str, tuple[int, ...]]
    """Field -> rows in which something stands that is not understood: it is left empty, or marked."""
    further: tuple[str, ...]
    """Other sheets that are shown and have a list too."""


def read_register(
    name: str,
    content: bytes,
    structure: Structure,
    bodies: Bodies,
    topics: Mapping[str, str],
    *,
    language: str,
    zone: str,
    today: date,
    told: Mapping[str, str] | None = None,
    sheet: str | None = None,
) -> Register:
    """The processes in a list. `topics`: normal names -> ids; `told`: normal words of a column -> field.

    Raises UnreadableSheet.
    """
    grids, is_workbook = read_grids(name, content)
    found = [
        (grid, head) for grid in grids if (head := find_head(grid, language, told or {}, bodies.is_known)) is not None
    ]
    chosen = [each for each in found if not each[0].is_hidden] if sheet is None else _named(found, grids, sheet)
    if not chosen:
        raise UnreadableSheet(NO_REGISTER)
    grid, head = max(chosen, key=lambda each: len(each[1].columns))
    reader = _Reader(grid, head, structure, bodies, topics, language, zone, today)
    reader.read()
    return Register(
        sheet=grid.title,
        head=head,
        head_row=grid.rows[head.row].number,
        rows=reader.rows,
        entries=tuple(reader.entries),
        left_out={reason: tuple(reader.left_out[reason]) for reason in Reason if reason in reader.left_out},
        unread={field: tuple(rows) for field, rows in reader.unread.items()},
        further=tuple(other.title for other, _ in chosen if is_workbook and other is not grid),
    )


def _named(
    found: Sequence[tuple[Grid, RegisterHead]], grids: Sequence[Grid], wanted: str
) -> list[tuple[Grid, RegisterHead]]:
    titles = [grid.title for grid in grids]
    title = titles[int(wanted) - 1] if wanted.isdigit() and 0 < int(wanted) <= len(titles) else wanted
    if title not in titles:
        raise UnreadableSheet(NO_SUCH_SHEET, wanted=wanted, there=", ".join(titles))
    return [each for each in found if each[0].title == title]


class _Reader:
    """Reads the rows below the head, and collects what is missing or not understood in them."""

    def __init__(
        self,
        grid: Grid,
        head: RegisterHead,
        structure: Structure,
        bodies: Bodies,
        topics: Mapping[str, str],
        language: str,
        zone: str,
        today: date,
    ) -> None:
        self._below = grid.rows[head.row + 1 :]
        self._head = head
        self._structure = structure
        self._bodies = bodies
        self._topics = topics
        self._language = language
        self._zone = zone
        self._today = today
        self._section = ""
        self.rows = 0
        self.entries: list[RegisterEntry] = []
        self.left_out: dict[Reason, list[int]] = {}
        self.unread: dict[str, list[int]] = {}

    def read(self) -> None:
        keys: set[str] = set()
        for row in self._below:
            if not any(one_line(cell) for cell in row.cells):
                continue
            self.rows += 1
            found = self._row(row)
            if isinstance(found, RegisterEntry) and found.key in keys:
                found = Reason.REPEATED
            if isinstance(found, Reason):
                self.left_out.setdefault(found, []).append(row.number)
            else:
                keys.add(found.key)
                self.entries.append(found)

    def _row(self, row: Row) -> RegisterEntry | Reason:
        title, owner = self._cell(row, "title"), self._cell(row, "ministry")
        if row.is_hidden:
            return Reason.HIDDEN
        if any(is_total(cell) for cell in row.cells[:4]):
            return Reason.TOTAL
        if section := self._body_alone(row):
            self._section = section
            return Reason.SECTION
        if not title:
            return Reason.UNTITLED
        owner = owner or self._section
        if not owner:
            return Reason.BODILESS
        state = read_state(self._cell(row, "status"))
        if state in (PLANNED, CANCELLED):
            return Reason(state)
        return self._entry(row, title, self._bodies.find(owner), state)

    def _body_alone(self, row: Row) -> str:
        """The name of a body that is all a row says, in whatever column, for the rows below it that name none; else empty."""
        texts = [text for cell in row.cells if (text := one_line(cell))]
        name = texts[0].rstrip(": ") if len(texts) == 1 else ""
        return name if self._bodies.is_known(name) or (row.wide and _BODY.match(normal(name))) else ""

    def _entry(self, row: Row, title: str, body: Body, state: str | None) -> RegisterEntry:
        assumed: set[str] = set()
        start, end = self._day(row, "start_date"), self._day(row, "end_date")
        status = state or (CLOSING if is_over(end, self._today) else OPEN)
        if state is None:
            assumed.add("status")
            self._note(row, "status")
        language = self._language if language_of(title) == "en" and self._language == "en" else language_of(title)
        record: dict[str, Value] = {
            "title": title,
            "short_description": shortened(plain(self._cell(row, "short_description")) or title),
            "ministry": body.id,
            **({"kind": kinds[0]} if (kinds := self._terms(row, "kind", "kind")) else {}),
            **({"methods": methods} if (methods := self._terms(row, "methods", "method")) else {}),
            "status": status,
            **({"language": language} if language != "he" else {}),
            **({"start_date": start} if start else {}),
            **({"end_date": end} if end else {}),
        }
        if status == CLOSING and not end:
            self.unread.setdefault("end_date", []).append(row.number)
        if topics := self._topic_ids(row):
            record["topics"] = topics
        if count := self._read(row, "participants_count", read_count):
            record["participants_count"] = count
        if summary := self._read(row, "summary", read_address):
            record["output"] = {"files": links([(title, summary)])}
        if link := self._read(row, "link", read_address):
            record["sources"] = links([(title, link)])
        if reference := self._cell(row, "reference"):
            record["reference"] = reference
        own = slugged(self._cell(row, "id"))
        year = (start or end or "")[:4]
        made = own if own and not own.isdigit() else "-".join(part for part in (body.id, year) if part)
        return RegisterEntry(
            row=row.number,
            key=_key(reference or own, body.name, title, year),
            body=body,
            draft=Draft(id=made, record=record, assumed=frozenset(assumed)),
            has_own_id=made == own,
        )

    def _terms(self, row: Row, field: str, vocabulary: str) -> list[str]:
        found = read_terms(self._cell(row, field), self._structure.vocabularies[vocabulary])
        if not found:
            self._note(row, field)
        return found

    def _topic_ids(self, row: Row) -> list[str]:
        pieces = self._cell(row, "topics").replace("/", ",").replace(";", ",").split(",")
        found = dict.fromkeys(topic for piece in pieces if (topic := self._topics.get(normal(piece))))
        if not found:
            self._note(row, "topics")
        return list(found)

    def _day(self, row: Row, field: str) -> str | None:
        day = read_day(self._cell(row, field), self._zone)
        if day is None:
            self._note(row, field)
        return day

    def _read(self, row: Row, field: str, reader: Callable[[str], str | None]) -> str | None:
        value = reader(self._cell(row, field))
        if value is None:
            self._note(row, field)
        return value

    def _note(self, row: Row, field: str) -> None:
        """Note that a cell has a value that is not understood."""
        if self._cell(row, field):
            self.unread.setdefault(field, []).append(row.number)

    def _cell(self, row: Row, field: str) -> str:
        index = self._head.column(field)
        return one_line(_PERSONAL.sub(" ", row.at(index))) if index is not None else ""


def _key(reference: str, body: str, title: str, year: str) -> str:
    """By words of the list alone: the registry may give a body another id between two runs."""
    said = f"reference {normal(reference)}" if reference else f"{normal(body)} {normal(title)} {year}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]
