"""`sikum archive`: everything published of a process in one file, for the state archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.folder import SITE, check_project, find_unit
from generator.cli.help import Command
from generator.cli.words import note
from generator.disk.cache import write_beside
from generator.editions.availability import pdf_problem
from generator.editions.bag import bag, facts_of
from generator.editions.pdf import media_of, pdf_html, render_pdf
from generator.editions.standing_alone import standing_alone
from generator.exports import process_json
from generator.model.published import PublishedProcess
from generator.model.site import Page, SiteFile
from generator.pipeline.build import INTERNAL, content_reader, site_batches, site_context
from generator.pipeline.catalogue import CheckedCatalogue
from generator.wording.deferred import N_


@click.command(cls=Command)
@click.argument("process_id", metavar="ID")
@click.option("--out", default=".", show_default=True, type=click.Path(path_type=Path), help="The folder for it.")
@SITE
def archive(process_id: str, out: Path, site: Path) -> None:
    """Write ID.zip: everything published of process ID as a bag (BagIt), with checksums, for an archive to keep.

    In it: all pages as one HTML file that stands alone, the PDF where the profile asks for one, process.json, citations
    and attachments. What participants did not agree to publish is in none of them. The same content gives the same file.

    \b
    Example:
      sikum archive health-parliament --out to-the-archive
    """
    checked = check_project(site)
    unit = find_unit(checked, process_id)
    process = checked.records.whole(unit)
    context, around = site_context(checked), checked.cross_references[unit.id]
    media = media_of(process, content_reader(checked.options.content_dir))
    payload = {"document.html": standing_alone(process, around, context, media)}
    payload |= dict(_files(checked, process))
    if unit.needs_pdf:
        if problem := pdf_problem():
            note(N_("without the PDF: {reason}"), reason=problem)
        else:
            payload[f"{process.id}.pdf"] = render_pdf(
                pdf_html(process, around, context), media, process_json(process, context)
            )
    target = out / f"{process.id}.zip"
    write_beside(target, bag(process.id, payload, facts_of(process, context)))
    note(N_("files in {folder}: {count}"), folder=target, count=len(payload))


def _files(checked: CheckedCatalogue, process: PublishedProcess) -> Iterator[tuple[str, bytes]]:
    """What is published of the process besides pages, by its place below the process's address."""
    batch = next(batch for batch in site_batches(checked) if batch.id == f"process/{process.id}")
    for file in (file for job in batch.jobs() for file in job.build()):
        if not isinstance(file.content, Page) and not file.uri.startswith(INTERNAL):
            yield file.uri.removeprefix(process.url), _bytes(file)


def _bytes(file: SiteFile) -> bytes:
    content = file.content
    if isinstance(content, Path):
        return content.read_bytes()
    assert not isinstance(content, Page)
    return content.encode() if isinstance(content, str) else content
