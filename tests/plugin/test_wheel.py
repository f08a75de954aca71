"""The package as others get it: a wheel in an empty environment, far from this checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from generator import __version__
from tests.plugin.small import REPOSITORY

pytestmark = pytest.mark.alone

CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))} | {
    "NO_MKDOCS_2_WARNING": "1"
}


def call(*command: str | Path, folder: Path) -> str:
    """What a command prints. Raises AssertionError when it fails."""
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=CLEAN, capture_output=True, text=True, check=False, timeout=90
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, made with what is installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, REPOSITORY, folder=REPOSITORY)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def tools(wheel: Path) -> Path:
    """The commands of an environment that holds the wheel and what it asks for, and nothing else.

    Where no package can be fetched, what it asks for is lent by this environment, behind the wheel's own files.
    """
    place = wheel.parent / "environment"
    uv = (sys.executable, "-m", "uv", "--quiet")
    call(*uv, "venv", "--python", sys.executable, place, folder=wheel.parent)
    python = place / "bin/python"
    install = [*uv, "pip", "install", "--python", str(python)]
    done = subprocess.run([*install, str(wheel)], env=CLEAN, capture_output=True, check=False, timeout=90)
    if done.returncode != 0:
        call(*install, "--no-deps", wheel, folder=wheel.parent)
        (packages,) = place.glob("lib/python*/site-packages")
        lent = next(path for path in sys.path if path.endswith("site-packages"))
        (packages / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    return python.parent


def test_a_site_is_begun_and_built_from_the_wheel_alone(tools: Path, tmp_path: Path) -> None:
    """What was forgotten in the wheel is missing only on other people's machines."""
    where = call(tools / "python", "-c", "import generator; print(generator.__file__)", folder=tmp_path)
    assert Path(where.strip()).is_relative_to(tools.parent)
    call(tools / "sikum", "new", "site", "catalogue", folder=tmp_path)
    site = tmp_path / "catalogue"
    call(tools / "sikum", "new", "process", "health/talks", "--ministry", "health", folder=site)
    call(tools / "python", "-m", "mkdocs", "build", "--quiet", folder=site)
    made = {path.relative_to(site / "site").as_posix() for path in (site / "site").rglob("*")}
    assert {"assets/css/sikum.css", "assets/fonts/assistant-hebrew.woff2", "assets/js/search.js"} <= made
    assert {"search/index.json", "talks/index.html", "404.html", "_headers", "data/catalogue.json"} <= made
    page = (site / "site/index.html").read_text("utf-8")
    for words in ("הבטחות", "חיפוש", 'dir="rtl"'):
        assert words in page
    call(tools / "sikum", "write", "docs", folder=site)
    assert (site / "docs/talks/index.md").is_file()


def test_the_command_says_the_version_of_the_package(tools: Path, wheel: Path, tmp_path: Path) -> None:
    """One number, in one place: a fault is reported with it."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert ("version" in project, "version" in project["dynamic"]) == (False, True)
    assert call(tools / "sikum", "--version", folder=tmp_path).strip() == f"sikum, version {__version__}"
    assert wheel.name.startswith(f"sikum-{__version__}-")


def test_the_wheel_holds_no_more_than_the_package(wheel: Path) -> None:
    """Tests, samples and a cache have no business on other people's machines."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"generator", f"sikum-{__version__}.dist-info"}
    assert not [name for name in names if "__pycache__" in name or name.endswith("~")]
    for folder in ("templates", "theme", "assets/css", "assets/fonts", "assets/js"):
        here = {
            path.relative_to(REPOSITORY).as_posix()
            for path in (REPOSITORY / "generator" / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert here
        assert here <= set(names)
