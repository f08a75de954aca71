"""Lists as forms, address books and several hands make them: what each says of consent and of people is heard."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill

from generator.importing.lists.consent import Doubt
from generator.importing.lists.rows import Kind
from tests.importing.conftest import excel
from tests.importing.lists.books import book_bytes, names, only
from tests.importing.lists.test_participants import ON_THE_FORM, imported

PEOPLE = (("דוגמה א", "רכזת"), ("דוגמה ב", "מנהל"), ("דוגמה ג", "דובר"), ("דוגמה ד", "נהגת"))


@pytest.mark.parametrize(
    ("answer", "is_named"),
    [
        ("כן, אני מאשר/ת", True),
        ("אני מסכים/ה לפרסום שמי באתר", True),
        ("Yes, I agree to the publication of my name", True),
        ("I consent", True),
        ("نعم، أوافق على نشر اسمي", True),
        ("כן, בלי התפקיד", False),
        ("כן, רק בדוח הפנימי", False),
        ("Yes, but not my role", False),
        ("Yes, if you ask me first", False),
        ("לא, אני מעדיף/ה שלא", False),
        ("No, thank you", False),
        ("نعم بدون اسمي", False),
    ],
)
def test_a_whole_sentence_is_a_yes_where_nothing_else_is_said(structure, answer, is_named):
    """Options of a form are sentences: nobody of a whole form was named, or a condition was dropped."""
    question = "האם את/ה מאשר/ת את פרסום שמך?"
    rows, report = imported(structure, excel(("שם", question), ("דוגמה א", answer), ("דוגמה ב", "לא")), ON_THE_FORM)
    assert names(rows) == (["דוגמה א"] if is_named else [])
    assert report.people == 2


@pytest.mark.parametrize("head", ["Consent to publish (1=yes, 0=no)", "הסכמה לפרסום (1 = כן, 0 = לא)"])
def test_a_head_says_what_its_answers_mean(structure, head):
    """A survey's codes were not understood, although the head explains them."""
    rows, _ = imported(structure, excel(("שם", head), ("דוגמה א", 1), ("דוגמה ב", 0), ("דוגמה ג", None)), ON_THE_FORM)
    assert names(rows) == ["דוגמה א"]


def test_no_to_anonymity_is_said_to_be_doubtful(structure):
    """Who says no to "anonymous?" may have refused all the same, and was counted without a word."""
    rows, report = imported(structure, excel(("שם", "אנונימי?"), ("דוגמה א", "לא"), ("דוגמה ב", "כן")), ON_THE_FORM)
    assert names(rows) == []
    assert only(report).doubts == {Doubt.WORDS: (2,)}


@pytest.mark.parametrize(
    ("note", "withheld"),
    [
        ("* ביקשה שלא לפרסם את שמה", ("דוגמה ב",)),
        ("** ביקש שלא לפרסם את שמו", ("דוגמה ג",)),
        ("הרשימה אינה לפרסום", ("דוגמה א", "דוגמה ב", "דוגמה ג", "דוגמה ד")),
        ("This list must not be published", ("דוגמה א", "דוגמה ב", "דוגמה ג", "דוגמה ד")),
        ("† prefers not to be named", ("דוגמה א", "דוגמה ב", "דוגמה ג", "דוגמה ד")),
        ("* השתתפה מרחוק", ()),
    ],
)
def test_a_note_below_withholds_those_whom_it_is_about(structure, note, withheld):
    """A footnote was left out as a note, and those who asked in it not to be named were named."""
    body = (PEOPLE[0], ("דוגמה ב*", "מנהל"), ("דוגמה ג **", "דובר"), PEOPLE[3])
    rows, report = imported(structure, excel(("שם", "תפקיד"), *body, (note,)), ON_THE_FORM)
    assert names(rows) == [name for name, _ in PEOPLE if name not in withheld]
    assert report.people == 4
    assert (Doubt.NOTE in only(report).doubts) is bool(withheld)


@pytest.mark.parametrize("key", ["אדום = לא לפרסום", "צהוב – לא אישר פרסום", "red: do not publish"])
@pytest.mark.parametrize("place", ["A7", "F2", "A1"])
@pytest.mark.parametrize("is_coloured", [True, False])
def test_the_key_to_the_colours_is_read_wherever_it_stands(structure, key, place, is_coloured):
    """Half of the list was coloured, and the key below said why; where no colour is seen, nobody can be told apart."""
    rows = [(None, None), ("שם", "תפקיד"), *PEOPLE]
    book = openpyxl.load_workbook(io.BytesIO(excel(*rows)))
    book.active[place] = key
    if is_coloured:
        for cell in ("A4", "A6"):
            book.active[cell].fill = PatternFill("solid", fgColor="FFFF0000")
    if place == "F2":
        book.active[place], book.active["F3"] = None, key
    result, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    shown = {"דוגמה א", "דוגמה ג"} if is_coloured else set()
    assert set(names(result)) <= shown


def test_a_bold_line_alone_is_the_title_of_a_group(structure):
    """A group's name stood among the participants where nobody had merged its cells."""
    body = (("גוף לדוגמה", None), *PEOPLE[:2], ("גוף שני לדוגמה", None), *PEOPLE[2:])
    book = openpyxl.load_workbook(io.BytesIO(excel(("שם", "תפקיד"), *body)))
    for cell in ("A2", "A5"):
        book.active[cell].font = Font(bold=True)
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == [name for name, _ in PEOPLE]
    assert only(report).left_out == {Kind.SECTION: (2, 5)}


def test_bold_names_are_names_where_all_of_them_are(structure):
    """A whole list in bold has no titles; one person who has no role is not one either."""
    book = openpyxl.load_workbook(io.BytesIO(excel(("שם", "תפקיד"), *PEOPLE[:3], ("דוגמה ד", None))))
    for cell in ("A2", "A3", "A4", "A5"):
        book.active[cell].font = Font(bold=True)
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    assert len(names(rows)) == 4


def test_text_that_is_struck_out_within_a_cell_is_not_taken(structure):
    """Excel strikes out letters too, not only cells: a person who left was published beside the one who came instead."""
    book = openpyxl.load_workbook(io.BytesIO(excel(("שם", "תפקיד"), *PEOPLE[:2])))
    struck = InlineFont(strike=True)
    book.active["A2"] = CellRichText(TextBlock(struck, "דוגמה ישנה "), TextBlock(InlineFont(), "דוגמה א"))
    book.active["A3"] = CellRichText(TextBlock(struck, "דוגמה "), TextBlock(struck, "ב"))
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["דוגמה א"]
    assert only(report).left_out == {Kind.STRUCK: (3,)}


def test_shared_text_that_is_struck_out_is_not_taken(structure):
    """Excel itself keeps texts in a table of their own; its readings in small script are no text."""
    content = excel(("שם", "תפקיד"), ("@", "רכזת"), PEOPLE[1])
    runs = "<r><rPr><strike/></rPr><t>דוגמה ישנה</t></r><r><t>דוגמה א</t></r><rPh sb='0' eb='1'><t>x</t></rPh>"
    table = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>אחר</t></si><si>{runs}</si></sst>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Type="{kind}" Target="sharedStrings.xml" Id="rId9"/></Relationships>'
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.namelist():
            part = before.read(entry).replace(b't="inlineStr"><is><t>@</t></is>', b't="s"><v>1</v>')
            after.writestr(entry, part.replace(b"</Relationships>", relation.encode()) if "workbook" in entry else part)
        after.writestr("xl/sharedStrings.xml", table)
    rows, _ = imported(structure, made.getvalue(), ON_THE_FORM)
    assert names(rows) == ["דוגמה א", "דוגמה ב"]


GROUPS = ("פרטי המשתתף", None, None, "פרטי הארגון", None, "הסכמה לפרסום", None)
BELOW = ("שם פרטי", "שם משפחה", "תפקיד", "שם", "מגזר", "שם", "תפקיד")


@pytest.mark.parametrize("merged", [["A1:C1", "D1:E1", "F1:G1"], []])
def test_groups_above_the_head_say_what_a_bare_name_is(structure, merged):
    """ "Name" under "organisation" was the participant, so that bodies were published as people and people were lost."""
    body = (
        ("אבי", "דוגמה", "רכז", "גוף א", "אקדמיה", "כן", "כן"),
        ("בת", "דוגמה", "נהגת", "גוף ב", "עסקים", "לא", "כן"),
    )
    rows, report = imported(structure, excel(GROUPS, BELOW, *body, merged=merged), ON_THE_FORM)
    assert [(row["שם"], row["ארגון"]) for row in rows if row["שם"]] == [("אבי דוגמה", "גוף א")]
    assert report.people == 2


def test_a_column_called_participants_that_holds_numbers_counts_them(structure):
    """Twelve people of a ministry were left out as a number in place of a name."""
    head = ("מגזר", "משתתפים")
    _, report = imported(structure, excel(head, ("ממשלה", 12), ("אקדמיה", "1,200")), ON_THE_FORM)
    assert report.people == 1212
    content = excel(("Name", "Organisation", "Attendees"), ("Ann Example", "A", 2), ("Bob Example", "B", 1))
    _, report = imported(structure, content, ON_THE_FORM)
    assert report.people == 3


@pytest.mark.parametrize("cell", ["שם שמור במערכת", "השם חסוי", "Name withheld", "details on file", "اسم محفوظ"])
def test_a_name_that_is_kept_is_no_name(structure, cell):
    """ "Name withheld" took part with full consent."""
    rows, report = imported(structure, excel(("שם", "תפקיד"), PEOPLE[0], (cell, "נהגת")), ON_THE_FORM)
    assert names(rows) == ["דוגמה א"]
    assert only(report).doubts == {Doubt.NAME: (3,)}


@pytest.mark.parametrize("cell", ["Page 2 of 3", "עמוד 2", "عمود", "صفحة 2"])
def test_the_foot_of_a_page_is_no_person(structure, cell):
    """A list that was copied page by page has its page numbers in the column of names."""
    rows, _ = imported(structure, excel(("שם", "תפקיד"), PEOPLE[0], (cell, None)), ON_THE_FORM)
    assert (cell in names(rows)) is (cell == "عمود")


def test_who_paid_is_not_who_agreed(structure):
    """Yes and no under "fees paid" withheld the names of members who owed a year's fee."""
    content = excel(("שם החבר", "דמי חבר שולמו"), ("דוגמה א", "כן"), ("דוגמה ב", "לא"))
    rows, _ = imported(structure, content, ON_THE_FORM)
    assert names(rows) == ["דוגמה א", "דוגמה ב"]


@pytest.mark.parametrize(
    "head",
    [
        "סמנו V אם אינכם מעוניינים בפרסום",
        "לא רוצה פרסום שם",
        "מבקש/ת שלא לפרסם",
        "I prefer not to be published",
        "אינני מסכימה לפרסום",
    ],
)
def test_a_head_that_asks_who_refuses_is_not_read_as_one_that_asks_who_agrees(structure, head):
    """Whoever ticked "I do not want to be published" was published."""
    rows, report = imported(
        structure, excel(("שם", head), ("דוגמה א", "V"), ("דוגמה ב", "כן"), ("דוגמה ג", None)), ON_THE_FORM
    )
    assert names(rows) == []
    assert report.people == 3


def test_a_colour_that_stands_for_a_yes_withholds_the_others(structure):
    """Only who is green had agreed, and all were published."""
    book = openpyxl.load_workbook(io.BytesIO(excel(("ירוק – אישר פרסום", None), ("שם", "תפקיד"), *PEOPLE)))
    book.active["A3"].fill = PatternFill("solid", fgColor="FF00FF00")
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["דוגמה א"]
