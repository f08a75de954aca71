"""What is known of a meeting besides its date and summary, in words: the same on its page and in editions."""

from __future__ import annotations

from generator.model.content import Meeting
from generator.rendering.facts import Fact
from generator.rendering.links import Link
from generator.rendering.terms import title_in
from generator.views.process import ProcessView


def meeting_facts(meeting: Meeting, view: ProcessView) -> tuple[Fact, ...]:
    """Kind, hours, place, attendance, organisations and a site's own fields: those that are stated."""
    specs, wording = view.structure.meeting, view.wording
    hours = "–".join(time for time in (meeting.start_time, meeting.end_time) if time)
    attendees = wording.number(meeting.attendees_count) if meeting.attendees_count is not None else ""
    known = (
        (title_in(specs, "type", view.language), (meeting.type or "",)),
        (wording.gettext("Hours"), (hours,)),
        (title_in(specs, "location", view.language), (meeting.location or "",)),
        (title_in(specs, "attendees_count", view.language), (attendees,)),
        (title_in(specs, "organisations", view.language), meeting.organisations),
    )
    found = tuple(
        Fact(title=title, items=items)
        for title, texts in known
        if (items := tuple(Link(text) for text in texts if text))
    )
    return found + view.further(meeting.extra, specs)
