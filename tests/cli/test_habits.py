"""The command keeps the habits of commands."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator import __version__
from generator.cli import COMMANDS, sikum
from tests.plugin.small import ENVIRONMENT, REPOSITORY, run, small_site

HEAVY = (
    "generator.pipeline",
    "generator.configuration.settings",
    "markdown",
    "jinja2",
    "openpyxl",
    "mkdocs",
    "weasyprint",
    "rich",
)


ENGLISH = {"SIKUM_LANG": "en"}
"""The repository has a site of its own, in Hebrew."""


def commands(group: click.Group, name: str) -> list[tuple[str, click.Command]]:
    """A group's commands, and theirs."""
    found = []
    for each in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), each)
        assert command is not None
        found.append((f"{name} {each}", command))
        if isinstance(command, click.Group):
            found += commands(command, f"{name} {each}")
    return found


@pytest.mark.parametrize("name", [name for name, _ in commands(sikum, "sikum")])
def test_the_help_of_every_command_shows_how_it_is_called(name: str) -> None:
    """Who forgot how it goes looks there first, and copies the line."""
    text = CliRunner().invoke(sikum, [*name.split()[1:], "--help"], env=ENGLISH).stdout
    assert re.search(rf"Examples?:\n\s+{name}", text), text


def test_help_says_each_command_in_one_line() -> None:
    """The list is what a newcomer learns the program from."""
    text = CliRunner().invoke(sikum, ["--help"], env=ENGLISH).stdout
    for name, (_, line) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", text, re.MULTILINE)


def test_help_and_completion_import_no_command() -> None:
    """Completion runs at every press of a key; two seconds of imports would make it unbearable.

    What the language of the site is, and its words, are looked up all the same.
    """
    code = (
        "import sys; sys.argv = ['sikum', '--help']\n"
        "from generator.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.stderr.strip() == "[]"
    assert after.ru_utime - before.ru_utime < 0.4


@pytest.mark.parametrize(
    ("words", "position", "offered"),
    [("sikum ex", 1, ["explain", "export"]), ("sikum write --fo", 2, ["--force"]), ("sikum new pro", 2, ["process"])],
)
def test_a_shell_completes_commands_and_options(words: str, position: int, offered: list[str], tmp_path: Path) -> None:
    """As `sikum --help` says to set it up."""
    done = run(
        "generator", folder=tmp_path, COMP_WORDS=words, COMP_CWORD=str(position), _SIKUM_COMPLETE="bash_complete"
    )
    assert [line.partition(",")[2] for line in done.stdout.split()] == offered
    assert "_SIKUM_COMPLETE=bash_source sikum" in CliRunner().invoke(sikum, ["--help"]).stdout


def test_the_module_is_the_command(tmp_path: Path) -> None:
    """Where a script's folder is not on the PATH, `python -m generator` does the same."""
    script = shutil.which("sikum", path=str(Path(sys.executable).parent))
    assert script is not None
    for arguments in (["--version"], ["--help"], ["check", "nowhere"]):
        by_name = subprocess.run([script, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
        by_module = run("generator", *arguments, folder=tmp_path)
        assert (by_module.stdout, by_module.stderr, by_module.returncode) == (
            by_name.stdout,
            by_name.stderr,
            by_name.returncode,
        )
    assert run("generator", "--version", folder=tmp_path).stdout.strip().endswith(__version__)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["check"], 0),
        (["chek"], 2),
        (["check", "--nonsense"], 2),
        (["check", "nowhere"], 2),
        (["explain", "X999"], 2),
        (["write"], 2),
        (["write", "docs", "--site", "nowhere/mkdocs.yml"], 2),
        ([], 2),
    ],
)
def test_the_exit_status_is_as_documented(tmp_path: Path, arguments: list[str], status: int) -> None:
    """A pipeline branches on it: 0 sound, 1 errors, 2 called wrongly; and misuse prints nothing to standard output."""
    done = run("generator", *arguments, folder=small_site(tmp_path))
    assert done.returncode == status, done.stderr
    if status == 2:
        assert done.stdout == ""
        assert done.stderr != ""
        assert "Traceback" not in done.stderr


def test_what_goes_wrong_is_one_line_and_a_traceback_only_when_asked_for(tmp_path: Path) -> None:
    """An editor can read the line to somebody on the phone; a developer needs the place."""
    site = small_site(tmp_path)
    (site / "docs").write_text("a file, where a folder should be", encoding="utf-8")
    plain = run("generator", "write", "docs/out", folder=site)
    assert (plain.returncode, plain.stdout) == (1, "")
    assert len(plain.stderr.splitlines()) == 1
    assert plain.stderr.startswith("sikum: ")
    assert "docs/out" in plain.stderr
    told = run("generator", "--debug", "write", "docs/out", folder=site)
    assert told.returncode == 1
    assert "Traceback" in told.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """`sikum rules | head -1` ends without a word."""
    done = subprocess.run(
        f'"{sys.executable}" -m generator rules | head -1; "{sys.executable}" -m generator rules --lang en | true',
        shell=True,
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_no_colour_where_nobody_sees_it(tmp_path: Path) -> None:
    """A log file with escape sequences cannot be read; NO_COLOR holds on a terminal too."""
    site = small_site(tmp_path)
    (site / "processes/stray.txt").write_text("x", encoding="utf-8")
    piped = run("generator", "check", folder=site)
    assert "L005" in piped.stdout
    assert "\x1b" not in piped.stdout + piped.stderr
    coloured, plain = (on_a_terminal(site, **setting) for setting in ({"NO_COLOR": ""}, {"NO_COLOR": "1"}))
    assert "\x1b[" in coloured
    assert "L005" in plain
    assert "\x1b[" not in plain


def on_a_terminal(site: Path, **environment: str) -> str:
    """What `sikum check` writes to a terminal."""
    return subprocess.run(
        ["script", "-qec", f"'{sys.executable}' -m generator check", "/dev/null"],
        cwd=site,
        env=ENVIRONMENT | {"TERM": "xterm-256color"} | environment,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.mark.parametrize("day", ["2026-01", "2026-13-01"])
def test_a_day_that_is_none_is_misuse_of_the_option_that_gave_it(day: str) -> None:
    """A pipeline hands the day over from elsewhere; a complaint about a format does not say where to look."""
    done = CliRunner().invoke(
        sikum, ["check", str(REPOSITORY / "tests/smallest/processes"), "--today", day], env=ENGLISH
    )
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == f"Error: --today: {day} is no day such as 2026-01-31"
