"""The registries of ministries and topics (spec 3.6)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.diagnostics import Span
from generator.model.dates import PartialDate


class Ministry(Struct, frozen=True, kw_only=True, gc=False):
    """A ministry that convenes processes."""

    id: str
    name: Mapping[str, str]
    """By language; `he` always, the others where given."""
    type: str = "ministry"
    aliases: tuple[str, ...] = ()
    url: str | None = None
    same_as: tuple[str, ...] = ()
    """Lasting addresses of the body in other registries."""
    successor: str | None = None
    start: PartialDate | None = None
    """`from`: since when the ministry has this name."""
    end: PartialDate | None = None
    """`to`: until when."""
    span: Span

    def name_in(self, language: str) -> str:
        return self.name.get(language) or self.name.get("he") or self.id


class Topic(Struct, frozen=True, kw_only=True, gc=False):
    id: str
    title: Mapping[str, str]
    span: Span

    def title_in(self, language: str) -> str:
        return self.title.get(language) or self.title.get("he") or self.id


class Registries(Struct, frozen=True, kw_only=True, gc=False):
    """Everything a process may refer to by id."""

    ministries: Mapping[str, Ministry] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    faulty_ministries: frozenset[str] | None = frozenset()
    """Ids that are there and could not be read, a finding of their own; None when nothing of the file could be."""
    faulty_topics: frozenset[str] | None = frozenset()
