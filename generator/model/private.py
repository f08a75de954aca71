"""A process before consent was applied. Only `reading` makes these and only `checks` and `site` see them:
the builders of pages and data take `generator.model.published`, so that a leak is an import error (spec 7)."""

from __future__ import annotations

from msgspec import Struct

from generator.diagnostics import Span
from generator.model.content import AttachedFile, Body, Chapter, Meeting, Promise, Response, Translation
from generator.model.coverage import Coverage
from generator.model.record import Record


class Participant(Struct, frozen=True, kw_only=True, gc=False):
    """One row of the participants file, as written."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    sector: str | None = None
    consent: str | None = None
    """The row's own value; None when the record's default holds."""
    count: int = 1
    """How many people the row stands for; above 1 only for a `counted` row."""
    span: Span


class Contribution(Struct, frozen=True, kw_only=True, gc=False):
    """One point that a person made, a row of `contributions.csv`. Nothing of it is ever published."""

    ref: str
    """How the office knows it; only a keyed hash of it leaves this file."""
    contact: str | None = None
    """An e-mail address to write to."""
    may_write: bool = True
    """Whether the person agreed to be written to."""
    text: str | None = None
    language: str | None = None
    responses: tuple[str, ...] = ()
    """Ids of the responses that answer it; none while it waits."""
    span: Span
    row: int
    """As a spreadsheet counts."""


class Process(Struct, frozen=True, kw_only=True, gc=False):
    """Everything one process folder says, before anything was withheld."""

    id: str
    path: str
    """The folder, relative to the content folder, with `/`."""
    record: Record
    brief: Body
    """The body of `index.md`, "in brief"."""
    chapters: tuple[Chapter, ...] = ()
    """In the structure's order, then `order`, then name."""
    participants: tuple[Participant, ...] = ()
    absent: tuple[Participant, ...] = ()
    """Those on the list who took no part: neither counted nor published, and looked for in the texts like others."""
    participants_span: Span | None = None
    """Where the list begins, for findings about the whole of it."""
    promises: tuple[Promise, ...] = ()
    responses: tuple[Response, ...] = ()
    has_responses_file: bool = False
    """Also where it could not be read: then a finding says why, and nothing is called missing."""
    contributions: tuple[Contribution, ...] = ()
    coverage: Coverage | None = None
    """As `coverage.yml` has it; None where there is none."""
    meetings: tuple[Meeting, ...] = ()
    """By date, then stem."""
    files: tuple[AttachedFile, ...] = ()
    unpublished: tuple[str, ...] = ()
    """Paths of files that nothing publishes unless a page links to them."""
    refused: tuple[str, ...] = ()
    """Paths of files that are there and may not be published: each has its finding, a link to one gets no other."""
    translations: tuple[Translation, ...] = ()
