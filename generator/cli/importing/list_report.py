"""The account of an imported list, for a machine: every row by its number, and no cell of a person."""

from __future__ import annotations

import json
from typing import Any

from generator.importing.lists.grid import column_letters
from generator.importing.lists.participants import ImportedParticipants, TableAccount
from generator.importing.lists.sheets import Book, Table


def list_report(file: str, book: Book, people: ImportedParticipants, written: str) -> str:
    """JSON, UTF-8. `written`: the file that was written, as its path in the content; empty for a dry run.

    Of each sheet: `rows` = `people` + `counts` + the lengths of all lists in `left_out`.
    """
    value = {
        "file": file,
        "written": written or None,
        "sheets": [_sheet(table, each) for table, each in zip(book.tables, people.accounts, strict=True)],
        "sheets_not_taken": [
            {"sheet": sheet.title, "rows": sheet.rows, "hidden": sheet.is_hidden} for sheet in book.further
        ],
        "people": people.people,
        "consent": dict(people.levels),
        "names_not_written": len(people.withheld_names),
        "rows_with_cells_left_empty": people.emptied,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _sheet(table: Table, each: TableAccount) -> dict[str, Any]:
    head = table.head
    return {
        "sheet": table.title,
        "hidden": table.is_hidden,
        "head_row": table.head_row,
        "columns": [{"header": column.words, "field": column.field} for column in head.columns],
        "consent_columns": list(each.consent_columns),
        "columns_left_out": [words for _, words in head.unknown if words not in each.consent_columns],
        "columns_without_name": [column_letters(index) for index in head.unnamed],
        "columns_hidden": list(table.hidden_words),
        "rows": each.rows,
        "people": each.people,
        "counts": each.counts,
        "left_out": {kind.value: list(numbers) for kind, numbers in each.left_out.items()},
        "only_counted": {doubt.value: list(numbers) for doubt, numbers in each.doubts.items()},
        "consent_not_understood": list(each.not_understood),
        "count_not_understood": list(each.unread_count),
        "sector_not_understood": list(each.unread_sector),
        "contacts_taken_out": list(each.contacts),
        "several_names": list(each.several),
        "repeated": list(each.repeated),
    }
