"""Rows of a list of people, wherever they are written -> participants, with what each agreed to.

No finding made here repeats what is written in the list, unless it is a name of the structure's own (spec 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.diagnostics import Finding, Related, Rule, Span
from generator.model.consent import COUNTED
from generator.model.private import Participant
from generator.model.record import ConsentPolicy
from generator.reading.consent_words import (
    CONSENT,
    has_default,
    read_consent,
)
from generator.reading.fields import Values
from generator.reading.list_rows import rows_apart
from generator.reading.participant_columns import Columns
from generator.reading.private_findings import fault, of_rows
from generator.reading.remarks import refuses_beside, withholds_in_remark
from generator.reading.scalars import Context, read_scalar
from generator.reading.typed import number as number_of
from generator.reading.typed import text
from generator.rules.fields.values import UNKNOWN_VALUE
from generator.rules.participants.consent import NO_PARTICIPANT, REFUSAL_IN_WORDS
from generator.rules.participants.table import BAD_COUNT, UNANSWERED_CONSENT
from generator.structure import FieldSpec, FieldType


class Cell(Struct, frozen=True, gc=False):
    """What is written, and where."""

    text: str
    span: Span


class Line(Struct, frozen=True):
    """One row of a list."""

    number: int
    """As a finding says it."""
    span: Span
    cells: dict[int, Cell]
    """Index of a column -> what is written there; empty cells are left out."""
    written: frozenset[int] | None = None
    """The columns that the row has at all, where rows differ in that; None for a table."""


class RowReader:
    """Makes participants of rows, and remembers what was wrong with them."""

    def __init__(self, context: Context, policy: ConsentPolicy) -> None:
        self.context = context
        self.policy = policy
        self.specs = context.structure.participant
        self.levels = context.structure.vocabularies["consent"]
        self.known = ", ".join(spec.id for spec in self.specs)
        self.participants: list[Participant] = []
        self.absent: list[Participant] = []
        self.findings: list[Finding] = []

    def read_lines(self, headers: Sequence[str], columns: Columns, lines: Sequence[Line]) -> None:
        """All rows of a list."""
        texts = [{index: cell.text for index, cell in line.cells.items()} for line in lines]
        apart = rows_apart(texts, headers, columns, self.levels)
        # A row without a name is a total of those who are only counted: it answers for nobody else.
        named = [row for row in texts if not row.keys().isdisjoint(columns.names)]
        heads = {index: headers[index] if index in columns.guessed else CONSENT for index in columns.asking}
        answered = any(index in row for row in named for index in columns.asking)
        unanswered: list[tuple[int, Span]] = []
        left_out: list[tuple[int, Span]] = []
        for place, line in enumerate(lines):
            cells = {spec.id: line.cells[index] for index, spec in columns.fields.items() if index in line.cells}
            if parts := [line.cells[index] for index in columns.names if index in line.cells]:
                cells["name"] = Cell(" ".join(part.text for part in parts), parts[0].span)
            if place in apart.notes or place in apart.absent:
                left_out.append((line.number, line.span))
                if place in apart.absent and "name" in cells:
                    name = " ".join(cells["name"].text.split())
                    self.absent.append(Participant(name=name, consent=COUNTED, span=line.span))
                continue
            answers = [(heads[index], line.cells[index]) for index in columns.asking if index in line.cells]
            is_asked = answered and (line.written is None or not line.written.isdisjoint(columns.asking))
            level = self.consent(answers, others_answer=is_asked)
            remarks = [line.cells[index] for index in columns.unknown if index in line.cells]
            refused = line.span if place in apart.withheld else None
            self.row(cells, line.number, line.span, self.unless_refused(level, cells, remarks, line.number, refused))
            if is_asked and not answers and has_default(self.policy) and "name" in cells:
                unanswered.append((line.number, line.span))
        self.findings += of_rows(NO_PARTICIPANT, left_out)
        self.findings += of_rows(UNANSWERED_CONSENT, unanswered)

    def consent(self, cells: Sequence[tuple[str, Cell]], *, others_answer: bool) -> str | None:
        """The level that a row's cells of consent give; F004 at the first that is not understood."""
        written = [(header, cell.text) for header, cell in cells]
        answer = read_consent(written, self.levels, self.policy, others_answer=others_answer)
        if not answer.is_understood and answer.is_cell_clear:  # what a header leaves open is said of the header
            known = ", ".join(term.id for term in self.levels.terms)
            self.report(UNKNOWN_VALUE, cells[0][1].span, {"field": "consent", "known": known})
        return answer.level

    def unless_refused(
        self,
        level: str | None,
        cells: Mapping[str, Cell],
        remarks: Iterable[Cell],
        number: int,
        refused: Span | None,
    ) -> str | None:
        """The level of a row; `counted`, with P017, where one of its cells says in words that its owner is not to be named.

        `remarks`: cells of columns that are not known. `refused`: where a title or a note of the list withholds the row.
        """
        if level == COUNTED or (level is None and not has_default(self.policy)):
            return level
        own = (cell.span for name, cell in cells.items() if name != "consent" and refuses_beside(cell.text))
        beside = (cell.span for cell in remarks if withholds_in_remark(cell.text))
        said = refused or next(own, None) or next(beside, None)
        if said is None:
            return level
        self.report(REFUSAL_IN_WORDS, said, {"row": str(number)})
        return COUNTED

    def row(self, cells: dict[str, Cell], number: int, span: Span, consent: str | None) -> None:
        """One participant, of a row that is not empty, and what was agreed to."""
        values: Values = {}
        for spec in self.specs:
            if (cell := cells.get(spec.id)) is None or spec.id == "consent":
                continue
            if spec.type is FieldType.TEXT:
                values[spec.id] = " ".join(cell.text.split())
                continue
            value, fault = read_scalar(spec, cell.text, self.context)
            if value is not None:
                values[spec.id] = value
            if fault is not None and spec.id != "count":
                self.report(fault.rule, cell.span, {"field": spec.id, "known": self.terms(spec)})
        if not cells and consent is None:
            return
        name, count = text(values, "name"), number_of(values, "count")
        if "count" in cells and (count is None or count < 1 or (name and count != 1)):
            self.report(BAD_COUNT, cells["count"].span, {"row": str(number)})
            count = 1
        self.participants.append(
            Participant(
                name=name,
                role=text(values, "role"),
                organisation=text(values, "organisation"),
                sector=text(values, "sector"),
                consent=consent,
                count=1 if count is None else count,
                span=span,
            )
        )

    def terms(self, spec: FieldSpec) -> str:
        """All values a field may have: the nearest one alone would tell what is written in the cell."""
        vocabulary = self.context.structure.vocabularies.get(spec.vocabulary or "")
        return ", ".join(term.id for term in vocabulary.terms) if vocabulary else ""

    def report(
        self,
        rule: Rule,
        span: Span,
        values: dict[str, str],
        hint: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self.findings.append(fault(rule, span, values, hint, related))
