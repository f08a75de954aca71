"""`/<id>/yardsticks/`: what the record shows of outside standards, each thing that is met with the place that shows it."""

from __future__ import annotations

from generator.model.site import Page
from generator.pages.process.layout import make_page
from generator.views.evidence import sheets
from generator.views.process import ProcessView


def yardsticks_page(view: ProcessView) -> Page:
    """The sheet of one process, in its own language: every standard that the site names."""
    values = {"sheets": sheets(view.process, view.context, view.language)}
    entry = view.entry(view.process.urls.yardsticks)
    return make_page(view, entry, "process/yardsticks.html", values, description=view.process.record.short_description)
