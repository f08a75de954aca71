"""What each row of a list is: a person, a number of people, or none of these, and why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

import msgspec
from msgspec import Struct

from generator.expressions import expression
from generator.importing.lists.columns import Head, HeadReader
from generator.importing.lists.contacts import without_contacts
from generator.importing.lists.grid import Row, clean, one_line, people_in
from generator.importing.lists.head_words import field_asked, is_serial
from generator.importing.lists.sheets import Table
from generator.reading.attendance import is_title_of_absent, took_no_part
from generator.reading.consent_words import asks_consent, yes_or_no
from generator.reading.list_heads import is_private, pattern_of
from generator.reading.list_rows import is_comment
from generator.reading.list_titles import is_title_of_group
from generator.structure import Structure, Vocabulary, match_term, normal


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
    """In place of a name a number that was prepared for a person who never came, a date, or a mark."""
    UNREAD = "unread"
    """A number of people that is not written as a number."""
    HIDDEN = "hidden"
    STRUCK = "struck"
    FORMULA = "formula"
    """The name, or the number of people, is a formula without a stored result."""
    ABSENT = "absent"
    """Somebody who cancelled, did not come, or still waits for a place."""
    NOTHING = "nothing"
    """Nothing in the columns that were understood."""


class ListRow(Struct, frozen=True, kw_only=True):
    """A row with what it is, in the columns that hold there."""

    row: Row
    kind: Kind
    head: Head
    name: str = ""
    """As it is written, its columns joined."""
    section: str = ""
    """The title that the row stands under; empty when none is above it."""


_TOTAL = pattern_of(
    r"(?:סהכ|סה כ|סך הכל|סך הכול|סיכום|total|grand total|sum|subtotal|المجموع|مجموع|الإجمالي|اجمالي|إجمالي)\b"
)
_MADE = pattern_of(
    r"הוכנ[הו]|\bהוכן\b|נערכ[הו]|\bנערך (?:על|ב|ע)|\bעודכ(?:ן|נה|נו)\b|הופק[הו]?\b|נכון ל(?:יום|תאריך)"
    r"|\bרשמ?ה? (?:את )?הרשימה|\b(?:list|table|sheet) (?:was |is )?(?:made|prepared|compiled|updated|by)\b"
    r"|\b(?:prepared|compiled|made) by\b|updated (?:on|by|at)\b"
    r"|\A(?:أعد|أعدت|أعدها|أعده|إعداد)\b|تم (?:ال)?(?:تحديث|إعداد)|\bأعدت القائمة"
)
"""Who made the list, and when: whatever else the row holds, it is nobody who took part."""
_NOTE = pattern_of(
    r"הרשימה|רשימה זו|מעודכ|לתשומת לב|\bנא ל|\bיש ל|\Aהער|\Aועוד\b|\Aו ?\d+ (?:נוספ|אחר|משתתפ)|\A(?:and )?\d+ (?:others|more)\b"
    r"|\Anote|\bas of \d|ملاحظ|\A(?:و)?\d+ آخر|\A(?:page|עמוד|עמ|דף|صفحة) \d+\b"
)
_GROUP = pattern_of(
    r"(?:ה?רשימת|נציגי|נציגות|נציגים|משרדי|משרד (?:ה|ראש)|עיריית|עמותת|אוניברסיט|מכללת|מכון|מועצה|מועצת|מינהל|מנהלת ה|חברת|צוות"
    r"|ועדת|ועדה|חברי|חברות|קבוצ|שולחן|מגזר|אורחים|משקיפים|מוזמנים|ארגוני|רשויות|מושב|מפגש|יום [א-ו]\b"
    r"|ה(?:חברה|תנועה|עמותה|אגודה) ל|הקרן|איגוד|התאחדות|הסתדרות|פורום|לשכת|אגף|מחלקת|הרשות ל|מרכז ה|המרכז ל|בית חולים|בית הספר"
    r"|members|representatives|list of|session|ministry of|municipality of|university of|group|table|team|committee|guests"
    r"|observers|sector|department of|association of|society (?:of|for)|office of|institute (?:of|for)|federation of"
    r"|قائمة|هيئة|اتحاد|مؤسسة|وزارة|بلدية|جامعة|جمعية|جلسة|أعضاء|ممثل|فريق|مجموعة|ضيوف|لجنة)"
)
_LOG = pattern_of(r"(?:\d+ )?(?:in meeting activit|פעילויות (?:ב|במהלך )ה?פגישה|أنشطة (?:داخل )?الاجتماع)")
"""Over the comings and goings of people who stand above already, in the report of a video meeting."""
_LABELLED = expression(r"[^\s:]+(?: [^\s:]+){0,3} ?: ?[^\s:/]")
"""`Written by: …`; a name has no colon."""
_NO_NAME = expression(
    r"[\d.,/:\s-]+|\d{4}-\d{2}-\d{2}T.*|open-ended response|response|\{.importid.*"
    r"|yes|v|x|ok|true|כן|נוכח|נוכחת|הגיע|הגיעה|נעם|[✓✔√☑✅?]+|\?+|tbd|n/?a",
    re.IGNORECASE,
)
"""What stands in a cell for a name and is none: a number, a date, a time, a mark, what a survey writes below its questions."""
_LONGEST_TOTAL = 24
"""Characters of a cell such as "total of participants"; what is longer only begins so."""
_CELLS_OF_NOTE = 3
"""Cells over which somebody writes who made the list, and when."""
_LONG = 60
"""Characters of a cell that stands alone: more is a sentence, not a name."""


def sort_rows(table: Table, reader: HeadReader, structure: Structure, *, hidden: bool = False) -> tuple[ListRow, ...]:
    """Every row of the table with what it is. `hidden`: hidden and struck-out rows are rows like others.

    A second head further down changes what the columns below it mean.
    """
    head, section = table.head, ""
    consent = structure.vocabularies["consent"]
    speaks = are_absent = is_log = False
    spellings = reader.spellings
    found: list[ListRow] = []
    bold_stands_out = _bold_stands_out(table)
    for row in table.rows:
        texts = {cell.casefold() for cell in row.cells}
        again = reader.read(head.row, row.cells) if spellings & texts else None
        if again is not None and not _names_columns(row, again, spellings):
            again = None
        name = name_of(row, head)
        kind, new_head = _kind(row, name, head, again, structure, hidden=hidden)
        if kind is Kind.PERSON and bold_stands_out and _is_bold_title(row, head):
            kind = Kind.SECTION
        if kind is Kind.COUNT and _sums_up(row, head, found):
            kind = Kind.TOTAL
        if kind is Kind.PERSON and _is_group_title(row, head, consent, is_after_title=speaks):
            kind = Kind.SECTION
        if kind is Kind.HEAD and found and found[-1].kind is Kind.PERSON and _is_alone(found[-1].row):
            # Whoever stands alone right above a head is its title.
            found[-1] = msgspec.structs.replace(found[-1], kind=Kind.SECTION)
            is_log = bool(_LOG.match(normal(found[-1].name)))
        if kind is Kind.SECTION:
            section = next(one_line(cell) for cell in row.cells if one_line(cell))
            speaks = speaks or asks_consent(section) or yes_or_no(section) is not None
            are_absent, is_log = is_title_of_absent(section), False
        elif is_log and kind is not Kind.HEAD:
            kind = Kind.NOTE
        elif kind in (Kind.PERSON, Kind.COUNT, Kind.CONTINUED) and (are_absent or _took_no_part(row, name, head)):
            kind = Kind.ABSENT
        if kind is Kind.CONTINUED and not any(each.kind is Kind.PERSON for each in found[-1:]):
            # Merged cells below a row that is no person hold a name of their own only once.
            kind = Kind.CONTINUED if found and found[-1].kind is Kind.CONTINUED else Kind.PERSON
        found.append(ListRow(row=row, kind=kind, head=head, name=name, section=section))
        head = new_head or head
    return tuple(found)


def _is_group_title(row: Row, head: Head, vocabulary: Vocabulary, *, is_after_title: bool) -> bool:
    """Whether the only cell of a row, below a head with more columns, is the title of a group."""
    if len(head.columns) < 2 or not _is_alone(row):
        return False
    text = next(one_line(cell) for cell in row.cells if cell)
    return bool(text) and is_title_of_group(text, vocabulary, is_after_title=is_after_title)


def _took_no_part(row: Row, name: str, head: Head) -> bool:
    beside = [(words, one_line(row.at(index))) for index, words in head.unknown if index not in head.ignored]
    beside += [("", one_line(text)) for text in (*(row.at(index) for index in head.unnamed), *row.comments)]
    own = [row.at(index) for field in ("role", "organisation") if (index := head.column(field)) is not None]
    return took_no_part(beside, (name, *map(one_line, own)))


def _bold_stands_out(table: Table) -> bool:
    """Whether most names beside which anything stands are not bold, so that a bold cell alone is the title of a group."""
    names = table.head.names[:1]
    people = [row for row in table.rows if names and row.at(names[0]) and not _is_alone(row)]
    return 2 * sum(names[0] in row.bold for row in people) < len(people)


def _is_bold_title(row: Row, head: Head) -> bool:
    return bool(head.names) and head.names[0] in row.bold and _is_alone(row)


def _is_alone(row: Row) -> bool:
    return sum(bool(cell) for cell in row.cells) == 1


def _names_columns(row: Row, head: Head, spellings: frozenset[str]) -> bool:
    """Whether every cell of a row is the name of a column, two at least, and that of the name is one beyond doubt."""
    written = [text for cell in row.cells if (text := one_line(cell))]
    if len(written) < 2 or not head.names:
        return False
    names = [one_line(row.at(index)) for index in head.names]
    return all(_is_column(name, spellings) for name in names) and all(
        _is_column(text, spellings) or is_private(text) or is_serial(text) or field_asked(text) for text in written
    )


def _is_column(text: str, spellings: frozenset[str]) -> bool:
    return text.casefold().rstrip(": ") in spellings


def _sums_up(row: Row, head: Head, above: Sequence[ListRow]) -> bool:
    """Whether a number that stands alone is the sum of those above it, by its formula or by reckoning."""
    count = head.column("count")
    if count is None or any(one_line(cell) for index, cell in enumerate(row.cells) if index != count):
        return False
    numbers = [_number_in(each) for each in above if each.kind in (Kind.PERSON, Kind.COUNT)]
    return count in row.sums or (len(numbers) > 1 and people_in(one_line(row.at(count))) == sum(numbers))


def _number_in(each: ListRow) -> int:
    index = each.head.column("count")
    number = people_in(one_line(each.row.at(index))) if index is not None else None
    return 1 if number is None else number


def is_total(text: str) -> bool:
    """Whether a cell says that its row sums others up."""
    return len(text) <= _LONGEST_TOTAL and bool(_TOTAL.match(normal(text)))


def name_of(row: Row, head: Head) -> str:
    """The name as it is written, its columns joined; a family name that the first column holds already is not repeated."""
    parts = [text for index in head.names if (text := one_line(row.at(index)))]
    if len(parts) == 2 and f" {parts[0]} ".endswith(f" {parts[1]} "):
        parts = parts[:1]
    return " ".join(parts)


def _kind(
    row: Row, name: str, head: Head, again: Head | None, structure: Structure, *, hidden: bool
) -> tuple[Kind, Head | None]:
    written = [(index, text) for index, cell in enumerate(row.cells) if (text := one_line(cell))]
    if not hidden and row.is_hidden:
        return Kind.HIDDEN, None
    if not hidden and _is_struck(row, head, written):
        return Kind.STRUCK, None
    if _repeats(row, head):
        return Kind.HEAD, None
    if again is not None:
        return Kind.HEAD, again
    if is_total(name) or (not name and any(is_total(text) for _, text in written[:3])):
        return Kind.TOTAL, None
    if is_comment(name) or (len(written) <= _CELLS_OF_NOTE and written and _is_about_list(written[0][1])):
        return Kind.NOTE, None
    if len(written) == 1:
        return _alone(row, name, head, *written[0], structure), None
    return _of_fields(row, name, head, written), None


def _is_about_list(text: str) -> bool:
    return bool(_MADE.search(normal(text)) or (":" in text and _LABELLED.match(without_contacts(text))))


def _is_struck(row: Row, head: Head, written: Sequence[tuple[int, str]]) -> bool:
    names = [index for index in head.names if one_line(row.at(index))] or [index for index, _ in written]
    return bool(names) and all(index in row.struck for index in names)


def _repeats(row: Row, head: Head) -> bool:
    """Whether the row has the head's own words again, as lists that were printed page by page do."""
    has_any = False
    for column in head.columns:
        text = one_line(row.at(column.index))
        if not text or (len(head.names) > 1 and column.field == "name"):
            continue
        if text != column.words and normal(text) != normal(column.words):
            return False
        has_any = True
    return has_any


def _alone(row: Row, name: str, head: Head, index: int, text: str, structure: Structure) -> Kind:
    """A row with one cell: a name without more, a title of what is below, or a note."""
    fields = {column.index for column in head.columns} | set(head.names)
    if people_in(text) is not None:
        return Kind.COUNT if index == head.column("count") else Kind.NUMBERED
    if row.unresolved & {head.column("count")}:
        return Kind.FORMULA
    if len(text) > _LONG or text.startswith("*") or _NOTE.search(normal(text)):
        return Kind.NOTE
    known = any(match_term(structure.vocabularies[each], text) for each in ("sector", "consent"))
    speaks = asks_consent(text) and len(text.split()) > 1
    is_title = speaks or index in row.wide or text.endswith(":") or known or bool(_GROUP.match(normal(text)))
    if index not in fields:
        return Kind.SECTION if is_title or index < min(fields) else Kind.NOTHING
    if is_title and len(head.columns) > 1:
        return Kind.SECTION
    return _of_fields(row, name, head, [(index, text)])


def _of_fields(row: Row, name: str, head: Head, written: Sequence[tuple[int, str]]) -> Kind:
    name = clean(name)
    count = head.column("count")
    has_count = count is not None and people_in(one_line(row.at(count))) is not None
    others = [row.at(index) for field in ("role", "organisation") if (index := head.column(field)) is not None]
    if not name and row.unresolved & {*head.names, count}:
        return Kind.FORMULA
    if _NO_NAME.fullmatch(name):
        return Kind.NUMBERED
    if name:
        repeated = all(index in row.repeated for index in head.names if one_line(row.at(index)))
        return Kind.CONTINUED if repeated else Kind.PERSON
    if has_count:
        return Kind.COUNT
    if any(clean(text) for text in others):
        return Kind.PERSON
    if count is not None and clean(row.at(count)):
        return Kind.UNREAD
    return Kind.NUMBERED if all(text.rstrip(".").isdigit() for _, text in written) and written else Kind.NOTHING
