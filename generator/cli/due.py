"""`sikum due`: what falls due and what is overdue, for people, for a calendar, and for the issue of a week."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from generator.cli.authoring import SITE
from generator.cli.folder import open_project
from generator.cli.help import Command
from generator.cli.words import said
from generator.feeds.calendar import calendar
from generator.pipeline.build import site_context
from generator.rendering.context import SiteContext
from generator.rendering.deadlines import Deadline, deadlines, due_within, summary_of
from generator.wording import Wording
from generator.wording.deferred import N_

FORMATS = ("text", "md", "json", "ics", "github")


@click.command(cls=Command)
@SITE
@click.option("--within", default=30, show_default=True, type=click.IntRange(0, 36_500), help="How many days ahead.")
@click.option("--for", "ministry", help="Only what this body answers for (its id).")
@click.option("--format", "style", default="text", show_default=True, type=click.Choice(FORMATS))
@click.option("--today", help="Reckon for this day, such as 2026-01-31.")
def due(site: Path, within: int, ministry: str | None, style: str, today: str | None) -> None:
    """Say what falls due and what is overdue: outputs, promises, decisions, next steps, the accessibility statement.

    Overdue things are always listed, whatever --within says. So are those of
    processes that have errors. The exit status is 0.

    \b
    Examples:
      sikum due --within 90
      sikum due --for health --format md > issue.md
    """
    project = open_project(site)
    checker = project.checker()
    try:
        checked = checker.check(project.options(today=today))
        context, options = site_context(checked), checked.options
        if ministry is not None and ministry not in context.ministries:
            raise click.UsageError(said(N_("no such body: {name}"), name=ministry))
        found = due_within(deadlines(checked.catalogue, context), within, options.today)
    finally:
        checker.close()
    chosen = tuple(each for each in found if ministry is None or each.ministry == ministry)
    if style == "ics":
        click.echo(calendar(chosen, context.site_name, context, options.remind).encode(), nl=False)
    elif text := _RENDERERS[style](chosen, context, options.today):
        click.echo(text)


def _in_text(found: Iterable[Deadline], context: SiteContext, today: date) -> str:
    lines = [
        f"{each.due.isoformat()}  {_lateness(each, context.wording, today)}  {_line(each, context)}" for each in found
    ]
    return "\n".join(lines) or context.wording.gettext("Nothing is due.")


def _in_markdown(found: Iterable[Deadline], context: SiteContext, today: date) -> str:
    """A list of tasks by body, with links where the site has an address: the text of an issue."""
    found = tuple(found)
    if not found:
        return context.wording.gettext("Nothing is due.")
    blocks = []
    for body in sorted({each.ministry for each in found}):
        name = context.ministries[body].name_in(context.language) if body in context.ministries else context.site_name
        lines = [f"## {_escaped(name)}", ""]
        for each in (each for each in found if each.ministry == body):
            text = _escaped(_line(each, context))
            linked = f"[{text}]({context.absolute(each.url)})" if context.site_url else text
            lines.append(f"- [ ] {each.due.isoformat()} ({_lateness(each, context.wording, today)}): {linked}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _in_json(found: Iterable[Deadline], context: SiteContext, today: date) -> str:
    data = [
        {
            "kind": each.kind,
            "id": each.id or None,
            "process": each.process or None,
            "title": each.title,
            "text": each.text or None,
            "ministry": each.ministry or None,
            "due": each.due.isoformat(),
            "days_left": each.days_left(today),
            "url": context.absolute(each.url),
        }
        for each in found
    ]
    return json.dumps(data, ensure_ascii=False, indent=2)


def _for_github(found: Iterable[Deadline], context: SiteContext, today: date) -> str:
    """Workflow commands: an annotation for each, a warning where it is overdue."""
    lines = []
    for each in found:
        level = "warning" if each.days_left(today) < 0 else "notice"
        text = f"{each.due.isoformat()} {_lateness(each, context.wording, today)}: {_line(each, context)}"
        lines.append(
            f"::{level} title=sikum due::{text.replace('%', '%25').replace(chr(10), '%0A').replace(chr(13), '%0D')}"
        )
    return "\n".join(lines)


def _line(deadline: Deadline, context: SiteContext) -> str:
    return " ".join(summary_of(deadline, context.wording).split())


def _lateness(deadline: Deadline, wording: Wording, today: date) -> str:
    days = deadline.days_left(today)
    if days < 0:
        words = wording.ngettext("%(days)s day late", "%(days)s days late", -days)
        return words % {"days": wording.number(-days)}
    if days == 0:
        return wording.gettext("today")
    return wording.ngettext("%(days)s day left", "%(days)s days left", days) % {"days": wording.number(days)}


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\[]*_`<>#|" else letter for letter in text)


_RENDERERS: dict[str, Callable[[tuple[Deadline, ...], SiteContext, date], str]] = {
    "text": _in_text,
    "md": _in_markdown,
    "json": _in_json,
    "github": _for_github,
}
