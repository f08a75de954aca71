"""What every edition writes with: the process's own language, its names and addresses."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape
from msgspec import Struct

from generator.editions.embedding import Embedding
from generator.editions.views import Fact
from generator.model.content import Body
from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.model.record import Contact, ExtraField, Partner
from generator.model.site import ROOT
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.links import Link, outside
from generator.rendering.templates import isolated
from generator.rendering.terms import element_title, field_title, joined, subject_title, term_title
from generator.structure import FieldSpec
from generator.views.process import ProcessView
from generator.wording import Wording


class Writer(Struct, frozen=True):
    """Words of one process in one language. All that it returns as `Markup` is escaped and safe to place."""

    process: PublishedProcess
    cross_references: CrossReferences
    context: SiteContext
    wording: Wording
    embedding: Embedding | None = None
    """Where the whole process stands on one page: links to its pages then lead within it."""

    def text(self, written: str | None) -> Markup:
        """An author's text, with what right-to-left would turn around (`2016–2017`, `-5%`) isolated."""
        return isolated(written or "") if self.wording.direction == "rtl" else escape(written or "")

    def term(self, vocabulary: str, term_id: str | None) -> str:
        """A term's title; empty when there is no term."""
        return term_title(self.context.structure, vocabulary, term_id, self.wording.language) if term_id else ""

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
        """The lead body's name of the process's own time."""
        names = self.process.ministry_name
        return names.get(self.wording.language) or names.get("he") or self.process.record.ministry

    def partner(self, partner: Partner) -> str:
        """`name, role, organisation`, or the body's name in the registry."""
        if partner.ministry:
            body = self.context.ministries.get(partner.ministry)
            return body.name_in(self.wording.language) if body else partner.ministry
        return ", ".join(filter(None, (partner.name, partner.role, partner.organisation)))

    @property
    def partners(self) -> tuple[str, ...]:
        return tuple(filter(None, map(self.partner, self.process.record.partners)))

    def element(self, element_id: str) -> str:
        """The title of an element of the structure (`participants`)."""
        return element_title(self.context.structure, element_id, self.wording.language)

    def field(self, dotted: str) -> str:
        """The title of a field of the record (`output.expected`)."""
        return field_title(self.context.structure, dotted, self.wording.language)

    def subject(self, waived: str) -> str:
        """What a waiver is about: a step of the gate, an element or a part."""
        return subject_title(self.context.structure, waived, self.wording.language)

    def joined(self, items: Iterable[str]) -> str:
        """`a, b and c`."""
        return joined(items, self.wording.language)

    def reference(self, written: str | None) -> Markup:
        """A text, an address or a file of the process, as a link where it leads somewhere."""
        if not written:
            return Markup("")
        if address := outside(written):
            return Markup('<a href="{0}"><bdi dir="ltr">{0}</bdi></a>').format(address)
        url = self.file_url(written)
        if url is None:
            return self.text(written)
        return self.link(url, self.file_title(written))

    def further(self, extra: Iterable[ExtraField], specs: Iterable[FieldSpec]) -> tuple[Fact, ...]:
        """Fields that only the structure knows, as the pages show them."""
        view = ProcessView(
            process=self.process, cross_references=self.cross_references, context=self.context, wording=self.wording
        )
        return tuple(
            Fact(label=fact.title, value=Markup(", ").join(map(self._linked, fact.items)))
            for fact in view.further(extra, specs)
        )

    def _linked(self, link: Link) -> Markup:
        if link.url is None:
            return self.text(link.text)
        href = self.embedding.within(link.url) if self.embedding else link.url
        return Markup('<a href="{}">{}</a>').format(href, self.text(link.text))

    def link(self, url: str, text: Markup, anchor: str = "") -> Markup:
        """A link to a place of the site, `url` being relative to its root."""
        href = f"{ROOT}{url}#{anchor}" if anchor else f"{ROOT}{url}"
        return Markup('<a href="{}">{}</a>').format(self.embedding.within(href) if self.embedding else href, text)

    def url_of(self, body: Body, name: str) -> str:
        """Where an authored page is published; `name` is its place under the process when the site does not say."""
        return self.cross_references.urls.get(body.path, f"{self.process.url}{name}/")

    def file_url(self, path: str) -> str | None:
        """Where a file or page of the process folder is published, relative to the root."""
        return self.cross_references.urls.get(f"{self.process.path}/{path}")

    def file_title(self, path: str) -> Markup:
        source = f"{self.process.path}/{path}"
        titles = {each.body.path: each.title for each in self.process.chapters}
        titles |= {each.body.path: each.title for each in self.process.meetings}
        titles |= {each.path: each.title for each in self.process.files}
        return (
            self.text(titles[source])
            if source in titles
            else Markup('<bdi dir="ltr">{}</bdi>').format(path.rsplit("/", 1)[-1])
        )

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
        """The process's address: absolute when the site knows where it stands, else from the site's root (`/id/`)."""
        return self.context.absolute(self.process.url) if self.context.site_url else f"/{self.process.url}"


def writer_of(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> Writer:
    """The writer in the process's own language."""
    return Writer(process, cross_references, context, context.wording_for(process.record.language))
