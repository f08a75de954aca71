"""A column is what its words say, surest words first; what is not understood is shown, and a list without names refused."""

import pytest

from generator.importing.lists.grid import one_line
from generator.importing.lists.sheets import UnreadableSheet, read_tables, refuse_nameless
from tests.importing.conftest import excel
from tests.importing.lists.test_participants import ON_THE_FORM, imported

QUESTIONS = (
    "חותמת זמן",
    "מה שמך המלא?",
    "באיזה ארגון אתם עובדים?",
    "מה תפקידך?",
    "מספר טלפון",
    "האם ניתן לפרסם את שמך?",
)


def fields_of(structure, *rows, merged=(), told=None):
    """Field -> words of its column, and the words of the others."""
    (table,) = read_tables("list.xlsx", excel(*rows, merged=merged), structure.participant, (), told).tables
    return {column.field: column.words for column in table.head.columns}, [words for _, words in table.head.unknown]


def test_the_questions_of_a_form_are_matched_by_their_words(structure):
    """A form's answers come with its questions for heads; nobody retypes them."""
    fields, others = fields_of(structure, QUESTIONS, ("2024-01-01", "דוגמה א", "עמותה", "רכזת", "050", "כן"))
    assert fields == {
        "name": QUESTIONS[1], "organisation": QUESTIONS[2], "role": QUESTIONS[3], "consent": QUESTIONS[5],
    }  # fmt: skip
    assert others == [QUESTIONS[0], QUESTIONS[4]]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("שם ושם משפחה", "name"), ("שם ומשפחה", "name"), ("משתתף", "name"), ("שם המשתתף/ת", "name"),
        ("\u200fשם מלא\u200e:", "name"),
        ("What is your full name?", "name"), ("Participant", "name"), ("ما هو اسمك الكامل؟", "name"),
        ("מקום עבודה", "organisation"), ("משרד/ארגון", "organisation"), ("ארגון / חברה", "organisation"), ("שיוך", "organisation"),
        ("Company", "organisation"), ("Organization / ארגון", "organisation"), ("Name / שם", "name"), ("جهة العمل", "organisation"),
        ("תפקיד/תואר", "role"), ("תפקיד וארגון", "role"), ("Job title", "role"), ("المسمى الوظيفي", "role"),
        ("מגזר המשתתף", "sector"),
    ],
)  # fmt: skip
def test_other_names_that_lists_carry_are_known(structure, words, field):
    """An unknown head loses a column of everybody's."""
    fields, _ = fields_of(structure, ("שם מלא" if field != "name" else "הערות", words), ("א", "ב"))
    assert fields.get(field) == one_line(words)


def test_an_exact_title_wins_over_another_name_that_stands_before_it(structure):
    """`תואר` is an alias of the role; the column `תפקיד` is the role."""
    fields, others = fields_of(structure, ("שם", "תואר", "תפקיד"), ("א", 'ד"ר', "רכזת"))
    assert fields["role"] == "תפקיד"
    assert others == ["תואר"]


@pytest.mark.parametrize("head", [("שם פרטי", "שם משפחה"), ("שם", "שם משפחה"), ("First name", "Last name")])
def test_a_name_in_two_columns_is_joined(structure, head):
    """Half a name is somebody else's."""
    rows, _ = imported(structure, excel((*head, "ארגון"), ("דוגמה", "ראשונה", "x")), ON_THE_FORM)
    assert rows[0]["שם"] == "דוגמה ראשונה"


def test_a_family_name_that_the_full_name_holds_already_is_not_said_twice(structure):
    """ "Name" held the whole of it."""
    rows, _ = imported(structure, excel(("שם", "שם משפחה"), ("דוגמה ראשונה", "ראשונה")), ON_THE_FORM)
    assert rows[0]["שם"] == "דוגמה ראשונה"


def test_a_head_in_two_rows_is_read_as_one(structure):
    """ "Name" is merged over "first" and "family"."""
    content = excel(("שם", None, "ארגון"), ("פרטי", "משפחה", None), ("דוגמה", "ראשונה", "x"), merged=["A1:B1", "C1:C2"])
    rows, report = imported(structure, content, ON_THE_FORM)
    assert [(row["שם"], row["ארגון"]) for row in rows] == [("דוגמה ראשונה", "x")]
    assert report.accounts[0].rows == 1


def test_a_column_can_be_told(structure):
    """A head that nobody foresaw costs an option, not the retyping of a list."""
    fields, _ = fields_of(
        structure, ("מי הגיע?", "מאיפה?"), ("א", "ב"), told={"מי הגיע": "name", "מאיפה": "organisation"}
    )
    assert fields == {"name": "מי הגיע?", "organisation": "מאיפה?"}


def test_a_list_without_a_column_of_names_is_refused_with_what_was_seen(structure):
    """It was written without names, as people who agreed to everything."""
    tables = read_tables("list.xlsx", excel(("כינוי", "תפקיד"), ("א", "ב")), structure.participant).tables
    with pytest.raises(UnreadableSheet, match="תפקיד, כינוי"):
        refuse_nameless(tables)


@pytest.mark.parametrize("name", ["a.xls", "a.xlsb", "a.ods", "a.pdf", "a.doc", "a.docx"])
def test_files_of_other_programs_get_a_line_that_says_what_to_do(structure, name):
    """ "Not a whole Excel file" sends an editor to look for damage."""
    with pytest.raises(UnreadableSheet, match=r"\.xlsx"):
        read_tables(name, b"PK\x03\x04", structure.participant)


@pytest.mark.parametrize("encoding", ["cp862", "iso8859-8", "utf-16-le"])
def test_csv_of_old_programs_is_read(structure, encoding):
    """Registration systems of the nineties still export."""
    rows, _ = imported(structure, "שם;ארגון\r\nדוגמה א;משרד\r\n".encode(encoding), ON_THE_FORM, name="list.csv")
    assert rows[0]["שם"] == "דוגמה א"


def test_csv_says_its_separator_and_keeps_its_row_numbers(structure):
    """Excel writes `sep=` for itself."""
    rows, report = imported(structure, "sep=|\nשם|ארגון\nא|ב\nסה״כ|1\n".encode(), ON_THE_FORM, name="list.csv")
    assert rows[0]["ארגון"] == "ב"
    assert list(report.accounts[0].left_out.values()) == [(4,)]


_FORM = ("ID", "Start time", "Email", "Name", "שם מלא", "תפקיד", "האם לפרסם את שמך?")


def test_a_form_that_knows_who_is_signed_in_is_one_list(structure):
    """Who had said no was published all the same, by the name of her account: it was taken for a list beside the list."""
    content = excel(
        _FORM,
        (1, "3/1/26 10:00", "a@example.org", "Nir Agam", "ניר אגם", "גנן", "כן"),
        (2, "3/1/26 10:05", "b@example.org", "Mia Nof", "מיה נוף", "אחות", "לא"),
    )
    rows, report = imported(structure, content, ON_THE_FORM)
    assert [(row["שם"], row["תפקיד"], row["מספר"]) for row in rows] == [("Nir Agam", "גנן", ""), ("", "", "1")]
    assert sorted(report.withheld_names) == ["Mia Nof", "מיה נוף"]
    assert [account.rows for account in report.accounts] == [2]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (("ID", "Name", "שם מלא", "תפקיד"), (1, None, "ניר אגם", "גנן")),
        (("מזהה", "שם", "מה שמך המלא?", "תפקיד"), (1, None, "ניר אגם", "גנן")),
        (("מזהה", "שם", "שם פרטי", "שם משפחה", "תפקיד"), (1, "", "ניר", "אגם", "גנן")),
        (("שם פרטי", "משפחה", "שם מלא", "תפקיד"), ("ניר", "אגם", "=A2&B2", "גנן")),
    ],
)
def test_a_column_of_names_in_which_nobody_stands_gives_way_to_the_one_that_holds_them(structure, head, cells):
    """A form's own column stays empty when nobody signs in, and everybody was a role without a name."""
    rows, _ = imported(structure, excel(head, cells), ON_THE_FORM)
    assert [(row["שם"], row["תפקיד"]) for row in rows] == [("ניר אגם", "גנן")]


@pytest.mark.parametrize("told", [{}, {"שם": "name"}])
def test_a_list_whose_only_column_of_names_is_empty_stays_what_it_is(structure, told):
    """Nobody's name is made of another column, and what whoever imports has said holds."""
    rows, _ = imported(structure, excel(("שם", "תפקיד"), (None, "גנן")), ON_THE_FORM, told=told)
    assert [(row["שם"], row["תפקיד"]) for row in rows] == [("", "גנן")]


def test_a_guest_of_a_video_meeting_is_asked_nothing_about_publishing(structure):
    """The "yes" below "Guest" was read as an answer that is not understood, and everybody was only counted."""
    rows, _ = imported(structure, excel(("Name", "Role", "Guest"), ("Nir Agam", "Gardener", "Yes")), ON_THE_FORM)
    assert [row["שם"] for row in rows] == ["Nir Agam"]


def test_two_lists_with_a_column_free_between_them_are_two_whatever_their_heads(structure):
    """The role of whoever led the meeting was given to whoever came."""
    head, cells = ("שם", "ארגון", None, "שם מלא", "תפקיד"), ("ניר אגם", "רימון", None, "מיה נוף", "מנחה")
    rows, _ = imported(structure, excel(head, cells), ON_THE_FORM)
    assert [(row["שם"], row["תפקיד"]) for row in rows] == [("ניר אגם", ""), ("מיה נוף", "מנחה")]


@pytest.mark.parametrize("below", ["Open-Ended Response", "Response", '{"ImportId":"QID1"}'])
def test_what_a_survey_writes_below_its_questions_is_nobody(structure, below):
    """One participant too many, whose name is a word of the program."""
    content = excel(("מה שמך המלא?", "מה תפקידך?"), (below, below), ("ניר אגם", "גנן"))
    rows, report = imported(structure, content, ON_THE_FORM)
    assert [row["שם"] for row in rows] == ["ניר אגם"]
    assert list(report.accounts[0].left_out.values()) == [(2,)]


def understood(structure, text):
    """Of separated values: field -> the index of its column, the columns of the name, the words of the others."""
    (table,) = read_tables("list.csv", text.encode(), structure.participant).tables
    fields = {column.field: column.index for column in table.head.columns}
    return fields, table.head.names, table.head.unknown


def test_a_file_of_separated_values_has_no_further_sheets(structure):
    """Its readings in other encodings were shown as sheets that nobody has, with a count of their rows."""
    for text in ("Name,Role\nAnn Example,Nurse\n", "Name;Role, Title\nAnn Example;Nurse\n"):
        book = read_tables("list.csv", text.encode(), structure.participant)
        assert (len(book.tables), book.further) == (1, ())


@pytest.mark.parametrize("word", ["נפשות", "משתתפים"])
@pytest.mark.parametrize(
    ("cells", "counts"),
    [
        ((1,), True), ((1, 2), True), ((1, 3), True), ((2, 3, 4), True), ((0, 1, 2), True), ((1, 2, 2), True),
        ((7, "", "1,200"), True),
        ((1, 2, 3), False), ((1, 2, 3, 4), False), ((1, "", 2, 3), False), ((12, "כ-40"), False), (("", ""), False),
    ],
)  # fmt: skip
def test_a_column_counts_people_unless_it_only_numbers_its_rows(structure, word, cells, counts):
    """Ten bodies were fifty-five people; or the people of a ministry were nobody, and its column was said to be unknown."""
    rows = "".join(f"050,{cell!r},גוף,x\n" if "," in str(cell) else f"050,{cell},גוף,x\n" for cell in cells)
    fields, names, unknown = understood(structure, f"טלפון,{word},ארגון,הערות\n{rows}".replace("'", '"'))
    others = ((0, "טלפון"), (3, "הערות"))
    if counts:
        assert list(fields.items()) == [("count", 1), ("organisation", 2)]
        assert (names, unknown) == ((), others)
    elif word == "נפשות":
        assert fields == {"organisation": 2}
        assert (names, unknown) == ((), (others[0], (1, word), others[1]))
    else:
        assert fields == {"name": 1, "organisation": 2}
        assert (names, unknown) == ((1,), others)


def test_a_list_has_one_column_that_counts_and_its_names_beside_it(structure):
    """A column of numbers is taken for the name of whoever stands beside it, or counts everybody twice."""
    rows = "דוגמה א,משרד,12,3\nדוגמה ב,משרד,4,2\n"
    assert understood(structure, f"שם,ארגון,נפשות,מספר משתתפים\n{rows}") == (
        {"name": 0, "organisation": 1, "count": 3}, (0,), ((2, "נפשות"),),
    )  # fmt: skip
    assert understood(structure, f"שם,ארגון,נפשות,אנשים\n{rows}") == (
        {"name": 0, "organisation": 1, "count": 2}, (0,), ((3, "אנשים"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("מה שמך המלא?", "name"), ("כמה אנשים הגיעו?", "count"), ("ארגון", "organisation"), ("תפקיד", "role"),
        ("מה תפקידך?", None), ("באיזה ארגון?", None), ("באיזה מגזר?", None), ("האם לפרסם את שמך?", None), ("מגזר", None),
        ("שיוך", None), ("הסכמה", None),
    ],
)  # fmt: skip
def test_one_column_makes_a_head_where_it_says_who_a_row_is(structure, question, field):
    """A person whose cell says "ministry" was the head of a list, and everybody above her was left out."""
    text = f"{question},אזור\nדוגמה,צפון\n"
    if field:
        assert understood(structure, text)[0] == {field: 0}
    else:
        with pytest.raises(UnreadableSheet, match="no row names a column"):
            understood(structure, text)


@pytest.mark.parametrize("margin", [0, 1, 2])
@pytest.mark.parametrize("is_merged", [True, False])
def test_a_head_in_two_rows_may_stand_beside_an_empty_margin(structure, margin, is_merged):
    """A sheet that begins in its second column, as a form that is to be printed does, could not be read."""
    blank, letters = (None,) * margin, "ABCDEFGHI"[margin:]
    groups = ("פרטי המשתתף", None, None, "פרטי הארגון", None, "הסכמה לפרסום", None)
    below = ("שם פרטי", "שם משפחה", "תפקיד", "שם", "מגזר", "שם", "תפקיד")
    merged = [f"{letters[start]}1:{letters[end]}1" for start, end in ((0, 2), (3, 4), (5, 6))] if is_merged else []
    content = excel((*blank, *groups), (*blank, *below), (*blank, "אבי", "דוגמה", "רכז"), merged=merged)
    (table,) = read_tables("list.xlsx", content, structure.participant).tables
    assert [(column.field, column.index - margin, column.words) for column in table.head.columns] == [
        ("name", 0, "שם פרטי + שם משפחה"),
        ("role", 2, "תפקיד"),
        ("organisation", 3, "פרטי הארגון שם"),
        ("sector", 4, "מגזר"),
        ("consent", 5, "הסכמה לפרסום שם"),
        ("consent", 6, "הסכמה לפרסום תפקיד"),
    ]
    assert table.head.names == (margin, margin + 1)


def test_whoever_alone_gave_a_name_in_a_forms_own_column_keeps_it(structure):
    """The only one who was signed in lost her name to an empty column beside it."""
    for signed in (0, 1, 2):
        people = "".join(f"{'דוגמה א' if n == signed else ''},ב,רכזת\n" for n in range(3))
        fields, names, unknown = understood(structure, f"שם,שם המשתתף,תפקיד\n{people}")
        assert (fields, names, unknown) == ({"name": 0, "role": 2}, (0,), ((1, "שם המשתתף"),))
