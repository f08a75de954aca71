"""All that is made of one list with everything in it: each row with what it is, each column, and the account in whole.

`every_word/<name>.yml` holds it; `SNAPSHOTS=overwrite` writes it anew: read the difference as whoever is on the list.
"""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from msgspec import structs
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from generator.importing.lists.columns import HeadReader
from generator.importing.lists.participants import ListOptions, import_participants
from generator.importing.lists.rows import sort_rows
from generator.importing.lists.sheets import Book, read_tables
from generator.model.record import ConsentPolicy
from generator.structure import load_structure
from tests.snapshots import assert_as_written

SAID = Path(__file__).parent / "every_word"
STRUCTURE = load_structure()
POLICIES = {
    "silent": ConsentPolicy(),
    "on-the-form": ConsentPolicy(default_consent="full", basis="טופס הרשמה"),
}

COUNTRY = (
    ("רשימת משתתפים – סדנת שבילים", *[None] * 9),
    ("* מי שמסומן בכוכבית ביקש שלא לפרסם את שמו",),
    (),
    ("מס'", "שם", None, "תפקיד", "ארגון", "מגזר", "האם לפרסם את שמך?", None, "טלפון", "הערות", None),
    (None, "פרטי", "משפחה", None, None, None, "בכתב", "בטלפון"),
    (1, "דוגמה", "ראשונה", "רכזת", "משרד א", "ממשלה", "כן", "כן", "050-5550123", "", None),
    (2, "דוגמה", "שנייה", "יועץ (050-5550124)", "עמותה ב", "חברה אזרחית", "כן", "לא", "", "", None),
    (3, "דוגמה", "שלישית *", "=CONCAT(1)", "עמותה ב", "משהו", "כן", "", "", "", None),
    (4, "דוגמה", "רביעית", "אחות", "מרפאה", "עסקים", "אולי בהמשך, אחרי שנדבר על זה עוד פעם אחת או שתיים", "", "", "", None),
    (5, "דוגמה", "חמישית", "אחות", "מרפאה", "", "", "", "", "ביקשה שלא יפורסם שמה", "x"),
    (6, "דוגמה", "שישית", "אחות", "מרפאה", "", "כן", "כן", "", "", None),
    (6, "דוגמה", "שישית", "אחות", "מרפאה", "", "כן", "כן", "", "", None),
    (7, "דוגמה", "שביעית", "אח", "מרפאה", "", "כן", "כן", "", "לא הגיע", None),
    ("אקדמיה:",),
    (8, "דוגמה", "שמינית", "חוקרת", "מכון", "", "=1=1", "כן", "", "", None),
    (9, "אנונימי", None, "חוקר", "מכון", "", "כן", "כן", "", "", None),
    ("מס'", "שם", None, "תפקיד", "ארגון", "מגזר", "האם לפרסם את שמך?"),
    (10, None, None, None, None, "", "", "", "", "", None),
    (None, None, None, "משקיפה", "שגרירות", "", "ללא שם", "", "", "", None),
    ('סה"כ', 9),
    ("הרשימה הוכנה על ידי דוגמה תשיעית",),
)  # fmt: skip
NUMBERS = (
    ("מגזר", "מספר משתתפים", "שם", "ארגון"),
    ("ממשלה", "1,200", None, None),
    ("אקדמיה", "=SUM(1,2)", None, None),
    ("עסקים", "כ-40", None, None),
    ("אחר", 3, "דוגמה א; דוגמה ב", "א"),
    (None, 2, "דוגמה א", "א"),
    (None, 1, "דוגמה א", "א"),
    (None, 1206, None, None),
)


def country() -> bytes:
    """A list of an office, with all that people do to lists."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "סדנה"
    for row in COUNTRY:
        sheet.append(row)
    for cells in ("A1:K1", "B4:C4", "G4:H4", "E8:E9", "A14:K14"):
        sheet.merge_cells(cells)
    sheet["A14"].font = Font(bold=True)
    sheet["D6"].comment = Comment("לבדוק את התפקיד", "x")
    sheet["C9"].fill = PatternFill("solid", fgColor="FFFF0000")
    sheet.row_dimensions[12].hidden = True
    sheet["B11"].font = Font(strike=True)
    sheet["C11"].font = Font(strike=True)
    sheet.column_dimensions["I"].hidden = True
    numbers = book.create_sheet("מספרים")
    for row in NUMBERS:
        numbers.append(row)
    numbers["A5"].fill = PatternFill("solid", fgColor="FFFFFF00")
    draft = book.create_sheet("טיוטה")
    draft.append(("שם", "תפקיד"))
    draft.append(("דוגמה עשירית", "רכזת"))
    draft.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.fixture(scope="module")
def content() -> bytes:
    """The file."""
    return country()


def test_each_column_is_what_its_words_say_and_each_row_what_stands_in_it(content: bytes) -> None:
    """A column or a row that is taken for another is somebody's name in the place of a role, or a person who is not there."""
    book = read_tables("list.xlsx", content, STRUCTURE.participant, ("סדנה", "2"))
    reader = HeadReader(specs=STRUCTURE.participant)
    kinds = [
        [
            f"{each.row.number} {each.kind.value}: {each.name} | {each.section}"
            for each in sort_rows(table, reader, STRUCTURE)
        ]
        for table in book.tables
    ]
    taken = read_tables("list.xlsx", content, STRUCTURE.participant)
    tables = [structs.asdict(table) for table in book.tables]
    assert_as_written(SAID / "columns.yml", {"tables": tables, "rows": kinds, "further": taken.further})


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("options", [ListOptions(), ListOptions(keep_names=True, hidden=True)])
def test_what_is_written_and_what_is_said_of_it(content: bytes, policy: str, options: ListOptions) -> None:
    """Who withheld a name is written with it, or a row of an office's list is neither taken nor said."""
    book: Book = read_tables("list.xlsx", content, STRUCTURE.participant, ("סדנה", "2"))
    reader = HeadReader(specs=STRUCTURE.participant)
    report = import_participants(book.tables, STRUCTURE, reader, POLICIES[policy], "he", options)
    lines = report.csv.removeprefix("\ufeff").split("\r\n")
    name = f"{policy}{'-everything' if options.hidden else ''}.yml"
    assert_as_written(SAID / name, {**structs.asdict(report), "csv": lines})
