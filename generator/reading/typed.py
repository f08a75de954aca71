"""Narrows the walker's values for the type checker; the structure has checked the types at run time."""

from __future__ import annotations

from generator.model.dates import PartialDate
from generator.reading.fields import Values


def text(values: Values, name: str) -> str | None:
    """A text, or None."""
    value = values.get(name)
    return value if isinstance(value, str) else None


def number(values: Values, name: str) -> int | None:
    """A whole number, or None."""
    value = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def truth(values: Values, name: str) -> bool:
    """A truth; False when it is not given."""
    return values.get(name) is True


def day(values: Values, name: str) -> PartialDate | None:
    """A date, or None."""
    value = values.get(name)
    return value if isinstance(value, PartialDate) else None


def texts(values: Values, name: str) -> tuple[str, ...]:
    """A list of texts."""
    value = values.get(name)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()


def maps(values: Values, name: str) -> tuple[Values, ...]:
    """A list of mappings."""
    value = values.get(name)
    return tuple(item for item in value if isinstance(item, dict)) if isinstance(value, tuple) else ()


def inner(values: Values, name: str) -> Values:
    """A mapping; empty when it is not given."""
    value = values.get(name)
    return value if isinstance(value, dict) else {}
