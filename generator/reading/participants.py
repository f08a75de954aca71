"""The participants of a process: one of `participants.csv`, `participants.yml`, or the record's `participants.list`.

No finding made here repeats what is written in the list, unless it is a name of the structure's own (spec 3.3).
"""

from __future__ import annotations

from msgspec import Struct

from generator.diagnostics import Finding, Related, Span
from generator.model.private import Participant
from generator.model.record import ConsentPolicy
from generator.reading.consent_heads import agrees_by_yes, refuses
from generator.reading.documents import read_list
from generator.reading.fields import first_key
from generator.reading.folder import Folder
from generator.reading.participant_columns import Columns, find_columns
from generator.reading.participant_rows import Cell, Line, RowReader
from generator.reading.private_findings import fault, quiet
from generator.reading.scalars import Context
from generator.rules.fields.values import WRONG_TYPE
from generator.rules.participants.table import GUESSED_CONSENT, TWO_SOURCES, UNKNOWN_COLUMN
from generator.rules.source.files import UNREADABLE_FILE
from generator.rules.source.syntax import BAD_CSV, DUPLICATE_KEY
from generator.source.csv_table import Table, read_table
from generator.source.nodes import ListNode, MapNode, Scalar
from generator.structure import match_name

CSV = "participants.csv"
YAML = "participants.yml"


class ParticipantList(Struct, frozen=True):
    participants: tuple[Participant, ...]
    span: Span | None
    """Where the list begins; None when there is none."""
    findings: tuple[Finding, ...]
    absent: tuple[Participant, ...] = ()
    """People on the list who took no part."""


def read_participants(folder: Folder, record: MapNode, context: Context, policy: ConsentPolicy) -> ParticipantList:
    """The rows of the one source there is. `record` is the front matter of `index.md`, which may hold a short list.

    `policy`: what the record says of rows that do not say for themselves; a bare yes agrees to that.
    """
    reader = RowReader(context, policy)
    sources = [path for path in (CSV, YAML) if path in folder.paths and path not in folder.links]
    inline = _inline(record)
    places = [folder.start_of(path) for path in sources] + ([first_key(inline)] if inline else [])
    if not places:
        return ParticipantList((), None, ())
    if sources[:1] == [CSV]:
        _read_csv(folder, reader)
    elif sources:
        node, findings = read_list(folder, YAML, "participants")
        reader.findings += (quiet(finding) for finding in findings)
        _read_nodes(node, reader)
    else:
        _read_nodes(inline, reader)
    related = (Related(places[0], "listed-here"),)
    reader.findings += (fault(TWO_SOURCES, place, {}, related=related) for place in places[1:])
    return ParticipantList(tuple(reader.participants), places[0], tuple(reader.findings), tuple(reader.absent))


def _inline(record: MapNode) -> ListNode | None:
    node = record.get("participants")
    rows = node.get("list") if isinstance(node, MapNode) else None
    return rows if isinstance(rows, ListNode) and rows.items else None


def _read_csv(folder: Folder, reader: RowReader) -> None:
    try:
        content = folder.read(CSV)
    except FileNotFoundError:
        raise
    except OSError:
        reader.report(UNREADABLE_FILE, folder.start_of(CSV), {"path": folder.place(CSV)})
        return
    table, findings = read_table(folder.place(CSV), content)
    reader.findings += (quiet(finding) for finding in findings)
    columns = _columns(table, reader) if table is not None else None
    if table is None or columns is None:
        return
    lines = []
    for row in table.rows:
        cells = {index: Cell(cell.text, table.span(cell)) for index, cell in enumerate(row.cells) if cell.text}
        lines.append(Line(row.number, next(iter(cells.values())).span, cells))
    reader.read_lines([cell.text for cell in table.header], columns, lines)


def _columns(table: Table, reader: RowReader) -> Columns | None:
    """The columns of a table; findings for those that are not known, guessed or there twice."""
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    columns = find_columns([cell.text for cell in table.header], rows, reader.specs, reader.levels)
    if columns is None:
        reader.report(BAD_CSV, table.span(table.header[0]), {"row": "1", "known": reader.known}, "no-header")
        return None
    for index in columns.unknown:
        if table.header[index].text or any(index < len(row) and row[index] for row in rows):
            span = table.span(table.header[index])
            reader.report(UNKNOWN_COLUMN, span, {"count": str(index + 1), "known": reader.known})
    for index in columns.guessed:
        cell = table.header[index]
        reader.report(GUESSED_CONSENT, table.span(cell), {"count": str(index + 1)}, _hint_of_guess(cell.text))
    for index, first in columns.repeated:
        related = (Related(table.span(table.header[first]), "first-here"),)
        name = match_name(reader.specs, table.header[index].text)
        values = {"value": name.id, "field": name.id} if name else {}
        reader.report(DUPLICATE_KEY, table.span(table.header[index]), values, related=related)
    return columns


def _hint_of_guess(header: str) -> str | None:
    """What to say of a column that is taken for consent, where a yes below its header is no agreement."""
    return None if agrees_by_yes(header) or refuses(header) else "yes-to-what"


def _read_nodes(node: ListNode | None, reader: RowReader) -> None:
    """A list of YAML, whose items may have different keys: each key is a column of the whole list."""
    headers: dict[str, int] = {}
    lines: list[Line] = []
    keys: list[tuple[int, int, Span]] = []
    for number, item in enumerate(node.items if node else (), 1):
        if not isinstance(item, MapNode):
            values = {"field": "participants", "known": reader.known}
            reader.report(WRONG_TYPE, first_key(item), values, "want-fields")
            continue
        cells: dict[int, Cell] = {}
        written: set[int] = set()
        for column, entry in enumerate(item.entries, 1):
            spec = match_name(reader.specs, entry.key.text)
            index = headers.setdefault(spec.id if spec else entry.key.text, len(headers))
            written.add(index)
            keys.append((index, column, entry.key.span))
            if not isinstance(entry.value, Scalar):
                if spec is not None:
                    reader.report(WRONG_TYPE, first_key(entry.value), {"field": spec.id}, "want-text")
            elif not entry.value.is_empty and entry.value.text.strip():
                cells[index] = Cell(entry.value.text.strip(), entry.value.span)
        lines.append(Line(number, first_key(item), cells, frozenset(written)))
    rows = [[line.cells[i].text if i in line.cells else "" for i in range(len(headers))] for line in lines]
    columns = find_columns(list(headers), rows, reader.specs, reader.levels)
    for index, column, span in keys:
        if columns is None or index in columns.unknown:
            reader.report(UNKNOWN_COLUMN, span, {"count": str(column), "known": reader.known})
        elif index in columns.guessed:
            hint = _hint_of_guess(next(words for words, of in headers.items() if of == index))
            reader.report(GUESSED_CONSENT, span, {"count": str(column)}, hint)
    if columns is not None:
        reader.read_lines(list(headers), columns, lines)
