"""The site a command works on: a configuration, its folder, or a bare content folder (spec 5)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from generator.cli.words import looks_at, or_nearest, said, say, site_speaks, worded
from generator.collector import tune_garbage_collector
from generator.configuration.language import chosen_language, plugin_options
from generator.configuration.of_the_engine import check_settings, setting_names, unknown_options, unknown_settings
from generator.configuration.options import option_names
from generator.configuration.reading import BadConfiguration, find_configuration, read_configuration
from generator.configuration.settings import content_folder, site_options
from generator.pipeline.options import SiteOptions
from generator.structure import nearest
from generator.wording.deferred import N_

if TYPE_CHECKING:
    from generator.disk.builder import SiteBuilder
    from generator.disk.checker import SiteChecker
    from generator.pipeline.catalogue import CheckedCatalogue
    from generator.pipeline.units import Unit


class Project(Struct, frozen=True, kw_only=True):
    """A site, or a bare content folder, that was named on the command line."""

    folder: Path
    """Where the configuration lies; of a bare content folder the folder itself. Findings are relative to it."""
    content_dir: Path
    configuration: dict[str, Any]
    """What the configuration says, with what it inherits; empty for a bare content folder."""
    file: Path | None = None
    """The configuration itself."""

    @property
    def plugin(self) -> dict[str, Any]:
        """The options of the `sikum` plugin."""
        return plugin_options(self.configuration)

    @property
    def language(self) -> str:
        return chosen_language(self.configuration, self.plugin)

    def checker(self) -> SiteChecker:
        """A checker for the project. The cache is beside the configuration and nowhere else (spec 5)."""
        from generator.disk.checker import SiteChecker

        tune_garbage_collector()
        return SiteChecker(self.folder, self.content_dir, is_cached=self._is_cached, workers=self.plugin.get("workers"))

    def builder(self) -> SiteBuilder:
        """The same that can build as well: loading it takes longer than checking an edit."""
        from generator.disk.builder import SiteBuilder

        tune_garbage_collector()
        return SiteBuilder(self.folder, self.content_dir, is_cached=self._is_cached, workers=self.plugin.get("workers"))

    @property
    def _is_cached(self) -> bool:
        return bool(self.configuration)

    def options(self, *, today: str | None = None, language: str | None = None) -> SiteOptions:
        """The options of the site, in `language` where one is asked for.

        Raises click.UsageError for an option that cannot be used.
        """
        plugin = self.plugin | ({"language": language} if language else {})
        try:
            return site_options(
                self.folder, self.configuration, plugin, content_dir=self.content_dir, file=self.file, today=today
            )
        except ValueError as error:
            raise click.UsageError(worded(error)) from error


def open_project(named: Path) -> Project:
    """The project of a configuration file, of its folder, or of a content folder without one.

    Raises click.UsageError when there is none or the configuration cannot be read.
    """
    named = named.absolute()
    looks_at(named)
    configuration_file = named if named.is_file() else find_configuration(named)
    if configuration_file is None:
        if not named.is_dir():
            raise click.UsageError(
                said(
                    N_("no such file: {path}") if named.suffix in (".yml", ".yaml") else N_("no such folder: {path}"),
                    path=named,
                )
            )
        return _speaking(Project(folder=named, content_dir=named, configuration={}))
    try:
        configuration = read_configuration(configuration_file)
    except BadConfiguration as error:
        raise click.UsageError(worded(error)) from error
    plugin = plugin_options(configuration)
    site_speaks(chosen_language(configuration, plugin))
    try:
        check_settings(configuration, configuration_file.parent)
    except ValueError as error:
        raise click.UsageError(worded(error)) from error
    for name in unknown_options(plugin):
        words = said(N_("no option of the plugin: {name}"), name=name)
        say(f"sikum: {words}{or_nearest(nearest(name, option_names()))}")
    for name in unknown_settings(configuration):
        words = said(N_("no setting of the engine: {name}"), name=name)
        say(f"sikum: {words}{or_nearest(nearest(name, setting_names()))}")
    content_dir = content_folder(configuration_file.parent, configuration)
    if not content_dir.is_dir():
        raise click.UsageError(said(N_("no such folder: {path}"), path=content_dir))
    folder = configuration_file.parent
    return _speaking(
        Project(folder=folder, content_dir=content_dir, configuration=configuration, file=configuration_file)
    )


def _speaking(project: Project) -> Project:
    """From here on the command speaks the site's language."""
    site_speaks(project.language)
    return project


SITE = click.option(
    "--site",
    default=".",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The site's configuration, such as mkdocs.yml, or the folder it lies in, or a content folder.",
)


@contextmanager
def at_work(project: Project) -> Iterator[tuple[SiteBuilder, CheckedCatalogue]]:
    """The project's catalogue, for commands that publish it. Raises click.ClickException when it has errors."""
    builder = project.builder()
    try:
        checked = builder.check(project.options())
        if checked.must_stop:
            raise click.ClickException(
                said(N_("the catalogue has errors (sikum check shows them); nothing was written"))
            )
        yield builder, checked
    finally:
        builder.close()


def check_project(site: Path) -> CheckedCatalogue:
    """The catalogue of a site. Raises click.ClickException when it has errors."""
    with at_work(open_project(site)) as (_, checked):
        return checked


def find_unit(checked: CheckedCatalogue, process_id: str) -> Unit:
    """The published process that a person names by its id or its path. Raises click.UsageError when there is none."""
    name = process_id.rpartition("/")[2]
    for unit in checked.published:
        if unit.id == name:
            return unit
    near = nearest(name, [unit.id for unit in checked.published])
    raise click.UsageError(said(N_("no such process: {name}"), name=process_id) + or_nearest(near))
