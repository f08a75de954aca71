"""What may be shown: the catalogue after consent. The builders of pages, feeds, data and editions know only these."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

from generator.model.commitments import ClosingTarget
from generator.model.content import AttachedFile, Body, Chapter, Meeting, Promise, Response, Translation
from generator.model.coverage import Coverage
from generator.model.dates import PartialDate
from generator.model.record import NextStep, Outcome, Record
from generator.model.registry import Ministry, Topic
from generator.model.urls import ProcessUrls


class PublishedParticipant(Struct, frozen=True, kw_only=True, gc=False):
    """A person who is listed; what the person did not agree to is None."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None


class SectorFigure(Struct, frozen=True, kw_only=True, gc=False):
    """People of one sector. `count` is None when the figure is withheld (spec 3.3)."""

    sector: str
    count: int | None


class OrganisationFigure(Struct, frozen=True, kw_only=True, gc=False):
    organisation: str
    count: int


class PublishedParticipants(Struct, frozen=True, kw_only=True, gc=False):
    listed: tuple[PublishedParticipant, ...] = ()
    """One per row whose consent is above `counted`, sorted by the language's collation."""
    unlisted_count: int = 0
    """People in `counted` rows."""
    organisations: tuple[OrganisationFigure, ...] = ()
    sectors: tuple[SectorFigure, ...] = ()
    basis: str | None = None

    @property
    def count(self) -> int:
        """Everybody in the list, whether shown or only counted."""
        return len(self.listed) + self.unlisted_count


GateState = Literal["done", "missing", "waived", "not-applicable"]


class GateStep(Struct, frozen=True, kw_only=True, gc=False):
    """One condition of the closing gate, as a reader of the checklist sees it."""

    id: str
    """A gate id, for example `output-sent`."""
    state: GateState
    side: str
    """Who it is with: `partners`, `participants` or `output`, as `structure.yml` has it."""
    rule: str
    """Code of the rule that reports it."""
    date: PartialDate | None = None
    reason: str | None = None
    """Why it was waived."""


class MissingPart(Struct, frozen=True, kw_only=True, gc=False):
    """What a `closing` process still lacks besides the gate: an element, part or field, and the rule that says so."""

    rule: str
    values: Mapping[str, str]


class PublishedPromise(Struct, frozen=True, kw_only=True, gc=False):
    promise: Promise
    is_overdue: bool


class PublishedOutcome(Struct, frozen=True, kw_only=True, gc=False):
    outcome: Outcome
    is_stale: bool
    """Awaited past its date, with no news for as long as the site allows."""


class PublishedStep(Struct, frozen=True, kw_only=True, gc=False):
    step: NextStep
    is_overdue: bool


class PublishedProcess(Struct, frozen=True, kw_only=True, gc=False):
    """One process as the public sees it. Never a withdrawn one."""

    id: str
    url: str
    """`<id>/`, relative to the site's root."""
    path: str
    """Its folder in the content folder: for "edit this page" links and for resolving authors' links."""
    record: Record
    brief: Body
    chapters: tuple[Chapter, ...] = ()
    participants: PublishedParticipants | None = None
    """None when the process lists nobody."""
    promises: tuple[PublishedPromise, ...] = ()
    outcomes: tuple[PublishedOutcome, ...] = ()
    steps: tuple[PublishedStep, ...] = ()
    responses: tuple[Response, ...] = ()
    coverage: Coverage | None = None
    """How many of the points that people made were answered; None where nobody counted them."""
    meetings: tuple[Meeting, ...] = ()
    files: tuple[AttachedFile, ...] = ()
    translations: tuple[Translation, ...] = ()
    gate: tuple[GateStep, ...] = ()
    missing: tuple[MissingPart, ...] = ()
    """Only for `closing`."""
    closing_lag_days: int | None = None
    closing_target: ClosingTarget | None = None
    """None where the site sets no target, or dates are not known to the day."""
    is_next_stage_past: bool = False
    """The day that the record gives for the next stage was before the day of the build."""
    ministry_name: Mapping[str, str] = field(default_factory=dict)
    """The lead body's name of the process's own time, by language."""
    translated_from: str | None = None
    """The original's language, in a translation of the whole: what nobody translates (a picture's words) is still in it."""

    @property
    def urls(self) -> ProcessUrls:
        """The URLs of its pages and files."""
        return ProcessUrls(self.url)

    @property
    def is_answered(self) -> bool:
        """Whether a response tells what was done with what was said; one that only says that this is not known does not."""
        return any(each.is_answer for each in self.responses)


class WithdrawnNotice(Struct, frozen=True, kw_only=True, gc=False):
    """All that stays of a withdrawn process."""

    id: str
    url: str
    title: str
    language: str
    ministry: str
    date: PartialDate | None
    explanation: str | None
    promises_count: int = 0
    """How many promises it had: they leave the lists, and stay in the figures of the body."""
    is_waiting: bool = False
    """Not withdrawn: a process whose first version waits for corrections, or whose last one may not be shown any more."""


class OrdinaryPage(Struct, frozen=True, kw_only=True, gc=False):
    """A page of the site that belongs to no process, such as `about.md`."""

    path: str
    url: str
    title: str
    description: str
    is_hidden: bool
    body: Body
    version_of: date | None = None
    """The day of the version that is shown, where a newer one waits for corrections."""
    is_waiting: bool = False
    """A notice: its first version waits for corrections, or its last one may not be shown any more."""


class FederatedProcess(Struct, frozen=True, kw_only=True, gc=False):
    """A process of another catalogue (`sources:`), known only by its card."""

    id: str
    url: str
    title: str
    short_description: str
    ministry: str
    ministry_name: str
    kind: str
    methods: tuple[str, ...]
    topics: tuple[str, ...]
    status: str
    language: str
    start_date: PartialDate | None
    end_date: PartialDate | None
    output_sent: PartialDate | None
    closing_lag_days: int | None
    participants_count: int | None
    source: str
    """Title of the catalogue it came from."""


class PublishedCatalogue(Struct, frozen=True, kw_only=True, gc=False):
    """The whole site's content, after consent."""

    processes: tuple[PublishedProcess, ...]
    """In catalogue order: `end_date` descending, then id; without a date first."""
    withdrawn: tuple[WithdrawnNotice, ...] = ()
    ministries: Mapping[str, Ministry] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    localities: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What localities are called, by language, by their codes; those of which nobody said it are not among them."""
    pages: tuple[OrdinaryPage, ...] = ()
    introduction: OrdinaryPage | None = None
    """`processes/index.md`: words above the catalogue."""
    accessibility: Mapping[str, object] = field(default_factory=dict)
    remote: tuple[FederatedProcess, ...] = ()

    @property
    def counted(self) -> tuple[PublishedProcess, ...]:
        """Without examples, which are made up: what figures, lists of facts, data and feeds are made of."""
        return tuple(process for process in self.processes if not process.record.example)
