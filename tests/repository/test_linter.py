"""The linter looks at all of the code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
FOLDERS = ("generator", "tests", "benchmarks", "docs", "wordlists")


def test_no_python_file_is_hidden_from_the_linter() -> None:
    """A folder of the core was once excluded because it had the output's name, and nobody saw the errors in it."""
    command = [sys.executable, "-m", "ruff", "check", "--show-files", *FOLDERS]
    shown = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    seen = {str(Path(line).resolve().relative_to(REPOSITORY)) for line in shown.splitlines()}
    written = {str(path.relative_to(REPOSITORY)) for folder in FOLDERS for path in (REPOSITORY / folder).rglob("*.py")}
    assert written <= seen, sorted(written - seen)


def test_make_lint_looks_at_every_folder_with_python_in_it() -> None:
    """What is not named in the Makefile is linted by nobody, whatever the linter could see."""
    listed = next(line for line in (REPOSITORY / "Makefile").read_text().splitlines() if line.startswith("sources :="))
    for folder in FOLDERS:
        assert folder in listed, listed


def test_no_module_is_hidden_behind_a_package_of_its_name() -> None:
    """Of `documents.py` beside `documents/`, Python imports the folder; what is mended in the file changes nothing."""
    hidden = [path for path in (REPOSITORY / "generator").rglob("*.py") if path.with_suffix("").is_dir()]
    assert not hidden
