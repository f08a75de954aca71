"""Recognises attached tables and texts that list people, such as a registration list.

Told by content, whatever the file is called: by a row of heads of which one names people and another tells of them, by
columns full of names beside columns full of telephones, addresses or identity numbers, and by a heading such as
"participants" over lines that look like names.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from generator.structure import Structure, match_name, normal

Rows = Sequence[Sequence[str]]

_SHEETS = frozenset({"xlsx", "xlsm", "xls", "ods", "xlsb"})
_TEXTS = frozenset({"csv", "tsv", "tab", "txt", "json", "geojson", "md"})
_MOST_ROWS, _HEADS_WITHIN, _LARGEST = 5_000, 15, 30_000_000
_FEWEST_PEOPLE, _FEWEST_UNHEADED = 2, 3

_NAMES = frozenset(
    map(
        normal,
        "שם פרטי|שם משפחה|שם ומשפחה|שם מלא|שם המשתתף|שם המשתתפת|משתתף|משתתפת|משתתפים|נוכחים|שמות|השם|first name|last name"
        "|family name|surname|given name|full name|participant|attendee|attendees|names|الاسم الأول|اسم العائلة|الاسم الكامل"
        "|المشارك|الأسماء|اسم".split("|"),
    )
)
_TELLING = frozenset(
    map(
        normal,
        "טלפון|טל|נייד|סלולרי|פלאפון|טלפון נייד|מספר טלפון|דואר אלקטרוני|דואל|דוא״ל|מייל|אימייל|כתובת מייל|ת״ז|תז|תעודת זהות"
        "|מספר זהות|מספר תעודת זהות|כתובת|כתובת מגורים|תאריך לידה|גיל|חתימה|הגיע|נוכחות|אישר הגעה|phone|phone number|mobile"
        "|cell|tel|telephone|email|e mail|mail|email address|id|id number|identity number|address|birth date|date of birth|age"
        "|signature|attended|rsvp|gender|מגדר|مغادرة|هاتف|الهاتف|جوال|رقم الهاتف|بريد|البريد الالكتروني|البريد الإلكتروني"
        "|رقم الهوية|هوية|العنوان|العمر|التوقيع".split("|"),
    )
)
_HEADINGS = frozenset(
    map(
        normal,
        "משתתפים|נוכחים|רשימת משתתפים|רשימת המשתתפים|המשתתפים|רשימת נוכחים|חברי הוועדה|חברי הועדה|השתתפו|participants"
        "|attendees|list of participants|list of attendees|present|المشاركون|الحضور|قائمة المشاركين".split("|"),
    )
)
_NAME = re.compile(r"[^\W\d_][\w'\"׳״’`.\-־]*(?:\s+[^\W\d_][\w'\"׳״’`.\-־]*){1,3}")
_CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.\w+|\+?\(?\d[\d\s().\-–־]{6,15}\d")
_APART = re.compile(r"\t|\s*[,;|]\s*|\s+[-–—]\s+|\s{3,}|:\s+")
_ITEM = re.compile(r"\s*(?:[-*•·]|\d+[.)])?\s*")


def reads_like_people(path: str, content: bytes, structure: Structure) -> bool:
    """Whether the file is a table, a text or JSON that lists people; False when it cannot be read.

    `path`: only its ending is asked for, as the way to read the bytes.
    """
    ending = path.rpartition(".")[2].lower()
    if len(content) > _LARGEST or ending not in _SHEETS | _TEXTS:
        return False
    return any(_lists_people(rows, structure) for rows in _tables(ending, content))


def _tables(ending: str, content: bytes) -> Iterator[Rows]:
    if ending in _SHEETS:
        yield from _sheets(content)
        return
    text = _decoded(content)
    if ending in ("json", "geojson"):
        yield from _tables_of(_parsed(text))
    elif ending in ("csv", "tsv", "tab"):
        yield _delimited(text)
    else:
        yield [[cell for cell in _APART.split(_ITEM.sub("", line, count=1)) if cell] for line in _lines(text)]


def _sheets(content: bytes) -> Iterator[Rows]:
    """Every sheet, hidden ones too."""
    from python_calamine import CalamineError, load_workbook  # read where a sheet is attached, and only there

    try:
        workbook = load_workbook(io.BytesIO(content))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(nrows=_MOST_ROWS)
            yield [[_shown(cell) for cell in row] for row in rows]
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile):
        return


def _shown(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1255", "replace")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()[:_MOST_ROWS] if line.strip()]


def _delimited(text: str) -> Rows:
    lines = _lines(text)
    head = "\n".join(lines[:5])
    separator = max(",;\t|", key=head.count)
    try:
        return list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return [line.split(separator) for line in lines]


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _tables_of(value: Any, depth: int = 0) -> Iterator[Rows]:
    """Every list of objects in the data, as a table with their keys as heads; and lists of plain rows."""
    if depth > 8:
        return
    if isinstance(value, dict):
        for inner in value.values():
            yield from _tables_of(inner, depth + 1)
    elif isinstance(value, list):
        objects = [item for item in value[:_MOST_ROWS] if isinstance(item, dict)]
        objects = [item.get("properties", item) for item in objects]
        if objects and all(isinstance(item, dict) for item in objects):
            heads = list(dict.fromkeys(str(key) for item in objects for key in item))
            yield [heads, *([str(item.get(head, "")) for head in heads] for item in objects)]
        yield [[str(cell) for cell in item] for item in value[:_MOST_ROWS] if isinstance(item, list)]
        for item in value[:_MOST_ROWS]:
            if isinstance(item, dict | list):
                yield from _tables_of(item, depth + 1)


def _lists_people(rows: Rows, structure: Structure) -> bool:
    filled = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    for number, row in enumerate(filled[:_HEADS_WITHIN]):
        below = filled[number + 1 :]
        if _are_heads(row, structure) and sum(any(cell for cell in each) for each in below) >= _FEWEST_PEOPLE:
            return True
        if len([cell for cell in row if cell]) == 1 and _is_heading(row) and _look_like_names(below):
            return True
    return _has_columns_of_people(filled)


def _are_heads(row: Sequence[str], structure: Structure) -> bool:
    """Whether one cell is a header of names, and another a header of personal details."""
    heads = [normal(cell) for cell in row if cell and len(cell) <= 60]
    fields = [match_name(structure.participant, cell) for cell in row if cell and len(cell) <= 60]
    known = {field.id for field in fields if field}
    names = sum(head in _NAMES for head in heads) + ("name" in known)
    telling = sum(head in _TELLING for head in heads) + len(known & {"role", "organisation", "sector", "consent"})
    return names > 1 or (names == 1 and telling > 0)


def _is_heading(row: Sequence[str]) -> bool:
    written = next(cell for cell in row if cell)
    return normal(written.strip("#*_: ")) in _HEADINGS


def _look_like_names(rows: Rows) -> bool:
    """Whether three or more lines begin with a name, and hardly any does not."""
    firsts = [next((cell for cell in row if cell), "") for row in rows[:200]]
    names = sum(_is_name(first) for first in firsts)
    return names >= _FEWEST_UNHEADED and names * 10 >= min(len(firsts), 12) * 6


def _has_columns_of_people(rows: Rows) -> bool:
    """Whether there are rows with a name in one cell and a telephone, an address of mail or a number of identity in another."""
    both = sum(any(map(_is_name, row)) and any(map(_is_contact, row)) for row in rows)
    return both >= _FEWEST_UNHEADED and both * 2 >= len(rows)


def _is_name(cell: str) -> bool:
    return len(cell) <= 40 and _NAME.fullmatch(cell) is not None


def _is_contact(cell: str) -> bool:
    return len(cell) <= 60 and _CONTACT.fullmatch(cell) is not None
