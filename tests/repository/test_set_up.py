"""What `make` and the tests do on a machine that is not as expected: they say why in a line, and never wait for ever."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_what_a_test_starts_can_be_interrupted() -> None:
    """The tests of the preview end it by SIGINT; where that is ignored they would wait for ever."""
    program = "import signal; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert said.stdout == "True\n"


def test_the_tests_run_where_interrupts_are_ignored() -> None:
    """A CI that starts `make test` in the background hands it SIGINT ignored."""
    script = f"trap '' INT; exec '{sys.executable}' -m pytest -q -p no:cacheprovider -k can_be_interrupted '{__file__}'"
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        ["/bin/sh", "-c", script], cwd=ROOT, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN


def test_a_step_that_fails_says_why_in_a_line(tmp_path: Path) -> None:
    """`npm ci --silent` failed without a word, and nobody knew whether it was the network, the disk or the lock file."""
    for name in ("Makefile", "package.json", ".ci"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "package-lock.json").write_text("{", "utf-8")
    (tmp_path / "requirements").mkdir()
    for path in ("requirements/site.txt", "requirements/dev.txt", "pyproject.toml"):
        (tmp_path / path).touch()
    (tmp_path / ".venv").mkdir()
    for stamp in ("site-installed", "dev-installed"):
        (tmp_path / ".venv" / stamp).touch()
    made = subprocess.run(
        ["make", "node_modules/.package-lock.json"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert made.returncode != 0
    assert "sikum: npm could not install what package-lock.json names; its reason stands above" in made.stderr
    assert "npm error" in made.stderr.lower() or "npm err" in made.stderr.lower()
