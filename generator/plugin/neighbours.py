"""What stands beside Sikum in a site: its theme, and whether it leaves the pages whole."""

from __future__ import annotations

import logging
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.engine import THEME_FOLDER, Stopped
from generator.plugin.shell import INDISPENSABLE, Dresser

log = logging.getLogger("mkdocs.plugins.sikum")


def check_theme(config: MkDocsConfig, dresser: Dresser) -> None:
    """Stop a build whose pages would come out blank, while the old site still stands. Raises Stopped.

    A slot that a page can do without is named, once, in the log.
    """
    try:
        lost = dresser.lost
    except (TemplateError, AttributeError, TypeError) as error:
        raise Stopped(_advice(config, " ".join(str(error).split()))) from error
    if missing := [slot for slot in lost if slot in INDISPENSABLE]:
        raise Stopped(_advice(config, f"it leaves out {', '.join(missing)}"))
    if lost:
        log.info("sikum: the theme's templates leave out %s (in a block, {{ super() }} keeps them)", ", ".join(lost))


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
