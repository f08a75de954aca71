"""The requirements file of a new site, taken by an empty environment, with the wheel of this checkout after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.plugin.small import REPOSITORY

CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))} | {
    "NO_MKDOCS_2_WARNING": "1"
}


def _call(*command: str | Path, folder: Path) -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=CLEAN, capture_output=True, text=True, check=False, timeout=400
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_a_new_site_pins_can_be_installed_and_builds_it(tmp_path: Path) -> None:
    """A package without a hash, or one that Sikum asks for and nobody pinned, is found out only on the office's machine."""
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path)
    _call(*build, REPOSITORY, folder=REPOSITORY)
    (wheel,) = tmp_path.glob("*.whl")
    _call(sys.executable, "-m", "venv", "--without-pip", tmp_path / "empty", folder=tmp_path)
    python = tmp_path / "empty/bin/python"
    _call(sys.executable, "-m", "generator", "new", "site", tmp_path / "catalogue", folder=REPOSITORY)
    site = tmp_path / "catalogue"
    # What is imported is compiled when it is; the other thousands of modules would take as long as all the rest.
    # This environment's own pip does it all: putting another into the empty one would take as long again.
    pip = (sys.executable, "-m", "pip", "--python", python, "--quiet", "--no-input")
    _call(*pip, "install", "--no-compile", "--require-hashes", "-r", "requirements.txt", folder=site)
    _call(*pip, "install", "--no-compile", "--no-deps", wheel, folder=site)
    _call(*pip, "check", folder=site)
    _call(python, "-m", "generator", "new", "process", "health/talks", "--ministry", "health", folder=site)
    _call(python, "-m", "generator", "check", folder=site)
    _call(python, "-m", "mkdocs", "build", "--quiet", folder=site)
    assert (site / "site/index.html").is_file()
