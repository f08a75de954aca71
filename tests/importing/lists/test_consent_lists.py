"""200 lists in the words of offices, imported from Excel and from CSV, and read as the list of a process in CSV and YAML:
what is doubtful is counted, who did not come is no participant, and what was not understood is said."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from msgspec import Struct
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from generator.importing.lists.consent import Doubt
from generator.importing.lists.rows import Kind
from generator.model.consent import FULL, consent_of
from generator.model.private import Participant
from tests.importing.conftest import excel
from tests.importing.lists.books import HEAD, book_bytes, names, only
from tests.importing.lists.test_participants import ON_THE_FORM, imported
from tests.reading.told import read

RECORD = "participants: {default_consent: full, basis: טופס}\n"


class Written(Struct, frozen=True):
    """A list: its head, its rows with what each may become, and words that have to be said."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    said: tuple[str, ...]

    @property
    def name_columns(self) -> int:
        """How many columns are the name."""
        return 2 if self.head[0] == "שם פרטי" else 1


def _lists() -> list[Written]:
    text = (Path(__file__).parent / "consent_lists.txt").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n= ")[1:]:
        head, *lines = block.splitlines()
        rows, said = [], []
        for line in filter(None, lines):
            letters, _, rest = line.partition(" ")
            if letters == "?":
                said.append(rest)
            else:
                rows.append((letters, tuple(cell.strip() for cell in rest.split("|"))))
        found.append(Written(tuple(cell.strip() for cell in head.split("|")), tuple(rows), tuple(said)))
    return found


LISTS = _lists()
every_list = pytest.mark.parametrize("written", LISTS, ids=[str(number) for number in range(len(LISTS))])


def _judge(written: Written, named: Sequence[str], people: int | None = None) -> None:
    for letters, cells in written.rows:
        name = " ".join(cells[: written.name_columns])
        is_named = bool({name, name.split(" (")[0], name.rstrip("*"), name.split(" –")[0]} & set(named))
        assert "N" in letters or not is_named, (name, letters)
        assert letters != "N" or is_named, (name, letters)
    if people is not None:
        least = sum("X" not in letters for letters, _ in written.rows)
        assert least <= people <= sum(letters != "X" for letters, _ in written.rows)


@every_list
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_list_that_is_imported_names_who_agreed_and_nobody_else(structure, written, kind):
    """A header or a cell in words that nobody had thought of named people who had refused, or who never came."""
    body = [cells for _, cells in written.rows]
    content = excel(written.head, *body) if kind == "xlsx" else _csv(written).encode()
    rows, report = imported(structure, content, ON_THE_FORM, name=f"list.{kind}")
    first = next(iter(rows[0])) if rows else ""
    _judge(written, [row[first] for row in rows if row[first]], report.people)
    assert set(written.said) <= set(only(report).not_understood)


@every_list
@pytest.mark.parametrize("kind", ["csv", "yml"])
def test_a_list_of_a_process_names_who_agreed_and_nobody_else(written, kind):
    """An office that saves its sheet as participants.csv has no import to ask it anything."""
    if kind == "yml" and "" in written.head:
        pytest.skip("a key has a name")
    process, findings = read(RECORD, {f"participants.{kind}": _csv(written) if kind == "csv" else _yaml(written)})
    _judge(written, [each.name for each in process.participants if each.name and _is_named(each)])
    assert all(name not in str(each.values) for each in findings for _, (name, *_) in written.rows if " " in name)


def _is_named(row: Participant) -> bool:
    return consent_of(row, ON_THE_FORM) == FULL


def _csv(written: Written) -> str:
    table = io.StringIO()
    csv.writer(table).writerows((written.head, *(cells for _, cells in written.rows)))
    return table.getvalue()


def _yaml(written: Written) -> str:
    """An empty cell of the last column is an empty field; others are left out."""
    items = []
    for _, cells in written.rows:
        fields = [
            f"{json.dumps(header, ensure_ascii=False)}: {json.dumps(cell, ensure_ascii=False)}"
            for header, cell in zip(written.head, cells, strict=False)
            if cell or header == written.head[-1]
        ]
        items.append(f"- {{{', '.join(fields)}}}\n")
    return "".join(items)


def test_people_who_did_not_come_are_accounted_for_and_searched_for(structure, run, tmp_path):
    """Who cancelled agreed to nothing: the name is none of a participant, and still none for the text."""
    content = excel((*HEAD, "סטטוס"), ("דוגמה ראשונה", "", "", "הגיעה"), ("דוגמה שנייה", "", "", "ביטל"))
    _, report = imported(structure, content, ON_THE_FORM)
    assert only(report).left_out == {Kind.ABSENT: (3,)}
    assert (report.people, report.withheld_names) == (1, ("דוגמה שנייה",))
    (tmp_path / "list.xlsx").write_bytes(content)
    result = run("import", "participants", str(tmp_path / "list.xlsx"), "--into", "example", "--dry-run")
    assert "שורות 3: הושמטו, אנשים שביטלו" in result.output
    assert "דוגמה שנייה" not in result.output


def test_in_the_list_of_a_process_they_are_left_out_with_a_finding_and_not_named_in_the_text():
    """The row said "cancelled" in a column of its own, and its consent said full."""
    table = "שם,תפקיד,הסכמה,סטטוס\nדנה פלמונית,רכזת,full,הגיעה\nרון אלמוני,רכז,full,ביטל\n"
    process, findings = read(RECORD, {"participants.csv": table, "content.md": "רון אלמוני אמר.\n"})
    assert [row.name for row in process.participants] == ["דנה פלמונית"]
    assert [row.name for row in process.absent] == ["רון אלמוני"]
    assert [each.values for each in findings if each.rule == "P018"] == [{"row": "3"}]


def test_a_consent_that_is_struck_through_is_none(structure):
    """She took it back, and the office drew a line through her yes."""
    book = openpyxl.Workbook()
    for row in ((*HEAD, "הסכמה"), ("א א", "", "", "כן"), ("ב ב", "", "", "כן")):
        book.active.append(row)
    book.active["D3"].font = Font(strike=True)
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["א א"]
    assert only(report).doubts == {Doubt.WORDS: (3,)}


def test_a_colour_on_any_cell_of_a_row_sets_it_apart(structure):
    """Only the cell of the role was red."""
    book = openpyxl.Workbook()
    for row in (HEAD, *((f"דוגמה {letter}", "רכז", "א") for letter in "אבגדה")):
        book.active.append(row)
    book.active["B3"].fill = PatternFill("solid", fgColor="FFFF0000")
    _, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert only(report).doubts == {Doubt.COLOUR: (3,)}


@pytest.mark.parametrize(("lower", "named"), [(("כן", "לא"), ["א א"]), (("בכתב", "בטלפון"), ["א א", "ב ב"])])
def test_a_head_of_consent_merged_over_two_columns_is_both_of_them(structure, lower, named):
    """A tick in the second column, "no" in small letters, was the second person's yes."""
    rows = (("שם", "תפקיד", "הסכמה", None), (None, None, *lower))
    content = excel(*rows, ("א א", "רכז", "V", None), ("ב ב", "רכז", None, "V"), merged=["C1:D1"])
    found, _ = imported(structure, content, ON_THE_FORM)
    assert [row["שם"] for row in found if row["שם"]] == named


def test_a_comment_says_who_did_not_come(structure):
    """It was written on the cell of the name."""
    book = openpyxl.Workbook()
    for row in (HEAD, ("א א",), ("ב ב",)):
        book.active.append(row)
    book.active["A3"].comment = Comment("לא הגיעה", "x")
    _, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert only(report).left_out == {Kind.ABSENT: (3,)}


def test_ticks_under_the_names_of_levels_are_those_levels(structure):
    """Who ticked "role only" was published by name."""
    head = ("שם", "תפקיד", "מלאה", "תפקיד בלבד")
    rows, _ = imported(structure, excel(head, ("א א", "רכז", "V", None), ("ב ב", "מנהל", None, "V")), ON_THE_FORM)
    assert names(rows) == ["א א"]


@pytest.mark.parametrize("place", ["oddHeader", "oddFooter", "firstHeader"])
def test_what_is_printed_above_or_below_every_page_is_said_of_all(structure, place):
    """ "Not for publication" stood on each printed page, where nobody looks on a screen."""
    book = openpyxl.Workbook()
    for row in (("שם", "תפקיד"), ("אלף בית", "רכז"), ("גימל דלת", "רכז")):
        book.active.append(row)
    getattr(book.active, place).center.text = "עמוד &P, עודכן היום"
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["אלף בית", "גימל דלת"]
    getattr(book.active, place).center.text = "לא לפרסום – עמוד &P"
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert (names(rows), only(report).doubts) == ([], {Doubt.NOTE: (2, 3)})


def test_a_second_head_in_another_order_moves_the_column_of_consent_too(structure):
    """The yes in a column of roles was read as consent, below a head that had the columns the other way about."""
    book = openpyxl.Workbook()
    for row in (
        ("שם", "תפקיד", "הסכמה"), ("אלף בית", "רכז", "כן"),
        ("שם", "הסכמה", "תפקיד"), ("גימל דלת", "לא", "כן"), ("וו זין", "כן", "רכז"),
        ("שם", "תפקיד"), ("חת טת", "רכז"),
    ):  # fmt: skip
        book.active.append(row)
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["אלף בית", "וו זין"]


def test_a_title_with_a_number_of_people_withholds_like_one_without(structure):
    """ "Not for publication (2)" was taken for a number, and the two were named."""
    body = (("אלף בית", "רכז"), ("לא לפרסום (2)", ""), ("גימל דלת", "רכז"), ("וו זין", "רכז"))
    rows, _ = imported(structure, excel(("שם", "תפקיד"), *body), ON_THE_FORM)
    assert names(rows) == ["אלף בית"]


def test_a_sheet_whose_title_withholds_names_withholds_them_in_the_others(structure):
    """Who had been moved to the sheet "not for publication" stood in the list of all as well, and was named from there."""
    book = openpyxl.Workbook()
    for row in (("שם", "תפקיד"), ("אלף בית", "רכז"), ("גימל דלת", "רכז"), ("וו זין", "רכז")):
        book.active.append(row)
    for title, name in (("לא לפרסום", "דלת גימל"), ("מפגש שני", "וו זין")):
        sheet = book.create_sheet(title)
        sheet.append(("שם", "הערות"))
        sheet.append((name, ""))
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert (names(rows), only(report).doubts) == (["אלף בית", "וו זין"], {Doubt.SECTION: (3,)})
