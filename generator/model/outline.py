"""What the rest of the catalogue needs to know of one process or ordinary page: enough to check what crosses folders."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.diagnostics import Span
from generator.model.content import Link


class PageOutline(Struct, frozen=True, kw_only=True, gc=False):
    """One authored page: where it lies, where it goes, which anchors it has."""

    path: str
    url: str
    anchors: frozenset[str] = frozenset()


class Outline(Struct, frozen=True, kw_only=True, gc=False):
    """A process (or, with an empty id, an ordinary page) as others see it."""

    id: str
    path: str
    status: str
    pages: tuple[PageOutline, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """Published files by source path -> uri."""
    unpublished: tuple[str, ...] = ()
    links_out: tuple[Link, ...] = ()
    """Links whose target lies outside this folder."""
    previous: tuple[tuple[str, Span], ...] = ()
    next_process: tuple[tuple[str, Span], ...] = ()
    aliases: tuple[tuple[str, Span], ...] = ()
    """Ids that the process had before."""
