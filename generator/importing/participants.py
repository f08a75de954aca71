"""A list of participants -> `participants.csv`, with what each row agreed to and no more: a repository is a publication too."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.diagnostics import Span
from generator.importing.sheets import Sheet
from generator.model.consent import COUNTED, FULL, ROLE, consent_of
from generator.model.private import Participant
from generator.model.record import ConsentPolicy
from generator.structure import Structure, match_term

_NOWHERE = Span.start_of("")
_FIELDS = ("name", "role", "organisation", "sector", "consent", "count")
_ALWAYS = frozenset(("name", "role", "organisation"))


class ImportedParticipants(Struct, frozen=True, kw_only=True):
    """The file to write, and what its owner should be told. Nothing here but `csv` holds a name."""

    csv: str
    people: int
    levels: tuple[tuple[str, int], ...]
    """Level of consent -> people."""
    unread_consent: tuple[int, ...]
    """Rows, counted from the first below the head, whose consent says nothing that is known: they are only counted."""
    unread_sector: tuple[int, ...]
    """Rows whose sector is not known: it is left empty."""
    has_consent: bool
    """Whether any row says what it agreed to, or the record does."""


def import_participants(
    sheet: Sheet, structure: Structure, policy: ConsentPolicy, language: str, *, keep_names: bool = False
) -> ImportedParticipants:
    """`participants.csv` with columns in `language`: a name only with full consent, a role only above `organisation`,
    one row for each sector of those who are only counted. `policy`: what the record says of rows that say nothing.

    With `keep_names`, everything that was understood is kept as it stands.
    """
    reader = _Rows(sheet, structure)
    people = tuple(reader.participants())
    levels = Counter[str]()
    for person in people:
        levels[consent_of(person, policy)] += person.count
    kept = people if keep_names else tuple(_withheld(people, policy))
    order = [term.id for term in structure.vocabularies["consent"].terms]
    return ImportedParticipants(
        csv=_csv(kept, structure, language),
        people=sum(person.count for person in people),
        levels=tuple((level, levels[level]) for level in order if levels[level]),
        unread_consent=tuple(reader.unread_consent),
        unread_sector=tuple(reader.unread_sector),
        has_consent=any(person.consent for person in people) or policy.default_consent is not None,
    )


class _Rows:
    """Reads rows, and remembers which cells said nothing that is known."""

    def __init__(self, sheet: Sheet, structure: Structure) -> None:
        self._sheet = sheet
        self._structure = structure
        self.unread_consent: list[int] = []
        self.unread_sector: list[int] = []

    def participants(self) -> Iterator[Participant]:
        for number, row in enumerate(self._sheet.rows, 1):
            cell = self._cell
            name = " ".join(part for index in self._sheet.head.names if (part := self._at(row, index)))
            count = cell(row, "count")
            person = Participant(
                name=name or None,
                role=cell(row, "role") or None,
                organisation=cell(row, "organisation") or None,
                sector=self._term(cell(row, "sector"), "sector", number, self.unread_sector),
                consent=self._consent(cell(row, "consent"), number),
                count=int(count) if count.isascii() and count.isdigit() and len(count) < 10 else 1,
                span=_NOWHERE,
            )
            if person.name or person.role or person.organisation or count:
                yield person

    def _consent(self, written: str, number: int) -> str | None:
        level = self._term(written, "consent", number, self.unread_consent)
        return COUNTED if written and level is None else level

    def _term(self, written: str, vocabulary: str, number: int, unread: list[int]) -> str | None:
        term = match_term(self._structure.vocabularies[vocabulary], written) if written else None
        if written and term is None:
            unread.append(number)
        return term.id if term else None

    def _cell(self, row: Sequence[str], field: str) -> str:
        index = self._sheet.head.column(field)
        return self._at(row, index) if index is not None else ""

    @staticmethod
    def _at(row: Sequence[str], index: int) -> str:
        return row[index] if index < len(row) else ""


def _withheld(people: Sequence[Participant], policy: ConsentPolicy) -> Iterator[Participant]:
    counted = Counter[str | None]()
    for person in people:
        level = consent_of(person, policy)
        if level == COUNTED:
            counted[person.sector] += person.count
            continue
        yield Participant(
            name=person.name if level == FULL else None,
            role=person.role if level in (FULL, ROLE) else None,
            organisation=person.organisation,
            sector=person.sector,
            consent=level,
            count=1,
            span=_NOWHERE,
        )
    for sector in sorted(counted, key=lambda sector: (sector is None, sector or "")):
        yield Participant(sector=sector, consent=COUNTED, count=counted[sector], span=_NOWHERE)


def _csv(people: Sequence[Participant], structure: Structure, language: str) -> str:
    """Columns that hold anything; UTF-8 with a byte order mark, so that Excel sees Hebrew."""
    written = {field: any(_value(person, field, structure, language) for person in people) for field in _FIELDS}
    specs = [spec for spec in structure.participant if spec.id in _ALWAYS or written.get(spec.id)]
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(spec.title.in_language(language) for spec in specs)
    for person in people:
        writer.writerow(_value(person, spec.id, structure, language) for spec in specs)
    return f"\ufeff{table.getvalue()}"


def _value(person: Participant, field: str, structure: Structure, language: str) -> str:
    if field == "count":
        return str(person.count) if person.count > 1 or not (person.name or person.role or person.organisation) else ""
    value = getattr(person, field, None)
    if value and field in ("sector", "consent"):
        return next(t.title.in_language(language) for t in structure.vocabularies[field].terms if t.id == value)
    return value or ""
