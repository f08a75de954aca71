"""The record of a process: the front matter of its `index.md` as typed values (spec 3.1).

Ids of vocabularies (`kind`, `status`, `methods` …) are plain strings, since `structure.yml` owns them.
None means "not given"; an empty tuple means "none given"; nothing here is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.diagnostics import Span
from generator.model.dates import PartialDate


class Partner(Struct, frozen=True, kw_only=True, gc=False):
    """A body of the registry (`ministry`), or one described in place."""

    ministry: str | None = None
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    sector: str | None = None

    @property
    def in_words(self) -> str:
        """`name (role, organisation)`: what one partner is must not read as another partner in the list."""
        texts = [text for text in (self.name, self.role, self.organisation) if text]
        return f"{texts[0]} ({', '.join(texts[1:])})" if len(texts) > 1 else "".join(texts)


class Goal(Struct, frozen=True, kw_only=True, gc=False):
    text: str
    met: str | None = None
    note: str | None = None


class NextStage(Struct, frozen=True, kw_only=True, gc=False):
    description: str | None = None
    date: PartialDate | None = None
    process: str | None = None
    """Id of the process that is the next stage."""


class OutputFile(Struct, frozen=True, kw_only=True, gc=False):
    """A designed PDF, film or site. Exactly one of `path` (in the process folder) and `url` is expected."""

    title: str | None = None
    path: str | None = None
    url: str | None = None
    format: str | None = None


class Output(Struct, frozen=True, kw_only=True, gc=False):
    """The four questions that define the closing output (method, step 2)."""

    type: str | None = None
    audience: tuple[str, ...] = ()
    purpose: str | None = None
    detail: str | None = None
    distribution: tuple[str, ...] = ()
    continuation: str | None = None
    next_stage: NextStage | None = None
    expected: str | None = None
    files: tuple[OutputFile, ...] = ()


class BottomLine(Struct, frozen=True, kw_only=True, gc=False):
    text: str
    decision: bool = False


class Update(Struct, frozen=True, kw_only=True, gc=False):
    """What became known of a promise, an outcome or a next step on a day."""

    date: PartialDate | None
    note: str
    url: str | None = None
    state: str | None = None
    """The state from then on, by the vocabulary of what it updates; None when it did not move."""


class Outcome(Struct, frozen=True, kw_only=True, gc=False):
    """What will happen, or happened, to the output."""

    id: str = ""
    """As written, else made of its type, title and reference; unique among the outcomes of the process."""
    type: str | None = None
    state: str = "expected"
    title: str | None = None
    date: PartialDate | None = None
    due: PartialDate | None = None
    """By when it is expected."""
    reference: str | None = None
    law: str | None = None
    """The law or the decision of the government that it is: `generator.model.laws.Law.id`."""
    url: str | None = None
    note: str | None = None
    evidence: str | None = None
    """Text, an address, or the path of a file in the process folder."""
    updates: tuple[Update, ...] = ()


class Contact(Struct, frozen=True, kw_only=True, gc=False):
    name: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None


class NextStep(Struct, frozen=True, kw_only=True, gc=False):
    id: str = ""
    """As written, else made of its text; unique among the steps of the process."""
    text: str
    who: str | None = None
    due: PartialDate | None = None
    state: str = "open"
    evidence: str | None = None
    explanation: str | None = None
    """Why it was dropped."""
    updates: tuple[Update, ...] = ()


class Waiver(Struct, frozen=True, kw_only=True, gc=False):
    """Explain instead of comply: `subject` is a gate id, an element or a part."""

    subject: str
    reason: str


class Closing(Struct, frozen=True, kw_only=True, gc=False):
    partners_aligned: PartialDate | None = None
    expectations_revisited: PartialDate | None = None
    participants_told: PartialDate | None = None
    output_sent: PartialDate | None = None
    thanked: PartialDate | None = None
    """As written; when absent, the thanks went with the output (`output_sent`)."""
    contact: Contact | None = None
    next_steps: tuple[NextStep, ...] = ()
    why_now: str | None = None
    waived: tuple[Waiver, ...] = ()


class Approval(Struct, frozen=True, kw_only=True, gc=False):
    """An official who stood behind something: named by the record, not by a list of participants."""

    who: str
    role: str | None = None
    date: PartialDate | None = None
    of: str | None = None
    """A term of the vocabulary `approval`."""


class Change(Struct, frozen=True, kw_only=True, gc=False):
    date: PartialDate | None
    note: str


class Withdrawal(Struct, frozen=True, kw_only=True, gc=False):
    date: PartialDate | None = None
    explanation: str | None = None


class Source(Struct, frozen=True, kw_only=True, gc=False):
    title: str | None = None
    url: str | None = None
    law: str | None = None
    """The law or the decision of the government that it is: `generator.model.laws.Law.id`."""


class Picture(Struct, frozen=True, kw_only=True, gc=False):
    """The picture of a process: a file of its folder, what it shows in words, and whose it is."""

    path: str | None = None
    alt: str | None = None
    credit: str | None = None


class ConsentPolicy(Struct, frozen=True, kw_only=True, gc=False):
    """The record's `participants:`: what holds for rows that do not say for themselves."""

    default_consent: str | None = None
    basis: str | None = None


class Writing(Struct, frozen=True, kw_only=True, gc=False):
    """Who wrote the text of the process, where that was not the convening body, and when."""

    name: str | None = None
    date: PartialDate | None = None


OWN_NOTES = frozenset({"extra", "spans", "is_readable", "body", "stem", "is_element_guessed", "words"})
"""What structs note for themselves: a field of the structure with one of these names has no place in them."""


class Privacy(Struct, frozen=True, kw_only=True, gc=False):
    """What somebody has looked at and answers for (the record's `privacy:`)."""

    reviewed: tuple[Waiver, ...] = ()
    """Places (`content#insights`, `short_description`) where what was found may stand, each with its reason."""
    one_word_names: str | None = None
    """Why names of one word are looked for, too: such a word is often something else."""


class ExtraField(Struct, frozen=True, kw_only=True, gc=False):
    """A field that only `structure.yml` (or a site's extension of it) knows: shown as it is, typed by nothing in code."""

    id: str
    """Its path: `budget`, within a map `output.budget`, within the third item of a list `outcomes[2].budget`."""
    values: tuple[str, ...]
    """As text; the ids of a vocabulary stay ids."""
    is_text: bool = False
    """Words of its own, which a translation may say otherwise."""


class Record(Struct, frozen=True, kw_only=True, gc=False):
    title: str = ""
    short_description: str = ""
    ministry: str = ""
    partners: tuple[Partner, ...] = ()
    kind: str = ""
    methods: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    scope: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    status: str = ""
    """Empty when it is missing or unknown: then nothing is asked of families C and G."""
    language: str = "he"
    goals: tuple[Goal, ...] = ()
    participants_count: int | None = None
    consent: ConsentPolicy = ConsentPolicy()
    privacy: Privacy = Privacy()
    output: Output = Output()
    bottom_lines: tuple[BottomLine, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    closing: Closing = Closing()
    previous: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Ids that the process had before, the oldest first: their addresses lead on to it."""
    approvals: tuple[Approval, ...] = ()
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None
    publish_lists: tuple[Waiver, ...] = ()
    """Attached files that read like a list of people and are published all the same: path and reason."""
    written_by: Writing | None = None
    example: bool = False
    """Made up: it stands in no total and in no list of facts about the world."""
    license: str | None = None
    reference: str | None = None
    picture: Picture | None = None
    sources: tuple[Source, ...] = ()
    extra: tuple[ExtraField, ...] = ()
    is_readable: bool = True
    """False when the front matter could not be read: then nothing in it is called missing."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where each value was written, by dotted path: `ministry`, `closing.output_sent`, `outcomes[0].type`.
    The key `""` is the opening `---`; the key of a list item or mapping is its first key's place."""

    def extra_values(self, field_id: str) -> tuple[str, ...]:
        """The values of a field that only the structure knows, such as `districts`; empty where it is not given."""
        return next((each.values for each in self.extra if each.id == field_id), ())
