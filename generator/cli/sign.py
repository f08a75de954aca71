"""`sikum sign`: the manifest of a built site, signed by the office's own key."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from generator.cli.help import Command
from generator.cli.verify import file_of
from generator.cli.words import note, said, worded
from generator.disk.manifest import MANIFEST, BadManifest, read_whole_manifest
from generator.disk.signing import SIGNATURE, SigningFailed
from generator.disk.signing import sign as make_signature
from generator.wording.deferred import N_


@click.command(cls=Command)
@click.argument("site", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--key",
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The secret key of minisign; outside the site and every repository.",
)
def sign(site: Path, key: Path) -> None:
    """Sign the manifest of the built site DIR with minisign: writes .well-known/sikum-manifest.json.minisig.

    minisign makes the key (minisign -G) and asks for its password; a pipeline hands the password on standard input.
    The public key belongs where a reader finds it without this site, and "sikum verify --public-key" checks by it.

    \b
    Example:
      sikum sign site --key ~/.minisign/minisign.key
    """
    manifest = site / MANIFEST
    try:
        facts = read_whole_manifest(manifest.read_bytes(), partial(file_of, site))
    except FileNotFoundError as error:
        raise click.UsageError(said(N_("there is no {file} at {place}"), file=MANIFEST, place=site)) from error
    except BadManifest as error:
        raise click.UsageError(said(N_("not a manifest: {reason}"), reason=worded(error))) from error
    comment = f"{facts.site or 'site without an address'}, {facts.count} files, commit {facts.commit or 'none'}"
    try:
        make_signature(manifest, key, comment)
    except SigningFailed as error:
        raise click.ClickException(worded(error)) from error
    note(N_("signed in {path}"), path=site / SIGNATURE)
