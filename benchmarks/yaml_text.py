"""Values as the block-style YAML an editor would type, fast enough for thousands of records and without aliases."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | Mapping[str, Value] | Sequence[Value]"

_PLAIN = re.compile(r"[\wא-ת/.](?:[\wא-ת ,./()@'\"%+-]*[\wא-ת.)])?")
"""Text that every YAML reader takes unquoted: no `: `, no ` #`, no leading indicator."""


def block(value: Value, indent: int = 0) -> str:
    """`value` as YAML lines, each indented by `indent` spaces and ended by a newline."""
    pad = " " * indent
    lines: list[str] = []
    if isinstance(value, Mapping):
        for key, item in value.items():
            if _is_nested(item):
                lines.append(f"{pad}{key}:\n{block(item, indent + 2)}")
            else:
                lines.append(f"{pad}{key}: {_inline(item)}\n")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            if _is_nested(item):
                lines.append(f"{pad}- {block(item, indent + 2).lstrip()}")
            else:
                lines.append(f"{pad}- {_inline(item)}\n")
    return "".join(lines)


def _is_nested(value: Value) -> bool:
    if isinstance(value, Mapping):
        return True
    if isinstance(value, str) or not isinstance(value, Sequence):
        return False
    return any(not isinstance(item, str) or " " in item for item in value)


def _inline(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return "[" + ", ".join(str(item) for item in value) + "]"
