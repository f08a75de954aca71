"""`/closing/due.ics` and `/closing/due/<ministry>.ics`: what falls due, for the calendar on somebody's desk (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from functools import cache, partial

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
    from icalendar import Calendar  # heavy, and few builds write a calendar anew

    head = Calendar()
    head.add("prodid", f"-//Sikum//{context.language.upper()}")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    head.add("x-wr-calname", title)
    empty: bytes = head.to_ical()
    return empty.removesuffix(_END) + b"".join(map(written, found)) + _END


_END = b"END:VCALENDAR\r\n"


def event_of(deadline: Deadline, context: SiteContext, remind: tuple[int, ...]) -> bytes:
    """The entry of a deadline, which stands in the calendar of everything and in its ministry's."""
    from icalendar import Alarm, Event  # as above

    wording = context.wording_for(deadline.language)
    event = Event()
    event.add("uid", uid(deadline, context))
    # When it was written is not known; the day it is about is the same at every build.
    event.add("dtstamp", datetime.combine(deadline.due, time(), UTC))
    event.add("dtstart", deadline.due)
    event.add("dtend", deadline.due + timedelta(days=1))
    event.add("summary", summary_of(deadline, wording))
    event.add("url", context.absolute(deadline.url))
    event.add("transp", "TRANSPARENT")
    for days in remind:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary_of(deadline, wording))
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
    written: bytes = event.to_ical()
    return written


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
