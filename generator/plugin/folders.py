"""Folders of a build: where its configuration lies, and what is in them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def project_folder(config: MkDocsConfig) -> Path:
    """The folder of the configuration file; the working directory where there is none."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def files_in(folder: Path) -> dict[str, bytes | Path]:
    """Path below the folder -> file, of all files in it."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in paths}
