"""A published process as one document in the generic structure: what the print page and the PDF show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec.structs import replace

from generator.editions.context import EditionContext
from generator.editions.embedding import Embedding, place_of
from generator.editions.promises_and_responses import (
    drawn,
    outcome_views,
    people_view,
    promise_counts,
    promise_views,
    response_views,
)
from generator.editions.summary import approvals, bottom_lines, cover_of, goal_views, next_steps
from generator.editions.views import ContentsEntry, Document, Fact, Section, StateLine, Step
from generator.model.content import Body, Chapter, Meeting
from generator.model.record import Source
from generator.model.site import ROOT
from generator.rendering.laws import source_link
from generator.rendering.links import outside
from generator.rendering.markdown_bodies import rendered
from generator.structure import fields_of
from generator.views.coverage import coverage_sentences
from generator.views.facts import facts
from generator.views.graphs import response_graph, timescale
from generator.views.lessons import lesson_views
from generator.views.meetings import meeting_facts

BRIEF = "doc-brief"
RECORD = "doc-record"


def document_of(edition: EditionContext) -> Document:
    """Everything the process says, in the order of the structure: each thing that was not written is simply not there."""
    process, record = edition.process, edition.process.record
    embedding = _embedding(edition)
    edition = replace(edition, embedding=embedding)
    view = edition.view
    chapters, appendices = (
        tuple(_chapter(each, edition, embedding) for each in view.chapters if view.is_appendix(each) == is_appendix)
        for is_appendix in (False, True)
    )
    meetings = tuple(_meeting(meeting, edition, embedding) for meeting in process.meetings)
    people = people_view(edition)
    return Document(
        language=edition.wording.language,
        direction=edition.wording.direction,
        cover=cover_of(edition),
        contents=tuple(_contents(edition, chapters, meetings, appendices)),
        facts=tuple(edition.fact(fact) for fact in facts(view) if fact.items),
        timescale=timescale(view),
        bottom_lines=bottom_lines(edition),
        outcomes=outcome_views(edition),
        goals=goal_views(edition),
        next_steps=next_steps(edition, is_whole=True),
        approvals=approvals(edition),
        contact=edition.contact(record.closing.contact),
        waived=tuple(
            Fact(label=edition.subject(each.subject), value=edition.text(each.reason)) for each in record.closing.waived
        ),
        brief=_body(process.brief, BRIEF, edition, embedding, ""),
        chapters=chapters,
        promises=promise_views(edition),
        promise_counts=promise_counts(edition),
        coverage=coverage_sentences(edition.view),
        responses=response_views(edition),
        shares=drawn(response_graph(view), edition),
        meetings=meetings,
        appendices=appendices,
        files=tuple(_files(edition)),
        people=people,
        changes=tuple(Step(when=edition.date(each.date), text=edition.text(each.note)) for each in record.changes),
        sources=tuple(_source(each, edition) for each in record.sources),
        license=edition.text(_licence(edition)),
    )


def _licence(edition: EditionContext) -> str:
    """Name and address of the process's licence, else of the site's; empty where neither says."""
    licence = edition.context.licence_of(edition.process.record)
    if licence is None:
        return ""
    name = edition.wording.text(licence.name)
    return f"{name} – {licence.url}" if licence.url and licence.url != name else name


def _chapter(chapter: Chapter, edition: EditionContext, embedding: Embedding) -> Section:
    by = chapter.author
    lines = (by.name, by.role, by.organisation) if by else ()
    place = place_of(edition.process.urls.chapter(chapter.stem), edition.process.url)
    kind = edition.term("appendix-type", chapter.appendix_type)
    facts = [edition.text(each) for each in (kind, *lines) if each]
    facts += _labelled(edition.further(chapter.extra, fields_of(edition.context.structure, chapter.element)))
    section = _section(place, chapter.title, tuple(facts), chapter.body, edition, embedding)
    insights = tuple(map(edition.text, chapter.insights))
    return replace(section, insights=insights, lessons=tuple(_lessons(chapter, edition)))


def _lessons(chapter: Chapter, edition: EditionContext) -> Iterator[StateLine]:
    for lesson in lesson_views(chapter.lessons, edition.view):
        state = lesson.state
        yield StateLine(
            state=state.id if state else "",
            state_title=state.title if state else "",
            text=edition.text(lesson.text),
            details=tuple(map(edition.text, lesson.dots)),
        )


def _labelled(facts: Iterable[Fact]) -> Iterator[Markup]:
    return (Markup("{}: {}").format(fact.label, fact.value) for fact in facts)


def _meeting(meeting: Meeting, edition: EditionContext, embedding: Embedding) -> Section:
    facts = [edition.text(edition.date(meeting.date))] if meeting.date else []
    facts += _labelled(map(edition.fact, meeting_facts(meeting, edition.view)))
    place = place_of(edition.process.urls.meeting(meeting.stem), edition.process.url)
    return _section(place, meeting.title, tuple(facts), meeting.body, edition, embedding, depth=2)


def _section(
    place: str,
    title: str,
    facts: tuple[Markup, ...],
    body: Body,
    edition: EditionContext,
    embedding: Embedding,
    depth: int = 1,
) -> Section:
    inner = tuple(
        ContentsEntry(place=f"{place}:{heading.id}", title=heading.text)
        for heading in body.headings
        if heading.part and heading.text != title
    )
    return Section(
        place=place,
        title=edition.text(title),
        facts=facts,
        html=_body(body, place, edition, embedding, title, depth),
        entry=ContentsEntry(place=place, title=title, inner=inner),
    )


def _body(body: Body, place: str, edition: EditionContext, embedding: Embedding, title: str, depth: int = 1) -> Markup:
    html = rendered(body, edition.cross_references.urls, edition.wording, title=title).html
    return Markup(embedding.embed(html, place, depth))  # noqa: S704 - cleaned by `markup`


def _embedding(edition: EditionContext) -> Embedding:
    process = edition.process
    pages = [process.urls.chapter(each.stem) for each in process.chapters]
    pages += [process.urls.meeting(each.stem) for each in process.meetings]
    urls = [process.url, *pages, *(f"{process.url}{place.removeprefix('doc:')}/" for place in _lists(edition))]
    places = {url.removeprefix(process.url): place_of(url, process.url) for url in urls}
    if process.brief.is_empty:
        places[""] = RECORD
    return Embedding(base=f"{ROOT}{process.url}", places=places)


def _lists(edition: EditionContext) -> dict[str, str]:
    """The machine-made sections that this process has: place -> title."""
    process, _ = edition.process, edition.wording.gettext
    every = (
        (process.promises, "doc:promises", _("What was promised, and what came of it")),
        (process.responses, "doc:responses", _("What was done with what you said")),
        (process.participants, "doc:participants", edition.element("participants")),
    )
    return {place: title for there, place, title in every if there}


def _contents(
    edition: EditionContext,
    chapters: tuple[Section, ...],
    meetings: tuple[Section, ...],
    appendices: tuple[Section, ...],
) -> Iterator[ContentsEntry]:
    _, lists = edition.wording.gettext, _lists(edition)
    yield ContentsEntry(place=RECORD, title=_("The process at a glance"))
    if not edition.process.brief.is_empty:
        yield ContentsEntry(place=BRIEF, title=_("In brief"))
    yield from (chapter.entry for chapter in chapters)
    yield from (
        ContentsEntry(place=each, title=lists[each]) for each in ("doc:promises", "doc:responses") if each in lists
    )
    if meetings:
        yield ContentsEntry(
            place="doc:meetings", title=_("Meetings"), inner=tuple(_bare(each.entry) for each in meetings)
        )
    yield from (_bare(appendix.entry) for appendix in appendices)
    if "doc:participants" in lists:
        yield ContentsEntry(place="doc:participants", title=lists["doc:participants"])


def _bare(entry: ContentsEntry) -> ContentsEntry:
    return ContentsEntry(place=entry.place, title=entry.title)


def _files(edition: EditionContext) -> Iterator[Markup]:
    """The designed output first, then what is attached."""
    shown = set()
    for file in edition.process.record.output.files:
        url = edition.file_url(file.path) if file.path else None
        address = f"{ROOT}{url}" if url else outside(file.url)
        if address:
            shown.add(url)
            yield Markup('<a href="{}">{}</a>').format(address, edition.text(file.title or file.path or file.url))
    for attached in edition.process.files:
        if attached.in_appendices and attached.uri not in shown:
            yield Markup('<a href="{}{}">{}</a>').format(ROOT, attached.uri, edition.text(attached.title))


def _source(source: Source, edition: EditionContext) -> Markup:
    link = source_link(source, edition.wording)
    text = edition.text(link.text)
    return Markup('<a href="{}">{}</a>').format(link.url, text) if link.url else text
