"""Checks of a site's theme and other plugins: whether they leave Sikum's pages whole."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.engine import THEME_FOLDER, Stopped, plugins_with
from generator.plugin.page_events import PAGE_EVENTS, TEXT_EVENTS, PageEvents, is_quiet
from generator.plugin.shell import INDISPENSABLE, ThemeRenderer

UNREAD = (
    "nav",
    "not_in_nav",
    "markdown_extensions",
    "mdx_configs",
    "validation",
    "use_directory_urls",
    "extra_templates",
    "theme.features",
    "theme.palette",
    "theme.font",
    "theme.direction",
    "site_description",
    "site_author",
    "extra.homepage",
    "extra.analytics",
    "extra.consent",
    "extra.version",
    "extra.generator",
)
"""Settings of MkDocs and Material that have no meaning in a site whose pages are made of a catalogue."""

log = logging.getLogger("mkdocs.plugins.sikum")


def check_theme(config: MkDocsConfig, renderer: ThemeRenderer) -> None:
    """Stop a build whose pages would be blank, before the old site is replaced. Raises Stopped.

    A slot that a page can do without is named, once, in the log.
    """
    try:
        lost = renderer.lost
    except (TemplateError, AttributeError, TypeError) as error:
        raise Stopped(_advice(config, " ".join(str(error).split()))) from error
    if missing := [slot for slot in lost if slot in INDISPENSABLE]:
        raise Stopped(_advice(config, f"it leaves out {', '.join(missing)}"))
    if lost:
        log.info("sikum: the theme's templates leave out %s (in a block, {{ super() }} keeps them)", ", ".join(lost))


def name_missing_icons(config: MkDocsConfig, env: Environment) -> None:
    """Say which icons of the configuration the theme has no drawing of: their links stand there by their names."""
    social = config.extra.get("social") or ()
    wanted = [place.get("icon") for place in social if isinstance(place, Mapping)]
    wanted.append((config.theme.get("icon") or {}).get("logo"))
    missing = []
    for icon in filter(None, wanted):
        try:
            env.get_template(f".icons/{icon}.svg")
        except TemplateError:
            missing.append(str(icon))
    if missing:
        log.info(
            "sikum: the theme has no icon %s: put .icons/NAME.svg into theme.custom_dir",
            ", ".join(dict.fromkeys(missing)),
        )


def name_what_is_not_read(configuration: Mapping[str, Any]) -> None:
    """Say once which settings of the configuration do nothing here; never a reason to stop."""
    named = [path for path in UNREAD if _is_written(configuration, path)]
    if named:
        log.info(
            "sikum: not used here: %s (navigation, texts and addresses are made of the catalogue)", ", ".join(named)
        )


HARMLESS = frozenset(("search", "material/search", "offline", "material/offline", "privacy", "material/privacy"))
"""Plugins whose work on pages Sikum does itself, or whose users miss nothing: the pages pass them by."""
REFUSED = {
    "i18n": "it builds the site once for each language, from files that Sikum does not hand out; "
    "write translations beside the texts instead (docs: Translations)",
    "print-site": "it prints what stands in the engine's navigation, which a catalogue has not; "
    "every process has a page for print of its own",
}


def check_plugins(config: MkDocsConfig) -> None:
    """Raises Stopped for a plugin that would ruin the site."""
    for name in config.plugins:
        if (reason := REFUSED.get(name.rpartition("/")[2])) is not None:
            raise Stopped(f"the plugin {name} cannot stand beside Sikum: {reason}")


def acting_on_pages(config: MkDocsConfig) -> tuple[str, ...]:
    """Names of the plugins and hooks that the site's pages have to go through."""
    return tuple(name for name in plugins_with(config, PAGE_EVENTS) if name not in HARMLESS)


def page_events(config: MkDocsConfig, content_dir: str, evaluated: str) -> PageEvents | None:
    """What takes the pages through the others' events; None where nobody acts on pages."""
    acting = acting_on_pages(config)
    return PageEvents(config, content_dir, acting, evaluated) if acting else None


def say_who_acts(config: MkDocsConfig, evaluated: str) -> None:
    """Log who acts on pages, since that makes builds slow, and who is handed no text, since nobody allowed it."""
    acting = acting_on_pages(config)
    if acting:
        log.info("sikum: these act on pages, so every build renders all of them: %s", ", ".join(acting))
    listening = set(plugins_with(config, TEXT_EVENTS))
    kept_away = [name for name in acting if name in listening and not is_quiet(config, name)]
    if kept_away and not evaluated.strip():
        log.info(
            "sikum: no text is handed to %s, since whoever writes a chapter could let it read files: "
            "evaluated_docs names the pages where that is wanted",
            ", ".join(kept_away),
        )


def _is_written(configuration: Mapping[str, Any], path: str) -> bool:
    value: Any = configuration
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value is not None


def _advice(config: MkDocsConfig, problem: str) -> str:
    own = _own_template(config)
    if own is not None:
        return (
            f"the pages would come out without their text, so the site was left as it was: {own}: {problem}. "
            'Let it begin with {% extends "shell.html" %}, which is base.html with Sikum\'s page in it'
        )
    name = config.theme.name or "none"
    return (
        f"Sikum's pages are made for the themes material and sikum, and this site's theme is {name} ({problem}); "
        "the site was left as it was. Write in mkdocs.yml: theme: {name: material}"
    )


def _own_template(config: MkDocsConfig) -> str | None:
    """The site's own template that wins over Sikum's; None when none does."""
    for folder in config.theme.dirs:
        if Path(folder) == THEME_FOLDER:
            return None
        for name in ("main.html", "shell.html", "base.html"):
            if (path := Path(folder, name)).is_file():
                return path.as_posix()
    return None
