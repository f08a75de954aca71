"""What a free text of a process (`source`, `evidence`, `chapter`, a file's path) refers to.

The one resolver: pages, editions, lists and open data all ask it, so that a reference leads to the same place in each.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from generator.markup.targets import parse_target
from generator.model.content import Chapter, Meeting, Translation
from generator.model.published import PublishedProcess
from generator.model.site import ROOT
from generator.rendering.links import Link, outside
from generator.rendering.terms import title_in
from generator.structure import Structure, normal, parts_of


class Reference(Struct, frozen=True, gc=False):
    """A resolved reference."""

    text: str
    """The title of what is referred to; the text as written where that has none."""
    url: str | None = None
    """Relative to the site's root, with its fragment; None where it is not on the site."""
    address: str | None = None
    """An address of the web; None where it is none."""

    @property
    def link(self) -> Link:
        """The reference as pages show it."""
        return Link(self.text, f"{ROOT}{self.url}" if self.url is not None else self.address)


class References(Struct, frozen=True, dict=True):
    """Resolves the references of one process; `language` is that of the titles of parts.

    With a translation they lead to its pages, under its titles, where it has them.
    """

    process: PublishedProcess
    structure: Structure
    language: str
    translation: Translation | None = None

    def resolve(self, text: str) -> Reference:
        """What `text` refers to: a chapter or meeting by name, an address, a published file or page by its path, or nothing."""
        text = text.strip()
        if found := self.place(text):
            return found
        if address := outside(text):
            return Reference(text, address=address)
        return self.file(text) or Reference(text)

    def place(self, text: str) -> Reference | None:
        """The chapter or meeting that `text` names by its title, stem or file, with an optional `#part`; else None.

        A part or heading that does not exist leads to the top of the page.
        """
        name, _, anchor = text.strip().partition("#")
        found = self._names.get(normal(name))
        return self._part(*found, anchor) if found else None

    def file(self, path: str) -> Reference | None:
        """The published file or page at `path`, relative to the process folder, with an optional `#fragment`; else None."""
        target = parse_target(self.process.brief.path, path)
        if not target.path or target.is_absolute:
            return None
        if (page := self._pages.get(target.path)) is not None:
            return self._part(*page, target.fragment)
        if target.path == self.process.brief.path:
            return Reference(self.process.record.title, self.process.url)
        if (file := self._files.get(target.path)) is None:
            return None
        title, uri = file
        return Reference(title, f"{uri}#{target.fragment}" if target.fragment else uri)

    def _part(self, page: Chapter | Meeting, url: str, anchor: str) -> Reference:
        heading = next((each.text for each in page.body.headings if each.id == anchor), "")
        if not heading and isinstance(page, Chapter) and anchor in page.covers:
            heading = title_in(parts_of(self.structure, page.element), anchor, self.language)
        return Reference(f"{page.title}: {heading}", f"{url}#{anchor}") if heading else Reference(page.title, url)

    @cached_property
    def _names(self) -> Mapping[str, tuple[Chapter | Meeting, str]]:
        """Every name by which a text may call a chapter or meeting, in its normal form; a chapter's wins."""
        process, found = self.process, {}
        named: list[tuple[Chapter | Meeting, str]] = []
        named += ((each, f"meetings/{each.stem}") for each in process.meetings)
        named += ((each, each.stem) for each in process.chapters)
        for page, path in named:
            for name in (page.stem, f"{page.stem}.md", path, f"{path}.md", page.title):
                found[normal(name)] = self._shown(page, f"{path}/")
        return found

    def _shown(self, page: Chapter | Meeting, path: str) -> tuple[Chapter | Meeting, str]:
        """A page, or its translation where there is one, with its address."""
        words = self.translation
        for each in words.pages if words else ():
            if type(each) is type(page) and each.stem == page.stem:
                return each, f"{self.process.url}{words.language}/{path}" if words else path
        return page, f"{self.process.url}{path}"

    @cached_property
    def _pages(self) -> Mapping[str, tuple[Chapter | Meeting, str]]:
        """Chapters and meetings by source path."""
        found: dict[str, tuple[Chapter | Meeting, str]] = {}
        for meeting in self.process.meetings:
            found[meeting.body.path] = self._shown(meeting, f"meetings/{meeting.stem}/")
        for chapter in self.process.chapters:
            found[chapter.body.path] = self._shown(chapter, f"{chapter.stem}/")
        return found

    @cached_property
    def _files(self) -> Mapping[str, tuple[str, str]]:
        """Title and URI of the files by source path."""
        return {file.path: (file.title or file.uri.rpartition("/")[2], file.uri) for file in self.process.files}
