"""The plugin's options, as `mkdocs.yml` writes them."""

from __future__ import annotations

from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import Config


class Source(Config):
    """Another catalogue whose processes stand in this one's index (`sikum sync` fetches it)."""

    id = c.Type(str)
    title = c.Type(str)
    url = c.Type(str)


class SikumConfig(Config):
    structure = c.Optional(c.Type(str))
    """A file that extends the structure, relative to `mkdocs.yml`."""
    today = c.Optional(c.Type((str, date)))
    """The day figures are reckoned for, ISO; else `SOURCE_DATE_EPOCH`, else the clock."""
    pdf = c.Choice((True, False, "auto"), default="auto")
    per_page = c.Type(int, default=50)
    language = c.Optional(c.Choice(("he", "ar", "en")))
    """The language of findings and the site; else `theme.language`, else Hebrew."""
    workers = c.Optional(c.Type(int))
    """How many processes share the work; else as many as there are cores."""
    fast = c.Type(bool, default=True)
    """Dress pages by filling shells; false: render the theme's template for every page."""
    search = c.Type(bool, default=True)
    sources = c.ListOfItems(c.SubConfig(Source), default=[])
