"""What one cell or one line says: days, counts, states and kinds, as offices write them, up to the edges of what is taken."""

from __future__ import annotations

import pytest

from generator.importing.lists.grid import one_line
from generator.importing.markdown import Block, MarkdownText
from generator.importing.meetings import is_meeting, read_meeting, read_written_day
from generator.importing.register.cells import (
    is_month_first,
    read_address,
    read_count,
    read_day,
    read_state,
    read_terms,
)
from generator.importing.register.written_days import WrittenDay, find_written_days, written_day_of
from generator.structure import load_structure

STRUCTURE = load_structure()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5.3.2024", "2024-03-05"),
        ("05/03/24", "2024-03-05"),
        ("5-3-99", "2099-03-05"),
        ("2024-03-05", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("2024.3.5", "2024-03-05"),
        ("3/2024", "2024-03"),
        ("2024-3", "2024-03"),
        ("2024", "2024"),
        ("1900", None),
        ("1901", "1901"),
        ("2199", "2199"),
        ("2200", None),
        ("1.1.1900", None),
        ("1.1.1901", "1901-01-01"),
        ("1.1.2199", "2199-01-01"),
        ("1.1.2200", None),
        ("31.2.2024", None),
        ("5 במרץ 2024", "2024-03-05"),
        ("March 2024", "2024-03"),
        ("Tuesday, March 5, 2024", "2024-03-05"),
        ("2024-03-05T23:30:00Z", "2024-03-06"),
        ("2024-03-05T23:30:00+02:00", "2024-03-05"),
        ("", None),
        ("בקרוב", None),
        ("5.3.2024 בערך", None),
        ("5.3.2024 17:00", "2024-03-05"),
        ("05/03/2024 בשעה 9:30", "2024-03-05"),
        ("5/3/24, 5:00 PM", "2024-03-05"),
        ("יום שלישי, 5.3.2024", "2024-03-05"),
        ("الثلاثاء ٥/٣/٢٠٢٤", "2024-03-05"),
        ("לפני 5.3.2024", None),
        ("5. 3. 2024", "2024-03-05"),
        ("5/3/2024.", "2024-03-05"),
        ("2024־03־05", "2024-03-05"),
        ("05-Mar-24", "2024-03-05"),
        ("ינואר–מרץ 2024", None),
        ("January - March 2024", None),
        ("مارس/آذار 2024", "2024-03"),
        ("1.1.0001", None),
        ('כ"ה באדר א\' תשפ"ד', None),
        ("24 شعبان 1445", None),
        ("1445-08-24", None),
        ("1-5.3.2024", None),
        ("5.3.2024-7.3.2024", None),
    ],
)
def test_a_day_of_a_register_is_read_day_first(written: str, day: str | None) -> None:
    """A day of another month, or of a year that nobody meant, puts a process where nobody looks for it."""
    assert read_day(written, "Asia/Jerusalem") == day


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("9:30", {"start_time": "09:30"}),
        ("9.30-11.05", {"start_time": "09:30", "end_time": "11:05"}),
        ("9:30, הפסקה 10:00, סיום 11:05", {"start_time": "09:30", "end_time": "10:00"}),
        ("בבוקר", {}),
    ],
)
def test_the_hours_of_a_meeting_are_the_first_two_that_are_written(written: str, hours: dict[str, str]) -> None:
    """A summary that names one hour, or three, would end the import."""
    text = f"שעה: {written}"
    assert read_meeting(MarkdownText(blocks=(Block(markdown=text, text=text),), notes={}), STRUCTURE).values == hours


@pytest.mark.parametrize(
    ("written", "is_american"),
    [
        (("1/12/2024", "3/4/2024"), False),
        (("3/4/2024", "1/13/2024"), True),
        (("13/1/2024",), False),
        ((), False),
        (("בקרוב",), False),
    ],
)
def test_only_a_month_above_twelve_shows_that_months_come_first(written: tuple[str, ...], is_american: bool) -> None:
    """Taken for American without need, half of a register's days would change places with their months."""
    assert is_month_first(written) is is_american


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("86", "86"),
        ("1,340", "1340"),
        ("1٬340", "1340"),
        ("1,234,567", "1234567"),
        ("١٢", "12"),
        ("007", "7"),
        ("9999999", "9999999"),
        ("12345678", None),
        ("12,34", None),
        ("כ־40", None),
        ("40-50", None),
        ("", None),
        ("-3", None),
        ("3.5", None),
    ],
)
def test_a_count_is_a_whole_number_and_nothing_about_it(written: str, count: str | None) -> None:
    """`About 40` published as 40 is a figure that nobody counted."""
    assert read_count(written) == count


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("פתוח", "open"),
        ("Open", "open"),
        ("O", "open"),
        ("جارية", "open"),
        ("נסגר", "closing"),
        ("Closed", "closing"),
        ("We have published the outcome", "closing"),
        ("טרם נפתח", "planned"),
        ("not yet open", "planned"),
        ("P", "planned"),
        ("בוטל", "cancelled"),
        ("Withdrawn", "cancelled"),
        ("NF", "cancelled"),
        ("open, later cancelled", "cancelled"),
        ("", None),
        ("?", None),
        ("לא ידוע", None),
    ],
)
def test_the_word_of_a_register_says_how_far_the_process_is(written: str, state: str | None) -> None:
    """A process that was cancelled would be shown as one that still takes answers."""
    assert read_state(written) == state


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("שולחן עגול; סדנה", ["round-table", "workshop"]),
        ("שולחן עגול, שולחן עגול", ["round-table"]),
        ("round table and workshop", ["round-table", "workshop"]),
        ("שולחן עגול ושאלון", ["round-table", "questionnaire"]),
        ("online questionnaire", ["questionnaire"]),
        ("סדנה/שאלון", ["workshop", "questionnaire"]),
        ("", []),
        ("משהו אחר לגמרי", []),
    ],
)
def test_the_methods_that_a_cell_names_are_each_taken_once(written: str, terms: list[str]) -> None:
    """A method that is lost, or invented, changes what a process is found by."""
    assert read_terms(written, STRUCTURE.vocabularies["method"]) == terms


def test_an_address_is_whole_and_on_one_line() -> None:
    """Half an address is a broken link on the page of the process."""
    assert read_address(" https://example.org/a?b=1 \n") == "https://example.org/a?b=1"
    assert read_address("example.org") is None
    assert one_line(" שתי\n  שורות ") == "שתי שורות"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 تشرين الأول 2023", [WrittenDay(2023, 10, 12)]),
        ("ב־5 במרס 2024 וב־6 במרץ 2024", [WrittenDay(2024, 3, 5), WrittenDay(2024, 3, 6)]),
        ("10-12 May 2026", [WrittenDay(2026, 5)]),
        ("Sept 3rd, 2024", [WrittenDay(2024, 9, 3)]),
        ("מאי 2026", [WrittenDay(2026, 5)]),
        ("2026", []),
        ("May I ask", []),
    ],
)
def test_days_are_found_in_words_in_their_order(text: str, days: list[WrittenDay]) -> None:
    """Neither end of a span is *the* day, and a verb is no month."""
    assert find_written_days(text) == days


def test_a_cell_is_a_day_only_where_it_says_nothing_else() -> None:
    """A sentence that names a day says when something else was."""
    assert written_day_of("יום שלישי, 5 במרץ 2024") == WrittenDay(2024, 3, 5)
    assert written_day_of("5 במרץ 2024") == WrittenDay(2024, 3, 5)
    assert written_day_of("נדחה ל־5 במרץ 2024") is None
    assert written_day_of("5 במרץ 2024 או אחר כך") is None
    assert read_written_day("יום ג', 5.3.2024, בשעה 10:00") == "2024-03-05"
    assert read_written_day("המפגש היה ב־5 במרץ 2024") == "2024-03-05"
    assert read_written_day("מרץ 2024") is None


def block(text: str, level: int = 0, **values: object) -> Block:
    """A block whose markdown is its words."""
    return Block(text=text, markdown=values.pop("markdown", text), level=level, **values)  # type: ignore[arg-type]


def test_the_summary_of_a_meeting_is_taken_apart() -> None:
    """The head of a summary is its record: what stays in the text only is in no list and no calendar."""
    blocks = (
        block("מפגש פתיחה", level=1),
        block("תאריך: 5.2.2023\nשעות: 10:30–13:00\nמקום: בית ספר לדוגמה\nמספר הנוכחים: 31\nהערה בלי שדה"),
        block("מטרת המפגש", level=1),
        block("ללכת יחד."),
        block("פירוט", level=2),
        block("עוד.", markdown="**עוד**."),
        block("כותרת שנייה", level=0, is_title=True),
    )
    draft = read_meeting(MarkdownText(blocks=blocks, notes={}), STRUCTURE)
    assert draft.title == "מפגש פתיחה"
    assert draft.values == {
        "title": "מפגש פתיחה",
        "date": "2023-02-05",
        "start_time": "10:30",
        "end_time": "13:00",
        "location": "בית ספר לדוגמה",
        "attendees_count": "31",
    }
    assert draft.body == "הערה בלי שדה\n\n## מטרת המפגש\n\nללכת יחד.\n\n### פירוט\n\n**עוד**.\n\n**כותרת שנייה**"
    assert draft.heads == ("תאריך: 5.2.2023", "שעות: 10:30–13:00", "מקום: בית ספר לדוגמה", "מספר הנוכחים: 31")
    assert draft.placed[0] == ("תאריך", "date")
    assert (draft.unread, draft.left_out, draft.people) == ((), (), ())


def test_a_line_that_says_no_day_stays_in_the_text_and_is_told_of() -> None:
    """A head that was half read would be lost between the record and the page."""
    blocks = (block("תאריך: ייקבע בהמשך\nמקום: [להשלים: מקום]"), block("מה עלה", level=2))
    draft = read_meeting(MarkdownText(blocks=blocks, notes={}), STRUCTURE)
    assert draft.unread == (("date", "תאריך: ייקבע בהמשך"),)
    assert [each.reason for each in draft.left_out] == ["placeholder"]
    assert draft.body.startswith("תאריך: ייקבע בהמשך")
    assert not is_meeting(MarkdownText(blocks=blocks, notes={}), STRUCTURE)
