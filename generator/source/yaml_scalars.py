"""Text -> a YAML scalar that means exactly this text, on one line."""

from __future__ import annotations

from generator.expressions import expression

_UNSAFE = expression("[\x7f-\x9f\u2028\u2029\ufeff]")
"""Allowed in JSON as they are, not in YAML."""


MAY_BEGIN_NUMBER = frozenset("0123456789+-.")
_INTEGER = expression(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9A-Fa-f]+")
_FLOAT = expression(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_EXACT = 2**53
"""Numbers beyond it lose digits where they are kept as IEEE doubles, as in JavaScript."""


def other_number(text: str) -> str | None:
    """The number that programs of YAML 1.2 read in an unquoted text, where they would write it otherwise; else None.

    Sikum reads every value as the text that is written; a CMS that saves the file does not.

    >>> other_number("0501234567"), other_number("1.10"), other_number("2024")
    ('501234567', '1.1', None)
    """
    if text[:1] not in MAY_BEGIN_NUMBER or len(text) > 300:
        return None
    if _INTEGER.fullmatch(text):
        number = int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        read = str(number) if abs(number) <= _EXACT else str(int(float(number)))
    elif _FLOAT.fullmatch(text):
        read = repr(float(text)).removesuffix(".0")
    else:
        return None
    return read if read != text else None


def quoted(text: str) -> str:
    """The text in single quotation marks, without escapes: for text that a person goes on editing.

    >>> quoted("it's so")
    "'it''s so'"
    """
    return f"'{text.replace(chr(39), chr(39) * 2)}'"


def escaped(text: str) -> str:
    """The text in double quotation marks, a string of JSON and YAML at once: for files that only programs read."""
    import json  # not for whoever only reads

    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False))
