"""`/closing/due.ics` and `/closing/due/<ministry>.ics`: what falls due, for the calendar on somebody's desk (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from functools import cache, partial
from importlib.metadata import version

from generator.model import urls
from generator.model.digest import digest
from generator.model.kept import KEPT_NOWHERE, Kept
from generator.model.published import PublishedCatalogue
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext
from generator.rendering.deadlines import Deadline, deadlines, summary_of


def calendar_jobs(
    catalogue: PublishedCatalogue, context: SiteContext, remind: tuple[int, ...], kept: Kept = KEPT_NOWHERE
) -> Iterator[Job]:
    """One calendar of everything and one for each ministry of the registry, also where nothing is due yet.

    `remind`: how many days before a due date an alarm goes off. Only where the site has an address, as with feeds.
    `kept`: of the last build, the head of each calendar and each entry.
    """
    if not context.site_url:
        return
    found = deadlines(catalogue, context)
    of_body: dict[str, list[Deadline]] = {body: [] for body in catalogue.ministries}
    for each in found:
        of_body.setdefault(each.ministry, []).append(each)
    calendars = [(urls.CALENDAR, context.site_name, found)]
    for body, ministry in catalogue.ministries.items():
        title = f"{ministry.name_in(context.language)} – {context.site_name}"
        calendars.append((urls.calendar(body), title, tuple(of_body[body])))
    key = digest(context.key, remind, version("icalendar"))

    @cache
    def parts() -> dict[str | Deadline, str]:
        """Each head by its title, and each entry: it stands in the calendar of everything and in its ministry's."""
        wanted: list[str | Deadline] = [*(title for _, title, _ in calendars), *found]
        make = partial(_part, context=context, remind=remind)
        return dict(zip(wanted, kept.each("calendars", key, wanted, make), strict=True))

    for uri, title, its_own in calendars:
        build = partial(_files, uri, title, its_own, parts)
        yield Job(f"calendar/{uri}", digest(key, title, its_own), build)


def _files(
    uri: str, title: str, found: tuple[Deadline, ...], parts: Callable[[], Mapping[str | Deadline, str]]
) -> tuple[SiteFile, ...]:
    written = parts()
    return (SiteFile(uri=uri, content="".join((written[title], *(written[each] for each in found), _END))),)


def _part(of: str | Deadline, context: SiteContext, remind: tuple[int, ...]) -> str:
    """The head of the calendar with this title, or the entry of a deadline."""
    return _head(of, context) if isinstance(of, str) else _entry(of, context, remind)


def calendar(found: Iterable[Deadline], title: str, context: SiteContext, remind: tuple[int, ...]) -> str:
    """The calendar file. The same deadlines give the same text, whatever day it is."""
    return "".join((_head(title, context), *(_entry(each, context, remind) for each in found), _END))


_END = "END:VCALENDAR\r\n"


def _head(title: str, context: SiteContext) -> str:
    """A calendar up to its first entry."""
    from icalendar import Calendar  # heavy, and few builds write a calendar anew

    head = Calendar()
    head.add("prodid", f"-//Sikum//{context.language.upper()}")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    head.add("x-wr-calname", title)
    written: bytes = head.to_ical()
    return written.decode().removesuffix(_END)


def _entry(deadline: Deadline, context: SiteContext, remind: tuple[int, ...]) -> str:
    """The entry of a deadline in any calendar."""
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
    return written.decode()


def uid(deadline: Deadline, context: SiteContext) -> str:
    """The same for one thing at every build, so that a calendar that is fetched again moves the entry and adds none."""
    parts = (deadline.process or "site", deadline.kind, deadline.id)
    return f"{'-'.join(part for part in parts if part)}@{digest(context.site_url)[:12]}.sikum"
