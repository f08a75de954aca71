"""`sikum import`: what an office has already, one module for each kind of file."""

from __future__ import annotations

from importlib import import_module

import click

from generator.cli.help import Group

_COMMANDS = ("participants", "document", "meeting", "table", "processes", "consultations", "contributions")
"""Each in the module of its name, which is loaded when the command is wanted: what reads Word is no part of a list."""


class ImportGroup(Group):
    """The commands of `sikum import`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=ImportGroup, name="import")
def import_() -> None:
    """Take over what an office has already. Nothing is overwritten without --force; what was understood is said.

    \b
    Examples:
      sikum import document report.docx --into health/round-table --ministry health
      sikum import meeting summary.docx --into round-table
      sikum import participants list.xlsx --into round-table
      sikum import table promises promises.xlsx --into round-table
      sikum import processes all-processes.xlsx
      sikum import consultations archive.json
      sikum import contributions answers.xlsx --into round-table
    """
