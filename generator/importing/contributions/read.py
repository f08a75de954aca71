"""A file of answers -> points, each with a reference that stays the same when the file is exported again."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.importing.contributions.columns import Columns, columns_of, score
from generator.importing.lists.columns import HEAD_ROWS
from generator.importing.lists.grid import Grid, Row, UnreadableSheet, one_line
from generator.importing.lists.sheets import NO_SHEET, NOTHING_IN_IT, read_grids
from generator.reading.consent_words import yes_or_no
from generator.reading.contributions import LANGUAGES
from generator.structure import normal
from generator.wording.deferred import N_

NO_TEXT = N_("no column holds what people wrote; --column HEADER=text says which one does")
RAGGED = N_(
    "row {row} has more cells than the head: whoever wrote the file put no quotation marks around what people wrote;"
    " export it again, or save it as .xlsx"
)
_POLIS = frozenset(("comment-id", "comment-body", "moderated", "agrees"))
_POLIS_COLUMNS = {normal("comment-body"): "text"}
_REJECTED = "-1"


class Point(Struct, frozen=True, kw_only=True):
    """One thing that somebody said."""

    ref: str
    contact: str
    consent: str
    """`yes`, `no`, or empty where the file does not ask."""
    text: str
    language: str
    responses: str


class Answers(Struct, frozen=True, kw_only=True):
    """What a file holds, and what was left out. Only `points` hold what people said."""

    platform: str
    """`Pol.is`, or empty for a table of answers."""
    sheet: str
    head_row: int
    """As a spreadsheet counts."""
    columns: Columns
    points: tuple[Point, ...]
    rows: int
    """Below the head, that hold anything."""
    left_out: Mapping[str, tuple[int, ...]]
    """`silent` (no point in it), `formula` (without a stored result), `hidden`, `rejected`, `seed` (the office's own) or
    `repeated` -> rows."""
    not_understood: tuple[int, ...]
    """Rows whose answer about being written to is not understood: they are not written to."""


def read_answers(name: str, content: bytes, told: Mapping[str, str], sheet: str | None = None) -> Answers:
    """The points of a file (.xlsx, or CSV). `told`: normal words of a column -> field, or `-` for one that means nothing.

    Raises UnreadableSheet.
    """
    grids, is_workbook = read_grids(name, content)
    if sheet is not None:
        grids = tuple(grid for number, grid in enumerate(grids, 1) if sheet in (grid.title, str(number)))
        if not grids:
            raise UnreadableSheet(NO_SHEET, wanted=sheet, there="")
    elif is_workbook:
        grids = tuple(grid for grid in grids if not grid.is_hidden)
    heads = [(score(row.cells, told), grid, row) for grid in grids for row in grid.rows[:HEAD_ROWS] if any(row.cells)]
    if not heads:
        raise UnreadableSheet(NOTHING_IN_IT)
    (known, _), grid, head = max(heads, key=lambda each: (each[0], -each[2].number))
    if not known:
        raise UnreadableSheet(NO_TEXT)  # what may be somebody's words is not quoted as the name of a column
    is_polis = {one_line(cell).casefold() for cell in head.cells} >= _POLIS
    if not is_workbook:
        _refuse_ragged(grid, head)
    return _Reader(grid, head, told, is_polis=is_polis).answers()


class _Reader:
    def __init__(self, grid: Grid, head: Row, told: Mapping[str, str], *, is_polis: bool) -> None:
        self._grid = grid
        self._head = head
        self._is_polis = is_polis
        self._below = [row for row in grid.rows if row.number > head.number and any(one_line(c) for c in row.cells)]
        shown = [row.cells for row in self._below if not row.is_hidden]
        self._columns = columns_of(head.cells, shown, {**_POLIS_COLUMNS, **told} if is_polis else told)
        if not self._columns.texts:
            raise UnreadableSheet(NO_TEXT)
        self._left_out: dict[str, list[int]] = {}
        self._not_understood: list[int] = []
        self._used = Counter[str]()
        self._seen: set[tuple[str, str, str]] = set()

    def answers(self) -> Answers:
        points = tuple(self._points())
        return Answers(
            platform="Pol.is" if self._is_polis else "",
            sheet=self._grid.title,
            head_row=self._head.number,
            columns=self._columns,
            points=points,
            rows=len(self._below),
            left_out={reason: tuple(rows) for reason, rows in self._left_out.items()},
            not_understood=tuple(self._not_understood),
        )

    def _points(self) -> Iterator[Point]:
        for row in self._below:
            reason = self._reason(row)
            texts = [(index, _text_of(row.at(index))) for index in self._columns.texts]
            texts = [(index, text) for index, text in texts if any(map(str.isalnum, text))]
            if reason is None and not texts:
                reason = "formula" if row.unresolved & {*self._columns.texts} else "silent"
            points = [] if reason else [self._point(row, index, text) for index, text in texts]
            kept = [point for point in points if point is not None]
            if not kept:
                self._left_out.setdefault(reason or "repeated", []).append(row.number)
            elif self._at(row, "consent") and yes_or_no(self._at(row, "consent")) is None:
                self._not_understood.append(row.number)
            yield from kept

    def _reason(self, row: Row) -> str | None:
        if row.is_hidden:
            return "hidden"
        if self._is_polis:
            said = {one_line(head).casefold(): row.at(index) for index, head in enumerate(self._head.cells)}
            if said["moderated"].strip() == _REJECTED:
                return "rejected"
            if said.get("is-seed", "").strip().casefold() in ("true", "yes", "1"):
                return "seed"
        return None

    def _point(self, row: Row, index: int, text: str) -> Point | None:
        contact, own = self._at(row, "contact"), self._at(row, "ref").lstrip("#")
        question = self._columns.words[index]
        key = (own, f"{index} {contact}" if not own else question, text)
        if key in self._seen and (own or contact):
            return None
        self._seen.add(key)
        consent = self._at(row, "consent")
        return Point(
            ref=self._ref(own, question, contact, text),
            contact=contact,
            consent="" if "consent" not in self._columns.fields else "yes" if yes_or_no(consent) == "yes" else "no",
            text=text,
            language=LANGUAGES.get(self._at(row, "language").casefold(), ""),
            responses=self._at(row, "responses"),
        )

    def _ref(self, own: str, question: str, contact: str, text: str) -> str:
        """The file's own reference, with the number of the question where there are several; else one made of what was said,
        so that it does not change when rows are sorted or added."""
        made = own or f"v{hashlib.sha256(chr(0).join((question, contact, text)).encode()).hexdigest()[:8]}"
        if own and len(self._columns.texts) > 1:
            made = f"{own}-{[self._columns.words[each] for each in self._columns.texts].index(question) + 1}"
        self._used[made] += 1
        return made if self._used[made] == 1 else f"{made}.{self._used[made]}"

    def _at(self, row: Row, field: str) -> str:
        index = self._columns.fields.get(field)
        return "" if index is None else one_line(row.at(index))


def _text_of(cell: str) -> str:
    """What stands in a cell, on one line, without the stroke that platforms put before what a spreadsheet would compute."""
    text = " ".join(cell.split())
    return text[1:] if re.match(r"'[=+@-]", text) else text


def _refuse_ragged(grid: Grid, head: Row) -> None:
    """Raises UnreadableSheet for a row whose text runs over the last column: commas in it were taken for separators."""
    width = max((index for index, cell in enumerate(head.cells) if cell), default=-1) + 1
    row = next((row for row in grid.rows if row.number > head.number and any(row.cells[width:])), None)
    if row is not None and all(head.cells[:width]):
        raise UnreadableSheet(RAGGED, row=str(row.number))


def columns_seen(answers: Sequence[tuple[str, str]]) -> str:
    """The columns that were taken, for one line."""
    return ", ".join(f"{words} → {field}" for words, field in answers)
