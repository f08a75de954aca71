"""Settings of `mkdocs.yml` beside the plugin's own, judged as the engine judges them: for commands, which run without it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import urlsplit

from generator.configuration.options import CANNOT_BE_USED, BadOption, option_names, shown
from generator.configuration.type_faults import EXPECTED
from generator.wording.deferred import N_, Deferred

_EDIT_FIELDS = ("path", "path_noext")


def check_settings(configuration: Mapping[str, Any], folder: Path) -> None:
    """Raises BadOption for a setting with which the engine builds nothing, such as a list under `exclude_docs`.

    `folder`: where the configuration lies.
    """
    for name, (is_sound, wanted) in _WANTED.items():
        value = configuration.get(name)
        if value is not None and not is_sound(value):
            raise BadOption(
                CANNOT_BE_USED, name=name, value=shown(value), reason=Deferred(EXPECTED, expected=Deferred(wanted))
            )
    content, site = (
        _within(folder, configuration.get(name) or name.partition("_")[0]) for name in ("docs_dir", "site_dir")
    )
    if content == _within(folder, "."):
        raise BadOption(
            N_("{name}: the folder of the configuration cannot be used here: one beside it is expected"),
            name="docs_dir",
        )
    if content == site or content in site.parents or site in content.parents:
        reason = Deferred(N_("it and docs_dir lie one in the other"))
        raise BadOption(CANNOT_BE_USED, name="site_dir", value=shown(str(site)), reason=reason)


def _within(folder: Path, name: object) -> Path:
    return Path(os.path.normpath(folder.absolute() / str(name)))


def unknown_options(plugin: Mapping[str, Any]) -> tuple[str, ...]:
    """Names among the plugin's options that it has not: the engine warns of them, and stops a strict build."""
    return tuple(sorted(str(name) for name in plugin if name not in option_names()))


def _is_address(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return not value or bool(parts.scheme and parts.netloc)


def _is_edit_template(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return all(field is None or field in _EDIT_FIELDS for _, field, _, _ in Formatter().parse(value))
    except ValueError:
        return False


def _is(*kinds: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kinds)


_TEXT = (_is(str), N_("text"))
_LINES = (_is(str), N_("text with a pattern in each line, and no list,"))
_LIST = (_is(list), N_("a list"))
_ADDRESS = (_is_address, N_("an address such as https://example.org/"))
_WANTED: dict[str, tuple[Callable[[object], bool], str]] = {
    "site_name": _TEXT,
    "site_url": _ADDRESS,
    "docs_dir": _TEXT,
    "site_dir": _TEXT,
    "plugins": (_is(list, dict), N_("a list, or fields with their values,")),
    "exclude_docs": _LINES,
    "draft_docs": _LINES,
    "repo_url": _ADDRESS,
    "edit_uri": _TEXT,
    "edit_uri_template": (_is_edit_template, N_("text with {{path}} or {{path_noext}}")),
    "copyright": _TEXT,
    "extra_css": _LIST,
    "extra_javascript": _LIST,
    "extra": (_is(dict), N_("fields, each a name and a value")),
    "theme": (_is(str, dict), N_("a name, or fields with their values,")),
}
