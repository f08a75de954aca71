"""`sikum check`: everything that is wrong with a catalogue, in one run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.checklist import closing_checklists
from generator.cli.folder import SITE, Project, open_project
from generator.cli.outside_links import check_outside_links
from generator.diagnostics import Finding
from generator.wording import LANGUAGES
from generator.wording.reports import FORMATS, LineOf, as_json, concise, full, github, summary

SOUND, FAULTY, NOTHING = 0, 1, 2


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@SITE
@click.option("--format", "form", type=click.Choice(FORMATS), default="full", show_default=True)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages; else the site's.")
@click.option("--today", metavar="DATE", help="The day to reckon for, such as 2026-01-31.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--links", is_flag=True, help="Also ask other hosts whether linked pages are there (needs the network).")
def check(
    folder: Path | None, site: Path, form: str, lang: str | None, today: str | None, strict: bool, links: bool
) -> None:
    """Check the catalogue in DIR: a folder with a configuration (mkdocs.yml), the configuration itself, or a content folder.

    Findings go to standard output; a checklist for each process that is closing to standard error.
    Exit status: 0 sound, 1 errors (with --strict: anything), 2 misuse or no process.

    \b
    Examples:
      sikum check
      sikum check --format github
      sikum check processes --lang en
    """
    project = open_project(folder or site)
    builder = project.builder()
    checked = builder.check(project.options(today=today))
    if not checked.tree.processes and not checked.has_errors:
        click.echo(f"sikum: no process in {folder or site}", err=True)
        sys.exit(NOTHING)
    findings = checked.findings
    if links:
        findings = tuple(sorted((*findings, *check_outside_links(checked)), key=lambda finding: finding.order))
    language = lang or project.language
    click.echo(_report(findings, form, language, project, len(checked.tree.processes), builder.line), nl=False)
    if form in ("full", "concise"):
        if form == "full" and (checklists := closing_checklists(checked, language)):
            click.echo(checklists, err=True)
        errors = sum(finding.is_error for finding in findings)
        click.echo(summary(errors, len(findings) - errors, language), err=True)
    sys.exit(FAULTY if checked.has_errors or (strict and findings) else SOUND)


def _report(
    findings: Sequence[Finding], form: str, language: str, project: Project, processes: int, line_of: LineOf
) -> str:
    if form == "json":
        return as_json(findings, language, processes=processes)
    if form == "github":
        return github(findings, language, _prefix_from_here(project.folder))
    if form == "concise":
        return concise(findings, language)
    return full(findings, language, line_of, is_terminal=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def _prefix_from_here(folder: Path) -> str:
    """From the working directory to the folder that is checked: annotations are relative to the repository."""
    relative = os.path.relpath(folder).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"
