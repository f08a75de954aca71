"""Recognises lists of private details without a name beside them: mobile numbers, identity numbers, people's addresses of mail."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.expressions import expression
from generator.model.identity_number import is_identity_number
from generator.reading.attachments import Rows

_MAIL = expression(r"([^\s@<>\"']+)@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_PRIVATE_HOST = expression(
    r"@(?:gmail|googlemail|hotmail|outlook|yahoo|live|icloud|proton|walla|zahav|netvision|bezeqint)\.", re.IGNORECASE
)
_OF_AN_OFFICE = expression(
    r"(?:info|office|contact|mail|support|admin|service|hello|team|press|moked|pniot|pniyot|lishka|mazkirut|dover|webmaster|public|help"
    r"|noreply|secretary|reception|center|merkaz)\w*",
    re.IGNORECASE,
)
"""What stands before the @ of an address that is nobody's own."""
_MOBILE = expression(r"(?:\+?972[\s-]?|0)5\d(?:[\s.-]?\d){7}")
_NINE_DIGITS = expression(r"\d{9}|\d{8}-\d|\d{3}[ -]\d{3}[ -]\d{3}")
_FEWEST = 4
_SHARE = 0.5
"""Of the rows."""


def are_private_details(rows: Rows) -> bool:
    """Whether most rows hold a private address of mail, a mobile number or a number of identity, each another one."""
    return (
        _fill(rows, _is_private_mail)
        or _fill(rows, _is_mobile)
        or _fill([row for row in rows if len(list(filter(None, row))) == 1], _is_mail)
        or _are_identity_numbers(rows)
    )


def _fill(rows: Rows, is_private: Callable[[str], bool]) -> bool:
    found = [next((cell for cell in row if is_private(cell)), "") for row in rows]
    different = set(filter(None, found))
    return len(different) >= _FEWEST and len(different) >= _SHARE * len(rows)


def _is_private_mail(cell: str) -> bool:
    return _PRIVATE_HOST.search(cell) is not None and _address(cell) is not None


def _is_mail(cell: str) -> bool:
    """An address that is no office's; of one that stands alone nobody says whose it is."""
    address = _address(cell)
    return address is not None and _OF_AN_OFFICE.fullmatch(address[1]) is None


def _address(cell: str) -> re.Match[str] | None:
    return _MAIL.fullmatch(cell.strip().removeprefix("mailto:").rpartition("<")[2].rstrip(">"))


def _is_mobile(cell: str) -> bool:
    return _MOBILE.fullmatch(cell.strip()) is not None


def _are_identity_numbers(rows: Rows) -> bool:
    """One number of nine digits in ten has a right check digit by chance: so nearly all of a column have to."""
    for index in range(max(map(len, rows), default=0)):
        cells = [row[index].strip() for row in rows if index < len(row)]
        written = {cell for cell in cells if _NINE_DIGITS.fullmatch(cell)}
        sound = sum(map(is_identity_number, written))
        if sound >= _FEWEST and sound >= 0.9 * len(written) and sound >= _SHARE * len(rows):
            return True
    return False
