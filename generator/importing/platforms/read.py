"""An archive's bytes -> what is in it, by whichever platform wrote it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from generator.importing.platforms import adhocracy, citizen_space, decidim, govuk
from generator.importing.platforms.archive import (
    NO_ARCHIVE,
    NOT_JSON,
    UNKNOWN_KIND,
    Archive,
    Bodies,
    UnreadableArchive,
    without_marks,
)
from generator.structure import Structure

_LISTS = ("results", "items", "consultations", "activities")
_KNOWN = (govuk.NAME, citizen_space.NAME, decidim.NAME, adhocracy.NAME)


def read_archive(
    content: bytes, structure: Structure, bodies: Bodies, *, zone: str, today: date, language: str = "he"
) -> Archive:
    """The processes in a file of GOV.UK (content items, one or a list), Citizen Space (public search), Decidim (the zip of
    open data) or adhocracy+ (a project's export). `zone`: in which times become days; `today`: what is over;
    `language`: which is taken where a text is there in several.

    Raises UnreadableArchive.
    """
    if decidim.is_ours(content):
        return decidim.read(content, bodies, structure, zone, today, language)
    try:
        loaded = json.loads(without_marks(content.decode(json.detect_encoding(content))))
    except (ValueError, RecursionError) as error:
        is_begun = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[")
        raise UnreadableArchive(NOT_JSON if is_begun else NO_ARCHIVE) from error
    if isinstance(loaded, Mapping) and adhocracy.is_ours(loaded):
        return adhocracy.read(loaded, bodies, structure, zone, today)
    if isinstance(loaded, Mapping):
        loaded = next((loaded[name] for name in _LISTS if isinstance(loaded.get(name), list)), [loaded])
    items = [item for item in loaded if isinstance(item, dict)] if isinstance(loaded, list) else []
    if govuk.is_ours(items):
        return govuk.read(items, bodies)
    if citizen_space.is_ours(items):
        return citizen_space.read(items, bodies, structure, zone)
    raise UnreadableArchive(UNKNOWN_KIND, known=", ".join(_KNOWN))
