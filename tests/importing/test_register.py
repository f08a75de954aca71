"""A central unit's list of all processes: columns by their words and by what is in them; run again, it hurts nobody's work."""

import io
from datetime import date

import openpyxl
import pytest

from generator.importing.platforms.archive import Bodies
from generator.importing.register.cells import is_month_first, read_count, read_day, read_state, read_terms
from generator.importing.register.read import Reason, read_register
from tests.importing.conftest import excel, findings_of

HEAD = ('מס"ד', "משרד / יחידה", "שם התהליך", "סוג", "אופן השיתוף", "מועד פתיחה", "מועד סגירה", "סטטוס", "מס' משתתפים")
ROW = (
    1,
    "משרד הבריאות",
    "שבילים",
    "איסוף ידע",
    "שולחן עגול; שאלון מקוון",
    "5.1.24",
    "30/06/2024",
    "הסתיים – ממתין לסיכום",
    142,
)


def register_of(structure, *rows, known=(("health", ("משרד הבריאות",)),), language="he", told=None):
    """A list as it is read."""
    return read_register(
        "list.xlsx", excel(*rows), structure, Bodies(known), {}, language=language, zone="Asia/Jerusalem",
        today=date(2026, 1, 1), told=told,
    )  # fmt: skip


def fields_of(register):
    """Field -> words of its column."""
    return {column.field: column.words for column in register.head.columns}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5.1.25", "2025-01-05"), ("30/06/2024", "2024-06-30"), ("2024/06/30", "2024-06-30"), ("06/2017", "2017-06"),
        ("2016", "2016"), ("2017-05-31T23:30:00Z", "2017-06-01"), ("31.2.2024", None), ("בקרוב", None), ("142", None),
        ("מרץ 2025", "2025-03"), ("יום שלישי, 10 במרץ 2026", "2026-03-10"), ("Tuesday, 10 OCT 2024", "2024-10-10"),
        ("5 كانون الثاني 2024", "2024-01-05"), ("לאחר מרץ 2025", None), ("31 בפברואר 2024", None),
    ],
)  # fmt: skip
def test_days_are_read_as_offices_write_them(text, day):
    """Day first; a month or a year alone stays one."""
    assert read_day(text, "Asia/Jerusalem") == day


def test_a_column_with_the_month_first_is_refused():
    """Half of its days would be wrong, and look right."""
    assert is_month_first(["1/5/2024", "6/30/2024"])
    assert not is_month_first(["1/5/2024", "30/6/2024"])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("נסגר", "closing"), ("closed", "closing"), ("הסתיים – ממתין לסיכום", "closing"),
        ("C", "closing"), ("פתוח", "open"), ("O", "open"),
        ("בוטל", "cancelled"), ("forthcoming", "planned"), ("consultation_outcome", "closing"), ("אחר", None), ("", None),
    ],
)  # fmt: skip
def test_closed_in_a_register_means_that_answers_are_no_longer_taken(text, state):
    """This program's `closed` is a promise that those who took part have been answered."""
    assert read_state(text) == state


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1,200", "1200"),
        ("40", "40"),
        ("١٢٠", "120"),
        ("١٬٢٠٠", "1200"),
        ("כ-40", None),
        ("30-40", None),
        ("טרם ידוע", None),
    ],
)
def test_about_forty_is_no_number(text, count):
    """A figure that nobody counted would be added up with others."""
    assert read_count(text) == count


def test_methods_are_found_within_longer_words(structure):
    """An "online questionnaire" is a questionnaire."""
    assert read_terms("שולחן עגול; שאלון מקוון", structure.vocabularies["method"]) == ["round-table", "questionnaire"]


def test_a_row_becomes_the_record_of_a_process(structure):
    """What is known is written, and `closed` never."""
    (entry,) = register_of(structure, ("ריכוז",), (), HEAD, ROW).entries
    assert entry.draft.record == {
        "title": "שבילים", "short_description": "שבילים", "ministry": "health", "kind": "knowledge",
        "methods": ["round-table", "questionnaire"], "status": "closing", "start_date": "2024-01-05", "end_date": "2024-06-30",
        "participants_count": "142",
    }  # fmt: skip
    assert not entry.draft.assumed


def test_rows_that_are_no_process_are_named_with_their_reasons(structure):
    """A total of 182 participants is no process without a title."""
    rows = (
        ROW, (2, "משרד א", "מבוטל", "", "", "", "", "בוטל"), (3, "משרד א", "עתידי", "", "", "", "", "מתוכנן"),
        (4, "משרד א"), (5, "", "בלי משרד"), ROW, (None, 'סה"כ', None, None, None, None, None, None, 182),
    )  # fmt: skip
    register = register_of(structure, HEAD, *rows)
    assert register.left_out == {
        Reason.TOTAL: (8,), Reason.UNTITLED: (5,), Reason.BODILESS: (6,), Reason.PLANNED: (4,), Reason.CANCELLED: (3,),
        Reason.REPEATED: (7,),
    }  # fmt: skip
    assert register.rows == len(register.entries) + sum(map(len, register.left_out.values()))


def test_columns_of_people_are_counted_and_never_taken(structure):
    """The list says whom to call; the catalogue must not."""
    head = ("שם התהליך", "משרד", "סטטוס", "איש קשר", 'דוא"ל', "מנהלת התהליך", "הערות")
    register = register_of(structure, head, ("א", "ב", "פתוח", "[[NAME]]", "[[EMAIL]]", "[[NAME]]", "[[NOTE]]"))
    assert register.head.people == 3
    assert register.head.unknown == ("הערות",)
    assert "[[" not in str(register.entries)


def test_what_stands_in_a_column_speaks_against_its_words(structure):
    """ "Responsible" may be a person, "start" a phase, "link" a word."""
    head = ("שם התהליך", "אחראי", "התחלה", "קישור", "סטטוס")
    rows = [("תהליך", "דוגמה ראשונה", "אחרי החגים", "בתיקייה המשותפת", "פתוח")] * 3
    register = register_of(structure, head, *rows)
    assert fields_of(register) == {"title": "שם התהליך", "status": "סטטוס"}
    assert {words for _, words in register.head.refused} == {"אחראי", "התחלה", "קישור"}
    assert fields_of(register_of(structure, head, ("א", "משרד הבריאות", "2024", "", "")))["ministry"] == "אחראי"


def test_two_languages_of_a_title_give_the_sites_own(structure):
    """`title_en` and `title_he` are one field."""
    rows = (("title_en", "title_he", "owner_org_title", "start_date"), ("Paths", "שבילים", "משרד", "2024"))
    assert fields_of(register_of(structure, *rows))["title"] == "title_he"
    assert fields_of(register_of(structure, *rows, language="en"))["title"] == "title_en"


def test_a_register_in_two_languages_with_codes_is_read(structure):
    """Canada's public list: one letter for a state, a body's name twice, links to reports."""
    head = ("registration_number", "title_en", "title_fr", "start_date", "status", "report_link_en", "owner_org_title")
    row = ("EX-1", "Paths", "Chemins", "2024-03-01", "C", "https://example.org/report", "Example Agency | Agence")
    (entry,) = register_of(structure, head, row, language="en").entries
    assert (entry.body.name, entry.body.id) == ("Example Agency", "example-agency")
    assert entry.draft.record["output"] == {"files": [{"title": "Paths", "url": "https://example.org/report"}]}
    assert (entry.draft.record["status"], entry.draft.record["reference"]) == ("closing", "EX-1")


def test_a_name_for_addresses_is_a_better_folder_than_a_number(structure):
    """Open data have both; the folder was called after the body and the year."""
    head = ("id", "title", "slug", "developer_group", "start_date", "short_description")
    row = ("7", "Paths", "school-paths", "Ministry", "2024-03-01", "<p>Where is a <b>path</b> missing?</p>")
    (entry,) = register_of(structure, head, row, language="en").entries
    assert entry.draft.id == "school-paths"
    assert entry.draft.record["short_description"] == "Where is a path missing?"


def test_a_column_can_be_told(structure):
    """A unit's own word for the end is nobody else's."""
    register = register_of(structure, ("שם התהליך", "משרד", "יעד"), ("א", "ב", "2024"), told={"יעד": "end_date"})
    assert fields_of(register)["end_date"] == "יעד"


def workbook(path, *rows):
    """The list as its file."""
    path.write_bytes(excel(HEAD, *rows))
    return str(path)


def test_a_second_run_updates_its_own_work_and_touches_nobody_elses(run, site, tmp_path):
    """The unit sends its list every month; meanwhile people write."""
    other = (2, "משרד א", "ספסלים", "מדיניות", "ועדה", "2024", "2024", "נסגר")
    third = (3, "משרד א", "תאורה", "מודל", "כנס", "2025", "2025", "נסגר")
    result = run("import", "processes", workbook(tmp_path / "a.xlsx", ROW, other))
    assert result.exit_code == 0, result.output
    assert {code for code in findings_of(site) if code[0] in "SFPML"} <= {"F031"}
    made = {path.parent.name: path for path in (site / "processes").glob("*/index.md") if path.parent.name != "example"}
    mine, peoples = made["health-2024-1"], next(path for name, path in made.items() if name != "health-2024-1")
    peoples.write_text(peoples.read_text("utf-8").replace("ספסלים", "ספסלים לכולם"), encoding="utf-8")
    before = peoples.read_bytes()
    result = run("import", "processes", workbook(tmp_path / "b.xlsx", (*ROW[:8], 150), other, third))
    assert result.exit_code == 0, result.output
    assert "participants_count: 150" in mine.read_text("utf-8")
    assert peoples.read_bytes() == before
    assert len(list((site / "processes").glob("*/index.md"))) == 4
    everything = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    run("import", "processes", workbook(tmp_path / "b.xlsx", (*ROW[:8], 150), other, third))
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == everything


def test_a_process_that_is_there_by_its_reference_is_not_made_again(run, site, tmp_path):
    """It was written by hand before anybody had a list."""
    index = site / "processes" / "example" / "index.md"
    index.write_text(index.read_text("utf-8").replace("---\n", "---\nreference: 2024-17\n", 1), encoding="utf-8")
    before = index.read_bytes()
    (tmp_path / "list.csv").write_text("שם התהליך,משרד,סימוכין\nא,ב,2024-17\n", encoding="utf-8")
    assert run("import", "processes", str(tmp_path / "list.csv")).exit_code == 0
    assert index.read_bytes() == before
    assert len(list((site / "processes").glob("*/index.md"))) == 1


def test_a_hidden_row_is_said_and_not_made(structure):
    """The unit filtered its list before it sent it."""
    book = openpyxl.load_workbook(io.BytesIO(excel(HEAD, ROW, (2, "משרד א", "סודי"))))
    book.active.row_dimensions[3].hidden = True
    made = io.BytesIO()
    book.save(made)
    register = read_register(
        "l.xlsx", made.getvalue(), structure, Bodies(), {}, language="he", zone="Asia/Jerusalem", today=date(2026, 1, 1)
    )
    assert register.left_out == {Reason.HIDDEN: (3,)}


def test_a_body_over_its_processes_is_theirs(structure):
    """A list that is grouped by ministries, as printed ones are, made not one process."""
    head = ("שם התהליך", "מועד פתיחה", "סטטוס")
    rows = (
        ("משרד הבריאות",),
        ("א", "1/3/24", "פתוח"),
        ("משרד לדוגמה",),
        ("ב", "15/3/24", "סגור"),
        ("משרד הבריאות:",),
        ("ג",),
    )
    book = openpyxl.load_workbook(io.BytesIO(excel(head, *rows)))
    book.active.merge_cells("A4:C4")
    made = io.BytesIO()
    book.save(made)
    register = read_register(
        "list.xlsx", made.getvalue(), structure, Bodies((("health", ("משרד הבריאות",)),)), {}, language="he",
        zone="Asia/Jerusalem", today=date(2026, 1, 1),
    )  # fmt: skip
    assert [(entry.draft.record["title"], entry.body.name) for entry in register.entries] == [
        ("א", "משרד הבריאות"), ("ב", "משרד לדוגמה"), ("ג", "משרד הבריאות"),
    ]  # fmt: skip
    assert register.left_out == {Reason.SECTION: (2, 4, 6)}


def test_what_a_platform_took_out_of_a_text_stays_out(structure):
    """Its mark stood on the public page of the process."""
    head = ("שם התהליך", "משרד", "תיאור")
    register = register_of(
        structure, head, ("שבילים", "משרד הבריאות", "פנו אל [[NAME]] בשאלות"), ("[[TITLE]]", "משרד הבריאות")
    )
    assert [entry.draft.record["short_description"] for entry in register.entries] == ["פנו אל בשאלות"]
    assert register.left_out == {Reason.UNTITLED: (3,)}
