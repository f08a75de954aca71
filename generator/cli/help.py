"""Commands and groups whose help is in the language of whoever asks.

Docstrings and `help=` of options are the messages: a paragraph is one, and so is a heading above lines that click keeps as
they are (`\\b`), which are commands. The catalogues are `commands.po`, apart from the site's, and loaded for help alone.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from copy import copy
from typing import TypeVar

import click

from generator.cli.words import asks_for, helped

Kind = TypeVar("Kind", bound=click.Command)

_AS_IT_IS = "\b"
"""click's sign for a paragraph whose lines are kept."""


class Command(click.Command):
    """A command that explains itself in the language of the site, or the one that is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        asks_for(args)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        return super(Command, in_words(self)).get_help(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        return super(Command, in_words(self)).get_short_help_str(limit)


class Group(click.Group):
    """A group that does the same, and so do the commands that are made in it."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        asks_for(args)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        return super(Group, in_words(self)).get_help(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        return super(Group, in_words(self)).get_short_help_str(limit)


def in_words(command: Kind) -> Kind:
    """A copy of the command with all that it says of itself in the language of this call."""
    worded = copy(command)
    worded.help = _paragraphs(command.help) if command.help else None
    worded.short_help = helped(command.short_help) if command.short_help else None
    worded.params = [_parameter(each) for each in command.params]
    worded._help_option = None  # noqa: SLF001 - click keeps it in the language in which it was asked for first
    return worded


def messages_of(command: click.Command) -> Iterator[str]:
    """Every message of a command's help, for the translators' catalogues; not those of the commands in it."""
    if command.help:
        for paragraph in _split(command.help):
            yield from paragraph.headings if paragraph.is_kept else (paragraph.text,)
    if command.short_help:
        yield command.short_help
    yield from (each.help for each in command.params if isinstance(each, click.Option) and each.help)


class _Paragraph:
    """A paragraph of a docstring: one message, or lines that are kept, of which those that end in a colon are messages."""

    def __init__(self, lines: list[str]) -> None:
        self.is_kept = lines[0].strip() == _AS_IT_IS
        self.lines = lines[1:] if self.is_kept else lines

    @property
    def text(self) -> str:
        return " ".join(line.strip() for line in self.lines)

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(line for line in self.lines if _is_heading(line))

    def worded(self) -> str:
        if not self.is_kept:
            return helped(self.text)
        return "\n".join((_AS_IT_IS, *(helped(line) if _is_heading(line) else line for line in self.lines)))


def _is_heading(line: str) -> bool:
    return line.endswith(":") and not line.startswith(" ")


def _split(text: str) -> Iterator[_Paragraph]:
    for block in inspect.cleandoc(text).split("\n\n"):
        if block.strip():
            yield _Paragraph(block.splitlines())


def _paragraphs(text: str) -> str:
    return "\n\n".join(paragraph.worded() for paragraph in _split(text))


def _parameter(parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    worded = copy(parameter)
    worded.help = helped(parameter.help)
    return worded
