"""Which folder a command works on: one with `mkdocs.yml`, or a bare content folder (spec 5)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
import yaml
from msgspec import Struct

from generator.disk.builder import Workshop
from generator.pipeline.catalogue import Checked
from generator.pipeline.options import SiteOptions, resolve_today
from generator.pipeline.workers import spare_the_collector

CONFIGURATION = ("mkdocs.yml", "mkdocs.yaml")


class Project(Struct, frozen=True, kw_only=True):
    """A folder that was named on the command line."""

    folder: Path
    content_dir: Path
    configuration: dict[str, Any]
    """The plain part of `mkdocs.yml`; empty for a bare content folder."""

    @property
    def plugin(self) -> dict[str, Any]:
        """The options of the `sikum` plugin."""
        plugins = self.configuration.get("plugins") or []
        named = (
            plugins.items()
            if isinstance(plugins, dict)
            else (item for entry in plugins for item in (entry.items() if isinstance(entry, dict) else [(entry, {})]))
        )
        return next((dict(options or {}) for name, options in named if name == "sikum"), {})

    @property
    def language(self) -> str:
        theme = self.configuration.get("theme")
        written = theme.get("language") if isinstance(theme, dict) else None
        return str(self.plugin.get("language") or written or "he")

    def workshop(self) -> Workshop:
        """Where the work is done. The cache lies beside `mkdocs.yml` and nowhere else (spec 5)."""
        spare_the_collector()
        return Workshop(self.folder, self.content_dir, is_cached=bool(self.configuration))

    def options(self, *, today: str | None = None, language: str | None = None) -> SiteOptions:
        """What the site is told. Raises click.UsageError for a date that is none."""
        structure = self.plugin.get("structure")
        address = self.configuration.get("site_url")
        return SiteOptions(
            content_dir=self.content_dir,
            prefix=f"{self.content_dir.relative_to(self.folder).as_posix()}/"
            if self.content_dir != self.folder
            else "",
            site_name=str(self.configuration.get("site_name") or "כל המשרדים, כל התהליכים"),
            site_url=f"{str(address).rstrip('/')}/" if address else None,
            language=language or self.language,
            today=_today(today, self.plugin.get("today")),
            per_page=int(self.plugin.get("per_page") or 50),
            structure_path=self.folder / structure if structure else None,
            sources=tuple(self.plugin.get("sources") or ()),
        )


def open_project(folder: Path) -> Project:
    """The project at `folder`. Raises click.UsageError when there is none or its configuration cannot be read."""
    folder = folder.absolute()
    if not folder.is_dir():
        raise click.UsageError(f"no such folder: {folder}")
    for name in CONFIGURATION:
        if (folder / name).is_file():
            configuration = _configuration(folder / name)
            content_dir = folder / str(configuration.get("docs_dir") or "docs")
            if not content_dir.is_dir():
                raise click.UsageError(f"no such folder: {content_dir}")
            return Project(folder=folder, content_dir=content_dir, configuration=configuration)
    return Project(folder=folder, content_dir=folder, configuration={})


SITE_OPTION = click.option(
    "--site", default="mkdocs.yml", show_default=True, type=click.Path(path_type=Path), help="The site's configuration."
)


def open_site(site: Path) -> Project:
    """The project of a `--site` option: a configuration, or the folder that it lies in."""
    return open_project(site.parent if site.suffix in (".yml", ".yaml") else site)


@contextmanager
def at_work(project: Project) -> Iterator[tuple[Workshop, Checked]]:
    """The project's catalogue, for commands that publish it. Raises click.ClickException when it has errors."""
    workshop = project.workshop()
    try:
        checked = workshop.check(project.options())
        if checked.has_errors:
            raise click.ClickException("the catalogue has errors (sikum check shows them); nothing was written")
        yield workshop, checked
    finally:
        workshop.close()


def check_project(site: Path) -> Checked:
    """The catalogue of a site. Raises click.ClickException when it has errors."""
    with at_work(open_site(site)) as (_, checked):
        return checked


class _PlainLoader(yaml.SafeLoader):
    """MkDocs allows tags (`!ENV`, `!!python/name:`) that mean nothing to us: they are read as None."""


_PlainLoader.add_multi_constructor("", lambda *_: None)


def _configuration(path: Path) -> dict[str, Any]:
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_PlainLoader)  # noqa: S506 - see _PlainLoader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path.name}: {' '.join(str(error).split())}") from error
    return loaded if isinstance(loaded, dict) else {}


def _today(option: str | None, configured: object) -> date:
    try:
        return resolve_today(option or (str(configured) if configured else None))
    except ValueError as error:
        name = "--today" if option else "today in mkdocs.yml" if configured else "SOURCE_DATE_EPOCH"
        raise click.UsageError(f"{name}: {error}") from error
