"""What commands say to people: in the language that was asked for (`--lang`, `SIKUM_LANG`), else in the site's.

A message is marked with `N_` where it is written and worded here; values stand in it by name, in braces.
"""

from __future__ import annotations

import os

import click

from generator.wording import Wording
from generator.wording.deferred import N_

VARIABLE = "SIKUM_LANG"
_LANGUAGES = ("he", "ar", "en")
_KEPT_AS = "language"


def site_speaks(language: str) -> None:
    """From now on this command speaks the language of the site that it opened."""
    context = click.get_current_context(silent=True)
    if context is not None:
        root = context.find_root()
        root.obj = {**(root.obj or {}), _KEPT_AS: language}


def spoken_language() -> str:
    """The language of messages: `--lang`, then `SIKUM_LANG`, the opened site's, the computer's; English where none is known."""
    context = click.get_current_context(silent=True)
    asked = context.params.get("lang") if context is not None else None
    site = (context.find_root().obj or {}).get(_KEPT_AS) if context is not None else None
    machine = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    for language in (asked, os.environ.get(VARIABLE), site, machine[:2]):
        if language in _LANGUAGES:
            return str(language)
    return "en"


def said(message: str, /, **values: object) -> str:
    """The message in the language of this command, with its values."""
    return Wording(spoken_language()).gettext(message).format(**values)


def say(text: str) -> None:
    """Writes a line for people to standard error; standard output is for programs."""
    click.echo(text, err=True)


def tell(message: str, /, **values: object) -> None:
    """Says a message, worded, on standard error."""
    say(said(message, **values))


def note(message: str, /, **values: object) -> None:
    """Says a message, worded, on standard error, after the name of the command."""
    say(f"sikum: {said(message, **values)}")


def or_nearest(near: str | None) -> str:
    """` (did you mean …?)` where there is something near; else nothing."""
    return " " + said(N_("(did you mean {near}?)"), near=near) if near else ""
