"""Where the files and pages of one process are published: for values that name them by source path."""

from __future__ import annotations

from collections.abc import Mapping

from generator.markup.targets import parse_target
from generator.model.published import PublishedProcess
from generator.rendering.context import SiteContext


def places_of(process: PublishedProcess) -> dict[str, str]:
    """Source path, relative to the content folder -> URL, relative to the site's root."""
    return (
        {process.brief.path: process.url}
        | {chapter.body.path: f"{process.url}{chapter.stem}/" for chapter in process.chapters}
        | {meeting.body.path: f"{process.url}meetings/{meeting.stem}/" for meeting in process.meetings}
        | {file.path: file.uri for file in process.files}
    )


def file_url(
    written: str | None, process: PublishedProcess, places: Mapping[str, str], context: SiteContext
) -> str | None:
    """The address of what `written` names in the process folder; None when it names nothing published there."""
    if not written:
        return None
    target = parse_target(process.brief.path, written)
    url = places.get(target.path) if target.path else None
    if url is None:
        return None
    fragment = f"#{target.fragment}" if target.fragment else ""
    return f"{context.absolute(url)}{fragment}"


def chapter_url(written: str | None, process: PublishedProcess, context: SiteContext) -> str | None:
    """The address of a chapter named by its stem with an optional `#part`; None when there is no such chapter."""
    stem, _, part = (written or "").partition("#")
    if not any(chapter.stem == stem for chapter in process.chapters):
        return None
    return context.absolute(f"{process.url}{stem}/{'#' if part else ''}{part}")
