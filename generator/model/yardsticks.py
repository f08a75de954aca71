"""Criteria of an outside standard, as data: what a record can be read against."""

from __future__ import annotations

from msgspec import Struct

from generator.diagnostics import Text


class Criterion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    number: str = ""
    """By which the standard itself names it: `4`, `J`."""
    title: Text
    facts: tuple[str, ...]
    """Names of `generator.views.evidence.FACTS`, at least one."""


class Pack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The criteria of one standard."""

    id: str
    title: Text
    source: str
    """The address of the standard, `http` or `https`."""
    criteria: tuple[Criterion, ...]
