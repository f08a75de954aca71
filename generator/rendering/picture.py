"""The picture of a process, as its card, the head of its page and its editions show it."""

from __future__ import annotations

from msgspec import Struct

from generator.model.published import PublishedProcess
from generator.wording import DIRECTIONS


class Picture(Struct, frozen=True, kw_only=True):
    """A picture that is published. Its words are in the process's own language."""

    url: str
    """Relative to the site's root."""
    alt: str
    credit: str
    language: str
    direction: str


def picture_of(process: PublishedProcess) -> Picture | None:
    """The picture of a process; None where it has none, or its file is not published or not described in words."""
    picture = process.record.picture
    if picture is None or not picture.path or not picture.alt:
        return None
    path = f"{process.path}/{picture.path.removeprefix('./')}"
    attached = next((file for file in process.files if file.path == path), None)
    if attached is None:
        return None
    language = process.translated_from or process.record.language
    return Picture(
        url=attached.uri,
        alt=picture.alt,
        credit=picture.credit or "",
        language=language,
        direction=DIRECTIONS.get(language, "rtl"),
    )
