"""click's own words ("Usage", "No such option") in the language of the command: it looks them up at the moment it says them.

click asks the domain that gettext has been told of, in the language of the computer. Here the language is the site's and is
known later, so its modules are given another function to ask; `tests/cli/test_help.py` holds the catalogues to its source.
"""

from __future__ import annotations

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from generator.cli.words import helped, spoken_language
from generator.wording.catalogues import COMMANDS, translations

MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)
"""Those that say something to whoever calls a command."""


def helped_plural(one: str, many: str, count: int) -> str:
    """The form for `count` of a message of click's."""
    return translations(spoken_language(), COMMANDS).ngettext(one, many, count)


def translate_click() -> None:
    """From now on click's words are looked up in `commands.po`."""
    for module in MODULES:
        for name, function in (("_", helped), ("ngettext", helped_plural)):
            if hasattr(module, name):
                setattr(module, name, function)
