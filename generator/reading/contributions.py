"""`contributions.csv` or `contributions.xlsx`: every point that was made, and which responses answer it. Private, all of it.

The file stays on the office's disk. Findings name its rows and columns, and never a reference, an address or a text.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from generator.diagnostics import Finding, Span, finding
from generator.expressions import expression
from generator.model.private import Contribution
from generator.reading.folder import Folder
from generator.rules.fields.values import MISSING_FIELD
from generator.rules.source.syntax import BAD_CSV
from generator.source.csv_table import MAX_COLUMNS, MAX_ROWS, read_table

CSV = "contributions.csv"
WORKBOOK = "contributions.xlsx"
FILES = (CSV, WORKBOOK)

COLUMNS = {
    "ref": ("ref", "reference", "id", "מספר", "מספר פנייה", "מזהה", "الرقم", "المرجع"),
    "contact": ("contact", "email", "e-mail", "mail", "דואר אלקטרוני", 'דוא"ל', "דואל", "מייל", "البريد الإلكتروني"),
    "consent": ("consent", "may write", "הסכמה", "הסכמה לפנייה", "الموافقة"),
    "text": ("text", "comment", "נוסח", "טקסט", "הערה", "النص"),
    "language": ("language", "lang", "שפה", "اللغة"),
    "responses": ("responses", "response", "answers", "מענים", "מענה", "الردود", "الرد"),
}
"""Field of a point -> the heads by which its column is known, in any case and with any blanks."""
LANGUAGES = {
    "he": "he",
    "עברית": "he",
    "ar": "ar",
    "ערבית": "ar",
    "العربية": "ar",
    "en": "en",
    "אנגלית": "en",
    "english": "en",
}
_REFUSALS = frozenset("no לא n 0 false لا counted -".split())
_BETWEEN = expression(r"[\s,;|،؛]+")


def read_contributions(folder: Folder) -> tuple[tuple[Contribution, ...], tuple[Finding, ...]]:
    """The points in the order of the file; none when there is no file. A list that cannot be read has a finding."""
    if CSV in folder.paths and CSV not in folder.links:
        table, findings = read_table(folder.place(CSV), folder.read(CSV))
        if table is None:
            return (), findings
        header = [cell.text for cell in table.header]
        rows = [(row.number, [cell.text for cell in row.cells], table.span(row.cells[0])) for row in table.rows]
        points, faults = parse_contributions(folder.place(CSV), header, rows)
        return points, (*findings, *faults)
    if WORKBOOK in folder.paths and WORKBOOK not in folder.links:
        from zipfile import BadZipFile  # few offices keep this list as a workbook

        path = folder.place(WORKBOOK)
        try:
            header, *found = _rows_of(folder.read(WORKBOOK)) or [[]]
        except (
            ValueError,
            TypeError,
            AttributeError,
            LookupError,
            SyntaxError,
            OSError,
            StopIteration,
            BadZipFile,
        ):
            # what the library raises for workbooks whose styles or parts it does not know
            return (), (finding(BAD_CSV, Span.start_of(path), {"row": "1"}),)
        rows = [
            (number, cells, Span(path, number, 1, number, 2)) for number, cells in enumerate(found, 2) if any(cells)
        ]
        return parse_contributions(path, header, rows)
    return (), ()


def parse_contributions(
    path: str, header: Sequence[str], rows: Iterable[tuple[int, Sequence[str], Span]]
) -> tuple[tuple[Contribution, ...], tuple[Finding, ...]]:
    """Points from the cells of a table: (number of the row, its cells, its place). F001 for a column `ref` that is missing."""
    columns = {name: place for place, head in reversed(list(enumerate(header))) if (name := column_of(head))}
    if "ref" not in columns:
        return (), (finding(MISSING_FIELD, Span.start_of(path), {"field": "ref"}),)
    found: list[Contribution] = []
    findings: list[Finding] = []
    for number, cells, span in rows:

        def cell(name: str, cells: Sequence[str] = cells) -> str:
            place = columns.get(name)
            return cells[place].strip() if place is not None and place < len(cells) else ""

        if not cell("ref"):
            findings.append(finding(MISSING_FIELD, span, {"field": "ref"}))
            continue
        found.append(
            Contribution(
                ref=cell("ref"),
                contact=cell("contact") or None,
                may_write=cell("consent").casefold() not in _REFUSALS
                and not ("consent" in columns and not cell("consent")),
                text=cell("text") or None,
                language=LANGUAGES.get(cell("language").casefold()),
                responses=tuple(dict.fromkeys(each for each in _BETWEEN.split(cell("responses")) if each)),
                span=span,
                row=number,
            )
        )
    return tuple(found), tuple(findings)


def column_of(head: str) -> str | None:
    """The field that a column's words name; None when they name none."""
    plain = " ".join(head.casefold().split())
    return next((name for name, heads in COLUMNS.items() if plain in heads), None)


def _rows_of(content: bytes) -> list[list[str]]:
    """The cells of the first visible sheet as text."""
    import openpyxl  # heavy, and seldom needed

    workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        sheet = next(each for each in workbook.worksheets if each.sheet_state == "visible")
        rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True)
        return [["" if value is None else _text(value) for value in row] for row in rows]
    finally:
        workbook.close()


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
