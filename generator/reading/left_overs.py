"""Files in a process folder that people and programs leave there: copies, saved versions, lists as they came.

They are neither read nor published, and a repository is a publication too: what is withheld on the site is whole in them.
"""

from __future__ import annotations

from collections.abc import Collection

from generator.expressions import expression
from generator.model.unpublished import is_contributions, is_editors_own
from generator.reading.copies import is_lock, opened_file, original_of, saved_file, version_of

_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers")
_DATA = (".yml", ".yaml", ".json", ".txt")
_OF_PEOPLE = expression(r"participants?\b|attendees\b|משתתפים|המשתתפים|נוכחים|المشارك|مشاركين|الحضور", 2)
_PUBLISHED = ("appendices/", "media/")
_RECORD = "index.md"


def is_left_over(path: str, known: Collection[str], beside: Collection[str]) -> bool:
    """Whether a file, by its path in the process's folder, is a copy, a saved version or a list that nobody publishes.

    `known`: the files there that are read; `beside`: all that are there.
    """
    folder, slash, name = path.rpartition("/")
    if is_lock(name):
        return True
    if path in known or path.startswith(_PUBLISHED) or is_contributions(path):
        return False
    if saved_file(name) is not None:
        return True
    if is_editors_own(path):
        return False
    original = original_of(name)
    if original is not None and f"{folder}{slash}{original}" in beside:
        return True
    if version_of(name) == _RECORD:
        return True
    lower = name.lower()
    return lower.endswith(_TABLES) or (lower.endswith(_DATA) and _OF_PEOPLE.search(name) is not None)


def is_open_list(path: str) -> bool:
    """Whether a hidden file says that a list of people is open in a program, or holds its text meanwhile."""
    name = opened_file(path.rpartition("/")[2])
    return name is not None and _OF_PEOPLE.search(name) is not None
