"""The arguments and options that the import commands share."""

from __future__ import annotations

from pathlib import Path

import click

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
INTO = click.option("--into", "named", required=True, metavar="[GROUP/]ID", help="The process.")
KEEP_NAMES = click.option("--keep-names", is_flag=True, help="Also write names that nobody agreed to publish.")
REPORT = click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="Write the account to this file, as JSON."
)
CHANGES = click.option(
    "--changes",
    type=click.Choice(("accepted", "rejected")),
    default="accepted",
    show_default=True,
    help="How tracked changes that are still open are read.",
)
