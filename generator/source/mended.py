"""A line of YAML that cannot be read -> the line as it was most likely meant."""

from __future__ import annotations

from generator.expressions import expression
from generator.source.yaml_scalars import quoted

_GLUED = expression(r" *(?:- )?[A-Za-z_]\w*(?::[\u00a0\u2007\u202f]*|\uff1a\s*)(?=[^\s:/])")
_PAIR = expression(r"(?P<lead>\s*(?:- )?\s*(?:[^\s:#\"'][^:]*?: )?|\s*- )(?P<value>\S.*?)\s*\Z")


def is_glued(line: str) -> bool:
    """Whether no space that YAML knows comes after the colon of a field's name: `status:closed`.

    >>> is_glued("status:closed"), is_glued("https://example.org")
    (True, False)
    """
    return len(line) <= _LONGEST_MENDED and _GLUED.match(line) is not None and ": " not in line


_QUOTED_ROUND_GERSHAYIM = expression(r'"(?:[^"]|(?<=\w)"(?=\w))+"\Z')
"""`"דו"ח המבקר"`: the outer marks were meant for YAML, the inner ones are the editor's."""

_LONGEST_MENDED = 500
"""Characters: what is longer is no slip of the hand, and the patterns would take their time over it."""


def mend(line: str) -> str | None:
    """The line with its value quoted, when an unquoted `: ` or a leading quotation mark is what YAML stumbled on.

    >>> mend('title: שולחן: סיכום')
    "title: 'שולחן: סיכום'"
    >>> mend('title: "צה"ל והציבור')
    'title: \\'"צה"ל והציבור\\''
    >>> mend('title: "שולחן עגול')
    "title: 'שולחן עגול'"
    >>> mend('title: "דו"ח המבקר"')
    'title: \\'דו"ח המבקר\\''
    """
    match = _PAIR.match(line) if len(line) <= _LONGEST_MENDED else None
    if match is None:
        return None
    lead, value = match["lead"], match["value"]
    if value[0] in "\"'" and value.count(value[0]) == 1 and len(value) > 1:
        return lead + quoted(value[1:])
    if value.count('"') > 2 and _QUOTED_ROUND_GERSHAYIM.match(value):
        return lead + quoted(value[1:-1])
    starts_quoted = value[0] in "\"'" and not (len(value) > 1 and value[-1] == value[0] and value[0] not in value[1:-1])
    if not (": " in value or value.endswith(":") or starts_quoted or value[0] in "@`%*&!|>") or value[0] in "[{":
        return None
    return lead + quoted(value)
