"""Lists as offices really have them: every odd row and column is understood, or named with its reason."""

import json
import zipfile
from io import BytesIO

import openpyxl
import pytest

from generator.importing.lists.consent import Doubt
from generator.importing.lists.rows import Kind
from generator.importing.lists.sheets import UnreadableSheet, read_tables
from tests.importing.conftest import excel
from tests.importing.lists.books import HEAD, book_bytes, names, only
from tests.importing.lists.test_participants import ON_THE_FORM, imported

FIRST = ("דוגמה ראשונה", "רכזת", "א")


def test_a_name_merged_over_two_columns_in_the_head_is_both_of_them(structure):
    """The family name stood in a column without words, and was lost unsaid."""
    content = excel(("שם", None, "תפקיד"), ("דוגמה", "ראשונה", "רכזת"), merged=["A1:B1"])
    rows, _ = imported(structure, content, ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה"]


def test_columns_without_words_are_told(run, tmp_path):
    """What nobody named is left out like any other column, and said like it."""
    (tmp_path / "list.xlsx").write_bytes(excel(("שם", None, "תפקיד"), ("דוגמה ראשונה", "משהו", "רכזת")))
    result = run("import", "participants", str(tmp_path / "list.xlsx"), "--into", "example", "--dry-run")
    assert "עמודות בלי שם: B" in result.output


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("ما هي المؤسسة التي تعمل فيها؟", "organisation"),
        ("ما هو منصبك؟", "role"),
        ("من تمثل؟", "organisation"),
        ("את מי את/ה מייצג/ת?", "organisation"),
        ("Where do you work?", "organisation"),
        ("Who do you represent?", "organisation"),
        ("איך קוראים לך?", "name"),
        ("מה השם שלך?", "name"),
        ("האם להציג את שמך באתר?", "consent"),
        ("האם אפשר לציין את שמך בדוח?", "consent"),
        ("Can we use your name in the report?", "consent"),
        ("هل يمكن ذكر اسمك؟", "consent"),
    ],
)
def test_questions_are_understood_in_three_languages(structure, question, field):
    """A question about showing the name that is taken for the name loses what people answered to it."""
    other = "שם" if field != "name" else "תפקיד"
    table = read_tables("list.xlsx", excel((other, question), ("א א", "כן")), structure.participant).tables[0]
    assert {column.words: column.field for column in table.head.columns}[question] == field


def test_an_answer_to_a_question_about_the_name_withholds_it(structure):
    """No to "shall we show your name?" was read as a second name, and the row was published."""
    content = excel(("שם", "האם להציג את שמך באתר?"), ("א א", "כן"), ("ב ב", "לא"))
    rows, _ = imported(structure, content, ON_THE_FORM)
    assert names(rows) == ["א א"]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("2024-03-01", Kind.NUMBERED),
        ("12.5", Kind.NUMBERED),
        ("✓", Kind.NUMBERED),
        ("yes", Kind.NUMBERED),
        ("?", Kind.NUMBERED),
        ("רשמה: דוגמה שביעית", Kind.NOTE),
        ("הרשימה הוכנה על ידי", Kind.NOTE),
        ("عدد", Kind.PERSON),
    ],
)
def test_dates_numbers_and_marks_are_no_names(structure, cell, kind):
    """ "2024-03-01" was a participant with full consent, and so was whoever typed the list."""
    second = "דוגמה רביעית" if kind is Kind.NOTE else "רכזת"
    rows, report = imported(structure, excel(HEAD, FIRST, (cell, second, None)), ON_THE_FORM)
    if kind is Kind.PERSON:
        assert len(names(rows)) == 2
    else:
        assert only(report).left_out == {kind: (3,)}
        assert names(rows) == ["דוגמה ראשונה"]


@pytest.mark.parametrize(
    "note",
    [
        "רשמה: דוגמה שביעית",
        "עורכת הרשימה: דוגמה שמינית",
        "The list was made by Example Nine",
        "أعدها مثال",
        'מקור: לשכת המנכ"ל',
        "ועוד 12 משתתפים",
        "and 12 others",
    ],
)
def test_who_made_the_list_took_no_part(structure, note):
    """The office's own typist would be published as a participant."""
    rows, report = imported(structure, excel(HEAD, FIRST, (note,)), ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה"]
    assert only(report).left_out == {Kind.NOTE: (3,)}


@pytest.mark.parametrize("name", ["דינא לוי", "יש לוי", "אריש לוי", "רינא לב"])
def test_a_name_that_holds_the_letters_of_a_note_is_a_name(structure, name):
    """ "נא ל…" opens a note, and stands within a name."""
    rows, _ = imported(structure, excel(HEAD, FIRST, (name, "מנהל", "ב")), ON_THE_FORM)
    assert name in names(rows)


@pytest.mark.parametrize("role", ["סיכום ומעקב", "Total quality", "סה״כ תקציב"])
def test_a_role_that_begins_like_a_total_is_a_role(structure, role):
    """Whoever sums up for a living would be left out as a sum."""
    rows, _ = imported(structure, excel(HEAD, FIRST, ("דוגמה שנייה", role, "ב")), ON_THE_FORM)
    assert "דוגמה שנייה" in names(rows)


def test_a_sum_below_the_numbers_of_people_is_no_more_people(structure):
    """=SUM(D2:D3) under a column of numbers counted everybody twice; without a result it was not even a row."""
    body = (("א א", "", "", 1), ("ב ב", "", "", 3))
    content = excel((*HEAD, "מספר משתתפים"), *body, (None, None, None, "=SUM(D2:D3)"))
    _, report = imported(structure, content, ON_THE_FORM)
    assert only(report).left_out == {Kind.FORMULA: (4,)}
    assert report.people == 4
    _, report = imported(structure, excel((*HEAD, "מספר משתתפים"), *body, (None, None, None, 4)), ON_THE_FORM)
    assert only(report).left_out == {Kind.TOTAL: (4,)}
    assert report.people == 4


def test_numbers_that_are_not_written_as_numbers_are_told(structure):
    """ "About forty" is not one, and a formula that nobody computed is no title."""
    head = ("מגזר", "שם", "כמות")
    body = (
        ("ממשלה", None, 12),
        ("אקדמיה", "א א", "שניים"),
        ("עסקים", None, "=SUM(1,2)"),
        ("חברה אזרחית", None, "כ-40"),
    )
    _, report = imported(structure, excel(head, *body), ON_THE_FORM)
    account = only(report)
    assert (account.people, account.counts) == (1, 1)
    assert account.left_out == {Kind.FORMULA: (4,), Kind.UNREAD: (5,)}
    assert account.unread_count == (3,)
    assert report.people == 13


def test_a_second_list_with_other_columns_below_the_first_has_a_head_of_its_own(structure):
    """ "Full name" and "telephone" were a person and her role."""
    content = excel(HEAD, FIRST, ("רשימת צוות",), ("שם מלא", "טלפון"), ("דוגמה שנייה", "050-1234567"))
    rows, report = imported(structure, content, ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה", "דוגמה שנייה"]
    assert only(report).left_out == {Kind.HEAD: (4,), Kind.SECTION: (3,)}


def test_a_body_that_stands_alone_is_the_title_of_its_people(structure):
    """A ministry is no participant of its own list."""
    _, report = imported(structure, excel(HEAD, ("משרד הבריאות",), FIRST, ("עיריית א",), FIRST), ON_THE_FORM)
    assert only(report).left_out == {Kind.SECTION: (2, 4)}


def test_two_names_on_two_lines_of_a_cell_are_two_people(structure):
    """A cell with a couple in it was one person of four names."""
    rows, report = imported(structure, excel(HEAD, ("דוגמה א\nדוגמה ב", "רכזות"), ("דוגמה\nג", "מנהל")), ON_THE_FORM)
    assert names(rows) == ["דוגמה א", "דוגמה ב", "דוגמה ג"]
    assert only(report).several == (2,)


@pytest.mark.parametrize(
    ("remark", "is_named"),
    [
        ("ביקש שלא יפורסם שמו", False),
        ("לא להזכיר את שמה", False),
        ("prefers not to be named in publications", False),
        ("طلب عدم ذكر اسمه", False),
        ("משתתף אנונימי לבקשתו", False),
        ("הגיע באיחור", True),
        ("לא הגיע למפגש השני", True),
        ("מנהלת מחלקת פרסום", True),
    ],
)
def test_a_remark_that_asks_not_to_be_named_is_heard(structure, remark, is_named):
    """The only place where somebody wrote the refusal down was the column of remarks, which is left out."""
    rows, report = imported(structure, excel((*HEAD, "הערות"), (*FIRST, None), ("ב ב", "", "", remark)), ON_THE_FORM)
    assert ("ב ב" in names(rows)) is is_named
    assert only(report).doubts == ({} if is_named else {Doubt.REMARK: (3,)})
    book = openpyxl.load_workbook(BytesIO(excel(HEAD, FIRST)))
    book.active["B2"].comment = openpyxl.comments.Comment(remark, "x")
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    assert (names(rows) == ["דוגמה ראשונה"]) is (is_named and "פרסום" not in remark)


@pytest.mark.parametrize("head", ["12/3", "2024-03-12", "מפגש 1", "Session 2", "יום א'"])
def test_a_column_of_presence_is_no_column_of_consent(structure, head):
    """Who missed a session did not refuse to be named."""
    rows, _ = imported(structure, excel(("שם", head), ("א א", "כן"), ("ב ב", "לא")), ON_THE_FORM)
    assert names(rows) == ["א א", "ב ב"]


def test_a_cell_whose_format_shows_nothing_is_not_taken(structure):
    """ ";;;" is how a spreadsheet hides one cell; its owner does not see the name."""
    book = openpyxl.load_workbook(BytesIO(excel(HEAD, FIRST, ("ב ב", "מנהל", "ב"))))
    book.active["A3"].number_format = ";;;"
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה"]
    assert only(report).left_out == {Kind.STRUCK: (3,)}


def test_a_quotation_mark_that_is_never_closed_is_said(structure):
    """All people below it became one cell, and one name."""
    with pytest.raises(UnreadableSheet, match="line 3"):
        read_tables("list.csv", 'שם,תפקיד\nא א,ב\n"ג ג,ד\nה ה,ו\n'.encode(), structure.participant)
    rows, _ = imported(structure, 'שם,תפקיד\nא א,"ב\nג"\nד"ר ד,ו\n'.encode(), ON_THE_FORM, name="list.csv")
    assert names(rows) == ["א א", 'ד"ר ד']


@pytest.mark.parametrize("content", [b"", b"\n\n\n", excel(), excel((None, None))])
def test_an_empty_file_is_called_empty(structure, content):
    """ "No row names a column" sends an editor to look for a head that is not missing."""
    name = "list.xlsx" if content[:2] == b"PK" else "list.csv"
    with pytest.raises(UnreadableSheet, match="anything in it"):
        read_tables(name, content, structure.participant)


def test_characters_that_a_workbook_writes_by_their_number_are_read(structure):
    """`_x000D_` and marks of direction stood in the names of people."""
    rows, _ = imported(structure, excel(HEAD, ("_x200F_א_x0020_ב", "קו_x05F4_ח", "snake_x_case")), ON_THE_FORM)
    assert (rows[0]["שם"], rows[0]["תפקיד"], rows[0]["ארגון"]) == ("א ב", "קו״ח", "snake_x_case")


def test_cells_without_a_place_of_their_own_are_marked_where_they_are(structure):
    """Some programs leave out where cells stand; a struck-out formula must not fall on another column."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = excel(HEAD, FIRST, ("ב ב", "מנהל", "ב"))
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.namelist():
            part = before.read(entry)
            if entry == "xl/worksheets/sheet1.xml":
                cells = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in HEAD)
                person = '<c t="inlineStr"><is><t>ג ג</t></is></c><c><f>X1</f></c>'
                part = (
                    f'<worksheet xmlns="{main}"><sheetData><row>{cells}</row><row>{person}</row></sheetData></worksheet>'
                ).encode()
            after.writestr(entry, part)
    table = read_tables("list.xlsx", made.getvalue(), structure.participant).tables[0]
    assert [row.unresolved for row in table.rows] == [frozenset({1})]


def test_the_account_of_a_list_is_written_as_json_without_a_name(run, tmp_path):
    """A central unit that imports a hundred lists reads the accounts by machine."""
    body = (FIRST, ('סה"כ', None, 1), ("דוגמה שנייה", "מנהל", "ב"))
    (tmp_path / "list.xlsx").write_bytes(excel((*HEAD, "טלפון"), *body))
    report = tmp_path / "account.json"
    arguments = ("import", "participants", str(tmp_path / "list.xlsx"), "--into", "example", "--force")
    assert run(*arguments, "--report", str(report), "--dry-run").exit_code == 0
    assert json.loads(report.read_text(encoding="utf-8"))["written"] is None
    assert run(*arguments, "--report", str(report)).exit_code == 0
    text = report.read_text(encoding="utf-8")
    account = json.loads(text)
    (sheet,) = account["sheets"]
    assert account["written"] == "example/participants.csv"
    assert sheet["columns_left_out"] == ["טלפון"]
    assert sheet["rows"] == sheet["people"] + sheet["counts"] + sum(map(len, sheet["left_out"].values())) == 3
    assert sheet["left_out"] == {"total": [3]}
    assert "דוגמה" not in text


@pytest.mark.parametrize(
    ("title", "is_named"),
    [
        ("רשימת משתתפים – לא לפרסום!", False),
        ("סודי – אין להעביר", False),
        ("Participants (internal use only)", False),
        ("القائمة ليست للنشر، سري", False),
        ("القائمة ليست للنشر", False),
        ("ليس للنشر", False),
        ("هذه الأسماء لا تُنشَر", False),
        ("للاستخدام الداخلي", False),
        ("القائمة غير معدّة للتوزيع", False),
        ("قائمة المشاركين للنشر", True),
        ("טופס הסכמה לפרסום – רשימת המשתתפים", True),
        ("רשימת משתתפים, מפגש 3", True),
    ],
)
def test_a_title_above_the_head_can_withhold_the_whole_list(structure, title, is_named):
    """ "Not for publication" stood in the largest letters of the sheet, and everybody was published."""
    rows, report = imported(structure, excel((title,), HEAD, FIRST), ON_THE_FORM)
    assert bool(names(rows)) is is_named
    assert only(report).doubts == ({} if is_named else {Doubt.NOTE: (3,)})


@pytest.mark.parametrize("remark", ["ليس للنشر", "ليست معنية بأن يُنشَر اسمها", "بلا ذكر الاسم", "طلبت عدم نشر اسمها"])
def test_an_arabic_remark_in_a_row_withholds_its_name(structure, remark):
    """Who asked in Arabic not to be named was published: the words for "is not" were only known in Hebrew and English."""
    rows, report = imported(structure, excel((*HEAD, "ملاحظات"), (*FIRST, remark)), ON_THE_FORM)
    assert names(rows) == []
    assert only(report).doubts == {Doubt.REMARK: (2,)}


@pytest.mark.parametrize("cell", ['ד"ר דוגמה א\nמנהלת המחלקה', "דוגמה כהן, מנהלת אגף"])
def test_a_role_beside_a_name_is_no_second_person(structure, cell):
    """ "Head of the department" took part with full consent."""
    rows, report = imported(structure, excel(HEAD, (cell, None, "א")), ON_THE_FORM)
    assert (len(names(rows)), report.people) == (1, 1)


def test_a_stray_zero_byte_does_not_make_a_file_of_another_encoding(structure):
    """An old program ends its file with one."""
    rows, _ = imported(structure, "שם,ארגון\nא א,y\x00\n".encode(), ON_THE_FORM, name="list.csv")
    assert names(rows) == ["א א"]
