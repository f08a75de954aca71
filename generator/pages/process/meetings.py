"""A page for each consultation meeting."""

from __future__ import annotations

from msgspec import Struct

from generator.model.content import Meeting
from generator.model.site import Page
from generator.pages.process.chapters import promises_made_at
from generator.pages.process.layout import make_page
from generator.pages.process.markdown_copy import resolved_markdown
from generator.rendering.templates import render
from generator.views.meetings import meeting_facts
from generator.views.process import ProcessView


def meeting_page(meeting: Meeting, view: ProcessView) -> Page:
    """`/<id>/meetings/<stem>/`, or `/<id>/<language>/meetings/<stem>/`."""
    entry = view.entry(view.urls.meeting(meeting.stem))
    body = view.body(meeting.body, meeting.title)
    around: dict[str, object] = {
        "facts": meeting_facts(meeting, view),
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
