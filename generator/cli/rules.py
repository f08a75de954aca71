"""`sikum explain` and `sikum rules`: what every rule wants and why, from the one catalogue of rules."""

from __future__ import annotations

import sys

import click

from generator.cli import MISUSE
from generator.cli.help import Command
from generator.cli.words import note, spoken_language
from generator.diagnostics import Rule
from generator.rendering.reasons import reason_for_readers
from generator.rules import RULES, rule
from generator.rules.examples import for_readers
from generator.wording import LANGUAGES, Wording
from generator.wording.deferred import N_

_LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages; else the site's.")


@click.command(cls=Command)
@click.argument("code")
@_LANGUAGE
def explain(code: str, lang: str | None) -> None:
    """What rule CODE (F021, or its name, unknown-ministry) requires, why, and an example of wrong and right.

    \b
    Example:
      sikum explain F021 --lang en
    """
    found = rule(code)
    if found is None:
        note(N_("no such rule: {code} (sikum rules lists them)"), code=code)
        sys.exit(MISUSE)
    click.echo(_explained(found, Wording(lang or spoken_language())), nl=False)


@click.command(cls=Command)
@_LANGUAGE
def rules(lang: str | None) -> None:
    """Every rule: code, severity, name, what it requires.

    \b
    Example:
      sikum rules --lang en
    """
    language = lang or spoken_language()
    for each in RULES:
        click.echo(f"{each.code}  {each.severity:<7}  {each.name:<34}  {each.what.in_language(language)}")


def _explained(found: Rule, wording: Wording) -> str:
    _ = wording.gettext
    return "\n\n".join(
        (
            f"{found.code} {found.name} ({found.severity})",
            wording.text(found.what),
            reason_for_readers(wording.text(found.why)),
            _("Not like this") + f":\n\n{_indented(for_readers(found.wrong, wording.language))}",
            _("Like this") + f":\n\n{_indented(for_readers(found.right, wording.language))}\n",
        )
    )


def _indented(example: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in example.strip("\n").split("\n"))
