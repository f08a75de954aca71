"""The smallest site there is, and the engines as they are called from a shell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests import commands
from tests.commands import REPOSITORY

SMALLEST = REPOSITORY / "tests/smallest/processes"
PLUGINS = "[{sikum: {data_license: CC-BY-4.0}}]"
ENVIRONMENT = commands.ENVIRONMENT | {"NO_COLOR": "1"}


def small_site(folder: Path, configuration: str = "", plugins: str = PLUGINS) -> Path:
    """A folder with `mkdocs.yml` and one sound process."""
    shutil.copytree(SMALLEST, folder / "processes")
    configure(folder, configuration, plugins)
    return folder


def configure(folder: Path, configuration: str = "", plugins: str = PLUGINS) -> None:
    """Write `mkdocs.yml`; what `configuration` says of the theme comes in place of the plain one."""
    theme = "" if "theme:" in configuration else "theme: {name: material, language: he}\n"
    (folder / "mkdocs.yml").write_text(
        f"site_name: קטלוג\ndocs_dir: processes\n{theme}plugins: {plugins}\n{configuration}", encoding="utf-8"
    )


def run(module: str, *arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A module of this environment as a command, in a folder."""
    return commands.run(module, *arguments, folder=folder, environment=ENVIRONMENT | environment)


def build(folder: Path, *arguments: str, engine: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """`mkdocs build`, without what it tells of itself."""
    return run(engine, "build", "--quiet", *arguments, folder=folder)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def copy_of(site: Path, folder: Path) -> Path:
    """A site with its cache in another folder; files that are one by hard links are one there, too."""
    subprocess.run(["cp", "-a", site, folder], check=True)
    return folder
