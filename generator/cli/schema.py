"""`sikum schema`: JSON Schemas for editors, and a configuration for a CMS that works in git."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.authoring import SITE, Catalogue, open_catalogue
from generator.cli.help import Command
from generator.cli.words import tell
from generator.wording import LANGUAGES
from generator.wording.deferred import N_


@click.command(cls=Command)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of titles and guidance; else the site's.")
@click.option("--cms", is_flag=True, help="Also config.yml, for a CMS that works in git.")
@SITE
def schema(folder: Path, lang: str | None, cms: bool, site: Path) -> None:
    """Write record, ministries, topics, localities, promises, responses and participants, each .schema.json (draft 7), into DIR.

    They are made from the structure, the site's extension and its registries, so they are written again when these change.

    \b
    Examples:
      sikum schema .schemas
      sikum schema .schemas --cms --lang en
    """
    from generator.exports.schemas import schemas

    catalogue = open_catalogue(site)
    language = lang or catalogue.language
    made = schemas(catalogue.structure, catalogue.registries, language)
    files = {
        f"{name}.schema.json": json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        for name, content in made.items()
    }
    if cms:
        files["config.yml"] = _forms(folder / "config.yml", catalogue, language)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    tell(N_("files in {folder}: {count}"), folder=folder, count=len(files))


def _forms(path: Path, catalogue: Catalogue, language: str) -> str:
    """The CMS's configuration with what an office has edited in it."""
    from generator.exports.cms_renewal import renewed

    project = catalogue.project
    try:
        made = renewed(
            path.read_text(encoding="utf-8") if path.exists() else None,
            catalogue.structure,
            catalogue.registries,
            language,
            content=project.content_dir.relative_to(project.folder).as_posix(),
            depths=sorted({each.path.count("/") + 1 for each in catalogue.tree.processes} or {1}),
            is_forced=True,
        )
    except ValueError as error:
        raise click.ClickException(f"{path}: {error}") from error
    assert made is not None
    return made
