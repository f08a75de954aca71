"""Help and misuse are told in the language of the site: an office that writes Hebrew is not sent to an English manual."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from click.testing import CliRunner

from generator.cli import COMMANDS, sikum
from generator.cli.click_words import MODULES, translate_click
from generator.cli.help import messages_of
from generator.cli.words import VARIABLE
from tests.cli.test_languages import LETTERS
from tests.cli.test_languages import sikum as run

LOCALE = Path(__file__).parents[2] / "generator" / "wording" / "locale"
FOR_PROGRAMMERS = re.compile(
    r"Name '\{name\}'|Boolean option|Could not determine|No options defined|Arguments take exactly|Unknown color"
    r"|Choice\(|is not a valid UUID|match the formats?|Invalid start character"
)
"""What click says to whoever declares an option wrongly, or of kinds of values that no option here has."""
ENGLISH = re.compile(r"(?<![\w./:<\[|-])[A-Za-z][a-z]+(?: [a-z]{2,}){2,}(?![\w./])")
"""Three words in a row, none of them a name of a file, an option or a choice."""


CALL = re.compile(r"sikum(?: [a-z-]+)*")
"""A command and its words."""


def commands(
    command: click.Command = sikum, names: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command and group, with the words by which it is called."""
    yield names, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, (*names, name))


def own_messages() -> set[str]:
    """Message ids of all help, and of the lines that `sikum --help` shows without importing a command."""
    return {message for _, command in commands() for message in messages_of(command)} | {
        line for _, line in COMMANDS.values()
    }


def messages_of_click() -> set[str]:
    """Message ids of the modules that are given our function to ask; of a plural the first."""
    found = (
        message if isinstance(message, str) else message[0]
        for module in MODULES
        for _, message, _, _ in extract_from_file("python", inspect.getsourcefile(module) or "", keywords=KEYWORDS)
    )
    return {message for message in found if not FOR_PROGRAMMERS.search(message)}


KEYWORDS = {"_": None, "ngettext": (1, 2)}


def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    """Message id -> all forms of its translation."""
    with (LOCALE / language / "LC_MESSAGES" / "commands.po").open("rb") as file:
        return {
            message.id if isinstance(message.id, str) else message.id[0]: (
                tuple(message.string) if isinstance(message.string, (tuple, list)) else (str(message.string),)
            )
            for message in read_po(file, locale=language)
            if message.id
        }


@pytest.mark.parametrize("language", ["he", "ar"])
def test_all_that_help_says_is_in_the_catalogue_and_nothing_else(language: str) -> None:
    """A new option, or a newer click, brings words that a translator has to be told of."""
    translated = {message for message, forms in catalogue(language).items() if all(forms)}
    wanted = own_messages() | messages_of_click()
    assert (sorted(wanted - translated), sorted(translated - wanted)) == ([], [])


@pytest.mark.parametrize("language", ["he", "ar"])
def test_translated_words_of_click_ask_for_no_value_that_it_does_not_give(language: str) -> None:
    """A placeholder that click does not fill in is a traceback in place of a message."""
    for message, forms in catalogue(language).items():
        for form in forms:
            given = set(re.findall(r"\{(\w+)", message + PLURALS.get(message, "")))
            assert set(re.findall(r"\{(\w+)", form)) <= given, (message, form)


PLURALS = {
    message[0]: message[1]
    for module in MODULES
    for _, message, _, _ in extract_from_file("python", inspect.getsourcefile(module) or "", keywords=KEYWORDS)
    if not isinstance(message, str)
}


@pytest.mark.parametrize("language", ["he", "ar"])
def test_no_command_explains_itself_in_english(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command's help is read: its text, its options, what click adds; commands in examples stay as they are typed."""
    translate_click()
    monkeypatch.setenv(VARIABLE, language)
    english, silent = [], []
    for names, _ in commands():
        shown = CliRunner().invoke(sikum, [*names, "--help"]).output
        lines = [CALL.sub("", line) for line in shown.splitlines() if not line.strip().startswith(("sikum ", "eval "))]
        english += [(names, found[0]) for line in lines if (found := ENGLISH.search(line))]
        silent += [
            (names, line) for line in lines if line.rstrip().endswith(":") and not LETTERS[language].search(line)
        ]
        assert LETTERS[language].search(shown), names
    assert (english, silent) == ([], [])


def test_the_search_for_english_finds_a_sentence_and_no_list_of_names() -> None:
    """A pattern that matches nothing would let everything pass."""
    assert ENGLISH.search("  Say what is wrong with a catalogue.")
    assert not ENGLISH.search("  --format [full|concise|github]  ministries.yml")


MISUSES = (
    ("--hlep",),
    ("chek",),
    ("check", "--hlep"),
    ("check", "--format", "nonsense"),
    ("check", "--show", "0"),
    ("check", "--show", "many"),
    ("check", "--today", "yesterday"),
    ("check", "a", "b"),
    ("explain",),
    ("new",),
    ("new", "process"),
    ("sign", "nowhere", "--key", "nowhere"),
    ("import", "participants", "list.xlsx"),
    ("letter", "one", "--to"),
)


@pytest.mark.parametrize("language", ["he", "ar"])
def test_misuse_is_told_in_the_language_of_the_site(language: str, tmp_path: Path) -> None:
    """`Missing argument` is read once a month, by somebody who then asks the one colleague who knows English."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n  - sikum:\n      language: {language}\n", "utf-8")
    for call in MISUSES:
        done = run(tmp_path, *call)
        assert done.returncode != 0, call
        assert LETTERS[language].search(done.stderr), (call, done.stderr)
        assert not ENGLISH.search(CALL.sub("", re.sub(r"'[^']*'", "", done.stderr))), (call, done.stderr)


def test_the_language_is_taken_from_the_site_that_is_named(tmp_path: Path) -> None:
    """A central unit checks the sites of others from its own folder: help and misuse are in the language of the site."""
    for language in ("he", "en"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "mkdocs.yml").write_text(f"plugins: [sikum: {{language: {language}}}]\n", "utf-8")
    told = {
        call: bool(LETTERS["he"].search(run(tmp_path, *call.split()).stdout))
        for call in (
            "check --site he --help",
            "check --site=he --help",
            "check --site en --help",
            "check --help --lang he",
        )
    }
    assert told == {
        "check --site he --help": True,
        "check --site=he --help": True,
        "check --site en --help": False,
        "check --help --lang he": True,
    }


CONFIGURATIONS = {
    "a: [\n": "mkdocs.yml",
    "- a\n- b\n": "mkdocs.yml",
    "INHERIT: mkdocs.yml\n": "INHERIT",
    "plugins: [sikum: {language: he, per_page: many}]\n": "per_page",
    "plugins: [sikum: {language: he, per_page: 0}]\n": "per_page",
    "plugins: [sikum: {language: he, on_error: never}]\n": "on_error",
    "plugins: [sikum: {language: he, today: soon}]\n": "today",
    "plugins: [sikum: {language: he, toolbox: nowhere}]\n": "toolbox",
    "plugins: [sikum: {language: he, written_by: ''}]\n": "written_by",
    "plugins: [sikum: {language: he, closing_target: {days: 3, weeks: 4}}]\n": "closing_target",
    "plugins: [sikum: {language: he, closing_target: {remind: [1]}}]\n": "closing_target",
    "plugins: [sikum: {language: he, data_license: whatever you like}]\n": "data_license",
    "plugins: [sikum: {language: he, yardsticks: [nothing]}]\n": "yardsticks",
    "theme: {name: material, language: fr}\nplugins: [sikum: {language: he}]\n": "theme.language",
}


@pytest.mark.parametrize("written", CONFIGURATIONS)
def test_a_configuration_that_cannot_be_used_is_told_in_hebrew(written: str, tmp_path: Path) -> None:
    """The person who mistyped a setting is the one who reads why: name of the setting, and words of her language."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{written}", "utf-8")
    done = run(tmp_path, "check")
    assert done.returncode == 2
    assert CONFIGURATIONS[written] in done.stderr
    assert LETTERS["he"].search(done.stderr), done.stderr
    assert not ENGLISH.search(done.stderr.replace("whatever you like", "")), done.stderr


@pytest.mark.parametrize("command", [["explain", "G004"], ["rules"]])
@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_a_rule_is_told_in_the_language_that_the_commands_speak(
    command: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An Arabic office that looked up a code of an Arabic message got its explanation in Hebrew."""
    monkeypatch.setenv(VARIABLE, language)
    told = CliRunner().invoke(sikum, command).output
    assert told == CliRunner().invoke(sikum, [*command, "--lang", language]).output
    assert told != CliRunner().invoke(sikum, [*command, "--lang", "en" if language == "he" else "he"]).output
