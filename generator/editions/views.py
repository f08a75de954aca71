"""The values of the editions' templates: text and safe HTML."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from generator.rendering.picture import Picture
from generator.rendering.terms import State

NOTHING = Markup("")


class ContentsEntry(Struct, frozen=True, kw_only=True):
    """A line of the contents."""

    place: str
    title: str
    inner: tuple[ContentsEntry, ...] = ()


class Fact(Struct, frozen=True, kw_only=True):
    label: str
    value: Markup
    is_wide: bool = False
    """Long text, which takes a row of its own."""


class Cover(Struct, frozen=True, kw_only=True):
    title: Markup
    short_description: Markup
    status: str
    status_title: str
    continuation: str
    """`Final summary` or `A stage on the way`, in the structure's words; empty when unanswered."""
    ministry: str
    partners: tuple[str, ...]
    facts: tuple[Markup, ...]
    """Period, methods, number of participants: those that are known."""
    output: Markup
    """What the output is and whom it is for, as a sentence; empty when unanswered."""
    dated: str
    """When it was sent; empty when not known."""
    permalink: str
    site_name: str
    is_example: bool = False
    notices: tuple[Markup, ...] = ()
    """Who wrote it, where that was not the convening body; that it is made up."""
    picture: Picture | None = None


class Line(Struct, frozen=True, kw_only=True):
    """A bottom line."""

    text: Markup
    is_decision: bool


class Step(Struct, frozen=True, kw_only=True):
    """A next step, a change, an update: when, what, who."""

    when: str
    text: Markup
    state: str = ""
    """Class of the state from then on (`adopted`); empty when it did not move."""
    state_title: str = ""
    who: Markup = NOTHING
    evidence: Markup = NOTHING
    """What proves it, or where more is said."""
    updates: tuple[Step, ...] = ()


class StateLine(Struct, frozen=True, kw_only=True):
    """An outcome, a goal: a state in a word, and what it is the state of."""

    state: str
    """Class of the state (`adopted`, `met-yes`); empty when there is none."""
    state_title: str
    text: Markup
    details: tuple[Markup, ...] = ()
    note: Markup = NOTHING
    evidence: Markup = NOTHING
    updates: tuple[Step, ...] = ()


class PromiseView(Struct, frozen=True, kw_only=True):
    id: str
    text: Markup
    status: str
    state: State
    overdue: State | None
    facts: tuple[Markup, ...]
    steps: tuple[Fact, ...]
    """Planned, done, evidence, and fields that only the structure knows: those that were written."""
    explanation: Markup
    unmet: Markup
    """A link to what was missed, for a promise that was not kept; else empty."""
    updates: tuple[Step, ...]


class Count(Struct, frozen=True, kw_only=True):
    """So many of something: a line of a tally."""

    state: str
    title: str
    count: str


class ResponseView(Struct, frozen=True, kw_only=True):
    heard: Markup
    voices: str
    points: str
    """How many points it answers, in words; empty where nobody counted."""
    response: str
    response_title: str
    explanation: Markup
    where: Markup
    """A link to the place in the output; empty when none is named."""
    extra: tuple[Fact, ...] = ()
    """Fields that only the structure knows."""


class Section(Struct, frozen=True, kw_only=True):
    """A chapter, an appendix or a meeting, with its text."""

    place: str
    title: Markup
    facts: tuple[Markup, ...]
    """Who wrote it, or when and where it was."""
    html: Markup
    entry: ContentsEntry
    insights: tuple[Markup, ...] = ()
    lessons: tuple[StateLine, ...] = ()


class Person(Struct, frozen=True, kw_only=True):
    name: str
    role: str
    organisation: str


class People(Struct, frozen=True, kw_only=True):
    """The appendix of participants."""

    place: str
    title: str
    summary: tuple[str, ...]
    """How many, and how many are not listed, as sentences."""
    basis: Markup
    listed: tuple[Person, ...]
    listed_lines: tuple[tuple[str, ...], ...] = ()
    """What is said of each, instead of `listed` where they are many, on paper: see `editions.long_lists`."""
    graph: Markup
    """Participants by sector, drawn; empty where no figure is published."""
    sectors: tuple[Fact, ...]
    organisations: tuple[Fact, ...]
    organisation_lines: tuple[tuple[str, ...], ...] = ()
    """Instead of `organisations` where they are many, on paper."""


class Handout(Struct, frozen=True, kw_only=True):
    """What is handed out at a meeting: the results, and the answers to those who spoke."""

    cover: Cover
    bottom_lines: tuple[Line, ...]
    coverage: tuple[str, ...]
    """How many of the points that people made were answered."""
    responses: tuple[ResponseView, ...]
    outcomes: tuple[StateLine, ...]
    promise_counts: tuple[Count, ...]
    next_steps: tuple[Step, ...]
    contact: tuple[Markup, ...]


class Document(Struct, frozen=True, kw_only=True):
    """A whole process on one page, in the order of the generic structure."""

    language: str
    direction: str
    cover: Cover
    contents: tuple[ContentsEntry, ...]
    facts: tuple[Fact, ...]
    timescale: Markup
    """The days of the process, drawn; empty where they are not known."""
    bottom_lines: tuple[Line, ...]
    outcomes: tuple[StateLine, ...]
    goals: tuple[StateLine, ...]
    next_steps: tuple[Step, ...]
    approvals: tuple[Step, ...]
    """Who stood behind the output, the closing, the publication."""
    contact: tuple[Markup, ...]
    waived: tuple[Fact, ...]
    brief: Markup
    chapters: tuple[Section, ...]
    promises: tuple[PromiseView, ...]
    promise_counts: tuple[Count, ...]
    coverage: tuple[str, ...]
    """How many of the points that people made were answered."""
    responses: tuple[ResponseView, ...]
    shares: Markup
    """Responses by what was done, drawn; empty where there are none."""
    meetings: tuple[Section, ...]
    appendices: tuple[Section, ...]
    files: tuple[Markup, ...]
    """Links to the attached files, which stand outside the document."""
    people: People | None
    changes: tuple[Step, ...]
    sources: tuple[Markup, ...]
    license: Markup
