"""`sikum clean-attachments`: removes authors, places and other metadata from attached files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.authoring import SITE, Catalogue, open_catalogue
from generator.cli.help import Command
from generator.cli.words import said
from generator.disk.cache import write_beside
from generator.pipeline.discovery import ProcessFolder
from generator.reading.attachment_cleaning import CLEANED, Uncleanable, clean_attachment
from generator.wording.cleaning import cleaning_line, cleaning_words
from generator.wording.deferred import N_

_FOLDERS = frozenset({"appendices", "media"})


@click.command("clean-attachments", cls=Command)
@click.argument("ids", metavar="[ID]...", nargs=-1)
@SITE
@click.option("--dry-run", is_flag=True, help="Say what would be taken out, and change nothing.")
def clean_attachments(ids: tuple[str, ...], site: Path, dry_run: bool) -> None:
    """Take metadata out of JPEG, PNG, PDF, DOCX and XLSX files in appendices/ and media/ of the processes, or of all.

    Pictures and text stay as they are. Comments, changes that are not accepted and hidden sheets stay too, and are told.
    Exit status: 0 done, 1 a file could not be cleaned, 2 misuse.

    \b
    Examples:
      sikum clean-attachments --dry-run
      sikum clean-attachments round-table
    """
    catalogue = open_catalogue(site)
    language = catalogue.language
    count = cleaned_count = failures = 0
    for path in _attached(_chosen(catalogue, ids)):
        file = catalogue.project.content_dir / path
        count += path.rpartition(".")[2].lower() in CLEANED
        content = file.read_bytes()
        try:
            cleaned = clean_attachment(path, content)
        except Uncleanable as error:
            failures += 1
            click.echo(cleaning_line(language, path, "unchanged", [str(error)]))
            continue
        if cleaned.removed and cleaned.content != content:
            cleaned_count += 1
            if not dry_run:
                write_beside(file, cleaned.content)
            click.echo(cleaning_line(language, path, "would" if dry_run else "removed", cleaned.removed))
        if cleaned.left:
            click.echo(cleaning_line(language, path, "left", cleaned.left))
    total = "would_total" if dry_run else "total"
    click.echo(cleaning_words(language, total, count=cleaned_count, all=count), err=True)
    sys.exit(1 if failures else 0)


def _chosen(catalogue: Catalogue, ids: tuple[str, ...]) -> Iterator[ProcessFolder]:
    if not ids:
        yield from catalogue.tree.processes
    folders = {named: catalogue.find(named) for named in ids}
    for named, folder in folders.items():
        if folder is None:
            raise click.UsageError(said(N_("no such process: {name}"), name=named))
    yield from (folder for folder in folders.values() if folder is not None)


def _attached(folders: Iterator[ProcessFolder]) -> Iterator[str]:
    """Paths of attached files, relative to the content folder; links to files elsewhere are passed over."""
    for folder in folders:
        for entry in folder.entries:
            inside = entry.path.removeprefix(f"{folder.path}/").split("/")
            if len(inside) > 1 and inside[0] in _FOLDERS and not entry.is_link and not entry.path.endswith(".md"):
                yield entry.path
