"""What the search is told of a process: an internal file that the search's step of the build reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.model.content import Body
from generator.model.localities import locality_codes
from generator.model.site import ROOT, SiteFile
from generator.rendering.card import card_of, render_card
from generator.rendering.searchable import ProcessSearchDocument, SearchSection, body_sections
from generator.rendering.terms import field_title
from generator.views.process import ProcessView


def search_file(view: ProcessView) -> SiteFile:
    """`.sikum/search/<id>.json`."""
    content = msgspec.json.encode(search_document(view))
    return SiteFile(uri=f".sikum/search/{view.process.id}.json", content=content)


def search_document(view: ProcessView) -> ProcessSearchDocument:
    """Everything of the process that can be searched, with the place of each piece."""
    process, record = view.process, view.process.record
    sectors = {figure.sector for figure in process.participants.sectors} if process.participants else set()
    return ProcessSearchDocument(
        document_id=process.id,
        url=process.url,
        language=record.language,
        title=record.title,
        description=record.short_description,
        sections=tuple(_sections(view)),
        filters={
            "ministry": _known(record.ministry),
            "topic": record.topics,
            "method": record.methods,
            "kind": _known(record.kind),
            "year": _known(str(record.end_date.year) if record.end_date else ""),
            "status": _known(record.status),
            "sector": tuple(sorted(sectors)),
            "language": (record.language, *(translation.language for translation in process.translations)),
            **({"district": districts} if (districts := record.extra_values("districts")) else {}),
            **({"locality": localities} if (localities := locality_codes(record)) else {}),
        },
        sort={
            "date": record.end_date.iso if record.end_date else None,
            "lag": process.closing_lag_days,
            "participants": record.participants_count,
        },
        is_example=record.example,
        card=render_card(card_of(process, view.context), view.context).replace(ROOT, ""),
    )


def _known(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _sections(view: ProcessView) -> Iterator[SearchSection]:
    process, url = view.process, view.process.url
    yield from _record(view)
    for chapter in view.chapters:
        place = process.urls.chapter(chapter.stem)
        yield from _body(chapter.body, place, chapter.title, view)
        yield from _section(place, chapter.title, [*chapter.insights, *(lesson.text for lesson in chapter.lessons)])
    yield from _ledgers(view)
    for meeting in process.meetings:
        yield from _body(meeting.body, process.urls.meeting(meeting.stem), meeting.title, view)
    for translation in process.translations:
        place = f"{url}{translation.language}/"
        head = [translation.title, translation.short_description, *translation.bottom_lines]
        yield from _section(place, translation.title, head)
        yield from _body(translation.brief, place, translation.title, view)
        own = process.urls.in_language(translation.language)
        for chapter in translation.chapters:
            yield from _body(chapter.body, own.chapter(chapter.stem), chapter.title, view)
        for meeting in translation.meetings:
            yield from _body(meeting.body, own.meeting(meeting.stem), meeting.title, view)
        told = [text for each in translation.outcomes for text in (each.title, each.note)]
        yield from _section(f"{place}#outcomes", translation.title, told)
        kept = [
            text for each in translation.promises for text in (each.text, each.planned, each.done, each.explanation)
        ]
        yield from _section(own.promises, translation.title, kept)
        heard = [text for each in translation.responses for text in (each.heard, each.explanation)]
        yield from _section(own.responses, translation.title, heard)


def _record(view: ProcessView) -> Iterator[SearchSection]:
    process, record, url = view.process, view.process.record, view.process.url
    _ = view.wording.gettext
    yield from _section(f"{url}#bottom-lines", _("The bottom lines"), [line.text for line in record.bottom_lines])
    outcomes = [
        " – ".join(text for text in (each.title, each.reference, each.note) if text) for each in record.outcomes
    ]
    yield from _section(f"{url}#outcomes", _("Outcomes: what happens with the output"), outcomes)
    goals = [text for goal in record.goals for text in (goal.text, goal.note)]
    yield from _section(f"{url}#goals", _("What was wanted"), goals)
    yield from _places(view)
    yield from _body(process.brief, url, record.title, view, name=_("In brief"))


def _places(view: ProcessView) -> Iterator[SearchSection]:
    """Where the process is about, by name: districts, and localities that `localities.yml` names."""
    record, context, language = view.process.record, view.context, view.language
    names: dict[str, list[str | None]] = {
        "districts": [view.term("district", each) for each in record.extra_values("districts")],
        "localities": [context.locality_in(code, language) for code in locality_codes(record)],
    }
    for field, texts in names.items():
        yield from _section(f"{view.process.url}#facts", field_title(context.structure, field, language), texts)


def _ledgers(view: ProcessView) -> Iterator[SearchSection]:
    """Promises, responses and the people who agreed to be listed."""
    process = view.process
    titles = {entry.kind: entry.title for entry in view.entries}
    for published in process.promises:
        promise = published.promise
        notes = [update.note for update in promise.updates]
        state = view.term("promise-status", promise.status) if promise.status else None
        texts = [promise.text, state, promise.planned, promise.done, promise.explanation, *notes]
        yield from _section(process.urls.promise(promise.id), titles["promises"], texts)
    heard = [text for each in process.responses for text in (each.heard, each.explanation)]
    yield from _section(process.urls.responses, titles.get("responses", ""), heard)
    listed = process.participants.listed if process.participants else ()
    rows = [", ".join(text for text in (each.name, each.role, each.organisation) if text) for each in listed]
    yield from _section(process.urls.participants, titles.get("participants", ""), rows)


def _section(url: str, title: str, texts: Iterable[str | None]) -> Iterator[SearchSection]:
    """One section, a line for each text; none when nothing is written."""
    if text := "\n".join(text for text in texts if text):
        yield SearchSection(url=url, title=title, text=text)


def _body(body: Body, url: str, title: str, view: ProcessView, *, name: str = "") -> Iterator[SearchSection]:
    """The sections of a body whose page is titled `title`; in results it is called `name` where that says more."""
    if not body.is_empty:
        yield from body_sections(view.body(body, title), url, name or title)
