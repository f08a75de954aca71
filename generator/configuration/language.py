"""The language of a site, from its configuration alone: help and misuse are told in it before anything else is loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.configuration.reading import BadConfiguration, find_configuration, read_configuration
from generator.expressions import expression

LANGUAGES = ("he", "ar", "en")
LANGUAGE = "he"
_WRITTEN_LANGUAGE = expression(rb"""^\s*language:\s*["']?(he|ar|en)\b""", re.MULTILINE)


def plugin_options(configuration: Mapping[str, Any]) -> dict[str, Any]:
    """The options of the plugin `sikum`, as they are written: `plugins` is a list or a map."""
    plugins = configuration.get("plugins") or []
    entries = [plugins] if isinstance(plugins, dict) else plugins if isinstance(plugins, list) else []
    named = (item for entry in entries for item in (entry.items() if isinstance(entry, dict) else [(entry, {})]))
    return next((dict(options or {}) for name, options in named if name == "sikum"), {})


def chosen_language(configuration: Mapping[str, Any], plugin: Mapping[str, Any]) -> str:
    """The language of the site: the plugin's option, else the one that is written under `theme`, else Hebrew."""
    theme = configuration.get("theme")
    written = theme.get("language") if isinstance(theme, Mapping) else None
    return str(plugin.get("language") or written or LANGUAGE)


def known_language(language: str) -> str:
    """The language in which a site is told what is wrong with it, where it is written in one that nobody here speaks: Hebrew."""
    return language if language in LANGUAGES else LANGUAGE


def language_at(place: Path) -> str | None:
    """The language of the site whose configuration, or whose folder, is at `place`; None without one.

    Of a configuration that cannot be read, the language that is written in it, wherever that is.
    """
    file = place if place.is_file() else find_configuration(place)
    if file is None:
        return None
    try:
        configuration = read_configuration(file)
    except BadConfiguration:
        written = _WRITTEN_LANGUAGE.search(file.read_bytes()) if file.is_file() else None
        return written[1].decode() if written else LANGUAGE
    return chosen_language(configuration, plugin_options(configuration))
