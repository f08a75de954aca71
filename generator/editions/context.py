"""What every edition is written with: the view of its process, drawn as safe HTML instead of page templates' values."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from generator.editions.embedding import Embedding
from generator.editions.views import Fact
from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.model.record import Contact, ExtraField
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.facts import Fact as ViewFact
from generator.rendering.links import Link
from generator.rendering.templates import isolated, kept_together
from generator.rendering.terms import element_title, joined, subject_title, term_in_text
from generator.structure import FieldSpec
from generator.views.facts import partners
from generator.views.process import ProcessView
from generator.views.shared import view_of
from generator.wording import Wording


class EditionContext(Struct, frozen=True):
    """A process's view in one language. All that is returned as `Markup` is escaped and safe to place."""

    view: ProcessView
    embedding: Embedding | None = None
    """Where the whole process stands on one page: links to its pages then lead within it."""

    @property
    def process(self) -> PublishedProcess:
        return self.view.process

    @property
    def context(self) -> SiteContext:
        return self.view.context

    @property
    def wording(self) -> Wording:
        return self.view.wording

    @property
    def cross_references(self) -> CrossReferences:
        return self.view.cross_references

    def text(self, written: str | None) -> Markup:
        """An author's text, with what right-to-left would turn around (`2016–2017`, `-5%`) isolated, and ranges on one line."""
        return isolated(written or "") if self.wording.direction == "rtl" else kept_together(written or "")

    def term(self, vocabulary: str, term_id: str | None) -> str:
        """A term's title; empty when there is no term."""
        return self.view.term(vocabulary, term_id) if term_id else ""

    def terms(self, vocabulary: str, term_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.term(vocabulary, each) for each in term_ids)

    def date(self, value: PartialDate | None) -> str:
        """In words; empty when it is not known."""
        return self.wording.date(value) if value else ""

    def period(self) -> Markup:
        """From when to when. Only years need isolating: dates in words are read in the text's own direction."""
        record = self.process.record
        period = self.wording.period(record.start_date, record.end_date)
        return self.text(period) if period.replace("–", "").isdigit() else escape(period)

    @property
    def ministry(self) -> str:
        """The lead ministry's name of the process's own time."""
        return self.view.ministry(self.process.record.ministry).text

    @property
    def partners(self) -> tuple[str, ...]:
        return tuple(each.text for each in partners(self.view))

    def element(self, element_id: str) -> str:
        """The title of an element of the structure (`participants`)."""
        return element_title(self.context.structure, element_id, self.wording.language)

    def field(self, dotted: str) -> str:
        """The title of a field of the record (`output.expected`)."""
        return self.view.field(dotted)

    def subject(self, waived: str) -> str:
        """What a waiver is about: a step of the gate, an element or a part."""
        return subject_title(self.context.structure, waived, self.wording.language)

    def in_text(self, vocabulary: str, terms: Iterable[str]) -> str:
        """The terms' titles within a sentence: `decision makers and the public`."""
        return self.joined(term_in_text(self.context.structure, vocabulary, each, self.wording) for each in terms)

    def joined(self, items: Iterable[str]) -> str:
        """`a, b and c`."""
        return joined(items, self.wording.language)

    def further(self, extra: Iterable[ExtraField], specs: Iterable[FieldSpec]) -> tuple[Fact, ...]:
        """The fields that only the structure knows, as pages show them."""
        return tuple(map(self.fact, self.view.further(extra, specs)))

    def fact(self, fact: ViewFact) -> Fact:
        """A fact of the view as one text with its links."""
        separator = escape(fact.separator(self.wording))
        return Fact(label=fact.title, value=separator.join(map(self.linked, fact.items)), is_wide=fact.is_wide)

    def linked(self, link: Link | None) -> Markup:
        """A link of the view, or its bare text; addresses and file names are isolated. Empty for None."""
        if link is None:
            return Markup("")
        if link.url is None:
            return self.text(link.text)
        is_name = link.text == link.url or link.url.partition("#")[0].endswith(f"/{link.text}")
        text = Markup('<bdi dir="ltr">{}</bdi>').format(link.text) if is_name else self.text(link.text)
        href = self.embedding.within(link.url) if self.embedding else link.url
        return Markup('<a href="{}">{}</a>').format(href, text)

    def file_url(self, path: str) -> str | None:
        """Where a file or page of the process folder is published, relative to the root."""
        found = self.view.references.file(path)
        return found.url if found else None

    def contact(self, contact: Contact | None) -> tuple[Markup, ...]:
        """Who may be asked, one line each: name and role, address, telephone. Empty when nobody is named."""
        if contact is None:
            return ()
        lines = [self.text(", ".join(filter(None, (contact.name, contact.role))))]
        if contact.email:
            lines.append(Markup('<a href="mailto:{0}"><bdi dir="ltr">{0}</bdi></a>').format(contact.email))
        if contact.phone:
            lines.append(Markup('<bdi dir="ltr">{}</bdi>').format(contact.phone))
        return tuple(filter(None, lines))

    @property
    def permalink(self) -> str:
        """The process's address: absolute when the site's is configured, else from the site's root (`/id/`)."""
        return self.context.absolute(self.process.url) if self.context.site_url else f"/{self.process.url}"


def edition_of(
    process: PublishedProcess,
    cross_references: CrossReferences,
    context: SiteContext,
    wording: Wording | None = None,
) -> EditionContext:
    """The context of an edition; in the process's own language unless `wording` is given."""
    view = view_of(process, cross_references, context)
    return EditionContext(replace(view, wording=wording) if wording else view)
