"""Rows that are passed over cost nothing, and nothing that a row says of itself is passed over with them."""

import io
import random
import re
import zipfile

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from generator.importing.lists import plain_rows
from generator.importing.lists.workbook import read_workbook
from tests.importing.lists.books import book_bytes


def long_list(seed: int) -> bytes:
    """A list of many rows, of which a few are hidden, struck out, coloured, empty, or hold formulas and errors."""
    chance = random.Random(seed)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(("שם", "תפקיד", "הסכמה", "הערות"))
    for number in range(2, 402):
        sheet.append((f"דוגמה {number}", "רכזת: א", "מלאה", "10:30" if number % 7 else None))
        match chance.randrange(40):
            case 0:
                sheet.row_dimensions[number].hidden = True
            case 1:
                sheet.cell(number, 1).font = Font(strike=True)
            case 2:
                sheet.cell(number, 1).fill = PatternFill("solid", fgColor="FFFF00")
            case 3:
                sheet.cell(number, 3).value = '=IF(1,"לא","כן")'
            case 4:
                sheet.row_dimensions[number].height = 0
            case 5:
                sheet.row_dimensions[number].height = 30
            case 6:
                sheet.cell(number, 1).font = Font(bold=True)
            case 7:
                sheet.cell(number, 2).value = "#N/A"
            case 8:
                sheet.cell(number, 9).number_format = "0.00"
    return book_bytes(book)


def changed(content: bytes, pattern: str, by: str) -> bytes:
    """The workbook with its sheet's XML changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w") as file:
        for name in package.namelist():
            text = package.read(name)
            if name.endswith("sheet1.xml"):
                text = re.sub(pattern, by, text.decode()).encode()
            file.writestr(name, text)
    return made.getvalue()


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("pattern", "by"),
    [
        ("x^", ""),
        (r'<c r="[A-Z]+\d+"', "<c"),
        (r'<row r="\d+"', "<row"),
        (r"<row ", '<row x14ac:dyDescent="0.25" xmlns:x14ac="urn:x" '),
    ],
)
def test_a_long_list_says_the_same_of_its_rows_as_when_each_is_followed(seed, pattern, by, monkeypatch):
    """A name that its owner had struck out, in row 5,000, would be published because a list was long."""
    content = changed(long_list(seed), pattern, by)
    found = read_workbook(content)
    monkeypatch.setattr(plain_rows, "_FEW", 10**9)
    assert found == read_workbook(content)
    marked = [row for row in found[0].rows if row.is_hidden or row.struck or row.colours or row.unresolved]
    assert 10 < len(marked) < 100
