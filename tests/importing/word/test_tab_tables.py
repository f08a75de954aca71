"""Columns by tab stops: a table to the eye is a table on the site, and a list or a form is none."""

import pytest

from generator.importing.placing import place_blocks
from generator.structure import Structure
from tests.importing.word.packages import head, package, par, read, run

_TAB = "<w:r><w:tab/></w:r>"


def row(*cells: str, by: str = _TAB) -> str:
    """A line with tabs between its cells."""
    return par(*(piece for number, cell in enumerate(cells) for piece in ((by, cell) if number else (cell,))))


def test_lines_in_columns_are_a_table() -> None:
    """The numbers of a budget stood one behind the other, and no one could tell which was which."""
    lines = [
        row(run("שנה", "<w:bCs/>"), "סכום", "מקור", by=_TAB * 2),
        row("2024", "100", "ממשלה"),
        row("2025", "200", "קרן"),
    ]
    _, text, account = read(package(par("התקציב:"), *lines, par("סוף.")))
    assert text == (
        "התקציב:\n\n| **שנה** | סכום | מקור |\n| --- | --- | --- |\n| 2024 | 100 | ממשלה |\n| 2025 | 200 | קרן |\n\nסוף."
    )
    assert account.seen == 11


@pytest.mark.parametrize(
    "lines",
    [
        [row("לכבוד", "1.2.2024"), par("שלום.")],
        [row("1.", "להקים ועדה"), row("2.", "לבנות גשר"), row("3.", "לתקן")],
        [row("א.", "להקים ועדה"), row("ב.", "לבנות גשר"), row("ג.", "לתקן")],
        [row("I.", "Introduction", "1"), row("II.", "Background", "6")],
        [row("שם:", "דנה"), row("תאריך:", "היום"), row("מקום:", "כאן")],
        [row("חתימה", "______"), row("תאריך", "______"), row("תפקיד", "______")],
        [row("ש:", "למה " * 20), row("ת:", "ככה " * 20), row("ש:", "ומתי " * 20)],
    ],
)
def test_lists_forms_and_talks_are_no_tables(lines: list[str]) -> None:
    """A tab behind a number is how people type a list."""
    assert "| ---" not in read(package(*lines))[1]


def test_a_list_of_people_by_tabs_is_left_out(structure: Structure) -> None:
    """The names and telephones of all who came, in lines with tabs, were an appendix."""
    people = [
        row("שם", "תפקיד", "טלפון"),
        row("דוגמה ראשונה", "מנהלת", "050-1112233"),
        row("דוגמה שנייה", "רכז", "050-1112244"),
    ]
    document, _, _ = read(package(head("תוכן"), par("נפגשנו."), head("נספח: מי השתתף"), *people))
    placement = place_blocks(document.text, structure)
    assert not any("050" in chapter.body for chapter in placement.chapters)
    assert len(placement.people) == 3
