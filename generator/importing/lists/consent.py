"""What each row of a list agreed to, from its columns of consent, its section's title and its colour.

In doubt nothing was agreed to: the row is only counted, and the reason is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from generator.importing.lists.grid import Row, one_line
from generator.importing.lists.head_words import may_hold_consent
from generator.importing.lists.notes import notes_of
from generator.importing.lists.rows import Kind, ListRow
from generator.importing.lists.sheets import Table
from generator.model.consent import COUNTED, FULL
from generator.model.record import ConsentPolicy
from generator.reading.consent_words import (
    Answer,
    asks_consent,
    consent_columns,
    has_default,
    names_nobody,
    read_consent,
    refuses_beside,
    withholds_in_words,
)
from generator.structure import Vocabulary, match_term

_ALL_AGREED = ConsentPolicy(default_consent=FULL, basis="-")
_MOST_COLOURED = 0.4
"""Share of the rows. More than that are stripes, which are for the eye."""
_LONGEST_SHOWN = 24
"""Characters of a cell that is quoted."""


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
        self._title = one_line(table.title)
        self._notes = notes_of(table, rows)
        self._read: dict[tuple[str, ...], Answer] = {}
        real = [each for each in rows if each.kind in (Kind.PERSON, Kind.COUNT, Kind.CONTINUED)]
        self._columns = self._find(table, real)
        self._others_answer = any(self._answers(each.row) for each in real)
        self._coloured = frozenset() if self._others_answer or self._notes.uncoloured else _set_apart(real)
        taken = {index for index, _ in self._columns} | table.head.ignored
        self._remarks = tuple(
            index for index in (*(i for i, _ in table.head.unknown), *table.head.unnamed) if index not in taken
        )
        self._refusals: dict[str, bool] = {}
        self._beside: dict[str, bool] = {}
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
        if self._refuses(each.name):
            return RowConsent(level=COUNTED, doubt=Doubt.NAME)
        if self._notes.withhold(each):
            return RowConsent(level=COUNTED, doubt=Doubt.NOTE)
        if any(asks_consent(comment) or withholds_in_words(comment) for comment in row.comments):
            return RowConsent(level=COUNTED, doubt=Doubt.COMMENT)
        if any(self._is_refusal(row.at(index)) for index in self._remarks) or any(
            map(self._refuses_beside, self._own(each))
        ):
            return RowConsent(level=COUNTED, doubt=Doubt.REMARK)
        if any(index in row.unresolved for index, _ in self._columns):
            return RowConsent(level=COUNTED, doubt=Doubt.FORMULA)
        cells = [(words, self._cell(row, index)) for index, words in self._columns]
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

    def _find(self, table: Table, rows: Sequence[ListRow]) -> tuple[tuple[int, str], ...]:
        head = table.head
        by_name = {column.index: column.words for column in head.consents}
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
                self._withholding[title] = self._withholds(title)
            if self._withholding[title]:
                return RowConsent(level=COUNTED, doubt=Doubt.SECTION)
        terms = [term.id for title in titles if (term := match_term(self._vocabulary, title)) and term.id != FULL]
        return RowConsent(level=level or next(iter(terms), None))

    def _withholds(self, title: str) -> bool:
        """Whether the title of a section or a sheet says that names are not to be published, or might say so. One that
        begins with a yes, "agreed to publication", does not."""
        term = match_term(self._vocabulary, title)
        if term is not None:
            return term.id == COUNTED
        first = title.split(maxsplit=1)[0]
        said = read_consent([("", first)], self._vocabulary, _ALL_AGREED, others_answer=False)
        if said.is_understood and said.level == COUNTED:
            return not any(character.isdigit() for character in title)  # "No. 3" refuses nothing
        return (asks_consent(title) and said.level != FULL) or withholds_in_words(title)

    def _is_refusal(self, cell: str) -> bool:
        if " " not in cell:
            return False  # a yes or a no answers what the column asks, and that is not known
        if cell not in self._refusals:
            self._refusals[cell] = withholds_in_words(cell)
        return self._refusals[cell]

    def _refuses_beside(self, cell: str) -> bool:
        if cell not in self._beside:  # roles and organisations are few, however long the list
            self._beside[cell] = refuses_beside(cell)
        return self._beside[cell]

    @staticmethod
    def _own(each: ListRow) -> tuple[str, ...]:
        """The cells of a row that would be published."""
        fields = [column.index for column in each.head.columns if column.field in ("role", "organisation")]
        return (each.name, *(each.row.at(index) for index in fields))

    def _refuses(self, name: str) -> bool:
        """Whether a cell for a name says "anonymous" or "not for publication"."""
        return names_nobody(name, self._vocabulary)

    def _shown(self, cells: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        texts = [text for _, text in cells if text and match_term(self._vocabulary, text) is None]
        return tuple(text for text in texts if len(text) <= _LONGEST_SHOWN)


def _set_apart(rows: Sequence[ListRow]) -> frozenset[int]:
    """Numbers of the rows whose name has another colour than most names have; none where the colours are stripes."""
    colours = {each.row.number: each.row.colours.get(each.head.names[0], "") for each in rows if each.head.names}
    if not colours:
        return frozenset()
    usual, _ = Counter(colours.values()).most_common(1)[0]
    others = frozenset(number for number, colour in colours.items() if colour != usual)
    return others if len(others) <= _MOST_COLOURED * len(colours) else frozenset()
