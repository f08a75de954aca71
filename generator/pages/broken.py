"""The page of a process that nothing could be published of: in a preview its findings stand in its place."""

from __future__ import annotations

from generator.model.site import Page
from generator.rendering.context import SiteContext
from generator.rendering.templates import render


def findings_page(process_id: str, title: str, findings: tuple[str, ...], context: SiteContext) -> Page:
    """A page at the process's URL; `findings` are the pieces that `rendering.panel.findings_panel` makes."""
    values = {"process_id": process_id, "title": title, "panel": findings}
    return Page(
        url=f"{process_id}/",
        kind="process",
        title=title,
        language=context.language,
        body=render("findings.html", context.language, values),
        section="catalogue",
        is_listed=False,
    )
