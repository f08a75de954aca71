"""Settings of `mkdocs.yml` beside the plugin's own, judged as the engine judges them: for commands, which run without it.

Whether another plugin, a theme or an extension is installed is left to the build: a check before a commit runs without them.
`tests/configuration/test_engine_settings.py` holds this table against the engine's own.
"""

from __future__ import annotations

import ipaddress
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
_MISSING = N_("{name}: the engine builds no site without it")
_NO_SUCH_FILE = N_("{name}: no such file: {value}")


def check_settings(configuration: Mapping[str, Any], folder: Path) -> None:
    """Raises BadOption for a setting with which the engine builds nothing, such as a list under `exclude_docs`.

    `folder`: where the configuration lies.
    """
    if configuration.get("site_name") is None:
        raise BadOption(_MISSING, name="site_name")
    for name, (is_sound, wanted) in _WANTED.items():
        value = configuration.get(name)
        if (value is None and (name not in _NEVER_EMPTY or name not in configuration)) or is_sound(value):
            continue
        expected = Deferred(EXPECTED, expected=Deferred(wanted))
        raise BadOption(CANNOT_BE_USED, name=name, value=shown(value), reason=expected)
    _check_theme(configuration.get("theme"), folder)
    for name, is_there in (("hooks", os.path.isfile), ("watch", os.path.exists)):
        for path in configuration.get(name) or ():
            if not is_there(_within(folder, path)):
                raise BadOption(_NO_SUCH_FILE, name=name, value=shown(path))
    _check_folders(configuration, folder)


def _check_theme(theme: object, folder: Path) -> None:
    if theme is None:
        return
    settings = theme if isinstance(theme, Mapping) else {"name": theme}
    if "name" not in settings or not (settings["name"] or "custom_dir" in settings):
        raise BadOption(_MISSING, name="theme.name")
    for name, (is_sound, wanted) in _WANTED_OF_A_THEME.items():
        value = settings.get(name)
        if name in settings and not is_sound(value) and not (name == "name" and value is None):
            expected = Deferred(EXPECTED, expected=Deferred(wanted))
            raise BadOption(CANNOT_BE_USED, name=f"theme.{name}", value=shown(value), reason=expected)
    custom = settings.get("custom_dir", "")
    if not _within(folder, custom).is_dir():
        raise BadOption(N_("{name}: no such folder: {value}"), name="theme.custom_dir", value=shown(custom))


def _check_folders(configuration: Mapping[str, Any], folder: Path) -> None:
    if configuration.get("site_dir") == "":
        raise BadOption(_MISSING, name="site_dir")
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


def unknown_settings(configuration: Mapping[str, Any]) -> tuple[str, ...]:
    """Names that no setting of the engine has: it warns of them, and stops a strict build.

    Those within `validation`, where the engine has levels of its own, with its name before them.
    """
    validation = configuration.get("validation")
    within = validation if isinstance(validation, Mapping) else {}
    names = [str(name) for name in configuration if name not in _WANTED]
    return tuple(sorted([*names, *(f"validation.{name}" for name in within if name not in _VALIDATION)]))


def setting_names() -> tuple[str, ...]:
    """The names that the engine's settings have at the top of its configuration."""
    return tuple(_WANTED)


def _is_address(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return not value or bool(parts.scheme and parts.netloc)


def _is_host_with_port(value: object) -> bool:
    host, found, port = value.rpartition(":") if isinstance(value, str) else ("", "", "")
    try:
        if host != "localhost":
            ipaddress.ip_address(host[1:-1] if host.startswith("[") and host.endswith("]") else host)
        int(port)
    except ValueError:
        return False
    return bool(found)


def _is_edit_template(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return all(field is None or field in _EDIT_FIELDS for _, field, _, _ in Formatter().parse(value))
    except ValueError:
        return False


def _are_patterns(value: object) -> bool:
    if not isinstance(value, str):
        return False
    from pathspec import GitIgnoreSpec  # few sites hold anything back

    try:
        GitIgnoreSpec.from_lines(value.splitlines())
    except ValueError:
        return False
    return True


def _is_navigation(value: object, *, is_top: bool = True) -> bool:
    """A list of paths, addresses, and titles that each lead to one or to a list of more."""
    if isinstance(value, list):
        return all(isinstance(each, str) or (_leads_on(each) and len(each) == 1) for each in value)
    return not is_top and (isinstance(value, str) or _leads_on(value))


def _leads_on(value: Any) -> bool:
    """Titles, and what each of them leads to."""
    return (
        isinstance(value, dict) and bool(value) and all(_is_navigation(each, is_top=False) for each in value.values())
    )


def _are_scripts(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, str)
        or (
            isinstance(each, dict)
            and isinstance(each.get("path", ""), str)
            and isinstance(each.get("type", ""), str)
            and all(isinstance(each.get(name, False), bool) for name in ("defer", "async"))
        )
        for each in value
    )


def _are_named(value: object) -> bool:
    """Plugins or extensions: names, each alone or with its options."""
    entries = [value] if isinstance(value, dict) else value if isinstance(value, list) else [None]
    named = [pair for entry in entries for pair in (entry.items() if isinstance(entry, dict) else [(entry, None)])]
    is_each_one = isinstance(value, dict) or all(not isinstance(entry, dict) or len(entry) == 1 for entry in entries)
    return is_each_one and all(
        isinstance(name, str) and (not options or isinstance(options, dict)) for name, options in named
    )


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _are_two(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2


def _is(*kinds: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kinds)


_Judged = tuple[Callable[[object], bool], str]
_TEXT: _Judged = (_is(str), N_("text"))
_LINES: _Judged = (_are_patterns, N_("text with a pattern in each line, and no list,"))
_LIST: _Judged = (_is(list), N_("a list"))
_PATHS: _Judged = (_are_texts, N_("a list of paths"))
_SWITCH: _Judged = (_is(bool), N_("true or false"))
_FIELDS: _Judged = (_is(dict), N_("fields, each a name and a value"))
_ADDRESS: _Judged = (_is_address, N_("an address such as https://example.org/"))
_NOTHING: _Judged = (lambda _: False, N_("nothing"))
_WANTED: dict[str, _Judged] = {
    "site_name": _TEXT,
    "site_url": _ADDRESS,
    "site_description": _TEXT,
    "site_author": _TEXT,
    "docs_dir": _TEXT,
    "site_dir": _TEXT,
    "plugins": (_are_named, N_("a list, or fields with their values,")),
    "hooks": _PATHS,
    "watch": _PATHS,
    "nav": (_is_navigation, N_("a list of pages, each a path or a title with one,")),
    "pages": _NOTHING,
    "google_analytics": (_are_two, N_("a list")),
    "exclude_docs": _LINES,
    "draft_docs": _LINES,
    "not_in_nav": _LINES,
    "repo_url": _ADDRESS,
    "repo_name": _TEXT,
    "edit_uri": _TEXT,
    "edit_uri_template": (_is_edit_template, N_("text with {{path}} or {{path_noext}}")),
    "copyright": _TEXT,
    "dev_addr": (_is_host_with_port, N_("an address with its port, such as 127.0.0.1:8000,")),
    "use_directory_urls": _SWITCH,
    "strict": _SWITCH,
    "remote_branch": _TEXT,
    "remote_name": _TEXT,
    "extra_css": _LIST,
    "extra_javascript": (_are_scripts, N_("a list")),
    "extra_templates": _LIST,
    "markdown_extensions": (_are_named, N_("a list, or fields with their values,")),
    "validation": _FIELDS,
    "extra": _FIELDS,
    "theme": (_is(str, dict), N_("a name, or fields with their values,")),
    "config_file_path": _NOTHING,
    "mdx_configs": _NOTHING,
}
_WANTED_OF_A_THEME: dict[str, _Judged] = {
    "name": _TEXT,
    "custom_dir": _TEXT,
    "static_templates": _LIST,
    "locale": _TEXT,
}
_NEVER_EMPTY = ("hooks", "watch", "validation", "extra", "extra_javascript", "config_file_path")
"""Settings whose line cannot be left without a value."""
_VALIDATION = ("nav", "links", "omitted_files", "not_found", "absolute_links", "unrecognized_links", "anchors")
