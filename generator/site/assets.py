"""Styles, fonts, scripts and pictures that every page needs: the package's own, published under `assets/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from generator.model.digest import digest
from generator.model.site import Job, SiteFile

FOLDER = Path(str(files("generator") / "assets"))


def asset_job() -> Job:
    """One job for all of them; its key is their content."""

    def build() -> Iterator[SiteFile]:
        for path in _paths():
            yield SiteFile(uri=f"assets/{path.relative_to(FOLDER).as_posix()}", content=path)

    return Job("assets", assets_key(), build)


@cache
def assets_key() -> str:
    """Hash of every file and its name."""
    return digest([(path.name, path.read_bytes().hex()) for path in _paths()])


def _paths() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
