"""The page of a process: the answers a reader comes for, the state first."""

from __future__ import annotations

from msgspec.structs import replace

from generator.model.published import PublishedProcess
from generator.model.site import ROOT, Page
from generator.pages.process.closing import checklist, waived
from generator.pages.process.downloads import downloads
from generator.pages.process.layout import make_page
from generator.pages.process.sector_chart import sector_chart
from generator.pages.process.timeline import Event, timeline
from generator.rendering.graphs import draw
from generator.rendering.jsonld import json_ld, process_data
from generator.rendering.laws import source_link
from generator.rendering.links import Link, inside
from generator.rendering.picture import picture_of
from generator.rendering.templates import render
from generator.views.facts import facts
from generator.views.graphs import response_graph, timescale
from generator.views.outcomes import chain, outcome_views, step_views, timeliness_text
from generator.views.process import ProcessView
from generator.views.promises import promise_tallies
from generator.views.summary import (
    banners,
    citation,
    continuation,
    dots,
    goal_view,
    lag_text,
    stages,
)


def record_page(view: ProcessView) -> Page:
    """`/<id>/`."""
    process, record = view.process, view.process.record
    return make_page(
        view,
        view.entries[0],
        "process/record.html",
        _answers(view) | _course(view) | _context(view),
        title=view.title,
        description=record.short_description,
        side=record_side(view),
        head=json_ld(process_data(process, view.context)),
        source=process.brief.path,
        image=social_image(process),
    )


def _answers(view: ProcessView) -> dict[str, object]:
    """What came of it: the state, the bottom lines, outcomes, promises and responses."""
    process, record = view.process, view.process.record
    shares, is_over = response_graph(view), record.status in ("closing", "closed")
    return {
        "state": view.state("status", record.status) if record.status else None,
        "continuation": continuation(view),
        "is_example": record.example,
        "ministry": view.ministry(record.ministry),
        "description": record.short_description,
        "picture": picture_of(process),
        "dots": dots(view),
        "lag": process.closing_lag_days,
        "lag_text": lag_text(view),
        "timeliness": timeliness_text(process.closing_target, view.wording),
        "banners": banners(view),
        "bottom_lines": record.bottom_lines,
        "outcomes": outcome_views(view),
        "is_outcome_missing": not record.outcomes and is_over,
        "outcome_reason": _reason("use", view),
        "tallies": promise_tallies(view),
        "answers": draw(shares, view.wording) if shares else None,
        "promises_url": f"{ROOT}{process.urls.promises}",
        "responses_url": f"{ROOT}{process.urls.responses}" if process.responses else None,
        "is_response_missing": not process.responses and is_over,
        "is_response_unknown": not process.is_answered,
        "response_reason": _reason("responses", view),
    }


def _course(view: ProcessView) -> dict[str, object]:
    """How it went: the brief, facts and goals, the timeline, participants, and the steps of its closing."""
    process, record = view.process, view.process.record
    steps = checklist(view)
    return {
        "brief": view.body(process.brief, view.title).html,
        "facts": facts(view),
        "goals": tuple(goal_view(goal, view) for goal in record.goals),
        "actions": tuple(each for each in downloads(view) if each.is_edition),
        "timescale": timescale(view),
        **events(view),
        "meetings": process.meetings,
        "meetings_url": f"{ROOT}{process.urls.meetings}",
        "chart": sector_chart(view),
        "participants_url": f"{ROOT}{process.urls.participants}" if process.participants else None,
        "checklist": steps,
        "waived": waived(view, steps),
    }


def _context(view: ProcessView) -> dict[str, object]:
    """What it stands in: next steps, other stages, how to cite it, corrections and sources."""
    record = view.process.record
    return {
        "next_steps": step_views(view),
        "chain": chain(view),
        "stages": stages(view),
        "earlier_lessons": tuple(
            (stage, tuple(inside(url, text) for text, url in stage.lessons))
            for stage in view.cross_references.previous
            if stage.lessons
        ),
        "citation": citation(view),
        "approvals": tuple((each, view.term("approval", each.of)) for each in record.approvals if each.who and each.of),
        "changes": record.changes,
        "since_sent": view.entry_of("since-sent"),
        "sources": source_links(view),
    }


def source_links(view: ProcessView) -> tuple[Link, ...]:
    """What the process rests on."""
    return tuple(
        replace(link, language=view.foreign_words(f"sources[{index}].title") if source.title or not source.law else "")
        for index, source in enumerate(view.process.record.sources)
        if (link := source_link(source, view.wording)).text
    )


def social_image(process: PublishedProcess) -> str:
    """The picture for a link to the process on social networks, which draw no SVG; empty where the site's card serves."""
    picture = picture_of(process)
    return picture.url if picture and not picture.url.lower().endswith(".svg") else ""


def _reason(subject: str, view: ProcessView) -> str:
    """Why something was explained instead of done; empty where nobody said."""
    return next((each.reason for each in view.process.record.closing.waived if each.subject == subject), "")


_MANY_EVENTS = 8


def events(view: ProcessView) -> dict[str, tuple[Event, ...]]:
    """The timeline, for `process/timeline.html`; of a long one the meetings, updates and corrections stand apart, folded."""
    every = timeline(view)
    is_small = [len(every) > _MANY_EVENTS and event.shape in ("meeting", "change") for event in every]
    return {
        "events": tuple(event for event, small in zip(every, is_small, strict=True) if not small),
        "more_events": tuple(event for event, small in zip(every, is_small, strict=True) if small),
    }


def record_side(view: ProcessView) -> str:
    """What stands beside the record after the list of pages: what can be taken away, and whom to ask."""
    contact = view.process.record.closing.contact
    values = {
        "downloads": downloads(view),
        "contact": contact,
        "language": view.language,
        "direction": view.wording.direction,
    }
    return render("process/record-side.html", view.language, values)
