"""View model of one process: order of its pages, titles, labels, resolution of references."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from generator.expressions import expression
from generator.markup import RenderedBody
from generator.model import urls
from generator.model.content import Body, Chapter, Meeting, Translation
from generator.model.localities import locality_code
from generator.model.published import PublishedProcess
from generator.model.record import ExtraField
from generator.model.site import ROOT
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.facts import Fact
from generator.rendering.laws import law_link
from generator.rendering.links import Link, inside
from generator.rendering.markdown_bodies import rendered
from generator.rendering.terms import State, element_title, field_title, path_title, state_of, term_title, title_in
from generator.structure import FieldSpec, FieldType, Structure, element_by_id, parts_of, spec_in
from generator.views.process_page import ProcessPage
from generator.views.references import References
from generator.wording import DIRECTIONS, Wording

_LIST_ITEM = expression(r"\[\d+\]")
Made = TypeVar("Made")


class ProcessView(Struct, frozen=True, kw_only=True, dict=True):
    """One process in one language: its own, or that of a translation."""

    process: PublishedProcess
    cross_references: CrossReferences
    context: SiteContext
    wording: Wording
    translation: Translation | None = None

    @property
    def language(self) -> str:
        """The language of the words: the wording's, or the text's own where there is no wording in it."""
        written = self.translation.language if self.translation else self.process.record.language
        return self.wording.language if written in DIRECTIONS else written

    @property
    def url(self) -> str:
        """URL of the record in this language: `<id>/` or `<id>/<language>/`."""
        return f"{self.process.url}{self.translation.language}/" if self.translation else self.process.url

    @property
    def urls(self) -> urls.ProcessUrls:
        """The URLs of the pages in this language."""
        return urls.ProcessUrls(self.url)

    @property
    def description(self) -> str:
        """The short description in this language, or as the record has it."""
        words = self.translation.short_description if self.translation else ""
        return words or self.process.record.short_description

    @property
    def title(self) -> str:
        """The title as written, or the id where an unfinished record has none."""
        return (self.translation.title if self.translation else "") or self.process.record.title or self.process.id

    @property
    def structure(self) -> Structure:
        return self.context.structure

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The process's chapters in the structure's order, then by `order`, then by name."""
        rank = {element.id: index for index, element in enumerate(self.structure.elements)}

        def place(chapter: Chapter) -> tuple[int, bool, int, str]:
            return rank.get(chapter.element, len(rank)), chapter.order is None, chapter.order or 0, chapter.stem

        return tuple(sorted(self.process.chapters, key=place))

    @cached_property
    def translated(self) -> Mapping[str, Chapter]:
        """The chapters that this translation has, by stem."""
        return {chapter.stem: chapter for chapter in self.translation.chapters} if self.translation else {}

    @cached_property
    def untranslated_ids(self) -> frozenset[str]:
        """The promises, responses and outcomes that this translation lacks, and shows in the original's language."""
        if (words := self.translation) is None:
            return frozenset()
        process = self.process
        every = {each.promise.id for each in process.promises} | {each.id for each in process.responses}
        every |= {each.id for each in process.record.outcomes}
        return frozenset(every - {each.id for each in words.lines} - {each.id for each in words.outcomes})

    def foreign(self, item_id: str) -> str:
        """The language of a promise, response or outcome that is shown untranslated; empty for all others."""
        return self.process.record.language if item_id in self.untranslated_ids else ""

    def foreign_words(self, place: str) -> str:
        """The language of words of the record that are shown untranslated (`sources[0].title`); empty for all others."""
        is_said = self.translation is None or place in self.translation.words
        return "" if is_said else self.process.record.language

    @cached_property
    def entries(self) -> tuple[ProcessPage, ...]:
        """All pages of the process in reading order, the record first, appendices last."""
        _, process = self.wording.gettext, self.process
        foreign = process.record.language if self.translation else ""
        main = [chapter for chapter in self.chapters if not self.is_appendix(chapter)]
        found = [ProcessPage(kind="process", title=_("The process"), url=self.url)]
        found += [self._chapter_entry(chapter) for chapter in main]
        if (people := process.participants) is not None:
            title = element_title(self.structure, "participants", self.language)
            count = process.record.participants_count or len(people.listed) or None
            url = process.urls.participants
            found.append(ProcessPage(kind="participants", title=title, url=url, language=foreign, count=count))
        words = self.translation
        own = self.urls
        if process.promises:
            is_own = not words or bool(words.promises)
            entry = ProcessPage(
                kind="promises",
                title=_("Promises to participants"),
                url=own.promises if is_own else process.urls.promises,
                language="" if is_own else foreign,
                count=len(process.promises),
            )
            found.append(entry)
        if process.responses:
            is_own = not words or bool(words.responses)
            entry = ProcessPage(
                kind="responses",
                title=_("What was done with what you said"),
                url=own.responses if is_own else process.urls.responses,
                language="" if is_own else foreign,
                count=len(process.responses),
            )
            found.append(entry)
        found += [self._meeting_entry(meeting) for meeting in process.meetings]
        found += [self._chapter_entry(chapter) for chapter in self.chapters if self.is_appendix(chapter)]
        if since := self.cross_references.since_sent:
            entry = ProcessPage(
                kind="since-sent",
                title=_("What changed since it was sent"),
                url=process.urls.since_sent,
                language=foreign,
                count=len(since.rewordings),
            )
            found.append(entry)
        if self.context.yardsticks:
            title = _("Outside standards")
            found.append(ProcessPage(kind="yardsticks", title=title, url=process.urls.yardsticks, language=foreign))
        return tuple(found)

    @cached_property
    def _pieces(self) -> dict[str, Any]:
        return {}

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What several pages and editions show, by a name of its own; `make` is called for the first of them only."""
        if name not in self._pieces:
            self._pieces[name] = make()
        found: Made = self._pieces[name]
        return found

    def is_appendix(self, chapter: Chapter) -> bool:
        element = element_by_id(self.structure, chapter.element)
        return element is not None and element.is_appendix

    def promise_url(self, promise_id: str) -> str:
        """Where a promise stands: on the translation's page where there is one, and else on the original's."""
        has_page = self.translation is None or bool(self.translation.promises)
        return (self.urls if has_page else self.process.urls).promise(promise_id)

    def entry(self, url: str) -> ProcessPage:
        return next(entry for entry in self.entries if entry.url == url)

    def entry_of(self, kind: str) -> ProcessPage | None:
        """The first page of a kind; None where the process has none."""
        return next((entry for entry in self.entries if entry.kind == kind), None)

    def _chapter_entry(self, chapter: Chapter) -> ProcessPage:
        shown = self.translated.get(chapter.stem, chapter)
        return ProcessPage(
            kind="chapter",
            title=self.chapter_title(shown),
            url=f"{self.url}{chapter.stem}/",
            language=self.process.record.language if self.translation and shown is chapter else "",
        )

    def _meeting_entry(self, meeting: Meeting) -> ProcessPage:
        """A meeting in this language, or where it is not translated the original's page."""
        translated = self.translation.meetings if self.translation else ()
        shown = next((each for each in translated if each.stem == meeting.stem), meeting)
        is_foreign = self.translation is not None and shown is meeting
        return ProcessPage(
            kind="meeting",
            title=shown.title,
            url=(self.process.urls if is_foreign else self.urls).meeting(meeting.stem),
            language=self.process.record.language if is_foreign else "",
        )

    def chapter_title(self, chapter: Chapter) -> str:
        """Its own title; where it has none, the element's title in this language."""
        standing = element_title(self.structure, chapter.element, self.process.record.language)
        return (
            element_title(self.structure, chapter.element, self.language)
            if chapter.title == standing
            else chapter.title
        )

    def body(self, body: Body, title: str = "") -> RenderedBody:
        return rendered(body, self.cross_references.urls, self.wording, title=title)

    def term(self, vocabulary: str, term: str) -> str:
        return term_title(self.structure, vocabulary, term, self.language)

    def state(self, vocabulary: str, term: str, prefix: str = "") -> State:
        return state_of(self.structure, vocabulary, term, self.language, prefix)

    def field(self, dotted: str) -> str:
        return field_title(self.structure, dotted, self.language)

    def part(self, element: str, part: str) -> str:
        return title_in(parts_of(self.structure, element), part, self.language)

    def ministry(self, ministry: str) -> Link:
        """The ministry by its name: the lead ministry's of the process's own time."""
        known = self.context.ministries.get(ministry)
        own = self.process.ministry_name.get(self.language) if ministry == self.process.record.ministry else None
        name = own or (known.name_in(self.language) if known else ministry)
        return inside(urls.ministry(ministry), name) if known else Link(name)

    @cached_property
    def unmet_url(self) -> str | None:
        """URL, with `ROOT`, of the part `unmet`, which says what was missed; None when no chapter has it."""
        stem = next((each.stem for each in self.chapters if "unmet" in each.parts), None)
        own = self.urls if stem in self.translated else self.process.urls
        return f"{ROOT}{own.chapter(stem)}#unmet" if stem else None

    @cached_property
    def references(self) -> References:
        """Resolves `source`, `evidence` and the like."""
        return References(self.process, self.structure, self.language, self.translation)

    @cached_property
    def promise_sources(self) -> tuple[str | None, ...]:
        """For each promise the URL, with `ROOT`, of the page in which it was made; None where no page is named."""
        places = (self.place(each.promise.source) if each.promise.source else None for each in self.process.promises)
        return tuple(place.url.partition("#")[0] if place and place.url else None for place in places)

    def place(self, text: str) -> Link | None:
        """The chapter or meeting that `text` names; see `References.place`."""
        found = self.references.place(text)
        return found.link if found else None

    def refer(self, text: str) -> Link:
        """What a free text refers to, as a link where it leads somewhere; see `References.resolve`."""
        return self.references.resolve(text).link

    def further(self, fields: Iterable[ExtraField], specs: Iterable[FieldSpec]) -> tuple[Fact, ...]:
        """Fields that only the structure knows, with their titles and the titles of their terms.

        One that stands in the items of a list is one fact, with the values of all items in their order.
        """
        specs = tuple(specs)
        values: dict[str, list[str]] = {}
        for field in fields:
            values.setdefault(_LIST_ITEM.sub("", field.id), []).extend(field.values)
        found = []
        for path, written in values.items():
            spec = spec_in(specs, path)
            if spec is not None and spec.is_shown and written:
                items = tuple(self._extra_value(value, spec) for value in written)
                is_wide = spec.type is FieldType.LONG_TEXT
                found.append(Fact(title=path_title(specs, path, self.language), items=items, is_wide=is_wide))
        return tuple(found)

    def _extra_value(self, value: str, spec: FieldSpec) -> Link:
        inner = spec.of if spec.of is not None else spec
        if inner.vocabulary == "district" and spec.id == "districts":
            return inside(f"{urls.DISTRICTS}{value}/", self.term(inner.vocabulary, value))
        if spec.id == "localities" and (code := locality_code(value)):
            return inside(f"{urls.LOCALITIES}{code}/", self.context.locality_in(code, self.language) or value)
        if inner.vocabulary:
            return Link(self.term(inner.vocabulary, value))
        if inner.type is FieldType.MINISTRY:
            return self.ministry(value)
        if inner.type is FieldType.TOPIC and value in self.context.topics:
            return inside(urls.topic(value), self.context.topics[value].title_in(self.language))
        if inner.type is FieldType.LAW:
            return law_link(value, self.wording)
        if inner.type is FieldType.BOOLEAN:
            return Link(self.wording.gettext("Yes") if value in ("true", "yes", "True") else self.wording.gettext("No"))
        return self.refer(value) if inner.type in (FieldType.FILE, FieldType.URL, FieldType.CHAPTER) else Link(value)
