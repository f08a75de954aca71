"""Which files, beside the content, a site's own words stand in: its configuration, what it inherits, and its own theme."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.configuration.reading import BadConfiguration, chain_of

_MOST = 5_000
"""Files of a theme that are looked at: more are a folder that was named by mistake."""


def own_files(file: Path, configuration: Mapping[str, Any], content_dir: Path) -> tuple[tuple[str, Path], ...]:
    """Each with its path relative to the content folder, with `/`, and in the order of these paths."""
    theme = configuration.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    files = [*_configurations(file), *(_below(file.parent / str(custom)) if custom else ())]
    return tuple(sorted((_place(path, content_dir), path) for path in dict.fromkeys(files)))


def _configurations(file: Path) -> tuple[Path, ...]:
    try:
        return chain_of(file)
    except BadConfiguration:
        return (file,)


def _below(folder: Path) -> Iterator[Path]:
    found = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each != "__pycache__")
        for name in sorted(names):
            found += 1
            if found > _MOST:
                return
            if not name.startswith("."):
                yield Path(parent, name)


def _place(path: Path, content_dir: Path) -> str:
    try:
        relative = os.path.relpath(path, content_dir)
    except ValueError:  # on another drive
        relative = str(path)
    return relative.replace(os.sep, "/")
