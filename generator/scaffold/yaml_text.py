"""Values -> the YAML a person would write. Sikum reads every scalar as text, so dates and numbers are not quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from generator.expressions import expression
from generator.source.yaml_scalars import other_number, quoted

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

_PLAIN = expression(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*\Z")
"""Begins with a letter or digit and holds neither `: ` nor ` #`: means the same with quotation marks and without."""
_FLOW = expression(r"[\w./-]+\Z")
_EMPTY = {"null"}
_BLOCK = expression(
    r"\n*[^\s\x00-\x1f][^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\n[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\S"
)
"""A text of several lines, the first of them not indented."""


class Lines(str):
    """A text whose ends of lines are kept; all others are written on one line."""

    __slots__ = ()


def scalar(text: str) -> str:
    """One line: bare where that is safe, else in single quotes.

    >>> scalar('סמנכ"לית: בפועל')
    '\\'סמנכ"לית: בפועל\\''
    """
    text = " ".join(text.split())
    if _PLAIN.match(text) and not text.endswith(":") and text not in _EMPTY and not other_number(text):
        return text
    return quoted(text)


def lines_of(name: str, value: Value, indent: str = "") -> list[str]:
    """`name: value` as lines; an empty list or mapping gives none."""
    if isinstance(value, Lines) and _BLOCK.match(value):
        block = value.strip("\n").split("\n")
        return [f"{indent}{name}: |", *(f"{indent}  {line.rstrip()}" if line.strip() else "" for line in block)]
    if isinstance(value, str):
        return [f"{indent}{name}: {scalar(value)}"]
    inner = _inner(value, indent + "  ")
    if (
        isinstance(value, Sequence)
        and value
        and all(isinstance(each, str) and _FLOW.match(each) and not other_number(each) for each in value)
    ):
        return [f"{indent}{name}: [{', '.join(str(each) for each in value)}]"]
    return [f"{indent}{name}:", *inner] if inner else []


def mapping(values: Mapping[str, Value], indent: str = "") -> list[str]:
    """The entries of a mapping as lines."""
    return [line for name, value in values.items() for line in lines_of(name, value, indent)]


def items(values: Sequence[Value]) -> str:
    """A file that is a list, such as `promises.yml`."""
    return "\n".join(line for value in values for line in _item(value, "")) + "\n"


def _inner(value: Sequence[Value] | Mapping[str, Value], indent: str) -> list[str]:
    if isinstance(value, Mapping):
        return mapping(value, indent)
    return [line for item in value for line in _item(item, indent)]


def _item(item: Value, indent: str) -> list[str]:
    if isinstance(item, str):
        return [f"{indent}- {scalar(item)}"]
    first, *rest = _inner(item, indent + "  ") or [indent + "  {}"]
    return [f"{indent}- {first.lstrip()}", *rest]
