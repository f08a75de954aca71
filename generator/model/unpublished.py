"""Which files are never published, whatever links to them (spec 3, "What is published")."""

from __future__ import annotations

import re

from generator.expressions import expression

_DATA = (".yml", ".yaml", ".csv", ".xlsx")
_EDITORS = expression(r"~\$.*|\..*|.*\.bak|Thumbs\.db|desktop\.ini|CODEOWNERS|README\.md", re.IGNORECASE)


def is_never_published(path: str) -> bool:
    """Data outside `appendices/`, editors' files, and any list of participants or of what they said, whatever its case or ending.

    `path`: in the process's folder, or for what lies outside all processes in the content folder.
    """
    is_list_of_people = _name(path).split(".")[0].strip() in ("participants", "contributions")
    is_data = path.lower().endswith(_DATA) and not path.startswith("appendices/")
    return is_list_of_people or is_data or is_editors_own(path)


def is_contributions(path: str) -> bool:
    """Whether a file is a private list of what people said, or was made of one: `contributions.*`."""
    return _name(path).startswith("contributions.")


def _name(path: str) -> str:
    return path.rpartition("/")[2].lower()


def is_editors_own(path: str) -> bool:
    """Whether a file, or a folder it lies in, is one that programs and repositories keep for themselves."""
    return any(_EDITORS.fullmatch(part) for part in path.split("/"))
