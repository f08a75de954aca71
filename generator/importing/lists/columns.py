"""Which row of a sheet is its head, and which column is which: by the structure's names in three languages, by other
names that lists carry, by the questions of forms, and by what whoever imports says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from generator.expressions import expression
from generator.importing.lists.grid import Cells, Grid, Row, one_line, people_in
from generator.importing.lists.head_words import (
    BARE_NAMES,
    PARTS_OF_NAMES,
    field_asked,
    is_family_name,
    is_first_name,
    is_serial,
    may_count,
)
from generator.reading.consent_heads import refuses
from generator.reading.consent_words import CONSENT, asks_consent
from generator.structure import FieldSpec, match_name, normal, written_names

HEAD_ROWS = 30
"""A head below this row is nobody's: above it stand a title, a logo's blank rows, a date."""
LEAVE_OUT = "-"
"""What `--column HEADER=-` says: the column means nothing here."""

_TOLD, _EXACT, _ALIAS, _ASKED = range(4)
"""How sure it is what a column is; the surer of two columns that claim a field has it."""
_NAMED = (("name", _TOLD), ("name", _EXACT), ("name", _ALIAS))
_TELLING = frozenset(("name", "role", "organisation", "count"))
_PIECES = expression(r"[/|()\n–-]")
_LONGEST_HEAD = 200
"""Characters. A cell that is longer is no name of a column, and hardly a question."""


class Column(Struct, frozen=True, kw_only=True):
    """A column that was understood."""

    field: str
    index: int
    words: str
    """The column's own words."""
    rank: int = _EXACT

    @property
    def asks(self) -> str:
        """What a yes in a column of consent answers: one that is called so asks for just that."""
        return self.words if self.rank == _ASKED or refuses(self.words) else CONSENT


class Head(Struct, frozen=True, kw_only=True):
    """What a sheet's columns mean."""

    row: int
    """Index of the head, from 0; of its lower row when it has two."""
    columns: tuple[Column, ...]
    """One for each field that was found, and each column of consent."""
    names: tuple[int, ...]
    """Columns that together are the name: one, or the first and the family name. Empty when there is none."""
    unknown: tuple[tuple[int, str], ...]
    """Columns that mean nothing here: index and words."""
    ignored: frozenset[int] = frozenset()
    """Columns that whoever imports says mean nothing."""
    has_groups: bool = False
    """Whether the row above it has titles of groups of columns."""
    unnamed: tuple[int, ...] = ()
    """Columns that hold something and have no words above it."""

    @property
    def score(self) -> float:
        """How much was understood: a name of the structure says more than a question, and a column of names most."""
        sure = {column.field for column in self.columns if column.rank <= _ALIAS}
        asked = {column.field for column in self.columns} - sure
        return len(sure) + 0.9 * len(asked) + bool(self.names) + (0.5 if len(self.names) > 1 else 0)

    @property
    def consents(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.field == "consent")

    def column(self, field: str) -> int | None:
        for column in self.columns:  # asked of each cell of a long list
            if column.field == field:
                return column.index
        return None

    def over(self, row: Row, below: Sequence[Row]) -> Head:
        """The head with what its words do not say of the rows below: a name that is merged over two columns is both of
        them, and columns without words are there all the same. `row`: that of the head."""
        written = {index for each in below for index, cell in enumerate(each.cells) if cell}
        names = list(self.names)
        columns = tuple(self._with_merged_consent(row, below))
        if len(names) == 1:
            index = names[0] + 1
            while index in row.wide and not row.at(index) and index in written:
                names.append(index)
                index += 1
        taken = {column.index for column in columns} | {*names, *self.ignored} | {i for i, _ in self.unknown}
        whole = msgspec.structs.replace(
            self, columns=columns, names=tuple(names), unnamed=tuple(sorted(written - taken))
        )
        return whole.counting(below)

    def _with_merged_consent(self, row: Row, below: Sequence[Row]) -> Iterator[Column]:
        """The columns, with the further ones over which a head of consent is merged: "in writing" and "by telephone", or "yes"
        and "no", in the row below it."""
        lower = below[0] if below and not any(one_line(below[0].at(index)) for index in self.names) else None
        for column in self.columns:
            index = column.index
            is_merged = column.field == "consent" and index in row.wide
            while index == column.index or (is_merged and index in row.wide and not row.at(index)):
                said = one_line(lower.at(index)) if lower is not None and is_merged else ""
                words = f"{column.words} {said}".strip()
                yield msgspec.structs.replace(column, index=index, words=words, rank=_ASKED if said else column.rank)
                index += 1

    def counting(self, below: Sequence[Row]) -> Head:
        """The head in which a column called "participants" counts them, where nothing but numbers stands in it."""
        if self.column("count") is not None:
            return self
        named = [(column.index, column.words) for column in self.columns if column.field == "name"]
        for index, words in (*self.unknown, *named):
            cells = [text for row in below if (text := one_line(row.at(index)))] if may_count(words) else []
            numbers = [people_in(cell) for cell in cells]
            if not cells or None in numbers or (len(cells) > 2 and numbers == list(range(1, len(cells) + 1))):
                continue
            others = (column for column in self.columns if column.index != index)
            return msgspec.structs.replace(
                self,
                columns=tuple(
                    sorted((*others, Column(field="count", index=index, words=words)), key=lambda c: c.index)
                ),
                names=tuple(each for each in self.names if each != index),
                unknown=tuple(each for each in self.unknown if each[0] != index),
            )
        return self

    def without(self, hidden: frozenset[int]) -> tuple[Head, tuple[str, ...]]:
        """The head without hidden columns, and the words of those that were left out: all but those that were told, and
        those of consent, which may withhold."""
        gone = [
            column
            for column in self.columns
            if column.index in hidden and column.field != "consent" and column.rank != _TOLD
        ]
        if not gone:
            return self, ()
        fields = {column.field for column in gone}
        names = () if "name" in fields else tuple(index for index in self.names if index not in hidden)
        kept = tuple(column for column in self.columns if column not in gone)
        return msgspec.structs.replace(self, columns=kept, names=names), tuple(column.words for column in gone)


class HeadReader(Struct, frozen=True, kw_only=True):
    """Knows what columns may be called."""

    specs: Sequence[FieldSpec]
    told: Mapping[str, str] = {}
    """Normal words of a column -> id of the field, or `LEAVE_OUT`."""

    @property
    def spellings(self) -> frozenset[str]:
        """Names of the structure as they are spelled, for telling quickly that a row is no head."""
        return frozenset(name.casefold() for name in written_names(self.specs)) | PARTS_OF_NAMES

    def find(self, grid: Grid) -> Head | None:
        """The row, or two of them, that names the most columns; the first of equals. None when no row says who a row is."""
        heads = [head for index in range(min(HEAD_ROWS, len(grid.rows))) for head in self._at(grid, index)]
        return max(heads, key=lambda head: (head.score, -head.row), default=None)

    def read(self, number: int, cells: Cells) -> Head | None:
        """What a row's cells mean as names of columns; None when they name nothing that says who a row is."""
        claims: dict[str, list[Column]] = {}
        first: int | None = None
        family: int | None = None
        others: list[tuple[int, str]] = []
        ignored: set[int] = set()
        for index, cell in enumerate(cells):
            words = one_line(cell)
            if not words or len(words) > _LONGEST_HEAD:
                continue
            field, rank = self._field(words)
            if field == LEAVE_OUT:
                ignored.add(index)
            elif field is None and is_first_name(words) and first is None:
                first = index
            elif field is None and is_family_name(words) and family is None:
                family = index
            elif field is not None:
                claims.setdefault(field, []).append(Column(field=field, index=index, words=words, rank=rank))
            else:
                others.append((index, words))
        columns = [min(of_field, key=lambda each: each.rank) for name, of_field in claims.items() if name != "consent"]
        columns += claims.get("consent", [])
        names = self._names(columns, first, family, cells)
        fields = {column.field for column in columns}
        # Words such as "ministry" stand in the cells of people too: alone they make no head, and nothing is quoted of it.
        is_head = fields & {"name", "count"} or any(column.rank <= _ALIAS for column in columns)
        if not _TELLING & fields or not is_head:
            return None
        taken = {column.index for column in columns} | set(names) | ignored
        unknown = [(i, one_line(cells[i])) for i in range(len(cells)) if one_line(cells[i]) and i not in taken]
        return Head(
            row=number,
            columns=tuple(sorted(columns, key=lambda each: each.index)),
            names=names,
            unknown=tuple(unknown),
            ignored=frozenset(ignored),
        )

    def starts(self, cells: Cells) -> tuple[int, ...]:
        """The first columns of lists placed side by side: columns of names, by names that the structure knows."""
        exact = (index for index, cell in enumerate(cells) if self._field(one_line(cell)) in _NAMED)
        return tuple(exact)

    def _at(self, grid: Grid, index: int) -> Iterator[Head]:
        row = grid.rows[index]
        if head := self.read(index, row.cells):
            yield head
        if index + 1 < len(grid.rows) and (row.wide or self._groups(row, grid.rows[index + 1])):
            if head := self.read(index + 1, self._two_rows(row, grid.rows[index + 1])):
                yield msgspec.structs.replace(head, has_groups=True)

    def _groups(self, upper: Row, lower: Row) -> bool:
        """Whether a row without merged cells has the titles of groups of columns: gaps in it, and names of columns below."""
        filled = sum(bool(one_line(cell)) for cell in upper.cells)
        names = [cell for cell in lower.cells if one_line(cell)]
        if not 1 < filled < len(names):
            return False
        known = sum(normal(cell) in PARTS_OF_NAMES or self._field(one_line(cell))[1] <= _ALIAS for cell in names)
        return known > 1

    def _two_rows(self, upper: Row, lower: Row) -> list[str]:
        """The words of a head in two rows: "name" over "first" and "family" is "name first" and "name family"."""
        groups = [text for cell in upper.cells if (text := one_line(cell))]
        words: list[str] = []
        last = ""
        for index in range(max(len(upper.cells), len(lower.cells))):
            above = upper.at(index) or (last if index in upper.wide or not upper.wide else "")
            last = above
            below = lower.at(index)
            joined = f"{above} {below}" if above and below and above != below else below or above
            is_grouped = index in upper.wide or not upper.wide
            belongs = len(groups) > 1 and self._holds_below(above, below)
            words.append(below if is_grouped and below and not belongs else joined)
        return words

    def _holds_below(self, above: str, below: str) -> bool:
        """Whether the title of a group says what the columns in it are: consent, or the name of an organisation."""
        if asks_consent(above):
            return True
        spec = match_name(self.specs, above)
        return normal(below) in BARE_NAMES and "organisation" in (field_asked(above), spec.id if spec else "")

    def _field(self, words: str) -> tuple[str | None, int]:
        told = self.told.get(normal(words))
        if told is not None:
            return told, _TOLD
        spec = match_name(self.specs, words)
        if spec is not None:
            exact = {normal(each) for each in (spec.id, spec.title.he, spec.title.ar, spec.title.en)}
            return spec.id, _EXACT if normal(words) in exact else _ALIAS
        if is_first_name(words) or is_family_name(words) or is_serial(words):
            return None, _ASKED
        # A head in two languages, "Name / שם", says one thing twice.
        pieces = {spec.id for piece in _PIECES.split(words) if (spec := match_name(self.specs, piece))}
        if len(pieces) == 1 and "consent" not in pieces:
            return pieces.pop(), _ALIAS
        known = {spec.id for spec in self.specs}
        asked = "consent" if asks_consent(words) else field_asked(words)
        return (asked, _ASKED) if asked in known else (None, _ASKED)

    def _names(self, columns: list[Column], first: int | None, family: int | None, cells: Cells) -> tuple[int, ...]:
        """The columns of the name. A bare "name" beside a family name is the first name; a full name stands alone."""
        whole = next((column for column in columns if column.field == "name"), None)
        if whole is not None:
            if family is not None and first is None and normal(whole.words) in BARE_NAMES:
                return whole.index, family
            return (whole.index,)
        parts = tuple(index for index in (first, family) if index is not None)
        if parts:
            words = " + ".join(one_line(cells[index]) for index in parts)
            columns.append(Column(field="name", index=parts[0], words=words))
        return parts
