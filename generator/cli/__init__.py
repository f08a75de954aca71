"""The command line: one module for each group of commands; each reads its options, calls `site` and writes.

Commands are loaded when they are asked for, so that `sikum check` pays for nothing else.
"""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from generator import __version__
from generator.cli.click_words import translate_click
from generator.cli.help import Group
from generator.cli.output import prepare_output
from generator.cli.words import helped, said, words
from generator.collector import without_collector
from generator.disk.ending import end_in_order
from generator.disk.failures import one_line
from generator.wording.deferred import N_

COMMANDS = {
    "check": ("generator.cli.check:check", "Say what is wrong with a catalogue."),
    "explain": ("generator.cli.rules:explain", "Say what a rule requires, and why."),
    "rules": ("generator.cli.rules:rules", "List every rule."),
    "new": ("generator.cli.new:new", "Begin a site, a process or a meeting."),
    "write": ("generator.cli.write:write", "Write all pages as Markdown, for another engine."),
    "export": ("generator.cli.write:export", "Write the open data alone, or tables for Excel."),
    "pdf": ("generator.cli.editions:pdf", "Make PDFs of processes."),
    "letter": ("generator.cli.editions:letter", "Write the closing letter of a process."),
    "refs": ("generator.cli.refs:refs", "Write how many points were answered, and their codes."),
    "import": ("generator.cli.importing:import_", "Take over Excel lists, Word reports, archives."),
    "schema": ("generator.cli.schema:schema", "Write JSON Schemas for completion in editors."),
    "archive": ("generator.cli.archive:archive", "Pack everything published of a process, for an archive."),
    "evidence": ("generator.cli.evidence:evidence_sheet", "Say what records show of outside standards."),
    "rename": ("generator.cli.rename:rename", "Give a process another id, and keep its old address."),
    "clean-attachments": (
        "generator.cli.clean_attachments:clean_attachments",
        "Take authors and places out of attached files.",
    ),
    "sign": ("generator.cli.sign:sign", "Sign the manifest of a built site."),
    "verify": ("generator.cli.verify:verify", "Say whether a published site is what was built."),
    "due": ("generator.cli.due:due", "Say what falls due and what is overdue."),
    "sync": ("generator.cli.sync:sync", "Fetch the other catalogues that stand in this one's index."),
}
"""Name -> module and object, and the line that `sikum --help` shows without importing it."""

MISUSE = 2
"""Exit status for a command that was called wrongly (click's own is the same)."""


class LazyGroup(Group):
    """A group that imports a command's module only when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        with without_collector():
            command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(helped("Commands")):
            formatter.write_dl([(name, helped(line)) for name, (_, line) in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        names = [
            CompletionItem(name, help=helped(line))
            for name, (_, line) in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, prog_name="sikum")
@click.option("--debug", is_flag=True, help="Show where in the program an error comes from.")
@click.pass_context
def sikum(context: click.Context, debug: bool) -> None:
    """Publish what came out of public-participation processes.

    \b
    Examples:
      sikum new site my-catalogue
      sikum new process health/round-table --ministry health
      sikum check
      sikum explain F021

    \b
    Completion of commands and options, in bash (zsh and fish alike):
      eval "$(_SIKUM_COMPLETE=bash_source sikum)"
    """
    context.obj = {**(context.obj or {}), "debug": debug}


def main() -> None:
    """Run the command. Whatever goes wrong is one line, not a traceback (`--debug` shows it); misuse exits with 2.

    One that is ended by a signal says so and exits with 128 and the signal's number, as shells have it.
    """
    prepare_output()
    translate_click()
    end_in_order(lambda name: said(N_("ended ({signal})"), signal=name))
    try:
        status = sikum.main(prog_name="sikum", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
        click.echo(f"sikum: {' '.join(_message(error).removeprefix('sikum: ').split())}", err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        click.echo(f"sikum: {_one_line(error)}", err=True)
        sys.exit(1)


def _message(error: click.ClickException) -> str:
    """click words some errors only now, when the context that knows the language is gone."""
    context = getattr(error, "ctx", None)
    with context.scope(cleanup=False) if context is not None else nullcontext():
        return error.format_message()


def _one_line(error: Exception) -> str:
    if isinstance(error, OSError):
        return one_line(error, words())
    return " ".join(str(error).split()) or type(error).__name__
