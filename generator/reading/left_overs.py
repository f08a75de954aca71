"""Files in a process folder that people and programs leave there: copies, saved versions, lists as they came.

They are neither read nor published, and a repository is a publication too: what is withheld on the site is whole in them.
"""

from __future__ import annotations

from generator.expressions import expression
from generator.model.unpublished import is_contributions, is_editors_own

_LOCK = expression(r"~\$.+|\.~lock\..+#")
"""Written by Office and LibreOffice while a document is open, with the name of whoever opened it."""
_SAVED = expression(r".+(?:\.(?:bak|backup|old|orig|rej|save|sav|swp|swo|tmp|temp)|~)|#.+#|\..+\.sw[op]", 2)
"""Versions of a file that editors and git keep beside it."""
_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers")
_DATA = (".yml", ".yaml", ".json", ".txt")
_OF_PEOPLE = expression(r"participants?\b|attendees\b|משתתפים|המשתתפים|נוכחים|المشارك|مشاركين|الحضور", 2)
_PUBLISHED = ("appendices/", "media/")


def is_left_over(path: str, known: frozenset[str]) -> bool:
    """Whether a file, by its path in the process's folder, is a copy, a saved version or a list that nobody publishes.

    `known`: the files there that are read.
    """
    name = path.rpartition("/")[2]
    if _LOCK.fullmatch(name):
        return True
    if path in known or path.startswith(_PUBLISHED) or is_contributions(path):
        return False
    if _SAVED.fullmatch(name):
        return True
    if is_editors_own(path):
        return False
    lower = name.lower()
    return lower.endswith(_TABLES) or (lower.endswith(_DATA) and _OF_PEOPLE.search(name) is not None)
