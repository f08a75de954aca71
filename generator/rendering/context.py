"""The site's settings and registries for the builders, and the cross-references of a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from posixpath import splitext
from string import Formatter
from typing import Any
from urllib.parse import quote

from msgspec import Struct, field

from generator.model.dates import PartialDate
from generator.model.digest import digest
from generator.model.licences import Licence, licence_of
from generator.model.record import Record
from generator.model.registry import Ministry, Topic
from generator.model.since_sent import SinceSent
from generator.model.yardsticks import Pack
from generator.structure import Structure
from generator.wording import Wording


class _EditTemplate(Formatter):
    """Fills `{path!q}` with the path quoted."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        return quote(value, safe="") if conversion == "q" else super().convert_field(value, conversion)


_EDIT = _EditTemplate()


class SiteContext(Struct, frozen=True, kw_only=True, dict=True):
    """Constant for a build. Nothing in it grows with the number of processes, and nothing depends on the clock."""

    site_name: str
    site_url: str | None
    """Absolute, ending in `/`."""
    wording: Wording
    """The site's own language; a process in another language gets `wording_for` its own."""
    structure: Structure
    ministries: Mapping[str, Ministry]
    topics: Mapping[str, Topic]
    localities: Mapping[str, Mapping[str, str]] = {}
    """Names of localities by language, by their codes."""
    licence: Licence | None = None
    """On what terms the site's data may be reused; None where nobody said."""
    per_page: int = 50
    edit_url: str | None = None
    """A template with `{path}`, `{path!q}` (quoted) and `{path_noext}`, as MkDocs' `edit_uri_template` has them."""
    toolbox: str | None = None
    """Address of the toolbox of participation to which the guide leads; None without one."""
    written_by: Mapping[str, str] = {}
    """Who wrote the records, where the convening bodies did not, by language; a record may say so for itself."""
    yardsticks: tuple[Pack, ...] = ()
    """Outside standards of which each process and each body has a sheet of evidence."""
    has_feeds: bool = False
    has_accessibility: bool = False
    has_pdf: bool = False
    """Whether this build writes the PDFs that a profile asks for; without them nothing links to one."""
    has_parquet: bool = False
    """Whether the tables of data are there as Parquet, too."""
    has_archives: bool = False
    """Whether each process has `archive.zip`."""
    pages: tuple[tuple[str, str], ...] = ()
    """Ordinary pages for the foot of the site: title and URL."""
    code_key: str = ""
    """Hash of templates and versions: part of every job's key."""

    @property
    def language(self) -> str:
        return self.wording.language

    def wording_for(self, language: str) -> Wording:
        return self.wording if language == self.wording.language else Wording(language)

    def absolute(self, url: str) -> str:
        """A URL of the site for machines: absolute when `site_url` is configured, else relative to the site's root."""
        return f"{self.site_url}{url}" if self.site_url else url

    def licence_of(self, record: Record) -> Licence | None:
        """A process's own licence, else the site's. One without an address is a text that no machine can follow."""
        own = (record.license or "").strip()
        return licence_of(own) if own else self.licence

    def edit_address(self, path: str | None) -> str | None:
        """Where an authored file may be edited; None for what no file stands behind, and where nobody said where."""
        if not self.edit_url or not path:
            return None
        return _EDIT.format(self.edit_url, path=path, path_noext=splitext(path)[0])

    def writer_in(self, language: str) -> str | None:
        """Who wrote the records, by the name in a language, else in one that there is; None where the bodies did."""
        return self.written_by.get(language) or next(iter(self.written_by.values()), None)

    def locality_in(self, code: str, language: str) -> str | None:
        """What a locality is called, by its code; None where nobody said it."""
        names = self.localities.get(code, {})
        return names.get(language) or names.get("he")

    @cached_property
    def key(self) -> str:
        """Hash of all of it."""
        return digest(
            self.site_name,
            self.site_url,
            self.language,
            self.structure.digest,
            self.ministries,
            self.topics,
            self.localities,
            self.licence,
            self.per_page,
            self.edit_url,
            self.toolbox,
            self.written_by,
            self.yardsticks,
            self.has_feeds,
            self.has_accessibility,
            self.has_pdf,
            self.has_parquet,
            self.has_archives,
            self.pages,
            self.code_key,
        )


class Stage(Struct, frozen=True, kw_only=True):
    """Another process of the same chain, as its neighbours show it."""

    id: str
    url: str
    title: str
    status: str
    language: str
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    lessons: tuple[tuple[str, str], ...] = ()
    """Text and URL of lessons to show where a next stage begins."""


class CrossReferences(Struct, frozen=True, kw_only=True):
    """What the pages of a process depend on outside its folder; part of its job's key."""

    urls: Mapping[str, str] = field(default_factory=dict)
    """Source path -> URL, relative to the root, of everything its authors may link to: own pages and files, and
    others' pages that are linked."""
    previous: tuple[Stage, ...] = ()
    """Earlier stages, the earliest first."""
    following: tuple[Stage, ...] = ()
    """Later stages, the nearest first."""
    findings: tuple[str, ...] = ()
    """Ready HTML of the preview's panel, one per finding; empty outside `mkdocs serve`."""
    since_sent: SinceSent | None = None
    """What reads otherwise now than in the version that was sent; None where nothing does."""
