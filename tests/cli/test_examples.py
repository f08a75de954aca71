"""The files in examples/ are copied into catalogues: what they call is there and means what they say."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from click import Context
from click.testing import CliRunner

from generator.cli import COMMANDS, sikum

ROOT = Path(__file__).parents[2]
PIPELINES = ("examples/github/catalogue.yml", "examples/gitlab/.gitlab-ci.yml")


def calls_of_sikum(text: str) -> list[list[str]]:
    """Each call of the command in a file, as arguments."""
    return [
        shlex.split(call)
        for call in re.findall(r"(?:run|entry): sikum (.*)|- sikum (.*)", text)
        for call in call
        if call
    ]


@pytest.mark.parametrize("path", [*PIPELINES, ".pre-commit-hooks.yaml"])
def test_every_call_is_understood(path: str) -> None:
    """A pipeline with a misspelt option fails on the day it is needed."""
    text = (ROOT / path).read_text("utf-8")
    assert yaml.safe_load(text)
    calls = calls_of_sikum(text)
    assert calls
    for name, *arguments in calls:
        if name == "sync":  # it asks hosts: what it is called with is all that can be judged here
            assert sikum.get_command(Context(sikum), name).make_context(name, arguments)
            continue
        result = CliRunner().invoke(sikum, [name, *arguments, str(ROOT / "tests/smallest/processes")])
        assert result.exit_code == 0, result.output


def test_the_hook_that_is_offered_is_the_one_that_is_asked_for() -> None:
    """pre-commit looks the id up in the list of hooks."""
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    asked = yaml.safe_load((ROOT / "examples/pre-commit/.pre-commit-config.yaml").read_text("utf-8"))
    assert {hook["id"] for hook in asked["repos"][0]["hooks"]} == hooks


@pytest.mark.parametrize("name", ["new", "import", "schema", "sync"])
def test_help_shows_examples(name: str) -> None:
    """Who forgot how it goes looks there first."""
    assert name in COMMANDS
    text = CliRunner().invoke(sikum, [name, "--help"], env={"SIKUM_LANG": "en"}).stdout
    assert re.search(rf"Examples?:\n\s+sikum {name}", text)


@pytest.mark.parametrize("path", ["examples/github/due.yml", "examples/gitlab/due.gitlab-ci.yml"])
def test_what_falls_due_each_monday_is_asked_for_in_words_that_are_understood(path: str) -> None:
    """The issues would stay empty, and nobody would look why."""
    text = (ROOT / path).read_text("utf-8")
    assert yaml.safe_load(text)
    calls = re.findall(r"sikum (due [^>]*?) >", text)
    assert len(calls) == 2
    for call in calls:
        arguments = shlex.split(call.replace("$body", "health"))
        result = CliRunner().invoke(sikum, [*arguments, "--site", str(ROOT / "tests/smallest/processes")])
        assert result.exit_code == 0, result.output
