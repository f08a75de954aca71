"""What the pages and the editions of a process share: one view, of which each thing is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from generator.model.published import PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext
from generator.views.process import Made, ProcessView


def view_of(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> ProcessView:
    """A process in its own language."""
    wording = context.wording_for(process.record.language)
    return ProcessView(process=process, cross_references=cross_references, context=context, wording=wording)


def once_a_view(make: Callable[[ProcessView], Made]) -> Callable[[ProcessView], Made]:
    """A function of a view that works it out for the first who asks: pages and editions say the same."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def made(view: ProcessView) -> Made:
        return view.once(name, lambda: make(view))

    return made
