"""`sikum write` and `sikum export`: the catalogue for other engines, and the open data alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import click
from msgspec.structs import replace

from generator.cli.folder import SITE, at_work, check_project, open_project
from generator.cli.help import Command, Group
from generator.cli.importing.table import tables
from generator.cli.words import note, said, tell
from generator.configuration.settings import NO_LICENCE
from generator.disk.cache import write_beside
from generator.disk.managed_output import UnmanagedFiles
from generator.editions.look import look
from generator.editions.markdown import markdown_file
from generator.model.digest import digest
from generator.model.site import Job, Page, SiteFile
from generator.pipeline.build import INTERNAL, Batch, site_batches, site_context, site_jobs
from generator.wording.deferred import N_

SHOWN = 3
"""How many names a message lists."""


@click.command(cls=Command)
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@SITE
@click.option("--force", is_flag=True, help="Write over files in OUT that were not written by this command.")
@click.option(
    "--look",
    "look_dir",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Also DIR/main.html: this site's look, for the engine's theme.custom_dir.",
)
def write(out: Path, site: Path, force: bool, look_dir: Path | None) -> None:
    """Write every page, authored and generated, as Markdown with front matter into OUT, with the files they need.

    OUT is then a docs folder (its index.md is the front page); no configuration is written. Other files in OUT stay.
    Written again, pages that are no longer made are removed.

    \b
    Example:
      sikum write docs && zensical build
      sikum write docs --look overrides
    """
    project = open_project(site)
    _refuse_overlap(out, project.content_dir)
    with at_work(project) as (builder, checked):
        batches = (_as_markdown(batch, checked.options.language) for batch in site_batches(checked))
        try:
            written = builder.write(batches, out, overwrite=force)
        except UnmanagedFiles as error:
            raise click.ClickException(
                said(
                    N_(
                        "in {folder} there are files that were not written here, or were changed since: {names}; "
                        "nothing was written (--force writes over them)"
                    ),
                    folder=out,
                    names=_some(error.uris),
                )
            ) from error
    if look_dir is not None:
        custom = (project.configuration.get("theme") or {}).get("custom_dir")
        text = look(site_context(checked), project.configuration, project.folder / custom if custom else None)
        write_beside(look_dir / "main.html", text.encode())
    if checked.options.data_license is None:
        note(NO_LICENCE)
    tell(N_("files in {folder}: {count}"), folder=out, count=written.count)
    if written.removed:
        tell(N_("removed, no longer made: {names}"), names=_some(written.removed))
    if written.left:
        tell(N_("left, changed since they were written: {names}"), names=_some(written.left))


class _ExportGroup(Group):
    """`sikum export OUT`, and `sikum export tables …` beside it: whatever is not the name of a command is the folder."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args.insert(0, _DATA)
        return super().parse_args(ctx, args)


_DATA = "data"


@click.group(cls=_ExportGroup, no_args_is_help=True)
def export() -> None:
    """Write the open data into a folder, or a process's tables for Excel.

    \b
    Examples:
      sikum export open-data
      sikum export tables round-table.xlsx --from round-table
    """


@export.command(name=_DATA, short_help="The open data: sikum export OUT does the same.")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@SITE
def data(out: Path, site: Path) -> None:
    """Write /data/ and every process.json into OUT, as the site publishes them.

    \b
    Example:
      sikum export data open-data
    """
    for job in site_jobs(check_project(site)):
        if job.id.startswith("data/"):
            for file in job.build():
                if not isinstance(file.content, Page):
                    _put(out / file.uri, file.content)


export.add_command(tables)


def _as_markdown(batch: Batch, language: str) -> Batch:
    return replace(
        batch, key=digest(batch.key, language), jobs=lambda: (_job_as_markdown(job, language) for job in batch.jobs())
    )


def _job_as_markdown(job: Job, language: str) -> Job:
    def build() -> Iterator[SiteFile]:
        for file in job.build():
            if not file.uri.startswith(INTERNAL) and (written := markdown_file(file, language)):
                yield written

    return Job(job.id, digest(job.key, language), build)


def _refuse_overlap(out: Path, content: Path) -> None:
    """Pages written among the content would be read as content the next time."""
    there, here = out.resolve(), content.resolve()
    if there == here or here in there.parents or there in here.parents:
        raise click.UsageError(
            said(
                N_("{folder} and the content folder {content} lie in one another; choose a folder beside it"),
                folder=out,
                content=content,
            )
        )


def _some(uris: tuple[str, ...]) -> str:
    more = len(uris) - SHOWN
    shown = ", ".join(uris[:SHOWN])
    return said(N_("{names} and {count} more"), names=shown, count=more) if more > 0 else shown


def _put(target: Path, content: str | bytes | Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, target)
    else:
        write_beside(target, content.encode() if isinstance(content, str) else content)
