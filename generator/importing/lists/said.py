"""What an import may repeat of a list: the words of columns, titles of sheets and answers, where they say nobody's name or number.

A row of people may have been taken for the names of columns, and people write names into every cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.checks.contacts import holds_private_detail
from generator.importing.lists.columns import Head
from generator.importing.lists.sheets import Book, Table
from generator.model.private import Participant
from generator.names import fold, given_name
from generator.names.letters import is_prefix
from generator.names.matcher import Matcher

HIDDEN = "…"


class Said:
    """Decides for the people of a list; of none, where their names are not known yet."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        names = tuple(names)
        self._matcher = Matcher((name, name) for name in names)
        self._words = frozenset(fold(word) for name in names for word in name.split())

    def may_be(self, text: str) -> bool:
        """Whether a text may be said: no number of a person, no name of the list, no given name among several
        words."""
        words = text.split()
        is_person = len(words) > 1 and any(word.isalpha() and given_name(word) for word in words)
        return not is_person and not self.tells_of(text)

    def tells_of(self, text: str) -> bool:
        """Whether a number of a person or a name of the list stands in a text."""
        return holds_private_detail(text) or any(self._matcher.find(text, is_path=True))

    def may_be_answer(self, text: str) -> bool:
        """The same of an answer in somebody's row: no part of a name, either."""
        words = [fold(word) for word in (text, *text.split())]
        return self.may_be(text) and not any(
            word[length:] in self._words and is_prefix(word[:length]) for word in words for length in range(4)
        )

    def without_others(self, people: Iterable[Participant]) -> Iterator[Participant]:
        """People, without a role or an organisation that tells of somebody: `מחליפה את דנה כהן`."""
        for person in people:
            role, organisation = (
                None if cell is None or self.tells_of(cell) else cell for cell in (person.role, person.organisation)
            )
            yield msgspec.structs.replace(person, role=role, organisation=organisation)

    def words(self, text: str) -> str:
        """A text, or `…` in its place."""
        return text if self.may_be(text) else HIDDEN

    def file(self, name: str) -> str:
        """The name of a file, of which the ending stays."""
        return name if self.may_be(name) else f"{HIDDEN}.{name.rpartition('.')[2]}"

    def book(self, book: Book) -> Book:
        """A book of which everything may be said but its rows."""
        further = tuple(msgspec.structs.replace(sheet, title=self.words(sheet.title)) for sheet in book.further)
        return msgspec.structs.replace(book, tables=tuple(map(self._table, book.tables)), further=further)

    def _table(self, table: Table) -> Table:
        hidden = tuple(map(self.words, table.hidden_words))
        return msgspec.structs.replace(
            table, title=self.words(table.title), head=self._head(table.head), hidden_words=hidden
        )

    def _head(self, head: Head) -> Head:
        columns = tuple(msgspec.structs.replace(column, words=self.words(column.words)) for column in head.columns)
        unknown = tuple((index, self.words(words)) for index, words in head.unknown)
        return msgspec.structs.replace(head, columns=columns, unknown=unknown)
