"""A page for each consultation meeting."""

from __future__ import annotations

from msgspec import Struct

from generator.model.content import Meeting
from generator.model.site import Page
from generator.pages.process.chapters import promises_made_at
from generator.pages.process.layout import make_page
from generator.pages.process.markdown_copy import resolved_markdown
from generator.rendering.facts import Fact
from generator.rendering.links import Link
from generator.rendering.templates import render
from generator.rendering.terms import title_in
from generator.views.process import ProcessView


def meeting_page(meeting: Meeting, view: ProcessView) -> Page:
    """`/<id>/meetings/<stem>/`, or `/<id>/<language>/meetings/<stem>/`."""
    entry = view.entry(view.urls.meeting(meeting.stem))
    body = view.body(meeting.body, meeting.title)
    around: dict[str, object] = {
        "facts": _facts(meeting, view),
        "date": meeting.date,
        "made_here": promises_made_at(entry.url, view),
    }
    return make_page(
        view,
        entry,
        "process/meeting.html",
        {**around, "html": body.html},
        description=view.description,
        toc=body.toc,
        source=meeting.body.path,
        markdown=_Markdown(meeting, around, view),
    )


class _Markdown(Struct, frozen=True):
    """The meeting for other engines."""

    meeting: Meeting
    around: dict[str, object]
    view: ProcessView

    def __call__(self) -> str:
        title = self.meeting.title
        text = resolved_markdown(self.meeting.body, self.view.cross_references.urls, title)
        before = render("process/meeting-before.html", self.view.language, self.around).strip()
        return "\n\n".join(part for part in (f"# {title}", before, text) if part) + "\n"


def _facts(meeting: Meeting, view: ProcessView) -> tuple[Fact, ...]:
    """What is known of the meeting besides its summary."""
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
