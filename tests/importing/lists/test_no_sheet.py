"""Files whose lists are not read: which kind of file it is, or what is missing in it, decides what an office can do."""

import pytest

from generator.importing.lists.sheets import OLD_KINDS, WEB_PAGE, UnreadableSheet, read_grids, read_tables

PAGE = b"<html><table><tr><td>name</td></tr></table></html>"


@pytest.mark.parametrize("kind", OLD_KINDS)
def test_a_kind_of_file_that_nothing_here_reads_is_named_with_what_to_do(kind: str) -> None:
    """ "No column is known" of a PDF sends an office looking through its columns."""
    with pytest.raises(UnreadableSheet) as told:
        read_grids(f"List{kind.upper()}", b"anything")
    assert str(told.value) == OLD_KINDS[kind]


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n\t "])
def test_a_web_page_that_is_named_like_a_sheet_is_told_as_one(before: bytes) -> None:
    """Old systems export their lists so, and Excel opens them without a word."""
    with pytest.raises(UnreadableSheet) as told:
        read_grids("list.csv", before + PAGE)
    assert str(told.value) == WEB_PAGE


def test_of_a_table_without_a_known_column_all_that_could_be_named_is_said(structure) -> None:
    """Who does not know the names of the columns cannot write them."""
    with pytest.raises(UnreadableSheet) as told:
        read_tables("list.csv", "א,ב\n1,2\n".encode(), structure.participant)
    names = ", ".join(spec.title.he for spec in structure.participant)
    assert f"({names})" in str(told.value)
