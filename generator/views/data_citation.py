"""How the open data is cited as a whole: who gives it, what it is called, of which day it is, on what terms, and where it stays.

Everything comes from the content, so that the same content is cited by the same words. The day on which a reader took the
data is the reader's to add.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from generator.model import urls
from generator.model.dates import PartialDate
from generator.rendering.context import SiteContext
from generator.rendering.datasets import Table
from generator.views.span_of_data import SpanOfData
from generator.wording import Wording


class DataCitation(Struct, frozen=True, kw_only=True):
    """The parts of a citation, in one language."""

    author: str
    """Who wrote the records, where the convening bodies did not; else the site."""
    title: str
    publisher: str
    date: PartialDate | None
    """The last day of which the data tells anything; None where no record says a date."""
    licence: str
    """Name; empty where nobody settled the terms."""
    licence_id: str
    """Of SPDX; empty for terms that have none."""
    licence_url: str | None
    address: str
    """Of the page of the data; empty where the site does not know its own address."""

    @property
    def key(self) -> str:
        """A name for reference managers: of this catalogue, and not of any catalogue's data (`example-org-data`)."""
        return re.sub(r"[^a-z0-9]+", "-", self.address.lower().partition("://")[2]).strip("-") or "open-data"

    @property
    def terms(self) -> str:
        """Name and address of the licence, for programs; empty where there is none."""
        return ", ".join(self._terms)

    @property
    def _terms(self) -> tuple[str, ...]:
        """Name and address of the licence, once where they are the same."""
        return tuple(dict.fromkeys(filter(None, (self.licence, self.licence_url))))

    def text(self, wording: Wording, version: str = "") -> str:
        """The whole citation in one line: of exactly this version, else of the day."""
        author = f"{self.author} ({self.date.year})" if self.date else self.author
        edition = wording.gettext("version %(version)s") % {"version": version} if version else ""
        if not version and self.date:
            edition = wording.gettext("version of %(date)s") % {"date": wording.date(self.date)}
        line = wording.comma.join(filter(None, (author, self.title, edition)))
        label = wording.gettext("Licence:")  # within an f-string Babel would not find it
        terms = f"{label} {wording.comma.join(self._terms)}." if self.licence else ""
        return " ".join(filter(None, (f"{line}.", terms, self.address)))


def citation_of_data(span: SpanOfData, context: SiteContext, language: str) -> DataCitation:
    """The citation of the open data of a site, which tells of the time of `span`."""
    licence = context.licence
    named = context.wording_for(language).gettext("Open data")
    return DataCitation(
        author=context.writer_in(language) or context.site_name,
        title=f"{context.site_name}: {named}",
        publisher=context.site_name,
        date=span.modified,
        licence=licence.name.in_language(language) if licence else "",
        licence_id=licence.id if licence else "",
        licence_url=licence.url if licence else None,
        address=context.absolute(urls.DATA) if context.site_url else "",
    )


def citation_of_table(table: Table, whole: DataCitation, context: SiteContext, language: str) -> DataCitation:
    """The citation of one table, which is a part of the `whole`."""
    wording = context.wording_for(language)
    within = wording.gettext("in: %(title)s") % {"title": whole.title}
    return replace(
        whole,
        title=f"{wording.text(table.title)} ({table.file}){wording.comma}{within}",
        address=context.absolute(urls.data_file(table.file)) if whole.address else "",
    )
