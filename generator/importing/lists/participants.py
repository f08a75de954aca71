"""Lists of participants -> `participants.csv`, with what each row agreed to and no more: a repository is a publication too.

Every row is accounted for: as a person, as a number of people, or by its number with the reason why it is neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from generator.diagnostics import Span
from generator.expressions import expression
from generator.importing.lists.columns import HeadReader
from generator.importing.lists.consent import CONSENT_DOUBTS, Consents, Doubt
from generator.importing.lists.contacts import without_contacts
from generator.importing.lists.grid import clean, one_line, people_in
from generator.importing.lists.participants_csv import as_csv, withheld
from generator.importing.lists.rows import Kind, ListRow, sort_rows
from generator.importing.lists.said import Said
from generator.importing.lists.serials import is_serial_column, recounted
from generator.importing.lists.sheets import Table
from generator.importing.people import is_name
from generator.model.consent import COUNTED, FULL, consent_of
from generator.model.private import Participant
from generator.model.record import ConsentPolicy
from generator.structure import Structure, match_term

_NOWHERE = Span.start_of("")
_LARGEST_COUNT = 1_000_000
_AROUND_NAME = expression(r"\A\d{1,4}[.)]\s+|\s*[*†‡]+\Z")
"""The number before a name, and the mark that leads from it to a footnote."""
_BETWEEN_NAMES = expression(r"[;,\n]|\s\+\s|\s&\s")


class TableAccount(Struct, frozen=True, kw_only=True):
    """What became of the rows of one sheet. Numbers are the spreadsheet's own; nothing here is a cell of a person."""

    rows: int
    """Below the head, that hold anything: people, counts and left out together."""
    people: int
    """Rows that are people."""
    counts: int
    """Rows that are a number of people."""
    left_out: Mapping[Kind, tuple[int, ...]]
    doubts: Mapping[Doubt, tuple[int, ...]]
    """Rows whose consent is in doubt, by the reason: they are only counted."""
    not_understood: tuple[str, ...]
    """What stands in cells of consent and is not understood; never what is also a name of the list."""
    consent_columns: tuple[str, ...]
    """Words of the columns that were read as consent."""
    serial_column: str = ""
    """Words of a column that only numbers the rows, though its name says that it counts people."""
    unread_count: tuple[int, ...] = ()
    """Rows of people beside whom stands a number of people that is not written as a number: each is one."""
    unread_sector: tuple[int, ...] = ()
    """Rows whose sector is not known: it is left empty."""
    contacts: tuple[int, ...] = ()
    """Rows in whose name, role or organisation stood a telephone number, an address or an identity number: taken out."""
    repeated: tuple[int, ...] = ()
    """Rows of people who stand in a row above with the same name, role and organisation: they are people all the same."""
    several: tuple[int, ...] = ()
    """Rows in whose cell stand the names of several people: each is one."""


class ImportedParticipants(Struct, frozen=True, kw_only=True):
    """The file to write, and what its owner should be told. Only `csv` and `withheld_names` hold names."""

    csv: str
    people: int
    levels: tuple[tuple[str, int], ...]
    """Level of consent -> people."""
    accounts: tuple[TableAccount, ...]
    """Of each table, in their order."""
    emptied: int
    """Rows of which a role or an organisation was left out, since it names somebody who is not named or holds a number."""
    has_consent: bool
    """Whether any row says what it agreed to, or the record does."""
    withheld_names: tuple[str, ...]
    """Names of the list that are not in `csv`, those of hidden, struck-out and absent rows too: to be searched for in the prose,
    and never to be said."""


class ListOptions(Struct, frozen=True, kw_only=True):
    """What whoever imports has decided."""

    keep_names: bool = False
    """Keep everything that was understood, whatever was agreed to."""
    hidden: bool = False
    """Take hidden and struck-out rows like others."""


def import_participants(
    tables: Sequence[Table],
    structure: Structure,
    reader: HeadReader,
    policy: ConsentPolicy,
    language: str,
    options: ListOptions,
) -> ImportedParticipants:
    """`participants.csv` with columns in `language`: a name only with full consent, a role only above `organisation`,
    one row for each sector of those who are only counted. `policy`: what the record says of rows that say nothing."""
    readers = [_TableReader(table, structure, reader, policy, options) for table in tables]
    people = [person for each in readers for person in each.people]
    levels = Counter[str]()
    for person in people:
        levels[consent_of(person, policy)] += person.count
    kept = people if options.keep_names else list(withheld(people, policy))
    written = {person.name for person in kept if person.name}
    names = [person.name for person in people if person.name] + [name for each in readers for name in each.unseen_names]
    withheld_names = tuple(dict.fromkeys(name for name in names if name not in written))
    shown = kept if options.keep_names else list(Said(withheld_names).without_others(kept))
    order = [term.id for term in structure.vocabularies["consent"].terms]
    return ImportedParticipants(
        csv=as_csv(shown, structure, language),
        people=sum(person.count for person in people),
        levels=tuple((level, levels[level]) for level in order if levels[level]),
        accounts=tuple(each.account() for each in readers),
        has_consent=any(each.says_consent for each in readers) or policy.default_consent is not None,
        withheld_names=withheld_names,
        emptied=sum(before != after for before, after in zip(kept, shown, strict=True)),
    )


class _TableReader:
    """Reads the rows of one table, and remembers what was doubtful in them."""

    def __init__(
        self, table: Table, structure: Structure, reader: HeadReader, policy: ConsentPolicy, options: ListOptions
    ) -> None:
        self._structure = structure
        self._table = table
        self._rows = sort_rows(table, reader, structure, hidden=options.hidden)
        self._real = [each for each in self._rows if each.kind in (Kind.PERSON, Kind.COUNT)]
        self._serial = is_serial_column(self._real)
        if self._serial:
            self._rows = tuple(recounted(each) for each in self._rows)
            self._real = [each for each in self._rows if each.kind in (Kind.PERSON, Kind.COUNT)]
        self._consents = Consents(table, self._rows, structure.vocabularies["consent"], policy)
        self._unread_sector: list[int] = []
        self._unread_count: list[int] = []
        self._contacts: list[int] = []
        self._cleaned: dict[str, tuple[str, bool]] = {}
        self._several: list[int] = []
        self._doubts: dict[Doubt, list[int]] = {}
        self._not_understood: dict[str, None] = {}
        self._policy = policy
        unknown = table.head.unknown
        self._further_names = [unknown[place][0] for place in reader.starts([words for _, words in unknown])]
        self._unseen: list[str] = []
        self.people = tuple(self._people())
        left_out = (each for each in self._rows if each.kind in (Kind.HIDDEN, Kind.STRUCK, Kind.ABSENT))
        self.unseen_names = tuple(
            name for each in (*self._unseen, *(row.name for row in left_out)) if (name := clean(each))
        )

    @property
    def says_consent(self) -> bool:
        return self._consents.is_said

    def account(self) -> TableAccount:
        left_out: dict[Kind, list[int]] = {}
        for each in self._rows:
            if each.kind not in (Kind.PERSON, Kind.COUNT):
                left_out.setdefault(each.kind, []).append(each.row.number)
        said = Said(person.name for person in self.people if person.name)
        return TableAccount(
            rows=len(self._rows),
            people=sum(each.kind is Kind.PERSON for each in self._rows),
            counts=sum(each.kind is Kind.COUNT for each in self._rows),
            left_out={kind: tuple(left_out[kind]) for kind in Kind if kind in left_out},
            doubts={doubt: tuple(self._doubts[doubt]) for doubt in CONSENT_DOUBTS if doubt in self._doubts},
            not_understood=tuple(filter(said.may_be_answer, self._not_understood)),
            consent_columns=tuple(map(said.words, self._consents.words)),
            serial_column=self._words_of("count") if self._serial else "",
            unread_count=tuple(dict.fromkeys(self._unread_count)),
            unread_sector=tuple(self._unread_sector),
            contacts=tuple(dict.fromkeys(self._contacts)),
            repeated=tuple(self._repeated()),
            several=tuple(self._several),
        )

    def _words_of(self, field: str) -> str:
        return next((column.words for column in self._table.head.columns if column.field == field), "")

    def _people(self) -> Iterator[Participant]:
        people: list[Participant] = []
        for each in self._rows:
            if each.kind is Kind.CONTINUED and people:
                people[-1] = self._joined(people[-1], self._person(each))
            elif each.kind in (Kind.PERSON, Kind.COUNT):
                person = self._person(each)
                if consent_of(person, self._policy) != FULL:
                    # The name by which somebody signs in stands beside the one that they gave.
                    self._unseen += [each.row.at(index) for index in self._further_names]
                names = _names_in(each) if person.name else ()
                if len(names) > 1:
                    self._several.append(each.row.number)
                    # A number beside them counts them too: whoever else it counts came with the first.
                    for place, name in enumerate(clean(without_contacts(name)) for name in names):
                        count = 1 if place else max(1, person.count - len(names) + 1)
                        people.append(msgspec.structs.replace(person, name=name or None, count=count))
                else:
                    people.append(person)
        for person in people:
            # Whom somebody brings along is counted, and nothing else.
            if person.count > 1 and (person.name or person.role or person.organisation):
                yield Participant(sector=person.sector, consent=COUNTED, count=person.count - 1, span=_NOWHERE)
                person = Participant(
                    name=person.name, role=person.role, organisation=person.organisation, sector=person.sector,
                    consent=person.consent, span=_NOWHERE,
                )  # fmt: skip
            yield person

    def _person(self, each: ListRow) -> Participant:
        row = each.row
        answer = self._consents.of(each)
        if answer.doubt is not None:
            self._doubts.setdefault(answer.doubt, []).append(row.number)
            self._not_understood |= dict.fromkeys(answer.words)
        count = "" if self._serial else self._cell(each, "count")
        number = people_in(count)
        if count and number is None:
            self._unread_count.append(row.number)
        return Participant(
            name=self._kept(_AROUND_NAME.sub("", each.name), row.number) or None,
            role=self._kept(self._cell(each, "role"), row.number) or None,
            organisation=self._kept(self._cell(each, "organisation"), row.number) or None,
            sector=self._sector(each),
            consent=answer.level,
            count=1 if number is None else min(number, _LARGEST_COUNT),
            span=_NOWHERE,
        )

    def _joined(self, person: Participant, more: Participant) -> Participant:
        """One person in two rows: differing values are joined, and the lesser consent holds."""
        order = [term.id for term in self._structure.vocabularies["consent"].terms]
        levels = [level for level in (person.consent, more.consent) if level]
        return Participant(
            name=person.name,
            role=_both(person.role, more.role),
            organisation=_both(person.organisation, more.organisation),
            sector=person.sector or more.sector,
            consent=max(levels, key=order.index, default=None),
            count=person.count,
            span=_NOWHERE,
        )

    def _kept(self, text: str, number: int) -> str:
        if text not in self._cleaned:
            kept = without_contacts(text)
            self._cleaned[text] = clean(kept), kept != text
        kept, has_contact = self._cleaned[text]
        if has_contact:
            self._contacts.append(number)
        return kept

    def _sector(self, each: ListRow) -> str | None:
        vocabulary = self._structure.vocabularies["sector"]
        written = self._cell(each, "sector")
        term = match_term(vocabulary, written) if written else match_term(vocabulary, each.section)
        if written and term is None:
            self._unread_sector.append(each.row.number)
        return term.id if term else None

    def _cell(self, each: ListRow, field: str) -> str:
        index = each.head.column(field)
        hidden = index is not None and index in self._table.hidden_columns
        return "" if index is None or hidden else one_line(each.row.at(index))

    def _repeated(self) -> Iterator[int]:
        seen: set[tuple[str, ...]] = set()
        for each in self._rows:
            if each.kind is Kind.PERSON and (name := each.name):
                key = (name, self._cell(each, "role"), self._cell(each, "organisation"))
                if key in seen:
                    yield each.row.number
                seen.add(key)


def _names_in(each: ListRow) -> tuple[str, ...]:
    """The names in a cell. Commas and ends of lines divide people only where each piece is a whole name: "family, given"
    is one, and so is a name with a role below it."""
    text = each.row.at(each.head.names[0]) if len(each.head.names) == 1 else each.name
    if not _BETWEEN_NAMES.search(text):
        return (each.name,)
    pieces = tuple(name for piece in _BETWEEN_NAMES.split(text) if (name := one_line(piece)))
    return pieces if all(is_name(piece) for piece in pieces) else (each.name,)


def _both(first: str | None, second: str | None) -> str | None:
    if first and second and first != second:
        return f"{first}; {second}"
    return first or second
