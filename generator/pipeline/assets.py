"""The package's own styles, fonts, scripts and pictures, published under `assets/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rjsmin import jsmin

from generator.model.digest import digest
from generator.model.installed import PACKAGE
from generator.model.site import Job, SiteFile

FOLDER = PACKAGE / "assets"


def asset_job() -> Job:
    """One job for all assets; its key is a hash of their content."""

    def build() -> Iterator[SiteFile]:
        for path in _paths():
            content = published_script(path) if path.suffix == ".js" else path
            yield SiteFile(uri=f"assets/{path.relative_to(FOLDER).as_posix()}", content=content)

    return Job("assets", assets_key(), build)


def published_script(path: Path) -> str:
    """The script minified: comments and blanks are a third of what a first search loads."""
    return str(jsmin(path.read_text(encoding="utf-8")))


@cache
def assets_key() -> str:
    """Hash of every file and its name."""
    return digest([(path.name, path.read_bytes().hex()) for path in _paths()])


def _paths() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
