"""People who are on a list and took no part, and lists as registration and meeting programs write them."""

import io
import re
import zipfile

import openpyxl
import pytest

from generator.importing.lists.grid import people_in
from generator.importing.lists.rows import Kind
from tests.importing.conftest import excel
from tests.importing.lists.books import book_bytes, names, only
from tests.importing.lists.test_participants import ON_THE_FORM, imported

HEAD = ("שם", "ארגון")
FIRST = ("דוגמה ראשונה", "א")


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("סטטוס", "בוטל"),
        ("סטטוס", "לא הגיעה"),
        ("הערות", "ביטלה ברגע האחרון"),
        (None, "לא הגיע."),
        ("Status", "No-show"),
        ("Attendee Status", "Not Attending"),
        ("Status", "Canceled"),
        ("ملاحظات", "لم تحضر"),
        ("الحضور", "لا"),
        ("הגיע/ה", "לא"),
        ("נוכחות", False),
        ("Attended", "no"),
    ],
)
def test_who_did_not_come_is_no_participant(structure, words, cell):
    """A list of those who registered made participants of people who had cancelled."""
    rows, report = imported(structure, excel((*HEAD, words), (*FIRST, None), ("דוגמה שנייה", "ב", cell)), ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה"]
    assert report.people == only(report).people == 1
    assert only(report).left_out == {Kind.ABSENT: (3,)}
    assert report.withheld_names == ("דוגמה שנייה",)


@pytest.mark.parametrize("name", ["דוגמה שנייה (ביטלה)", "דוגמה שנייה - לא הגיעה", "Example Two (no show)"])
def test_who_did_not_come_is_told_by_what_stands_behind_the_name(structure, name):
    """ "(cancelled)" was published as a part of the name."""
    rows, report = imported(structure, excel(HEAD, FIRST, (name, "ב")), ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה"]
    assert only(report).left_out == {Kind.ABSENT: (3,)}


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("הערות", "הגיע באיחור"),
        ("הערות", "לא הגיע לארוחה"),
        ("מפגש 2", "לא"),
        ("צמחוני", "לא"),
        ("סטטוס", "הגיע"),
    ],
)
def test_who_came_late_or_missed_one_meeting_of_several_took_part(structure, words, cell):
    """Whoever is counted less than they came complains first."""
    rows, report = imported(structure, excel((*HEAD, words), (*FIRST, None), ("דוגמה שנייה", "ב", cell)), ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה", "דוגמה שנייה"]
    assert not only(report).left_out


def test_a_withdrawn_consent_is_no_absence(structure):
    """Who took the consent back was there, and is counted."""
    content = excel((*HEAD, "הסכמה"), (*FIRST, "מלאה"), ("דוגמה שנייה", "ב", "בוטלה"))
    rows, report = imported(structure, content, ON_THE_FORM)
    assert (names(rows), only(report).people) == (["דוגמה ראשונה"], 2)


def test_a_column_can_be_told_to_mean_nothing(structure):
    """Where "cancelled" is about something else, whoever imports says so."""
    content = excel((*HEAD, "סטטוס"), (*FIRST, "בוטל"))
    rows, _ = imported(structure, content, ON_THE_FORM, told={"סטטוס": "-"})
    assert names(rows) == ["דוגמה ראשונה"]


@pytest.mark.parametrize(
    ("text", "number"), [("٢٥", 25), ("١٬٢٠٠", 1200), ("۱۲", 12), ("1,200", 1200), ("٣ أشخاص", None), ("²", None)]
)
def test_numbers_of_people_are_read_in_the_digits_of_arabic(structure, text, number):
    """A municipality with ٢٥ participants was one participant."""
    assert people_in(text) == number
    if number:
        _, report = imported(structure, excel(("الاسم", "الجهة", "عدد المشاركين"), ("", "بلدية", text)))
        assert report.people == number


def test_the_report_of_a_meeting_program_has_no_person_by_the_name_of_its_parts(structure):
    """Teams writes three tables into one file, each with a title; "In-Meeting Activities" became a participant."""
    text = (
        "1. Summary\nMeeting title\tx\nAttended participants\t2\n\n2. Participants\nName\tFirst Join\tEmail\tRole\n"
        "Example One\t1\ta@example.org\tOrganizer\nExample Two\t1\tb@example.org\tPresenter\n\n3. In-Meeting Activities\n"
        "Name\tJoin Time\tEmail\tRole\nExample One\t1\ta@example.org\tOrganizer\n"
    )
    rows, report = imported(structure, text.encode("utf-16"), ON_THE_FORM, name="report.csv")
    assert "In-Meeting Activities" not in names(rows)
    assert only(report).left_out == {Kind.HEAD: (11,), Kind.SECTION: (10,), Kind.NOTE: (12,)}
    assert "@" not in "".join(str(row) for row in rows)


def test_a_formula_that_cells_share_gives_each_its_own_result(structure):
    """Excel writes a formula once for the cells it was pulled over; the others have their results alone."""
    book = openpyxl.load_workbook(io.BytesIO(excel(("שם", "הסכמה"), ("דוגמה ראשונה", "x"), ("דוגמה שנייה", "x"))))
    package = zipfile.ZipFile(io.BytesIO(book_bytes(book)))
    made = io.BytesIO()
    cells = (
        '<c r="B2" t="str"><f t="shared" ref="B2:B3" si="0">IF(1,"מלאה")</f><v>מלאה</v></c>',
        '<c r="B3" t="str"><f t="shared" si="0"/><v>לא</v></c>',
    )
    with zipfile.ZipFile(made, "w") as file:
        for name in package.namelist():
            text = package.read(name)
            if name.endswith("sheet1.xml"):
                for place, cell in zip(("B2", "B3"), cells, strict=True):
                    text = re.sub(rf'<c r="{place}".*?</c>'.encode(), cell.encode(), text)
            file.writestr(name, text)
    rows, report = imported(structure, made.getvalue())
    assert (names(rows), only(report).people) == (["דוגמה ראשונה"], 2)
