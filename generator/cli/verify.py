"""`sikum verify`: whether a published site, or a copy of one, is what was built, file by file."""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

import click

from generator.cli.help import Command
from generator.cli.words import note, said, say, worded
from generator.disk.comparing import (
    READ_BY_HOSTS,
    Difference,
    difference_of,
    differences_in,
    differences_of_lists,
)
from generator.disk.manifest import MANIFEST, BadManifest, Manifest, part_paths, read_manifest
from generator.disk.signing import SIGNATURE, BadSignature, SigningFailed, check_signature
from generator.wording.deferred import N_

AT_ONCE = 8
TIMEOUT_SECONDS = 30

_FOLDER, _, _NAME = MANIFEST.rpartition("/")
_FOLDER += "/"

_DIFFERS = {
    "differs": N_("differs: {path}"),
    "missing": N_("missing: {path}"),
    "not listed": N_("not listed: {path}"),
}


@click.command(cls=Command)
@click.argument("site", metavar="DIR|URL")
@click.option(
    "--manifest",
    "kept",
    type=click.Path(path_type=Path, exists=True),
    help="A manifest that was kept elsewhere: its file, or the folder that --keep wrote; else the site's own.",
)
@click.option("--public-key", help="Who has to have signed the manifest: minisign's public key, or its file.")
@click.option(
    "--keep",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep the site's manifest of today, with its lists and its signature, in this folder.",
)
def verify(site: str, kept: Path | None, public_key: str | None, folder: Path | None) -> None:
    """Compare every file of a published site with its manifest (.well-known/sikum-manifest.json and the lists it names).

    Names each file that differs, is missing or, in a folder, is not listed; exit status 1 when there is one.
    Who can change a site can change its manifest too: what proves is a manifest that was kept elsewhere.

    \b
    Examples:
      sikum verify site
      sikum verify https://sikum.example.org/ --keep kept-in-march
      sikum verify https://sikum.example.org/ --manifest kept-in-march
      sikum verify https://sikum.example.org/ --public-key minisign.pub
    """
    address = site if urlsplit(site).scheme in ("http", "https") else None
    if address is None and not Path(site).is_dir():
        raise click.UsageError(said(N_("neither a folder nor an address: {value}"), value=site))
    fetch = partial(fetched, address) if address else partial(file_of, Path(site))
    if kept is not None and kept.is_dir():
        kept /= _NAME
    try:
        content = file_of(kept.parent, kept.name) if kept else fetch(MANIFEST)
        if content is None:
            raise click.UsageError(said(N_("there is no {file} at {place}"), file=MANIFEST, place=kept or site))
        is_signed = public_key is None or _is_signed(content, _signature(fetch, kept), public_key)
        manifest = read_manifest(content, lambda path: (_beside(kept, path) if kept else None) or fetch(path))
        if folder is not None:
            _keep(fetch, folder)
    except BadManifest as error:
        raise click.UsageError(said(N_("not a manifest: {reason}"), reason=worded(error))) from error
    differences = sorted((*differences_of_lists(manifest), *_differences(site, address, manifest)))
    for difference in differences:
        click.echo(said(_DIFFERS[difference.kind], path=difference.path))
    if manifest.commit:
        words = N_("{count} files listed, built from commit {commit}, {faults} not as listed")
    else:
        words = N_("{count} files listed, {faults} not as listed")
    shown = said(words, count=manifest.count, commit=manifest.commit, faults=len(differences))
    say(f"sikum: {shown}")
    sys.exit(1 if differences or not is_signed else 0)


def _differences(site: str, address: str | None, manifest: Manifest) -> Iterable[Difference]:
    if address is None:
        return differences_in(Path(site), manifest)
    asked = [(path, listed) for path, listed in manifest.files.items() if path not in READ_BY_HOSTS]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        each = pool.map(lambda one: difference_of(one[0], one[1], partial(fetched, address)), asked)
        return [one for one in each if one is not None]


def _beside(kept: Path, path: str) -> bytes | None:
    """The list with this path in the site, where it was kept beside the manifest."""
    return file_of(kept.parent, path.removeprefix(_FOLDER))


def _keep(fetch: Callable[[str], bytes | None], folder: Path) -> None:
    """Write the site's manifest into `folder`, as `--manifest` reads it: a folder for each state, so it must be new."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(said(N_("not an empty folder: {path}"), path=folder))
    head = fetch(MANIFEST)
    if head is None:
        raise click.UsageError(said(N_("there is no {file} at {place}"), file=MANIFEST, place=folder))
    for path in (MANIFEST, SIGNATURE, *part_paths(head)):
        content = head if path == MANIFEST else fetch(path)
        if content is not None:
            target = folder / path.removeprefix(_FOLDER)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    note(N_("kept in {path}"), path=folder)


def _signature(fetch: Callable[[str], bytes | None], kept: Path | None) -> bytes | None:
    """The signature beside the kept manifest, else the site's own; None where there is none."""
    beside = file_of(kept.parent, f"{kept.name}.minisig") if kept else None
    return fetch(SIGNATURE) if beside is None else beside


def _is_signed(manifest: bytes, signature: bytes | None, public_key: str) -> bool:
    """Whether the key signed the manifest; says it on standard error, and what is wrong on standard output."""
    if signature is None:
        click.echo(said(N_("not signed: {path}"), path=MANIFEST))
        return False
    try:
        comment = check_signature(manifest, signature, public_key)
    except BadSignature as error:
        click.echo(said(N_("not signed by this key: {path}: {reason}"), path=MANIFEST, reason=worded(error)))
        return False
    except SigningFailed as error:
        raise click.ClickException(worded(error)) from error
    note(N_("signed: {comment}"), comment=comment)
    return True


def file_of(folder: Path, path: str) -> bytes | None:
    """The bytes of a file in a folder; None where there is none."""
    file = folder / path
    return file.read_bytes() if file.is_file() else None


def fetched(address: str, path: str) -> bytes | None:
    """The bytes of a site's file; None where the host has none. Raises OSError when the host cannot be asked."""
    request = urllib.request.Request(  # noqa: S310 - http or https, by `verify`
        f"{address.rstrip('/')}/{quote(path)}", headers={"User-Agent": "sikum-verify"}
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
            content: bytes = answer.read()
            return content
    except urllib.error.HTTPError as error:
        if error.code in (404, 410):
            return None
        raise
