"""`sikum evidence`: what published records show of outside standards, as a sheet with links and without a score."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.folder import SITE, check_project, find_unit
from generator.cli.help import Command
from generator.cli.words import worded
from generator.pipeline.build import site_context
from generator.rendering.authorship import authorship_of
from generator.views.evidence import WORDS, evidence
from generator.views.packs import BadPack, packs, read_pack
from generator.wording import LANGUAGES


@click.command(cls=Command)
@click.argument("name", metavar="ID|BODY")
@click.option(
    "--pack",
    "own",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A file with criteria of one's own, instead of the package's.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The sheet's language; else the site's.")
@SITE
def evidence_sheet(name: str, own: tuple[Path, ...], lang: str | None, site: Path) -> None:
    """Write, as Markdown, what process ID (or every process of BODY) shows of outside standards: met, not met, not known.

    Each thing that is met has a link to where it is shown. Nothing is counted up: the judging is others'.

    \b
    Examples:
      sikum evidence health-parliament
      sikum evidence health --lang en
      sikum evidence health --pack our-standard.yml
    """
    try:
        standards = [read_pack(file.read_bytes(), str(file)) for file in own] or list(packs())
    except BadPack as error:
        raise click.UsageError(worded(error)) from error
    checked = check_project(site)
    context = site_context(checked)
    language = lang or context.language
    units = [unit for unit in checked.published if checked.records.light(unit).record.ministry == name]
    for unit in units or [find_unit(checked, name)]:
        process = checked.records.whole(unit)
        is_own = authorship_of(process, context, language).is_body
        click.echo(f"# [{process.record.title}]({context.absolute(process.url)})\n")
        for pack in standards:
            click.echo(f"## [{pack.title.in_language(language)}]({pack.source})\n")
            for each in evidence(process, pack, is_own=is_own):
                word = WORDS[each.answer].in_language(language)
                shown = f"[{word}]({context.absolute(each.url)})" if each.url is not None else word
                number = f"{each.criterion.number} " if each.criterion.number else ""
                click.echo(f"- {number}{each.criterion.title.in_language(language)}: {shown}")
            click.echo()
