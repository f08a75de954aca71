"""`sikum check`: everything that is wrong with a catalogue, in one run, and as much of it as the reader asks for.

It runs after each edit, so what only some of its options need is loaded with them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from msgspec import Struct

from generator.cli.checklist import closing_checklists
from generator.cli.choosing import chosen
from generator.cli.folder import SITE, open_project
from generator.cli.help import Command
from generator.cli.words import note, said
from generator.configuration.of_the_engine import unknown_options, unknown_settings
from generator.diagnostics import Finding
from generator.pipeline.catalogue import CheckedCatalogue
from generator.wording import LANGUAGES
from generator.wording.by_process import grouped, heading, lines, words
from generator.wording.deferred import N_
from generator.wording.reports import FORMATS, LineOf, as_json, concise, full, github, summary

SOUND, FAULTY, NOTHING = 0, 1, 2


@click.command(cls=Command)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@SITE
@click.option("--format", "form", type=click.Choice(FORMATS), default="full", show_default=True)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages; else the site's.")
@click.option("--today", metavar="DATE", help="The day to reckon for, such as 2026-01-31.")
@click.option("--strict", is_flag=True, help="Warnings count as errors, as with strict: true in mkdocs.yml.")
@click.option(
    "--only", multiple=True, metavar="CODE|ID|BODY", help="Only findings of a rule, a process, a body or group."
)
@click.option("--show", type=click.IntRange(min=1), metavar="N", help="At most N findings, errors first.")
@click.option("--summary", "is_summary", is_flag=True, help="A line for each process, with the first of its findings.")
@click.option(
    "--attachments", is_flag=True, help="Also list what attached files say of their authors, places and changes."
)
@click.option(
    "--since", metavar="REF", help="Also say what a branch or commit published and reads otherwise now (git)."
)
@click.option("--links", is_flag=True, help="Also ask other hosts whether linked pages are there (needs the network).")
@click.option("--published", metavar="DIR|URL", help="Also say which addresses of the public site would vanish.")
def check(
    folder: Path | None,
    site: Path,
    form: str,
    lang: str | None,
    today: str | None,
    strict: bool,
    only: tuple[str, ...],
    show: int | None,
    is_summary: bool,
    attachments: bool,
    since: str | None,
    links: bool,
    published: str | None,
) -> None:
    """Check the catalogue in DIR: a folder with a configuration (mkdocs.yml), the configuration itself, or a content folder.

    Findings go to standard output; a checklist for each process that is closing to standard error.
    Exit status: 0 sound, 1 errors or an address that would vanish (with --strict: anything), 2 misuse.
    A site without a process is sound; a folder with neither a process nor a configuration is the wrong one.
    With --only, what it names decides.

    \b
    Examples:
      sikum check
      sikum check --summary
      sikum check --only health --show 20
      sikum check --format github
      sikum check --attachments
      sikum check --published https://sikum.example.org/
      sikum check --since main
      sikum check processes --lang en
    """
    project = open_project(folder or site)
    checker = project.checker()
    options = project.options(today=today)
    checked = checker.check(options)
    if not checked.tree.processes and not checked.has_errors:
        if not project.configuration:
            note(N_("no process in {place}"), place=folder or site)
            sys.exit(NOTHING)
        note(N_("no process yet: sikum new process begins one"))
    findings = checked.findings
    if since is not None:
        from generator.cli.since import check_since

        again = check_since(checked, options, project, since)
        findings = tuple(sorted((*findings, *again), key=lambda finding: finding.order))
    if links:
        from generator.cli.outside_links import check_outside_links

        findings = tuple(sorted((*findings, *check_outside_links(checked)), key=lambda finding: finding.order))
    if only:
        findings = chosen(checked, findings, only)
    language = lang or project.language
    report = _Report(
        language=language,
        folders=checked.folders,
        prefix=_prefix_from_here(project.folder),
        line_of=checker.line,
        show=show,
        today=options.today,
    )
    click.echo(report.summary(findings) if is_summary else report.text(findings, form), nl=False)
    if attachments:
        click.echo(_attachments(checked), nl=False, err=True)
    gone = _gone(published, checked) if published else ()
    for address in gone:
        words = N_("would vanish: {address} (aliases in a record keep an old id's address)")
        note(words, address=address)
    if form in ("full", "concise") and not is_summary:
        if form == "full" and not only and (checklists := closing_checklists(checked, language)):
            click.echo(checklists, err=True)
        errors = sum(finding.is_error for finding in findings)
        click.echo(summary(errors, len(findings) - errors, language), err=True)
    is_faulty = bool(gone) or any(finding.is_error for finding in findings)
    strict |= project.configuration.get("strict") is True
    unknown = (*unknown_options(project.plugin), *unknown_settings(project.configuration))
    is_faulty |= strict and bool(findings or unknown)
    sys.exit(FAULTY if is_faulty else SOUND)


class _Report(Struct, frozen=True, kw_only=True):
    """How findings are reported: format and selection."""

    language: str
    folders: tuple[str, ...]
    """Of the processes, as findings name them."""
    prefix: str
    """From the working directory to the folder that is checked."""
    line_of: LineOf
    show: int | None
    today: date

    def summary(self, findings: Sequence[Finding]) -> str:
        groups = grouped(findings, self.folders)
        return lines(groups, self.language, most=self.show, command="sikum check")

    def text(self, findings: Sequence[Finding], form: str) -> str:
        if form == "json":
            return as_json(findings, self.language, processes=len(self.folders))
        if form == "github":
            return github(findings, self.language, self.prefix)
        if form == "sarif":
            from generator.wording.ci_reports import as_sarif

            return as_sarif(findings, self.language, self.prefix)
        if form == "junit":
            from generator.wording.ci_reports import as_junit

            return as_junit(grouped(findings, self.folders), self.folders, self.language, self.today)
        shown = findings
        if self.show is not None and len(findings) > self.show:
            first = sorted(findings, key=lambda finding: (not finding.is_error, finding.order))[: self.show]
            shown = sorted(first, key=lambda finding: finding.order)
        text = self._lines(shown) if form == "concise" else self._blocks(shown)
        left = len(findings) - len(shown)
        return text + (f"… {words(self.language, 'left', count=left)}\n" if left else "")

    def _lines(self, findings: Sequence[Finding]) -> str:
        return concise(findings, self.language)

    def _blocks(self, findings: Sequence[Finding]) -> str:
        """On a terminal a heading above the findings of each process; in a pipe the findings alone, as ever."""
        is_terminal = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        if not sys.stdout.isatty():
            return full(findings, self.language, self.line_of, is_terminal=False)
        blocks = (
            f"{heading(group, self.language)}\n{full(group.findings, self.language, self.line_of, is_terminal=is_terminal)}"
            for group in grouped(findings, self.folders)
        )
        return "\n".join(blocks)


def _gone(published: str, checked: CheckedCatalogue) -> tuple[str, ...]:
    """Addresses of the public site that would vanish."""
    from generator.cli.published import published_files, vanishing

    return tuple(vanishing(published_files(published), checked))


def _attachments(checked: CheckedCatalogue) -> str:
    """A line for each thing that a published attachment says besides what it shows, or one that none does."""
    from generator.reading.attachment_facts import attachment_facts

    lines: list[str] = []
    files = {path: uri for unit in checked.published for path, uri in unit.outline.files.items()}
    for path in sorted(files):
        content = (checked.options.content_dir / path).read_bytes()
        lines += [
            f"{checked.options.prefix}{path}: {what}: {value}\n" for what, value in attachment_facts(path, content)
        ]
    return (
        "".join(lines)
        or said(N_("attachments: nothing is said of authors, places, comments, changes or hidden sheets")) + "\n"
    )


def _prefix_from_here(folder: Path) -> str:
    """From the working directory to the folder that is checked: annotations are relative to the repository."""
    relative = os.path.relpath(folder).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"
