"""The pages of promises and of responses: `/<id>/promises/` and `/<id>/responses/`."""

from __future__ import annotations

from generator.model.site import Page
from generator.pages.process.layout import make_page
from generator.rendering.graphs import draw
from generator.views.coverage import coverage_sentences
from generator.views.graphs import response_graph
from generator.views.process import ProcessView
from generator.views.promises import promise_tallies, promise_views, promises_sentence, response_views


def promises_page(view: ProcessView) -> Page:
    """`/<id>/promises/`, or `/<id>/<language>/promises/`."""
    sentence = promises_sentence(view)
    values = {"sentence": sentence, "tallies": promise_tallies(view), "promises": promise_views(view)}
    entry = view.entry(view.urls.promises)
    return make_page(view, entry, "process/promises.html", values, description=sentence)


def responses_page(view: ProcessView) -> Page:
    """`/<id>/responses/`, or `/<id>/<language>/responses/`."""
    process, shares = view.process, response_graph(view)
    entry = view.entry(view.urls.responses)
    values = {
        "responses": response_views(view),
        "shares": draw(shares, view.wording) if shares else None,
        "coverage": coverage_sentences(view),
        "waiting_codes": process.coverage.waiting_codes if process.coverage else (),
    }
    return make_page(view, entry, "process/responses.html", values, description=view.description)
