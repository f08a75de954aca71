"""What the search is told of a process: an internal file that the search's step of the build reads."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.model.content import Body
from generator.model.site import ROOT, SiteFile
from generator.pages.dossier import Dossier
from generator.rendering.card import card_of, render_card
from generator.rendering.searchable import ProcessSearchDocument, SearchSection, body_sections


def search_file(dossier: Dossier) -> SiteFile:
    """`.sikum/search/<id>.json`."""
    content = msgspec.json.encode(search_document(dossier))
    return SiteFile(uri=f".sikum/search/{dossier.process.id}.json", content=content)


def search_document(dossier: Dossier) -> ProcessSearchDocument:
    """Everything of the process that can be searched, with the place of each piece."""
    process, record = dossier.process, dossier.process.record
    sectors = {figure.sector for figure in process.participants.sectors} if process.participants else set()
    return ProcessSearchDocument(
        process_id=process.id,
        url=process.url,
        language=record.language,
        title=record.title,
        description=record.short_description,
        sections=tuple(_sections(dossier)),
        filters={
            "ministry": _known(record.ministry),
            "topic": record.topics,
            "method": record.methods,
            "kind": _known(record.kind),
            "year": _known(str(record.end_date.year) if record.end_date else ""),
            "status": _known(record.status),
            "sector": tuple(sorted(sectors)),
            "language": (record.language, *(translation.language for translation in process.translations)),
        },
        sort={
            "date": record.end_date.iso if record.end_date else None,
            "lag": process.closing_lag_days,
            "participants": record.participants_count,
        },
        card=render_card(card_of(process, dossier.context), dossier.context).replace(ROOT, ""),
    )


def _known(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _sections(dossier: Dossier) -> Iterator[SearchSection]:
    process, record, url = dossier.process, dossier.process.record, dossier.process.url
    _ = dossier.wording.gettext
    if record.bottom_lines:
        text = "\n".join(line.text for line in record.bottom_lines)
        yield SearchSection(url=f"{url}#bottom-lines", title=_("The bottom lines"), text=text)
    outcomes = [" – ".join(text for text in (each.title, each.reference, each.note) if text) for each in record.outcomes]
    if any(outcomes):
        yield SearchSection(url=f"{url}#outcomes", title=_("What happens with the output"), text=_lines(outcomes))
    if record.goals:
        goals = [text for goal in record.goals for text in (goal.text, goal.note or "")]
        yield SearchSection(url=f"{url}#goals", title=_("What was wanted"), text=_lines(goals))
    yield from _body(process.brief, url, _("In brief"), dossier)
    for chapter in dossier.chapters:
        place = f"{url}{chapter.stem}/"
        yield from _body(chapter.body, place, chapter.title, dossier)
        if about := [*chapter.insights, *(lesson.text for lesson in chapter.lessons)]:
            yield SearchSection(url=place, title=chapter.title, text=_lines(about))
    for published in process.promises:
        promise = published.promise
        texts = [promise.text, promise.planned, promise.done, promise.explanation, *(each.note for each in promise.updates)]
        title = _("Promises to participants")
        yield SearchSection(url=f"{url}promises/#{promise.id}", title=title, text=_lines(texts))
    if process.responses:
        texts = [text for each in process.responses for text in (each.heard, each.explanation)]
        yield SearchSection(url=f"{url}responses/", title=_("What was done with what you said"), text=_lines(texts))
    for meeting in process.meetings:
        yield from _body(meeting.body, f"{url}meetings/{meeting.stem}/", meeting.title, dossier)
    if (people := process.participants) is not None:
        rows = [", ".join(text for text in (each.name, each.role, each.organisation) if text) for each in people.listed]
        if rows:
            title = next(entry.title for entry in dossier.entries if entry.kind == "participants")
            yield SearchSection(url=f"{url}participants/", title=title, text=_lines(rows))
    for translation in process.translations:
        place = f"{url}{translation.language}/"
        head = [translation.title, translation.short_description, *translation.bottom_lines]
        yield SearchSection(url=place, title=translation.title, text=_lines(head))
        yield from _body(translation.brief, place, translation.title, dossier)
        for chapter in translation.chapters:
            yield from _body(chapter.body, f"{place}{chapter.stem}/", chapter.title, dossier)


def _body(body: Body, url: str, title: str, dossier: Dossier) -> Iterator[SearchSection]:
    if not body.is_empty:
        yield from body_sections(dossier.body(body, title), url, title)


def _lines(texts: list[str] | list[str | None]) -> str:
    return "\n".join(text for text in texts if text)
