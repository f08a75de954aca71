"""What of the catalogue can be read in other languages than the site's: said on the front page, in each of them."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from generator.pages.lists.listed import ListedProcess, Place
from generator.pages.lists.overview import Overview
from generator.wording import DIRECTIONS, Wording

SHOWN = 3
"""Processes that are named in a language, the newest of the catalogue's order first."""


class OtherLanguage(Struct, frozen=True, kw_only=True):
    """A language that some processes can be read in; `text` and `more` are in that language."""

    language: str
    direction: str
    text: str
    places: tuple[Place, ...]
    more: str
    """How many others there are; empty when all are named."""


def other_languages(overview: Overview) -> tuple[OtherLanguage, ...]:
    """Each language with the processes that have pages in it, in the structure's order; not the one most are written in."""
    written = Counter(entry.language for entry in overview.entries)
    usual = max(written, key=lambda language: written[language], default="")
    languages = (each for each in overview.context.structure.languages if each != usual)
    return tuple(found for language in languages if (found := _other_language(overview, language)))


def _other_language(overview: Overview, language: str) -> OtherLanguage | None:
    places = [place for entry in overview.entries if (place := _place(entry, language))]
    if not places:
        return None
    wording = Wording(language)
    left = len(places) - SHOWN
    words = wording.ngettext("and %(count)s more", "and %(count)s more", left) if left > 0 else ""
    return OtherLanguage(
        language=language,
        direction=DIRECTIONS.get(language, "rtl"),
        text=wording.gettext("Also in English:"),
        places=tuple(places[:SHOWN]),
        more=words % {"count": wording.number(left)} if words else "",
    )


def _place(entry: ListedProcess, language: str) -> Place | None:
    """Where a process is read in this language: its own page when it was written in it, else that of a translation."""
    return next((place for place in (entry.written, *entry.translations) if place.language == language), None)
