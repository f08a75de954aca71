"""`sikum check --published`: which addresses of the public site the next build would no longer have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.cli.verify import fetched, file_of
from generator.cli.words import said, worded
from generator.disk.manifest import MANIFEST, BadManifest, read_whole_manifest
from generator.model.aliases import Aliases
from generator.pipeline.catalogue import CheckedCatalogue
from generator.wording.deferred import N_

_INDEX = "index.html"
_RECORD = "process.json"


def published_files(where: str) -> tuple[str, ...]:
    """The paths of a public site: by its manifest, or in a folder that has none, by looking.

    Raises click.UsageError when there is no site, OSError when a host cannot be asked.
    """
    address = urlsplit(where).scheme in ("http", "https")
    folder = Path(where)
    if not address and not folder.is_dir():
        raise click.UsageError(said(N_("neither a folder nor an address: {value}"), value=where))
    if not address and not (folder / MANIFEST).is_file() and (folder / _INDEX).is_file():
        return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))
    content = fetched(where, MANIFEST) if address else file_of(folder, MANIFEST)
    if content is None:
        raise click.UsageError(
            said(
                N_("there is no {file} at {place}: it was built by an older Sikum, or is no such site"),
                file=MANIFEST,
                place=where,
            )
        )
    try:
        manifest = read_whole_manifest(content, partial(fetched, where) if address else partial(file_of, folder))
        return tuple(manifest.files)
    except BadManifest as error:
        raise click.UsageError(said(N_("not a manifest: {reason}"), reason=worded(error))) from error


def vanishing(published: Iterable[str], checked: CheckedCatalogue) -> Iterator[str]:
    """The addresses of processes, of their chapters, meetings and files, that are published and would be gone.

    A process that is gone is one address, its own. What the site makes of itself is not looked at: it is made again.
    """
    published = tuple(published)
    aliases = Aliases(checked.outlines)
    now = {outline.id: outline for outline in checked.outlines if outline.id}
    makes = checked.structure.reserved_stems | {"handout"} | set(checked.structure.languages)
    for process_id in sorted({uri.partition("/")[0] for uri in published if uri.endswith(f"/{_RECORD}")}):
        outline = now.get(aliases.current(process_id))
        if outline is None:
            yield f"{process_id}/"
            continue
        if outline.status == "withdrawn":
            continue  # taken down on purpose: its own page says so
        there = {page.url for page in outline.pages} | set(outline.files.values())
        for uri in published:
            rest = uri.removeprefix(f"{process_id}/")
            if rest == uri or "/" not in rest:
                continue
            url = f"{outline.id}/{rest.removesuffix(_INDEX)}"
            is_made = rest.partition("/")[0] in makes and (rest.endswith(f"/{_INDEX}") and rest.count("/") == 1)
            if not is_made and rest.partition("/")[0] not in checked.structure.languages and url not in there:
                yield uri.removesuffix(_INDEX)
