"""Text -> a YAML scalar that means exactly this text, on one line."""

from __future__ import annotations

import json
import re

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""Allowed in JSON as they are, not in YAML."""


def quoted(text: str) -> str:
    """The text in single quotation marks, which YAML reads as it stands: for text that a person goes on editing.

    >>> quoted("it's so")
    "'it''s so'"
    """
    return f"'{text.replace(chr(39), chr(39) * 2)}'"


def escaped(text: str) -> str:
    """The text in double quotation marks, a string of JSON and YAML at once: for files that only programs read."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False))
