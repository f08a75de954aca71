"""Every text that an office wrote in fields, with the path under which its place is known."""

from __future__ import annotations

from msgspec import Struct

_NOT_FIELDS = frozenset({"body", "brief", "spans"})
"""Markdown, which is gone through by itself, and places."""


def texts_in(value: object, path: str = "") -> list[tuple[str, str]]:
    """Dotted path, as in `spans`, and text of everything inside a record, chapter, promise, response or meeting."""
    if isinstance(value, str):
        return [(path, value)] if value else []
    found: list[tuple[str, str]] = []
    _collect(value, path, found)
    return found


def _collect(value: object, path: str, found: list[tuple[str, str]]) -> None:
    """Of what is inside, most is text or nothing: looked at here, since a call for each takes longer."""
    if isinstance(value, tuple):
        for number, inner in enumerate(value):
            where = f"{path}[{number}]"
            if not isinstance(inner, str):
                _collect(inner, where, found)
            elif inner:
                found.append((where, inner))
        return
    before = f"{path}." if path else ""
    for name in _field_names(type(value)):
        if inner := getattr(value, name):
            if isinstance(inner, str):
                found.append((before + name, inner))
            elif isinstance(inner, (tuple, Struct)):
                _collect(inner, before + name, found)


def _field_names(kind: type) -> tuple[str, ...]:
    if kind not in _names:
        known = kind.__struct_fields__ if issubclass(kind, Struct) else ()
        _names[kind] = tuple(name for name in known if name not in _NOT_FIELDS)
    return _names[kind]


_names: dict[type, tuple[str, ...]] = {}
"""The model's classes, each looked at once."""
