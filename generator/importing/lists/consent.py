"""What each row of a list agreed to, from its columns of consent, its section's title and its colour.

In doubt nothing was agreed to: the row is only counted, and the reason is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from generator.importing.lists.grid import Row, one_line
from generator.importing.lists.notes import notes_of
from generator.importing.lists.rows import Kind, ListRow
from generator.importing.lists.sheets import Table
from generator.model.consent import COUNTED, FULL
from generator.model.record import ConsentPolicy
from generator.reading.consent_heads import agrees_by_yes
from generator.reading.consent_words import (
    Answer,
    asks_consent,
    consent_columns,
    has_default,
    names_nobody,
    read_consent,
    yes_or_no,
)
from generator.reading.list_heads import may_hold_consent
from generator.reading.list_titles import title_withholds
from generator.reading.remarks import refuses_beside, withholds_in_remark
from generator.structure import Vocabulary, match_term, normal

_MOST_COLOURED = 0.4
"""Share of the rows. More than that are stripes, which are for the eye."""
_LONGEST_SHOWN = 40
"""Characters of a cell that are quoted."""


class Doubt(StrEnum):
    """Why a row is only counted without an explicit answer."""

    WORDS = "words"
    """Something is written that is not understood."""
    FORMULA = "formula"
    """A formula without a stored result, or an error."""
    EMPTY = "empty"
    """Nothing is written, beside rows that answer."""
    SECTION = "section"
    """It stands under a title that speaks of consent."""
    NOTE = "note"
    """A note around the list withholds it, by a mark, by its colour, or with all others."""
    NAME = "name"
    """In place of the name stands that there shall be none."""
    COMMENT = "comment"
    """A comment on one of its cells speaks of consent."""
    REMARK = "remark"
    """In a column that means nothing here stands that its owner is not to be named."""
    COLOUR = "colour"
    """It is coloured otherwise than most, and no column says what that means."""


CONSENT_DOUBTS = tuple(Doubt)


class RowConsent(Struct, frozen=True, kw_only=True):
    """What a row agreed to: a level, or None where the record's default holds."""

    level: str | None
    doubt: Doubt | None = None
    words: tuple[str, ...] = ()
    """What was not understood."""


class Consents:
    """The consent of the rows of one table."""

    def __init__(self, table: Table, rows: Sequence[ListRow], vocabulary: Vocabulary, policy: ConsentPolicy) -> None:
        self._vocabulary = vocabulary
        self._policy = policy
        self._hidden = table.hidden_columns
        self._head = table.head
        self._title = one_line(table.title)
        self._notes = notes_of(table, rows)
        self._withheld_elsewhere = frozenset(
            _words(name) for title, names in table.elsewhere if title_withholds(title, vocabulary) for name in names
        )
        self._read: dict[tuple[str, ...], Answer] = {}
        real = [each for each in rows if each.kind in (Kind.PERSON, Kind.COUNT, Kind.CONTINUED)]
        self._columns = self._find(table, real)
        self._others_answer = any(self._answers(each.row) for each in real)
        self._coloured = frozenset() if self._others_answer or self._notes.uncoloured else _set_apart(real)
        taken = {index for index, _ in self._columns} | table.head.ignored
        self._remarks = tuple(
            index for index in (*(i for i, _ in table.head.unknown), *table.head.unnamed) if index not in taken
        )
        self._withholding: dict[str, bool] = {}
        self.words = tuple(words for _, words in self._columns)

    @property
    def is_said(self) -> bool:
        """Whether any row says what it agreed to."""
        return self._others_answer

    def of(self, each: ListRow) -> RowConsent:
        """The consent of one row."""
        row = each.row
        if each.kind is Kind.COUNT:
            return RowConsent(level=COUNTED)
        if (doubt := self._doubt_beside(each)) is not None:
            return RowConsent(level=COUNTED, doubt=doubt)
        columns = self._columns_of(each)
        cells = [(self._asks.get(index, words), self._cell(row, index)) for index, words in columns]
        if any(index in row.struck for index, _ in columns):
            return RowConsent(level=COUNTED, doubt=Doubt.WORDS, words=self._shown(cells))
        said = tuple(text for _, text in cells)
        answer = self._read.get(said)
        if answer is None:  # a long list has few different answers
            answer = read_consent(cells, self._vocabulary, self._policy, others_answer=self._others_answer)
            self._read[said] = answer
        if not answer.is_understood:
            return RowConsent(level=COUNTED, doubt=Doubt.WORDS, words=self._shown(cells))
        if any(text for _, text in cells):
            return self._under_section(each, answer.level)
        if answer.level is not None or (self._others_answer and has_default(self._policy)):
            return RowConsent(level=COUNTED, doubt=Doubt.EMPTY)
        if row.number in self._coloured and has_default(self._policy):
            return RowConsent(level=COUNTED, doubt=Doubt.COLOUR)
        return self._under_section(each, None)

    def _doubt_beside(self, each: ListRow) -> Doubt | None:
        """Why a row is only counted whatever its cells of consent say; None when nothing beside them speaks."""
        row = each.row
        if self._refuses(each.name):
            return Doubt.NAME
        if _words(each.name) in self._withheld_elsewhere and each.name:
            return Doubt.SECTION
        if self._notes.withhold(each):
            return Doubt.NOTE
        if any(asks_consent(comment) or withholds_in_remark(comment) for comment in row.comments):
            return Doubt.COMMENT
        if any(self._is_refusal(row.at(index)) for index in self._remarks):
            return Doubt.REMARK
        if any(map(refuses_beside, self._own(each))):
            return Doubt.REMARK
        return Doubt.FORMULA if any(index in row.unresolved for index, _ in self._columns) else None

    def _find(self, table: Table, rows: Sequence[ListRow]) -> tuple[tuple[int, str], ...]:
        head = table.head
        by_name = {column.index: column.words for column in head.consents}
        self._asks = {column.index: column.asks for column in head.consents}
        unknown = {index: words for index, words in head.unknown if may_hold_consent(words)}
        # A column without a head may answer too: that is where somebody wrote it in by hand.
        width = max((len(each.row.cells) for each in rows), default=0)
        named = {index for index, _ in head.unknown} | {column.index for column in head.columns} | set(head.names)
        headers = [unknown.get(index, "") for index in range(width)]
        taken = (named - unknown.keys()) | head.ignored
        found = consent_columns(
            headers,
            [each.row.cells for each in rows],
            self._vocabulary,
            taken=taken,
            has_column=bool(by_name),
        )
        return tuple(sorted((by_name | {index: headers[index] for index in found}).items()))

    def _columns_of(self, each: ListRow) -> tuple[tuple[int, str], ...]:
        """The columns of consent of a row: those of its own head, where a second one names them at other places."""
        if each.head.consents == self._head.consents:
            return self._columns
        return tuple((column.index, column.words) for column in each.head.consents)

    def _cell(self, row: Row, index: int) -> str:
        """The text of a cell. A hidden column can withhold; it cannot grant, since its owner does not see it."""
        text = one_line(row.at(index))
        if text and index in self._hidden:
            term = match_term(self._vocabulary, text)
            return text if term is None or term.id == COUNTED else ""
        return text

    def _answers(self, row: Row) -> bool:
        return any(
            one_line(row.at(index)) or index in row.unresolved or index in row.colours for index, _ in self._columns
        )

    def _under_section(self, each: ListRow, level: str | None) -> RowConsent:
        """A title such as "not for publication" holds for the rows below it; it withholds, and grants nothing."""
        titles = [title for title in (each.section, self._title) if title]
        for title in titles:
            if title not in self._withholding:
                self._withholding[title] = title_withholds(title, self._vocabulary)
            if self._withholding[title]:
                return RowConsent(level=COUNTED, doubt=Doubt.SECTION)
        terms = [term.id for title in titles if (term := match_term(self._vocabulary, title)) and term.id != FULL]
        return RowConsent(level=level or next(iter(terms), None))

    @staticmethod
    def _is_refusal(cell: str) -> bool:
        if " " not in cell and not refuses_beside(cell):
            return False  # a yes or a no answers what the column asks, and that is not known
        return withholds_in_remark(cell)

    @staticmethod
    def _own(each: ListRow) -> tuple[str, ...]:
        """The cells of a row that would be published."""
        fields = [column.index for column in each.head.columns if column.field in ("role", "organisation")]
        return (each.name, *(each.row.at(index) for index in fields))

    def _refuses(self, name: str) -> bool:
        """Whether a cell for a name says "anonymous" or "not for publication"."""
        return names_nobody(name, self._vocabulary)

    def _shown(self, cells: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """What was not understood: the cell, and the header too where that is why."""
        return tuple(
            f"{words}: {text}" if yes_or_no(text) == "yes" and not agrees_by_yes(words) else shortened(text)
            for words, text in cells
            if text and match_term(self._vocabulary, text) is None
        )


def _words(name: str) -> frozenset[str]:
    """A name's words, in whatever order two sheets have them."""
    return frozenset(normal(name).split())


def shortened(text: str) -> str:
    """The beginning of a cell, in whole words."""
    if len(text) <= _LONGEST_SHOWN:
        return text
    return f"{text[:_LONGEST_SHOWN].rpartition(' ')[0]} …".lstrip()


def _set_apart(rows: Sequence[ListRow]) -> frozenset[int]:
    """Numbers of the rows that have another colour in some cell than most have there; none where the colours are stripes."""
    others: set[int] = set()
    for index in {index for each in rows for index in each.row.colours if index in _understood(each)}:
        colours = {each.row.number: each.row.colours.get(index, "") for each in rows if index in _understood(each)}
        usual, _ = Counter(colours.values()).most_common(1)[0]
        apart = {number for number, colour in colours.items() if colour != usual}
        others |= apart if len(apart) <= _MOST_COLOURED * len(colours) else set()
    return frozenset(others)


def _understood(each: ListRow) -> frozenset[int]:
    return frozenset((*each.head.names, *(column.index for column in each.head.columns)))
