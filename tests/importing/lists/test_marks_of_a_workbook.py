"""Workbooks as other programs write them, by hand: what a cell looks like, who left a comment, and where a sheet ends."""

import io
import zipfile
from dataclasses import dataclass

import pytest

from generator.importing.lists import workbook
from generator.importing.lists.grid import Row, column_index, column_letters
from generator.importing.lists.styles import Style, read_styles
from generator.importing.lists.workbook import read_workbook

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(parts: dict[str, str]) -> bytes:
    """A package of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for path, text in parts.items():
            file.writestr(path, text)
    return made.getvalue()


def book(sheet: str, **beside: str) -> bytes:
    """A workbook with one sheet, and what it is related to: kind -> the part's XML."""
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{LINKS}/{kind}" Target="../{kind}.xml"/>' for n, kind in enumerate(beside)
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{LINKS}"><sheets><sheet name="א" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships><Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}>{sheet}</worksheet>",
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{relations}</Relationships>",
        "_rels/.rels": (
            f'<Relationships><Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
    }
    return package(parts | {f"xl/{kind}.xml": part for kind, part in beside.items()})


def rows_of(content: bytes) -> tuple[Row, ...]:
    """The rows of the workbook's only sheet."""
    [grid] = read_workbook(content)
    return grid.rows


@dataclass(frozen=True)
class Look:
    """How a cell is formatted, and what that says of it."""

    font: str = ""
    fill: str = ""
    code: str | None = "General"
    struck: bool = False
    bold: bool = False
    colour: str = ""


NONE, GREY = '<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>'
WHITE = '<patternFill patternType="solid"><fgColor rgb="ffffffff"/><bgColor indexed="64"/></patternFill>'
RED = '<patternFill patternType="solid"><fgColor rgb="FFFF0000"/><bgColor rgb="FF00FF00"/></patternFill>'
LOOKS = (
    Look('<sz val="11"/><color theme="1"/><name val="Arial"/>', NONE),
    Look("<strike/>", struck=True),
    Look('<strike val="1"/><b val="true"/>', struck=True, bold=True),
    Look('<strike val="0"/><b val="0"/>'),
    Look('<strike val="false"/><b val="false"/>'),
    Look("<b/>", bold=True),
    Look('<color rgb="ffff0000"/>', colour="FFFF0000"),
    Look('<color indexed="10"/>', colour="indexed 10"),
    Look('<color indexed="8"/>'),
    Look('<color auto="1"/>'),
    Look('<color theme="4" tint="-0.249977111117893"/>', colour="theme 4 -0.24"),
    Look('<color theme="4" tint="0.0"/>', colour="theme 4"),
    Look('<color theme="1" tint="0.5"/>', colour="theme 1 0.5"),
    Look("", RED, colour="FFFF0000"),
    Look('<color rgb="FF0000FF"/>', RED, colour="FF0000FF on FFFF0000"),
    Look("", WHITE),
    Look("", GREY, colour="?"),
    Look("", "<patternFill/>"),
    Look("", '<patternFill patternType="none"><fgColor rgb="FFFF0000"/></patternFill>'),
    Look("", '<patternFill patternType="solid"><fgColor theme="0"/></patternFill>'),
    Look("", '<patternFill patternType="solid"><fgColor theme="0" tint="-0.14"/></patternFill>', colour="theme 0 -0.14"),
    Look('<color rgb="FFFFFFFF"/>', struck=True, colour="FFFFFFFF"),
    Look('<color rgb="00ffffff"/>', WHITE, struck=True, colour="00FFFFFF"),
    Look('<color rgb="FFFFFFFF"/>', RED, colour="FFFFFFFF on FFFF0000"),
    Look(code=";;;", struck=True),
    Look(code="; ; ;@", struck=True),
    Look(code="0;-0;;@"),
    Look(code=None),
)  # fmt: skip
"""What a program says of a cell's font, fill and number format."""


def test_what_a_cell_looks_like_says_whether_it_holds_and_how_it_is_marked() -> None:
    """Who was struck out, or written white on white, is published; or a whole list is, whose red rows were withheld."""
    fonts = "".join(f"<font>{look.font}</font>" for look in LOOKS)
    fills = "".join(f"<fill>{look.fill}</fill>" for look in LOOKS)
    codes = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{look.code}"/>' if look.code else f'<numFmt numFmtId="{164 + n}"/>'
        for n, look in enumerate(LOOKS)
    )
    formats = "".join(
        f'<xf numFmtId="{164 + n}" fontId="{n}" fillId="{n}"><alignment/></xf>' for n in range(len(LOOKS))
    )
    # Looks of the same names that are no cell's: those of named styles, of rules, and of what programs add.
    others = '<dxf><numFmt numFmtId="164" formatCode=";;;"/><font><strike/></font><fill/></dxf>'
    styles = (
        f"<styleSheet {MAIN}><strike/><numFmts>{codes}</numFmts>"
        f"<fonts><strike/><b/><color rgb='FFFF0000'/>{fonts}</fonts><fills><patternFill/><fgColor/>{fills}</fills>"
        f'<cellStyleXfs><xf fontId="1"/></cellStyleXfs>'
        f'<cellXfs>{formats}<xf/><xf fontId="999" fillId="999"/><other/></cellXfs><xf/><dxfs>{others}</dxfs></styleSheet>'
    )
    with zipfile.ZipFile(io.BytesIO(package({"docProps/app.xml": "", "XL/Styles.xml": styles}))) as file:
        *found, first, beyond = read_styles(file)
    assert found == [Style(is_struck=look.struck, is_bold=look.bold, colour=look.colour) for look in LOOKS]
    assert first == beyond == Style(is_struck=False, colour="")


@pytest.mark.parametrize("styles", [{}, {"xl/styles.xml": "<styleSheet><fonts>"}])
def test_looks_that_are_not_there_or_cut_off_hide_nothing(styles: dict[str, str]) -> None:
    """A list is lost for a part that only colours it."""
    with zipfile.ZipFile(io.BytesIO(package({"x": "", **styles}))) as file:
        assert read_styles(file) == ()


def test_a_comment_is_of_its_own_row_alone() -> None:
    """ "Asked not to be named" withholds the name of whoever stands in the row above, and not hers."""
    cells = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 4))
    old = (
        '<comments><authors><author>מזכירות</author></authors><commentList><comment ref="A2"><text><r><t>לא </t></r>'
        '<r><t>לפרסום</t></r></text></comment>\n<comment ref="B2"><text><t>בירור</t></text></comment>'
        '<comment authorId="0"><text><t>בלי מקום</t></text></comment></commentList><anchor ref="A1"/></comments>'
    )
    threads = (
        '<x:ThreadedComments xmlns:x="urn:x"><x:threadedComment ref="AB3"><x:text>ביקשה</x:text>'
        '<x:mentions ref="A1"/></x:threadedComment></x:ThreadedComments>'
    )
    rows = rows_of(book(f"<sheetData>{cells}</sheetData>", comments=old, threadedComment=threads, drawing="<comment/>"))
    assert [row.comments for row in rows] == [(), ("לא לפרסום", "בירור"), ("ביקשה",)]


def test_a_sheet_ends_where_too_much_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    """A formula far below the list, or a title merged over a whole row, makes rows and columns that are not there."""
    monkeypatch.setattr(workbook, "MAX_ROWS", 5)
    monkeypatch.setattr(workbook, "MAX_COLUMNS", 3)

    def row(number: int, *cells: str) -> str:
        return f'<row r="{number}">{"".join(cells)}</row>'

    def text(place: str) -> str:
        return f'<c r="{place}" t="inlineStr"><is><t>{place}</t></is></c>'

    def struck(place: str) -> str:
        runs = f"<r><rPr><strike/></rPr><t>x</t></r><r><t>{place}</t></r>"
        return f'<c r="{place}" t="inlineStr"><is>{runs}</is></c>'

    def formula(place: str) -> str:
        return f'<c r="{place}"><f>NOW()</f></c>'

    merged = "".join(
        f'<mergeCell ref="{cells}"/>' for cells in ("A1:XFD1", "A2:A3", "C2:C9", "D2:E3", "A6:B7", "B3:C4")
    )
    sheet = (
        row(1, text("A1"))
        + row(2, text("A2"), text("B2"), struck("C2"), text("D2"))
        + row(3, struck("B3"), struck("D3"))
        + row(5, formula("B5"))
        + row(6, struck("A6"), formula("B6"))
        + row(7, struck("A7"))
    )
    data = f"<sheetData>{sheet}</sheetData><mergeCells>{merged}</mergeCells>"
    rows = rows_of(book(data))
    assert [(list(each.cells), sorted(each.wide), sorted(each.repeated)) for each in rows] == [
        (["A1", "", ""], [0, 1, 2], []),
        (["A2", "B2", "C2"], [], []),
        (["A2", "B3", "C2"], [1, 2], [0, 2]),
        (["", "B3", "C2"], [1, 2], [1, 2]),
        (["", "", "C2"], [], [2]),
    ]


@pytest.mark.parametrize(("last", "rows"), [(None, 0), (2, 2), (3, 3), (5, 5), (9, 5)])
def test_a_row_of_formulas_that_nobody_computed_is_a_row(
    last: int | None, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The people below the last written name are lost, or as many are made up as the sheet may have rows."""
    monkeypatch.setattr(workbook, "MAX_ROWS", 5)
    written = '<row r="2"><c r="A2"><v>1</v></c></row>' if last else ""
    computed = f'<row r="{last}"><c r="C{last}"><f>X1</f></c></row>' if last else ""
    found = rows_of(book(f"<sheetData>{written}{computed}</sheetData>"))
    assert [(row.number, sorted(row.unresolved)) for row in found] == [
        (number, [2] if number == last else []) for number in range(1, rows + 1)
    ]


@pytest.mark.parametrize(
    ("letters", "index"),
    [("A", 0), ("Z", 25), ("AA", 26), ("AB", 27), ("AZ", 51), ("BA", 52), ("ZZ", 701), ("AAA", 702), ("XFD", 16383)],
)
def test_a_column_is_counted_as_a_spreadsheet_counts_it(letters: str, index: int) -> None:
    """What is struck out in column AB is struck out in another one; or an editor is sent to a column that is not there."""
    assert (column_index(letters), column_letters(index)) == (index, letters)
    assert column_index("") == -1
