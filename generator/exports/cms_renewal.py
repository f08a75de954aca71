"""When the forms of a CMS have to be made anew: its configuration says in a line of its own what it was made of."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.cms import cms_config, merged
from generator.expressions import expression
from generator.model.digest import digest
from generator.model.registry import Registries
from generator.structure import Structure

_STAMP = expression(r"(?m)^# sikum forms ([0-9a-f]+) ([a-z]{2}):[^\n]*\n")
_WORDS = "collections that begin with sikum- are made anew when the structure or a registry changes; all else stays"
_FORM = 2
"""Counts up when what is made of the same structure changes."""


def renewed(
    text: str | None,
    structure: Structure,
    registries: Registries,
    language: str,
    *,
    content: str,
    depths: Sequence[int],
    is_forced: bool = False,
) -> str | None:
    """The configuration as it is to be, with what the office wrote in `text`; None where that is up to date.

    The other arguments are those of `cms_config`; forms that are there keep their language. `is_forced`: make it in any
    case. Raises ValueError where `text` is no mapping in YAML.
    """
    ministries = {each.id: each.name for each in registries.ministries.values()}
    topics = {each.id: each.title for each in registries.topics.values()}
    found = _STAMP.search(text or "")
    language = found[2] if found and not is_forced else language
    stamp = digest(_FORM, structure.digest, ministries, topics, language, content, sorted(set(depths)))
    if found and found[1] == stamp and not is_forced:
        return None
    made = cms_config(structure, registries, language, content=content, depths=depths)
    whole = made if text is None else merged(_STAMP.sub("", text), made)
    return f"# sikum forms {stamp} {language}: {_WORDS}\n{whole}"
