"""`sikum import`: what an office has already, one module for each kind of file."""

from __future__ import annotations

import click

from generator.cli.help import Group
from generator.cli.importing.consultations import consultations
from generator.cli.importing.contributions import contributions
from generator.cli.importing.document import document
from generator.cli.importing.meeting import meeting
from generator.cli.importing.participants import participants
from generator.cli.importing.processes import processes
from generator.cli.importing.table import table


@click.group(cls=Group, name="import")
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


for _command in (participants, document, meeting, table, processes, consultations, contributions):
    import_.add_command(_command)
