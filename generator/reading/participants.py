"""The participants of a process: one of `participants.csv`, `participants.yml`, or the record's `participants.list`.

No finding made here repeats what is written in the list, unless it is a name of the structure's own (spec 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Finding, Related, Rule, Span, finding
from generator.model.consent import COUNTED
from generator.model.private import Participant
from generator.model.record import ConsentPolicy
from generator.reading.consent_words import (
    asks_consent,
    has_default,
    read_consent,
    refuses_beside,
    withholds_in_words,
)
from generator.reading.documents import read_list
from generator.reading.fields import Values, first_key
from generator.reading.folder import Folder
from generator.reading.participant_columns import Columns, find_columns
from generator.reading.scalars import Context, read_scalar
from generator.reading.typed import number as number_of
from generator.reading.typed import text
from generator.rules.fields.values import UNKNOWN_VALUE, WRONG_TYPE
from generator.rules.participants.consent import REFUSAL_IN_WORDS
from generator.rules.participants.table import (
    BAD_COUNT,
    GUESSED_CONSENT,
    TWO_SOURCES,
    UNANSWERED_CONSENT,
    UNKNOWN_COLUMN,
)
from generator.rules.source.files import CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE, UNREADABLE_FILE
from generator.rules.source.syntax import BAD_CSV, DUPLICATE_KEY
from generator.source.csv_table import Table, read_table
from generator.source.nodes import ListNode, MapNode, Node, Scalar
from generator.structure import FieldSpec, FieldType, match_name

CSV = "participants.csv"
YAML = "participants.yml"
_SHOWN_ROWS = 12
"""Rows that one finding names by number."""
_OF_THE_WHOLE_FILE = frozenset(rule.code for rule in (NOT_UTF8, UNREADABLE_FILE, CONTROL_CHARACTER, TOO_LARGE))
"""Their values name an encoding, a path, a size or one character."""


class ParticipantList(Struct, frozen=True):
    participants: tuple[Participant, ...]
    span: Span | None
    """Where the list begins; None when there is none."""
    findings: tuple[Finding, ...]


def read_participants(folder: Folder, record: MapNode, context: Context, policy: ConsentPolicy) -> ParticipantList:
    """The rows of the one source there is. `record` is the front matter of `index.md`, which may hold a short list.

    `policy`: what the record says of rows that do not say for themselves; a bare yes agrees to that.
    """
    reader = _RowReader(context, policy)
    sources = [path for path in (CSV, YAML) if path in folder.paths and path not in folder.links]
    inline = _inline(record)
    places = [folder.start_of(path) for path in sources] + ([first_key(inline)] if inline else [])
    if not places:
        return ParticipantList((), None, ())
    if sources[:1] == [CSV]:
        reader.read_csv(folder)
    elif sources:
        node, findings = read_list(folder, YAML, "participants")
        reader.findings += (_quiet(finding) for finding in findings)
        reader.read_nodes(node)
    else:
        reader.read_nodes(inline)
    related = (Related(places[0], "listed-here"),)
    reader.findings += (_fault(TWO_SOURCES, place, {}, related=related) for place in places[1:])
    return ParticipantList(tuple(reader.participants), places[0], tuple(reader.findings))


def _inline(record: MapNode) -> ListNode | None:
    node = record.get("participants")
    rows = node.get("list") if isinstance(node, MapNode) else None
    return rows if isinstance(rows, ListNode) and rows.items else None


class _Cell(Struct, frozen=True, gc=False):
    text: str
    span: Span


class _RowReader:
    """Makes participants of rows, wherever they are written."""

    def __init__(self, context: Context, policy: ConsentPolicy) -> None:
        self.context = context
        self.policy = policy
        self.specs = context.structure.participant
        self.levels = context.structure.vocabularies["consent"]
        self.known = ", ".join(spec.id for spec in self.specs)
        self.participants: list[Participant] = []
        self.findings: list[Finding] = []

    def read_csv(self, folder: Folder) -> None:
        try:
            content = folder.read(CSV)
        except FileNotFoundError:
            raise
        except OSError:
            self.report(UNREADABLE_FILE, folder.start_of(CSV), {"path": folder.place(CSV)})
            return
        table, findings = read_table(folder.place(CSV), content)
        self.findings += (_quiet(finding) for finding in findings)
        if table is None:
            return
        columns = self.columns(table)
        if columns is None:
            return
        # A row without a name is a total of those who are only counted: it answers for nobody else.
        named = [
            row.cells for row in table.rows if any(i < len(row.cells) and row.cells[i].text for i in columns.names)
        ]
        answered = any(cells[index].text for cells in named for index in columns.asking if index < len(cells))
        unanswered: list[tuple[int, Span]] = []
        for row in table.rows:
            filled = {index: _Cell(cell.text, table.span(cell)) for index, cell in enumerate(row.cells) if cell.text}
            cells = {spec.id: filled[index] for index, spec in columns.fields.items() if index in filled}
            if parts := [filled[index] for index in columns.names if index in filled]:
                cells["name"] = _Cell(" ".join(part.text for part in parts), parts[0].span)
            answers = [(table.header[index].text, filled[index]) for index in columns.asking if index in filled]
            span = next(iter(filled.values())).span
            level = self.consent(answers, others_answer=answered)
            remarks = [filled[index] for index in columns.unknown if index in filled]
            self.row(cells, row.number, span, self.unless_refused(level, cells, remarks, row.number))
            if answered and not answers and has_default(self.policy) and "name" in cells:
                unanswered.append((row.number, span))
        self.report_unanswered(unanswered)

    def read_nodes(self, node: ListNode | None) -> None:
        items = node.items if node else ()
        answered = any(self._answers(item) for item in items)
        unanswered: list[tuple[int, Span]] = []
        for number, item in enumerate(items, 1):
            if not isinstance(item, MapNode):
                self.report(WRONG_TYPE, first_key(item), {"field": "participants", "known": self.known}, "want-fields")
                continue
            cells: dict[str, _Cell] = {}
            remarks: list[_Cell] = []
            answers: list[tuple[str, _Cell]] = []
            is_asked = False
            for column, entry in enumerate(item.entries, 1):
                spec = match_name(self.specs, entry.key.text)
                asks = spec.id == "consent" if spec else asks_consent(entry.key.text)
                if asks and isinstance(entry.value, Scalar):
                    is_asked = True
                    if not entry.value.is_empty and entry.value.text.strip():
                        answers.append((entry.key.text, _Cell(entry.value.text.strip(), entry.value.span)))
                    if spec is None:
                        self.report(GUESSED_CONSENT, entry.key.span, {"count": str(column)})
                elif spec is None:
                    self.report(UNKNOWN_COLUMN, entry.key.span, {"count": str(column), "known": self.known})
                    if isinstance(entry.value, Scalar):
                        remarks.append(_Cell(entry.value.text, entry.value.span))
                elif not isinstance(entry.value, Scalar):
                    self.report(WRONG_TYPE, first_key(entry.value), {"field": spec.id}, "want-text")
                elif not entry.value.is_empty and entry.value.text.strip():
                    cells[spec.id] = _Cell(entry.value.text.strip(), entry.value.span)
            level = self.consent(answers, others_answer=answered and is_asked)
            self.row(cells, number, first_key(item), self.unless_refused(level, cells, remarks, number))
            if answered and is_asked and not answers and has_default(self.policy) and "name" in cells:
                unanswered.append((number, first_key(item)))
        self.report_unanswered(unanswered)

    def _answers(self, item: Node) -> bool:
        """Whether an item of a YAML list says what its owner agreed to."""
        value = item.get("consent") if isinstance(item, MapNode) else None
        return isinstance(value, Scalar) and not value.is_empty and bool(value.text.strip())

    def columns(self, table: Table) -> Columns | None:
        """The columns of a table; findings for those that are not known, guessed or there twice."""
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        columns = find_columns([cell.text for cell in table.header], rows, self.specs, self.levels)
        if columns is None:
            self.report(BAD_CSV, table.span(table.header[0]), {"row": "1", "known": self.known}, "no-header")
            return None
        for index in columns.unknown:
            if table.header[index].text or any(index < len(row) and row[index] for row in rows):
                self.report(
                    UNKNOWN_COLUMN, table.span(table.header[index]), {"count": str(index + 1), "known": self.known}
                )
        for index in columns.guessed:
            self.report(GUESSED_CONSENT, table.span(table.header[index]), {"count": str(index + 1)})
        for index, first in columns.repeated:
            related = (Related(table.span(table.header[first]), "first-here"),)
            name = match_name(self.specs, table.header[index].text)
            values = {"value": name.id, "field": name.id} if name else {}
            self.report(DUPLICATE_KEY, table.span(table.header[index]), values, related=related)
        return columns

    def consent(self, cells: Sequence[tuple[str, _Cell]], *, others_answer: bool) -> str | None:
        """The level that a row's cells of consent give; F004 at the first that is not understood."""
        written = [(header, cell.text) for header, cell in cells]
        answer = read_consent(written, self.levels, self.policy, others_answer=others_answer)
        if not answer.is_understood:
            known = ", ".join(term.id for term in self.levels.terms)
            self.report(UNKNOWN_VALUE, cells[0][1].span, {"field": "consent", "known": known})
        return answer.level

    def unless_refused(
        self, level: str | None, cells: Mapping[str, _Cell], remarks: Iterable[_Cell], number: int
    ) -> str | None:
        """The level of a row; `counted`, with P017, where one of its cells says in words that its owner is not to be named.

        `remarks`: cells of columns that are not known.
        """
        if level == COUNTED or (level is None and not has_default(self.policy)):
            return level
        said = next((cell for name, cell in cells.items() if name != "consent" and refuses_beside(cell.text)), None)
        said = said or next((cell for cell in remarks if withholds_in_words(cell.text)), None)
        if said is None:
            return level
        self.report(REFUSAL_IN_WORDS, said.span, {"row": str(number)})
        return COUNTED

    def report_unanswered(self, rows: Sequence[tuple[int, Span]]) -> None:
        """One P012 for all rows that say nothing beside rows that answer, with the numbers of the first of them."""
        if rows:
            numbers = ", ".join(str(number) for number, _ in rows[:_SHOWN_ROWS])
            shown = f"{numbers} …" if len(rows) > _SHOWN_ROWS else numbers
            self.report(UNANSWERED_CONSENT, rows[0][1], {"row": shown})

    def row(self, cells: dict[str, _Cell], number: int, span: Span, consent: str | None) -> None:
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
        self.findings.append(_fault(rule, span, values, hint, related))


def _quiet(finding: Finding) -> Finding:
    """A finding of the file's form without anything that was written in it."""
    tells = finding.rule in _OF_THE_WHOLE_FILE
    values = {name: text for name, text in finding.values.items() if tells or name in ("row", "field", "limit")}
    hint = None if finding.hint == "write-instead" else finding.hint
    return replace(finding, values=values, hint=hint, is_private=True)


def _fault(
    rule: Rule, span: Span, values: dict[str, str], hint: str | None = None, related: tuple[Related, ...] = ()
) -> Finding:
    return finding(rule, span, values, hint=hint, related=related, is_private=True)
