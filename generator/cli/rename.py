"""`sikum rename`: another id for a process, with its old address kept and every link to it written anew."""

from __future__ import annotations

from collections import defaultdict
from difflib import unified_diff
from pathlib import Path

import click

from generator.cli.authoring import SITE, Catalogue, Refused, open_catalogue
from generator.cli.help import Command
from generator.cli.words import said, tell
from generator.disk.cache import write_beside
from generator.model.aliases import Aliases
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.discovery import ProcessFolder
from generator.pipeline.renaming import Edit, edited, link_edits, stage_edits, with_alias
from generator.wording.deferred import N_

WITH_ADDRESSES = (".md", ".yml", ".yaml")
"""Files of authors in which the process's address may stand."""


@click.command(cls=Command)
@click.argument("old")
@click.argument("new")
@SITE
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
def rename(old: str, new: str, site: Path, dry_run: bool) -> None:
    """Give process OLD the id NEW: its folder is renamed, links and stages follow, and OLD stays as a former id.

    What changes is shown as a patch. Every old address keeps leading to the process (`aliases` in its record).

    \b
    Examples:
      sikum rename round-table health-round-table --dry-run
      sikum rename round-table health-round-table
    """
    catalogue = open_catalogue(site)
    folder = catalogue.find(old)
    if folder is None:
        raise click.UsageError(said(N_("no such process: {name}"), name=old))
    old, path = folder.id, folder.path
    new_path = catalogue.place_for("/".join((*path.split("/")[:-1], new)))
    checker = catalogue.project.checker()
    try:
        checked = checker.check(catalogue.project.options())
    finally:
        checker.close()
    content_dir = catalogue.project.content_dir
    former = dict(Aliases(checked.outlines))
    if new in {each.id for each in catalogue.tree.processes} or former.get(new, old) != old:
        raise Refused(said(N_("the id is taken: {path}"), path=new))
    if (content_dir / new_path).exists() or (content_dir / f"{new}.md").exists():
        raise Refused(said(N_("there is something at this place already: {path}"), path=new_path))
    changed = _changes(catalogue, checked, folder, new_path)
    for name, (before, after) in changed.items():
        click.echo("".join(_patch(name, before.decode(), after.decode())), nl=False)
    if dry_run:
        tell(
            N_("would rename {old} to {new} and change {count} files; nothing was changed"),
            old=path,
            new=new_path,
            count=len(changed),
        )
        return
    for name, (_, after) in changed.items():
        write_beside(content_dir / name, after)
    (content_dir / path).rename(content_dir / new_path)
    tell(
        N_("renamed {old} to {new}, changed {count} files; the old address leads to the new one"),
        old=path,
        new=new_path,
        count=len(changed),
    )


def _changes(
    catalogue: Catalogue, checked: CheckedCatalogue, folder: ProcessFolder, new_path: str
) -> dict[str, tuple[bytes, bytes]]:
    """Every file that has to change, by its path in the content folder: as it is, and as it has to be."""
    content_dir, site_url = catalogue.project.content_dir, checked.options.site_url
    old, new = folder.id, new_path.rpartition("/")[2]
    record = catalogue.read(folder).record
    edits: dict[str, list[Edit]] = defaultdict(list)
    for edit in (*link_edits(checked.outlines, folder.path, new_path), *stage_edits(checked.outlines, old, new)):
        edits[edit.span.path].append(edit)
    changed: dict[str, tuple[bytes, bytes]] = {}
    for file in sorted(content_dir.rglob("*")):
        name = file.relative_to(content_dir).as_posix()
        if file.suffix not in WITH_ADDRESSES or not file.is_file() or file.is_symlink():
            continue
        before = file.read_bytes()
        try:
            text = before.decode()
        except UnicodeDecodeError:
            continue  # a fault of its own, and the old address leads on
        text = edited(text, edits[name])
        if site_url:
            text = text.replace(f"{site_url}{old}/", f"{site_url}{new}/")
        if name == f"{folder.path}/index.md":
            text = with_alias(text, old, new, record.aliases, record.spans)
        if (after := text.encode()) != before:
            changed[name] = before, after
    return changed


def _patch(name: str, before: str, after: str) -> list[str]:
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name, n=0)
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
