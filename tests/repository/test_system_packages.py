"""What `.ci/system-packages` asks of apt, on a machine where all of it is missing."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".ci/system-packages"
# Each is called in place of the command of its name.
COMMANDS = {
    "id": "echo 0",
    "python": 'case "$2" in *version_info*) exit 0 ;; esac; exit 1',
    "apt-get": """
echo "$*" >> calls
case "$*" in
*update*) touch lists ;;
*) test -e lists ;;
esac
""",
}


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The folder of a machine on which somebody who may install works, and which has no list of packages."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "temporary").mkdir()
    for name, text in COMMANDS.items():
        path = tmp_path / "bin" / name
        path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        path.chmod(0o755)
    return tmp_path


def _calls_of_apt(machine: Path) -> list[list[str]]:
    given = {
        **os.environ,
        "PATH": f"{machine / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHON": str(machine / "bin/python"),
        "TMPDIR": str(machine / "temporary"),
    }
    subprocess.run([SCRIPT, "site"], cwd=machine, env=given, check=True, capture_output=True)
    return [line.split() for line in (machine / "calls").read_text("utf-8").splitlines()]


def test_a_list_that_is_there_is_not_fetched(machine: Path) -> None:
    """Fetching it takes longer than what is installed."""
    (machine / "lists").touch()
    (install,) = _calls_of_apt(machine)
    assert {"install", "python3-pip-whl", "libpango-1.0-0"} <= set(install)


def test_a_list_that_is_missing_is_fetched_and_read_once(machine: Path) -> None:
    """Where apt keeps nothing of what it read, as in images of containers, it reads all packages of Debian twice."""
    _, update, install = _calls_of_apt(machine)
    assert "update" in update
    assert "python3-pip-whl" in install
    kept = [[option for option in call if option.startswith("Dir::Cache::pkgcache=")] for call in (update, install)]
    assert kept[0] == kept[1] != []
    assert not list((machine / "temporary").iterdir())
