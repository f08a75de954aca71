"""People of a list -> the text of `participants.csv`, with what each agreed to and no more."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Span
from generator.model.consent import COUNTED, FULL, ROLE, consent_of
from generator.model.private import Participant
from generator.model.record import ConsentPolicy
from generator.structure import Structure

_NOWHERE = Span.start_of("")
_FIELDS = ("name", "role", "organisation", "sector", "consent", "count")
_ALWAYS = frozenset(("name", "role", "organisation"))


def withheld(people: Sequence[Participant], policy: ConsentPolicy) -> Iterator[Participant]:
    """The people without what they did not agree to; those who are only counted as one row for each sector."""
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


def as_csv(people: Sequence[Participant], structure: Structure, language: str) -> str:
    """Columns that hold anything; UTF-8 with a byte order mark, so that Excel sees Hebrew."""
    titles = {
        field: {term.id: term.title.in_language(language) for term in structure.vocabularies[field].terms}
        for field in ("sector", "consent")
    }
    values = [{field: _value(person, field, titles) for field in _FIELDS} for person in people]
    written = {field for row in values for field, value in row.items() if value}
    specs = [spec for spec in structure.participant if spec.id in _ALWAYS or spec.id in written]
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(spec.title.in_language(language) for spec in specs)
    for row in values:
        writer.writerow(row[spec.id] for spec in specs)
    return f"\ufeff{table.getvalue()}"


def _value(person: Participant, field: str, titles: Mapping[str, Mapping[str, str]]) -> str:
    if field == "count":
        return str(person.count) if person.count > 1 or not (person.name or person.role or person.organisation) else ""
    value = getattr(person, field, None) or ""
    return titles[field].get(value, value) if field in titles else value
