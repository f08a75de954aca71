"""What of a sheet says that somebody agreed or refused: cells, titles above them, comments and merged cells."""

import openpyxl
import pytest
from openpyxl.comments import Comment

from generator.importing.lists.consent import Doubt
from tests.importing.conftest import excel
from tests.importing.lists.books import HEAD, book_bytes, names, only
from tests.importing.lists.test_participants import ON_THE_FORM, imported


def test_consent_merged_over_rows_holds_for_all_of_them(structure):
    """Three people were marked as counted by one cell; two of them would be named."""
    content = excel((*HEAD, "הסכמה"), ("א א", "", "", "נספר בלבד"), ("ב ב",), ("ג ג",), merged=["D2:D4"])
    rows, _ = imported(structure, content, ON_THE_FORM)
    assert names(rows) == []


def test_an_empty_answer_beside_answers_is_no_agreement(structure):
    """Who did not answer when others did was asked, and said nothing."""
    rows, report = imported(
        structure, excel((*HEAD, "הסכמה"), ("א א", "", "", "מלאה"), ("ב ב", "", "", None)), ON_THE_FORM
    )
    assert names(rows) == ["א א"]
    assert only(report).doubts == {Doubt.EMPTY: (3,)}


@pytest.mark.parametrize("title", ["לא לפרסום", "לא מאשרים פרסום", "Do not publish", "غير موافقين على النشر"])
def test_a_title_that_speaks_of_consent_withholds_the_rows_below_it(structure, title):
    """The group "not for publication" was read as a person, and its people were published."""
    rows, _ = imported(structure, excel((*HEAD, "הסכמה"), (title,), ("א א",), ("ב ב",), merged=["A2:D2"]), ON_THE_FORM)
    assert names(rows) == []


def test_words_that_are_not_understood_are_quoted_but_never_a_name(structure):
    """A name that slipped into the column of consent is still a withheld name."""
    content = excel((*HEAD, "הסכמה"), ("א א", "", "", "אולי"), ("דוגמה חסויה", "", "", "דוגמה חסויה"))
    _, report = imported(structure, content, ON_THE_FORM)
    assert only(report).not_understood == ("אולי",)


def test_yes_and_no_under_an_unknown_head_are_consent_unless_they_are_about_something_else(structure):
    """ "May we?" need not be in the words of the head; whether somebody came to lunch is another matter."""
    body = (("א א", "כן"), ("ב ב", "לא"))
    rows, report = imported(structure, excel(("שם", "הערכת ועדה"), *body), ON_THE_FORM)
    assert (names(rows), only(report).not_understood) == ([], ("הערכת ועדה: כן",))
    rows, _ = imported(structure, excel(("שם", "הערכת ועדה"), *body), ON_THE_FORM, told={"הערכת ועדה": "consent"})
    assert names(rows) == ["א א"]
    rows, _ = imported(structure, excel(("שם", "ארוחה צמחונית"), *body), ON_THE_FORM)
    assert names(rows) == ["א א", "ב ב"]
    rows, _ = imported(structure, excel(("שם", "הערכת ועדה"), *body), ON_THE_FORM, told={"הערכת ועדה": "-"})
    assert names(rows) == ["א א", "ב ב"]


def test_a_comment_that_speaks_of_consent_withholds(structure):
    """ "Do not publish the name!" was written beside it."""
    book = openpyxl.Workbook()
    for row in (HEAD, ("א א",), ("ב ב",)):
        book.active.append(row)
    book.active["A2"].comment = Comment("לא לפרסם את השם", "x")
    book.active["A3"].comment = Comment("תודה", "x")
    rows, report = imported(structure, book_bytes(book), ON_THE_FORM)
    assert names(rows) == ["ב ב"]
    assert only(report).doubts == {Doubt.COMMENT: (2,)}


@pytest.mark.parametrize(
    ("title", "published"), [("מאשרים פרסום", 1), ("לא מאשרים", 0), ("לא לפרסום", 0), ("גיליון1", 1)]
)
def test_the_title_of_a_sheet_can_withhold(structure, title, published):
    """The office kept those who refused on a sheet of their own."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in (HEAD, ("א א",)):
        book.active.append(row)
    rows, _ = imported(structure, book_bytes(book), ON_THE_FORM)
    assert len(names(rows)) == published


@pytest.mark.parametrize(
    "cells", [("דוגמה שנייה (לא לפרסום)", "רכזת", ""), ("דוגמה שנייה", "רכזת - לא לפרסם את שמה", "")]
)
def test_a_refusal_beside_the_name_is_heard(structure, cells):
    """There was no column for it, so somebody wrote it where there was room."""
    rows, report = imported(structure, excel(HEAD, ("דוגמה ראשונה", "רכזת", "א"), cells), ON_THE_FORM)
    assert names(rows) == ["דוגמה ראשונה"]
    assert only(report).doubts == {Doubt.REMARK: (3,)}
