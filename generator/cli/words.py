"""What commands say to people: in the language that was asked for (`--lang`, `SIKUM_LANG`), else in the site's.

A message is marked with `N_` where it is written and worded here; values stand in it by name, in braces.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.wording import LANGUAGES, Wording
from generator.wording.catalogues import COMMANDS, translations
from generator.wording.deferred import N_, Look, words_of

VARIABLE = "SIKUM_LANG"
_KEPT_AS, _ASKED_FOR, _PLACE = "language", "asked language", "place"


def site_speaks(language: str) -> None:
    """From now on this command speaks the language of the site that it opened."""
    _keep(_KEPT_AS, language)


def looks_at(place: Path) -> None:
    """The site that a command is about to open: it speaks its language even when that cannot be done."""
    _keep(_PLACE, place)


def asks_for(call: Sequence[str]) -> None:
    """Takes the language and the site from the words of a call, since help and misuse are told before options are read."""
    for name, kept_as in (("--lang", _ASKED_FOR), ("--site", _PLACE)):
        for word, after in zip(call, (*call[1:], ""), strict=False):
            if word == name or word.startswith(f"{name}="):
                _keep(kept_as, after if word == name else word.partition("=")[2])


def spoken_language() -> str:
    """The language of messages: `--lang`, then `SIKUM_LANG`, the site's, the computer's; English where none is known.

    The site is the one that was opened, else the one that was named or lies in the working directory.
    """
    context = click.get_current_context(silent=True)
    known = context.find_root().obj if context is not None else None
    kept: dict[str, Any] = known if isinstance(known, dict) else {}  # another program's, where it calls this package
    asked = (context.params.get("lang") if context is not None else None) or kept.get(_ASKED_FOR)
    for language in (asked, os.environ.get(VARIABLE)):
        if language in LANGUAGES:
            return str(language)
    from generator.configuration.language import known_language, language_at  # not for completion

    site = kept.get(_KEPT_AS) or language_at(Path(kept.get(_PLACE) or "."))
    machine = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return known_language(site) if site else machine[:2] if machine[:2] in LANGUAGES else "en"


def _keep(name: str, value: object) -> None:
    context = click.get_current_context(silent=True)
    if context is not None:
        root = context.find_root()
        root.obj = {**(root.obj or {}), name: value}


def words() -> Look:
    """Finds messages in the language of this command."""
    return Wording(spoken_language()).gettext


def worded(error: Exception) -> str:
    """What an error says, in the language of this command where it can be worded."""
    return words_of(error, words())


def helped(message: str) -> str:
    """A message of a command's help, or of click's, in the language of this command."""
    return translations(spoken_language(), COMMANDS).gettext(message) if message else ""


def said(message: str, /, **values: object) -> str:
    """The message in the language of this command, with its values."""
    return words()(message).format(**values)


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
