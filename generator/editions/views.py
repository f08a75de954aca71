"""What the templates of the editions ask for: frozen, in words, ready to place."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

NOTHING = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the contents."""

    place: str
    title: str
    inner: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    label: str
    value: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A bottom line."""

    text: Markup
    is_decision: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLine:
    """An outcome, a goal: a state in a word, and what it is the state of."""

    state: str
    """Class of the state (`adopted`, `met-yes`); empty when there is none."""
    state_title: str
    text: Markup
    details: tuple[Markup, ...] = ()
    note: Markup = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A next step, a change, an update: when, what, who."""

    when: str
    text: Markup
    who: Markup = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseView:
    id: str
    text: Markup
    status: str
    status_title: str
    is_overdue: bool
    facts: tuple[Markup, ...]
    steps: tuple[Fact, ...]
    """Planned, done, evidence: those that were written."""
    explanation: Markup
    updates: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many of something: a line of a tally."""

    state: str
    title: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    heard: Markup
    voices: str
    response: str
    response_title: str
    explanation: Markup
    where: Markup
    """A link to the place in the output; empty when none is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter, an appendix or a meeting, with its text."""

    place: str
    title: Markup
    facts: tuple[Markup, ...]
    """Who wrote it, or when and where it was."""
    html: Markup
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    role: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The appendix of participants."""

    place: str
    title: str
    summary: tuple[str, ...]
    """How many, and how many are not listed, as sentences."""
    basis: Markup
    listed: tuple[Person, ...]
    sectors: tuple[Fact, ...]
    organisations: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """What is handed out at a meeting: the results, and the answers to those who spoke."""

    cover: Cover
    bottom_lines: tuple[Line, ...]
    responses: tuple[ResponseView, ...]
    outcomes: tuple[StateLine, ...]
    promise_counts: tuple[Count, ...]
    next_steps: tuple[Step, ...]
    contact: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole process on one page, in the order of the generic structure."""

    language: str
    direction: str
    cover: Cover
    contents: tuple[Entry, ...]
    facts: tuple[Fact, ...]
    bottom_lines: tuple[Line, ...]
    outcomes: tuple[StateLine, ...]
    goals: tuple[StateLine, ...]
    next_steps: tuple[Step, ...]
    contact: tuple[Markup, ...]
    waived: tuple[Fact, ...]
    brief: Markup
    chapters: tuple[Section, ...]
    promises: tuple[PromiseView, ...]
    promise_counts: tuple[Count, ...]
    responses: tuple[ResponseView, ...]
    meetings: tuple[Section, ...]
    appendices: tuple[Section, ...]
    files: tuple[Markup, ...]
    """Links to the attached files, which stand outside the document."""
    people: People | None
    changes: tuple[Step, ...]
    sources: tuple[Markup, ...]
    license: Markup
