"""A published process as one document in the generic structure: what the print page and the PDF show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec.structs import replace

from generator.editions.embedding import Embedding, place_of
from generator.editions.promises_and_responses import (
    outcome_views,
    people_view,
    promise_counts,
    promise_views,
    response_views,
)
from generator.editions.summary import bottom_lines, cover_of, goal_views, next_steps, output_in_words
from generator.editions.views import ContentsEntry, Document, Fact, Section, Step
from generator.editions.writer import Writer
from generator.model.content import Body, Chapter, Meeting
from generator.model.record import Source
from generator.model.site import ROOT
from generator.rendering.links import outside
from generator.rendering.markdown_bodies import rendered
from generator.structure import element_by_id, fields_of

BRIEF = "doc-brief"
RECORD = "doc-record"


def document_of(writer: Writer) -> Document:
    """Everything the process says, in the order of the structure: each thing that was not written is simply not there."""
    process, record = writer.process, writer.process.record
    embedding = _embedding(writer)
    writer = replace(writer, embedding=embedding)
    is_appendix = {chapter.stem: _is_appendix(chapter, writer) for chapter in process.chapters}
    sections = [_chapter(chapter, writer, embedding) for chapter in process.chapters]
    chapters = tuple(
        section for section, each in zip(sections, process.chapters, strict=True) if not is_appendix[each.stem]
    )
    appendices = tuple(
        section for section, each in zip(sections, process.chapters, strict=True) if is_appendix[each.stem]
    )
    meetings = tuple(_meeting(meeting, writer, embedding) for meeting in process.meetings)
    people = people_view(writer)
    return Document(
        language=writer.wording.language,
        direction=writer.wording.direction,
        cover=cover_of(writer),
        contents=tuple(_contents(writer, chapters, meetings, appendices)),
        facts=tuple(_facts(writer)),
        bottom_lines=bottom_lines(writer),
        outcomes=outcome_views(writer),
        goals=goal_views(writer),
        next_steps=next_steps(writer),
        contact=writer.contact(record.closing.contact),
        waived=tuple(
            Fact(label=writer.subject(each.subject), value=writer.text(each.reason)) for each in record.closing.waived
        ),
        brief=_body(process.brief, BRIEF, writer, embedding, ""),
        chapters=chapters,
        promises=promise_views(writer),
        promise_counts=promise_counts(writer),
        responses=response_views(writer),
        meetings=meetings,
        appendices=appendices,
        files=tuple(_files(writer)),
        people=people,
        changes=tuple(Step(when=writer.date(each.date), text=writer.text(each.note)) for each in record.changes),
        sources=tuple(_source(each, writer) for each in record.sources),
        license=writer.text(record.license),
    )


def _facts(writer: Writer) -> Iterator[Fact]:
    record = writer.process.record
    topics = [writer.context.topics[each] for each in record.topics if each in writer.context.topics]
    found = {
        "ministry": writer.ministry,
        "partners": "; ".join(writer.partners),
        "kind": writer.term("kind", record.kind),
        "methods": writer.joined(writer.terms("method", record.methods)),
        "topics": writer.joined(topic.title_in(writer.wording.language) for topic in topics),
        "scope": writer.term("scope", record.scope),
        "output": output_in_words(writer),
        "output.expected": record.output.expected,
        "reference": record.reference,
    }
    for field, value in found.items():
        if value:
            yield Fact(label=writer.field(field), value=writer.text(value))
    yield from writer.further(record.extra, writer.context.structure.record)


def _chapter(chapter: Chapter, writer: Writer, embedding: Embedding) -> Section:
    by = chapter.author
    lines = (by.name, by.role, by.organisation) if by else ()
    place = place_of(writer.url_of(chapter.body, chapter.stem), writer.process.url)
    facts = [writer.text(each) for each in lines if each]
    facts += _labelled(writer.further(chapter.extra, fields_of(writer.context.structure, chapter.element)))
    return _section(place, chapter.title, tuple(facts), chapter.body, writer, embedding)


def _labelled(facts: Iterable[Fact]) -> Iterator[Markup]:
    return (Markup("{}: {}").format(fact.label, fact.value) for fact in facts)


def _meeting(meeting: Meeting, writer: Writer, embedding: Embedding) -> Section:
    times = "–".join(filter(None, (meeting.start_time, meeting.end_time)))
    facts = [writer.text(each) for each in (writer.date(meeting.date), times, meeting.location) if each]
    if meeting.attendees_count is not None:
        count = meeting.attendees_count
        words = writer.wording.ngettext("%(count)s participant", "%(count)s participants", count)
        facts.append(writer.text(words % {"count": writer.wording.number(count)}))
    facts += _labelled(writer.further(meeting.extra, writer.context.structure.meeting))
    place = place_of(writer.url_of(meeting.body, f"meetings/{meeting.stem}"), writer.process.url)
    return _section(place, meeting.title, tuple(facts), meeting.body, writer, embedding, depth=2)


def _section(
    place: str,
    title: str,
    facts: tuple[Markup, ...],
    body: Body,
    writer: Writer,
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
        title=writer.text(title),
        facts=facts,
        html=_body(body, place, writer, embedding, title, depth),
        entry=ContentsEntry(place=place, title=title, inner=inner),
    )


def _body(body: Body, place: str, writer: Writer, embedding: Embedding, title: str, depth: int = 1) -> Markup:
    html = rendered(body, writer.cross_references.urls, writer.wording, title=title).html
    return Markup(embedding.embed(html, place, depth))  # noqa: S704 - cleaned by `markup`


def _embedding(writer: Writer) -> Embedding:
    process = writer.process
    pages = [writer.url_of(each.body, each.stem) for each in process.chapters]
    pages += [writer.url_of(each.body, f"meetings/{each.stem}") for each in process.meetings]
    urls = [process.url, *pages, *(f"{process.url}{place.removeprefix('doc:')}/" for place in _ledgers(writer))]
    places = {url.removeprefix(process.url): place_of(url, process.url) for url in urls}
    if process.brief.is_empty:
        places[""] = RECORD
    return Embedding(base=f"{ROOT}{process.url}", places=places)


def _ledgers(writer: Writer) -> dict[str, str]:
    """The machine-made sections that this process has: place -> title."""
    process, _ = writer.process, writer.wording.gettext
    every = (
        (process.promises, "doc:promises", _("What was promised, and what came of it")),
        (process.responses, "doc:responses", _("What was done with what you said")),
        (process.participants, "doc:participants", writer.element("participants")),
    )
    return {place: title for there, place, title in every if there}


def _contents(
    writer: Writer, chapters: tuple[Section, ...], meetings: tuple[Section, ...], appendices: tuple[Section, ...]
) -> Iterator[ContentsEntry]:
    _, ledgers = writer.wording.gettext, _ledgers(writer)
    yield ContentsEntry(place=RECORD, title=_("The process at a glance"))
    if not writer.process.brief.is_empty:
        yield ContentsEntry(place=BRIEF, title=_("In brief"))
    yield from (chapter.entry for chapter in chapters)
    yield from (
        ContentsEntry(place=each, title=ledgers[each]) for each in ("doc:promises", "doc:responses") if each in ledgers
    )
    if meetings:
        yield ContentsEntry(
            place="doc:meetings", title=_("Meetings"), inner=tuple(_bare(each.entry) for each in meetings)
        )
    yield from (_bare(appendix.entry) for appendix in appendices)
    if "doc:participants" in ledgers:
        yield ContentsEntry(place="doc:participants", title=ledgers["doc:participants"])


def _bare(entry: ContentsEntry) -> ContentsEntry:
    return ContentsEntry(place=entry.place, title=entry.title)


def _files(writer: Writer) -> Iterator[Markup]:
    """The designed output first, then what is attached."""
    shown = set()
    for file in writer.process.record.output.files:
        url = writer.file_url(file.path) if file.path else None
        address = f"{ROOT}{url}" if url else outside(file.url)
        if address:
            shown.add(url)
            yield Markup('<a href="{}">{}</a>').format(address, writer.text(file.title or file.path or file.url))
    for attached in writer.process.files:
        if attached.in_appendices and attached.uri not in shown:
            yield Markup('<a href="{}{}">{}</a>').format(ROOT, attached.uri, writer.text(attached.title))


def _source(source: Source, writer: Writer) -> Markup:
    address = outside(source.url)
    text = writer.text(source.title or source.url)
    return Markup('<a href="{}">{}</a>').format(address, text) if address else text


def _is_appendix(chapter: Chapter, writer: Writer) -> bool:
    element = element_by_id(writer.context.structure, chapter.element)
    return element is not None and element.is_appendix
