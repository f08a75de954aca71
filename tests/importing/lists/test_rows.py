"""Every row of a list is a person, a number of people, or left out by its number and with its reason."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importing.lists.consent import Doubt
from generator.importing.lists.rows import Kind
from generator.importing.lists.sheets import UnreadableSheet, read_tables
from tests.importing.conftest import excel
from tests.importing.lists.books import HEAD, names, only
from tests.importing.lists.test_participants import ON_THE_FORM, imported


def test_totals_titles_notes_and_heads_are_told_from_people(structure):
    """A list ends with its sum and with who made it; neither took part."""
    content = excel(
        HEAD,
        ("נציגי הממשלה:",),
        ("דוגמה ראשונה", "רכזת", "משרד א"),
        HEAD,
        ("חברה אזרחית",),
        ("דוגמה שנייה", "מנהל", "עמותה ב"),
        (4, None, None),
        ('סה"כ', None, 2),
        ("הרשימה הוכנה על ידי דוגמה שלישית",),
    )
    rows, report = imported(structure, content, ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה", "דוגמה שנייה"]
    assert only(report).left_out == {
        Kind.TOTAL: (8,),
        Kind.HEAD: (4,),
        Kind.SECTION: (2, 5),
        Kind.NOTE: (9,),
        Kind.NUMBERED: (7,),
    }
    assert rows[1]["מגזר"] == "חברה אזרחית"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["", "דוגמה א", "דוגמה ב", "סה״כ", "12", "שם", "תפקיד", "לא", "ממשלה", "-", "הערה: x", "=1"]
            ),
            min_size=1,
            max_size=5,
        ),
        max_size=12,
    )
)
def test_no_row_of_any_list_is_lost_unsaid(structure, body):
    """People, numbers of people and rows that are left out are all the rows there are, each of them once."""
    lines = "\n".join(";".join(row) for row in body)
    _, report = imported(structure, f"שם;תפקיד;ארגון;הסכמה;מספר\n{lines}\n".encode(), ON_THE_FORM, name="list.csv")
    account = only(report)
    written = sum(any(cell for cell in row) for row in body)
    left = [number for numbers in account.left_out.values() for number in numbers]
    assert account.rows == written
    assert account.people + account.counts + len(left) == written
    assert len(set(left)) == len(left)


def test_a_second_head_with_other_columns_changes_what_is_below_it(structure):
    """Two lists on one sheet: a role would be written as a name."""
    rows, report = imported(
        structure,
        excel(HEAD, ("דוגמה ראשונה", "רכזת", "א"), ("ארגון", "שם", "תפקיד"), ("ב", "דוגמה שנייה", "מנהל")),
        ON_THE_FORM,
    )
    assert [(row["שם"], row["ארגון"]) for row in rows] == [("דוגמה ראשונה", "א"), ("דוגמה שנייה", "ב")]
    assert only(report).left_out == {Kind.HEAD: (3,)}


def test_a_name_merged_over_two_rows_is_one_person_with_both_roles(structure):
    """Who holds two offices is no two people."""
    content = excel(HEAD, ("דוגמה ראשונה", "רכזת", "א"), (None, "יועצת", None), merged=["A2:A3", "C2:C3"])
    rows, report = imported(structure, content, ON_THE_FORM)
    assert [(row["שם"], row["תפקיד"], row["ארגון"]) for row in rows] == [("דוגמה ראשונה", "רכזת; יועצת", "א")]
    assert only(report).left_out == {Kind.CONTINUED: (3,)}


def test_of_one_person_in_two_rows_what_only_one_of_them_says_is_kept(structure):
    """A role vanished because the second row of the same person had none."""
    for first, second in (("רכזת", None), (None, "רכזת")):
        content = excel(HEAD, ("דוגמה ראשונה", first, "א"), (None, second, "ב"), merged=["A2:A3"])
        rows, _ = imported(structure, content, ON_THE_FORM)
        assert [(row["שם"], row["תפקיד"], row["ארגון"]) for row in rows] == [("דוגמה ראשונה", "רכזת", "א; ב")]


@pytest.mark.parametrize("answers", [("מלאה", "ללא שם"), ("ללא שם", "מלאה"), ("מלאה", "לא"), ("לא", "מלאה")])
def test_of_one_person_in_two_rows_the_lesser_consent_holds(structure, answers):
    """Who agreed for one office and not for the other is not named for both."""
    first, second = answers
    content = excel(
        (*HEAD, "הסכמה"), ("דוגמה ראשונה", "רכזת", "א", first), (None, "יועצת", "א", second), merged=["A2:A3"]
    )
    rows, report = imported(structure, content, ON_THE_FORM)
    assert names(rows) == []
    assert report.levels == (("counted" if "לא" in answers else "role", 1),)


def test_an_organisation_merged_over_its_people_holds_for_all_of_them(structure):
    """The second person of a ministry came from there too."""
    content = excel(HEAD, ("דוגמה ראשונה", "רכזת", "א"), ("דוגמה שנייה", "מנהל", None), merged=["C2:C3"])
    rows, _ = imported(structure, content, ON_THE_FORM)
    assert [row["ארגון"] for row in rows] == ["א", "א"]


def test_a_formula_without_a_result_is_nobodys_consent_and_nobodys_name(structure):
    """Programs write formulas that nobody has computed yet; their cells look empty."""
    content = excel((*HEAD, "הסכמה"), ("א א", "", "", '=IF(TRUE,"לא","")'), ('=A2&" ב"', "רכזת", "x", "מלאה"))
    rows, report = imported(structure, content, ON_THE_FORM)
    assert names(rows) == []
    assert only(report).doubts == {Doubt.FORMULA: (2,)}
    assert only(report).left_out == {Kind.FORMULA: (3,)}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_row_that_begins_with_a_hash_is_a_comment_and_a_number_is_none(structure, kind):
    """ "# to be checked with Dana" was a participant of a sheet, and none of the same list in CSV."""
    body = (("# לבדוק עם א", "רכז", "full"), ("א א", "רכז", "full"), ("#ב ב", "רכז", "full"))
    head = ("שם", "תפקיד", "הסכמה")
    content = excel(head, *body) if kind == "xlsx" else "\n".join(map(",".join, (head, *body))).encode()
    rows, report = imported(structure, content, ON_THE_FORM, name=f"list.{kind}")
    assert (names(rows), report.people) == (["א א"], 1)
    assert only(report).left_out == {Kind.NOTE: (2, 4)}
    rows, report = imported(structure, excel(("#", "שם"), ("#1", "א א"), ("#2", "ב ב")), ON_THE_FORM)
    assert report.people == 2


def test_a_column_that_numbers_the_rows_counts_nobody(structure):
    """ "מספר" 1, 2, 3 beside names made six people of three."""
    rows, report = imported(structure, excel(("מספר", "שם"), (1, "א א"), (2, "ב ב"), (3, "ג ג")), ON_THE_FORM)
    assert report.people == 3
    assert only(report).serial_column == "מספר"
    assert names(rows) == ["א א", "ב ב", "ג ג"]


def test_whom_a_named_row_brings_along_is_counted(structure):
    """Four people came, one of them with a name."""
    rows, report = imported(structure, excel(("שם", "מספר"), ("א א", 4), ("ב ב", 1), ("ג ג", 9)), ON_THE_FORM)
    assert report.people == 14
    assert rows[-1]["מספר"] == "11"


def test_ways_to_reach_a_person_are_taken_out_of_the_cells(structure):
    """A telephone number in the cell of a role was published with it."""
    body = ("דוגמה א ת.ז. 123456782", "מנהלת (050-1112233)", "משרד, dana@office.co.il")
    rows, report = imported(structure, excel(HEAD, body), ON_THE_FORM)
    assert (rows[0]["שם"], rows[0]["תפקיד"], rows[0]["ארגון"]) == ("דוגמה א", "מנהלת", "משרד")
    assert only(report).contacts == (2,)


def test_lists_side_by_side_are_all_taken(structure):
    """Two groups of a hall were typed beside one another; one of them would have been left out as unknown columns."""
    rows, report = imported(
        structure,
        excel(("שם", "ארגון", None, "שם", "ארגון"), ("א א", "x", None, "ב ב", "y"), (None, None, None, "ג ג", "z")),
        ON_THE_FORM,
    )
    assert names(rows) == ["א א", "ב ב", "ג ג"]
    assert [account.rows for account in report.accounts] == [1, 2]


def test_a_list_on_its_side_is_refused(structure):
    """Its fields would be people, and its people the names of columns that are said."""
    content = excel(("שם", "דוגמה א", "דוגמה ב"), ("תפקיד", "רכזת", "מנהל"), ("ארגון", "x", "y"))
    with pytest.raises(UnreadableSheet, match="Transpose"):
        read_tables("list.xlsx", content, structure.participant)


def test_of_a_list_without_a_head_nothing_is_quoted(run, tmp_path):
    """The first row was taken for the names of columns, and said aloud: it was a person."""
    (tmp_path / "list.xlsx").write_bytes(excel(("דוגמה חסויה", "רכזת", "משרד"), ("דוגמה אחרת", "מנהל", "משרד הבריאות")))
    result = run("import", "participants", str(tmp_path / "list.xlsx"), "--into", "example", "--force")
    assert result.exit_code == 1
    assert "דוגמה" not in result.output


def test_numbers_of_people_stay_numbers(structure):
    """A table by sectors, 12 and 30, was written as two people."""
    rows, report = imported(structure, excel(("מגזר", "מספר משתתפים"), ("ממשלה", 12), ("אקדמיה", 30)), ON_THE_FORM)
    assert report.people == 42
    assert {(row["מגזר"], row["מספר"]) for row in rows} == {("ממשלה", "12"), ("אקדמיה", "30")}


def test_several_names_in_one_cell_are_several_people(structure):
    """A family name with a comma is one person all the same."""
    rows, report = imported(structure, excel(HEAD, ("דוגמה א, דוגמה ב", "רכזות"), ("לדוגמה, גל", "מנהל")), ON_THE_FORM)
    assert names(rows) == ["דוגמה א", "דוגמה ב", "לדוגמה, גל"]
    assert only(report).several == (2,)


def test_who_is_anonymous_in_place_of_a_name_is_counted(structure):
    """ "Anonymous" was published as a participant with full consent, and a row of dashes as another."""
    body = (("א א", "רכזת"), ("אנונימי", "מנהל"), ("לא לפרסום",), ("-", "-", "-"), ("* השתתף בזום",))
    rows, report = imported(structure, excel(HEAD, *body), ON_THE_FORM)
    assert names(rows) == ["א א"]
    assert only(report).doubts == {Doubt.NAME: (3,)}
    assert only(report).left_out == {Kind.SECTION: (4,), Kind.NOTHING: (5,), Kind.NOTE: (6,)}


@pytest.mark.parametrize("title", ["3. In-Meeting Activities", "3. פעילויות בפגישה"])
def test_the_comings_and_goings_of_a_video_meeting_are_no_more_people(structure, title):
    """Who was cut off three times was four participants."""
    lines = (
        ("1. Summary",), ("Attended participants", "2"), (), ("2. Participants",), ("Name", "First Join", "Role"),
        ("ניר אגם", "10:00", "Organizer"), ("מיה נוף", "10:02", "Presenter"), (), (title,), ("Name", "Join Time"),
        ("ניר אגם", "10:00"), ("ניר אגם", "10:20"), ("מיה נוף", "10:02"),
    )  # fmt: skip
    content = "\n".join("\t".join(line) for line in lines).encode("utf-16")
    rows, report = imported(structure, content, ON_THE_FORM, name="meeting.csv")
    assert names(rows) == ["ניר אגם", "מיה נוף"]
    assert report.people == 2
    assert report.accounts[0].left_out == {Kind.HEAD: (10,), Kind.SECTION: (9,), Kind.NOTE: (11, 12, 13)}
