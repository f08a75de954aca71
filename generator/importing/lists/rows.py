"""What each row of a list is: a person, a number of people, or none of these, and why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from generator.importing.lists.columns import Head, HeadReader
from generator.importing.lists.grid import Row, clean, one_line
from generator.importing.lists.sheets import Table
from generator.reading.consent_words import asks_consent
from generator.structure import Structure, match_term, normal


class Kind(StrEnum):
    """A row of a list. All but the first three are left out, and named with their numbers."""

    PERSON = "person"
    COUNT = "count"
    CONTINUED = "continued"
    """The person of the row above, whose name is merged over both."""
    TOTAL = "total"
    HEAD = "head"
    SECTION = "section"
    NOTE = "note"
    NUMBERED = "numbered"
    """A number that was prepared for a person who never came."""
    HIDDEN = "hidden"
    STRUCK = "struck"
    FORMULA = "formula"
    """The name is a formula without a stored result."""
    NOTHING = "nothing"
    """Nothing in the columns that were understood."""


class ListRow(Struct, frozen=True, kw_only=True):
    """A row with what it is, in the columns that hold there."""

    row: Row
    kind: Kind
    head: Head
    section: str = ""
    """The title that the row stands under; empty when none is above it."""


_TOTAL = re.compile(
    r"(?:סהכ|סה כ|סך הכל|סך הכול|סיכום|total|grand total|sum|subtotal|المجموع|مجموع|الإجمالي|اجمالي|إجمالي)\b"
)
_NOTE = re.compile(
    r"הרשימה|רשימה זו|רשימת ה|הוכנ|הוכן|נערכ|נערך|עודכנ|עודכן|מעודכ|הופק|לתשומת לב|נכון ליום|נכון לתאריך|נא ל|יש ל|\Aהער"
    r"|\b(?:list|table|sheet) (?:was |is )?(?:made|prepared|compiled|updated|by)|prepared by|compiled by|updated (?:on|by|at)"
    r"|\Anote|as of \d|أعد|إعداد|تم التحديث|ملاحظ|القائمة"
)
_GROUP = re.compile(
    r"(?:נציגי|נציגות|נציגים|משרדי|צוות|ועדת|ועדה|חברי|חברות|קבוצ|שולחן|מגזר|אורחים|משקיפים|מוזמנים|ארגוני|רשויות"
    r"|members|representatives|group|table|team|committee|guests|observers|sector|أعضاء|ممثل|فريق|مجموعة|ضيوف|لجنة)"
)
_LONGEST_TOTAL = 24
"""Characters of a cell such as "total of participants"; what is longer only begins so."""
_LONG = 60
"""Characters of a cell that stands alone: more is a sentence, not a name."""


def sort_rows(table: Table, reader: HeadReader, structure: Structure, *, hidden: bool = False) -> tuple[ListRow, ...]:
    """Every row of the table with what it is. `hidden`: hidden and struck-out rows are rows like others.

    A second head further down changes what the columns below it mean.
    """
    head, section = table.head, ""
    spellings = reader.spellings
    found: list[ListRow] = []
    for row in table.rows:
        texts = {cell.casefold() for cell in row.cells}
        again = reader.read(head.row, row.cells) if len(spellings & texts) > 1 else None
        kind, new_head = _kind(row, head, again, structure, hidden=hidden)
        if kind is Kind.SECTION:
            section = next(one_line(cell) for cell in row.cells if one_line(cell))
        if kind is Kind.CONTINUED and not any(each.kind is Kind.PERSON for each in found[-1:]):
            # Merged cells below a row that is no person hold a name of their own only once.
            kind = Kind.CONTINUED if found and found[-1].kind is Kind.CONTINUED else Kind.PERSON
        found.append(ListRow(row=row, kind=kind, head=head, section=section))
        head = new_head or head
    return tuple(found)


def is_total(text: str) -> bool:
    """Whether a cell says that its row sums others up."""
    return len(text) <= _LONGEST_TOTAL and bool(_TOTAL.match(normal(text)))


def name_of(row: Row, head: Head) -> str:
    """The name as it is written, its columns joined; a family name that the first column holds already is not repeated."""
    parts = [text for index in head.names if (text := one_line(row.at(index)))]
    if len(parts) == 2 and f" {parts[0]} ".endswith(f" {parts[1]} "):
        parts = parts[:1]
    return " ".join(parts)


def _kind(row: Row, head: Head, again: Head | None, structure: Structure, *, hidden: bool) -> tuple[Kind, Head | None]:
    written = [(index, text) for index, cell in enumerate(row.cells) if (text := one_line(cell))]
    if not hidden and row.is_hidden:
        return Kind.HIDDEN, None
    if not hidden and _is_struck(row, head, written):
        return Kind.STRUCK, None
    if _repeats(row, head):
        return Kind.HEAD, None
    if again is not None and again.is_sure and len(again.columns) == len(written):
        return Kind.HEAD, again
    if any(is_total(text) for _, text in written[:3]):
        return Kind.TOTAL, None
    if len(written) == 1:
        return _alone(row, head, *written[0], structure), None
    return _of_fields(row, head, written), None


def _is_struck(row: Row, head: Head, written: Sequence[tuple[int, str]]) -> bool:
    names = [index for index in head.names if one_line(row.at(index))] or [index for index, _ in written]
    return bool(names) and all(index in row.struck for index in names)


def _repeats(row: Row, head: Head) -> bool:
    """Whether the row has the head's own words again, as lists that were printed page by page do."""
    same = [one_line(row.at(column.index)) for column in head.columns if len(head.names) < 2 or column.field != "name"]
    words = [column.words for column in head.columns if len(head.names) < 2 or column.field != "name"]
    pairs = [normal(a) == normal(b) for a, b in zip(same, words, strict=True) if a]
    return bool(pairs) and all(pairs)


def _alone(row: Row, head: Head, index: int, text: str, structure: Structure) -> Kind:
    """A row with one cell: a name without more, a title of what is below, or a note."""
    fields = {column.index for column in head.columns} | set(head.names)
    if text.isdigit():
        return Kind.COUNT if index == head.column("count") else Kind.NUMBERED
    if len(text) > _LONG or text.startswith("*") or _NOTE.search(normal(text)):
        return Kind.NOTE
    known = any(match_term(structure.vocabularies[each], text) for each in ("sector", "consent"))
    speaks = asks_consent(text) and len(text.split()) > 1
    is_title = speaks or index in row.wide or text.endswith(":") or known or bool(_GROUP.match(normal(text)))
    if index not in fields:
        return Kind.SECTION if is_title or index < min(fields) else Kind.NOTHING
    if is_title and len(head.columns) > 1:
        return Kind.SECTION
    return _of_fields(row, head, [(index, text)])


def _of_fields(row: Row, head: Head, written: Sequence[tuple[int, str]]) -> Kind:
    name = clean(name_of(row, head))
    count = head.column("count")
    has_count = count is not None and one_line(row.at(count)).isdigit()
    others = [row.at(index) for field in ("role", "organisation") if (index := head.column(field)) is not None]
    if not name and row.unresolved & set(head.names):
        return Kind.FORMULA
    if name.replace(".", "").isdigit():
        return Kind.NUMBERED
    if name:
        repeated = all(index in row.repeated for index in head.names if one_line(row.at(index)))
        return Kind.CONTINUED if repeated else Kind.PERSON
    if has_count:
        return Kind.COUNT
    if any(clean(text) for text in others):
        return Kind.PERSON
    return Kind.NUMBERED if all(text.rstrip(".").isdigit() for _, text in written) and written else Kind.NOTHING
