"""Workbooks that a test writes, and what is read of them."""

import io

HEAD = ("שם", "תפקיד", "ארגון")


def names(rows):
    """The names that would be written."""
    return [row["שם"] for row in rows if row["שם"]]


def only(report):
    """The account of a list with one table."""
    (account,) = report.accounts
    return account


def book_bytes(book) -> bytes:
    """A workbook as its file."""
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
