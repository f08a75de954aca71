"""What a sheet says by hiding and by colours: rows, columns and sheets that are not taken unasked."""

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from generator.importing.lists.consent import Doubt
from generator.importing.lists.rows import Kind
from generator.importing.lists.sheets import UnreadableSheet, read_tables, refuse_nameless
from tests.importing.lists.books import HEAD, book_bytes, names, only
from tests.importing.lists.test_participants import NOBODY_SAID, ON_THE_FORM, imported


def test_hidden_and_struck_out_rows_are_named_by_number_and_not_taken(structure):
    """A filter is how an office leaves somebody out."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (HEAD, ("א א",), ("ב ב",), ("ג ג",), ("ד ד",)):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[5].hidden = True
    sheet["A4"].font = Font(strike=True)
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["א א"]
    assert only(report).left_out == {Kind.HIDDEN: (3, 5), Kind.STRUCK: (4,)}
    assert set(report.withheld_names) == {"ב ב", "ג ג", "ד ד"}
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM, hidden=True)
    assert len(names(rows)) == 4


def test_a_hidden_column_can_withhold_and_cannot_grant(structure):
    """Its owner does not see it: a no in it is heard, and a yes is nobody's word."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ((*HEAD, "הסכמה"), ("א א", "", "", "מלאה"), ("ב ב", "", "", "לא")):
        sheet.append(row)
    sheet.column_dimensions["D"].hidden = True
    [table] = read_tables("list.xlsx", book_bytes(book), structure.participant).tables
    assert [column.words for column in table.head.consents] == ["הסכמה"]
    assert table.hidden_words == ()
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == []
    rows, _ = imported(structure, book_bytes(book), NOBODY_SAID)
    assert names(rows) == []


def test_a_hidden_column_of_names_is_not_taken_unless_it_is_told(structure):
    """The office hid the names before it sent the list."""
    book = openpyxl.Workbook()
    for row in (HEAD, ("א א", "רכזת", "משרד")):
        book.active.append(row)
    book.active.column_dimensions["A"].hidden = True
    tables = read_tables("list.xlsx", book_bytes(book), structure.participant).tables
    assert tables[0].hidden_words == ("שם",)
    with pytest.raises(UnreadableSheet, match="תפקיד, ארגון, שם"):
        refuse_nameless(tables)
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM, told={"שם": "name"})
    assert names(rows) == ["א א"]


def test_a_hidden_sheet_is_taken_only_when_it_is_named_and_further_sheets_are_told(structure):
    """The draft behind the list had more columns, and was written in its place."""
    book = openpyxl.Workbook()
    book.active.title = "סופי"
    for title, row in (("סופי", ("א א", "", "")), ("טיוטה", ("ב ב", "רכזת", "משרד")), ("נוסף", ("ג ג", "", ""))):
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        sheet.append(HEAD)
        sheet.append(row)
    book["טיוטה"].sheet_state = "veryHidden"
    content = book_bytes(book)
    rows, _ = imported(structure, content, ON_THE_FORM)
    assert names(rows) == ["א א"]
    further = read_tables("list.xlsx", content, structure.participant).further
    assert {(sheet.title, sheet.rows, sheet.is_hidden) for sheet in further} == {("טיוטה", 1, True), ("נוסף", 1, False)}
    rows, _ = imported(structure, content, ON_THE_FORM, sheets=("סופי", "3"))
    assert names(rows) == ["א א", "ג ג"]
    for wanted in ("0", "4", "אחר"):
        with pytest.raises(UnreadableSheet, match="no such sheet"):
            imported(structure, content, ON_THE_FORM, sheets=(wanted,))


def test_rows_in_another_colour_are_only_counted_where_no_column_says_what_it_means(structure):
    """Red meant "do not publish"; a machine saw a list like any other."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEAD)
    for number in range(6):
        sheet.append((f"דוגמה {'אבגדהו'[number]}", "", ""))
    for column in "ABC":
        sheet[f"{column}4"].fill = PatternFill("solid", fgColor="FFFF0000")
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert only(report).doubts == {Doubt.COLOUR: (4,)}
    assert len(names(rows)) == 5


def test_stripes_are_for_the_eye(structure):
    """Every second row in grey would make half of a list disappear."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEAD)
    for number in range(6):
        sheet.append((f"דוגמה {'אבגדהו'[number]}", "", ""))
        if number % 2:
            sheet.cell(number + 2, 1).fill = PatternFill("solid", fgColor="FFDDDDDD")
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert only(report).doubts == {}
    assert len(names(rows)) == 6


def test_text_in_another_colour_is_a_colour_too(structure):
    """Red letters mean as little to a machine as a red ground."""
    book = openpyxl.Workbook()
    for row in (HEAD, *((f"דוגמה {letter}",) for letter in "אבגדה")):
        book.active.append(row)
    book.active["A3"].font = Font(color="FFFF0000")
    _, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert only(report).doubts == {Doubt.COLOUR: (3,)}


def test_a_colour_speaks_where_a_column_of_consent_is_empty_in_every_row(structure):
    """The head asked, nobody wrote, and the office marked in red who had refused."""
    book = openpyxl.Workbook()
    for row in ((*HEAD, "הסכמה"), *((f"דוגמה {letter}", "", "", "") for letter in "אבגדה")):
        book.active.append(row)
    book.active["A3"].fill = PatternFill("solid", fgColor="FFFF0000")
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert only(report).doubts == {Doubt.COLOUR: (3,)}
    assert len(names(rows)) == 4


def test_white_text_on_white_is_no_row_that_its_owner_sees(structure):
    """What was made white was meant to be gone."""
    book = openpyxl.Workbook()
    for row in (HEAD, ("דוגמה ראשונה", "", ""), ("דוגמה שנייה", "", "")):
        book.active.append(row)
    book.active["A3"].font = Font(color="FFFFFFFF")
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה"]
