"""Recognises attached tables and texts that list people, such as a registration list.

Told by content, whatever the file is called: by a row of heads of which one names people and another tells of them, by
columns full of names beside columns full of telephones, addresses or identity numbers, by a heading such as
"participants" over lines that look like names, and by common given names (`people_by_name`).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from generator.expressions import expression
from generator.names import is_no_name
from generator.reading.attachments import Rows, attachment_text, data_tables, delimited_rows, readings_of
from generator.reading.people_by_name import are_people
from generator.reading.private_columns import are_private_details
from generator.reading.programmes import is_programme
from generator.structure import Structure, match_name, normal

_SHEETS = frozenset({"xlsx", "xlsm", "xls", "ods", "xlsb"})
_DATA = frozenset({"json", "geojson", "jsonl", "ndjson"})
_DELIMITED = frozenset({"csv", "tsv", "tab"})
_MOST_ROWS, _HEADS_WITHIN, _LARGEST = 5_000, 15, 30_000_000
_FEWEST_PEOPLE, _FEWEST_UNHEADED = 2, 3
_LONGEST_HEADING = 60

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
_HEADING = expression(
    r"(?:נספח \S{1,3} |appendix \S{1,3} |ملحق \S{1,3} )?(?:רשימת |list of |قائمة |أسماء )?"
    r"(?:(?:ה?משתתפים|ה?משתתפות|ה?נוכחים|נכחו|השתתפו|הגיעו)(?: ב\w+){0,2}(?: ה\w+)?|(?:משתתפי|נוכחי|חברי) ה?\w+(?: ה\w+)?"
    r"|(?:participants|attendees|present|attended)(?: (?:in|at|of) (?:the )?\w+)?"
    r"|(?:المشاركون|المشاركين|الحضور|حضر)(?: (?:في )?\w+)?)"
)
_ASIDE = expression(r"\s*\([^()]*\)\Z")
_NAME = expression(r"[^\W\d_][\w'\"׳״’`.\-־]*(?:\s+[^\W\d_][\w'\"׳״’`.\-־]*){1,3}")
_CONTACT = expression(r"[^\s@]+@[^\s@]+\.\w+|\+?\(?\d[\d\s().\-–־]{6,15}\d")
_DAYS = expression(
    r"(?:\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-](?:\d\d){1,2})(?:[ T]\d\d?:\d\d(?::\d\d)?)?|(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d"
)
"""Dates and spans of years: they are written like numbers, and lead to nobody."""
_APART = expression(r"\t|\s*[,;|،؛]\s*|\s+[-–—]\s+|\s{3,}|:\s+|(?<=[^\W\d])\s+(?=\+?\d[\d-]{7,})")
_CELLS = expression(r"\s\|(?:\s|\Z)|\t")
_QUOTED = expression(r'"((?:[^"\\]|\\.)*)"')
_ATTENDEE = expression(r'^ATTENDEE[^\n]*?;CN="?([^;:"\n]+)', re.MULTILINE)
_ITEM = expression(r"\s*(?:[-*•·]|\d+[.)])?\s*")


def reads_like_people(path: str, content: bytes, structure: Structure) -> bool:
    """Whether the file is a table, a text, a document or data that lists people; False when it cannot be read.

    `path`: only its ending is asked for, as the way to read the bytes.
    """
    ending = path.rpartition(".")[2].lower()
    if len(content) > _LARGEST:
        return False
    return any(_lists_people(rows, structure) for rows in _tables(ending, path, content))


def _tables(ending: str, path: str, content: bytes) -> Iterator[Rows]:
    """What lies in rows: cells of sheets, tables and lines of texts and of documents, and of what is packed in an archive."""
    if ending in _SHEETS and (sheets := list(_sheets(content))):
        yield from sheets
        return
    readings = readings_of(content)
    for text in readings:
        if ending in _DATA:
            yield from data_tables(text)
            yield [[_unescaped(said)] for said in _QUOTED.findall(text)]
        elif ending in _DELIMITED:
            yield delimited_rows(text)
        elif ending == "vcf":
            yield [["name", "phone"], *([card, "1"] for card in re.findall(r"^FN[^:\n]*:(.+)", text, re.MULTILINE))]
        elif ending == "ics":
            yield [["name", "email"], *([name, "1"] for name in _ATTENDEE.findall(text))]
        elif text.lstrip()[:1] in ("<", "{") and ending not in ("txt", "md"):
            yield from _blocks(attachment_text(path if ending != "html" else "a.xml", content))
        else:
            yield [_parted(line) for line in _lines(text)]
    if not readings:
        yield from _blocks(attachment_text(path, content))


def _blocks(text: str) -> Iterator[Rows]:
    """Each table of a document, each heading with what follows it, and all lines with what is parted in them."""
    block: list[list[str]] = []
    lines = [[cell.strip() for cell in _CELLS.split(line)] for line in _lines(text)]
    yield [_parted(line) for line in _lines(text)]
    for number, cells in enumerate([*lines, []]):
        if len(cells) > 1:
            block.append(cells)
            continue
        if block:
            yield block
        block = []
        if cells and _is_heading(cells):
            yield lines[number : number + _HEADS_WITHIN]


def _sheets(content: bytes) -> Iterator[Rows]:
    """Every sheet, hidden ones too; none of a file that only other programs can open."""
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


def _parted(line: str) -> list[str]:
    """A line of a text as cells: `1. דנה כהן – רכזת`."""
    return [cell for cell in _APART.split(_ITEM.sub("", line, count=1)) if cell]


def _unescaped(said: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), said)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()[:_MOST_ROWS] if line.strip()]


def _lists_people(rows: Rows, structure: Structure) -> bool:
    filled = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    for number, row in enumerate(filled[:_HEADS_WITHIN]):
        below = filled[number + 1 :]
        if _are_heads(row, structure) and sum(any(cell for cell in each) for each in below) >= _FEWEST_PEOPLE:
            return True
        if len([cell for cell in row if cell]) == 1 and _is_heading(row) and _look_like_names(below):
            return True
    if any(_is_heading(row) and _are_named(row, filled[number + 1 :]) for number, row in enumerate(filled)):
        return True
    if _has_columns_of_people(filled) or are_private_details(filled):
        return True
    return are_people(filled) and not is_programme(filled)


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
    name = normal(written.strip("#*_: ")) if len(written) <= _LONGEST_HEADING else ""
    return name in _HEADINGS or _HEADING.fullmatch(name) is not None


def _are_named(row: Sequence[str], below: Rows) -> bool:
    """Whether three people are named behind a heading, `נכחו: דנה כהן, יוסי לוי, רות שדה`, or in the lines right below it."""
    behind = [cell for cell in row if cell][1:]
    lines = (next(cell for cell in each if cell) for each in below)
    right_below = takewhile(_is_persons, islice(lines, _FEWEST_UNHEADED))
    return sum(map(_is_persons, behind)) >= _FEWEST_UNHEADED or (
        not behind and len(list(right_below)) == _FEWEST_UNHEADED
    )


def _is_persons(cell: str) -> bool:
    """Whether it is a name, with nothing or a note in brackets behind it, and not that of a body or a place."""
    bare = _ASIDE.sub("", cell)
    return _is_name(bare) and not any(map(is_no_name, bare.split()))


def _look_like_names(rows: Rows) -> bool:
    """Whether three or more lines begin with a name, and hardly any does not."""
    firsts = [next((cell for cell in row if cell), "") for row in rows[:200]]
    names = sum(map(_is_persons, firsts))
    return names >= _FEWEST_UNHEADED and names * 10 >= min(len(firsts), 12) * 6


def _has_columns_of_people(rows: Rows) -> bool:
    """Whether there are rows with a name in one cell and a telephone, an address of mail or a number of identity in another."""
    both = sum(any(map(_is_name, row)) and any(map(_is_contact, row)) for row in rows)
    return both >= _FEWEST_UNHEADED and both * 2 >= len(rows)


def _is_name(cell: str) -> bool:
    return len(cell) <= 40 and _NAME.fullmatch(cell) is not None


def _is_contact(cell: str) -> bool:
    return len(cell) <= 60 and _CONTACT.fullmatch(cell) is not None and _DAYS.fullmatch(cell) is None
