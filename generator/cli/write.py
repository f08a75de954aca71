"""`sikum write` and `sikum export`: the catalogue for other engines, and the open data alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from generator.cli.folder import SITE_OPTION, check_project
from generator.disk.cache import write_beside
from generator.editions.markdown import markdown_page
from generator.model.site import Page
from generator.site.build import INTERNAL, site_jobs


@click.command(short_help="Write all pages as Markdown, for another engine.")
@click.argument("out", type=click.Path(path_type=Path))
@SITE_OPTION
def write(out: Path, site: Path) -> None:
    """Write every page, authored and generated, as Markdown with front matter into OUT, with the files they need.

    OUT is then a docs folder (its index.md is the front page); no configuration is written.

    \b
    Example:
      sikum write docs && zensical build
    """
    count = 0
    for job in site_jobs(check_project(site)):
        for file in job.build():
            if file.uri.startswith(INTERNAL):
                continue
            content = file.content
            uri = file.uri
            if isinstance(content, Page):
                uri = uri.removesuffix(".html") + ".md"
                content = markdown_page(content)
            _put(out / uri, content)
            count += 1
    click.echo(f"{count} files in {out}", err=True)


@click.command(short_help="Write the open data alone.")
@click.argument("out", type=click.Path(path_type=Path))
@SITE_OPTION
def export(out: Path, site: Path) -> None:
    """Write /data/ and every process.json into OUT, as the site publishes them."""
    for job in site_jobs(check_project(site)):
        if job.id.startswith("data/"):
            for file in job.build():
                if not isinstance(file.content, Page):
                    _put(out / file.uri, file.content)


def _put(target: Path, content: str | bytes | Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, target)
    else:
        write_beside(target, content.encode() if isinstance(content, str) else content)
