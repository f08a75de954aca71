"""Checks of a site's theme and other plugins: whether they leave Sikum's pages whole."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.engine import THEME_FOLDER, Stopped, plugins_with
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


def name_what_is_not_read(configuration: Mapping[str, Any]) -> None:
    """Say once which settings of the configuration do nothing here; never a reason to stop."""
    named = [path for path in UNREAD if _is_written(configuration, path)]
    if named:
        log.info(
            "sikum: not used here: %s (navigation, texts and addresses are made of the catalogue)", ", ".join(named)
        )


PAGE_EVENTS = (
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
)
HARMLESS = frozenset(("search", "material/search", "offline", "material/offline", "privacy", "material/privacy"))
"""Plugins whose work on pages Sikum does itself, or whose users miss nothing."""
REFUSED = {
    "i18n": "it builds the site once for each language, from files that Sikum does not hand out; "
    "write translations beside the texts instead (docs: Translations)"
}


def check_plugins(config: MkDocsConfig) -> None:
    """Name plugins and hooks that act on pages and see none of this site's. Raises Stopped for one that would ruin it."""
    for name in config.plugins:
        if (reason := REFUSED.get(name.rpartition("/")[2])) is not None:
            raise Stopped(f"the plugin {name} cannot stand beside Sikum: {reason}")
    blind = [name for name in plugins_with(config, PAGE_EVENTS) if name not in HARMLESS]
    if blind:
        log.info("sikum: these act on pages, and see none of the catalogue's: %s", ", ".join(blind))


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
        f"Sikum's pages are made for the theme material, and this site's theme is {name} ({problem}); "
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
