"""What an office writes besides the record: chapters, meetings, promises, responses, attached files (spec 3.2, 3.4)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.diagnostics import NOWHERE, Span
from generator.model.dates import PartialDate
from generator.model.record import ExtraField, Goal, Outcome, Update


class Heading(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A heading outside code. `part` is the id of the part it opens, None for any other heading."""

    level: int
    text: str
    """Plain text, without marks of emphasis or the `{#id}`."""
    id: str
    """The anchor: the part's id, the author's `{#id}`, or a Unicode slug; unique in the page."""
    part: str | None
    has_text: bool
    """Whether anything stands between it and the next heading (of any level)."""
    span: Span = NOWHERE


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """A link or picture as the author wrote it, with the source path as target."""

    target: str
    text: str
    """The link's text, or the picture's alternative text."""
    is_image: bool
    span: Span
    title: str | None = None
    """What is shown while the pointer rests on it."""


class Body(Struct, frozen=True, kw_only=True, gc=False):
    """Markdown as written, and what was found in it without building a page."""

    path: str
    """The file, relative to the content folder, with `/`."""
    text: str
    """The Markdown after the front matter, line ends `\\n`."""
    first_line: int
    """The line of the file on which `text` begins."""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    is_readable: bool = True
    """False when the file could not be read: then a finding says why, and nothing is called missing in it."""

    @property
    def is_empty(self) -> bool:
        return self.is_readable and not self.text.strip()


class Author(Struct, frozen=True, kw_only=True, gc=False):
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    standing: str | None = None


class Lesson(Struct, frozen=True, kw_only=True, gc=False):
    text: str
    about: str | None = None
    verdict: str | None = None
    theme: str | None = None


class Chapter(Struct, frozen=True, kw_only=True, gc=False):
    """A chapter or a Markdown appendix."""

    stem: str
    """The last part of its URL; an appendix in `appendices/` has its stem there."""
    element: str
    is_element_guessed: bool = False
    """What names its element is not known (C003), and the nearest was taken: nothing is called missing in it."""
    is_readable: bool = True
    """False when its front matter could not be read: nothing is called missing in it, nor an element it may be."""
    title: str
    """As given in its front matter, else its first level-1 heading, else the element's title in the process's language."""
    order: int | None = None
    author: Author | None = None
    covers: tuple[str, ...] = ()
    """Parts that the prose covers without a heading."""
    appendix_type: str | None = None
    lessons: tuple[Lesson, ...] = ()
    insights: tuple[str, ...] = ()
    extra: tuple[ExtraField, ...] = ()
    words: int = 0
    """About how many words its text has, told when it is published (`markup.words.about`)."""
    body: Body
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def parts(self) -> frozenset[str]:
        """Every part that stands here: by a heading with text under it, or named in `covers`."""
        return frozenset(h.part for h in self.body.headings if h.part and h.has_text) | frozenset(self.covers)


class Promise(Struct, frozen=True, kw_only=True, gc=False):
    id: str
    text: str
    date: PartialDate | None = None
    source: str | None = None
    planned: str | None = None
    done: str | None = None
    status: str | None = None
    due: PartialDate | None = None
    evidence: str | None = None
    """Text, an address, or the path of a file in the process folder."""
    law: str | None = None
    """The law or the decision of the government that holds it: `generator.model.laws.Law.id`."""
    explanation: str | None = None
    updates: tuple[Update, ...] = ()
    extra: tuple[ExtraField, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)


UNKNOWN = "unknown"
"""The answer that it is not known what was done, as of a record that others made of public sources."""


class Response(Struct, frozen=True, kw_only=True, gc=False):
    """What was done with one view that was heard."""

    id: str = ""
    """As written, else made of `heard`; unique among the responses of the process."""
    heard: str
    voices: int | None = None
    response: str | None = None
    explanation: str | None = None
    chapter: str | None = None
    """A chapter's stem with an optional `#part`."""
    extra: tuple[ExtraField, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def is_answer(self) -> bool:
        """Whether it says what was done: one that only says that this is not known answers nobody."""
        return self.response != UNKNOWN


class Meeting(Struct, frozen=True, kw_only=True, gc=False):
    """The summary of one consultation meeting, `meetings/<stem>.md`."""

    stem: str
    title: str
    date: PartialDate | None = None
    start_time: str | None = None
    end_time: str | None = None
    location: str | None = None
    type: str | None = None
    attendees_count: int | None = None
    organisations: tuple[str, ...] = ()
    extra: tuple[ExtraField, ...] = ()
    body: Body
    spans: Mapping[str, Span] = field(default_factory=dict)


class AttachedFile(Struct, frozen=True, kw_only=True, gc=False):
    """A file of the process folder that is published as it is."""

    path: str
    """Relative to the content folder, with `/`."""
    uri: str
    """Where it is published, relative to the site's root."""
    size: int
    """Bytes."""
    title: str
    """What a list of downloads calls it."""
    in_appendices: bool


class Translation(Struct, frozen=True, kw_only=True, gc=False):
    """The process in another language: `index.ar.md`, and what stands beside originals (`foreword.ar.md`, `responses.ar.yml`)."""

    language: str
    title: str
    short_description: str
    bottom_lines: tuple[str, ...] = ()
    brief: Body
    has_record: bool = False
    """Whether there is an `index.<language>.md`."""
    chapters: tuple[Chapter, ...] = ()
    """Only those that are translated; facts and figures come from the record."""
    meetings: tuple[Meeting, ...] = ()
    """Those that are translated, with the facts of their originals; so are the promises, responses, goals and outcomes."""
    promises: tuple[Promise, ...] = ()
    responses: tuple[Response, ...] = ()
    goals: tuple[Goal, ...] = ()
    """As many as the record has, or none."""
    outcomes: tuple[Outcome, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    """What else of the record is translated, by its place there; see `model.record_words`."""
    uneven: tuple[str, ...] = ()
    """Lists of the record that it has with another number of items (C016)."""

    @property
    def pages(self) -> tuple[Chapter | Meeting, ...]:
        """Its chapters, then its meetings."""
        found: list[Chapter | Meeting] = [*self.chapters, *self.meetings]
        return tuple(found)

    @property
    def lines(self) -> tuple[Promise | Response, ...]:
        """Its promises, then its responses."""
        found: list[Promise | Response] = [*self.promises, *self.responses]
        return tuple(found)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Its own text, then those of its chapters and meetings."""
        return (self.brief, *(page.body for page in self.pages))
