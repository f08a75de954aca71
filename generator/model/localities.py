"""Codes of localities by Israel's Central Bureau of Statistics, as records write them."""

from __future__ import annotations

from generator.expressions import expression
from generator.model.record import Record

PATTERN = "^0*[1-9][0-9]{0,3}$"
"""Of a code as it may be written: up to four digits, with zeros in front or without."""
_CODE = expression(PATTERN)


def locality_code(written: str) -> str:
    """`28` of `0028` and of `28`: of up to four digits; empty for what is no code, such as a name."""
    found = _CODE.fullmatch(written.strip())
    return found[0].lstrip("0") if found else ""


def locality_codes(record: Record) -> tuple[str, ...]:
    """The codes of the localities that a process is about, each once, as they were written."""
    return tuple(dict.fromkeys(filter(None, map(locality_code, record.extra_values("localities")))))
