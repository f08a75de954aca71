"""Tables of a document: which cells are one, which columns are empty, and what is covered is said."""

import pytest

from tests.importing.word.packages import package, par, read, run


def cell(text: str, properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(text) if text else '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


THREE = row(cell("1"), cell("2"), cell("3"))
RESTART, MERGED, CONTINUED = '<w:hMerge w:val="restart"/>', "<w:hMerge/>", '<w:hMerge w:val="continue"/>'


@pytest.mark.parametrize(
    ("below", "written", "covered"),
    [
        (row(cell("a", RESTART), cell("b", MERGED), cell("", CONTINUED)), '<td colspan="3">a</td>', ["b"]),
        (row(cell("a", RESTART), cell("b", CONTINUED), cell("c")), '<td colspan="2">a</td><td>c</td>', ["b"]),
        (row(cell("a", MERGED), cell("b", RESTART), cell("c")), "| a | b | c |", []),
        (row(cell("a", RESTART), cell("b", RESTART), cell("c", MERGED)), '<td>a</td><td colspan="2">b</td>', ["c"]),
        (row(cell("a", '<w:gridSpan w:val="2"/>'), cell("b")), '<td colspan="2">a</td><td>b</td>', []),
        (
            row(cell("a", '<w:gridSpan w:val="0"/>'), cell("b", "<w:gridSpan/>"), cell("c", '<w:gridSpan w:val="²"/>')),
            "| a | b | c |", [],
        ),
        (row(cell("a", '<w:gridSpan w:val="200"/>'), cell("b"), cell("c")), "| a | b | c |", []),
        (row(cell("a"), cell("b"), properties='<w:gridBefore w:val="1"/>'), "|  | a | b |", []),
        (row(cell("a", '<w:gridSpan w:val="2"/>'), properties='<w:gridBefore w:val="1"/>'), '<td></td><td colspan="2">a</td>', []),
        (
            row(cell("a", '<w:vMerge w:val="restart"/>'), cell("b"), cell("c"))
            + row(cell("d", "<w:vMerge/>"), cell("e"), cell("f"))
            + row(cell("", '<w:vMerge w:val="continue"/>'), cell("g"), cell("h")),
            '<td rowspan="3">a</td><td>b</td><td>c</td></tr>\n<tr><td>e</td><td>f</td></tr>\n<tr><td>g</td><td>h</td>', ["d"],
        ),
    ],
)  # fmt: skip
def test_cells_that_are_merged_are_one_and_what_they_cover_is_said(
    below: str, written: str, covered: list[str]
) -> None:
    """A figure stands under another year, since a cell before it was wider than it was taken for."""
    _, text, account = read(package(f"<w:tbl>{THREE}{below}</w:tbl>", par("x")))
    assert written in text
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [("covered", word) for word in covered]


MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CONTENTS = f"{MARK.format('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{MARK.format('separate')}"
END = MARK.format("end")


@pytest.mark.parametrize(
    ("entries", "left_out"),
    [
        ((par(CONTENTS, "רקע"), par("מהלך"), par(END)), ["רקע מהלך"]),
        ((par(CONTENTS, "רקע", END), par("מהלך")), ["רקע"]),
        ((par(CONTENTS, run("רקע"), run(" "), run("3"), END),), ["רקע 3"]),
        ((par(CONTENTS, END, "רקע"),), []),
    ],
)
def test_a_table_of_contents_by_its_field_is_left_out_whatever_its_style(
    entries: tuple[str, ...], left_out: list[str]
) -> None:
    """A document of another program has contents in the style of its text: a chapter begins with a list of chapters."""
    _, _, account = read(package(par("לפני"), *entries, par("אחרי")))
    assert [entry.text for entry, _ in account.left_out if entry.reason == "contents"] == left_out
