"""Checks of a site's theme and other plugins: whether they leave Sikum's pages whole."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.engine import THEME_FOLDER, Stopped, plugins_with
from generator.plugin.page_events import PAGE_EVENTS, TEXT_EVENTS, PageEvents, is_quiet
from generator.plugin.shell import INDISPENSABLE, ThemeRenderer
from generator.wording import Wording
from generator.wording.deferred import N_

UNREAD = (
    "nav",
    "not_in_nav",
    "markdown_extensions",
    "mdx_configs",
    "validation",
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

_EXTENDS = '{% extends "shell.html" %}'

THEMES = ("material", "sikum")
"""Those that have a place for Sikum's pages."""

log = logging.getLogger("mkdocs.plugins.sikum")


def check_theme(config: MkDocsConfig, renderer: ThemeRenderer, language: str) -> None:
    """Stop a build whose pages would be blank, before the old site is replaced. Raises Stopped.

    A slot that a page can do without is named, once, in the log.
    """
    try:
        lost = renderer.lost
    except (TemplateError, AttributeError, TypeError) as error:
        raise Stopped(_advice(config, " ".join(str(error).split()), language)) from error
    _ = Wording(language).gettext
    if missing := [slot for slot in lost if slot in INDISPENSABLE]:
        raise Stopped(_advice(config, _("it leaves out {names}").format(names=", ".join(missing)), language))
    if lost:
        words = _("the theme's templates leave out {names}; in a block, {keeps} keeps them")
        log.info("sikum: %s", words.format(names=", ".join(lost), keeps="{{ super() }}"))


def name_missing_icons(config: MkDocsConfig, env: Environment, language: str) -> None:
    """Say which icons of the configuration the theme has no drawing of: their links stand there by their names."""
    social = config.extra.get("social")
    places = social if isinstance(social, list) else ()
    wanted = [place.get("icon") for place in places if isinstance(place, Mapping)]
    wanted.append((config.theme.get("icon") or {}).get("logo"))
    missing = []
    for icon in filter(None, wanted):
        try:
            env.get_template(f".icons/{icon}.svg")
        except TemplateError:
            missing.append(str(icon))
    if missing:
        words = Wording(language).gettext("the theme has no icon {names}: put .icons/NAME.svg into theme.custom_dir")
        log.info("sikum: %s", words.format(names=", ".join(dict.fromkeys(missing))))


def name_missing_files(paths: Iterable[str], folders: Iterable[Path], language: str) -> None:
    """Say which files that the configuration names for the look are in none of the folders: pages would ask for them in vain."""
    folders = tuple(folders)
    missing = [path for path in sorted(paths) if not any((folder / path).is_file() for folder in folders)]
    if missing:
        words = Wording(language).gettext("the configuration names files that are not there: {names}")
        log.info("sikum: %s", words.format(names=", ".join(missing)))


def name_what_is_not_read(configuration: Mapping[str, Any], language: str) -> None:
    """Say once which settings of the configuration do nothing here; never a reason to stop."""
    named = [path for path in UNREAD if _is_written(configuration, path)]
    if named:
        words = Wording(language).gettext(
            "not used here: {names} (navigation, texts and addresses are made of the catalogue)"
        )
        log.info("sikum: %s", words.format(names=", ".join(named)))


HARMLESS = frozenset(("search", "material/search", "offline", "material/offline", "privacy", "material/privacy"))
"""Plugins whose work on pages Sikum does itself, or whose users miss nothing: the pages pass them by."""
REFUSED = {
    "i18n": N_(
        "it builds the site once for each language, from files that Sikum does not hand out; "
        "write translations beside the texts instead (docs: Translations)"
    ),
    "print-site": N_(
        "it prints what stands in the engine's navigation, which a catalogue has not; "
        "every process has a page for print of its own"
    ),
}


def check_plugins(config: MkDocsConfig, language: str) -> None:
    """Raises Stopped for a plugin that would ruin the site."""
    for name in config.plugins:
        if (reason := REFUSED.get(name.rpartition("/")[2])) is not None:
            _ = Wording(language).gettext
            words = _("the plugin {name} cannot stand beside Sikum: {reason}")
            raise Stopped(words.format(name=name, reason=_(reason)))


def acting_on_pages(config: MkDocsConfig) -> tuple[str, ...]:
    """Names of the plugins and hooks that the site's pages have to go through."""
    return tuple(name for name in plugins_with(config, PAGE_EVENTS) if name not in HARMLESS)


def page_events(config: MkDocsConfig, content_dir: str, evaluated: str) -> PageEvents | None:
    """What takes the pages through the others' events; None where nobody acts on pages."""
    acting = acting_on_pages(config)
    return PageEvents(config, content_dir, acting, evaluated) if acting else None


def say_who_acts(config: MkDocsConfig, evaluated: str, language: str) -> None:
    """Log who acts on pages, since that makes builds slow, and who is handed no text, since nobody allowed it."""
    acting, _ = acting_on_pages(config), Wording(language).gettext
    if acting:
        words = _("these act on pages, so every build renders all of them: {names}")
        log.info("sikum: %s", words.format(names=", ".join(acting)))
    listening = set(plugins_with(config, TEXT_EVENTS))
    kept_away = [name for name in acting if name in listening and not is_quiet(config, name)]
    if kept_away and not evaluated.strip():
        words = _(
            "no text is handed to {names}, since whoever writes a chapter could let it read files: "
            "evaluated_docs names the pages where that is wanted"
        )
        log.info("sikum: %s", words.format(names=", ".join(kept_away)))


def _is_written(configuration: Mapping[str, Any], path: str) -> bool:
    value: Any = configuration
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value is not None


def _advice(config: MkDocsConfig, problem: str, language: str) -> str:
    own, name, _ = _own_template(config), config.theme.name or "none", Wording(language).gettext
    if own is not None:
        words = _(
            "the pages would come out without their text, so the site was left as it was: {file}: {problem}. "
            "Let it begin with {shell}, which is base.html with Sikum's page in it"
        )
        return words.format(file=own, problem=problem, shell=_EXTENDS)
    if name in THEMES:
        words = _(
            "the theme cannot make a page of what the configuration says ({problem}); the site was left as it was"
        )
        return words.format(problem=problem)
    words = _(
        "Sikum's pages are made for the themes material and sikum, and this site's theme is {name} ({problem}); "
        "the site was left as it was. Write in mkdocs.yml: {setting}"
    )
    return words.format(name=name, problem=problem, setting="theme: {name: material}")


def _own_template(config: MkDocsConfig) -> str | None:
    """The site's own template that wins over Sikum's; None when none does."""
    for folder in config.theme.dirs:
        if Path(folder) == THEME_FOLDER:
            return None
        for name in ("main.html", "shell.html", "base.html"):
            if (path := Path(folder, name)).is_file():
                return path.as_posix()
    return None
