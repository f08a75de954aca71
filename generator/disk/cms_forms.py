"""Keeps the forms of a CMS in step with the structure and the registries, build by build."""

from __future__ import annotations

import os
from pathlib import Path

from generator.disk.cache import write_beside
from generator.exports.cms_renewal import renewed
from generator.model.registry import Registries
from generator.pipeline.catalogue import CheckedCatalogue

NAME = "config.yml"


def renew_forms(folder: Path, checked: CheckedCatalogue, project: Path) -> bool:
    """Write `config.yml` in `folder` anew where what it is made of has changed. Whether it was written.

    `project`: the repository's root. Raises OSError, and ValueError where the office left something that is no YAML.
    """
    path = folder / NAME
    catalogue = checked.catalogue_without_processes
    text = renewed(
        path.read_text(encoding="utf-8") if path.is_file() else None,
        checked.structure,
        Registries(ministries=catalogue.ministries, topics=catalogue.topics),
        checked.options.language,
        content=os.path.relpath(checked.options.content_dir, project).replace(os.sep, "/"),
        depths=sorted({each.path.count("/") + 1 for each in checked.tree.processes} or {1}),
    )
    if text is None:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    write_beside(path, text.encode())
    return True
