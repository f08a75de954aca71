"""Findings in a list of people, which say nothing of what is written there (spec 3.3)."""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Finding, Related, Rule, Span, finding
from generator.rules.source.files import CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE, UNREADABLE_FILE

_OF_THE_WHOLE_FILE = frozenset(rule.code for rule in (NOT_UTF8, UNREADABLE_FILE, CONTROL_CHARACTER, TOO_LARGE))
"""Their values name an encoding, a path, a size or one character."""
_SHOWN_ROWS = 12
"""Rows that one finding names by number."""


def quiet(found: Finding) -> Finding:
    """A finding of the file's form without anything that was written in it."""
    tells = found.rule in _OF_THE_WHOLE_FILE
    values = {name: text for name, text in found.values.items() if tells or name in ("row", "field", "limit")}
    hint = None if found.hint == "write-instead" else found.hint
    return replace(found, values=values, hint=hint, is_private=True)


def fault(
    rule: Rule, span: Span, values: dict[str, str], hint: str | None = None, related: tuple[Related, ...] = ()
) -> Finding:
    """A finding whose place is told, and the line there never quoted."""
    return finding(rule, span, values, hint=hint, related=related, is_private=True)


def of_rows(rule: Rule, rows: list[tuple[int, Span]]) -> list[Finding]:
    """One finding for all rows of a fault, with the numbers of the first of them; none without rows."""
    if not rows:
        return []
    numbers = ", ".join(str(number) for number, _ in rows[:_SHOWN_ROWS])
    shown = f"{numbers} …" if len(rows) > _SHOWN_ROWS else numbers
    return [fault(rule, rows[0][1], {"row": shown})]
