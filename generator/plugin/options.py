"""The plugin's options, as `mkdocs.yml` writes them. `generator.configuration.options` says what each may be."""

from __future__ import annotations

from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config


class SikumConfig(Config):
    """Names and defaults only: values are validated where `sikum check` validates them, so that both report the same."""

    structure: Any = c.Optional(c.Type(object))
    """A file that extends the structure, relative to `mkdocs.yml`."""
    today: Any = c.Optional(c.Type(object))
    """The day figures are reckoned for, ISO; else `SOURCE_DATE_EPOCH`, else the clock."""
    data_license: Any = c.Optional(c.Type(object))
    """On what terms the open data may be reused: an SPDX id, a known name, an address."""
    pdf: Any = c.Type(object, default="auto")
    archive: Any = c.Type(object, default=False)
    """Whether everything published of each process is offered as one file, for archives."""
    parquet: Any = c.Type(object, default=False)
    """Whether the tables are offered as Parquet, too; needs the extra `[parquet]`."""
    closing_target: Any = c.Optional(c.Type(object))
    """How soon a process is to be closed: `{days: 84, remind: [28, 7]}`."""
    stale_after: Any = c.Type(object, default=365)
    """After how many days without news an outcome that is awaited is a warning."""
    tracked_contributions: Any = c.Type(object, default=False)
    """Whether a repository may keep `contributions.csv`; else that is an error."""
    on_error: Any = c.Type(object, default="stop")
    """`stop`: an error anywhere stops the build; `hold`: a process with errors keeps its last published version."""
    forms: Any = c.Optional(c.Type(object))
    """Folder of the CMS's `config.yml`, relative to `mkdocs.yml`: the build makes it anew when the registries change."""
    evaluated_docs: Any = c.Optional(c.Type(object))
    """Pages whose text other plugins may take for instructions: patterns as in `exclude_docs`; none by default."""
    poll: Any = c.Type(object, default="auto")
    """Whether a preview looks at every file again and again: `auto` where the system may not tell of changes."""
    per_page: Any = c.Type(object, default=50)
    language: Any = c.Optional(c.Type(object))
    """The language of findings and the site; else `theme.language`, else Hebrew."""
    workers: Any = c.Optional(c.Type(object))
    """How many processes share the work; else as many as there are cores."""
    fast: Any = c.Type(object, default=True)
    """Render pages by filling shells; false: render the theme's template for every page."""
    search: Any = c.Type(object, default=True)
    toolbox: Any = c.Optional(c.Type(object))
    """Address of the full toolbox of participation processes: the guide leads there."""
    written_by: Any = c.Optional(c.Type(object))
    """Who wrote the records of the site, where the convening bodies did not; a record's own `written_by` comes before it."""
    reviewed: Any = c.Optional(c.Type(object))
    """Files outside processes in which a name that a list withholds may stand, each with the reason."""
    yardsticks: Any = c.Optional(c.Type(object))
    """Outside standards of which each process and body has a sheet of evidence: ids of the package's, files of the site's."""
    sources: Any = c.Optional(c.Type(object))
    """Other catalogues whose processes stand in this one's index (`sikum sync` fetches them)."""
