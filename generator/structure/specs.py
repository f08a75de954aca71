"""The generic structure of a closing document as typed values; `structure.yml` is what they are read from.

Nothing in code repeats a field, a vocabulary's entry, an element or a title: whoever needs one asks these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from generator.diagnostics import Text


class FieldType(StrEnum):
    """How the text of a value is typed. A closed vocabulary of the code: a new one needs code to read it."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DATE = "date"
    TIME = "time"
    URL = "url"
    EMAIL = "email"
    PHONE = "phone"
    ID = "id"
    LAW = "law"
    """A law or a decision of the government, in one of the forms of `generator.model.laws`."""
    FILE = "file"
    TERM = "term"
    """A value of the vocabulary named in `vocabulary`."""
    MINISTRY = "ministry"
    TOPIC = "topic"
    PROCESS = "process"
    PART = "part"
    """The id of a part of the element it stands in (`covers`)."""
    CHAPTER = "chapter"
    """A chapter's stem with an optional `#part`."""
    LIST = "list"
    MAP = "map"
    REASONS = "reasons"
    """A mapping of free keys to text (`closing.waived`)."""


class Term(Struct, frozen=True, kw_only=True):
    """An entry of a vocabulary."""

    id: str
    title: Text
    aliases: tuple[str, ...] = ()
    guidance: Text | None = None
    names: frozenset[str] = frozenset()
    """All it may be called, as `lookups.normal` writes it: filled once by the loader, so that matching is quick."""


class Vocabulary(Struct, frozen=True, kw_only=True, dict=True):
    id: str
    title: Text
    terms: tuple[Term, ...]
    is_closed: bool = False
    """The code acts on each of its terms (consent, status, language): a site may rename them, not add to them."""

    @cached_property
    def by_name(self) -> dict[str, Term]:
        """Terms by all their normal names; of two terms with one name it is the first's."""
        return {name: term for term in reversed(self.terms) for name in term.names}


class Condition(Struct, frozen=True, kw_only=True):
    """When something is required. A tree of the few forms that `structure.yml` may write:

    `all` / `any` of conditions; or one `question` (a dotted name such as `output.audience`, `kind`, `status`,
    a field of the same mapping such as `this.status`, or a fact, see `conditions.FACTS`) answered with one of
    `answers`; with `only`, answered with exactly these and nothing else. `always` has no question and no branches.
    """

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    question: str | None = None
    answers: frozenset[str] = frozenset()
    only: bool = False


ALWAYS = Condition()


class FieldSpec(Struct, frozen=True, kw_only=True):
    id: str
    type: FieldType
    title: Text
    guidance: Text | None = None
    required: Condition | None = None
    """None: never required by the structure itself."""
    required_rule: str | None = None
    """Code of the rule that reports its absence when it is not F001 (`C004` for `bottom_lines`, …)."""
    vocabulary: str | None = None
    of: FieldSpec | None = None
    """The items of a list."""
    fields: tuple[FieldSpec, ...] = ()
    """The fields of a map."""
    shorthand: str | None = None
    """A map may be written as bare text: the field which that text fills (`goals`, `bottom_lines`, `partners`)."""
    aliases: tuple[str, ...] = ()
    """Other names for it: column headers of participants in three languages; for other fields usually none."""
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    example: str | None = None
    """What `sikum new` shows."""
    is_shown: bool = True
    """Whether a page shows it when no code has a place of its own for it (fields of an extension)."""
    names: frozenset[str] = frozenset()


class PartSpec(Struct, frozen=True, kw_only=True):
    id: str
    title: Text
    aliases: tuple[str, ...] = ()
    guidance: Text | None = None
    names: frozenset[str] = frozenset()


class Requirement(Struct, frozen=True, kw_only=True):
    """What an element must hold `when` a condition is true. Each inner tuple is "one of these parts"."""

    when: Condition
    parts: tuple[tuple[str, ...], ...] = ()


class ElementSpec(Struct, frozen=True, kw_only=True):
    id: str
    title: Text
    aliases: tuple[str, ...] = ()
    guidance: Text | None = None
    parts: tuple[PartSpec, ...] = ()
    fields: tuple[FieldSpec, ...] = ()
    """Fields of its chapter's front matter, besides those of every chapter (`Structure.chapter_fields`)."""
    repeats: bool = True
    required: Condition | None = None
    """When the element itself must be there. An element whose `requirements` ask for a part is required by that."""
    requirements: tuple[Requirement, ...] = ()
    """Tried in order; the first whose condition holds decides (spec 3.2 "first match")."""
    also: tuple[Requirement, ...] = ()
    """Asked in addition, each on its own (`unmet`)."""
    recommended: tuple[str, ...] = ()
    """Parts whose absence is a warning at most."""
    recommended_when: Condition | None = None
    hosts: tuple[str, ...] = ()
    """Elements whose parts may also stand inside this one (`background` hosts `reflection`)."""
    is_appendix: bool = False
    is_generated: bool = False
    """Written by the machine (`participants`): no file may claim it."""
    names: frozenset[str] = frozenset()


class EditionSpec(Struct, frozen=True, kw_only=True):
    """An edition of the output (`pdf`, `brief`, `handout`) and when the profile asks for it."""

    id: str
    title: Text
    when: Condition


class GateSpec(Struct, frozen=True, kw_only=True):
    """One condition of the closing gate."""

    id: str
    rule: str
    side: str
    """`partners`, `participants` or `output`: who the step is with."""
    title: Text
    who: Text
    """Who acts."""
    guidance: Text | None = None
    written: str = ""
    """Where an editor notes it: a field of the record, or a file."""


class StepSpec(Struct, frozen=True, kw_only=True):
    """A passage of the method, one of its two steps, or one of the four questions, as the guide teaches it."""

    id: str
    title: Text
    guidance: Text


class Structure(Struct, frozen=True, kw_only=True, dict=True):
    record: tuple[FieldSpec, ...]
    chapter_fields: tuple[FieldSpec, ...]
    """Fields that any chapter may carry: element, title, order, covers, insights …"""
    elements: tuple[ElementSpec, ...]
    """In the order in which chapters are published."""
    promise: tuple[FieldSpec, ...]
    response: tuple[FieldSpec, ...]
    meeting: tuple[FieldSpec, ...]
    meeting_parts: tuple[PartSpec, ...]
    participant: tuple[FieldSpec, ...]
    """Columns of the participants file."""
    ministry: tuple[FieldSpec, ...]
    topic: tuple[FieldSpec, ...]
    accessibility: tuple[FieldSpec, ...]
    vocabularies: Mapping[str, Vocabulary]
    editions: tuple[EditionSpec, ...]
    gate: tuple[GateSpec, ...]
    method: tuple[StepSpec, ...] = ()
    """What the guide says around the steps: why, with whom, what the structure is good for."""
    steps: tuple[StepSpec, ...] = ()
    questions: tuple[StepSpec, ...] = ()
    reserved_ids: frozenset[str] = frozenset()
    """Names no process, group or ordinary page may have at the top (spec 3)."""
    reserved_stems: frozenset[str] = frozenset()
    """Names no chapter may have."""
    languages: tuple[str, ...] = ("he", "ar", "en")
    digest: str = ""
    """Hash of all it was read from: part of every cache key."""

    @cached_property
    def elements_by_id(self) -> dict[str, ElementSpec]:
        return {element.id: element for element in reversed(self.elements)}  # of equal ids the first holds

    @cached_property
    def parts_by_element(self) -> dict[str, tuple[PartSpec, ...]]:
        """The parts that a chapter of each element may have: its own, then those of the elements it hosts."""
        return {
            element.id: element.parts + tuple(part for guest in self._guests(element) for part in guest.parts)
            for element in self.elements_by_id.values()
        }

    @cached_property
    def fields_by_element(self) -> dict[str, tuple[FieldSpec, ...]]:
        """Fields that a chapter of each element may have: those of every chapter, its own, its guests' (`lessons`)."""
        found: dict[str, tuple[FieldSpec, ...]] = {}
        for element in self.elements_by_id.values():
            own = self.chapter_fields + element.fields
            taken = {each.id for each in own}
            guests = (each for guest in self._guests(element) for each in guest.fields)
            found[element.id] = own + tuple(each for each in guests if each.id not in taken)
        return found

    def _guests(self, element: ElementSpec) -> tuple[ElementSpec, ...]:
        return tuple(self.elements_by_id[guest] for guest in element.hosts if guest in self.elements_by_id)
