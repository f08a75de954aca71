"""Entries for the registry of ministries, added as text so that its comments and order stay."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Text
from generator.scaffold.fields import comment
from generator.scaffold.words import (
    LOCALITIES_EXAMPLE,
    LOCALITIES_NOTE,
    MINISTRIES_EXAMPLE,
    MINISTRIES_NOTE,
    TOPICS_EXAMPLE,
    TOPICS_NOTE,
)
from generator.scaffold.yaml_text import mapping
from generator.source.placeholders import placeholder, placeholder_mark


def new_ministries(language: str) -> str:
    """`ministries.yml` without entries, with an example in a comment."""
    return _empty(MINISTRIES_NOTE, MINISTRIES_EXAMPLE, language)


def new_topics(language: str) -> str:
    """`topics.yml` with nothing in it yet, and an example."""
    return _empty(TOPICS_NOTE, TOPICS_EXAMPLE, language)


def new_localities(language: str) -> str:
    """`localities.yml` with nothing in it yet, and an example."""
    return _empty(LOCALITIES_NOTE, LOCALITIES_EXAMPLE, language)


def _empty(note: Text, example: str, language: str) -> str:
    return "\n".join((*comment(note.in_language(language)), example))


def ministry_entry(identifier: str, name: Mapping[str, str], language: str) -> str:
    """Lines to append for a ministry that no registry knows. `name` by language; a missing Hebrew name is a placeholder
    in `language`, or another language's name with a mark above it."""
    given = next(iter(name.values()), None)
    names = {"he": given or placeholder(identifier, language), **name}
    mark = comment(placeholder_mark(language)) if "he" not in name else []
    return "\n".join(("", *mark, *mapping({identifier: {"name": names}}))) + "\n"
