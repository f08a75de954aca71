"""An office's list of participants becomes participants.csv with what each person agreed to, and no more."""

import csv
import io

import pytest

from generator.importing.lists.columns import HeadReader
from generator.importing.lists.consent import Doubt
from generator.importing.lists.participants import ListOptions, import_participants
from generator.importing.lists.sheets import UnreadableSheet, read_tables
from generator.model.record import ConsentPolicy
from tests.importing.conftest import excel, findings_of

NOBODY_SAID = ConsentPolicy()
ON_THE_FORM = ConsentPolicy(default_consent="full", basis="טופס הרשמה")
HEAD = ("שם", "תפקיד", "ארגון", "מגזר", "הסכמה")
PEOPLE = (
    ("דנה לוי", "מנהלת", "משרד הבריאות", "ממשלה", "מלאה"),
    ("רון כהן", "רופא", "קופה", "עסקים", "ללא שם"),
    ("טל דר", "יועצת", "עמותה", "חברה אזרחית", "ארגון בלבד"),
    ("נעה בר", "אחות", "מרפאה", "עסקים", "לא"),
    ("גל שם", "אח", "מרפאה", "עסקים", "לא"),
)


def imported(structure, content: bytes, policy=NOBODY_SAID, *, name="list.xlsx", sheets=(), told=None, **options):
    """What would be written, as rows of dictionaries, and the report."""
    told = told or {}
    book = read_tables(name, content, structure.participant, sheets, told)
    reader = HeadReader(specs=structure.participant, told=told)
    report = import_participants(book.tables, structure, reader, policy, "he", ListOptions(**options))
    return list(csv.DictReader(io.StringIO(report.csv.removeprefix("\ufeff")))), report


def test_each_row_keeps_what_it_agreed_to(structure):
    """A name that its owner withheld would stand in a public repository, whatever the site shows."""
    rows, _ = imported(structure, excel(HEAD, *PEOPLE))
    assert [(row["שם"], row["תפקיד"], row["ארגון"]) for row in rows] == [
        ("דנה לוי", "מנהלת", "משרד הבריאות"),
        ("", "רופא", "קופה"),
        ("", "", "עמותה"),
        ("", "", ""),
    ]


def test_those_who_are_only_counted_become_one_figure_for_each_sector(structure):
    """A row for each would tell in what order, and beside whom, they were registered."""
    rows, report = imported(structure, excel(HEAD, *PEOPLE))
    assert (rows[-1]["מגזר"], rows[-1]["הסכמה"], rows[-1]["מספר"]) == ("עסקים", "נספר בלבד", "2")
    assert report.levels == (("full", 1), ("role", 1), ("organisation", 1), ("counted", 2))


def test_where_nobody_said_anything_everybody_is_only_counted(structure):
    """Silence is no consent."""
    rows, report = imported(structure, excel(HEAD[:3], *(row[:3] for row in PEOPLE)))
    assert [row["מספר"] for row in rows] == ["5"]
    assert not report.has_consent


def test_the_records_default_holds_for_rows_that_say_nothing(structure):
    """Consent that was asked for on a form is asked for once."""
    rows, _ = imported(structure, excel(HEAD[:3], *(row[:3] for row in PEOPLE)), ON_THE_FORM)
    assert [row["שם"] for row in rows] == [row[0] for row in PEOPLE]


def test_a_yes_agrees_to_what_the_record_says_was_asked_and_to_nothing_without_it(structure):
    """ "Yes" to what? Where the record does not say, the row is named by its number, and its owner asks again."""
    content = excel(HEAD, ("דנה לוי", "מנהלת", "משרד", "ממשלה", "כן"))
    rows, _ = imported(structure, content, ON_THE_FORM)
    assert rows[0]["שם"] == "דנה לוי"
    rows, report = imported(structure, content)
    assert report.accounts[0].doubts == {Doubt.WORDS: (2,)}
    assert rows == [{"שם": "", "תפקיד": "", "ארגון": "", "מגזר": "ממשלה", "הסכמה": "נספר בלבד", "מספר": "1"}]


def test_a_title_blank_rows_and_other_columns_above_and_beside_do_no_harm(structure):
    """Lists come as they are: a merged title, a date, telephone numbers that nobody may publish."""
    content = excel(
        ("רשימת משתתפים",), (), ("שם פרטי", "שם משפחה", "טלפון", "ארגון"), ("דנה", "לוי", "050-5550123", "משרד"),
        merged=["A1:D1"], first_sheet="ריק",
    )  # fmt: skip
    (table,) = read_tables("list.xlsx", content, structure.participant).tables
    assert (table.title, table.head_row, table.head.unknown) == ("משתתפים", 3, ((2, "טלפון"),))
    rows, report = imported(structure, content, ON_THE_FORM)
    assert rows[0]["שם"] == "דנה לוי"
    assert "050" not in report.csv


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1255"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_in_whatever_encoding_excel_saved_it(structure, encoding, separator):
    """Excel in Hebrew saves Windows-1255 without a word; names would come out as Latin letters with accents."""
    content = f"שם{separator}ארגון\r\nדנה לוי{separator}משרד\r\n".encode(encoding)
    rows, _ = imported(structure, content, ON_THE_FORM, name="list.csv")
    assert (rows[0]["שם"], rows[0]["ארגון"]) == ("דנה לוי", "משרד")


def test_arabic_csv_is_told_from_hebrew_by_its_head(structure):
    """Windows-1256 and Windows-1255 are the same bytes; only one of them makes a head that means something."""
    name = "ليلى"
    content = f"الاسم,المنظمة\r\n{name},الجمعية\r\n".encode("windows-1256")
    rows, _ = imported(structure, content, ON_THE_FORM, name="list.csv")
    assert rows[0]["שם"] == name


def test_nothing_that_a_spreadsheet_would_compute_gets_through(structure):
    """The file is opened in Excel again, where a cell can be a command."""
    content = 'שם,תפקיד,ארגון\r\n"=HYPERLINK(""http://example.org"")",+1,@cmd\r\n'.encode()
    rows, _ = imported(structure, content, ON_THE_FORM, name="list.csv")
    assert all(not value.startswith(("=", "+", "-", "@")) for value in rows[0].values())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.xlsx", b"PK\x03\x04 broken"),
        ("list.xls", b"\xd0\xcf\x11\xe0"),
        ("list.csv", b"a,b\n1,2\n"),
        ("list.csv", b""),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(structure, name, content):
    """A traceback tells an editor nothing."""
    with pytest.raises(UnreadableSheet):
        read_tables(name, content, structure.participant)


def test_the_command_says_what_it_understood_and_no_name(run, site, tmp_path):
    """Terminals are copied into tickets."""
    (tmp_path / "list.xlsx").write_bytes(excel(HEAD, *PEOPLE))
    result = run("import", "participants", str(tmp_path / "list.xlsx"), "--into", "example", "--force")
    assert result.exit_code == 0
    assert "שם → שם" in result.stderr
    assert "נספר בלבד 2" in result.stderr
    assert not result.stdout
    assert all(row[0] not in result.output for row in PEOPLE)
    assert findings_of(site) == ["L014"]  # the old list, which is kept beside the new one, until somebody deletes it


def test_a_list_that_is_there_is_not_lost(run, site, tmp_path):
    """An afternoon's corrections would be gone."""
    before = (site / "processes/example/participants.csv").read_bytes()
    (tmp_path / "list.xlsx").write_bytes(excel(HEAD, *PEOPLE))
    result = run("import", "participants", str(tmp_path / "list.xlsx"), "--into", "example")
    assert result.exit_code == 1
    assert (site / "processes/example/participants.csv").read_bytes() == before


def test_names_are_kept_when_somebody_asks_for_it(run, site, tmp_path):
    """In a private repository the office may keep its whole list; the site still shows only what was agreed to."""
    (tmp_path / "list.xlsx").write_bytes(excel(HEAD, *PEOPLE))
    run("import", "participants", str(tmp_path / "list.xlsx"), "--into", "example", "--force", "--keep-names")
    text = (site / "processes/example/participants.csv").read_text(encoding="utf-8-sig")
    assert all(row[0] in text for row in PEOPLE)


def test_a_process_that_is_not_there_is_misuse(run, tmp_path):
    """A mistyped id must not make a folder that is no process."""
    (tmp_path / "list.csv").write_text("שם\nדנה\n", encoding="utf-8")
    result = run("import", "participants", str(tmp_path / "list.csv"), "--into", "exampel")
    assert result.exit_code == 2
    assert "example?" in result.stderr


@pytest.mark.parametrize(
    ("language", "head", "one", "others"),
    [
        ("he", "שם,תפקיד,ארגון,מגזר,הסכמה,מספר", "ממשלה,הסכמה מלאה", "עסקים,נספר בלבד"),
        ("ar", "الاسم,المنصب,المنظمة,القطاع,الموافقة,العدد", "حكومة,موافقة كاملة", "قطاع الأعمال,يُحتسب فقط"),
        ("en", "Name,Role,Organisation,Sector,Consent,Count", "Government,Full", "Business,Counted only"),
    ],
)
def test_the_file_is_in_the_language_that_is_asked_for(structure, language, head, one, others):
    """An editor in Arabic gets a file with Hebrew heads and sectors, and fills in the next one by them."""
    book = read_tables("list.xlsx", excel(HEAD, PEOPLE[0], *PEOPLE[3:]), structure.participant)
    reader = HeadReader(specs=structure.participant)
    report = import_participants(book.tables, structure, reader, NOBODY_SAID, language, ListOptions())
    lines = (head, f"{','.join(PEOPLE[0][:3])},{one},", f",,,{others},2", "")
    assert report.csv == "\ufeff" + "\r\n".join(lines)
