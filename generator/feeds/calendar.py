"""`/closing/due.ics` and `/closing/due/<ministry>.ics`: what falls due, for the calendar on somebody's desk (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import cache, partial
from itertools import chain

from generator.model import urls
from generator.model.digest import digest
from generator.model.published import PublishedCatalogue
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext
from generator.rendering.deadlines import Deadline, deadlines, summary_of


def calendar_jobs(catalogue: PublishedCatalogue, context: SiteContext, remind: tuple[int, ...]) -> Iterator[Job]:
    """One calendar of everything and one for each ministry of the registry, also where nothing is due yet.

    `remind`: how many days before a due date an alarm goes off. Only where the site has an address, as with feeds.
    """
    if not context.site_url:
        return
    found = deadlines(catalogue, context)
    written = cache(partial(event_of, context=context, remind=remind))
    yield _job(urls.CALENDAR, found, context.site_name, written, digest(context.key, remind), context)
    for body, ministry in catalogue.ministries.items():
        own = tuple(each for each in found if each.ministry == body)
        title = f"{ministry.name_in(context.language)} – {context.site_name}"
        yield _job(urls.calendar(body), own, title, written, digest(context.key, remind), context)


def calendar(
    found: Iterable[Deadline], title: str, context: SiteContext, written: Callable[[Deadline], bytes]
) -> bytes:
    """The calendar file. The same deadlines give the same bytes, whatever day it is. `written`: `event_of` a deadline."""
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Sikum//{context.language.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{' '.join(title.splitlines())}",
    )
    return _lines(head) + b"".join(map(written, found)) + b"END:VCALENDAR\r\n"


def event_of(deadline: Deadline, context: SiteContext, remind: tuple[int, ...]) -> bytes:
    """The entry of a deadline, which stands in the calendar of everything and in its ministry's."""
    summary = _escaped(summary_of(deadline, context.wording_for(deadline.language)))
    alarms = (
        ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}", f"TRIGGER:-P{days}D", "END:VALARM")
        for days in remind
    )
    return _lines(
        (
            "BEGIN:VEVENT",
            f"SUMMARY:{summary}",
            f"DTSTART;VALUE=DATE:{deadline.due:%Y%m%d}",
            f"DTEND;VALUE=DATE:{deadline.due + timedelta(days=1):%Y%m%d}",
            # When it was written is not known; the day it is about is the same at every build.
            f"DTSTAMP:{deadline.due:%Y%m%d}T000000Z",
            f"UID:{_escaped(uid(deadline, context))}",
            "TRANSP:TRANSPARENT",
            f"URL:{context.absolute(deadline.url)}",
            *chain.from_iterable(alarms),
            "END:VEVENT",
        )
    )


def _escaped(text: str) -> str:
    """A text as a value (RFC 5545, 3.3.11)."""
    marked = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(marked.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _folded(line: str) -> str:
    """The line in pieces of less than 75 bytes (RFC 5545, 3.1), of which none ends between a backslash and what it marks."""
    if len(line.encode()) < _WIDTH:
        return line
    pieces: list[str] = []
    start = size = 0
    for at, character in enumerate(line):
        width = len(character.encode())
        if size + width >= _WIDTH:
            end = at - 1 if line[at - 1] == "\\" else at
            pieces.append(line[start:end])
            start, size = end, at - end
        size += width
    return "\r\n ".join((*pieces, line[start:]))


_WIDTH = 75


def uid(deadline: Deadline, context: SiteContext) -> str:
    """The same for one thing at every build, so that a calendar that is fetched again moves the entry and adds none."""
    parts = (deadline.process or "site", deadline.kind, deadline.id)
    return f"{'-'.join(part for part in parts if part)}@{digest(context.site_url)[:12]}.sikum"


def _job(
    uri: str,
    found: tuple[Deadline, ...],
    title: str,
    written: Callable[[Deadline], bytes],
    key: str,
    context: SiteContext,
) -> Job:
    def build() -> Iterator[SiteFile]:
        yield SiteFile(uri=uri, content=calendar(found, title, context, written))

    return Job(f"calendar/{uri}", digest(key, title, found), build)
