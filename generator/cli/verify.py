"""`sikum verify`: whether a published site, or a copy of one, is what was built, file by file."""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

import click

from generator.cli.help import Command
from generator.cli.words import note, said, say, worded
from generator.disk.manifest import (
    MANIFEST,
    READ_BY_HOSTS,
    BadManifest,
    Difference,
    difference_of,
    differences_in,
    read_manifest,
)
from generator.disk.signing import SIGNATURE, BadSignature, SigningFailed, check_signature
from generator.wording.deferred import N_

AT_ONCE = 8
TIMEOUT_SECONDS = 30

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
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A manifest that was kept elsewhere; else the site's own.",
)
@click.option("--public-key", help="Who has to have signed the manifest: minisign's public key, or its file.")
def verify(site: str, kept: Path | None, public_key: str | None) -> None:
    """Compare every file of a published site with its manifest (.well-known/sikum-manifest.json).

    Names each file that differs, is missing or, in a folder, is not listed; exit status 1 when there is one.
    Who can change a site can change its manifest too: what proves is a manifest that was kept elsewhere.

    \b
    Examples:
      sikum verify site
      sikum verify https://sikum.example.org/ --manifest kept-in-march.json
      sikum verify https://sikum.example.org/ --public-key minisign.pub
    """
    address = site if urlsplit(site).scheme in ("http", "https") else None
    if address is None and not Path(site).is_dir():
        raise click.UsageError(said(N_("neither a folder nor an address: {value}"), value=site))
    try:
        content = kept.read_bytes() if kept else fetched(address, MANIFEST) if address else _read(Path(site))
        if content is None:
            raise click.UsageError(said(N_("there is no {file} at {place}"), file=MANIFEST, place=site))
        is_signed = public_key is None or _is_signed(content, _signature(site, address, kept), public_key)
        manifest = read_manifest(content)
    except BadManifest as error:
        raise click.UsageError(said(N_("not a manifest: {reason}"), reason=worded(error))) from error
    found: Iterable[Difference]
    if address is None:
        found = differences_in(Path(site), manifest)
    else:
        asked = [(path, facts) for path, facts in manifest.files.items() if path not in READ_BY_HOSTS]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            each = pool.map(lambda one: difference_of(one[0], one[1], partial(fetched, address)), asked)
            found = [one for one in each if one is not None]
    differences = sorted(found)
    for difference in differences:
        click.echo(said(_DIFFERS[difference.kind], path=difference.path))
    if manifest.commit:
        words = N_("{count} files listed, built from commit {commit}, {faults} not as listed")
    else:
        words = N_("{count} files listed, {faults} not as listed")
    shown = said(words, count=len(manifest.files), commit=manifest.commit, faults=len(differences))
    say(f"sikum: {shown}")
    sys.exit(1 if differences or not is_signed else 0)


def _signature(site: str, address: str | None, kept: Path | None) -> bytes | None:
    """The signature beside the kept manifest, else the site's own; None where there is none."""
    if kept and (beside := kept.with_name(f"{kept.name}.minisig")).is_file():
        return beside.read_bytes()
    if address:
        return fetched(address, SIGNATURE)
    file = Path(site) / SIGNATURE
    return file.read_bytes() if file.is_file() else None


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


def _read(folder: Path) -> bytes | None:
    file = folder / MANIFEST
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
