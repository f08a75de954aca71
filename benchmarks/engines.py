"""The site generators compared: how each builds the folder a catalogue was written to, and what it leaves behind."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """A generator and its command, run in the catalogue's folder."""

    name: str
    title: str
    command: tuple[str, ...]
    site: str
    """Where the site comes out, relative to the catalogue's folder."""
    largest: int
    """The largest catalogue worth the wait when the command line names no other limit."""
    warm: bool = True
    """Whether a second build after an edit differs from a cold one: the engine keeps something between builds."""


PYTHON = sys.executable
ENGINES = (
    Engine(
        name="sikum",
        title="Sikum",
        command=(PYTHON, "-m", "mkdocs", "build", "--quiet"),
        site="sites/sikum",
        largest=100_000,
    ),
    Engine(
        name="pdf",
        title="Sikum, PDFs on",
        command=(PYTHON, "-m", "mkdocs", "build", "--quiet", "-f", "pdf.yml"),
        site="sites/pdf",
        largest=300,
    ),
    Engine(
        name="prune",
        title="Material, navigation.prune",
        command=(PYTHON, "-m", "mkdocs", "build", "--quiet", "-f", "prune.yml"),
        site="sites/prune",
        largest=300,
        warm=False,
    ),
    Engine(
        name="material",
        title="Material",
        command=(PYTHON, "-m", "mkdocs", "build", "--quiet", "-f", "material.yml"),
        site="sites/material",
        largest=300,
        warm=False,
    ),
    Engine(
        name="zensical",
        title="Zensical",
        command=(str(Path(PYTHON).parent / "zensical"), "build", "-f", "zensical.toml"),
        site="sites/zensical",
        largest=300,
    ),
    Engine(
        name="hugo",
        title="Hugo, bare template, no search",
        command=("hugo", "--quiet", "--config", "hugo.toml"),
        site="sites/hugo",
        largest=3_000,
        warm=False,
    ),
)


def is_installed(engine: Engine) -> bool:
    """Whether the engine's program is on this machine."""
    return shutil.which(engine.command[0]) is not None


def clean(engine: Engine, folder: Path) -> None:
    """Put the engine's site and every cache aside, so that the next build is a cold one; `clear_away` deletes them.

    Deleting them now would slow down the build that is timed next: ext4 leaves inodes alone for a minute after their
    files were deleted, and looks for others one by one.
    """
    aside = _aside(folder)
    aside.mkdir(exist_ok=True)
    number = sum(1 for _ in aside.iterdir())
    for name in (engine.site, ".cache"):
        if (folder / name).exists():
            (folder / name).rename(aside / f"{number}-{Path(name).name}")


def clear_away(folder: Path) -> None:
    """Delete what `clean` put aside."""
    shutil.rmtree(_aside(folder), ignore_errors=True)


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-old")


def prepare(engine: Engine, folder: Path) -> None:
    """What an engine needs before it can read the same Markdown; not part of any measurement.

    Hugo takes a folder with `index.md` for one page with attachments, and `_index.md` for a section with pages.
    """
    if engine.name != "hugo":
        return
    content = folder / "hugo-content"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(folder / "processes", content, ignore=shutil.ignore_patterns("*.csv", "*.yml"))
    for index in content.rglob("index.md"):
        index.rename(index.with_name("_index.md"))
