"""What commands say is in the language of the office: nothing of it is left in English."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import ENVIRONMENT, run

ROOT = Path(__file__).parents[2]
LETTERS = {"he": re.compile("[א-ת]"), "ar": re.compile("[ء-ي]")}
SPEAKS = {"echo", "say", "UsageError", "ClickException", "Refused", "prompt", "confirm", "secho"}
"""Whatever is called with words for people."""
WORDED = {"said", "tell", "note", "gettext", "ngettext", "N_", "_", "word", "line", "or_nearest"}
"""What looks a message up in the catalogues."""
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}|[A-Za-z]{3,}:? \{?$|^,? ?[a-z]{3,} ")
AS_THEY_ARE = {"sikum: "}
"""The command's own name."""


def spoken_in_english(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each string that a call says as it stands, in no language but its own."""
    tree = ast.parse(path.read_text("utf-8"))
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.search(node.value)):
            continue
        names, place = [], node
        while (place := above.get(place)) is not None:  # type: ignore[assignment]
            if isinstance(place, ast.Call):
                called = place.func
                names.append(called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", ""))
        if set(names) & SPEAKS and not set(names) & WORDED and node.value not in AS_THEY_ARE:
            yield node.lineno, node.value


def test_no_command_says_a_sentence_that_is_in_no_catalogue() -> None:
    """The persona has one Word report and an afternoon: `there already:` is no help to her.

    What a command says goes through `said`, `tell` or `note`, and from there into the translators' catalogues.
    """
    left = {
        f"{path.relative_to(ROOT)}:{line}": text
        for path in sorted((ROOT / "generator" / "cli").rglob("*.py"))
        for line, text in spoken_in_english(path)
    }
    assert left == {}


def test_the_walk_finds_what_is_left_in_english(tmp_path: Path) -> None:
    """A walk that finds nothing anywhere would hold whatever is written."""
    file = tmp_path / "command.py"
    file.write_text(
        'import click\nclick.echo(f"sikum: no such place: {1}", err=True)\n'
        'raise click.UsageError(said(N_("no such place: {value}"), value=1))\n',
        "utf-8",
    )
    assert [line for line, _ in spoken_in_english(file)] == [2]


def sikum(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as an editor calls it, on a computer that speaks English."""
    plain = {name: value for name, value in ENVIRONMENT.items() if not name.startswith(("LANG", "SIKUM"))}
    return run("generator", *words, folder=folder, environment=plain | variables)


@pytest.fixture(scope="module", params=["he", "ar"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A new site in a language, with a process and a meeting in it."""
    language = str(request.param)
    folder = tmp_path_factory.mktemp(language)
    made = sikum(folder, "new", "site", "catalogue", "--language", language)
    assert made.returncode == 0, made.stderr
    return folder / "catalogue", language


CALLS = (
    ("new", "process", "health/round-table", "--ministry", "health"),
    ("new", "process", "health/round-table", "--ministry", "health"),
    ("new", "process", "health/Bad"),
    ("new", "process", "Bad Group/good"),
    ("new", "process", "data"),
    ("new", "process", "health/round-table/inner"),
    ("new", "process", "health/kinds", "--kind", "nonsense"),
    ("new", "meeting", "nowhere", "2026-03-10"),
    ("new", "meeting", "round-table", "yesterday"),
    ("new", "meeting", "round-table", "2026-03-10"),
    ("rename", "nowhere", "somewhere"),
    ("rename", "round-table", "table", "--dry-run"),
    ("check", "--only", "nonsense"),
    ("check", "--since", "nonsense"),
    ("check", "--published", "nonsense"),
    ("due", "--ministry", "nonsense"),
    ("letter", "nowhere"),
    ("refs", "nowhere"),
    ("archive", "nowhere"),
    ("clean-attachments", "nowhere"),
    ("clean-attachments",),
    ("schema", ".schemas"),
    ("sync",),
    ("write", "processes"),
    ("import", "participants", "nowhere.xlsx", "--into", "round-table"),
    ("import", "document", "nowhere.docx", "--into", "health/new"),
)


def test_what_commands_say_in_a_site_is_in_its_language(site: tuple[Path, str]) -> None:
    """Each line that a command says holds words of the site's language; names and commands stand among them."""
    folder, language = site
    silent = []
    for call in CALLS:
        done = sikum(folder, *call)
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        assert "Traceback" not in done.stderr, call
        silent += [(call, line) for line in lines if not LETTERS[language].search(line)]
    assert silent == []


def test_an_editor_asks_for_another_language(site: tuple[Path, str]) -> None:
    """Somebody who helps an Arabic-speaking office from abroad reads its messages in English."""
    folder, _ = site
    refused = sikum(folder, "new", "process", "health/Bad", SIKUM_LANG="en")
    assert refused.stderr.strip().startswith("sikum: not an id: Bad")
