"""`sikum check --since`: what was published and reads otherwise now."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from generator.cli import sikum
from generator.diagnostics import Rule
from generator.rules import RULES
from generator.rules.examples import files_of
from tests.rules.conftest import SMALLEST, lay_file

HISTORY = [rule for rule in RULES if rule.code in ("F044", "F045", "F046", "F050")]


def git(folder: Path, *words: str) -> None:
    """A git command that must succeed."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def found(folder: Path, example: str, moved_to: str = "example", *, is_staged: bool = False) -> list[str]:
    """The codes that an example raises: its files `(before)` are committed, the others lie there now.

    `moved_to`: the folder where the process lies now, in the same place; `is_staged`: whether git is told of it.
    """
    content = folder / "processes"
    shutil.copytree(SMALLEST, content)
    files = files_of(example)
    for file in files:
        if file.note == "before":
            is_record = file.path.endswith("index.md")
            lay_file(content, replace(file, note="fields" if is_record else ""))
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    for file in files:
        if file.note != "before":
            lay_file(content, file)
    if moved_to != "example":
        (content / "example").rename(content / moved_to)
    if is_staged:
        git(folder, "add", "-A")
    result = CliRunner().invoke(
        sikum, ["check", str(content), "--since", "HEAD", "--format", "concise", "--lang", "en"]
    )
    return [line.split(": ")[1].split()[1] for line in result.output.splitlines() if f"{moved_to}/" in line]


@pytest.mark.parametrize("rule", HISTORY, ids=lambda rule: rule.code)
def test_the_wrong_example_is_told_and_the_right_one_not(rule: Rule, tmp_path: Path) -> None:
    """A promise would be reworded after it was given, and nobody who read it would be told."""
    for name, example, codes in (("wrong", rule.wrong, [rule.code]), ("right", rule.right, [])):
        (tmp_path / name).mkdir()
        assert found(tmp_path / name, example) == codes


def test_a_change_that_is_written_down_is_no_finding(tmp_path: Path) -> None:
    """An office that says what it corrected has done what is asked of it."""
    example = HISTORY[0].wrong + "=== example/index.md (fields)\nchanges: [{date: 2024-06, note: תוקן}]\n"
    assert HISTORY[0].code == "F044"
    assert found(tmp_path, example) == []


def test_a_version_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    """A check that finds nothing to compare with would seem to have found nothing wrong."""
    shutil.copytree(SMALLEST, tmp_path / "processes")
    result = CliRunner().invoke(sikum, ["check", str(tmp_path / "processes"), "--since", "no-such-branch"])
    assert result.exit_code == 2
    assert "לא ענף ולא גרסה שמורה" in result.output


OUTCOME = """\
=== example/index.md (before)
outcomes: [{type: publication, state: expected, title: חוברת}]
=== example/index.md (fields)
outcomes: [{type: publication, %s}]
"""


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        ("state: adopted, title: חוברת, date: 2024-05, reference: פרסום 7", []),
        ("state: adopted, title: חוברת, date: 2024-05, note: הודפסה", []),
        ("id: booklet, state: adopted, title: חוברת, date: 2024-05", []),
        ("state: adopted, title: חוברת מקוצרת, date: 2024-05", ["F045"]),
    ],
)
def test_an_outcome_without_an_id_is_known_by_its_words(tmp_path: Path, now: str, codes: list[str]) -> None:
    """Its id is made of what it says: news of it, such as the number of a decision, would be called a rewording."""
    assert found(tmp_path, OUTCOME % now) == codes


REWORDED = """\
=== example/index.md (before)
outcomes: [{type: publication, state: expected, title: חוברת}]
=== example/index.md (fields)
%soutcomes: [{type: publication, state: expected, title: חוברת מקוצרת}]
"""


@pytest.mark.parametrize(
    ("former", "is_staged"), [("", True), ("aliases: [example]\n", False), ("aliases: [older, example]\n", True)]
)
def test_a_renamed_process_is_compared_with_what_it_was(tmp_path: Path, former: str, is_staged: bool) -> None:
    """Another address would be a way to reword what was promised, and the review would find nothing."""
    assert found(tmp_path, REWORDED % former, "renamed", is_staged=is_staged) == ["F045"]
