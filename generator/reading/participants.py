"""The participants of a process: one of `participants.csv`, `participants.yml`, or the record's `participants.list`.

No finding made here repeats what is written in the list, unless it is a name of the structure's own (spec 3.3).
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Finding, Related, Rule, Span, finding
from generator.model.private import Participant
from generator.reading.documents import read_list
from generator.reading.fields import Values, first_key
from generator.reading.folder import Folder
from generator.reading.scalars import Context, read_scalar
from generator.reading.typed import number as number_of
from generator.reading.typed import text
from generator.rules.fields import WRONG_TYPE
from generator.rules.participants import BAD_COUNT, TWO_SOURCES, UNKNOWN_COLUMN
from generator.rules.source import BAD_CSV, CONTROL_CHARACTER, DUPLICATE_KEY, NOT_UTF8, TOO_LARGE, UNREADABLE_FILE
from generator.source.csv_table import Cell, Table, read_table
from generator.source.nodes import ListNode, MapNode, Scalar
from generator.structure import FieldSpec, FieldType, match_name

CSV = "participants.csv"
YAML = "participants.yml"
_OF_THE_WHOLE_FILE = frozenset(rule.code for rule in (NOT_UTF8, UNREADABLE_FILE, CONTROL_CHARACTER, TOO_LARGE))
"""Their values name an encoding, a path, a size or one character."""
_WITHHELD = "counted"
"""What holds for a row whose consent cannot be read: nothing of it is published."""


class ParticipantList(Struct, frozen=True):
    participants: tuple[Participant, ...]
    span: Span | None
    """Where the list begins; None when there is none."""
    findings: tuple[Finding, ...]


def read_participants(folder: Folder, record: MapNode, context: Context) -> ParticipantList:
    """The rows of the one source there is. `record` is the front matter of `index.md`, which may hold a short list."""
    reader = _RowReader(context)
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

    def __init__(self, context: Context) -> None:
        self.context = context
        self.specs = context.structure.participant
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
        for row in table.rows if columns else ():
            written = ((spec, row.cells[index]) for index, spec in columns.items() if index < len(row.cells))
            cells = {spec.id: _Cell(cell.text, table.span(cell)) for spec, cell in written if cell.text}
            first = next(cell for cell in row.cells if cell.text)
            self.row(cells, row.number, table.span(first))

    def read_nodes(self, node: ListNode | None) -> None:
        for number, item in enumerate(node.items if node else (), 1):
            if not isinstance(item, MapNode):
                self.report(WRONG_TYPE, first_key(item), {"field": "participants", "known": self.known}, "want-fields")
                continue
            cells: dict[str, _Cell] = {}
            for column, entry in enumerate(item.entries, 1):
                spec = match_name(self.specs, entry.key.text)
                if spec is None:
                    self.report(UNKNOWN_COLUMN, entry.key.span, {"count": str(column), "known": self.known})
                elif not isinstance(entry.value, Scalar):
                    self.report(WRONG_TYPE, first_key(entry.value), {"field": spec.id}, "want-text")
                elif not entry.value.is_empty and entry.value.text.strip():
                    cells[spec.id] = _Cell(entry.value.text.strip(), entry.value.span)
            self.row(cells, number, first_key(item))

    def columns(self, table: Table) -> dict[int, FieldSpec]:
        """The field of each column that is known; P004 for the others, S003 for a field with two columns."""
        matched = [match_name(self.specs, cell.text) for cell in table.header]
        if not any(matched):
            self.report(BAD_CSV, table.span(table.header[0]), {"row": "1", "known": self.known}, "no-header")
            return {}
        columns: dict[int, FieldSpec] = {}
        seen: dict[str, Cell] = {}
        for index, (cell, spec) in enumerate(zip(table.header, matched, strict=True)):
            if spec is None:
                if cell.text or any(index < len(row.cells) and row.cells[index].text for row in table.rows):
                    self.report(UNKNOWN_COLUMN, table.span(cell), {"count": str(index + 1), "known": self.known})
            elif spec.id in seen:
                related = (Related(table.span(seen[spec.id]), "first-here"),)
                self.report(DUPLICATE_KEY, table.span(cell), {"value": spec.id, "field": spec.id}, related=related)
            else:
                seen[spec.id] = cell
                columns[index] = spec
        return columns

    def row(self, cells: dict[str, _Cell], number: int, span: Span) -> None:
        """One participant, of a row that is not empty."""
        values: Values = {}
        for spec in self.specs:
            if (cell := cells.get(spec.id)) is None:
                continue
            if spec.type is FieldType.TEXT:
                values[spec.id] = " ".join(cell.text.split())
                continue
            value, fault = read_scalar(spec, cell.text, self.context)
            if value is not None:
                values[spec.id] = value
            if fault is not None and spec.id != "count":
                self.report(fault.rule, cell.span, {"field": spec.id, "known": self.terms(spec)})
        if not cells:
            return
        name, count = text(values, "name"), number_of(values, "count")
        if "count" in cells and (count is None or count < 1 or (name and count != 1)):
            self.report(BAD_COUNT, cells["count"].span, {"row": str(number)})
            count = 1
        consent = text(values, "consent")
        self.participants.append(
            Participant(
                name=name,
                role=text(values, "role"),
                organisation=text(values, "organisation"),
                sector=text(values, "sector"),
                consent=_WITHHELD if consent is None and "consent" in cells else consent,
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
