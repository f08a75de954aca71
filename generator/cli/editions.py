"""`sikum pdf` and `sikum letter`: editions made on request."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from click._termui_impl import ProgressBar

from generator.cli.folder import SITE, check_project, find_unit
from generator.cli.help import Command
from generator.cli.letters import write_to_each
from generator.cli.refs import KEY, known_key
from generator.cli.words import worded
from generator.disk.cache import write_beside
from generator.disk.tempdirs import own_temporary_files
from generator.editions.availability import PdfUnavailable
from generator.editions.letter import Form
from generator.editions.letter import letter as write_letter
from generator.editions.letter_draft import Side
from generator.editions.pdf import media_of, pdf_html, prepare, render_pdf
from generator.exports import process_json
from generator.pipeline.build import content_reader, site_context
from generator.pipeline.units import Unit
from generator.pipeline.workers import parallel_map
from generator.wording import LANGUAGES, Wording

FORMS: dict[str, Form] = {"md": "markdown", "eml": "eml", "html": "html"}


@click.command(cls=Command)
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option("--out", default=".", show_default=True, type=click.Path(path_type=Path), help="The folder for them.")
@SITE
def pdf(ids: tuple[str, ...], out: Path, site: Path) -> None:
    """Make the stand-alone document of each process ID; without one, of every process whose profile asks for it.

    \b
    Examples:
      sikum pdf health-parliament
      sikum pdf --out pdfs
    """
    checked = check_project(site)
    wanted = (
        [find_unit(checked, each) for each in ids] if ids else [unit for unit in checked.published if unit.needs_pdf]
    )
    context, around = site_context(checked), checked.cross_references
    read = content_reader(checked.options.content_dir)

    def made(unit: Unit) -> bytes:
        process = checked.records.whole(unit)
        return render_pdf(
            pdf_html(process, around[process.id], context), media_of(process, read), process_json(process, context)
        )

    try:
        prepare()
        with own_temporary_files(), _bar(wanted) as units:
            for unit, content in zip(units, parallel_map(made, wanted, smallest=2), strict=True):
                write_beside(out / f"{unit.id}.pdf", content)
                click.echo(str(out / f"{unit.id}.pdf"), err=True)
    except PdfUnavailable as error:
        raise click.ClickException(worded(error)) from error


def _bar(wanted: Sequence[Unit]) -> ProgressBar[Unit]:
    return click.progressbar(wanted, file=sys.stderr, hidden=not sys.stderr.isatty())


@click.command(cls=Command)
@click.argument("process_id", metavar="ID")
@click.option(
    "--to", "side", type=click.Choice(["participants", "partners"]), default="participants", show_default=True
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The letter's language; else the process's.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="md", show_default=True)
@click.option(
    "--each",
    metavar="OUT",
    type=click.Path(path_type=Path, file_okay=False),
    help="A letter (.eml and .md) for every person of the private list of points, in this folder.",
)
@KEY
@SITE
def letter(
    process_id: str, side: Side, lang: str | None, form: str, each: Path | None, key: Path | None, site: Path
) -> None:
    """Write the closing letter of process ID to standard output: only facts from the data; gaps are named.

    \b
    Examples:
      sikum letter health-parliament
      sikum letter health-parliament --to partners --lang en
      sikum letter health-parliament --format eml > letter.eml
      sikum letter health-parliament --each ~/letters
    """
    checked = check_project(site)
    unit = find_unit(checked, process_id)
    if each is not None:
        write_to_each(checked, unit, each, lang, known_key(key))
        return
    process = checked.records.whole(unit)
    wording = Wording(lang or process.record.language)
    written = write_letter(process, side, wording, site_context(checked), FORMS[form])
    click.echo(written.text, nl=not written.text.endswith("\n"))
    for missing in written.missing_facts:
        click.echo(f"sikum: {missing}", err=True)
