"""The record in another language: what is translated of it, and a link to all its facts in the original."""

from __future__ import annotations

from generator.model.content import Translation
from generator.model.record import BottomLine
from generator.model.site import Page
from generator.pages.process.closing import waived
from generator.pages.process.downloads import downloads
from generator.pages.process.layout import make_page
from generator.pages.process.record import events, record_side, social_image, source_links
from generator.rendering.graphs import draw
from generator.rendering.links import inside
from generator.rendering.picture import picture_of
from generator.views.facts import facts
from generator.views.graphs import response_graph, timescale
from generator.views.outcomes import chain, outcome_views, step_views, timeliness_text
from generator.views.process import ProcessView
from generator.views.promises import promise_tallies
from generator.views.summary import banners, citation, continuation, dots, goal_view, lag_text, stages
from generator.views.translated import is_whole


def _facts(view: ProcessView) -> dict[str, object]:
    """What a record says besides its summary, where the translation says it too."""
    return {
        "facts": facts(view),
        "checklist": (),
        "waived": waived(view, ()),
        "next_steps": step_views(view),
        "approvals": tuple((each, view.term("approval", each.of)) for each in view.process.record.approvals if each.of),
        "changes": view.process.record.changes,
        "since_sent": None,
        "timescale": timescale(view),
        **events(view),
        "stages": stages(view),
        "earlier_lessons": (),
        "sources": source_links(view),
        "citation": citation(view),
    }


def translation_page(view: ProcessView, translation: Translation) -> Page:
    """`/<id>/<language>/`; `view` is the process in the translation's language."""
    process, record = view.process, view.process.record
    description = view.description
    decisions = {index for index, line in enumerate(record.bottom_lines) if line.decision}
    values = {
        "state": view.state("status", record.status) if record.status else None,
        "continuation": continuation(view),
        "ministry": view.ministry(record.ministry),
        "description": description,
        "picture": picture_of(process),
        "actions": tuple(each for each in downloads(view) if each.is_edition) if is_whole(process, translation) else (),
        "dots": dots(view),
        "untranslated": tuple(entry for entry in view.entries if entry.language and entry.kind == "chapter"),
        "bottom_lines": tuple(
            BottomLine(text=text, decision=index in decisions) for index, text in enumerate(translation.bottom_lines)
        ),
        "is_example": record.example,
        "responses": view.entry_of("responses"),
        "is_response_unknown": not process.is_answered,
        "lag": process.closing_lag_days,
        "lag_text": lag_text(view),
        "timeliness": timeliness_text(process.closing_target, view.wording),
        # What is left to be done is listed on the original's page alone.
        "banners": tuple(each for each in banners(view) if each.kind != "closing"),
        "chain": chain(view),
        "answers": draw(shares, view.wording) if (shares := response_graph(view)) else None,
        "outcomes": outcome_views(view),
        "promises": view.entry_of("promises"),
        "tallies": promise_tallies(view),
        "goals": tuple(goal_view(goal, view) for goal in record.goals),
        "goals_language": "" if translation.goals else record.language,
        "meetings": tuple(
            zip((each for each in view.entries if each.kind == "meeting"), process.meetings, strict=True)
        ),
        "brief": view.body(translation.brief, view.title).html,
        **(_facts(view) if translation.words else {"facts": (), "events": (), "stages": ()}),
        "original": inside(process.url, record.title),
        "original_language": record.language,
        "language_name": view.term("language", record.language),
    }
    return make_page(
        view,
        view.entries[0],
        "process/translation.html",
        values,
        title=view.title,
        description=description,
        side=record_side(view),
        source=translation.brief.path,
        image=social_image(process),
    )
